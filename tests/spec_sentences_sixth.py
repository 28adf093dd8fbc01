"""A sixth set: designers, makers, buyers, architects, suppliers, schools; Chinese of all sorts.

Written by one who had seen neither the rules nor the other sets' sentences, in three groups; the
rules were changed after one group and before the next was read. Recall and precision of each at
first sight: .88/.78, .74/.76 and .79/.82. Since then it is a development set.
"""

from spec_sentences import (
    DRAFT,
    FILLET,
    INCH,
    OVERHANG,
    PLATE,
    POUND,
    UNDERCUT,
    WALL,
    case,
    eq,
    ge,
    le,
    look,
    material,
    none,
    size,
    size_max,
    within,
    yes,
)
from spec_sentences_third import (
    BLIND,
    BODIES,
    BORE,
    CHAMFER,
    CIRCLE,
    SINK_ANGLE,
    SPACING,
    TILT,
)

HEIGHT = "height|extent_z"
LENGTH = "length|extent_x|extent_y"
WIDTH = "width|extent_x|extent_y"
DEPTH = "hole_depth"
HOLES = (
    "hole_count|through_hole_count|equal_hole_count|bolt_circle_hole_count|clearance_hole_count"
    "|countersink_count|counterbore_count"
)
THREADS = HOLES + "|thread_drill_count|blind_hole_count"
THROUGH = "through_hole_count"
MIRRORED = "symmetry|symmetry_x|symmetry_y|symmetry_z"
NO_SUPPORT = "overhang_area_fraction|overhang_angle_max"


def through(number):
    return (eq(THROUGH, number), ge(THROUGH, number))


def seats(count):
    """Second readings of heads: so many sunk or bored holes."""
    return tuple(
        maker(name, count)
        for name in ("countersink_count", "counterbore_count", THROUGH)
        for maker in (eq, ge)
    )


FIRST_GROUP = (
    case(
        "Hi Marta, could you redo the bracket with 3mm walls instead of 2? And keep the whole "
        "thing under 85 g pls.",
        eq(WALL, 3),
        le("mass", 85),
    ),
    case("Wall 2.4 mm +0.2/-0 all round.", within(WALL, 2.4, 2.6)),
    case("| Overall height | 142 mm | ±0.5 |", within(HEIGHT, 141.5, 142.5)),
    case(
        "Qty 4 off mounting holes to suit M5 cap heads, clearance fit.",
        eq(HOLES, 4),
        thread=5.5,
        loose=True,
    ),
    case(
        "Envelope not to exceed 9.5 in x 6 in x 2.25 in.",
        *size_max(9.5 * INCH, 6 * INCH, 2.25 * INCH),
    ),
    case(
        "A 1 litre bottle has to drop in, so inside opening 92 mm or more.",
        loose=True,
        also=(ge("hole_diameter", 92),),
    ),
    case(
        "Draft 1° min everywhere; textured sides get 3°.",
        ge(DRAFT, 1),
        loose=True,
        also=(eq(DRAFT, 3), ge(DRAFT, 3)),
    ),
    case(
        "Sliding lid wants between 0.3 and 0.5 mm of clearance all around, otherwise it jams.",
        within("gap_min", 0.3, 0.5),
        loose=True,
    ),
    case("PA12 (SLS) please", material(), loose=True),
    case("I'd be grateful if the stool came out no taller than 46 cm.", le(HEIGHT, 460)),
    case(
        "Looks: more Braun than Alessi - calm, plain surfaces.",
        look(),
        also=(look(), look(), look(negated=True)),
    ),
    case("No visible fasteners on the customer-facing side.", look(negated=True)),
    case(
        "Cable pass-through: 1 hole, 22 mm dia.",
        eq(HOLES, 1),
        eq("hole_diameter", 22),
        also=through(1),
    ),
    case(
        "PCD 57.15 mm with 3x M4 tapped",
        eq(CIRCLE, 57.15),
        eq(THREADS, 3),
        thread=3.3,
        also=(eq("bolt_circle_hole_count", 3),),
    ),
    case(
        "Mesh must be watertight, our slicer choked on the last one.", yes("watertight"), loose=True
    ),
    case(
        "My printer is tiny (18 x 18 x 18 cm) and it has to fit on there in one go.",
        *size_max(180, 180, 180),
        loose=True,
        also=(eq(BODIES, 1),),
    ),
    case("Ribs: 50-60% of the nominal wall.", loose=True),
    case("Min. inside corner radius R0.5 mm (EDM not budgeted).", ge(FILLET, 0.5), loose=True),
    case("Weight budget 1.2 lbs, hard limit.", le("mass", 1.2 * POUND)),
    case("Patient-contact edges: radius 0.5 mm or larger.", ge(FILLET, 0.5)),
    case("Sheet: 1.5 mm 304 stainless, bead blasted.", eq(PLATE, 1.5), material(), loose=True),
    case(
        "Door trim carrier: general wall 2.2 mm min / 2.8 mm max, was 3.0.", within(WALL, 2.2, 2.8)
    ),
    case("整体长度110到115mm之间都行", within(LENGTH, 110, 115)),
    case("Has to be left/right symmetric so we only stock one SKU.", yes(MIRRORED), loose=True),
    case(
        "Two blind holes, 8 mm deep, Ø5 +0.1/0, for the dowels.",
        eq(BLIND, 2),
        eq(DEPTH, 8),
        within("hole_diameter", 5, 5.1),
    ),
    case("The tablet it carries weighs 640 g.", loose=True),
    case("Best regards,\nTom Hallworth\nJunior Buyer | +44 161 496 0123"),
    case("Please quote for 50, 200 and 1000 off, ex works, lead time in weeks."),
    case("Fusion file attached, v7, last saved 14/03."),
    case("Target retail is £24.99 inc. VAT."),
    case(
        "Feel: warm, a bit seventies, like a well-used bar of soap.", look(), also=(look(), look())
    ),
    case("Ideally the front reads as one uninterrupted surface.", look(priority="should")),
    case("Matte black all over.", look()),
    case("王工，支架壁厚改成不低于2.5mm，重量别超过120g哈", ge(WALL, 2.5), le("mass", 120)),
    case("外形尺寸：235×160×38（mm）", *size(235, 160, 38)),
    case(
        "底板均布6个φ9通孔，分布圆直径φ110。",
        eq(HOLES, 6),
        eq("hole_diameter", 9),
        eq(CIRCLE, 110),
        also=(*through(6), eq("bolt_circle_hole_count", 6)),
    ),
    case("注塑件的拔模斜度取1°~1.5°。", within(DRAFT, 1, 1.5)),
    case("材质：304不锈钢，板厚0.8mm", material(), eq(PLATE, 0.8)),
    case("款式要北欧风，线条简单一点", look(), also=(look(),)),
    case("合同编号：XS-2024-0317，交货期20天，含13%增值税。"),
)

SECOND_GROUP = (
    case(
        "ITEM 3: spacer, brass, 12 mm lg",
        material(),
        eq(LENGTH + "|height|extent_z", 12),
        loose=True,
    ),
    case(
        "Knuckle clearance behind the pull: 32 mm or more.", loose=True, also=(ge("gap_min", 32),)
    ),
    case(
        "Fixed desk, 720 mm high including the feet, tolerance ±3.",
        within(HEIGHT, 717, 723),
        loose=True,
    ),
    case(
        "It has to go in a 60 × 40 × 30 cm carton or the courier adds a surcharge.",
        *size_max(600, 400, 300),
        loose=True,
    ),
    case("Weight < 2kg w/o battery", le("mass", 2000), loose=True),
    case(
        "2X Ø8.5 THRU, C'BORE Ø14 x 8 DP",
        eq(HOLES, 2),
        eq("hole_diameter", 8.5),
        eq(BORE, 14),
        loose=True,
        also=seats(2),
    ),
    case("Chamfer all external edges 1 mm x 45°", eq(CHAMFER, 1), loose=True),
    case("Corner rads R6 mm (4 plcs)", eq(FILLET, 6), loose=True, also=(eq("fillet_count", 4),)),
    case("Vac forming, so minimum 3 deg draft on all walls.", ge(DRAFT, 3), loose=True),
    case("You can split it, but into 3 pieces max.", le(BODIES, 3)),
    case("lightweight!! < 400 grams incl hinges", le("mass", 400), loose=True),
    case(
        "the school printer is small so max 190 mm in any direction",
        le("length|extent_x", 190),
        loose=True,
        also=(le("width|extent_y", 190), le("height|extent_z", 190)),
    ),
    case("Finger holes 18–20 mm across", within("hole_diameter", 18, 20), loose=True),
    case(
        "Shelf: 3/4 inch birch ply, 36 in long",
        eq(PLATE, 0.75 * INCH),
        material(),
        eq(LENGTH, 36 * INCH),
    ),
    case("Ra 1.6 µm in the seal groove, 3.2 elsewhere.", loose=True),
    case(
        "Bearing goes in a 22 H7 bore.",
        within("hole_diameter", 22, 22.021),
        loose=True,
        also=(eq(HOLES, 1), ge(HOLES, 1)),
    ),
    case("Must not topple up to 12° in any direction when empty.", ge(TILT, 12), loose=True),
    case(
        "The housing must not have any through holes, it's going to be IP67.",
        none("through_hole_count|hole_count"),
        loose=True,
    ),
    case('Minimum section thickness 0.040".', ge(WALL, 0.040 * INCH)),
    case(
        "Nominal wall 2.5 mm, never above 4 mm or we get sink.",
        eq(WALL, 2.5),
        le(WALL, 4),
        loose=True,
    ),
    case(
        "Handle grip Ø28 ± 1 mm.",
        loose=True,
        also=(within("width|height|extent_x|extent_y|extent_z", 27, 29),),
    ),
    case("The backrest should echo a magnolia leaf.", look(priority="should")),
    case("It must not look medical.", look(negated=True)),
    case("Faceted low-poly style like that fox everyone prints", look()),
    case("Hexagon perforation pattern on the lid.", look()),
    case(
        "finish: should have a brushed aluminium look, paint is ok",
        look(priority="should"),
        loose=True,
    ),
    case("see attached PDF for the old version, sorry for the scan quality"),
    case("Drawn: JK   Checked: --   Scale 1:2   Sheet 1 of 3"),
    case("Deliver to Unit 14, Riverside Park, Leeds LS10 1AB, dock open 8-16h."),
    case("This section describes the cover family used on the 400 and 600 series drives."),
    case("Wall thk. 1.6 ... 2.0 mm", within(WALL, 1.6, 2.0)),
    case(
        "At least six drain holes please, none of them smaller than 4 mm",
        ge(HOLES, 6),
        ge("hole_diameter", 4),
    ),
    case(
        "桌子：长1400 宽700 高750（单位mm）",
        eq("length|extent_x", 1400),
        eq("height|extent_y", 700),
        eq("width|extent_z", 750),
    ),
    case("锐边倒角C0.5，去毛刺", eq(CHAMFER, 0.5), loose=True),
    case("亲，手机壳要1.2毫米以内的厚度，能做吗？", le(PLATE, 1.2)),
    case("4-M4螺纹孔，深度≥8mm", eq(THREADS, 4), ge(DEPTH, 8), thread=3.3),
    case("未注线性尺寸公差按GB/T 1804-m执行。", loose=True),
    case("单件重量控制在450~480g之间", within("mass", 450, 480)),
    case("整体看起来要有科技感", look()),
    case("收到，图纸周三前发你，麻烦再核对一下数量。"),
)

THIRD_GROUP = (
    case(
        "Bracket L=180 mm, W=65 mm, t=5 mm, Al 6082-T6",
        eq("length|extent_x", 180),
        eq("width|extent_y|extent_x", 65),
        eq(PLATE, 5),
        material(),
    ),
    case('Tray overall: 14" x 10 1/2" x 1 3/4"', *size(14 * INCH, 10.5 * INCH, 1.75 * INCH)),
    case("Not thicker than 12mm at any point.", le(PLATE, 12)),
    case(
        "Walls at a minimum 1.2 mm, anything less didn't survive the last moulding trial",
        ge(WALL, 1.2),
        loose=True,
    ),
    case("Strap slot 6.2 ± .1 mm wide", loose=True),
    case("Hole centres 128 mm apart (std handle)", eq(SPACING, 128), loose=True),
    case("Supplier shall hold mass to 0.75 kg ± 5 %.", within("mass", 712.5, 787.5)),
    case(
        "12 vent holes, 3 mm each, in 2 rows",
        eq(HOLES, 12),
        eq("hole_diameter", 3),
        loose=True,
        also=through(12),
    ),
    case("all edges R2 mm except the sealing face", eq(FILLET, 2), loose=True),
    case("Glass-filled nylon, definitely not PLA", material(), material(negated=True), loose=True),
    case(
        "Design it so it prints without supports.",
        none(NO_SUPPORT),
        loose=True,
        also=(le("overhang_angle_max", 45),),
    ),
    case(
        "overhangs: 50 deg from vertical max",
        le("overhang_angle_max", 50),
        loose=True,
        also=(none(OVERHANG),),
    ),
    case("Heatsink: total surface area at least 120 cm2.", ge("surface_area", 12000), loose=True),
    case(
        "Material volume no more than 35 cc, resin is expensive.", le("volume", 35000), loose=True
    ),
    case(
        "Keep the STL below 200,000 triangles so the web viewer doesn't die",
        le("triangle_count", 199999),
        loose=True,
    ),
    case(
        "X ≤ 84.5 mm, Y ≤ 56 mm, Z ≤ 12.7 mm",
        le("extent_x|length", 84.5),
        le("extent_y|width", 56),
        le("extent_z|height", 12.7),
    ),
    case("Controls to be mounted 900–1100 mm above finished floor level.", loose=True),
    case(
        "Four holes countersunk 90° for M5 screws.",
        eq(HOLES, 4),
        eq(SINK_ANGLE, 90),
        thread=5.5,
        loose=True,
        also=seats(4),
    ),
    case(
        "Gap between cap and neck: 0.2 mm nominal, 0.15 mm minimum.",
        eq("gap_min", 0.2),
        ge("gap_min", 0.15),
    ),
    case("Symmetrical about the long centreline.", yes(MIRRORED)),
    case("It has to be one single moulding.", eq(BODIES, 1), loose=True),
    case("Each hook rated 15kg.", loose=True),
    case("No undercuts - the customer won't pay for slides", none(UNDERCUT), loose=True),
    case("Rev C: logo moved, BOM unchanged."),
    case("We are a small studio in Porto making lighting for restaurants."),
    case("Budget: about 3 k€ for tooling, first shots by end of May"),
    case("thanks again for the quick turnaround on the last batch :)"),
    case(
        "A soft wedge profile tapering toward the front, like a door stop.",
        look(),
        also=(look(), look()),
    ),
    case("woodgrain texture on the outside", look(), loose=True),
    case(
        "Branding should be subtle, debossed rather than printed.",
        look(priority="should"),
        also=(look(priority="should"), look(priority="should", negated=True)),
    ),
    case("Don't make it look bulky.", look(negated=True)),
    case("Honeycomb openings across the back panel", look()),
    case("整机厚度要求8.5mm以下，宽度不超过74mm", le(HEIGHT, 8.5), le(WIDTH, 74)),
    case("孔径Φ12H8，孔深20mm", within("hole_diameter", 12, 12.027), eq(DEPTH, 20)),
    case("收纳盒规格：30*20*10cm，可叠放", *size(300, 200, 100), loose=True),
    case(
        "外壳壁厚宜为2mm～2.5mm，最薄处不应小于1.2mm。",
        within(WALL, 2, 2.5, priority="should"),
        ge(WALL, 1.2),
    ),
    case("作品须一体打印，尺寸不超过15cm×15cm×15cm", eq(BODIES, 1), *size_max(150, 150, 150)),
    case("外观参考无印良品那种极简风格", look()),
    case("以上报价不含运费，有效期15天。"),
    case("左右对称，圆角不小于R3", yes(MIRRORED), ge(FILLET, 3)),
)

SIXTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP)
