"""A fourteenth set: plain briefs as designers paste them, often of several lines or demands.

Written by one who had not seen the rules, in four groups of forty; the rules were mended after
each. Recall and precision at first sight: .920/.953, .960/.911, .935/.956 and .890/.881.
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
    case,
    eq,
    ge,
    le,
    look,
    material,
    none,
    thing,
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
)

OUNCE = POUND / 16
DIA = "outer_diameter|length|width|extent_x|extent_y"
LONG = "length|extent_x|extent_y"
TALL = "extent_z|length"
WIDE = "width|extent_x|extent_y"
DEEP = "width|extent_y|extent_x|height"
THICK = "wall_thickness_min|height|extent_z"
GAP = "gap_min"
HOLES = "hole_count"
HOLE = "hole_diameter"
HOLE1 = (eq(HOLES, 1), ge(HOLES, 1))
SYM = "symmetry|symmetry_x|symmetry_y|symmetry_z"


def _labelled(make, x, y, z):
    axes = sorted(
        zip((x, y, z), ("extent_x", "extent_y", "extent_z"), strict=True), key=lambda pair: -pair[0]
    )
    names = ("length", "width", "height")
    return tuple(
        make(f"{name}|{axis}", value) for name, (value, axis) in zip(names, axes, strict=True)
    )


def box_max(x, y, z):
    """Limits in the order width, depth, height: sorted or by axis."""
    return _labelled(le, x, y, z)


def box(x, y, z):
    return _labelled(eq, x, y, z)


FIRST_GROUP = (
    case(
        "Wall bracket for a router\n- Wall: 3 mm min.\n- Four holes for M4 screws\n"
        "- Max. 180 x 120 x 40 mm",
        ge(WALL, 3),
        eq(HOLES, 4),
        *box_max(180, 120, 40),
        thread=4.5,
    ),
    case(
        "Enclosure outside dimensions 120 x 80 x 35 mm, wall thickness 2 mm.",
        *box(120, 80, 35),
        eq(WALL, 2),
    ),
    case(
        "The vase must be 240 mm high and no wider than 110 mm.",
        eq(TALL, 240),
        le(WIDE + "|outer_diameter", 110),
    ),
    case(
        "Knob diameter 40 mm, height 22 mm. Blind bore Ø6 for the shaft.",
        eq(DIA, 40),
        eq(HEIGHT, 22),
        eq(HOLE, 6),
        loose=True,
        also=(*HOLE1, eq(DIA, 40), eq(BLIND, 1)),
    ),
    case(
        "Drill jig: 6 guide holes, 5 mm diameter, spaced 32 mm apart.",
        eq(HOLES, 6),
        eq(HOLE, 5),
        eq(SPACING, 32),
        loose=True,
    ),
    case("Total weight of the stand must stay under 350 g.", le("mass", 350)),
    case(
        "Hinge, 80 mm long, leaf 2.5 mm thick, 6 countersunk holes in total.",
        eq(LONG, 80),
        eq(PLATE, 2.5),
        eq(SUNK_HOLES, 6),
    ),
    case(
        "Bottle\nHeight: 210 mm max\nDiameter: 75 mm max\nWall: 1.2 mm min",
        le(TALL, 210),
        le(DIA, 75),
        ge(WALL, 1.2),
        also=(le(DIA, 75),),
    ),
    case("Lamp shade, PETG, single wall 0.8 mm.", material(), eq(WALL, 0.8), loose=True),
    case(
        "The toy car must not have any sharp edges; all outer edges rounded to at least 2 mm.",
        thing(negated=True),
        ge(FILLET, 2),
    ),
    case("Manifold block 100 x 60 x 40 mm in aluminium 6061.", *box(100, 60, 40), material()),
    case("Bearing housing bore Ø32 H7", within(HOLE, 32, 32.025), also=HOLE1),
    case(
        "Shelf: width 800 mm, depth 250 mm, thickness 18 mm.",
        eq("length|extent_x", 800),
        eq("width|extent_y", 250),
        eq(THICK, 18),
    ),
    case(
        "Cable clip holds one 6 mm cable and has one screw hole, 3.5 mm diameter.",
        eq(HOLES, 1),
        eq(HOLE, 3.5),
        loose=True,
    ),
    case(
        "Min. draft angle 1.5° on all vertical walls, no undercuts.", ge(DRAFT, 1.5), none(UNDERCUT)
    ),
    case(
        "Coat hook: max projection 70 mm from the wall, two fixing holes 5 mm.",
        eq(HOLES, 2),
        eq(HOLE, 5),
        loose=True,
        also=(le(WIDE, 70), le(HEIGHT, 70), le("length", 70)),
    ),
    case(
        "Flange with 8 holes Ø14 on a 160 mm bolt circle, outer diameter 200 mm.",
        eq(HOLES, 8),
        eq(HOLE, 14),
        eq(CIRCLE, 160),
        eq(DIA, 200),
        also=(eq(DIA, 200),),
    ),
    case(
        "Heat sink envelope no larger than 50 x 50 x 25 mm, weight 80 g max.",
        *box_max(50, 50, 25),
        le("mass", 80),
    ),
    case(
        "Phone stand prints in one piece without supports.",
        eq(BODIES, 1),
        loose=True,
        also=(none(OVERHANG),),
    ),
    case("Mounting plate thickness: 4 mm ± 0.1", within(THICK, 3.9, 4.1)),
    case("Motor mount should weigh less than 120 grams.", le("mass", 120, priority="should")),
    case(
        "Soap dish must have at least 5 drain holes of 6 mm or larger.", ge(HOLES, 5), ge(HOLE, 6)
    ),
    case(
        "Planter pot:\n- outer diameter 180 mm\n- walls between 3 and 4 mm\n- one drainage hole",
        eq(DIA, 180),
        within(WALL, 3, 4),
        eq(HOLES, 1),
        also=(eq(DIA, 180),),
    ),
    case("Gap between lid and box 0.3 mm minimum.", ge(GAP, 0.3)),
    case("The comb is symmetrical left to right and 3.5 mm thick.", yes(SYM), eq(THICK, 3.5)),
    case(
        "Sheet metal cover, 1.5 mm galvanised steel, bend radius 2 mm.",
        eq(THICK, 1.5),
        material(),
        loose=True,
        also=(eq(FILLET, 2),),
    ),
    case('Overall length 14 1/2" max, width 6" max.', le(LONG, 14.5 * INCH), le(WIDE, 6 * INCH)),
    case(
        "Hi, attached is the second version of the funnel. Wall should be 1.6 mm or more so it "
        "survives the workshop. Thanks, Ben",
        ge(WALL, 1.6, priority="should"),
        loose=True,
    ),
    case("Project: Garden tap handle\nRevision C, 14 March\nDrawn by: K. Osei"),
    case("Quantity: 250 pcs, delivery week 32."),
    case(
        "Mesh must be watertight and below 100,000 triangles.",
        yes("watertight"),
        le("triangle_count", 100000),
    ),
    case(
        "Pulley OD 60 mm, bore 8 mm, width 14 mm.",
        eq(DIA, 60),
        eq(HOLE, 8),
        eq("height|extent_z|extent_x|extent_y", 14),
        also=(*HOLE1, eq(DIA, 60)),
    ),
    # Chinese
    case("外壳尺寸 120×80×35 mm，壁厚不小于 2 mm。", *box(120, 80, 35), ge(WALL, 2)),
    case("支架上有四个直径 5 mm 的安装孔。", eq(HOLES, 4), eq(HOLE, 5)),
    case(
        "花瓶高度 200 mm，最小壁厚 1.5 mm，模型必须水密。",
        eq("extent_z|height|length", 200),
        ge(WALL, 1.5),
        yes("watertight"),
    ),
    case("材料：6061 铝合金\n质量：不超过 300 g", material(), le("mass", 300)),
    case("所有外边缘倒圆角 R2。", eq(FILLET, 2)),
    case("拔模斜度不小于 1°。", ge(DRAFT, 1)),
    case(
        "法兰外径 150 mm，厚度 12 mm，均布 6 个 Ø11 的孔。",
        eq(DIA, 150),
        eq(THICK, 12),
        eq(HOLES, 6),
        eq(HOLE, 11),
        loose=True,
        also=(eq(DIA, 150),),
    ),
    case("图号：ZJ-0231\n设计：李工\n日期：2024年5月"),
)

SECOND_GROUP = (
    case(
        "Gear: 32 teeth, module 1.5, bore Ø8 H7, steel.",
        within(HOLE, 8, 8.015),
        material(),
        loose=True,
        also=HOLE1,
    ),
    case(
        "Coffee table 1100 mm long, 600 mm wide and 420 mm high. Top in solid oak.",
        eq(LONG, 1100),
        eq(WIDE, 600),
        eq(HEIGHT, 420),
        material(),
    ),
    case("Drone arm must weigh no more than 28 g.", le("mass", 28)),
    case(
        "Battery holder\nWall min 1.2 mm\n2 holes for M3 screws\nMust fit in 90 x 45 x 25 mm",
        ge(WALL, 1.2),
        eq(HOLES, 2),
        *box_max(90, 45, 25),
        thread=3.4,
    ),
    case("Cookie cutter height 18 mm, cutting edge wall 0.8 mm.", eq(HEIGHT, 18), eq(WALL, 0.8)),
    case(
        "Camera mount plate, 50 x 38 x 8 mm, with a 1/4-20 threaded hole in the centre.",
        *box(50, 38, 8),
        also=HOLE1,
        loose=True,
        thread=5.105,
    ),
    case(
        "Pipe clamp for 40 mm pipe, two bolt holes Ø6.6.", eq(HOLES, 2), eq(HOLE, 6.6), loose=True
    ),
    case(
        "Stool: seat diameter 320 mm, total height 450 mm, four legs.",
        eq("extent_z|height|length", 450),
        loose=True,
        also=(eq(DIA, 320), eq(DIA, 320)),
    ),
    case(
        "Drawer box must fit an opening of 400 mm wide x 150 mm high x 500 mm deep.",
        le("width|extent_x", 400),
        le("height|extent_z", 150),
        le("length|extent_y", 500),
    ),
    case(
        "Spacer\nOD 10 mm\nID 5.3 mm\nLength 25 mm",
        eq("outer_diameter|width|height|extent_x|extent_y", 10),
        eq(HOLE, 5.3),
        eq("length|extent_z", 25),
        also=(*HOLE1, eq("outer_diameter|width|height|extent_x|extent_y", 10)),
    ),
    case(
        "Impeller blades minimum thickness 1 mm, outer diameter 85 mm max.",
        ge(WALL, 1),
        le(DIA, 85),
        also=(le(DIA, 85),),
    ),
    case(
        "Valve body: wall 6 mm minimum, no sharp internal corners.",
        ge(WALL, 6),
        thing(negated=True),
    ),
    case(
        "Remote control shell in two parts, upper and lower. Wall 1.8 mm, draft 1 degree min.",
        eq(BODIES, 2),
        eq(WALL, 1.8),
        ge(DRAFT, 1),
    ),
    case(
        "Headphone stand is 260 mm tall, with a base at least 120 mm wide.",
        eq("extent_z|length", 260),
        loose=True,
        also=(ge("extent_x|width|extent_y", 120),),
    ),
    case("Door stop made of TPU, no holes.", material(), none(HOLES)),
    case("Fan duct outlet shall not have walls thinner than 1.6 mm.", ge(WALL, 1.6)),
    case(
        "Soft vise jaws with two counterbored holes for M8 cap screws.",
        eq(BORED_HOLES, 2),
        thread=9,
    ),
    case("Lever length 145 +0.2/-0.1 mm", within(LONG, 144.9, 145.2)),
    case(
        "Eyeglass frame: max. 145 mm wide, 25 g or lighter, mirror symmetric.",
        le("extent_x|length|width|extent_y", 145),
        le("mass", 25),
        yes(SYM),
    ),
    case(
        "Bird house, entrance hole 32 mm diameter, board thickness 15 mm.",
        eq(HOLE, 32),
        eq(WALL, 15),
        also=HOLE1,
    ),
    case("Keycap 18 x 18 x 9 mm, wall 1.2 to 1.5 mm.", *box(18, 18, 9), within(WALL, 1.2, 1.5)),
    case("Corner fillets R5 or larger inside the pocket.", ge(FILLET, 5), loose=True),
    case(
        "The tray has a smooth, organic shape and stackable sides.",
        look(),
        loose=True,
        also=(look(),),
    ),
    case("Weight: 2.2 lb max", le("mass", 2.2 * POUND)),
    case("DIN rail clip should preferably be printed in ABS.", material(priority="should")),
    case(
        "Please make the handle hole 30 mm or bigger, our gloves are thick.",
        ge(HOLE, 30),
        loose=True,
        also=HOLE1,
    ),
    case(
        "All overhangs must be below 45 degrees.",
        loose=True,
        also=(none(OVERHANG), le("overhang_angle_max", 45)),
    ),
    case("Purchase order 88213, unit price EUR 14.20, payment 30 days net."),
    case("Contact: Maria Lopez, Purchasing, ext. 4471"),
    case(
        "Guide bushing, bronze, bore 16 H7, total length 30 mm.",
        material(),
        within(HOLE, 16, 16.018),
        eq("length|extent_z|extent_x|extent_y|height", 30),
        also=HOLE1,
    ),
    case(
        "Chess piece base 30 mm, total height 75 mm. Solid, one piece.",
        eq(TALL, 75),
        eq(BODIES, 1),
        loose=True,
        also=(eq(DIA, 30),),
    ),
    case("Clearance of 0.4 mm between all moving parts.", eq(GAP, 0.4)),
    # Chinese
    case(
        "旋钮直径 35 mm，高 20 mm，中心孔 Ø6。",
        eq(DIA, 35),
        eq(HEIGHT, 20),
        eq(HOLE, 6),
        also=(*HOLE1, eq(DIA, 35)),
    ),
    case("整体尺寸不得超过 200×150×100 mm。", *box_max(200, 150, 100)),
    case(
        "书架：宽 600 mm，深 240 mm，高 900 mm，板厚 18 mm。",
        eq("extent_x|width", 600),
        eq("extent_y|height", 240),
        eq("extent_z|length", 900),
        eq(WALL, 18),
    ),
    case("齿轮内孔 Ø20 H7，材料 45 钢。", within(HOLE, 20, 20.021), material(), also=HOLE1),
    case("零件不允许有倒扣，最小圆角半径 1 mm。", none(UNDERCUT), ge(FILLET, 1)),
    case("重量宜控制在 500 克以内。", le("mass", 500, priority="should")),
    case("装配间隙 0.2~0.4 mm。", within(GAP, 0.2, 0.4)),
    case("报价有效期 30 天，含税，交货地点：苏州。"),
)

THIRD_GROUP = (
    case(
        "Sensor bracket, stainless steel, 2 mm thick.\nTwo M5 clearance holes, 30 mm apart.",
        material(),
        eq(THICK, 2),
        eq(HOLES, 2),
        eq(SPACING, 30),
        thread=5.5,
    ),
    case(
        "Cup: outer diameter 82 mm, height 95 mm, wall 2.5 mm. Handle on one side.",
        eq("outer_diameter|extent_x|extent_y|width|height|length", 82),
        eq("extent_z|height|length", 95),
        eq(WALL, 2.5),
        loose=True,
        also=(eq("outer_diameter|extent_x|extent_y|width|height|length", 82),),
    ),
    case("The figurine must fit on a 180 x 180 x 180 mm printer.", *box_max(180, 180, 180)),
    case(
        "Washer: ID 8.4, OD 16, thickness 1.6 (mm)",
        eq(HOLE, 8.4),
        eq(DIA, 16),
        eq(THICK, 1.6),
        also=(*HOLE1, eq(DIA, 16)),
    ),
    case("Toothbrush holder with 4 holes, each 15 mm in diameter.", eq(HOLES, 4), eq(HOLE, 15)),
    case(
        "Gusset plate, 10 mm S355 steel, 6 off holes Ø18.",
        eq(THICK, 10),
        material(),
        eq(HOLES, 6),
        eq(HOLE, 18),
    ),
    case(
        "Power adapter housing\n* wall >= 2.0 mm\n* ribs not thinner than 1.0 mm\n* draft >= 1°",
        ge(DRAFT, 1),
        ge(WALL, 2),
        loose=True,
        also=(ge(WALL, 1),),
    ),
    case("Puzzle box: 3 separate bodies, 0.25 mm gap between them.", eq(BODIES, 3), eq(GAP, 0.25)),
    case("The bowl needs to be between 60 and 70 mm high.", within(HEIGHT, 60, 70)),
    case(
        "Shaft collar, 20 mm bore (+0.02/0), OD 40 mm, width 15 mm.",
        within(HOLE, 20, 20.02),
        eq(DIA, 40),
        eq("height|extent_z|extent_x|extent_y", 15),
        also=(*HOLE1, eq(DIA, 40)),
    ),
    case(
        "Wheelchair ramp: width at least 900 mm, side edges rounded.",
        ge("width|extent_x|extent_y|length", 900),
        thing(),
        loose=True,
    ),
    case(
        "Key tag max 50 x 30 x 3 mm with one 5 mm hole for the ring.",
        *box_max(50, 30, 3),
        eq(HOLES, 1),
        eq(HOLE, 5),
    ),
    case("Part volume not more than 45 cm³.", le("volume", 45000)),
    case("Heat exchanger fin block: surface area at least 600 cm².", ge("surface_area", 60000)),
    case(
        "Bookend in 3 mm steel sheet, 150 mm tall, powder coated black.",
        eq("wall_thickness_min", 3),
        material(),
        eq("extent_z|height|length", 150),
        loose=True,
    ),
    case("Nozzle orifice 0.8 mm ±0.02.", within(HOLE, 0.78, 0.82), also=HOLE1),
    case(
        "Test fixture base 300 x 200 x 20 mm with 12 tapped holes M6.",
        *box(300, 200, 20),
        eq(HOLES, 12),
        thread=5,
    ),
    case(
        "Connecting rod: symmetric about its mid plane, weight 410 to 430 g.",
        yes(SYM),
        within("mass", 410, 430),
    ),
    case(
        "Ring inner diameter 18.2 mm, band thickness no less than 1.5 mm.",
        eq(HOLE, 18.2),
        ge(WALL, 1.5),
        loose=True,
        also=HOLE1,
    ),
    case("Edges: chamfer 1 mm min.", ge(CHAMFER, 1), loose=True),
    case(
        "Must have:\n- wall of 2 mm or more\n- 4 mounting holes\nNice to have:\n"
        "- weight below 200 g",
        ge(WALL, 2),
        eq(HOLES, 4),
        le("mass", 200, priority="could"),
    ),
    case("The garden bench shall not tip over at up to 10 degrees of tilt.", ge(TILT, 10)),
    case(
        "Pen holder with hexagonal pattern on the outside, 100 mm tall.",
        look(),
        eq("extent_z|height|length", 100),
    ),
    case(
        "Toy block 64 x 32 x 19.2 mm, ABS, edge radius 0.5 mm.",
        *box(64, 32, 19.2),
        material(),
        eq(FILLET, 0.5),
    ),
    case(
        "No through holes in the bottom plate.", none("hole_count|through_hole_count"), loose=True
    ),
    case(
        "Length: 8 in\nWidth: 3 in\nHeight: 1.25 in",
        eq(LONG, 8 * INCH),
        eq(WIDE, 3 * INCH),
        eq(HEIGHT, 1.25 * INCH),
    ),
    case(
        "Countersunk holes: 6 pcs, Ø4.5, 90° countersink.",
        eq(SUNK_HOLES, 6),
        eq(HOLE, 4.5),
        eq(SINK_ANGLE, 90),
        loose=True,
    ),
    case(
        "Morning all, the bread bin sample came back and marketing likes it. Only change: wall "
        "thickness to 2.5 mm. Regards, Tom",
        eq(WALL, 2.5),
        loose=True,
    ),
    case("Document: Requirements Guitar Stand v0.4\nStatus: draft\nOwner: Product team"),
    case("All dimensions in mm. Third angle projection. Do not scale."),
    case("Picture frame wooden, outer size 340 x 260 x 22 mm.", *box(340, 260, 22), material()),
    case(
        "Mouse shell:\n- max length 125 mm\n- max width 68 mm\n- max height 42 mm\n"
        "- max weight 60 g",
        le(LONG, 125),
        le(WIDE, 68),
        le(HEIGHT, 42),
        le("mass", 60),
    ),
    # Chinese
    case("手机支架：一体成型，重量不大于 80 g。", eq(BODIES, 1), le("mass", 80)),
    case("底板 200×100×10 mm，四角各一个 M6 螺纹孔。", *box(200, 100, 10), eq(HOLES, 4), thread=5),
    case("轴承座孔径 Ø47±0.02 mm。", within(HOLE, 46.98, 47.02), also=HOLE1),
    case(
        "壁厚：2.0～2.5 mm\n拔模角：≥1.5°\n材料：ABS",
        within(WALL, 2, 2.5),
        ge(DRAFT, 1.5),
        material(),
    ),
    case("玩具不得有锐边，圆角半径至少 2 mm。", thing(negated=True), ge(FILLET, 2)),
    case("零件应左右对称，总长 160 mm。", yes(SYM), eq(LONG, 160)),
    case("孔间距 64 mm，共 2 个孔，孔径 4.5 mm。", eq(SPACING, 64), eq(HOLES, 2), eq(HOLE, 4.5)),
    case("数量 500 件，8 月底前交货。"),
)

FOURTH_GROUP = (
    case(
        "Pedal plate: 5 mm aluminium, at least 8 drain holes, max 250 x 110 mm.",
        eq(PLATE, 5),
        material(),
        ge(HOLES, 8),
        le("length|extent_x", 250),
        le("width|extent_y", 110),
    ),
    case(
        "The handle must be at least 110 mm long and 25 to 35 mm in diameter.",
        ge("length|extent_x|extent_y|extent_z", 110),
        within("outer_diameter|width|height|extent_x|extent_y", 25, 35),
        also=(within("outer_diameter|width|height|extent_x|extent_y", 25, 35),),
    ),
    case(
        "Junction box lid 140 x 90 x 12 mm. Four countersunk holes for M4. Wall 2.5 mm.",
        *box(140, 90, 12),
        eq(SUNK_HOLES, 4),
        eq(WALL, 2.5),
        thread=4.5,
    ),
    case(
        "Propeller diameter: 127 mm, hub bore: 5 mm, weight: max. 9 g",
        eq(DIA, 127),
        eq(HOLE, 5),
        le("mass", 9),
        also=(*HOLE1, eq(DIA, 127)),
    ),
    case(
        "Pendant no thicker than 2.5 mm, silver.",
        le("height|extent_z|wall_thickness_max|wall_thickness_min", 2.5),
        material(),
    ),
    case(
        "Tool holder for pegboard: 2 pegs, 25.4 mm apart, prints flat on the bed.",
        loose=True,
        also=(eq(SPACING, 25.4),),
    ),
    case("Wall of the water tank shall be 5 mm +/- 0.5 mm.", within(WALL, 4.5, 5.5)),
    case(
        "Robot gripper finger\nLength 85 mm\nThickness 8 mm\nOne hole Ø4 H7\nMaterial PA12",
        eq(LONG, 85),
        eq(THICK, 8),
        eq(HOLES, 1),
        within(HOLE, 4, 4.012),
        material(),
    ),
    case(
        "Clock face diameter 300 mm with a 10 mm center hole, thickness 6 mm.",
        eq(DIA, 300),
        eq(HOLE, 10),
        eq(THICK, 6),
        also=(*HOLE1, eq(DIA, 300)),
    ),
    case(
        "Grab rail outside diameter 32 to 45 mm, clear of the wall by at least 45 mm.",
        within("outer_diameter|width|height|extent_x|extent_y", 32, 45),
        loose=True,
        also=(ge(GAP, 45), within("outer_diameter|width|height|extent_x|extent_y", 32, 45)),
    ),
    case(
        "Suitcase corner protector in TPU, wall 3mm, all edges R1.5.",
        material(),
        eq(WALL, 3),
        eq(FILLET, 1.5),
    ),
    case(
        "STL must be manifold, single shell, max 20k triangles.",
        yes("watertight"),
        eq(BODIES, 1),
        le("triangle_count", 20000),
        loose=True,
    ),
    case(
        "Chair: seat height 460 mm, overall height 820 mm, weight under 5.5 kg.",
        eq("extent_z|length|height", 820),
        le("mass", 5500),
        loose=True,
        also=(eq("extent_z|height|length", 460),),
    ),
    case(
        "Medicine box with 7 compartments and a lid.",
        thing(),
        loose=True,
        also=(thing(), eq(BODIES, 2)),
    ),
    case(
        "Hose connector: outer diameter 19 mm, inner diameter 13 mm, 3 mm wall.",
        eq(DIA + "|height", 19),
        eq(HOLE, 13),
        eq(WALL, 3),
        also=(*HOLE1, eq(DIA + "|height", 19)),
    ),
    case("Thin sections below 0.8 mm are not allowed.", ge(WALL, 0.8)),
    case(
        "Plant label, 2 mm thick, 150 mm long, 20 mm wide.",
        eq(THICK, 2),
        eq(LONG, 150),
        eq(WIDE, 20),
    ),
    case(
        'The cover shouldn\'t be heavier than 1 lb 4 oz and must not exceed 10" x 8" x 2".',
        le("mass", 20 * OUNCE, priority="should"),
        *box_max(10 * INCH, 8 * INCH, 2 * INCH),
    ),
    case(
        "Speaker grille: 60 holes, Ø3 mm, in 1 mm sheet steel.",
        eq(HOLES, 60),
        eq(HOLE, 3),
        eq(THICK, 1),
        material(),
    ),
    case(
        "Fillet radius 3 mm minimum at the rib roots; chamfer 0.5 mm on the outer edges.",
        ge(FILLET, 3),
        eq(CHAMFER, 0.5),
        loose=True,
    ),
    case("Ideally the spoon weighs 15 g or less.", le("mass", 15, priority="should")),
    case(
        "Parcel must not exceed 600 x 400 x 300 mm or 10 kg.",
        *box_max(600, 400, 300),
        le("mass", 10000),
    ),
    case(
        "Fitting dimension table:\nA (length) = 64 mm\nB (width) = 28 mm\nC (wall) = 2.2 mm",
        eq(LONG, 64),
        eq(WIDE, 28),
        eq(WALL, 2.2),
    ),
    case(
        "Bracket hole pattern: 4x Ø5.5 on 75 x 75 mm (VESA).",
        eq(HOLES, 4),
        eq(HOLE, 5.5),
        loose=True,
        also=(eq(SPACING, 75), eq(SPACING, 75)),
    ),
    case(
        "Mould insert: draft angle 2-3 degrees, undercuts not permitted.",
        within(DRAFT, 2, 3),
        none(UNDERCUT),
    ),
    case("Dice 16 mm cube, rounded corners R1.5.", *box(16, 16, 16), eq(FILLET, 1.5)),
    case(
        "Drip tray\n- footprint max 280 x 210 mm\n- height max 30 mm\n- no holes",
        le("length|extent_x", 280),
        le("width|extent_y", 210),
        le(HEIGHT, 30),
        none(HOLES),
    ),
    case(
        "X = 95 mm, Y = 62 mm, Z = 20 mm (± 0.5)",
        within("extent_x|length", 94.5, 95.5),
        within("extent_y|width", 61.5, 62.5),
        within("extent_z|height", 19.5, 20.5),
        loose=True,
    ),
    case("Thanks for the quick quote! We'll go ahead with the wardrobe handles as discussed."),
    case(
        "RFQ 2291 / Injection moulded bait box / annual volume 20,000 pcs / target price USD 0.85"
    ),
    case(
        "Crank arm with two through holes: 12 mm and 9 mm.",
        eq(HOLES, 2),
        eq(HOLE, 12),
        eq(HOLE, 9),
        also=(eq(HOLES, 1), eq(HOLES, 1), ge(HOLES, 1), ge(HOLES, 1)),
    ),
    case(
        "The lantern should have a minimalist look, no logos or text.",
        look(priority="should"),
        loose=True,
        also=(look(priority="should", negated=True), look(negated=True)),
    ),
    # Chinese
    case(
        "水杯容器：壁厚 3 mm，高度不超过 120 mm，带盖。",
        eq(WALL, 3),
        le("extent_z|height|length", 120),
        loose=True,
    ),
    case(
        "散热片外形 60×60×30 mm，材料为铝，质量 ≤ 100 g。",
        *box(60, 60, 30),
        material(),
        le("mass", 100),
    ),
    case("安装孔 4-Ø6.5，孔距 80 mm。", eq(HOLES, 4), eq(HOLE, 6.5), eq(SPACING, 80)),
    case(
        "桌子长 1200 mm，宽 700 mm，高 750 mm。",
        eq(LONG, 1200),
        eq("extent_y|extent_x|height", 700),
        eq("extent_z|width", 750),
    ),
    case(
        "最薄处不应小于 0.8 mm，建议壁厚 1.2 mm 以上。",
        ge(WALL, 0.8),
        ge(WALL, 1.2, priority="should"),
    ),
    case(
        "衣架最好用榉木制作，整体造型简洁。",
        material(priority="should"),
        loose=True,
        also=(look(), look(priority="should")),
    ),
    case(
        "套筒：外径 30 mm，内径 20 mm，长度 50 mm。",
        eq("outer_diameter|width|height|extent_x|extent_y", 30),
        eq(HOLE, 20),
        eq("length|extent_z", 50),
        also=(*HOLE1, eq("outer_diameter|width|height|extent_x|extent_y", 30)),
    ),
    case(
        "打印件须为封闭网格，悬垂角不超过 45°。",
        yes("watertight"),
        loose=True,
        also=(none(OVERHANG), le("overhang_angle_max", 45)),
    ),
)

FOURTEENTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP, *FOURTH_GROUP)
