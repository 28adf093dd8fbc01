"""An eleventh set: plain briefs as designers paste them, often of several lines or demands.

Written by one who had not seen the rules, in four groups of forty; the rules were mended after
each. Recall and precision at first sight: .948/.936, .901/.901, .972/.933 and .900/.935.
Since then it is a development set.
"""

from spec_sentences import (
    DRAFT,
    FILLET,
    HEIGHT,
    INCH,
    OVERHANG,
    PLATE,
    POUND,
    UNDERCUT,
    WALL,
    WIDTH,
    case,
    eq,
    ge,
    le,
    look,
    material,
    none,
    within,
    yes,
)
from spec_sentences_third import (
    BLIND,
    BODIES,
    BORED_HOLES,
    CHAMFER,
    CIRCLE,
    SINK_ANGLE,
    SPACING,
    SUNK_HOLES,
    TILT,
    limits,
    sized,
)

OUNCE = POUND / 16
LENGTH = "length|extent_x|extent_y"
WIDE = WIDTH + "|extent_y"
DEPTH = "depth|width|height|extent_y|extent_x"
SOME = (eq("hole_count", 1), ge("hole_count", 1))
"""'A 10 mm hole': that there is one is neither right nor wrong to say."""


def named(along, across, high, op=eq, **more):
    """Three sizes named by words: the sorted name that is true of the part, or the axis."""
    ranks = {}
    for name, value in zip(
        ("length", "width", "height"), sorted((along, across, high), reverse=True), strict=True
    ):
        ranks.setdefault(value, []).append(name)
    flat = "|extent_x|extent_y"
    return (
        op("|".join(ranks[along]) + flat, along, **more),
        op("|".join(ranks[across]) + flat, across, **more),
        op("|".join(ranks[high]) + "|extent_z", high, **more),
    )


def round_size(value, op=eq):
    """An outside diameter: no listed quantity, any overall size will do."""
    return tuple(op("length|width|height|extent_x|extent_y", value) for _ in range(2))


FIRST_GROUP = (
    case(
        "Wall bracket for a 1 inch pipe\n- 2 holes, 6 mm\n- wall thickness at least 3 mm\n"
        "- max weight 80 g",
        eq("hole_count", 2),
        eq("hole_diameter", 6),
        ge(WALL, 3),
        le("mass", 80),
        loose=True,
    ),
    case(
        "Enclosure outside dimensions 120 x 80 x 40 mm, wall 2 mm.",
        *sized(120, 80, 40),
        eq(WALL, 2),
    ),
    case("The vase must be 240 mm tall and watertight.", eq(HEIGHT, 240), yes("watertight")),
    case("The knob must be knurled so it can be gripped with wet hands.", look(), loose=True),
    case(
        "Shelf: 600 mm wide, 200 mm deep, 18 mm thick. Material: birch plywood.",
        *named(600, 200, 18),
        material(),
        also=(eq(WALL, 18),),
    ),
    case(
        "Spur gear, module 1.5, 24 teeth, bore 8 mm H7.",
        within("hole_diameter", 8, 8.015),
        also=SOME,
        loose=True,
    ),
    case(
        "Phone stand - must print without supports, no overhangs steeper than 45 degrees.",
        none(OVERHANG),
        also=(none(OVERHANG), look(negated=True)),
        loose=True,
    ),
    case(
        "Hinge leaf\nThickness: 2.5 mm\nHoles: 3 per leaf, countersunk for M4",
        eq(PLATE, 2.5),
        eq(SUNK_HOLES, 3),
        loose=True,
        thread=4.5,
    ),
    case(
        "Bottle cap needs a minimum wall of 1.2 mm and draft of at least 1°.",
        ge(WALL, 1.2),
        ge(DRAFT, 1),
    ),
    case(
        "Lamp base, weight between 1.5 and 2 kg so it doesn't fall over.",
        within("mass", 1500, 2000),
        loose=True,
    ),
    case(
        "Toy car: no sharp edges, all edges rounded R1.5 or more.",
        look(negated=True),
        ge(FILLET, 1.5),
        loose=True,
    ),
    case(
        "Manifold block 100 x 50 x 30, aluminium 6061, 6 ports.",
        *sized(100, 50, 30),
        material(),
        also=(eq("hole_count", 6),),
        loose=True,
    ),
    case(
        "Pump housing: 8x M6 tapped holes on 140 mm PCD.",
        eq("hole_count", 8),
        eq(CIRCLE, 140),
        thread=5.0,
    ),
    case(
        "Drill jig with five 6.0 mm guide holes, spaced 25 mm apart.",
        eq("hole_count", 5),
        eq("hole_diameter", 6),
        eq(SPACING, 25),
    ),
    case("Lid clearance 0.3 mm all round.", eq("gap_min", 0.3)),
    case(
        "Coat hook. Should hold 10 kg. Two screw holes, 4.5 mm dia.",
        eq("hole_count", 2),
        eq("hole_diameter", 4.5),
        loose=True,
    ),
    case(
        "Must fit on an Ender 3 bed (220 x 220 x 250 mm).",
        le("length|extent_z", 250),
        le("width|extent_x|extent_y", 220),
        le("height|extent_x|extent_y", 220),
    ),
    case(
        "Soap dish with at least 6 drain holes, each 5-6 mm.",
        ge("hole_count", 6),
        within("hole_diameter", 5, 6),
    ),
    case("Title: Cable clip rev C\nDrawn by: J. Porter\nDate: 12/03/2024"),
    case(
        "The tray should be stackable and have rounded corners, radius 12 mm preferably.",
        eq(FILLET, 12, priority="should"),
        also=(look(priority="should"), look()),
        loose=True,
    ),
    case("Tolerance on overall length: 150 mm +/- 0.5.", within(LENGTH, 149.5, 150.5)),
    case("The planter is one solid piece, no separate saucer.", eq(BODIES, 1), loose=True),
    case("Wall thickness:\nmin 1.5 mm\nmax 4 mm", within(WALL, 1.5, 4)),
    case(
        "Height no more than 3.5 in, weight under 12 oz.",
        le(HEIGHT, 3.5 * INCH),
        le("mass", 12 * OUNCE),
    ),
    case("Symmetric left to right.", yes("symmetry|symmetry_x|symmetry_y")),
    case(
        "Hi, we need a replacement foot for our office chair. It has to be black nylon and no "
        "higher than 35 mm. Thanks, Carol",
        material(),
        le(HEIGHT, 35),
        loose=True,
    ),
    case(
        "Base plate 150x100x6 mm S235JR\n4 x dia 9 thru\nBreak all sharp edges 0.5 mm",
        *sized(150, 100, 6),
        material(),
        eq("hole_count", 4),
        eq("hole_diameter", 9),
        also=(eq(PLATE, 6), eq(CHAMFER, 0.5), ge(CHAMFER, 0.5), eq(FILLET, 0.5)),
        loose=True,
    ),
    case(
        "The cookie cutter edge should be no thinner than 0.8 mm.", ge(WALL, 0.8, priority="should")
    ),
    case(
        "Handrail bracket: projection 75 mm max, no visible screws.",
        look(negated=True),
        also=(le(DEPTH + "|length|extent_z", 75),),
        loose=True,
    ),
    case("Quantity: 250 pcs, delivery week 34, price per piece ex works."),
    case(
        "Pulley with 5 spokes; bore 12 mm; single part.",
        eq("hole_diameter", 12),
        eq(BODIES, 1),
        also=SOME,
        loose=True,
    ),
    case(
        "Internal fillets R3 min., external edges chamfered 1 x 45°.",
        ge(FILLET, 3),
        eq(CHAMFER, 1),
        loose=True,
    ),
    case("外壳壁厚不小于2mm,重量不超过150g。", ge(WALL, 2), le("mass", 150)),
    case("支架上有4个直径6.5mm的通孔。", eq("hole_count", 4), eq("hole_diameter", 6.5)),
    case("底板尺寸200×120×8mm,材料:45钢。", *sized(200, 120, 8), material(), also=(eq(PLATE, 8),)),
    case("花瓶高度180mm到200mm,造型简约。", within(HEIGHT, 180, 200), look(), loose=True),
    case("所有外边倒圆角R2,不得有锐边。", eq(FILLET, 2), look(negated=True)),
    case("旋钮最好左右对称。", yes("symmetry|symmetry_x|symmetry_y", priority="should")),
    case("数量:500件,交货期:四周。"),
    case("拔模斜度至少1.5°,不允许有倒扣。", ge(DRAFT, 1.5), none(UNDERCUT)),
)

SECOND_GROUP = (
    case(
        "Raspberry Pi case\n- Walls 2 mm min.\n- Four M2.5 mounting holes\n"
        "- Snap-fit lid, gap 0.2 mm",
        ge(WALL, 2),
        eq("hole_count", 4),
        eq("gap_min", 0.2),
        also=(eq(BODIES, 2),),
        loose=True,
        thread=2.9,
    ),
    case("The mug must have a handle and hold 300 ml.", look(), loose=True),
    case(
        "Flange: 6 holes Ø11 equally spaced on a 120 mm bolt circle",
        eq("hole_count", 6),
        eq("hole_diameter", 11),
        eq(CIRCLE, 120),
        loose=True,
    ),
    case("Max envelope 300 x 200 x 150 mm.", *limits(300, 200, 150)),
    case(
        "Door wedge, length 120 mm, height 30 mm, TPU.",
        eq(LENGTH, 120),
        eq(HEIGHT + "|width", 30),
        material(),
    ),
    case(
        "Wall thickness should be uniform, 2.5 mm nominal.",
        eq(WALL, 2.5, priority="should"),
        loose=True,
    ),
    case("Pen holder: 7 compartments, minimalist look.", look(), loose=True),
    case("The chess piece must not weigh more than 45 grams.", le("mass", 45)),
    case(
        "Bearing housing, seat Ø47 H7, material EN-GJL-250.",
        material(),
        also=(within("hole_diameter", 47, 47.025), *SOME),
        loose=True,
    ),
    case(
        "Headphone hanger\nPrint in PETG\nNo supports\nOne piece",
        material(),
        eq(BODIES, 1),
        also=(none(OVERHANG), look(negated=True)),
        loose=True,
    ),
    case("Min. draft angle 2 deg on all side walls.", ge(DRAFT, 2)),
    case(
        "Spacer thickness 5 ±0.05 mm, central hole 10.2 mm.",
        within(PLATE, 4.95, 5.05),
        eq("hole_diameter", 10.2),
        also=SOME,
    ),
    case("Table leg height 710 mm (+/- 2 mm).", within(HEIGHT + "|length", 708, 712)),
    case("Make the earring as light as possible, definitely below 4 g.", le("mass", 4), loose=True),
    case("There shall be no holes in the top cover.", none("hole_count")),
    case(
        "Drone arm: carbon-filled nylon, max. 28 g, wall ≥ 1.6 mm",
        material(),
        le("mass", 28),
        ge(WALL, 1.6),
    ),
    case("Faucet handle in brass, polished, with a slim lever.", material(), look(), loose=True),
    case(
        'Vise soft jaws 6" x 2" x 1", aluminum, two 3/8" counterbored holes.',
        *sized(6 * INCH, 2 * INCH, INCH),
        material(),
        eq(BORED_HOLES, 2),
        also=(eq("hole_diameter", 0.375 * INCH), eq("counterbore_diameter", 0.375 * INCH)),
        loose=True,
    ),
    case(
        "The file must be watertight with fewer than 100,000 triangles.",
        yes("watertight"),
        le("triangle_count", 99999),
    ),
    case(
        "Bird feeder perch hole 8 mm, hanging hole 4 mm.",
        eq("hole_diameter", 8),
        eq("hole_diameter", 4),
        also=(*SOME, *SOME, eq("hole_count", 2)),
    ),
    case("Toothbrush holder. Freestanding, at least 3 slots, easy to clean.", loose=True),
    case("Moving parts need 0.4-0.5 mm clearance.", within("gap_min", 0.4, 0.5)),
    case(
        "Bookend: steel sheet 1.5 mm, 180 mm high, 140 mm wide",
        material(),
        eq(PLATE, 1.5),
        eq(HEIGHT + "|length", 180),
        eq(WIDE, 140),
    ),
    case("Company: Halden Industrial Ltd.\nContact: purchasing@halden.example"),
    case(
        "Edges to be radiused 3 mm. A logo on the front would be nice to have.",
        eq(FILLET, 3),
        look(priority="could"),
        loose=True,
    ),
    case("Valve body: 2 blind holes M8, depth 16 mm.", eq(BLIND, 2), loose=True, thread=6.8),
    case("Rib thickness 1.2 mm, ribs spaced 15 mm.", also=(eq(WALL, 1.2),), loose=True),
    case(
        "Dear all, attached is the updated sensor mount. Only change: the wall is now 3 mm "
        "and we now need six holes.",
        eq(WALL, 3),
        eq("hole_count", 6),
    ),
    case("Assembly consists of 3 parts: body, lid, latch.", eq(BODIES, 3), loose=True),
    case(
        "The clamp has to be under 90 mm in length and below 0.25 lb.",
        le(LENGTH, 90),
        le("mass", 0.25 * POUND),
    ),
    case("Candle holder, hexagonal, with a flat base", look(), loose=True),
    case(
        "Gusset plate 4 mm thick; holes 4 off 14 dia; galvanised steel.",
        eq(PLATE, 4),
        eq("hole_count", 4),
        eq("hole_diameter", 14),
        material(),
        loose=True,
    ),
    case(
        "手机支架,材料PLA,打印无需支撑。",
        material(),
        also=(none(OVERHANG), look(negated=True)),
        loose=True,
    ),
    case(
        "法兰盘:6个Ø9孔均布在Ø100的分度圆上。",
        eq("hole_count", 6),
        eq("hole_diameter", 9),
        eq(CIRCLE, 100),
        loose=True,
    ),
    case("盒盖与盒体间隙0.2~0.3mm。", within("gap_min", 0.2, 0.3)),
    case("最大外形尺寸:250mm×180mm×90mm", *limits(250, 180, 90)),
    case("水杯要有把手,容量350毫升。", look(), loose=True),
    case("齿轮箱壳体\n壁厚:3-4mm\n质量:≤1.2kg", within(WALL, 3, 4), le("mass", 1200)),
    case("轴孔直径10mm,公差±0.02mm。", within("hole_diameter", 9.98, 10.02), also=SOME),
    case("模型必须是封闭的水密实体,整体为一个零件。", yes("watertight"), eq(BODIES, 1)),
)

THIRD_GROUP = (
    case(
        'Camera mount plate\n1/4" through hole in the middle\n5 mm thick\nAluminium',
        eq("hole_diameter", 0.25 * INCH),
        eq(PLATE, 5),
        material(),
        also=SOME,
    ),
    case(
        "Battery cover for remote, wall 1.0 to 1.5 mm, no undercuts.",
        within(WALL, 1.0, 1.5),
        none(UNDERCUT),
    ),
    case("Grab bar end cap: smooth, no sharp corners.", look(negated=True), loose=True),
    case(
        "Stool: seat height 450 mm, three legs, solid oak.",
        look(),
        material(),
        also=(eq(HEIGHT + "|length", 450),),
        loose=True,
    ),
    case(
        "Electrical junction box, 100 x 100 x 50, IP54, four knockouts.",
        *sized(100, 100, 50),
        also=(eq("hole_count", 4),),
        loose=True,
    ),
    case(
        "The puzzle pieces should have a gap of 0.15 mm between them.",
        eq("gap_min", 0.15, priority="should"),
    ),
    case(
        "Fan grille with honeycomb pattern; 4 mounting holes 4.3 mm; 2 mm thick",
        look(),
        eq("hole_count", 4),
        eq("hole_diameter", 4.3),
        eq(PLATE, 2),
        loose=True,
    ),
    case(
        "Piston: Ø40, pin hole Ø10 H7, aluminium alloy.",
        material(),
        within("hole_diameter", 10, 10.015),
        also=(*SOME, *round_size(40)),
        loose=True,
    ),
    case("Overall length: 85 mm\nOverall width: 42 mm\nOverall height: 18 mm", *named(85, 42, 18)),
    case("Weight: 500 g max", le("mass", 500)),
    case(
        "Doll house chair, about the size of a matchbox, printed in one piece.",
        eq(BODIES, 1),
        loose=True,
    ),
    case(
        "Heat sink - minimum fin thickness 1.2 mm - at least 10 fins",
        also=(ge(WALL, 1.2),),
        loose=True,
    ),
    case("Two M5 threaded holes 30 mm apart.", eq("hole_count", 2), eq(SPACING, 30), thread=4.2),
    case(
        "The bike light bracket must be symmetrical and weigh less than 35 g.",
        yes("symmetry|symmetry_x|symmetry_y|symmetry_z"),
        le("mass", 35),
    ),
    case(
        "Ice scraper: length 200-220 mm, rounded handle.",
        within(LENGTH, 200, 220),
        look(),
        loose=True,
    ),
    case("General tolerances ISO 2768-mK.", loose=True),
    case("Corners: R5 minimum. Edges: R1 minimum.", ge(FILLET, 5), ge(FILLET, 1)),
    case(
        "Funnel; wall 1.6 mm; top diameter 90 mm, spout 12 mm.",
        eq(WALL, 1.6),
        also=(*round_size(90), eq("hole_diameter", 12)),
        loose=True,
    ),
    case(
        "Not taller than 60 mm, please, and preferably under 200 g.",
        le(HEIGHT, 60),
        le("mass", 200, priority="should"),
    ),
    case(
        "Keychain tag 50 x 25 x 3 mm with one 4 mm hole.",
        *sized(50, 25, 3),
        eq("hole_count", 1),
        eq("hole_diameter", 4),
        also=(eq(PLATE, 3),),
    ),
    case(
        "Gearbox cover, cast iron, 3 degrees draft, min radius 3 mm.",
        material(),
        eq(DRAFT, 3),
        ge(FILLET, 3),
    ),
    case(
        "The kitchen timer body shall not tip over at an incline of 10°.", ge(TILT, 10), loose=True
    ),
    case(
        "Holes: 12 in total, none smaller than 3 mm.", eq("hole_count", 12), ge("hole_diameter", 3)
    ),
    case(
        "Extrusion T-slot bracket\n- for 2020 profile\n- 2x M5 clearance holes\n"
        "- 4 mm wall minimum",
        eq("hole_count", 2),
        ge(WALL, 4),
        loose=True,
        thread=5.5,
    ),
    case("Wall hook looks like a whale tail", look(), loose=True),
    case(
        "Panel: depth ≤ 25 mm, width = 482.6 mm (19 in rack).",
        le(DEPTH + "|extent_z", 25),
        eq("length|" + WIDE, 482.6),
        loose=True,
    ),
    case(
        "Sorry for the late reply. The nozzle adapter is fine but the wall must be at least "
        "1.8 mm everywhere, otherwise it cracks.",
        ge(WALL, 1.8),
        loose=True,
    ),
    case(
        "Overhangs shouldn't exceed 50°.",
        none(OVERHANG, priority="should"),
        also=(none(OVERHANG),),
        loose=True,
    ),
    case(
        "Desk organiser in recycled PLA; clean Scandinavian style; no visible seams.",
        material(),
        look(),
        look(negated=True),
        loose=True,
    ),
    case(
        "Length x width: 90 mm x 55 mm. Thickness: 2 mm.",
        eq(LENGTH, 90),
        eq(WIDE, 55),
        eq(PLATE, 2),
    ),
    case("RFQ 2024-0187\nPart: idler arm\nMaterial: 1.4301\nQty: 20", material()),
    case(
        "Toilet paper holder, wall-mounted with 2 countersunk holes.", eq(SUNK_HOLES, 2), loose=True
    ),
    case("灯罩壁厚1.2毫米,高度不超过160毫米。", eq(WALL, 1.2), le(HEIGHT, 160)),
    case("安装板:4×M5螺纹孔,孔距60mm。", eq("hole_count", 4), eq(SPACING, 60), thread=4.2),
    case("挂钩承重5公斤,材料ABS。", material(), loose=True),
    case("玩具表面光滑,边缘圆角不小于1mm,无尖角。", ge(FILLET, 1), look(negated=True), loose=True),
    case(
        "产品总长120±0.3mm,总宽45±0.2mm。", within(LENGTH, 119.7, 120.3), within(WIDE, 44.8, 45.2)
    ),
    case("建议重量在80克以下。", le("mass", 80, priority="should")),
    case("设计:王工\n审核:李工\n日期:2023年5月8日"),
    case("阀体至少要有3个安装孔,孔径8mm。", ge("hole_count", 3), eq("hole_diameter", 8)),
)

FOURTH_GROUP = (
    case(
        "Guitar wall hanger\n* max 120 mm wide\n* two holes for 5 mm screws\n* rounded, soft edges",
        le(WIDE, 120),
        eq("hole_count", 2),
        also=(
            eq("hole_diameter", 5),
            within("hole_diameter", 5, 6),
            ge("hole_diameter", 5),
            look(),
        ),
        loose=True,
    ),
    case(
        "Connector housing: PA66 GF30, wall thickness 0.8 mm ± 0.05, draft min. 0.5°",
        material(),
        within(WALL, 0.75, 0.85),
        ge(DRAFT, 0.5),
    ),
    case("The drawer pull is 128 mm between hole centres.", eq(SPACING, 128)),
    case(
        "Sheet metal cover, 1 mm steel, 4 off Ø5.5 holes",
        eq(PLATE, 1),
        material(),
        eq("hole_count", 4),
        eq("hole_diameter", 5.5),
    ),
    case("Cup holder insert must be between 70 and 74 mm high.", within(HEIGHT, 70, 74)),
    case(
        "Wheel hub: 5 lug holes, PCD 114.3 mm, centre bore 66.1 mm.",
        eq(CIRCLE, 114.3),
        eq("hole_diameter", 66.1),
        eq("hole_count", 5),
        also=SOME,
    ),
    case(
        "The robot gripper finger must not weigh more than 60 g and must be mirror symmetric.",
        le("mass", 60),
        yes("symmetry|symmetry_x|symmetry_y|symmetry_z"),
    ),
    case("Salt shaker with 9 holes of 2 mm.", eq("hole_count", 9), eq("hole_diameter", 2)),
    case(
        "Plant label\nHeight 150 mm\nThickness 2 mm\nColour green",
        eq(HEIGHT + "|length", 150),
        eq(PLATE, 2),
        loose=True,
    ),
    case(
        "Crate size 600 x 400 x 300 mm max, HDPE, with hand holes on the short sides.",
        *limits(600, 400, 300),
        material(),
        also=(look(), ge("hole_count", 2), eq("hole_count", 2)),
        loose=True,
    ),
    case("Minimum wall: .080 in.", ge(WALL, 0.08 * INCH)),
    case(
        "The shaft collar is split and has a 20 mm bore (+0.1/0).",
        within("hole_diameter", 20, 20.1),
        also=SOME,
        loose=True,
    ),
    case(
        "Garden hose nozzle: ergonomic grip, no protruding screws, corrosion resistant.",
        look(),
        look(negated=True),
        loose=True,
    ),
    case(
        "Countersunk holes: 6, 90°, for M3 screws.",
        eq(SUNK_HOLES, 6),
        eq(SINK_ANGLE, 90),
        loose=True,
        thread=3.4,
    ),
    case("Walls not less than 2 mm and not more than 3.5 mm thick.", within(WALL, 2, 3.5)),
    case(
        "Cable gland plate 3 mm: 2 holes M20, 3 holes M16",
        eq(PLATE, 3),
        eq("hole_count", 2),
        eq("hole_count", 3),
        also=(
            eq("hole_count", 5),
            eq("hole_diameter", 20),
            eq("hole_diameter", 16),
            eq("hole_diameter", 20.5),
            eq("hole_diameter", 16.5),
        ),
        loose=True,
    ),
    case(
        "Board game insert, all walls 1.2 mm, must fit a box 287 x 287 x 70 mm",
        eq(WALL, 1.2),
        *limits(287, 287, 70),
    ),
    case("Fillet all internal corners with min. 2 mm radius.", ge(FILLET, 2)),
    case("Document no. 44-120-B, sheet 2 of 3, scale 1:2"),
    case(
        "Clock face: 12 hour markers, round, 250 mm diameter.",
        look(),
        also=(look(), *round_size(250)),
        loose=True,
    ),
    case(
        "Tripod foot: rubber, made of two parts, 22 mm high",
        material(),
        eq(BODIES, 2),
        eq(HEIGHT, 22),
    ),
    case("The part volume must stay below 120 cm3.", le("volume", 120000)),
    case(
        "Paddle handle: length 1.2 m, hollow, wall 2 mm, max. mass 0.6 kg.",
        eq(LENGTH, 1200),
        eq(WALL, 2),
        le("mass", 600),
        loose=True,
    ),
    case(
        "No through holes. No undercuts. Flat bottom.",
        none("hole_count|through_hole_count"),
        none(UNDERCUT),
        also=(look(), ge("planar_face_count", 1)),
        loose=True,
    ),
    case(
        "Jewellery box - hinged lid, should be elegant with fine vertical grooves.",
        look(priority="should"),
        also=(look(), look(priority="should")),
        loose=True,
    ),
    case(
        "Hose clamp for 25 mm hose, stainless steel, one M6 screw hole.",
        material(),
        eq("hole_count", 1),
        loose=True,
        thread=6.6,
    ),
    case(
        "Lego-compatible brick, 15.8 x 31.8 x 9.6 mm, ABS",
        *sized(15.8, 31.8, 9.6),
        material(),
        loose=True,
    ),
    case(
        "Hello! I'd like this spare wheel for my dishwasher rack printed. It must be 38 mm high "
        "at most, the hole has to be 6.2 mm. What would that cost?",
        le(HEIGHT, 38),
        eq("hole_diameter", 6.2),
        also=SOME,
        loose=True,
    ),
    case(
        "Chamfer all outer edges 0.5 mm; hole dia. 3.2 (x4)",
        eq(CHAMFER, 0.5),
        eq("hole_diameter", 3.2),
        eq("hole_count", 4),
    ),
    case(
        "Optional: a cable hole of 10 mm at the back.",
        eq("hole_diameter", 10, priority="could"),
        also=(eq("hole_count", 1, priority="could"), ge("hole_count", 1, priority="could")),
        loose=True,
    ),
    case(
        "Ramp for wheelchair: gradient max 1:12, width at least 900 mm, non-slip surface.",
        ge(WIDE + "|length", 900),
        loose=True,
    ),
    case("Parts shall be kept 0.5 mm apart or more when printed together.", ge("gap_min", 0.5)),
    case(
        "椅子座高450mm,木质,四条腿。",
        material(),
        look(),
        also=(eq(HEIGHT + "|length", 450), look()),
        loose=True,
    ),
    case("泵体材料为HT250,壁厚最小5mm,铸造圆角R3。", material(), ge(WALL, 5), eq(FILLET, 3)),
    case(
        "打印尺寸不得超过200x200x200毫米。",
        le("length|extent_x", 200),
        le("width|extent_y", 200),
        le("height|extent_z", 200),
    ),
    case("盖板:2个沉头孔,厚度4mm。", eq(SUNK_HOLES + "|counterbore_count", 2), eq(PLATE, 4)),
    case("笔筒高100mm,外观圆润可爱。", eq(HEIGHT, 100), look(), loose=True),
    case("悬垂角不大于45°,单件净重≤300g。", none(OVERHANG), le("mass", 300)),
    case(
        "把手长度应为150~160mm,宜采用铝合金。",
        within(LENGTH, 150, 160),
        material(priority="should"),
    ),
    case("公司地址:苏州市工业园区星湖街88号,电话见附件。"),
)

ELEVENTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP, *FOURTH_GROUP)
