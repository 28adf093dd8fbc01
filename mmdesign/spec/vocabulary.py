"""The words of briefs: which ones name a quantity, a priority, a negation, a physical wish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import Priority, RequirementKind


@dataclass(frozen=True, slots=True)
class QuantityWord:
    """Words that name one measurable quantity."""

    quantity: str | None
    """None: it is a quantity, but not one that is measured here."""
    unit: str
    kind: RequirementKind
    pattern: re.Pattern[str]


def _word(quantity: str | None, unit: str, kind: RequirementKind, pattern: str) -> QuantityWord:
    return QuantityWord(quantity, unit, kind, re.compile(pattern))


# Order matters only between words that start at the same place: the first wins.
QUANTITY_WORDS: Final[tuple[QuantityWord, ...]] = (
    _word("hole_diameter", "mm", "hole",
          r"(?:hole|bore)s?(?:\s(?:diameter|size|dia\b)s?)?|孔径|孔的直径|孔直径|孔"),
    _word("outer_diameter", "mm", "dimension",
          r"(?:outer |outside |overall )?(?<!inner )(?<!inside )(?<!internal )"
          r"(?:diameter|\bdia\b|\bdiam\b)|\bod\b|外径|直径"),
    _word("fillet_radius_min", "mm", "geometry",
          r"(?:fillet|corner|edge|inner|inside|internal|bend)(?: corner)?s? (?:radius|radii)|"
          r"fillets?\b|"
          r"\bradius\b|\bradii\b|rounded (?:corners|edges)|圆角(?:半径)?|倒圆"),
    _word(None, "mm", "dimension",
          r"(?:hole |bolt )?(?:spacing|pitch|distance|apart|depth|deep|offset|pcd|bolt circle|"
          r"spaced|"
          r"centre[- ]to[- ]centre|center[- ]to[- ]center|from the edge|travel|stroke|"
          r"inner diameter|"
          r"inside diameter|internal|insulation)|孔距|间距|中心距|深度|深|内径"),
    _word("gap_min", "mm", "dimension", r"\bgaps?\b|\bclearance\b(?! holes?)|\bslit width|间隙|"
        r"缝隙"),
    _word("wall_thickness_min", "mm", "thickness",
          r"(?:wall|sheet|plate|base|material|flange|shell|skin)(?: ?-?thickness| thick)|walls?\b|"
          r"thickness(?:es)?|\bthick\b|\bthk\b|\bthicker\b|\bthinner\b|壁厚|厚度|板厚|厚"),
    _word("extent_x", "mm", "dimension", r"\b(?:along|in|x) ?-?(?:x\b|extent|direction)"),
    _word("extent_y", "mm", "dimension", r"\b(?:along|in) y\b|\by ?-?(?:extent|direction)"),
    _word("extent_z", "mm", "dimension", r"\b(?:along|in) z\b|\bz ?-?(?:extent|height|direction)"),
    _word("length", "mm", "dimension",
          r"(?:overall |total )?\blength\b|\blong\b|\blonger\b|longest (?:side|dimension|edge)|"
          r"largest dimension|"
          r"(?:any|every|each|all) (?:directions?|dimensions?)|总长|长度|长边|长"),
    _word("width", "mm", "dimension", r"(?:overall |total )?\bwidth\b|\bwide\b|\bwider\b|总宽|"
                                      r"宽度|宽"),
    _word("height", "mm", "dimension",
          r"(?:overall |total )?\bheight\b|\bhigh\b|\btall\b|\btaller\b|总高|高度|高"),
    _word("mass", "g", "mass",
          r"\bmass\b|\bweights?\b|\bweighs?\b|\bweighing\b|heavier|lighter|质量|重量|总重|重"),
    _word("volume", "mm3", "volume", r"\bvolume\b|体积"),
    _word("surface_area", "mm2", "dimension", r"(?:surface )?\barea\b|表面积|面积"),
    _word("overhang_area_fraction", "deg", "geometry", r"overhang(?:s|ing)?|悬垂|悬空"),
    _word("draft_angle_min", "deg", "geometry", r"draft(?: angle)?s?\b|拔模(?:斜度|角)?|脱模斜度"),
    _word("undercut_area_fraction", "%", "geometry", r"under-?cuts?|倒扣"),
    _word(None, "deg", "geometry", r"\bangles?\b|\bangled\b|\bchamfers?\b|角度|夹角|倒角"),
)  # fmt: skip

COUNT_WORDS: Final[tuple[QuantityWord, ...]] = (
    _word("hole_count", "", "hole", r"holes?\b|bores?\b|孔"),
    _word("hole_count", "", "hole",
          r"(?:bolts?|screws?)\b(?! (?:boss|post|pillar|head|thread|cap))|螺栓|螺钉"),
    _word("fillet_count", "", "count", r"fillets?\b|圆角"),
    _word("planar_face_count", "", "count", r"(?:planar|flat) (?:faces?|surfaces?|sides?)|平面"),
    _word("cylinder_count", "", "count", r"cylind(?:ers?\b|rical (?:faces?|surfaces?))|圆柱面?"),
    _word("triangle_count", "", "count", r"(?:triangles?|polygons?|polys)\b|三角(?:形|面)"),
    _word("part_count", "", "count",
          r"(?:separate |individual |loose )?(?:parts?|pieces?|bodies|body|components?|solids?)\b|"
          r"零件|部件|实体"),
)  # fmt: skip

FLAG_WORDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("watertight", re.compile(
        r"water[- ]?tight|closed (?:solid|volume|body|mesh)|\bmanifold\b|solid body|valid solid|"
        r"\bprintable\b|3d[- ]?print(?:able|ed)\b|suitable for (?:3d )?printing|3d print|additive|"
        r"水密|"
        r"封闭|实体模型|可打印|3d打印")),
    ("symmetry", re.compile(r"symmetr(?:ic|ical|y)|mirror[- ]?symmetr\w{1,6}|对称")),
    ("part_count", re.compile(
        r"(?:one|single)[- ](?:piece|part|body|component)\b|\bmonolithic\b|一体(?:成型|式|件|"
        r"化)?")),
)  # fmt: skip

ABSENT_WORDS: Final[tuple[tuple[str, RequirementKind, re.Pattern[str]], ...]] = (
    ("hole_count", "hole", re.compile(r"\b(?:holes?|bores?)\b|孔")),
    ("overhang_area_fraction", "geometry", re.compile(r"overhang(?:s|ing)?|悬垂|悬空")),
    (
        "overhang_area_fraction",
        "geometry",
        re.compile(r"\bsupports?(?: material| structures?)?\s*$|支撑$"),
    ),
    ("undercut_area_fraction", "geometry", re.compile(r"under-?cuts?|倒扣")),
    ("fillet_count", "geometry", re.compile(r"\bfillets?\b|圆角")),
)

# Wishes that no shape can show, with what to write instead.
PHYSICAL_WISHES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(
        r"\bstrong\w{0,3}\b|\bstrength\b|\bdurab\w{2,6}\b|\brobust\w{0,4}\b|\bsturdy\b|"
        r"\brigid\w{0,3}\b|\bstiff\w{0,4}\b|"
        r"\btough\b|\breliab\w{2,6}\b|withstand\w{0,3}|\bloads?\b|\bforces?\b|\bstress\w{0,2}\b|"
        r"\btorque|safety factor|"
        r"factor of safety|(?:support|carry|hold|bear|lift)s? (?:at least |up to |a load of |"
        r"a weight of |a |)"
        r"[\d.]{1,8} ?(?:kg|lbs?|n\b|kn)|"
        r"坚固|耐用|强度|刚度|承载|承重|载荷|牢固|结实"),
     "State a wall thickness, a material or a rib that gives the strength, such as 'wall at "
     "least 3 mm'."),
    (re.compile(r"\b(?:light|lightweight|light-weight)\b(?!\s?(?:blue|grey|gray|green|source|"
                r"pipe))|轻量化|轻便"),
     "Give a limit for the mass, such as 'mass at most 200 g'."),
    (re.compile(r"\b(?:cheap|low[- ]cost|affordable|inexpensive|cost|budget|price)\b|成本|便宜|"
                r"价格"),
     "Give a limit for mass, size or part count that stands for the cost."),
    (re.compile(r"\b(?:small|compact|large|big|slim)\b(?! (?:hole|rib|fillet|handle|feature|"
                r"radius))|紧凑|小巧"),
     "Give a size, such as 'fits in 100 x 60 x 40 mm'."),
    (re.compile(
        r"\b(?:ergonomic|comfortable|easy to \w{1,15}|easily|user[- ]friendly|intuitive|safe|quiet|"
        r"efficient|high quality|good quality|well[- ]made|fast)\b|舒适|方便|易于|安全|可靠|"
        r"高质量"),
     "Name the feature that achieves it, such as 'a rounded grip handle' or 'no sharp edges'."),
    (re.compile(
        r"\b(?:roughness|surface finish|ra ?\d|tolerance class|iso 2768|ip ?\d\d|rohs|"
        r"uv[- ]resist\w{0,4}|"
        r"heat[- ]resist\w{0,4}|corrosion|waterproof|dustproof|conductiv\w{1,5}|temperature|"
        r"voltage|"
        r"life ?time|service life|hardness)\b|粗糙度|耐热|耐腐蚀|防水|防尘|温度|寿命|硬度"),
     "This is proved by a test or a drawing note, not by the shape; keep it outside the review."),
)  # fmt: skip

STYLE_WORDS: Final = re.compile(
    r"\b(?:sleek|beautiful|elegant|modern|aesthetic\w{0,5}|attractive|stylish|minimalist\w{0,3}|"
    r"futuristic|organic|"
    r"aerodynamic|streamlined|industrial|retro|vintage|classic|premium|appealing|nice[- ]looking|"
    r"clean look|"
    r"look and feel|playful|rugged[- ]looking|pretty|cute|design language|style|styled)\b|"
    r"美观|漂亮|好看|现代|简约|流线|科技感|时尚|优雅|外观|风格"
)

PRIORITIES: Final[tuple[tuple[Priority, re.Pattern[str]], ...]] = (
    ("must", re.compile(
        r"\b(?:must|shall|required|mandatory|has to|have to|needs to|need to)\b|必须|务必|须|"
        r"不得|不允许|禁止")),
    ("should", re.compile(
        r"\b(?:should|ought to|recommended|preferabl[ey]|preferred|ideally|desirable|"
        r"want(?:ed)?)\b|"
        r"应|宜|建议|最好|尽量|推荐")),
    ("could", re.compile(
        r"\b(?:could|may(?! not)|optional(?:ly)?|nice[- ]to[- ]have|if possible|would be nice|"
        r"bonus|"
        r"would like|wish)\b|可选|可以|可有|可带|可加|可采用|可具有|如有可能")),
)  # fmt: skip

NEGATION: Final = re.compile(
    r"\b(?:no|without|avoid(?:s|ing)?|never|free (?:of|from)|none|zero|exclud(?:e|es|ing)|"
    r"(?:must|shall|should|may|can|could|do|does|is|are|will) ?n[o']t(?: (?:have|contain|include|"
    r"be|use|show))?|"
    r"cannot|not (?:have|contain|include|be|allowed|permitted)|not|lacks?|lacking|absence of|"
    r"free)\b(?! only)|"
    r"不得有|不得出现|不得|不应有|不应|不能有|不能|不可有|不可|不允许有|不允许|没有|禁止|避免|"
    r"不带|不含|不要|不需要|无(?!缝)"
)
NEGATION_AFTER: Final = re.compile(
    r"\b(?:(?:are|is) (?:not (?:allowed|permitted|acceptable)|forbidden|prohibited)|"
    r"(?:must|shall|should|may) not (?:exist|occur|appear)|not allowed|forbidden|prohibited)\b"
)

# For the English text tower; a phrase is translated only when all of it is known.
GLOSSARY_ZH: Final[Mapping[str, str]] = {
    "加强筋": "reinforcing ribs", "筋板": "ribs", "筋": "ribs", "把手": "a handle",
    "手柄": "a handle",
    "提手": "a handle", "法兰盘": "a flange", "法兰": "a flange", "支架": "a bracket",
    "安装孔": "mounting holes",
    "螺纹孔": "threaded holes", "沉头孔": "countersunk holes", "通孔": "through holes",
    "中心孔": "a central hole",
    "孔": "holes", "圆角": "rounded corners", "倒角": "chamfers", "锐边": "sharp edges",
    "尖角": "sharp corners",
    "锐角": "sharp corners", "毛刺": "burrs", "底座": "a base", "底板": "a base plate",
    "外壳": "a housing",
    "盖子": "a lid", "盖板": "a cover plate", "齿轮": "a gear", "轴": "a shaft",
    "轴承座": "a bearing block",
    "槽": "a slot", "凹槽": "a groove", "键槽": "a keyway", "凸台": "a boss",
    "散热片": "cooling fins",
    "圆柱形": "cylindrical", "圆柱": "a cylinder", "圆形": "round", "方形": "square",
    "矩形": "rectangular",
    "六角形": "hexagonal", "对称": "symmetric", "悬垂": "overhangs", "卡扣": "a snap fit",
    "螺母": "a nut",
    "螺栓": "a bolt", "垫圈": "a washer", "管": "a tube", "板": "a plate", "文字": "engraved text",
    "圆": "round", "红色": "red", "黑色": "black", "白色": "white", "蓝色": "blue",
    "外观": "appearance",
    "美观": "beautiful", "现代": "modern", "简约": "minimalist", "流线型": "streamlined",
    "L形": "L-shaped",
    "U形": "U-shaped", "T形": "T-shaped", "的": "", "和": " and ", "与": " and ", "、": ", ",
}  # fmt: skip
