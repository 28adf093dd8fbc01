"""An eighth set: plain requirements of average briefs, in two groups of sixty, 30 of all Chinese.

Written by one who had seen neither the rules nor the other sets' sentences. Recall and precision
at first sight: .88/.86 and .93/.87. The rules were then mended with the first group in view; the
second was never looked at but for its totals: keep it so, it is the measure of the parser.
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
    CHAMFER,
    CIRCLE,
    SPACING,
    SUNK_HOLES,
    TILT,
    limits,
)

HOLES = "hole_count"
HOLE = "hole_diameter"
TAPPED = "hole_count|thread_drill_count|bolt_circle_hole_count"
CLEARANCE = "hole_count|clearance_hole_count|bolt_circle_hole_count"
OUTER = "outer_diameter"
LONG = "length|extent_x"
DEPTH = "extent_y|length|width|height"
ANY_SYMMETRY = "symmetry|symmetry_x|symmetry_y|symmetry_z"
LEFT_RIGHT = "symmetry|symmetry_x|symmetry_y"
A_HOLE = (eq(HOLES, 1), ge(HOLES, 1))

FIRST_GROUP = (
    # industrial designer
    case(
        "The housing should feel soft and friendly, with generously rounded corners.",
        look(priority="should"),
        loose=True,
        also=(ge("fillet_count", 1, priority="should"),),
    ),
    case(
        "From the base up to the handle it has to read as one continuous, flowing surface.",
        look(),
        loose=True,
        also=(eq(BODIES, 1),),
    ),
    case("Overall size must not exceed 180 x 120 x 45 mm.", *limits(180, 120, 45)),
    case(
        "Nominal wall thickness 2.5 mm, never below 1.8 mm.",
        ge(WALL, 1.8),
        loose=True,
        also=(eq(WALL, 2.5),),
    ),
    case("All outside edges get a radius of at least 1.5 mm.", ge(FILLET, 1.5)),
    case("No visible fasteners on the front face.", look(negated=True)),
    case("Draft: 1.5° minimum on all vertical faces.", ge(DRAFT, 1.5)),
    case("Weight including the lid: below 350 g.", le("mass", 350)),
    case(
        "The upper and lower shell meet with a gap of no less than 0.4 mm.",
        ge("gap_min", 0.4),
        loose=True,
    ),
    # mechanical engineer
    case(
        "Four M5 tapped holes on a 60 mm bolt circle.",
        eq(TAPPED, 4),
        eq(CIRCLE, 60),
        thread=4.2,
        loose=True,
    ),
    case("Central bore Ø20 H7.", within(HOLE, 20, 20.021), also=A_HOLE),
    case("The bracket is to be machined from 6082-T6 aluminium.", material(), loose=True),
    case(
        "6x Ø9 clearance holes equally spaced on PCD 110.",
        eq(CLEARANCE, 6),
        eq(HOLE, 9),
        eq(CIRCLE, 110),
        loose=True,
    ),
    case("Break all sharp edges 0.5 x 45°.", eq(CHAMFER, 0.5), loose=True),
    case("Plate thickness 8 mm ±0.1.", within(PLATE, 7.9, 8.1)),
    case(
        "The pin has a diameter of 12 mm and is 80 mm long.",
        eq(OUTER, 12),
        eq("length|extent_x|extent_z", 80),
    ),
    case("Surface finish Ra 1.6 on mating faces, Ra 3.2 elsewhere.", loose=True),
    case("The part must be symmetrical about its centre plane.", yes(ANY_SYMMETRY)),
    case(
        "Two dowel holes, 6 mm diameter, 40 mm apart.",
        eq(HOLES, 2),
        eq(HOLE, 6),
        eq(SPACING, 40),
        loose=True,
    ),
    case("Shaft Ø25 h6.", within(OUTER, 24.987, 25)),
    # purchaser
    case("Please quote 500 pcs and 2,000 pcs, delivery DDP Rotterdam."),
    case("Dear Ms Keller, thank you for your offer of 12 March."),
    case("Each unit must weigh no more than 1.2 kg.", le("mass", 1200)),
    case(
        "The carton we ship in measures 300 x 200 x 150 mm inside, and the product has to fit "
        "in it.",
        *limits(300, 200, 150),
    ),
    case("Acceptable materials are PA66-GF30 or PBT.", material()),
    case("Payment: 30 days net after receipt of invoice."),
    case("Sheet thickness must be at least 1/8 inch.", ge(PLATE, INCH / 8)),
    case("The assembly must not consist of more than five parts.", le(BODIES, 5)),
    case(
        "Please note that the cable hole has to be at least 10 mm in diameter.",
        ge(HOLE, 10),
        also=A_HOLE,
    ),
    # hobbyist
    case("it has to fit on my Ender 3 (220 x 220 x 250 mm)", *limits(250, 220, 220)),
    case("walls min. 1.2 mm please, i print with a 0.4 nozzle", ge(WALL, 1.2), loose=True),
    case(
        "no overhangs steeper than 45 degrees because i don't want to use supports",
        none(OVERHANG),
        loose=True,
    ),
    case(
        "I need two screw holes in the back for M4 screws.",
        eq(CLEARANCE + "|thread_drill_count", 2),
        thread=4.5,
        loose=True,
    ),
    case("Make it look like a little castle tower with a pointed roof.", look(), loose=True),
    case("The mesh must be watertight.", yes("watertight")),
    case(
        "Nice to have: edges rounded by at least 2 mm.", ge(FILLET, 2, priority="could"), loose=True
    ),
    # standards committee
    case(
        "5.2 The wall thickness of the enclosure shall be not less than 2,0 mm at any point.",
        ge(WALL, 2),
    ),
    case("Round openings shall not exceed 12,5 mm in diameter.", le(HOLE, 12.5)),
    case(
        "The device should be free of sharp edges and protruding corners.",
        look(negated=True, priority="should"),
        loose=True,
    ),
    case("This document was prepared by Technical Committee CEN/TC 207."),
    case(
        "The overall height of the stool shall be between 420 mm and 480 mm.",
        within(HEIGHT, 420, 480),
    ),
    case("The product shall not tip over when inclined by 10° in any direction.", ge(TILT, 10)),
    # furniture, household
    case(
        "Side table, 450 mm wide, 400 mm deep and 520 mm high.",
        eq("width|extent_x", 450),
        eq("height|extent_y", 400),
        eq("length|extent_z", 520),
    ),
    case(
        "Warm, natural appearance; it must not look like cheap plastic.",
        look(),
        loose=True,
        also=(look(negated=True),),
    ),
    case(
        'Length 2-1/2", width 1", thickness 1/4".',
        eq(LONG, 2.5 * INCH),
        eq("width|extent_x|extent_y", INCH),
        eq("height|wall_thickness_min|extent_z", INCH / 4),
    ),
    # Chinese
    case("外形尺寸不超过 200×150×60 mm。", *limits(200, 150, 60)),
    case("各处壁厚不得小于 2 mm。", ge(WALL, 2)),
    case(
        "4 个 M6 螺纹孔，均布在直径 80 mm 的圆周上。",
        eq(TAPPED, 4),
        eq(CIRCLE, 80),
        thread=5.0,
        loose=True,
    ),
    case("未注圆角 R2。", eq(FILLET, 2)),
    case("重量控制在 500 克以内。", le("mass", 500)),
    case("材料：304 不锈钢。", material()),
    case("整体造型简洁大方，线条流畅。", look(), loose=True),
    case("产品应左右对称。", yes(LEFT_RIGHT)),
    case("拔模角度至少 1°。", ge(DRAFT, 1)),
    case("请于本月底前报价，数量 1000 件。"),
    case("高度 750±5 mm。", within(HEIGHT, 745, 755)),
    case("正面不允许有外露的螺钉。", look(negated=True)),
    case(
        "整件一体成型，只能是一个零件。",
        eq(BODIES, 1),
        loose=True,
        also=(eq(BODIES, 1), le(BODIES, 1)),
    ),
    case("项目名称：便携式蓝牙音箱"),
    case("安装孔共 6 个，孔径 8.5 mm，公差 +0.1/0。", eq(HOLES, 6), within(HOLE, 8.5, 8.6)),
)

SECOND_GROUP = (
    # industrial designer
    case("The lamp needs a slim, elegant silhouette.", look(), loose=True),
    case("Colours: matt black body with an orange button.", look(), loose=True),
    case("The handle must have a fluted grip.", look(), loose=True),
    case("No logos or lettering anywhere on the body.", look(negated=True), loose=True),
    case(
        "Ideally the design is reminiscent of classic Scandinavian furniture.",
        look(priority="should"),
        loose=True,
    ),
    case("Width: 320 mm max.", le(WIDTH, 320)),
    case("Depth from front to back must stay under 250 mm.", le(DEPTH, 250)),
    case(
        "It would be desirable for the walls to be 3 mm thick or more.",
        ge(WALL, 3, priority="should"),
    ),
    case("Knob diameter 38–42 mm, height max. 20 mm.", within(OUTER, 38, 42), le(HEIGHT, 20)),
    # mechanical engineer
    case(
        "Just to confirm what we said on the phone: the bore is 32 mm +0.025/-0 and the overall "
        "length 240 mm +0/-0.5.",
        within(HOLE, 32, 32.025),
        within(LONG, 239.5, 240),
        also=A_HOLE,
    ),
    case("Shaft diameter 15 g6.", within(OUTER, 14.983, 14.994)),
    case(
        "Internal corner radii must be 3 mm or larger so that we can mill them.",
        ge(FILLET, 3),
        loose=True,
    ),
    case("Chamfer 1 mm on the upper edge.", eq(CHAMFER, 1), loose=True),
    case(
        "3 countersunk holes for M4 flat head screws.",
        eq(SUNK_HOLES, 3),
        thread=4.5,
        loose=True,
        also=(eq(HOLES, 3), ge("countersink_count", 3), eq(CLEARANCE, 3)),
    ),
    case(
        "Four blind holes M8, 15 mm deep.",
        eq(BLIND + "|thread_drill_count", 4),
        eq("hole_depth", 15),
        thread=6.8,
        loose=True,
        also=(eq(HOLES, 4), ge("blind_hole_count", 4)),
    ),
    case(
        "Mounting pattern 50 x 30 mm with four Ø4.5 holes.", eq(HOLES, 4), eq(HOLE, 4.5), loose=True
    ),
    case(
        "Cast iron EN-GJL-250, walls 6 mm minimum, all radii 3 mm.",
        material(),
        ge(WALL, 6),
        eq(FILLET, 3),
    ),
    case("The bracket is mirror-symmetric about the YZ plane.", yes("symmetry_x|symmetry")),
    case("Draft on the core side: 2° or more.", ge(DRAFT, 2)),
    case("The mould is a simple two-plate tool, so no undercuts are allowed.", none(UNDERCUT)),
    case(
        "No section thicker than 4 mm, otherwise we get sink marks.",
        le("wall_thickness_max", 4),
        loose=True,
    ),
    case("Tolerances to ISO 2768-m unless stated otherwise.", loose=True),
    # purchaser
    case("RFQ 2024-117, rev. B, page 2 of 5"),
    case("Our budget is 15 € per piece for an order of 1,000."),
    case("Hi Tom, hope you had a good weekend. Here is the brief we talked about."),
    case("Material: POM, natural white.", material(), also=(look(),), loose=True),
    case("Stainless steel sheet 1.4301, 1.5 mm thick.", material(), eq(PLATE, 1.5)),
    case(
        "Dimensions (L x W x H): 85 x 54 x 12 mm, tolerance ±0.3 mm.",
        within(LONG, 84.7, 85.3),
        within("width|extent_y", 53.7, 54.3),
        within(HEIGHT, 11.7, 12.3),
    ),
    case("Part weight 45 g ± 5 g.", within("mass", 40, 50)),
    case("We only accept a one-piece design.", eq(BODIES, 1), loose=True),
    # hobbyist
    case("my bed is 256x256x256mm so it needs to fit on that", *limits(256, 256, 256)),
    case(
        "I want a vase with a hexagonal cross-section that twists towards the top.",
        look(),
        loose=True,
    ),
    case(
        "leave at least .2 mm between lid and box or they'll fuse", ge("gap_min", 0.2), loose=True
    ),
    case("It shouldn't weigh more than 2 lbs.", le("mass", 2 * POUND, priority="should")),
    case(
        "Drill 8 holes, 1/4 inch, evenly spaced around the rim.",
        eq(HOLES, 8),
        eq(HOLE, INCH / 4),
        loose=True,
    ),
    case(
        "The STL has to be watertight and have at most 200,000 triangles.",
        yes("watertight"),
        le("triangle_count", 200000),
    ),
    case("max 60 cm³ of solid volume, resin is expensive", le("volume", 60000), loose=True),
    # standards committee
    case("6.1 The radius of accessible edges shall be at least 0,5 mm.", ge(FILLET, 0.5)),
    case("The appliance shall remain stable when tilted up to 12°.", ge(TILT, 12)),
    case("All dimensions are in millimetres."),
    case(
        "The cover shall have at least 12 ventilation holes, each no larger than 4 mm in diameter.",
        ge(HOLES, 12),
        le(HOLE, 4),
    ),
    case("Static load 1 100 N applied for 10 s without permanent deformation.", loose=True),
    # furniture, household
    case("Height between 70 and 75 cm.", within(HEIGHT, 700, 750)),
    case("Made of beech plywood, 15 mm thick.", material(), eq(PLATE, 15)),
    case(
        "The footprint may be no larger than 150 mm by 100 mm.",
        le("length|extent_x", 150),
        le("width|extent_y", 100),
    ),
    # Chinese
    case(
        "长 120 mm，宽 80 mm，高 35 mm。", eq(LONG, 120), eq("width|extent_y", 80), eq(HEIGHT, 35)
    ),
    case("外径 60 mm，内孔直径 25 mm。", eq(OUTER, 60), eq(HOLE, 25), also=A_HOLE),
    case("整机重量宜不超过 1.5 kg。", le("mass", 1500, priority="should")),
    case("各棱边应倒角 C1。", eq(CHAMFER, 1), loose=True),
    case("书架总高不得超过 1.8 m。", le("height|extent_z|length", 1800)),
    case("材质采用 ABS 或 PC/ABS。", material()),
    case("活动零件之间的间隙应不小于 0.3 mm。", ge("gap_min", 0.3)),
    case("底板上开 4 个 φ5.5 的通孔。", eq(HOLES, 4), eq(HOLE, 5.5)),
    case("外观要圆润可爱，像一只小熊。", look(), loose=True),
    case("不得有尖锐的棱角。", look(negated=True)),
    case("零件不允许有倒扣。", none(UNDERCUT)),
    case("悬垂角度不得超过 45°。", none(OVERHANG)),
    case("联系人：王工，采购部。"),
    case("以上价格含税，不含运费。"),
    case("壁厚 1.5~2.5 mm。", within(WALL, 1.5, 2.5)),
)
