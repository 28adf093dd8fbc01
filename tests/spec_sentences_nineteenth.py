"""A nineteenth set: four voices of two groups of forty, each by one who had not seen the rules.

Household designers and makers, public standards, engineers and purchasing, Chinese industry;
four sentences that stood in earlier sets were taken out. Recall and precision at first sight,
before any of it was read: .989/.940 and .938/.928, .944/.882 and .838/.803, .935/.960 and
.942/.953, .967/.957 and .885/.885. Six groups are a development set. The second of the first and
of the third voice were never looked at but for their totals: keep it so.
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
    size,
    size_max,
    thing,
    within,
    yes,
)
from spec_sentences_third import (
    BLIND,
    BODIES,
    BORE,
    BORED_HOLES,
    CHAMFER,
    CIRCLE,
    SINK,
    SINK_ANGLE,
    SPACING,
    SUNK_HOLES,
    TILT,
    limits,
    sized,
)


def holes(count):
    """A second statement about the same holes: that they go through, are sunk, or are there."""
    return (eq("hole_count", count), ge("hole_count", count))


def round_part(diameter):
    return tuple(eq(name, diameter) for name in ("length", "width"))


TALL = "height|extent_z|length"
LONG = "length|extent_x|extent_y"
WIDE = "width|extent_x|extent_y|length"
THICK = "wall_thickness_min|height|extent_z"
SYM = "symmetry|symmetry_x|symmetry_y|symmetry_z"
THROUGH = "through_hole_count|hole_count"
OUNCE = 28.349523125
ANY = "length|width|height|extent_x|extent_y|extent_z"
OUTER = "outer_diameter|outside_diameter|diameter|" + ANY
INNER = "hole_diameter|inner_diameter|bore_diameter"
LONGEST = "length|extent_x|extent_y|extent_z"
SHEET = "wall_thickness_min|height|extent_x|extent_y|extent_z"
MIRRORED = "symmetry|symmetry_x|symmetry_y|symmetry_z"
ROUND = MIRRORED + "|rotational_symmetry|axisymmetry"
OD = "outer_diameter|length|width"
BORE_ID = "hole_diameter|inner_diameter"
GAP = "gap_min"
MIRROR = "symmetry|symmetry_x|symmetry_y|symmetry_z"
ONE = holes(1)
HOLES = "hole_count|through_hole_count"
TAPPED = "hole_count|through_hole_count|blind_hole_count|thread_count|threaded_hole_count"
GAP_D = "gap_min|clearance_min"
LENGTH = "length|extent_x|extent_y|extent_z"
ACROSS = "width|extent_x|extent_y"
ROUND_D = "outer_diameter|diameter|diameter_max|cylinder_diameter|length|width|extent_x|extent_y"
SOFT = {"priority": "should"}

HOUSEHOLD_GROUP = (
    case(
        "The knob must be 38 mm tall, with walls no thinner than 2 mm.", eq(TALL, 38), ge(WALL, 2)
    ),
    case(
        "Wall shelf bracket\n- 200 x 150 x 30 mm\n- three 5 mm screw holes\n- max 250 g",
        *size(200, 150, 30),
        eq("hole_count", 3),
        eq("hole_diameter", 5),
        le("mass", 250),
    ),
    case(
        "Vase: 220 mm high, watertight, wall 1.2 mm.",
        eq(TALL, 220),
        yes("watertight"),
        eq(WALL, 1.2),
    ),
    case(
        "Drawer pull. Hole spacing 96 mm, two M4 threaded holes in the back.",
        eq(SPACING, 96),
        eq(BLIND, 2),
        thread=3.3,
    ),
    case(
        "Lampshade max 300 mm wide and max 250 mm tall, please keep it under 400 g.",
        le(WIDE, 300),
        le(TALL, 250),
        le("mass", 400),
    ),
    case(
        "The phone stand must fit on a 220 x 220 x 250 mm bed and print without supports.",
        *size_max(220, 220, 250),
        none(OVERHANG),
    ),
    case(
        "Soap dish, minimum wall 2.4 mm, at least six drain holes of 6 mm diameter.",
        ge(WALL, 2.4),
        ge("hole_count", 6),
        eq("hole_diameter", 6),
    ),
    case(
        "Pulley for the blind cord, one bore Ø8 H7.",
        within("hole_diameter", 8, 8.015),
        also=(eq("hole_count", 1),),
        loose=True,
    ),
    case(
        "Toothbrush holder, four holes Ø 22 mm ±0.5, single piece.",
        eq("hole_count", 4),
        within("hole_diameter", 21.5, 22.5),
        eq(BODIES, 1),
    ),
    case(
        "Cookie cutter: height 15 mm, cutting edge 0.8 mm thick.",
        eq(TALL, 15),
        also=(eq(WALL, 0.8),),
        loose=True,
    ),
    case(
        "Headphone hook for the edge of my desk. Width 35 mm. Material PETG, wall at least 4 mm.",
        eq(WIDE, 35),
        material(),
        ge(WALL, 4),
    ),
    case("Chair leg cap - TPU, 2.5 to 3 mm walls.", material(), within(WALL, 2.5, 3)),
    case(
        "The planter shall have one drainage hole between 8 and 10 mm in diameter.",
        eq("hole_count", 1),
        within("hole_diameter", 8, 10),
    ),
    case(
        "Cable box\nL 320 mm / W 130 mm / H 120 mm\nWall: 2.5 mm min.\nColour: white",
        eq(LONG, 320),
        eq("width|extent_y|extent_x", 130),
        eq("height|extent_z", 120),
        ge(WALL, 2.5),
        loose=True,
    ),
    case(
        "Minimalist bookend with a smooth, curved front, no more than 1.2 kg.",
        look(),
        le("mass", 1200),
        loose=True,
    ),
    case(
        "Coat hook: two countersunk 4.5 mm holes, 45 mm apart.",
        eq(SUNK_HOLES, 2),
        eq("hole_diameter", 4.5),
        eq(SPACING, 45),
    ),
    case(
        "The dice tower must not exceed 180 mm in any direction.",
        le("length|extent_x|extent_y|extent_z", 180),
        also=(le("width|extent_y|extent_x", 180), le("height|extent_z", 180)),
    ),
    case(
        "Print-in-place hinge for a jewellery box, at least 0.3 mm clearance between the knuckles.",
        ge("gap_min", 0.3),
        loose=True,
    ),
    case(
        "Spice jar lid: please remove all undercuts, draft 1 degree or more.",
        none(UNDERCUT),
        ge(DRAFT, 1),
    ),
    case("Delivery to the Leeds workshop before 14 March, 25 pieces, two-week lead time OK."),
    case(
        "Battery cover, 62.5 +0/-0.2 mm long, wall 1.5 mm.", within(LONG, 62.3, 62.5), eq(WALL, 1.5)
    ),
    case(
        'Desk organiser: 1/8" walls, 9" x 4" x 3.5" overall.',
        eq(WALL, INCH / 8),
        *size(9 * INCH, 4 * INCH, 3.5 * INCH),
    ),
    case(
        "Shower caddy bracket, ASA, symmetrical left to right, weight 90 g or less.",
        material(),
        yes(SYM),
        le("mass", 90),
    ),
    case(
        "Top for the side table: birch plywood 18 mm thick, 450 x 450 mm.",
        material(),
        eq(THICK, 18),
        *size(450, 450),
    ),
    case(
        "Garden hose adapter. Must be a closed, watertight mesh in one solid.",
        yes("watertight"),
        eq(BODIES, 1),
        loose=True,
    ),
    case(
        "Hi team, nice work on the second prototype! For the next one could you please make the "
        "speaker grille at least 1.6 mm thick? It must not be heavier than 140 g. Thanks, Priya",
        ge(THICK, 1.6),
        le("mass", 140),
    ),
    case(
        "Clock face: 12 holes Ø3 mm and one centre hole of Ø8 mm.",
        eq("hole_count", 12),
        eq("hole_diameter", 3),
        eq("hole_count", 1),
        eq("hole_diameter", 8),
        also=(eq("hole_count", 13),),
    ),
    case("Pegboard hook, preferably under 20 g.", le("mass", 20, priority="should")),
    case(
        "Corner protector: fillet all outside edges, min. radius 3 mm. No sharp corners.",
        ge(FILLET, 3),
        loose=True,
    ),
    case(
        "Wrench holder | wall | >= 3 mm\nWrench holder | length | 240 mm",
        ge(WALL, 3),
        eq(LONG, 240),
    ),
    case(
        "Box with separate lid, two parts, 0.2–0.4 mm clearance between them.",
        eq(BODIES, 2),
        within("gap_min", 0.2, 0.4),
    ),
    case(
        "Dragon figurine, STL export: 300,000 triangles at most, manifold mesh.",
        le("triangle_count", 300000),
        yes("watertight"),
        loose=True,
    ),
    case(
        "花瓶高度200毫米，壁厚不小于2毫米，不漏水。", eq(TALL, 200), ge(WALL, 2), yes("watertight")
    ),
    case(
        "手机支架整体尺寸不超过120×80×100 mm，重量不大于150克。",
        *size_max(120, 80, 100),
        le("mass", 150),
    ),
    case("抽屉拉手：两个M4螺纹孔，孔距128mm。", eq(BLIND, 2), eq(SPACING, 128), thread=3.3),
    case(
        "收纳盒采用PP材料，壁厚1.5～2mm，拔模斜度不小于1°。",
        material(),
        within(WALL, 1.5, 2),
        ge(DRAFT, 1),
    ),
    case(
        "挂钩底板上开两个直径5mm的通孔，所有棱边圆角不小于R1。",
        eq(THROUGH, 2),
        eq("hole_diameter", 5),
        ge(FILLET, 1),
    ),
    case("儿童积木外形要圆润，不得有尖角。", look(), look(negated=True), loose=True),
    case("台灯底座建议重量不低于600 g，以免翻倒。", ge("mass", 600, priority="should"), loose=True),
    case("交货地址：深圳市宝安区，数量20件，月底前发货。"),
)

UNREAD_HOUSEHOLD_GROUP = (
    case(
        "Wine rack front panel: 9 round holes, each 92 mm dia.",
        eq("hole_count", 9),
        eq("hole_diameter", 92),
    ),
    case(
        "Stool seat, 340 mm long, 300 mm wide, 24 mm thick, solid beech.",
        eq(LONG, 340),
        eq("width|extent_y|extent_x", 300),
        eq(THICK, 24),
        material(),
    ),
    case(
        "Watch stand - height between 110 and 130 mm, one piece, no supports needed for printing.",
        within(TALL, 110, 130),
        eq(BODIES, 1),
        none(OVERHANG),
    ),
    case(
        "Bottle opener: max length 5 inches, weight 3 oz or less.",
        le(LONG, 5 * INCH),
        le("mass", 3 * OUNCE),
    ),
    case(
        "The gear knob needs one M8 threaded hole, at least 20 mm deep.",
        eq(BLIND, 1),
        loose=True,
        thread=6.8,
    ),
    case(
        "Earbud case: wall thickness 1.6 mm ±10 %, gap around the lid not less than 0.15 mm.",
        within(WALL, 1.44, 1.76),
        ge("gap_min", 0.15),
    ),
    case(
        "Kitchen funnel in food-safe PP\n• capacity 250 ml\n• wall 1.5 mm\n• no undercuts",
        material(),
        eq(WALL, 1.5),
        none(UNDERCUT),
        loose=True,
    ),
    case(
        "Raised dog bowl holder with two large holes. Must weigh at least 1.5 kg.",
        eq("hole_count", 2),
        ge("mass", 1500),
        loose=True,
    ),
    case("Chess king: no taller than 95 mm and at least 30 g.", le(TALL, 95), ge("mass", 30)),
    case("Plant label, 2 mm thick, 110 mm long.", eq(THICK, 2), eq(LONG, 110)),
    case(
        "Monitor riser must support 15 kg. Panels not thinner than 16 mm.",
        ge(THICK, 16),
        loose=True,
    ),
    case(
        'Camera plate: 4 mm aluminium, one 1/4"-20 tapped hole in the middle.',
        eq(THICK, 4),
        material(),
        eq("hole_count|through_hole_count", 1),
        loose=True,
        thread=5.1,
    ),
    case(
        "Door stop wedge in TPU, 120 x 40 x 30 mm, volume of plastic no more than 60 cm³.",
        material(),
        *size(120, 40, 30),
        le("volume", 60000),
        also=(material(),),
    ),
    case(
        "Cabinet foot\nheight 60 mm, Ø40 base\nOne M6 tapped hole, 12 mm deep, in the top",
        eq(TALL, 60),
        eq(BLIND, 1),
        also=(eq("width|extent_x|extent_y", 40),),
        loose=True,
        thread=5.0,
    ),
    case(
        "Curtain rod bracket with four mounting holes dia. 4.2 to 4.5 mm, min wall 5 mm.",
        eq("hole_count", 4),
        within("hole_diameter", 4.2, 4.5),
        ge(WALL, 5),
    ),
    case(
        "Kids' sand mould - every edge rounded, 2 mm radius minimum, draft 3° or greater.",
        ge(FILLET, 2),
        ge(DRAFT, 3),
        loose=True,
    ),
    case(
        "The tray must fit in a box with inside dimensions 400 x 300 x 60 mm.",
        *size_max(400, 300, 60),
    ),
    case(
        "Sunglasses frame: max. 28 g, symmetric, nylon PA12.", le("mass", 28), yes(SYM), material()
    ),
    case("Tap handle with three spokes and a sleek retro look.", look(), loose=True),
    case(
        "Jar lid with internal thread, wall no less than 1.8mm and no more than 2.2mm.",
        within(WALL, 1.8, 2.2),
        loose=True,
    ),
    case(
        "Laser cut coaster, 100 x 100 mm, 3 mm acrylic.", *size(100, 100), eq(THICK, 3), material()
    ),
    case(
        "Thanks again for the quick quote. The lamp arm is fine as it is, we only want the clamp "
        "jaw to be 6 mm thick or more.",
        ge(THICK, 6),
    ),
    case(
        "Drawer divider: height 55 (+0.5/-0.5) mm, thickness 3 mm, no holes.",
        within(TALL, 54.5, 55.5),
        eq(THICK, 3),
        none("hole_count"),
    ),
    case(
        "Router jig, 12 mm MDF, overall no bigger than 500 by 350 mm.",
        material(),
        eq(THICK, 12),
        le("length|extent_x", 500),
        le("width|extent_y", 350),
    ),
    case(
        "Bracelet - inner diameter 65 mm, width 8 mm, thickness 2 mm.",
        eq("width|extent_x|extent_y|height|extent_z", 8),
        eq(THICK, 2),
        also=(eq("hole_diameter", 65), eq("hole_count", 1)),
        loose=True,
    ),
    case(
        "Candle holder: concrete, one blind hole 40 mm dia, 15 mm deep.",
        material(),
        eq(BLIND, 1),
        eq("hole_diameter", 40),
        loose=True,
    ),
    case("Part no. SH-2207, rev C, drawn by T. Okafor, checked 02/06/2025"),
    case("Price target EUR 4.50 per piece at 2,000 pcs."),
    case(
        "Pen cup:\nWall must be 2 mm or thicker.\nNice to have: below 150 g.",
        ge(WALL, 2),
        le("mass", 150, priority="could"),
    ),
    case(
        "Birdhouse: entrance hole 32 mm dia, walls 15 mm min., 4x drain holes 6 mm in the floor.",
        eq("hole_diameter", 32),
        ge(WALL, 15),
        eq("hole_count", 4),
        eq("hole_diameter", 6),
        also=(eq("hole_count", 1), eq("hole_count", 5)),
    ),
    case(
        "Suitcase handle grip\n- length: 115-125 mm\n- no visible screws\n- soft rounded shape",
        within(LONG, 115, 125),
        look(negated=True),
        look(),
        loose=True,
    ),
    case(
        "Fan guard: four 4.3 mm holes spaced 105 mm apart, edges chamfered 0.5 mm.",
        eq("hole_count", 4),
        eq("hole_diameter", 4.3),
        eq(SPACING, 105),
        also=(eq(CHAMFER, 0.5), ge(CHAMFER, 0.5)),
        loose=True,
    ),
    case(
        "灯座法兰：6个直径5.5 mm的孔，均布在直径70 mm的圆周上。",
        eq("hole_count", 6),
        eq("hole_diameter", 5.5),
        eq(CIRCLE, 70),
    ),
    case(
        "椅子座板采用榉木，厚度不小于20毫米，边缘光滑无毛刺。",
        material(),
        ge(THICK, 20),
        loose=True,
    ),
    case(
        "玩具车总长不超过150mm，宽度不超过70mm，不得有锐边。",
        le(LONG, 150),
        le(WIDE, 70),
        look(negated=True),
        loose=True,
    ),
    case(
        "遥控器外壳：壁厚2±0.1 mm，由上下盖两个零件组成，两者间隙不小于0.2 mm。",
        within(WALL, 1.9, 2.1),
        eq(BODIES, 2),
        ge("gap_min", 0.2),
        loose=True,
    ),
    case(
        "肥皂盒底部至少8个漏水孔，孔径4～5 mm。", ge("hole_count", 8), within("hole_diameter", 4, 5)
    ),
    case(
        "模型须能在256×256×256mm的打印机上打印，无需支撑。",
        *size_max(256, 256, 256),
        none(OVERHANG),
    ),
    case(
        "衣架左右对称，重量80g以内，最好一体成型。",
        yes(SYM),
        le("mass", 80),
        eq(BODIES, 1, priority="should"),
    ),
    case("图号：JY-0318　版本：B　日期：2025年3月"),
)

STANDARDS_GROUP = (
    case(
        "4.1 The height of a fixed-height desk shall be (740 ± 20) mm. The work surface shall be "
        "at least 1 200 mm long.",
        within(HEIGHT, 720, 760),
        ge(LONGEST, 1200),
    ),
    case(
        "Balls intended for children under 36 months shall have a diameter of not less than "
        "44,5 mm.",
        ge(OUTER, 44.5),
    ),
    case(
        "Cabin baggage shall not exceed 55 cm × 40 cm × 23 cm, including wheels and handles, and "
        "shall have a mass of not more than 8 kg.",
        *limits(550, 400, 230),
        le("mass", 8000),
    ),
    case(
        "Four clearance holes of the medium series for M8 in accordance with ISO 273 shall be "
        "provided, i.e. 9 mm in diameter.",
        eq("hole_count", 4),
        eq("hole_diameter", 9),
    ),
    case(
        "The outside diameter of the grab bar shall be 1-1/4 inches minimum and 2 inches maximum.",
        within(OUTER, 31.75, 50.8),
    ),
    case(
        "Operable parts shall be usable with one hand and shall not require tight grasping. The "
        "force required to operate them shall be 5 lbf maximum.",
        loose=True,
    ),
    case(
        "The diameter of any opening in the guard panel shall not exceed 8 mm.",
        le("hole_diameter", 8),
    ),
    case(
        "Nominal wall thickness shall be between 2,0 mm and 3,5 mm. Draft of not less than 1,5° "
        "shall be applied to all surfaces in the direction of draw.",
        within(WALL, 2, 3.5),
        ge(DRAFT, 1.5),
    ),
    case("6.4 Undercuts are not permitted in moulded covers.", none(UNDERCUT)),
    case(
        "The mass of a parcel shall not exceed 31,5 kg. Its longest side shall not exceed 1,2 m.",
        le("mass", 31500),
        le("length", 1200),
    ),
    case(
        "The gap between any two adjacent bars of the cot side shall be not less than 45 mm.",
        ge("gap_min", 45),
    ),
    case(
        "The wall bracket shall have at least two fixing holes with a diameter of not less than "
        "5 mm and shall be made of stainless steel.",
        ge("hole_count", 2),
        ge("hole_diameter", 5),
        material(),
    ),
    case(
        "1 Scope\nThis document specifies dimensions and requirements for plastics knobs for "
        "hand-operated machine tools.",
        also=(material(),),
    ),
    case(
        "ISO 2768-1:1989, General tolerances — Part 1: Tolerances for linear and angular "
        "dimensions without individual tolerance indications"
    ),
    case(
        "The ball knob shall have a diameter of 32 mm and one blind hole tapped M8.",
        eq(OUTER, 32),
        eq(BLIND, 1),
        thread=6.8,
    ),
    case(
        "The flange shall have 8 bolt holes of diameter 18 mm, equally spaced on a bolt circle of "
        "diameter 160 mm.",
        eq("hole_count", 8),
        eq("hole_diameter", 18),
        eq(CIRCLE, 160),
    ),
    case(
        "The motor plate shall have four mounting holes, 3,4 mm in diameter, with a hole spacing "
        "of 31 mm.",
        eq("hole_count", 4),
        eq("hole_diameter", 3.4),
        eq(SPACING, 31),
    ),
    case(
        "The body of the junction box shall be of die-cast aluminium. Its walls shall not be "
        "thinner than 2,5 mm.",
        material(),
        ge(WALL, 2.5),
    ),
    case(
        "Accessible edges and corners of the school chair shall be rounded with a radius of at "
        "least 2 mm.",
        ge(FILLET, 2),
        loose=True,
    ),
    case(
        "The serving tray shall have a raised rim on all sides and shall have a mass of no more "
        "than 1,6 kg.",
        look(),
        le("mass", 1600),
    ),
    case(
        "Geometry shall be supplied as a closed, watertight mesh comprising no more than 250 000 "
        "triangles.",
        yes("watertight"),
        le("triangle_count", 250000),
    ),
    case(
        "A minimum wall thickness of 1,0 mm is recommended. The clearance between moving parts "
        "should be at least 0,4 mm.",
        ge(WALL, 1, priority="should"),
        ge("gap_min", 0.4, priority="should"),
    ),
    case("The soap dispenser shall comprise no more than three separate parts.", le(BODIES, 3)),
    case(
        "The pallet shall have a length of 1 200 mm and a width of 800 mm. Its height shall not "
        "exceed 144 mm.",
        eq("length|extent_x", 1200),
        eq("width|extent_y", 800),
        le(HEIGHT, 144),
    ),
    case("The clothes hanger shall be symmetrical about its vertical centre plane.", yes(MIRRORED)),
    case(
        "The hinge leaf shall have three countersunk holes. The included angle of the countersinks "
        "shall be 90°.",
        eq(SUNK_HOLES, 3),
        eq(SINK_ANGLE, 90),
    ),
    case(
        "The shelf shall be (18 ± 0,3) mm thick and its edges shall be "
        "rounded with a radius of not "
        "less than 3 mm.",
        within(SHEET, 17.7, 18.3),
        ge(FILLET, 3),
        loose=True,
    ),
    case(
        "At least six ventilation holes shall be provided, each having a diameter of (4 ± 0,2) mm.",
        ge("hole_count", 6),
        within("hole_diameter", 3.8, 4.2),
    ),
    case(
        "Where the mass of the appliance exceeds 18 kg, carrying handles shall be fitted.",
        loose=True,
    ),
    case(
        "The bore of the bush shall be 20 mm H7. The length of the bush shall be 25 mm.",
        within(INNER, 20, 20.021),
        eq(ANY, 25),
    ),
    # Chinese
    case(
        "课桌高度应为(760±10) mm，质量不应超过15 kg。", within(HEIGHT, 750, 770), le("mass", 15000)
    ),
    case("5.2 壁厚不得小于2.5 mm，拔模斜度不应小于1°。", ge(WALL, 2.5), ge(DRAFT, 1)),
    case(
        "托运行李每件质量不得超过23 kg，外部尺寸不得超过100 cm×60 cm×40 cm。",
        le("mass", 23000),
        *limits(1000, 600, 400),
    ),
    case(
        "法兰应有4个直径为18 mm的螺栓孔，均布在直径为125 mm的圆周上。",
        eq("hole_count", 4),
        eq("hole_diameter", 18),
        eq(CIRCLE, 125),
    ),
    case("玩具的可触及边缘应倒圆，圆角半径不得小于1.5 mm。", ge(FILLET, 1.5), loose=True),
    case("支架应采用不锈钢板制造，板厚应不小于3 mm。", material(), ge(PLATE, 3)),
    case(
        "格栅的开孔直径不应大于12 mm，孔数不应少于20个。",
        le("hole_diameter", 12),
        ge("hole_count", 20),
    ),
    case(
        "注塑件不宜有倒扣，圆角半径宜不小于0.5 mm。",
        none(UNDERCUT, priority="should"),
        ge(FILLET, 0.5, priority="should"),
    ),
    case(
        "包装箱的长度不得大于1.2 m，宽度不得大于800 mm，高度不得大于600 mm。",
        le("length|extent_x", 1200),
        le("width|extent_y", 800),
        le(HEIGHT, 600),
    ),
)

MORE_STANDARDS_GROUP = (
    case(
        "5.3.1 Handrails with a circular cross section shall have an outside diameter of 32 mm "
        "minimum and 51 mm maximum.",
        within(OUTER, 32, 51),
    ),
    case(
        "The height of the litter bin shall not exceed 900 mm. Its mass when empty shall not be "
        "greater than 12 kg.",
        le(HEIGHT + "|length", 900),
        le("mass", 12000),
    ),
    case(
        "The wall thickness of the drinking cup shall be at least 2,5 mm. The overall height shall "
        "not exceed 110 mm.",
        ge(WALL, 2.5),
        le(HEIGHT + "|length", 110),
    ),
    case(
        "The teether shall be made of silicone and shall consist of a single piece. Edges shall be "
        "free from burrs.",
        material(),
        eq(BODIES, 1),
        loose=True,
    ),
    case(
        "The bore of the bearing housing shall be 47 mm with tolerance class H7.",
        within(INNER, 47, 47.025),
    ),
    case(
        "The adapter plate shall have six tapped holes, thread M5 in accordance with ISO 261.",
        eq("hole_count", 6),
        thread=4.2,
    ),
    case(
        "The rack panel shall be 482,6 mm wide and 88,1 mm high. The thickness of the sheet shall "
        "be not less than 2,5 mm.",
        eq("length|extent_x", 482.6),
        eq("width|extent_y|extent_z", 88.1),
        ge(SHEET, 2.5),
    ),
    case(
        "The lid shall be provided with four through holes, each 4,5 mm +0,1/0 in diameter.",
        eq("hole_count", 4),
        within("hole_diameter", 4.5, 4.6),
    ),
    case(
        "All external edges of the machined block shall be chamfered by not less than 0,5 mm.",
        ge(CHAMFER, 0.5),
    ),
    case(
        "Overhanging surfaces shall not account for more than 5 % of the total surface area.",
        le(OVERHANG, 0.05),
    ),
    case(
        "For small packets the sum of length, width and height shall not exceed 900 mm, and the "
        "greatest dimension shall not exceed 600 mm.",
        le("length", 600),
        loose=True,
    ),
    case("The grip of the walking stick shall be contoured to fit the hand.", look(), loose=True),
    case("3.2\nbase plate\nflat component by which the bollard is fixed to the ground", loose=True),
    case(
        "The spur gear shall have 24 teeth. The bore of the gear shall be 8 mm in diameter.",
        eq(INNER, 8),
        also=(eq("tooth_count|teeth_count", 24),),
        loose=True,
    ),
    case(
        "Lever handles shall have a length of at least 110 mm and shall be made of brass or "
        "stainless steel.",
        ge(LONGEST, 110),
        material(),
    ),
    case(
        "The bookcase shall have a width of 800 mm, a depth of 300 mm and a height of 1 800 mm.",
        eq("width|extent_x", 800),
        eq("height|extent_y|depth", 300),
        eq("length|extent_z", 1800),
    ),
    case(
        "The coat hook shall withstand a static load of 10 kg without permanent deformation. It "
        "shall have two fixing holes.",
        eq("hole_count", 2),
        loose=True,
    ),
    case(
        "The parallel pin shall have a diameter of 6 mm and a length of 40 mm.",
        eq(OUTER, 6),
        eq(LONGEST, 40),
    ),
    case(
        "The bottle shall be made of PET. Its mass shall be (28 ± 0,5) g.",
        material(),
        within("mass", 27.5, 28.5),
    ),
    case(
        "The mailing box shall be not more than 12 inches long, 8 inches wide and 4 inches high.",
        le("length|extent_x", 304.8),
        le("width|extent_y", 203.2),
        le(HEIGHT, 101.6),
    ),
    case(
        "The nominal wall of the housing shall be 2,5 mm. The thickness of ribs should not exceed "
        "60 % of the nominal wall.",
        eq(WALL, 2.5),
        loose=True,
    ),
    case(
        "The thickness of any section of the casting shall not exceed 14 mm.",
        le("wall_thickness_max", 14),
    ),
    case(
        "The planter shall have at least three drainage holes, each not less than 8 mm in "
        "diameter.",
        ge("hole_count", 3),
        ge("hole_diameter", 8),
    ),
    case(
        "The drill jig shall have two locating holes, diameter 10 H7.",
        eq("hole_count", 2),
        within("hole_diameter", 10, 10.015),
    ),
    case(
        "The model shall fit within a build volume of 256 mm × 256 mm × 256 mm. The model shall be "
        "watertight.",
        *limits(256, 256, 256),
        yes("watertight"),
    ),
    case(
        "The lamp shade shall be symmetrical about its vertical axis. Its mass shall not exceed "
        "750 g.",
        yes(ROUND),
        le("mass", 750),
    ),
    case("Bath toys for children under 36 months shall not have any holes.", none("hole_count")),
    case(
        "Six holes for M6 socket head cap screws shall be counterbored to a diameter of 11 mm.",
        eq(BORED_HOLES, 6),
        eq(BORE, 11),
        thread=6.6,
    ),
    case(
        "The overall height of the stool shall be between 430 mm and 460 mm. Sharp edges are not "
        "permitted.",
        within(HEIGHT + "|length", 430, 460),
        loose=True,
    ),
    case(
        "Internal corners should have a radius of not less than 1 mm. The draft angle should be 1° "
        "to 3°.",
        ge(FILLET, 1, priority="should"),
        within(DRAFT, 1, 3, priority="should"),
    ),
    # Chinese
    case(
        "工具手柄的直径应为30 mm~45 mm，长度不应小于100 mm。",
        within(OUTER, 30, 45),
        ge(LONGEST, 100),
    ),
    case(
        "平垫圈的内径应为8.4 mm，外径应为16 mm，厚度应为1.6 mm。",
        eq(INNER, 8.4),
        eq(OUTER, 16),
        eq(SHEET, 1.6),
    ),
    case(
        "安装孔应不少于4个，孔径应为Φ5.5 mm±0.1 mm。",
        ge("hole_count", 4),
        within("hole_diameter", 5.4, 5.6),
    ),
    case(
        "快件包装的最长边不得超过1.5 m，质量不得超过30 kg。", le("length", 1500), le("mass", 30000)
    ),
    case("儿童床护栏栅条之间的间隙不得小于45 mm。", ge("gap_min", 45)),
    case("增材制造件的网格应封闭（水密），且应为单一实体。", yes("watertight"), eq(BODIES, 1)),
    case("合页应有6个沉头孔，沉头角度应为90°。", eq(SUNK_HOLES, 6), eq(SINK_ANGLE, 90)),
    case("下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。"),
    case(
        "插座外壳宜采用ABS，壁厚应在2 mm~3 mm之间。",
        material(priority="should"),
        within(WALL, 2, 3),
    ),
    case(
        "制件的材料体积不得大于120 cm³，悬垂面积占比不得超过10%。",
        le("volume", 120000),
        le(OVERHANG, 0.1),
    ),
)

ENGINEERS_GROUP = (
    case(
        "Motor mount for NEMA 17\n4x Ø3.4 holes on 31 mm centres\nCentre bore 22.5 mm dia.\n"
        "Plate 5 mm thick",
        eq("hole_count", 4),
        eq("hole_diameter", 3.4),
        eq(SPACING, 31),
        eq("hole_diameter", 22.5),
        eq(PLATE, 5),
        also=ONE,
    ),
    case(
        "RFQ-2291: Sheet metal bracket, 2.0 mm DC01, zinc plated. Qty 250.",
        eq(PLATE, 2),
        material(),
        loose=True,
    ),
    case("The lever must not weigh more than 85 grams.", le("mass", 85)),
    case(
        "Draft: 1.5 deg min. on all faces in line of draw. No undercuts.",
        ge(DRAFT, 1.5),
        none(UNDERCUT),
    ),
    case(
        "Flange OD 120 mm, 6 holes Ø9 equally spaced on a 95 mm PCD.",
        eq(OD, 120),
        eq("hole_count", 6),
        eq("hole_diameter", 9),
        eq(CIRCLE, 95),
        also=round_part(120),
        loose=True,
    ),
    case("Drill jig plate 150 x 80 x 12 mm, EN AW-7075.", *size(150, 80, 12), material()),
    case("All internal corners R3 minimum, so that we can get a 6 mm cutter in.", ge(FILLET, 3)),
    case(
        "2X M5x0.8 tapped holes, 12 mm deep min.",
        eq(BLIND, 2),
        ge("hole_depth", 12),
        loose=True,
        thread=4.2,
    ),
    case(
        "Drone arm - length 210 ±0.5 mm, weight under 45 g",
        within("length", 209.5, 210.5),
        le("mass", 45),
    ),
    case("The enclosure shall fit within a 160 x 90 x 60 mm envelope.", *size_max(160, 90, 60)),
    case("Break all sharp edges 0.2-0.5.", also=(within(FILLET, 0.2, 0.5),), loose=True),
    case(
        "Robot gripper finger\n- mass <= 60 g\n- min wall 1.2 mm\n- one solid body",
        le("mass", 60),
        ge(WALL, 1.2),
        eq(BODIES, 1),
    ),
    case("Please quote by Friday, delivery to our Leeds plant, payment 30 days net."),
    case(
        "Bearing housing: bore Ø42 H7, two M8 mounting holes",
        within("hole_diameter", 42, 42.025),
        eq("hole_count", 2),
        also=ONE,
        thread=9.0,
    ),
    case("Overall height between 35 and 40 mm.", within(HEIGHT, 35, 40)),
    case(
        "No overhangs beyond 45°, we print it without supports. Fits on a Prusa MK4 "
        "(250 x 210 x 220 mm).",
        *size_max(250, 210, 220),
        also=(none(OVERHANG), none(OVERHANG)),
        loose=True,
    ),
    case(
        "Countersink 4 holes for M4 flat head screws, 90°.",
        eq(SUNK_HOLES, 4),
        eq(SINK_ANGLE, 90),
        also=holes(4),
        loose=True,
        thread=4.5,
    ),
    case(
        "Knob: 38 mm diameter, 20 mm high, 6 mm shaft bore.",
        eq(OD, 38),
        eq(HEIGHT, 20),
        eq("hole_diameter", 6),
        also=ONE + round_part(38),
    ),
    case("Chamfer 1 x 45° both ends.", eq(CHAMFER, 1), loose=True),
    case(
        "Hi Tom, thanks for the update on the heatsink. It needs to come down to 180 g or less. "
        "Base thickness stays at 5 mm.",
        le("mass", 180),
        also=(eq(PLATE, 5),),
        loose=True,
    ),
    case("Material: PA6-GF30 or POM-C", material()),
    case("Length | 84.0 | ±0.2 | mm", within("length|extent_x", 83.8, 84.2)),
    case(
        "Manifold block in 6061 aluminium, five Ø8 ports on the front face.",
        material(),
        eq("hole_count", 5),
        eq("hole_diameter", 8),
    ),
    case(
        "Cable clip must be printable as one piece without support.",
        eq(BODIES, 1),
        also=(none(OVERHANG),),
        loose=True,
    ),
    case("Max. 2 kg incl. fasteners", le("mass", 2000)),
    case("Gap between lid and base: 0.3 mm min., 0.5 mm max.", within(GAP, 0.3, 0.5)),
    case("Preferably the handle is symmetrical left to right.", yes(MIRROR, priority="should")),
    case(
        'Gusset plate, 1/4" thick, 6 x 4 in, (4) 7/16 in. dia. holes',
        eq(PLATE, 0.25 * INCH),
        eq("length", 6 * INCH),
        eq("width", 4 * INCH),
        eq("hole_count", 4),
        eq("hole_diameter", 7 / 16 * INCH),
        also=(eq(WALL, 0.25 * INCH), eq("height", 0.25 * INCH)),
    ),
    case("General tolerances ISO 2768-mK. Third angle projection.", loose=True),
    case(
        "Mounting holes 5.5 mm (+0.2/-0), spaced 100 mm c/c",
        within("hole_diameter", 5.5, 5.7),
        eq(SPACING, 100),
        loose=True,
    ),
    case(
        "Ribs no thicker than 60 % of the wall. Wall 3 mm.",
        eq(WALL, 3),
        also=(le(WALL, 1.8),),
        loose=True,
    ),
    case(
        "支架，材料6061-T6，壁厚不小于3mm，重量不超过150g。",
        material(),
        ge(WALL, 3),
        le("mass", 150),
    ),
    case(
        "4-Φ6.5通孔，孔距80mm",
        eq("hole_count", 4),
        eq("hole_diameter", 6.5),
        eq(SPACING, 80),
        also=holes(4),
    ),
    case(
        "外壳尺寸：120×80×35 mm（±0.3）",
        within("length", 119.7, 120.3),
        within("width", 79.7, 80.3),
        within("height", 34.7, 35.3),
    ),
    case(
        "轴承座内孔Φ30H7，底板厚10mm。",
        within("hole_diameter", 30, 30.021),
        also=(eq(PLATE, 10), *ONE),
        loose=True,
    ),
    case("请在本周五前报价，数量500件，含税含运费。"),
    case(
        "法兰外径Φ150，均布8个M10螺孔，分度圆直径Φ125。",
        eq(OD, 150),
        eq("hole_count", 8),
        eq(CIRCLE, 125),
        also=round_part(150),
        loose=True,
        thread=8.5,
    ),
)

UNREAD_ENGINEERS_GROUP = (
    case(
        "Welding fixture base\nSize: 400 x 300 x 20 mm\nMaterial: S355\nDowel holes: 2 x Ø10 H7",
        *size(400, 300, 20),
        material(),
        eq("hole_count", 2),
        within("hole_diameter", 10, 10.015),
    ),
    case(
        "The propeller guard should weigh no more than 30 g, ideally 25 g.",
        le("mass", 30, priority="should"),
        also=(eq("mass", 25, priority="should"), le("mass", 25, priority="should")),
    ),
    case(
        "Wall: 2 mm min., 4 mm max. (injection moulded ABS)",
        within(WALL, 2, 4),
        material(),
        loose=True,
    ),
    case(
        "Spur gear, 24 teeth, module 1.5, bore 8 mm", eq("hole_diameter", 8), also=ONE, loose=True
    ),
    case("Tapped holes M3 (8x), through.", eq(THROUGH, 8), also=holes(8), thread=2.5),
    case(
        "Shaft Ø12 h6, 95 mm long, 0.5 mm chamfer on each end.",
        within("outer_diameter|width|height", 11.989, 12),
        eq("length", 95),
        eq(CHAMFER, 0.5),
        loose=True,
    ),
    case("Hinge pin hole: 4.1 to 4.3 mm", within("hole_diameter", 4.1, 4.3), also=ONE),
    case(
        "Camera gimbal plate shall be made of carbon fibre, 1.5 mm thick.",
        material(),
        eq(PLATE, 1.5),
        also=(eq(WALL, 1.5), eq("height", 1.5)),
    ),
    case(
        "Fan duct - must fit in 100x100x80 mm, wall at least 1.2mm, watertight mesh please",
        *size_max(100, 100, 80),
        ge(WALL, 1.2),
        yes("watertight"),
    ),
    case(
        "Minimum inside bend radius = material thickness (1.5 mm). Flanges at least 8 mm.",
        also=(ge(FILLET, 1.5), eq(FILLET, 1.5), eq(PLATE, 1.5)),
        loose=True,
    ),
    case(
        "V-block: 90° groove, 60 x 40 x 40 mm, hardened tool steel",
        *size(60, 40, 40),
        material(),
        loose=True,
    ),
    case("Do not exceed 500 g total mass.", le("mass", 500)),
    case(
        "Cover plate with 6 countersunk holes for M3 screws; no other holes.",
        eq(SUNK_HOLES, 6),
        also=holes(6),
        loose=True,
        thread=3.4,
    ),
    case(
        "Battery tray internal ribs must have at least 1° of draft per side and R0.5 min at the "
        "root.",
        ge(DRAFT, 1),
        ge(FILLET, 0.5),
        loose=True,
    ),
    case(
        "Standoff 25 ±0.1 mm long, Ø4.5 through hole.",
        within("length", 24.9, 25.1),
        eq("hole_diameter", 4.5),
        also=ONE,
    ),
    case("Rev C, drawn by JK, 14.03.2024, scale 1:2, sheet 1 of 3"),
    case(
        "Pulley: outside dia 50 mm, 10 mm wide belt groove, bore 8 mm +0.02/0",
        eq(OD, 50),
        within("hole_diameter", 8, 8.02),
        also=ONE + round_part(50),
        loose=True,
    ),
    case(
        "Sensor bracket\n• footprint max. 60 x 40 mm\n• 2 adjustment slots\n• height 25 mm",
        le("length|extent_x", 60),
        le("width|extent_y", 40),
        eq(HEIGHT, 25),
        also=holes(2),
        loose=True,
    ),
    case("Keep the part count to three or fewer.", le(BODIES, 3)),
    case(
        "The scanner housing must weigh between 1.1 and 1.3 lb.",
        within("mass", 1.1 * POUND, 1.3 * POUND),
    ),
    case(
        "Tooling note: parting line at mid-plane, so both halves should be mirror symmetric. "
        "Nominal wall 2.8 mm.",
        yes(MIRROR, priority="should"),
        eq(WALL, 2.8),
        loose=True,
    ),
    case(
        "8 x Ø5.5 thru, c'bore Ø10 x 5.5 deep",
        eq("hole_count", 8),
        eq("hole_diameter", 5.5),
        eq(BORE, 10),
        also=holes(8),
        loose=True,
    ),
    case(
        "Turned bushing: OD 32 mm, ID 20 mm, L 40 mm; brass",
        eq("outer_diameter|width|height", 32),
        eq(BORE_ID, 20),
        eq("length|extent_z", 40),
        material(),
        also=(*ONE, eq("width", 32), eq("height", 32)),
    ),
    case(
        "Morning all, customer confirmed the toggle clamp bracket. 3 mm mild steel, laser cut, "
        "four 8.5 mm holes. Paint colour tbc.",
        eq(PLATE, 3),
        material(),
        eq("hole_count", 4),
        eq("hole_diameter", 8.5),
        loose=True,
    ),
    case(
        "Nothing sharp: edges rounded with min. 1 mm radius.",
        ge(FILLET, 1),
        also=(look(negated=True), look()),
        loose=True,
    ),
    case(
        "Linear rail carriage: hole pattern 40 x 40 mm, 4 holes dia. 5.5 mm",
        eq(SPACING, 40),
        eq("hole_count", 4),
        eq("hole_diameter", 5.5),
        loose=True,
    ),
    case("Robot foot: height max 45mm; width min 30mm", le(HEIGHT, 45), ge(WIDTH, 30)),
    case(
        "Chamfers at least 0.8 mm on all top edges; fillets not less than R1.5.",
        ge(CHAMFER, 0.8),
        ge(FILLET, 1.5),
    ),
    case("Print clearance for the ball joint 0.25 mm per side minimum.", ge(GAP, 0.25)),
    case(
        "STL must be manifold and below 150,000 triangles.",
        yes("watertight|nonmanifold_edge_count"),
        le("triangle_count", 150000),
        also=(yes("watertight"), none("nonmanifold_edge_count")),
        loose=True,
    ),
    case(
        "Dowel pin hole 6 H7, depth 12 mm +1/-0, blind.",
        within("hole_diameter", 6, 6.012),
        within("hole_depth", 12, 13),
        also=ONE,
    ),
    case(
        "Locating nest must carry 20 kg without bending. Volume of plastic below 90 cm³.",
        le("volume", 90000),
        loose=True,
    ),
    case("夹具底板：300×200×15mm，45钢，发黑处理。", *size(300, 200, 15), material(), loose=True),
    case(
        "钣金件，板厚1.5mm，SPCC，折弯内R≤1.5",
        eq(PLATE, 1.5),
        material(),
        also=(le(FILLET, 1.5),),
        loose=True,
    ),
    case(
        "无人机机臂长度220±0.5mm，单件重量≤40克。", within("length", 219.5, 220.5), le("mass", 40)
    ),
    case("壁厚2～3mm，均匀，材质ABS。", within(WALL, 2, 3), material(), loose=True),
    case(
        "M6螺纹孔4个，深度不小于15mm；最好加C1倒角。",
        eq(BLIND, 4),
        ge("hole_depth", 15),
        eq(CHAMFER, 1, priority="should"),
        loose=True,
        thread=5.0,
    ),
    case(
        "间隙不得小于0.2毫米，模型必须水密，零件数不超过2个。",
        ge(GAP, 0.2),
        yes("watertight"),
        le(BODIES, 2),
    ),
    case("未注尺寸公差按GB/T 1804-m执行。", loose=True),
    case(
        "旋钮直径40mm，高18mm，中心孔Φ6，左右对称。",
        eq(OD, 40),
        eq(HEIGHT, 18),
        eq("hole_diameter", 6),
        yes(MIRROR),
        also=ONE + round_part(40),
    ),
)

CHINESE_GROUP = (
    # English
    case(
        "Wall bracket: 4 mm steel plate, two 8.5 mm holes, 60 mm apart.",
        eq(PLATE, 4),
        material(),
        eq(HOLES, 2),
        eq("hole_diameter", 8.5),
        eq(SPACING, 60),
    ),
    case(
        "Enclosure must be no larger than 150 x 100 x 60 mm and weigh under 400 g.",
        *limits(150, 100, 60),
        le("mass", 400),
    ),
    case(
        "- Min wall 1.2 mm\n- Draft 1° min\n- No undercuts",
        ge(WALL, 1.2),
        ge(DRAFT, 1),
        none(UNDERCUT),
    ),
    case(
        "The planter should be 180 mm tall with at least three drainage holes.",
        eq(HEIGHT, 180, **SOFT),
        ge(HOLES, 3, **SOFT),
    ),
    case(
        "Soap dish, matte white, rounded corners R5 or larger.", look(), ge(FILLET, 5), loose=True
    ),
    case("Handle length 110 +/-0.5 mm, material PETG.", within(LENGTH, 109.5, 110.5), material()),
    case("Please quote 200 pcs, delivery in 3 weeks to Leeds."),
    case(
        "Toy car body: watertight mesh, single part, symmetric left to right.",
        yes("watertight"),
        eq(BODIES, 1),
        yes(MIRROR),
    ),
    case(
        "Manifold block 80 x 50 x 40 mm, aluminium 6061.\nFour M6 tapped holes on top.",
        *sized(80, 50, 40),
        material(),
        eq(TAPPED, 4),
        thread=5.0,
    ),
    case("Clearance between lid and box 0.2 to 0.4 mm.", within(GAP_D, 0.2, 0.4)),
    # Chinese
    case("路由器壁挂支架，外形 180×120×35 mm，最小壁厚 2 mm。", *sized(180, 120, 35), ge(WALL, 2)),
    case("底板上4个φ4.5通孔，孔位 60×80 mm。", eq(HOLES, 4), eq("hole_diameter", 4.5), loose=True),
    case("材料：PA66+30%GF，黑色", material(), loose=True),
    case("电钻手柄壳整体重量不超过 350 g，材质 ABS。", le("mass", 350), material()),
    case(
        "花瓶高度 220 mm，壁厚不小于 1.6 mm，底部不漏水。",
        eq(HEIGHT, 220),
        ge(WALL, 1.6),
        also=(yes("watertight"),),
        loose=True,
    ),
    case(
        "旋钮左右对称，外圆带防滑纹。\n中心孔 φ6 H7。",
        yes(MIRROR),
        look(),
        within("hole_diameter", 6, 6.012),
        also=(eq("hole_count", 1), ge("hole_count", 1)),
        loose=True,
    ),
    case("所有外角倒圆 R2 以上，内角不小于 R0.5。", ge(FILLET, 2), ge(FILLET, 0.5)),
    case(
        "遥控器下壳 wall thickness ≥2 mm，draft 1.5° 以上，不允许有 undercut。",
        ge(WALL, 2),
        ge(DRAFT, 1.5),
        none(UNDERCUT),
    ),
    case("我的打印机是 220×220×250 mm 的，零件要能放得下。", *limits(250, 220, 220)),
    case("铰链转动间隙 0.3~0.5 mm。", within(GAP_D, 0.3, 0.5)),
    case("数量：500 套，首批 9 月 15 日前交货，含税含运。"),
    case("联系人：王工，下午发图纸过来，麻烦先报个价。"),
    case(
        "轴承座：\n- 轴承孔 φ25 H7\n- 安装孔 4-φ9\n- 材料 HT200",
        within("hole_diameter", 25, 25.021),
        eq(HOLES, 4),
        eq("hole_diameter", 9),
        material(),
        also=(eq("hole_count", 1), ge("hole_count", 1)),
    ),
    case(
        "齿轮外径 48 mm，厚度 8 mm，中心孔直径 5 mm。",
        eq(ROUND_D, 48),
        eq("height|extent_z|wall_thickness_min", 8),
        eq("hole_diameter", 5),
        also=(eq(ROUND_D, 48), eq("hole_count", 1), ge("hole_count", 1)),
        loose=True,
    ),
    case("平板电脑支架，倾斜 10° 不得翻倒，净重 600 g 以内。", ge(TILT, 10), le("mass", 600)),
    case(
        "外壳总长 120±0.1 mm，总高 45（+0.2/0）mm。",
        within(LENGTH, 119.9, 120.1),
        within(HEIGHT, 45, 45.2),
    ),
    case(
        "控制面板用 3 mm 厚 6061 铝板，长不超过 400 mm，宽不超过 250 mm。",
        eq(PLATE, 3),
        material(),
        le(LENGTH, 400),
        le(ACROSS, 250),
    ),
    case("收纳盒内部不要隔板，整体做成一个件。", thing(negated=True), eq(BODIES, 1)),
    case("台灯灯罩造型简洁，最好轻于 200 g。", look(), le("mass", 200, **SOFT), loose=True),
    case(
        "手办模型要求水密，三角面数不超过 20 万。", yes("watertight"), le("triangle_count", 200000)
    ),
    case("侧面螺纹孔 2×M5，深 12 mm。", eq(TAPPED, 2), loose=True, thread=4.2),
    case(
        "沉头孔 6 个，锥角 90°，沉头直径 8.4 mm。",
        eq(SUNK_HOLES, 6),
        eq(SINK_ANGLE, 90),
        eq(SINK, 8.4),
    ),
    case(
        "法兰：6×φ9 均布，螺栓孔分布圆 φ90。", eq(HOLES, 6), eq("hole_diameter", 9), eq(CIRCLE, 90)
    ),
    case(
        "打印件免支撑，不要出现超过 45° 的悬垂。",
        none(OVERHANG),
        loose=True,
        also=(none(OVERHANG),),
    ),
    case(
        "桌面书架\n长 600 mm\n宽 300 mm\n高 200 mm\n承重 15 kg",
        eq(LENGTH, 600),
        eq("width|extent_y|extent_x", 300),
        eq(HEIGHT, 200),
        loose=True,
    ),
    case(
        "衣钩高度 90 mm，承重 3 kg 以上，边缘圆角至少 1.5 mm。",
        eq("height|extent_z|length", 90),
        ge(FILLET, 1.5),
        loose=True,
    ),
    case("电池仓盖壁厚 1.5~2.0 mm，卡扣间隙至少 0.2 mm。", within(WALL, 1.5, 2.0), ge(GAP_D, 0.2)),
    case("2-φ3.2 过孔，孔中心距 25 mm。", eq(HOLES, 2), eq("hole_diameter", 3.2), eq(SPACING, 25)),
    case("表面粗糙度 Ra3.2，未注公差按 GB/T 1804-m。", loose=True),
    case(
        "杯托外径不超过 85 mm，高度 50~60 mm。",
        le(ROUND_D, 85),
        within(HEIGHT, 50, 60),
        also=(le(ROUND_D, 85),),
        loose=True,
    ),
)

MORE_CHINESE_GROUP = (
    # English
    case(
        "Drill jig: two Ø6 H7 guide holes, 25 mm centre to centre.",
        eq(HOLES, 2),
        within("hole_diameter", 6, 6.012),
        eq(SPACING, 25),
    ),
    case(
        "Gearbox housing - wall 3 mm min, all internal fillets R2 or more.",
        ge(WALL, 3),
        ge(FILLET, 2),
    ),
    case(
        "Laptop stand\nMax 260 mm wide\nMust not exceed 900 g\nBamboo or birch plywood",
        le(WIDTH, 260),
        le("mass", 900),
        material(),
    ),
    case(
        "Bottle opener in stainless steel, 3 mm thick, overall length 120 mm max.",
        material(),
        eq(PLATE, 3),
        le(LENGTH, 120),
    ),
    case(
        "Print without supports; no overhangs beyond 45 degrees.",
        none(OVERHANG),
        loose=True,
        also=(none(OVERHANG),),
    ),
    case(
        "Spice rack: 12 in long, 6 in deep, 4 in high.",
        eq(LENGTH, 12 * INCH),
        eq("width|extent_x|extent_y|depth", 6 * INCH),
        eq(HEIGHT, 4 * INCH),
    ),
    case(
        "The camera mount needs one 1/4-20 threaded hole in the base and shall weigh no more "
        "than 85 g.",
        eq(TAPPED, 1),
        le("mass", 85),
        thread=5.1,
    ),
    case("Drawing no. 4471-B, rev C, drawn by J. Hart, 12/03/2024"),
    case(
        'Hinge leaf: 1/8" thick, three countersunk 4.5 mm holes.',
        eq(PLATE, INCH / 8),
        eq(SUNK_HOLES, 3),
        eq("hole_diameter", 4.5),
    ),
    case(
        "Lamp shade, translucent, wall 0.8 - 1.2 mm, outer diameter up to 200 mm.",
        look(),
        within(WALL, 0.8, 1.2),
        le(ROUND_D, 200),
        also=(le(ROUND_D, 200),),
        loose=True,
    ),
    # Chinese
    case("水杯架，304 不锈钢，重量 500 g 以内。", material(), le("mass", 500)),
    case(
        "窗帘挂座两个安装孔，孔径 5.5 mm，中心距 32 mm。",
        eq(HOLES, 2),
        eq("hole_diameter", 5.5),
        eq(SPACING, 32),
    ),
    case("最薄处不得小于 0.8 mm，最厚处不大于 4 mm。", ge(WALL, 0.8), le("wall_thickness_max", 4)),
    case(
        "折叠凳收起后尺寸不超过 40×30×10 cm，净重 2 kg 以内。",
        *limits(400, 300, 100),
        le("mass", 2000),
    ),
    case(
        "无人机电机座：镂空减重，单件≤18 g，材质碳纤维尼龙。",
        le("mass", 18),
        material(),
        loose=True,
    ),
    case("键帽高度 9.5±0.1 mm，顶部圆角 R1。", within(HEIGHT, 9.4, 9.6), eq(FILLET, 1)),
    case("去毛刺，棱边倒角 C0.5。", eq(CHAMFER, 0.5), loose=True),
    case(
        "管卡壁厚 3 mm，两侧各一个 φ5.2 安装孔。",
        eq(WALL, 3),
        eq(HOLES, 2),
        eq("hole_diameter", 5.2),
    ),
    case("发票抬头：苏州恒协精密机械有限公司，开 13% 专票。"),
    case("图号：HX-2024-017  A 版  比例 1:2  共 3 张 第 1 张"),
    case("玩具恐龙一体成型，高 80 mm，不要有尖角。", eq(BODIES, 1), eq(HEIGHT, 80), loose=True),
    case(
        "X 向 ≤200 mm，Y 向 ≤200 mm，Z 向 ≤180 mm",
        le("extent_x", 200),
        le("extent_y", 200),
        le("extent_z", 180),
    ),
    case(
        "置物架层板厚 18 mm，榉木，四角圆角不小于 R10。",
        eq(PLATE, 18),
        material(),
        ge(FILLET, 10),
        also=(eq("fillet_count", 4), ge("fillet_count", 4)),
    ),
    case("散热器翅片间隙不小于 3 mm，翅片厚度 1.5 mm。", ge(GAP_D, 3), eq(WALL, 1.5)),
    case(
        "吸尘器壳体：壁厚均匀 2.5 mm，拔模角 1°~2°。",
        eq(WALL, 2.5),
        within(DRAFT, 1, 2),
        loose=True,
    ),
    case(
        "面板共 8 个孔：4 个 φ3.4，4 个 φ6.5。",
        eq(HOLES, 8),
        eq(HOLES, 4),
        eq(HOLES, 4),
        eq("hole_diameter", 3.4),
        eq("hole_diameter", 6.5),
    ),
    case(
        "电机安装板\n厚 6 mm，Q235\n中心孔 φ22 +0.05/0\n4×M4 螺纹孔，PCD 44",
        eq(PLATE, 6),
        material(),
        within("hole_diameter", 22, 22.05),
        eq(TAPPED, 4),
        eq(CIRCLE, 44),
        also=(eq("hole_count", 1), ge("hole_count", 1)),
        thread=3.3,
    ),
    case("首饰盒盖子与盒体单边间隙 0.15 mm。", eq(GAP_D, 0.15)),
    case("麻烦把壁厚从 1.5 mm 加到 2.0 mm，其他不变，谢谢。", eq(WALL, 2)),
    case("建议壁厚 2 mm 以上，但不得低于 1.5 mm。", ge(WALL, 2, **SOFT), ge(WALL, 1.5)),
    case(
        "喷嘴孔径 0.4±0.02 mm，总长 13 mm。",
        within("hole_diameter", 0.38, 0.42),
        eq(LENGTH, 13),
        also=(eq("hole_count", 1), ge("hole_count", 1)),
    ),
    case(
        "橱柜拉手，锌合金，孔距 128 mm，总长 150 mm。",
        material(),
        eq(SPACING, 128),
        eq(LENGTH, 150),
    ),
    case(
        "笔筒：外形 80×80×100 mm，简约北欧风格，不要文字。",
        *sized(100, 80, 80),
        look(),
        look(negated=True),
    ),
    case(
        "STL 网格必须 watertight，要能放进 300×300×400 mm 的 build volume。",
        yes("watertight"),
        *limits(400, 300, 300),
    ),
    case(
        "手指护套用 TPU 打印，厚度 1.2 mm 起，重量 ≤6 g。", material(), ge(WALL, 1.2), le("mass", 6)
    ),
    case("音箱外壳表面哑光黑，正面不要 logo。", look(), look(negated=True), loose=True),
    case(
        "转接板左右对称，6 个散热孔，直径 4 mm。", yes(MIRROR), eq(HOLES, 6), eq("hole_diameter", 4)
    ),
    case(
        "夹具底板：过孔 4-φ6.6，沉孔 φ11 深 6.5。",
        eq(HOLES, 4),
        eq("hole_diameter", 6.6),
        eq(BORE, 11),
        also=(eq(BORED_HOLES, 4), ge(BORED_HOLES, 4)),
        loose=True,
    ),
    case("单件材料体积不超过 120 cm³。", le("volume", 120000)),
    case(
        "显示器底座前倾 15° 不翻倒，四角圆角 R8。",
        ge(TILT, 15),
        eq(FILLET, 8),
        also=(eq("fillet_count", 4), ge("fillet_count", 4)),
    ),
)

NINETEENTH = (
    *HOUSEHOLD_GROUP,
    *STANDARDS_GROUP,
    *MORE_STANDARDS_GROUP,
    *ENGINEERS_GROUP,
    *CHINESE_GROUP,
    *MORE_CHINESE_GROUP,
)
UNREAD = (*UNREAD_HOUSEHOLD_GROUP, *UNREAD_ENGINEERS_GROUP)
