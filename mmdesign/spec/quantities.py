"""The words that name a measurable quantity, a countable thing, or one of the yes-or-no facts."""

import re
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import RequirementKind


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


_LETTER: Final = r"(?=\s*(?:[=:≥≤<>]|$))"
# Order matters only between words that start at the same place: the first wins.
QUANTITY_WORDS: Final[tuple[QuantityWord, ...]] = (
    _word("bolt_circle_diameter", "mm", "hole",
          r"(?:bolt|pitch|hole)[- ]circle(?: diameter| dia)?\b|\bp\.?c\.?d\b\.?|"
          r"\bb\.c\.?(?:d\b\.?)?|\bbcd?\b|分布圆(?:直径)?|节圆(?:直径)?|中心圆(?:直径)?|圆周|的分度圆"),
    _word("gap_min", "mm", "dimension",
          r"\b(?:gap|clearance|distance|space)s? between (?:the |"
          r"each )?[a-z -]{2,30}? and (?:the )?"
          r"(?!hole|bore|cent|edge)[a-z]+(?: [a-z]+)??(?= (?:shall|must|should|has|is|of|at|to)\b)|"
          r"\bbetween (?:the )?(?!hole|bore|cent|edge|bolt|screw|"
          r"slot)[a-z]+ and (?:the )?(?!hole|bore|cent|edge)[a-z]+\b|"
          r"[与和][^，；孔]{1,10}的?(?:间距|距离)|[片筋肋]间距"),
    _word("hole_depth", "mm", "hole",
          r"(?:hole|bore|thread(?:ed)?|drill(?:ing)?|tapping) depth|\bfull threads?\b|"
          r"有效(?:螺纹)?深度?|"
          r"depth of (?:(?:the|each|all|any|every|blind|threaded|tapped|mounting|screw) ){0,3}"
          r"(?:holes?|bores?|threads?)|孔深(?!度)|孔深度|螺纹深度?"),
    _word("hole_spacing", "mm", "hole",
          r"(?:distance|spacing|pitch) between (?:the )?(?:hole )?cent(?:re|er)s of (?:the |all |"
          r"two |both |mounting ){0,3}(?:holes?|bores?)|"
          r"(?:distance|spacing|pitch) between (?:the |any |each |every |two |mounting |fixing |"
          r"adjacent |"
          r"neighbou?ring |bolt |screw )*"
          r"(?:holes?|bores?)(?: cent(?:re|er)s)?|"
          r"(?:hole|bolt|screw)s? (?:spacing|pitch|"
          r"distances?\b|(?:centre|center)(?:s\b|[- ]distance))|"
          r"孔(?:中心|间)?距|孔心距|(?:两|各)?孔(?:与孔)?之?间的?(?:中心)?距离?|孔与孔的?(?:中心)?(?:距离|间距)"),
    _word("chamfer_width_min", "mm", "geometry",
          r"\bchamfer(?:s|ed)?\b(?: widths?| sizes?)?|\bbevel(?:s|led|ed)?\b|"
          r"\bbreak (?:all )?(?:sharp )?(?:edges|corners)\b|倒角"),
    _word("wall_thickness_mean", "mm", "thickness",
          r"(?:average|mean) (?:wall )?thickness|平均(?:壁厚|厚度)"),
    _word(None, "mm", "dimension",
          r"(?:hole |bolt )?(?:\bevery\s*$|between (?:them|each|the two|both|cent(?:re|er)s?)|"
          r"spacing|spaced|pitch(?: dia(?:meter)?\b)?|distances?|apart|\bcrs\b|\bc/c\b|"
          r"\bctrs\b|\bdepth|"
          r"\bdeep\b|↧|offset|(?<!in the )(?<!at the )(?:centre|center)s?(?! (?:hole|bore))"
          r"(?:[- ]to[- ](?:centre|center)s?)?\b|"
          r"around (?:the |each |all |every )?(?:mounting |screw )?(?:holes?|bores?)|\bratio\b|"
          r"\baspect\b|"
          r"length of (?:fit|engagement|contact|thread|cable|weld)|(?:fit|engagement|contact|"
          r"grip|weld) length|"
          r"from (?:the|each|any|both|its) (?:edge|end|side|top|bottom|centre|center|face|wall|"
          r"corner)|away from|"
          r"\btravel\b|stroke|(?:inner|inside|internal) (?:length|width|height|size|"
          r"dimensions?|space)|"
          r"insulation|roughness|finish|flatness|straightness|parallelism|"
          r"perpendicularity|runout|"
          r"concentricity|roundness|cylindricity|position(?:al)?(?: tolerance)?|"
          r"profile tolerance|coating|plating|"
          r"anodi[sz]\w{1,5}|layer|nozzle|infill|engrav\w{2,5}|emboss\w{2,5}|proud|recess\w{0,4}|"
          r"raised|countersink|counterbore|clearance around(?! the (?:pin|shaft|axle|lid|hinge|"
          r"plug)\b)|shrinkage|warpage|backlash|"
          r"deflection|sag|deviation|girth|circumference|"
          r"grid|mesh size|thread length|overlap|(?<!\w)projection(?! from)|"
          r"protrusion|protru\w{2,5}|gauge|usable)"
          r"|分度圆(?:直径)?|间距|中心距|深度|深|内长|内宽|内高|粗糙度|平面度|平行度|"
          r"垂直度|同轴度|圆度|直线度|位置度|镀层|涂层|"
          r"层高|中心高|边距|距离|偏差|变形|比例|长宽比|宽高比"),
    _word("hole_diameter", "mm", "hole",
          r"(?:inner|inside|internal) dia(?:meters?)?\b|\bi\.?d\b|内径|"
          r"(?:through[- ]?|thru[- ]?|mounting |screw |bolt |pilot |vent )?(?<!w)(?:hole|"
          r"bore)s?(?:\s(?:diameter|size|dia\b)s?)?|"
          r"\borifices?\b(?: dia(?:meter)?| size)?|"
          r"\bdiameters? of (?:any|each|every|all)(?: of)?(?: the)? openings?\b|"
          r"孔径|孔的直径|孔直径|孔"),
    _word("outer_diameter", "mm", "dimension",
          r"(?:outer |outside |overall |external )?(?<!inner )(?<!inside )(?<!internal )"
          r"(?:\bdiameters?|\bdiamters?|\bdiamat?eters?|\bdia\b|\bdiam\b)|\bo\.?d\b|"
          r"Ø(?=\s*[=:≥≤<>])|外径|直径|轴径"),
    _word("fillet_radius_min", "mm", "geometry",
          r"(?:(?:fillet|corner|edge|inner|inside|internal|bend|outer|outside|external|minimum|"
          r"min|root)(?: corner| edge)?s? )?"
          r"(?:\bradius|\bradii)\b|\bfillet(?:s|ed)?\b(?: radius| radii| size)?|"
          r"\bradius(?:ed|ing)\b|\brounded(?: off| over)? (?:to|by|with)\b|"
          r"\bround(?:ed)? (?:off )?(?:all |the |outer |inner )*"
          r"(?:corners|edges)|(?:corners|edges)(?: of the [a-z ]{3,24})? rounded|\br\b" + _LETTER +
          r"|(?:内|外)?圆角(?:半径)?|倒圆(?:角)?|半径|过渡圆弧"),
    _word("gap_min", "mm", "dimension",
          r"\bgaps?\b|\bplay\b|\bclears? (?:the |its )?[a-z ]{2,24}? by\b|"
          r"\bclearances?\b(?! holes?| fit| around(?! the (?:pin|shaft|axle|lid|hinge|plug)\b))|"
          r"\bslit width|间隙|缝隙|(?<!模)配合间隙"),
    _word("height", "mm", "dimension", r"(?:total|overall) thicknes{1,2}\b|(?:总|整机|整体|产品|"
                                       r"机身)厚度?"),
    _word("wall_thickness_min", "mm", "thickness",
          r"(?:wall|sheet|plate|base|material|flange|shell|skin|"
          r"section)s?(?: ?-?thicknes{1,2}(?:es)?| thick)|"
          r"(?<!from )(?<!from the )(?<!from a )(?<!against the )(?<!on the )(?<!to the )(?<!to a )"
          r"(?<!off the )(?<!clear of the )(?<!of the )\bwalls?\b"
          r"(?! (?:hook|bracket|mount|mounted|shelf|lamp|clock|hanger|rack|holder|cabinet|sign|"
          r"light|plug|anchor)\b)|"
          r"thicknes{1,2}(?:es)?|\b(?:minimum|min) sections?\b|\bthin(?:nest)?\b|\bthick\b|"
          r"\bthk\b|\bthicker\b|\bthinner\b|"
          r"\bt\b" + _LETTER + r"|"
          r"\bgauge\b|壁厚|厚度|板厚|壁|厚|最?薄处"),
    _word("extent_x", "mm", "dimension",
          r"\b(?:along|in|on) (?:the )?x\b|\bx ?-?(?:extent|direction|axis|size|dimension)|"
          r"\bx\b(?=\s*[=:≥≤<>])|x\s?(?:方向|向|轴)(?:的?长度)?"),
    _word("extent_y", "mm", "dimension",
          r"\b(?:along|in|on) (?:the )?y\b|\by ?-?(?:extent|direction|axis|size|dimension)|"
          r"\by\b(?=\s*[=:≥≤<>])|y\s?(?:方向|向|轴)(?:的?宽度)?"),
    _word("extent_y", "mm", "dimension",
          r"\b(?:overall|total|max(?:imum)?\.?|outside|external|cabinet|product|unit) depth\b|"
          r"\bfront[- ]to[- ]back\b|\b(?:no|not)(?: be)? deeper(?: than)?\b|"
          r"\b(?:depth|projection|projects?) from (?:the |a )?wall\b|总深"),
    _word("extent_z", "mm", "dimension",
          r"\b(?:along|in|on) (?:the )?z\b|\bz ?-?(?:extent|height|direction|axis|size|"
          r"dimension)|\bz\b(?=\s*[=:≥≤<>])|z\s?(?:方向|向|轴)(?:的?高度)?"),
    _word("length", "mm", "dimension",
          r"(?:overall |total )?\blengths?\b|\blg\b|\boal\b|\blong\b|\blonger\b|\bshorter\b|"
          r"longest (?:side|"
          r"dimension|edge)|"
          r"(?:largest|biggest|greatest|maximum|max|overall) (?:dimension|size|extent)|"
          r"\bl\b" + _LETTER + r"|"
          r"(?:any|every|each|all|no|either|whichever) (?:one |single |outer |part |linear |"
          r"overall )?(?:directions?|dimensions?|way|axis|axes|side)|"
          r"总长|长度|长边|全长|最大(?:外形)?尺寸|任[何一意]?(?:方向|尺寸)|各方向|长"),
    _word("width", "mm", "dimension",
          r"(?:overall |total )?\bwidths?\b|\bacross\b(?=\s*(?:$|[,.;]))|\bwide\b|\bwider\b|"
          r"\bnarrower\b|\bbroad\b|"
          r"\bw\b" + _LETTER +
          r"|总宽|宽度|全宽|宽"),
    _word("height", "mm", "dimension",
          r"(?:overall |total )?\bheights?\b|\bhigh\b|\btall\b|\btaller\b|\bhigher\b|"
          r"\bh\b" + _LETTER + r"|总高|高度|全高|高"),
    _word("mass", "g", "mass",
          r"\bmass(?:es)?\b|\bweights?\b|\bweigh(?:s|ed)?\b|\bweighing\b|\bheavier\b|\blighter\b|"
          r"\bheavy\b|"
          r"质量|重量|总重|净重|自重|重"),
    _word("volume", "mm3", "volume",
          r"\bvolumes?\b|体积"),
    _word("surface_area", "mm2", "dimension",
          r"(?:surface )?\bareas?\b|表面积|面积"),
    _word("overhang_area_fraction", "deg", "geometry",
          r"overhang(?:s|ing)?(?: angles?| areas?)?|悬垂(?:角度?|面积)?|悬空(?:角度?|面积)?|"
          r"悬臂面"),
    _word("draft_angle_min", "deg", "geometry",
          r"(?:拔模|脱模|起模|出模|铸造|模锻|拔出)(?:斜度|角度|角)|\bdraft(?: angle)?s?\b|"
          r"\bdrafted\b|"
          r"\bdraught(?: angle)?s?\b|\btaper\b|拔模|"
          r"(?:拔模|脱模|起模|出模|铸造|模锻|拔出)(?:斜度|角度|角)"),
    _word("undercut_area_fraction", "%", "geometry", r"under-?cuts?|倒扣"),
    _word(None, "deg", "geometry", r"\bangles?\b|\bangled\b|\bchamfers?\b|\btilt\w{0,4}|"
        r"\binclin\w{2,6}|角度|夹角|倒角|倾斜|"
                                   r"倾角"),
)  # fmt: skip

HOLE: Final = re.compile(
    r"\b(?:through|thru)?-?holes?\b|\bbores?\b(?! sight)|\bperforations\b|\b(?:round|"
    r"circular) openings?\b|\borifices?\b|"
    r"(?<![缩气砂沙针麻])孔(?!距|隙)"
)
"""A hole that is made; 缩孔, 气孔 and 砂孔 are flaws of a casting."""
COUNT_WORDS: Final[tuple[QuantityWord, ...]] = (
    _word("hole_count", "", "hole", r"(?:through|thru|bore|screw|bolt)?-?(?<!w)holes?\b|\bbores?\b|"
                                    r"\bperforations\b|"
        r"(?<![缩气砂沙针麻])孔(?!距|隙|径)|\b(?:round|circular) openings?\b"),
    _word("hole_count", "", "hole",
          r"(?:fixing|mounting|attachment|fastening|screw) points?\b|安装点|固定点"),
    _word("hole_count", "", "hole",
          r"(?:bolts?|screws?)\b(?! (?:boss|post|pillar|head|thread|cap|driver))|螺栓|螺钉"),
    _word("counterbore_count", "", "hole", r"\bcounter-?bores?\b(?! holes?)|\bc'bores?\b"),
    _word("countersink_count", "", "hole", r"\bcounter-?sinks?\b(?! holes?)|\bc'sinks?\b"),
    _word("fillet_count", "", "count", r"\bfillets?\b|圆角"),
    _word("chamfer_count", "", "count", r"\bchamfers?\b|倒角"),
    _word("planar_face_count", "", "count", r"(?:planar|flat) (?:faces?|surfaces?|sides?|ones?)|"
                                            r"平面"),
    _word("cylinder_count", "", "count", r"\bcylind(?:ers?\b|rical (?:faces?|surfaces?|ones?|"
        r"features?))|圆柱面?"),
    _word("triangle_count", "", "count", r"\b(?:triangles?|polygons?|polys|facets?|tris)\b|"
        r"三角(?:形|面)|面片"),
    _word("part_count", "", "count",
          r"(?:separate |individual |loose |printed |mo(?:u)?lded )*\b(?:parts?|pieces?|halves|"
          r"components?)\b(?!\s?(?:number|no\b|name|list))|零件数?|部件数?|零部件"),
    _word("body_count", "", "count",
          r"(?:separate |individual |loose |closed |solid )*\b(?:bodies|body|solids?|shells?)\b|"
          r"实体"),
)  # fmt: skip

FLAG_WORDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("watertight", re.compile(
        r"water[- ]?tight|^\s*(?:fully )?closed\s*$|"
        r"\bclosed (?:solid|volume|body|mesh|surface|shell)|(?:mesh|surface|"
        r"model|shell|body|volume) (?:\w+ ){0,2}be (?:fully |completely )?closed|"
        r"\bmanifold\b(?= (?:mesh|solid|surface|geometry|stl|model|shell))|"
        r"(?:\b(?:be|is|are|and|or|fully|completely|closed|tight)|[,;:/]|^)\s*manifold\b"
        r"(?! (?:block|body|housing|plate|ports?|must|shall|should|has|needs|with|for))|"
        r"(?<!single )(?<!one )solid body|valid solid|"
        r"\bprintable\b|3d[- ]?print(?:able|ed)\b|suitable for (?:3d )?printing|3d print(?!er)|"
        r"\b(?:no|without) (?:any )?(?:holes?|gaps|openings|cracks) in the (?:surface|mesh|shell|"
        r"skin)|leak[- ]?(?:tight|proof)|"
        r"水密|封闭|实体模型|可打印|3d打印|流形|不漏水")),
    ("symmetry", re.compile(
        r"\b(?:a)?symmetr(?:ic|ical|y|ically)|mirror(?:ed)?[- ]?(?:images?|symmetr\w{1,6})|"
                            r"\bmirror(?:ed)? (?:about|across|along)|mirror each other|对称")),
    ("part_count", re.compile(
        r"\b(?:one|single|1)[- ](?:single |solid |continuous |monolithic ){0,2}(?:piece|part|"
        r"component|mo(?:u)?lding|casting|"
        r"print|unit)\b(?! (?:may|must|shall|should|can|weigh))|"
        r"\b(?:as|in|from|of|be) (?:one|a single)(?: solid| continuous)? (?:piece|part|"
        r"block|casting|mo(?:u)?lding)\b|"
        r"\bmonolithic\b|\bunibody\b|\bintegral(?:ly)? (?:part|one|made|cast|mo(?:u)?lded)\b|"
        r"(?:整体(?:成型|成形|式|件|化|加工|制造|铸造|注塑|打印)|(?:是|为)(?:一个|单一)整体|做成(?:一个|一整个|一|整)(?:件|体)|一体(?:成型|成形|式|件|化|加工|"
        r"制造|铸造)?)"
        r"(?!看|风格|感|呈|尺寸|外形|高度|长度|重量|造型|外观|为)")),
    ("body_count", re.compile(
        r"\b(?:one|single|1)[- ](?:single |solid |closed |connected |continuous ){0,2}"
        r"(?:body|solid)\b(?! (?:may|must|shall|should|can|piece|part|block|unit|component))|"
        r"(?:一个|单个|单一|一)(?:封闭|完整|连通|连续)?的?实体")),
)  # fmt: skip

ABSENT_WORDS: Final[tuple[tuple[str, RequirementKind, re.Pattern[str]], ...]] = (
    ("hole_count", "hole", HOLE),
    ("overhang_area_fraction", "geometry", re.compile(r"overhang(?:s|ing)?|悬垂|悬空")),
    (
        "overhang_area_fraction",
        "geometry",
        re.compile(r"\bsupports?(?: material| structures?)?\s*(?:$|\bneeded|\brequired)|"
            r"支撑(?:结构|材料)?(?:$|[即就便也可])"),
    ),
    ("undercut_area_fraction", "geometry", re.compile(r"under-?cuts?|倒扣")),
    ("self_intersection_count", "geometry", re.compile(r"\bself[- ]?intersect\w*|自相交")),
    ("fillet_count", "geometry", re.compile(r"\bfillets?\b|圆角")),
    ("chamfer_count", "geometry", re.compile(r"\bchamfers?\b|倒角")),
)  # fmt: skip

FEATURE: Final = re.compile(
    r"\b(?:handle|rib|slot|boss|bosse|leg|arm|arm ?rest|hook|pin|tab|groove|pocket|logo|text|"
    r"letter|lettering|character|"
    r"grip|lip|rim|fin|tooth|teeth|foot|feet|opening|cut-?out|window|keyway|notch|recess|recesse|"
    r"shoulder|neck|stem|hub|"
    r"spoke|seat|back ?rest|shelf|shelve|drawer|door|step|stud|post|pillar|bolt|screw|nut|cable|"
    r"pipe|tube(?= (?:must|shall|fits?))|"
    r"rod|bearing|magnet|battery|sensor|display|screen|connector|port|button|key|knob|clip|snap|"
    r"latch|hinge|strap|belt|"
    r"chamfer|countersink|counterbore|thread|edge break|tread|bracket arm|ledge|collar|gusset|"
    r"web|channel|vent|louver|"
    r"louvre|grille?|slit|wire|cord|phone|tablet|laptop|monitor|camera|label|sticker|stand-?off|"
    r"spacer|mattress|cushion|"
    r"table ?top|desk ?top|drawer front|apron|stretcher|floor(?= clearance)|ground clearance|"
    r"spout|nozzle|inlet|outlet|mouth|bar(?= (?:diameter|thickness|length))|layer|infill)s?\b"
    r"|把手|手柄|筋|槽|凸台|缺口|开口|腿|座高|座面|座椅|字|层(?!板)|卡扣|螺栓|螺钉|螺母|轴承|凹|凸|"
    r"抽屉|门|靠背|扶手|台阶|挂钩|标识|销|[瓶壶]口|进口|出口|脚(?!手)|悬臂(?!面)"
)
"""Parts of a design, or of its surroundings: the extents of the whole say nothing about them."""
