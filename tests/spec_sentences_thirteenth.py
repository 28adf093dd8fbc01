"""A thirteenth set: plain briefs as designers paste them, often of several lines or demands.

Written by one who had not seen the rules, in four groups of forty; the rules were mended after
each. Recall and precision at first sight: .954/.976, .866/.877, .944/.924 and .910/.920.
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
    material,
    none,
    thing,
    within,
    yes,
)
from spec_sentences_third import (
    BODIES,
    BORE,
    CHAMFER,
    CIRCLE,
    SINK,
    SINK_ANGLE,
    SPACING,
    TILT,
    limits,
    sized,
)

OUNCE = POUND / 16
HOLES = (
    "hole_count|through_hole_count|blind_hole_count|countersink_count|counterbore_count|"
    "equal_hole_count|bolt_circle_hole_count|clearance_hole_count|thread_drill_count"
)
D = "hole_diameter"
LENGTH = "length|extent_x|extent_y"
WIDE = "width|extent_x|extent_y"
WIDEST = "length|width|extent_x|extent_y"
DEEP = "width|height|extent_x|extent_y"
TALL = "height|length|extent_z"
OUTER = "outer_diameter|length|width|extent_x|extent_y"
SYMMETRY = "symmetry|symmetry_x|symmetry_y"
GAP = "gap_min"
MASS = "mass"


def again(count):
    """A second word on the same holes, as 'at least that many through holes'."""
    return (eq(HOLES, count), ge(HOLES, count), eq(HOLES, count))


def some():
    """That there is a hole at all, where one is sized but not counted."""
    return (ge(HOLES, 1), eq(HOLES, 1), ge(HOLES, 2))


STEEP = (none(OVERHANG), le(OVERHANG, 0.05), le("overhang_angle_max", 45))

FIRST_GROUP = (
    case(
        "The bracket must be 3 mm thick and have two 5 mm holes.",
        eq(PLATE, 3),
        eq(HOLES, 2),
        eq(D, 5),
        also=again(2),
    ),
    case(
        "- Wall: 2 mm min.\n- Weight: max 120 g\n- Material: PETG",
        ge(WALL, 2),
        le(MASS, 120),
        material(),
    ),
    case(
        "Enclosure 120 x 80 x 35 mm outside, walls 2.5 mm, all outside edges R2.",
        *sized(120, 80, 35),
        eq(WALL, 2.5),
        eq(FILLET, 2),
    ),
    case(
        "The vase must be watertight and no taller than 220 mm.", yes("watertight"), le(TALL, 220)
    ),
    case(
        "Knob diameter 38 mm, height 18 mm.", eq(OUTER, 38), eq(HEIGHT, 18), also=(eq(OUTER, 38),)
    ),
    case("Gear: 24 teeth, module 1.5, bore 8 mm.", eq(D, 8), also=some(), loose=True),
    case(
        "Phone stand\nFootprint no larger than 90 x 80 mm\nWeight under 150 g",
        le("length|extent_x", 90),
        le("width|extent_y", 80),
        le(MASS, 150),
    ),
    case("Hinge pin hole 4.0 +0.1/-0 mm.", within(D, 4.0, 4.1), also=some()),
    case("Clearance between hinge leaf and knuckle 0.3 mm minimum.", ge(GAP, 0.3)),
    case(
        "Manifold block 100 x 60 x 40 mm, aluminium 6061, six Ø10 through holes.",
        *sized(100, 60, 40),
        material(),
        eq(HOLES, 6),
        eq(D, 10),
        also=again(6),
    ),
    case("Wall shelf, solid oak, 800 x 240 x 28 mm.", *sized(800, 240, 28), material()),
    case(
        "Drill jig: hardened steel, 4 holes Ø6 H7.",
        material(),
        eq(HOLES, 4),
        within(D, 6, 6.012),
        also=again(4),
    ),
    case("The lamp shade should not weigh more than 400 g.", le(MASS, 400, priority="should")),
    case(
        "Toy car, no small parts.\nAll edges rounded, min. radius 1.5 mm.",
        ge(FILLET, 1.5),
        loose=True,
    ),
    case(
        "Bottle cap\n- draft 1° min.\n- wall 1.2 mm\n- no undercuts",
        ge(DRAFT, 1),
        eq(WALL, 1.2),
        none(UNDERCUT),
    ),
    case(
        "Motor flange: 4x Ø5.5 equally spaced on PCD 70, centre bore Ø25.",
        eq(HOLES, 4),
        eq(D, 5.5),
        eq(CIRCLE, 70),
        eq(D, 25),
        also=(*again(4), eq(HOLES, 1), ge(HOLES, 1), eq(HOLES, 5)),
    ),
    case("Must fit the printer bed, 220 x 220 x 250 mm.", *limits(220, 220, 250)),
    case(
        "The pipe clamp comes in two parts and has two M6 clearance holes.",
        eq(BODIES, 2),
        eq(HOLES, 2),
        also=again(2),
        thread=6.6,
    ),
    case("Cable clip: 20 mm long, 10 mm wide.", eq(LENGTH, 20), eq(WIDE, 10)),
    case(
        "Housing wall thickness 2.0 ± 0.2 mm, draft angle 1.5 degrees.",
        within(WALL, 1.8, 2.2),
        eq(DRAFT, 1.5),
    ),
    case(
        "Chair seat height between 430 and 460 mm. Total weight max. 6 kg.",
        le(MASS, 6000),
        also=(within(TALL, 430, 460), within("height|width|extent_z", 430, 460)),
        loose=True,
    ),
    case("Spec v1.3, prepared by J. Keller, 12 March."),
    case("The drawer handle has a hole spacing of 128 mm.", eq(SPACING, 128), also=some()),
    case(
        "Overall length 6 in, width 2.5 in, thickness 1/4 in.",
        eq(LENGTH, 6 * INCH),
        eq(WIDE, 2.5 * INCH),
        eq(PLATE, 0.25 * INCH),
    ),
    case(
        "Hi team, this is the drone arm we talked about. It must stay below 35 g and be at least "
        "4 mm thick everywhere.",
        le(MASS, 35),
        ge(WALL, 4),
    ),
    case("Edges chamfered 1 mm x 45°.", eq(CHAMFER, 1), also=(eq("chamfer_angle", 45),)),
    case(
        "The coaster must be symmetric and not thicker than 8 mm.",
        yes("symmetry|symmetry_x|symmetry_y|symmetry_z"),
        le(PLATE, 8),
    ),
    case(
        "Planter: matte white, drainage hole Ø12 in the base, wall at least 4 mm.",
        eq(D, 12),
        ge(WALL, 4),
        also=some(),
        loose=True,
    ),
    case("Qty: 250 pcs, delivery by end of May."),
    case(
        "Base plate steel S235, t = 10 mm, 4 holes Ø14.",
        material(),
        eq(PLATE, 10),
        eq(HOLES, 4),
        eq(D, 14),
        also=again(4),
    ),
    case("Handle must not have any sharp edges.", thing(negated=True)),
    case(
        "The mesh has to be watertight with at most 100,000 triangles.",
        yes("watertight"),
        le("triangle_count", 100000),
    ),
    case("支架壁厚不小于3mm，重量不超过200g。", ge(WALL, 3), le(MASS, 200)),
    case("外形尺寸：150×100×50mm", *sized(150, 100, 50)),
    case("材料：ABS\n壁厚：2.0mm\n拔模斜度：≥1°", material(), eq(WALL, 2), ge(DRAFT, 1)),
    case("底板上有4个直径6.5mm的通孔。", eq(HOLES, 4), eq(D, 6.5), also=again(4)),
    case(
        "花瓶高度不得超过250mm，底部应密封不漏水。",
        le(TALL, 250),
        also=(yes("watertight"),),
        loose=True,
    ),
    case("旋钮外径30mm，高15mm。", eq(OUTER, 30), eq(HEIGHT, 15), also=(eq(OUTER, 30),)),
    case("所有棱边倒圆角R1。", eq(FILLET, 1)),
    case(
        "建议采用一体式结构，总重最好低于500克。",
        eq(BODIES, 1, priority="should"),
        le(MASS, 500, priority="should"),
    ),
)

SECOND_GROUP = (
    case(
        "Camera mount\nMaterial: aluminium\nOne 1/4-20 tapped hole\nMax weight 80 g",
        material(),
        eq(HOLES, 1),
        le(MASS, 80),
        also=again(1),
        thread=5.1,
    ),
    case(
        "The toothbrush holder needs four holes with a diameter of 22 mm.",
        eq(HOLES, 4),
        eq(D, 22),
        also=again(4),
    ),
    case("Walls between 1.5 and 2.5 mm.", within(WALL, 1.5, 2.5)),
    case(
        "The bearing housing must have a Ø22 H7 seat and three M4 mounting holes.",
        within(D, 22, 22.021),
        eq(HOLES, 3),
        also=(*again(3), eq(HOLES, 1), ge(HOLES, 1), eq(HOLES, 4)),
        thread=4.5,
    ),
    case(
        "Box with lid: 2 parts, gap between lid and box 0.2 mm or more.",
        eq(BODIES, 2),
        ge(GAP, 0.2),
    ),
    case(
        "Coat hook - stainless steel, two countersunk holes for M4 screws.",
        material(),
        eq(HOLES, 2),
        also=again(2),
        thread=4.5,
    ),
    case(
        "Soap dish 130 x 90 x 25 mm, corner radius at least 5 mm.",
        *sized(130, 90, 25),
        ge(FILLET, 5),
    ),
    case("The shower caddy must not exceed 1.2 kg.", le(MASS, 1200)),
    case(
        "Monitor riser: max 600 mm wide, 120 mm high, should carry 15 kg.",
        le(WIDEST, 600),
        also=(le("height|extent_z", 120), eq("height|extent_z", 120)),
        loose=True,
    ),
    case(
        "Chess knight, height 75 mm, base diameter 32 mm.",
        eq(TALL, 75),
        also=(eq(OUTER, 32), eq(OUTER, 32)),
        loose=True,
    ),
    case("All internal corners min R3 for milling.", ge(FILLET, 3)),
    case(
        "Robot gripper finger:\n- length 85 mm\n- 2 x Ø3.2 holes, 12 mm apart\n- PA12",
        eq(LENGTH, 85),
        eq(HOLES, 2),
        eq(D, 3.2),
        eq(SPACING, 12),
        material(),
        also=again(2),
    ),
    case(
        "The spacer has an outer diameter of 16 mm and a bore of 8.4 mm.",
        eq(OUTER, 16),
        eq(D, 8.4),
        also=(eq(OUTER, 16), *some()),
    ),
    case("Spacer thickness: 5 mm +/- 0.05", within(PLATE, 4.95, 5.05)),
    case("Please keep every wall above 1 mm and avoid undercuts.", ge(WALL, 1), none(UNDERCUT)),
    case(
        "Heat sink, extruded aluminium, 100 mm x 60 mm x 30 mm, 12 fins.",
        material(),
        *sized(100, 60, 30),
        loose=True,
    ),
    case("Pen cup, hexagonal, 100 mm tall.\nWall 3 mm.", eq(TALL, 100), eq(WALL, 3), loose=True),
    case(
        "The bird feeder should be printable without supports.",
        also=(none(OVERHANG, priority="should"), le(OVERHANG, 0.05, priority="should")),
        loose=True,
    ),
    case("Price target is 4.50 EUR per unit at 1k."),
    case(
        "Belt buckle: 60 x 45 mm, not thicker than 6 mm, brass.",
        eq("length|extent_x|extent_y", 60),
        eq("width|extent_x|extent_y", 45),
        le(PLATE, 6),
        material(),
    ),
    case(
        "Water bottle\nCapacity 750 ml\nDiameter max 75 mm\nBPA-free Tritan",
        le(OUTER, 75),
        material(),
        also=(le(OUTER, 75),),
        loose=True,
    ),
    case(
        "The valve body must be a single piece with exactly two ports of 15 mm diameter.",
        eq(BODIES, 1),
        eq(HOLES, 2),
        eq(D, 15),
        also=again(2),
    ),
    case('Minimum wall 0.080", max weight 1.5 lb.', ge(WALL, 0.080 * INCH), le(MASS, 1.5 * POUND)),
    case(
        "Four blind holes, 10 mm deep, Ø4.2.",
        eq(HOLES, 4),
        eq(D, 4.2),
        eq("hole_depth", 10),
        also=again(4),
    ),
    case("Stool must have three legs and must not tip at 10°.", thing(), ge(TILT, 10)),
    case(
        "Picture frame outside dimensions 250 x 200 mm, depth at most 20 mm.",
        eq("length|extent_x|extent_y|extent_z", 250),
        eq("width|extent_x|extent_y|extent_z", 200),
        le("height|extent_y|extent_z|extent_x", 20),
    ),
    case(
        "Sorry for the late reply. For the door stop: PU rubber, 40 mm diameter, 25 mm high.",
        material(),
        eq(OUTER, 40),
        eq(HEIGHT, 25),
        also=(eq(OUTER, 40),),
    ),
    case("Volume of material must stay under 45 cm³.", le("volume", 45000)),
    case("General arrangement - see drawing 4711-B."),
    case("Mounting plate: 6 holes or more, none smaller than 4 mm.", ge(HOLES, 6), ge(D, 4)),
    case(
        "Light switch cover, white plastic, 86 x 86 mm, wall 1.8 mm min.",
        eq("length|extent_x|extent_y|extent_z", 86),
        eq("width|extent_x|extent_y|extent_z", 86),
        ge(WALL, 1.8),
        also=(material(),),
        loose=True,
    ),
    case(
        "Overall envelope shall not exceed 300 x 200 x 150 mm; mass shall not exceed 2.5 kg.",
        *limits(300, 200, 150),
        le(MASS, 2500),
    ),
    case("外壳最小壁厚1.5mm，不允许有倒扣。", ge(WALL, 1.5), none(UNDERCUT)),
    case(
        "法兰上均布8个φ9孔，分布圆直径110mm。",
        eq(HOLES, 8),
        eq(D, 9),
        eq(CIRCLE, 110),
        also=again(8),
    ),
    case(
        "桌子长1200mm，宽600mm，高750mm。",
        eq("length|extent_x", 1200),
        eq("extent_y|height", 600),
        eq("extent_z|width", 750),
    ),
    case("材质：304不锈钢，厚度2mm。", material(), eq(PLATE, 2)),
    case("重量控制在80～100克之间。", within(MASS, 80, 100)),
    case("两个零件之间的间隙至少0.5毫米。", ge(GAP, 0.5), also=(eq(BODIES, 2), ge(BODIES, 2))),
    case("手柄应左右对称，边缘圆角半径不小于2mm。", yes(SYMMETRY), ge(FILLET, 2)),
    case("交货期：2周；数量：30件。"),
)

THIRD_GROUP = (
    case(
        "The lid must overlap the box; lid wall 1.6 mm, clearance 0.25 mm all round.",
        eq(WALL, 1.6),
        eq(GAP, 0.25),
        also=(ge(GAP, 0.25),),
        loose=True,
    ),
    case(
        "Bike light mount: ABS, weighs no more than 45 g, one M5 bolt hole.",
        material(),
        le(MASS, 45),
        eq(HOLES, 1),
        also=again(1),
        thread=5.5,
    ),
    case(
        "Pulley, OD 60 mm, bore 10 mm H7, width 14 mm.",
        eq(OUTER, 60),
        within(D, 10, 10.015),
        eq("width|height|extent_x|extent_y|extent_z", 14),
        also=(eq(OUTER, 60), *some()),
    ),
    case("Bookend\nSteel sheet 2 mm\n150 mm high", material(), eq(PLATE, 2), eq(TALL, 150)),
    case("Must have at least four mounting holes.", ge(HOLES, 4)),
    case(
        "The rib thickness is 1.2 mm and the wall is 2 mm.",
        eq(WALL, 2),
        also=(eq(WALL, 1.2),),
        loose=True,
    ),
    case(
        "Candle holder, bore 22 mm dia x 20 mm deep, wall 5 mm minimum.",
        eq(D, 22),
        eq("hole_depth", 20),
        ge(WALL, 5),
        also=some(),
    ),
    case(
        "Keychain tag: 50 x 25 x 3 mm with one 4 mm hole.",
        *sized(50, 25, 3),
        eq(HOLES, 1),
        eq(D, 4),
        also=again(1),
    ),
    case(
        "Fillets: 2 mm minimum\nDraft: 2 deg minimum\nWall: 2-3 mm",
        ge(FILLET, 2),
        ge(DRAFT, 2),
        within(WALL, 2, 3),
    ),
    case(
        "Dog bowl\nMax. diameter 180 mm\nMax. height 65 mm\nStainless steel",
        le(OUTER, 180),
        le(HEIGHT, 65),
        material(),
        also=(le(OUTER, 180),),
    ),
    case(
        "Garden hose adapter, brass, overall length 48 mm, no more than 90 g.",
        material(),
        eq(LENGTH, 48),
        le(MASS, 90),
    ),
    case(
        "Sensor housing IP67. Must be watertight. Wall 3 mm or more.",
        yes("watertight"),
        ge(WALL, 3),
        loose=True,
    ),
    case("Ideally the whole thing weighs less than 300 g.", le(MASS, 300, priority="should")),
    case(
        "Shim washer, ID 12 mm, OD 18 mm, 0.5 mm thick.",
        eq(D, 12),
        eq(OUTER, 18),
        eq(PLATE, 0.5),
        also=(eq(OUTER, 18), *some()),
    ),
    case(
        "Knife block, beech, slots for five knives.\nMax. 250 mm tall.",
        material(),
        le(TALL, 250),
        loose=True,
    ),
    case(
        "Keyboard case bottom, 290 x 100 x 18 mm, aluminium, wall min 2.5 mm.",
        *sized(290, 100, 18),
        material(),
        ge(WALL, 2.5),
    ),
    case(
        "The funnel has a wall thickness of 1.5 mm and an outer diameter of 110 mm.",
        eq(WALL, 1.5),
        eq(OUTER, 110),
        also=(eq(OUTER, 110),),
    ),
    case(
        "Puzzle cube: nine pieces, 0.3 mm gap between pieces.",
        eq(BODIES, 9),
        eq(GAP, 0.3),
        also=(ge(GAP, 0.3),),
    ),
    case("Surface finish Ra 1.6 unless otherwise specified.", loose=True),
    case(
        "Bottom bracket tool: steel, 20 mm thick at least, hardened.",
        material(),
        ge(PLATE, 20),
        loose=True,
    ),
    case(
        "X: 80 mm\nY: 60 mm\nZ: 25 mm",
        eq("extent_x|length", 80),
        eq("extent_y|width", 60),
        eq("extent_z|height", 25),
    ),
    case(
        "Shelf bracket, 2 x Ø5 countersunk 90°, hole distance 96 mm, thickness 4 mm.",
        eq(HOLES, 2),
        eq(D, 5),
        eq(SINK_ANGLE, 90),
        eq(SPACING, 96),
        eq(PLATE, 4),
        also=again(2),
    ),
    case("Let me know if something is unclear. Thanks, Maria"),
    case("The tray must be stackable. It must not be higher than 60 mm.", le(HEIGHT, 60), thing()),
    case("Nozzle made of brass, orifice 0.4 mm.", material(), eq(D, 0.4), also=some()),
    case(
        "Tent peg\nlength 180 mm +/- 2 mm\nweight 15 g max\naluminium 7075",
        within(LENGTH, 178, 182),
        le(MASS, 15),
        material(),
    ),
    case("The front panel must have no holes and be 3 mm thick.", none("hole_count"), eq(PLATE, 3)),
    case(
        "Cam lever: PA6-GF30, thickness 6 mm, pivot hole 6.1 to 6.2 mm.",
        material(),
        eq(PLATE, 6),
        within(D, 6.1, 6.2),
        also=some(),
    ),
    case("Weight limit: 2 oz. Length limit: 4 inches.", le(MASS, 2 * OUNCE), le(LENGTH, 4 * INCH)),
    case(
        "Customer asked again about the speaker grille: it should have at least 100 holes, each "
        "2 mm in diameter.",
        ge(HOLES, 100, priority="should"),
        eq(D, 2, priority="should"),
        also=(ge(HOLES, 100, priority="should"),),
    ),
    case("Tablet holder: symmetrical left/right, adjustable, black.", yes(SYMMETRY), loose=True),
    case(
        "Counterbores Ø11, 4 pcs, for M6 socket head screws.",
        eq(HOLES, 4),
        eq(BORE, 11),
        also=again(4),
        thread=6.6,
    ),
    case("齿轮：20齿，模数2，内孔φ10。", eq(D, 10), also=some(), loose=True),
    case("灯罩重量不大于350g，壁厚1.2～2mm。", le(MASS, 350), within(WALL, 1.2, 2)),
    case(
        "整体尺寸不超过200mm×200mm×180mm，可在普通打印机上打印。",
        *limits(200, 200, 180),
        loose=True,
    ),
    case("安装孔：4-M5，孔距60mm。", eq(HOLES, 4), eq(SPACING, 60), also=again(4), thread=5.5),
    case("铝合金散热器，高度25±0.2mm。", material(), within(HEIGHT, 24.8, 25.2)),
    case("表面光滑，无锐边。", thing(negated=True), loose=True),
    case(
        "书架总高1800mm，层板厚度18mm，共5层。", eq(TALL, 1800), also=(eq(PLATE, 18),), loose=True
    ),
    case(
        "把手长度应在120mm到140mm之间，建议使用尼龙。",
        within(LENGTH, 120, 140),
        material(priority="should"),
    ),
)

FOURTH_GROUP = (
    case(
        "Game controller shell\n- 2 halves\n- wall 1.8 mm\n- no sharp edges",
        eq(BODIES, 2),
        eq(WALL, 1.8),
        thing(negated=True),
    ),
    case(
        "The knob must be 45 mm in diameter and have a 6 mm shaft hole.",
        eq(OUTER, 45),
        eq(D, 6),
        also=(eq(OUTER, 45), *some()),
    ),
    case(
        "Cutting board: maple, 400 x 280 x 20 mm, corners R15.",
        material(),
        *sized(400, 280, 20),
        eq(FILLET, 15),
    ),
    case(
        "Towel rail length 600 mm; mounting hole spacing 570 mm.",
        eq(LENGTH, 600),
        eq(SPACING, 570),
        also=some(),
    ),
    case(
        "Adapter plate, 8 mm aluminium, 8 x M5 tapped.",
        material(),
        eq(PLATE, 8),
        eq(HOLES, 8),
        also=again(8),
        thread=4.2,
    ),
    case(
        "Fan duct must be printable in ABS without overhangs steeper than 45 degrees.",
        material(),
        also=STEEP,
        loose=True,
    ),
    case(
        "Fan guard 120 x 120 mm, four 4.3 mm holes at 105 mm spacing.",
        eq("length|extent_x|extent_y", 120),
        eq("width|extent_x|extent_y", 120),
        eq(HOLES, 4),
        eq(D, 4.3),
        eq(SPACING, 105),
        also=again(4),
    ),
    case("Wrench organiser: holds 10 wrenches, max 350 mm long.", le(LENGTH, 350), loose=True),
    case("Max. dimensions (L x W x H): 450 x 320 x 180 mm", *limits(450, 320, 180)),
    case(
        "The ashtray shall be cast iron and shall weigh at least 500 g.", material(), ge(MASS, 500)
    ),
    case(
        "Syringe plunger\nlength 92.5 ±0.3\ndiameter 14.2 -0.1\nunits mm",
        within(LENGTH, 92.2, 92.8),
        within(OUTER, 14.1, 14.2),
        also=(within(OUTER, 14.1, 14.2),),
    ),
    case("Wall thickness must not drop below 0.8 mm anywhere.", ge(WALL, 0.8)),
    case(
        "Uniform wall of 3 mm, max. 4 mm at the bosses.",
        eq(WALL, 3),
        also=(le("wall_thickness_max", 4),),
        loose=True,
    ),
    case(
        "Lamp base: heavy enough not to tip at 15 degrees. Diameter 160 mm.",
        ge(TILT, 15),
        eq(OUTER, 160),
        also=(eq(OUTER, 160),),
        loose=True,
    ),
    case(
        "Sprocket, 32T, 8 lightening holes, 5 chainring bolts on 110 BCD.",
        eq(CIRCLE, 110),
        also=(*again(8), *again(5), eq(HOLES, 13)),
        loose=True,
    ),
    case("Rev B: logo removed from the front, see mail from Tuesday.", loose=True),
    case(
        "Cup holder should be dishwasher safe and fit a cup of 80 mm.",
        loose=True,
        also=(thing(priority="should"),),
    ),
    case(
        "Hook: can carry 5 kg, stainless, one hole 5 mm.",
        material(),
        eq(HOLES, 1),
        eq(D, 5),
        also=again(1),
        loose=True,
    ),
    case(
        "The watch case is 40 mm in diameter and at most 11 mm thick, titanium grade 5.",
        eq(OUTER, 40),
        le("height|extent_z|wall_thickness_min", 11),
        material(),
        also=(eq(OUTER, 40),),
    ),
    case("Chamfer all edges C0.5.", eq(CHAMFER, 0.5)),
    case(
        "Router template in 12 mm MDF, outside 500 x 300.",
        material(),
        eq(PLATE, 12),
        eq("length|extent_x|extent_y", 500),
        eq("width|extent_x|extent_y", 300),
    ),
    case(
        "Gasket: 2 mm thick silicone, 6 holes dia. 7 mm.",
        eq(PLATE, 2),
        material(),
        eq(HOLES, 6),
        eq(D, 7),
        also=again(6),
    ),
    case(
        "Battery box\nfor 4 AA cells\nwall ≥ 1.5 mm\nlid clearance ≥ 0.3 mm",
        ge(WALL, 1.5),
        ge(GAP, 0.3),
        loose=True,
    ),
    case(
        "Figurine 28 mm scale, solid, one mesh body, under 200k triangles.",
        eq(BODIES, 1),
        le("triangle_count", 200000),
        loose=True,
    ),
    case(
        "Crate must be no wider than 400 mm, no deeper than 300 mm and no heavier than 3 kg.",
        le(WIDEST, 400),
        le(DEEP, 300),
        le(MASS, 3000),
    ),
    case(
        "Good morning, we need a quote for a bushing in POM, Ø20 x 15 mm, inside diameter 12 mm. "
        "Regards, Tom",
        material(),
        eq(OUTER, 20),
        eq("height|length|extent_x|extent_y|extent_z", 15),
        eq(D, 12),
        also=(eq(OUTER, 20), *some()),
    ),
    case(
        "Countersunk holes: 3, Ø4.5, head Ø9.", eq(HOLES, 3), eq(D, 4.5), eq(SINK, 9), also=again(3)
    ),
    case(
        "The mailbox has to be made of galvanised sheet steel, at least 0.8 mm thick.",
        material(),
        ge(PLATE, 0.8),
    ),
    case(
        "Whistle, one piece, no assembly, max 55 mm long.",
        eq(BODIES, 1),
        le(LENGTH, 55),
        also=(thing(negated=True),),
        loose=True,
    ),
    case("A window in the side would be nice to have.", thing(priority="could")),
    case(
        "| Item | Value |\n| Wall | 2.2 mm |\n| Draft | 0.5° min |", eq(WALL, 2.2), ge(DRAFT, 0.5)
    ),
    case("Approved by quality department 2024-06-03."),
    case("托盘长300mm、宽200mm、高40mm，壁厚2.5mm。", *sized(300, 200, 40), eq(WALL, 2.5)),
    case(
        "轴承座内孔φ35H7，外形对称。",
        within(D, 35, 35.025),
        yes("symmetry|symmetry_x|symmetry_y|symmetry_z"),
        also=some(),
    ),
    case(
        "玩具车：不得有尖角，圆角不小于R1.5，材料PLA。",
        thing(negated=True),
        ge(FILLET, 1.5),
        material(),
    ),
    case("水杯壁厚至少2毫米，模型必须是封闭的水密网格。", ge(WALL, 2), yes("watertight")),
    case(
        "盖板厚10mm，开2个盲孔，孔深6mm，孔径5mm。",
        eq(PLATE, 10),
        eq(HOLES, 2),
        eq("hole_depth", 6),
        eq(D, 5),
        also=again(2),
    ),
    case("挂钩最好轻于60g。", le(MASS, 60, priority="should")),
    case("倒角C1，未注公差按GB/T 1804-m。", eq(CHAMFER, 1), loose=True),
    case("面数不超过5万个三角形，零件数量为1。", le("triangle_count", 50000), eq(BODIES, 1)),
)

THIRTEENTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP, *FOURTH_GROUP)
