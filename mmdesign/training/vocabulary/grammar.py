"""Words for shapes, counts and features, and how they stand in a sentence."""

from collections.abc import Mapping

ALTERNATIVES: Mapping[str, tuple[str, ...]] = {
    "head": ("hexagonal head", "countersunk head", "domed head", "cylindrical head", "square head"),
    "length": ("long", "short"),
    "outline": ("round", "rectangular", "square", "hexagonal", "triangular", "oval", "tapered",
                "star-shaped", "spherical", "octagonal", "long", "straight"),
    "section": ("round", "square", "hexagonal"),
    "form": ("conical", "cylindrical", "curved", "faceted", "tapered", "straight", "bent",
             "shallow",
             "deep", "flat", "rounded", "slender", "stout", "bulging", "T-shaped", "cross-shaped",
             "U-shaped", "bow-shaped", "round", "lever", "crank"),
    "profile": ("L-shaped", "U-shaped", "Z-shaped", "T-shaped", "C-shaped", "S-shaped", "I-shaped",
                "J-shaped", "rectangular", "square", "arched", "omega-shaped"),
    "corners": ("rounded", "sharp"),
    "hole shape": ("round holes", "square holes"),
    "height": ("tall", "low", "flat"),
    "ends": ("round", "hexagonal", "spherical"),
    "grip": ("fluted grip", "plain grip", "lobed grip"),
    "neck": ("narrow neck", "wide mouth"),
    "legs": ("round legs", "square legs", "star base"),
    "tip": ("pointed tip", "flat tip"),
    "width": ("single", "double"),
    "thickness": ("thin", "thick"),
    "blades": ("curved", "straight"),
    "top": ("open", "closed"),
    "seat": ("round seat", "square seat"),
}  # fmt: skip
"""Aspect of shape -> the words it can take; two of one aspect exclude each other."""

NOUN_ASPECTS: frozenset[str] = frozenset(
    {"head", "hole shape", "grip", "neck", "legs", "tip", "seat"}
)
"""Aspects whose word is a noun phrase: 'with a domed head', not 'a domed head screw'."""

SUFFIX_ASPECTS: Mapping[str, str] = {
    "corners": "corners", "ends": "ends", "blades": "blades", "top": "top", "section": "section",
    "profile": "profile",
}  # fmt: skip
"""Aspects whose word describes one feature: 'with rounded corners'."""

PLURALS: Mapping[str, str] = {
    "tooth": "teeth", "knuckle": "knuckles", "leaf": "leaves", "shelf": "shelves", "fork": "forks",
    "notch": "notches", "pass": "passes",
}  # fmt: skip
NUMBERS: tuple[str, ...] = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight",
                            "nine", "ten", "eleven", "twelve")  # fmt: skip
CHINESE_FEATURES: Mapping[str, str] = {
    "hole": "孔", "bolt hole": "螺栓孔", "tooth": "齿", "rib": "筋", "leg": "腿", "blade": "叶片",
    "spoke": "辐条", "fin": "翅片", "slot": "槽", "drawer": "抽屉", "shelf": "层板", "step": "台阶",
    "handle": "把手", "rung": "横档", "door": "门", "compartment": "格",
}  # fmt: skip
