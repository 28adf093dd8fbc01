"""What the features of parts are called, which are kinds of one another, and which look alike."""

from collections.abc import Mapping

from mmdesign.training.vocabulary.grammar import CHINESE_FEATURES

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "hole": ("through hole", "mounting hole", "bolt hole", "screw hole", "drilled hole",
             "clearance hole", "fixing hole", "round hole", "M6 hole"),
    "bore": ("central bore", "centre bore", "shaft bore", "central hole", "centre hole"),
    "cavity": ("hollow", "interior", "inside", "hollow interior", "recess"),
    "handle": ("carrying handle", "side handle", "handle on the side"),
    "slot": ("elongated hole", "slotted hole", "oblong hole", "long slot"),
    "leg": ("support leg", "standing leg"),
    "hub": ("central hub", "wheel hub"),
    "foot": ("supporting foot", "rubber foot"),
    "head": ("screw head", "bolt head"),
    "groove": ("circumferential groove", "recessed groove", "channel"),
    "thread": ("screw thread", "external thread", "threaded section", "threaded portion"),
    "window": ("window opening", "cutout", "cut-out"),
    "rib": ("stiffening rib", "reinforcing rib", "gusset", "stiffener", "strengthening rib"),
    "flange": ("mounting flange", "flanged end"),
    "rim": ("outer rim", "raised rim", "edge"),
    "tooth": ("gear tooth",),
    "pin": ("locating pin", "dowel pin", "peg"),
    "blade": ("rotor blade", "vane"),
    "grip": ("hand grip", "grip surface"),
    "opening": ("aperture", "cutout"),
    "knob": ("turning knob", "control knob"),
    "socket": ("hex socket", "drive socket", "recessed socket"),
    "shaft": ("round shaft", "drive shaft"),
    "boss": ("raised boss", "standoff", "mounting boss", "screw boss"),
    "base": ("base plate", "foot plate"),
    "spoke": ("wheel spoke",),
    "stem": ("shank",),
    "post": ("upright", "upright post"),
    "collar": ("shoulder", "raised collar"),
    "fin": ("cooling fin", "heat sink fin"),
    "lid": ("cover",),
    "hook": ("hanging hook",),
    "pocket": ("milled pocket", "recess"),
    "notch": ("cut-out notch",),
    "keyway": ("key slot",),
    "tab": ("lug",),
    "web": ("connecting web",),
    "coil": ("spring coil", "winding"),
    "wheel": ("road wheel",),
    "dome": ("domed top",),
    "text": ("lettering", "raised text", "engraved text"),
}  # fmt: skip
"""Feature -> other words for it."""

KINDS: Mapping[str, tuple[str, ...]] = {"bore": ("hole",), "keyhole": ("hole",)}
"""Feature -> what it is a kind of, beyond what the last word of its name says."""

ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"hole", "bore", "opening", "window", "socket", "eye", "slot", "slit", "gap",
               "cavity", "keyhole", "port", "outlet", "drain", "mouth", "well", "pocket", "groove",
               "channel", "trough", "duct", "notch", "dimple", "keyway", "cell", "grille"}),
    frozenset({"leg", "foot", "stand", "base", "post", "stem", "column", "pillar", "strut", "bar"}),
    frozenset({"handle", "grip", "knob", "lever", "arm", "stick", "hook", "rail", "arm rest"}),
    frozenset({"flange", "rim", "collar", "ring", "head", "cap", "lid", "cover", "crown", "disc",
               "hub", "top", "lip", "neck", "door", "panel", "board", "wall", "plate", "frame"}),
    frozenset({"boss", "stud", "pin", "hub", "knob", "peg", "shaft", "axle", "screw", "bolt",
               "stem", "ball", "wheel"}),
    frozenset({"rib", "fin", "web", "blade", "spoke", "tooth", "step", "wing", "brace", "divider",
               "shelf", "seat", "ledge"}),
)  # fmt: skip
"""Features that one could call by each other's names: none is proof that another is absent."""


def called(feature: str) -> tuple[str, ...]:
    """Every name of a feature in the singular, its own first, Chinese last."""
    chinese = (CHINESE_FEATURES[feature],) if feature in CHINESE_FEATURES else ()
    return (feature, *SYNONYMS.get(feature, ()), *chinese)


def is_kind_of(feature: str, name: str) -> bool:
    """Whether what is called `feature` may as well be called `name`: an oil hole is a hole."""
    last = feature.split()[-1]
    return name in {feature, last} or name in KINDS.get(feature, ()) or name in KINDS.get(last, ())


def is_like(feature: str, other: str) -> bool:
    """Whether a person could take one for the other, or call it so."""
    if is_kind_of(feature, other) or is_kind_of(other, feature):
        return True
    first, second = feature.split()[-1], other.split()[-1]
    return any(first in group and second in group for group in ALIKE)
