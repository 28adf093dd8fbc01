"""A twelfth set: plain briefs as designers paste them, often of several lines or demands.

Written by one who had not seen the rules, in four groups of forty; the rules were mended after
each. Recall and precision at first sight: .932/.943, .963/.940, .904/.926 and .817/.817.
Since then it is a development set. One sentence that another set holds is left out.

Outer diameters are accepted under any plausible name and never demanded; capacities and sizes of
single features settle nothing listed.
"""

from spec_sentences import (
    DRAFT,
    FILLET,
    HEIGHT,
    INCH,
    OVERHANG,
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
    thing,
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
    limits,
)

HOLES = (
    "hole_count|through_hole_count|clearance_hole_count|thread_drill_count|equal_hole_count"
    "|bolt_circle_hole_count"
)
SUNK = "countersink_count|hole_count|through_hole_count|clearance_hole_count|equal_hole_count"
BORED = "counterbore_count|hole_count|through_hole_count|clearance_hole_count|equal_hole_count"
DIAMETER = "hole_diameter"
GAP = "gap_min"
MIRROR = "symmetry|symmetry_x|symmetry_y|symmetry_z"
THICK = "wall_thickness_min|height|extent_y|extent_z"
LONG = "length|extent_x|extent_y"
WIDE = "width|length|extent_x|extent_y"
DEEP = "width|height|length|extent_x|extent_y|extent_z"
OUNCE = POUND / 16
SOME = (eq(HOLES, 1), ge(HOLES, 1), ge(HOLES, 2))


def named(wide, deep, high, limit=eq):
    """Sizes told by words: the sorted extents or the axes, whichever is used."""
    ranks = dict(
        zip(sorted((wide, deep, high), reverse=True), ("length", "width", "height"), strict=True)
    )
    return (
        limit(f"{ranks[wide]}|extent_x|extent_y", wide),
        limit(f"{ranks[deep]}|extent_x|extent_y", deep),
        limit(f"{ranks[high]}|extent_z", high),
    )


def across(*values, limit=eq):
    """The outer diameter of something round, under any name."""
    name = "outer_diameter|cylinder_diameter|length|width|height|extent_x|extent_y|extent_z"
    return tuple(limit(name, *values) for _ in range(3))


def about(quantity, value):
    """Readings of 'about'."""
    bands = ((0.9, 1.1), (0.95, 1.05), (0.98, 1.02), (0.8, 1.2))
    return tuple(
        reading
        for priority in ("must", "should")
        for reading in (
            eq(quantity, value, priority=priority),
            *(within(quantity, value * a, value * b, priority=priority) for a, b in bands),
        )
    )


FIRST_GROUP = (
    case(
        "Shelf bracket\n- 200 mm long, 25 mm wide, 150 mm high\n- four screw holes, 5 mm",
        *named(200, 25, 150),
        eq(HOLES, 4),
        eq(DIAMETER, 5),
    ),
    case(
        "The knob must be no taller than 22 mm and have a 6 mm bore.",
        le(HEIGHT, 22),
        eq(DIAMETER, 6),
        also=SOME,
    ),
    case(
        "Vase, height 240 mm, wall thickness 2.4 mm, no holes in the base.",
        eq(HEIGHT, 240),
        eq(WALL, 2.4),
        also=(none(HOLES), look(negated=True)),
        loose=True,
    ),
    case(
        "Enclosure for temperature sensor\nOuter size: 80 x 60 x 28 mm\nWall: 2 mm min.\n"
        "Material: ABS",
        *size(80, 60, 28),
        ge(WALL, 2),
        material(),
    ),
    case("All outside corners rounded with a radius of at least 3 mm.", ge(FILLET, 3)),
    case(
        "Spur gear, bore Ø8 H7, face width 12 mm, 24 teeth.",
        within(DIAMETER, 8, 8.015),
        also=(*SOME, eq(DEEP, 12), thing(), thing()),
        loose=True,
    ),
    case(
        "The drill jig has six bushing holes, 10 mm diameter, spaced 32 mm apart.",
        eq(HOLES, 6),
        eq(DIAMETER, 10),
        eq(SPACING, 32),
    ),
    case("Phone stand should weigh under 120 g.", le("mass", 120, priority="should")),
    case(
        "Printable without supports, please.\nMinimum wall 1.2 mm.", none(OVERHANG), ge(WALL, 1.2)
    ),
    case("Hinge: clearance between pin and knuckle 0.3 - 0.4 mm.", within(GAP, 0.3, 0.4)),
    case(
        "Bottle cap\nInjection moulded PP\nDraft at least 1°\nWall 1.5 to 2 mm",
        material(),
        ge(DRAFT, 1),
        within(WALL, 1.5, 2),
        loose=True,
    ),
    case("Lamp base must not tip over when tilted 10 degrees.", ge(TILT, 10)),
    case(
        "Toy car body. No sharp edges. No small parts.",
        thing(negated=True),
        also=(thing(negated=True),),
        loose=True,
    ),
    case(
        "Manifold block 100 x 60 x 40 mm in 6061 aluminium, eight ports M10x1",
        *size(100, 60, 40),
        material(),
        eq(HOLES, 8),
        thread=9,
    ),
    case("Bearing housing bore 47 H7.", within(DIAMETER, 47, 47.025), also=SOME),
    case("Coat hook has to fit within 60 x 40 x 90 mm.", *limits(60, 40, 90)),
    case(
        "Drawer organiser\nW 320 mm\nD 180 mm\nH 55 mm\n5 compartments",
        *named(320, 180, 55),
        also=(thing(),),
        loose=True,
    ),
    case(
        "Flange:\n8 holes Ø14\nbolt circle 120 mm", eq(HOLES, 8), eq(DIAMETER, 14), eq(CIRCLE, 120)
    ),
    case(
        "Cable clip for 8 mm cable, 2 screw holes for M3.",
        eq(HOLES, 2),
        also=(thing(), look()),
        loose=True,
        thread=3.4,
    ),
    case(
        "Hi all, quick recap from yesterday. The pipe clamp stays at 30 mm wide, and the weight "
        "limit is 85 grams. Thanks, Jo",
        eq("width|extent_x|extent_y", 30),
        le("mass", 85),
    ),
    case(
        "Length 1.5 in, width 3/4 in, thickness 1/8 in.",
        eq(LONG, 1.5 * INCH),
        eq("width|extent_x|extent_y", 0.75 * INCH),
        eq(THICK, INCH / 8),
    ),
    case("Drawing no. 4471-B, sheet 2 of 3, drawn by KL."),
    case("The part should be symmetrical left to right.", yes(MIRROR, priority="should")),
    case(
        "Pen holder: one piece, watertight mesh, max 150,000 triangles.",
        eq(BODIES, 1),
        yes("watertight"),
        le("triangle_count", 150000),
    ),
    case(
        "Planter\nHeight: 180 mm ± 2\nWall thickness: ≥ 3 mm\nDrainage holes: 5 x Ø8",
        within(HEIGHT, 178, 182),
        ge(WALL, 3),
        eq(HOLES, 5),
        eq(DIAMETER, 8),
    ),
    case(
        "The side table must be 450 mm wide, 450 mm deep and 550 mm high.",
        eq(WIDE, 450),
        eq(DEEP, 450),
        eq("height|length|extent_z", 550),
    ),
    case(
        "Tripod mount plate - 50 x 50 mm, 8 mm thick, one 1/4-20 tapped hole in the middle",
        eq("length|width|extent_x|extent_y", 50),
        eq("length|width|extent_x|extent_y", 50),
        eq(THICK, 8),
        eq(HOLES, 1),
        loose=True,
        thread=5.1,
    ),
    case(
        "Motor mount\n• 4 × Ø3.4 holes\n• centre hole 22.5 mm\n• 5 mm plate",
        eq(HOLES, 4),
        eq(DIAMETER, 3.4),
        eq(DIAMETER, 22.5),
        eq(THICK, 5),
        also=(*SOME, eq(HOLES, 5)),
    ),
    case("Chamfer all external edges 0.5 mm x 45°.", eq(CHAMFER, 0.5)),
    case("Quantity: 250 pcs, delivery in week 34."),
    case("Overall mass between 0.8 and 1.1 kg.", within("mass", 800, 1100)),
    case(
        "Clean, minimal look. Soft rounded shape, nothing aggressive.",
        look(),
        also=(look(), look(), look(negated=True)),
        loose=True,
    ),
    case("外形尺寸：120×80×35mm\n壁厚：不小于2mm", *size(120, 80, 35), ge(WALL, 2)),
    case("底板上4个Ø6.5通孔，孔距50mm。", eq(HOLES, 4), eq(DIAMETER, 6.5), eq(SPACING, 50)),
    case("材料：ABS，重量不超过150g。", material(), le("mass", 150)),
    case("旋钮高度20±0.2mm，中心孔Ø6。", within(HEIGHT, 19.8, 20.2), eq(DIAMETER, 6), also=SOME),
    case("未注圆角R2，未注倒角C0.5。", eq(FILLET, 2), eq(CHAMFER, 0.5)),
    case(
        "花瓶最好不超过250毫米高。必须无需支撑即可打印。",
        le(HEIGHT, 250, priority="should"),
        none(OVERHANG),
    ),
    case("拔模斜度不小于1.5°，不允许有倒扣。", ge(DRAFT, 1.5), none(UNDERCUT)),
    case("图号：XJ-0315，版本A，日期2023年5月8日。"),
)

SECOND_GROUP = (
    case(
        "The handle is 128 mm between hole centres, two M4 threaded holes.",
        eq(SPACING, 128),
        eq(HOLES, 2),
        thread=3.3,
    ),
    case(
        "Monitor arm VESA plate\n- 120 x 120 x 4 mm\n- four 5.5 mm holes\n- hole spacing 100 mm\n"
        "- steel",
        *size(120, 120, 4),
        eq(HOLES, 4),
        eq(DIAMETER, 5.5),
        eq(SPACING, 100),
        material(),
    ),
    case("Wheel hub bore must be between 12.0 and 12.1 mm.", within(DIAMETER, 12, 12.1), also=SOME),
    case(
        "Stool seat height 460 mm, max. weight 4.5 kg.",
        le("mass", 4500),
        also=(eq(HEIGHT, 460),),
        loose=True,
    ),
    case(
        "Book end: 3 mm steel sheet, no burrs.",
        material(),
        eq(THICK, 3),
        also=(thing(negated=True),),
        loose=True,
    ),
    case(
        "Soap dish with at least 6 drain holes, each at least 5 mm.", ge(HOLES, 6), ge(DIAMETER, 5)
    ),
    case(
        "Coaster\nØ100 mm\n6 mm thick\ncork", eq(THICK, 6), material(), also=across(100), loose=True
    ),
    case(
        "Toothbrush holder must not be wider than 95 mm or taller than 110 mm.",
        le("width|length|extent_x|extent_y", 95),
        le(HEIGHT, 110),
    ),
    case(
        "Pulley: bore 5 mm, hub with two M3 set screws.",
        eq(DIAMETER, 5),
        also=(eq(HOLES, 2), *SOME, thing()),
        loose=True,
        thread=2.5,
    ),
    case(
        "Funnel walls 1.6 mm, no overhangs steeper than 45 deg.",
        eq(WALL, 1.6),
        also=(le("overhang_angle_max", 45), none(OVERHANG)),
    ),
    case(
        "Keyring tag, max 60mm long, 2.5mm thick, 1 hole of 4mm",
        le(LONG, 60),
        eq(THICK, 2.5),
        eq(HOLES, 1),
        eq(DIAMETER, 4),
    ),
    case(
        "Remote control shell in two halves.\nWall thickness 1.8 mm nominal.\nDraft 1.5° minimum.",
        eq(BODIES, 2),
        eq(WALL, 1.8),
        ge(DRAFT, 1.5),
    ),
    case("Battery holder must accept two AA cells.", also=(thing(), look()), loose=True),
    case(
        "Please keep the drone arm below 35 g, and not longer than 190 mm.",
        le("mass", 35),
        le(LONG, 190),
    ),
    case(
        "Fan shroud\n120 x 120 x 25 mm\n4x Ø4.3 holes, pitch 105 mm",
        *size(120, 120, 25),
        eq(HOLES, 4),
        eq(DIAMETER, 4.3),
        eq(SPACING, 105),
    ),
    case(
        "Valve body: stainless steel 316, weight approx. 2.4 kg.",
        material(),
        also=about("mass", 2400),
        loose=True,
    ),
    case("Crank arm, 170 mm long, symmetrical about its centre plane.", eq(LONG, 170), yes(MIRROR)),
    case(
        "The tray has to go through our 600 mm oven door, so width 580 mm or less.",
        le("width|length|extent_x|extent_y", 580),
        loose=True,
    ),
    case(
        "DIN rail clip\nPA66\nNo supports needed\nMin. wall 1 mm",
        material(),
        none(OVERHANG),
        ge(WALL, 1),
    ),
    case("Overall dimensions (W x D x H): 900 x 400 x 1800 mm", *named(900, 400, 1800)),
    case("The picture frame must be 18 mm deep and have mitred corners.", eq(DEEP, 18), thing()),
    case(
        "Laptop stand\nlooks: slim, Scandinavian\nmaterial: birch plywood",
        look(),
        material(),
        also=(look(), look()),
        loose=True,
    ),
    case("Birdhouse entrance hole 32 mm.", eq(DIAMETER, 32), also=SOME),
    case("Volume of the part should be less than 45 cm³.", le("volume", 45000, priority="should")),
    case("Fillet radius min. 0.5 mm, also at the base of the ribs.", ge(FILLET, 0.5), loose=True),
    case('Size must not exceed 8" x 6" x 2.5".', *limits(8 * INCH, 6 * INCH, 2.5 * INCH)),
    case("Weight: 1 lb 4 oz max", le("mass", POUND + 4 * OUNCE)),
    case(
        "Four countersunk holes for M5 flat head screws (90°).",
        eq(SUNK, 4),
        eq(SINK_ANGLE, 90),
        thread=5.5,
    ),
    case(
        "Lid and box are separate parts; gap between them 0.2 mm min.",
        ge(GAP, 0.2),
        also=(eq(BODIES, 2), ge(BODIES, 2)),
        loose=True,
    ),
    case("Quote valid for 30 days. Prices excl. VAT."),
    case(
        "Ring: inner diameter 18.2 mm, band 2 mm thick.",
        eq(DIAMETER + "|inner_diameter", 18.2),
        eq(THICK, 2),
        also=SOME,
        loose=True,
    ),
    case(
        "It would be nice if the candle holder weighed less than 200 g.",
        le("mass", 200, priority="could"),
    ),
    case(
        "支架需能装入200×150×100mm的盒子，重量小于0.5kg。", *limits(200, 150, 100), le("mass", 500)
    ),
    case("法兰：均布8个Ø11孔，分布圆直径Ø125。", eq(HOLES, 8), eq(DIAMETER, 11), eq(CIRCLE, 125)),
    case(
        "壁厚：1.5~2.5mm\n圆角：不小于R1\n材质：PP",
        within(WALL, 1.5, 2.5),
        ge(FILLET, 1),
        material(),
    ),
    case("4-M5螺纹孔，深12mm。", eq(HOLES, 4), also=(eq(BLIND, 4),), loose=True, thread=4.2),
    case("凳子高450mm，宽350mm，深300mm。", *named(350, 300, 450)),
    case(
        "台灯外观要简洁现代，底座不能有锐边。",
        look(),
        also=(look(), look(negated=True), thing(negated=True)),
        loose=True,
    ),
    case("轴承座内孔Ø35H7，总长90mm。", within(DIAMETER, 35, 35.025), eq(LONG, 90), also=SOME),
)

THIRD_GROUP = (
    case(
        "Headphone hanger\nDepth: max 90 mm\nHeight: max 120 mm\nPLA or PETG",
        le(DEEP, 90),
        le(HEIGHT, 120),
        material(),
        also=(material(),),
    ),
    case(
        "Gasket 2 mm thick, six 9 mm bolt holes on PCD 80.",
        eq(THICK, 2),
        eq(HOLES, 6),
        eq(DIAMETER, 9),
        eq(CIRCLE, 80),
    ),
    case("Servo horn with 4 small holes, 1.6 mm dia each.", eq(HOLES, 4), eq(DIAMETER, 1.6)),
    case(
        "The pill box must be 150 mm long at most.\nWall thickness shall be 1.5 mm or more.",
        le(LONG, 150),
        ge(WALL, 1.5),
    ),
    case(
        "Dog bowl: Ø 210 mm, H = 70 mm, must not have any holes.",
        eq(HEIGHT, 70),
        none(HOLES),
        also=across(210),
        loose=True,
    ),
    case(
        "Bushing: OD 16 mm, ID 10 mm +0.02/0, L 20 mm.",
        within(DIAMETER + "|inner_diameter", 10, 10.02),
        eq(LONG, 20),
        also=(*across(16), *SOME),
        loose=True,
    ),
    case(
        "Spacers: length 12 ±0.1 mm, hole 4.2 mm through.",
        within(LONG, 11.9, 12.1),
        eq(DIAMETER, 4.2),
        also=SOME,
    ),
    case(
        "Machine from solid 7075, one piece, internal corner radius 3 mm or larger.",
        material(),
        eq(BODIES, 1),
        ge(FILLET, 3),
        also=(look(),),
        loose=True,
    ),
    case(
        "Keyboard case\n- 310 x 105 x 22 mm\n- wall 3 mm\n- mass < 450 g",
        *size(310, 105, 22),
        eq(WALL, 3),
        le("mass", 450),
    ),
    case(
        "Camera cover should be splash-proof and dark grey.",
        thing(priority="should"),
        also=(thing(priority="should"), yes("watertight", priority="should")),
        loose=True,
    ),
    case(
        "Heat sink fins 1.5 mm minimum thickness, gap between fins at least 3 mm.",
        ge(WALL, 1.5),
        ge(GAP, 3),
    ),
    case("Door stop must be less than 40 mm high.", le(HEIGHT, 40)),
    case(
        "Chess king\n- 95 mm tall\n- base diameter 38 mm\n- weight 60 g or more",
        eq(HEIGHT, 95),
        ge("mass", 60),
        also=across(38),
        loose=True,
    ),
    case("- No undercuts\n- Draft 2 degrees min on all sides", none(UNDERCUT), ge(DRAFT, 2)),
    case(
        "Bathroom shelf, glass, 500 x 120 x 8 mm.",
        *size(500, 120, 8),
        also=(material(), look()),
        loose=True,
    ),
    case(
        "We need a jig plate with 12 equally spaced holes of 5 mm on a Ø150 circle.",
        eq(HOLES, 12),
        eq(DIAMETER, 5),
        eq(CIRCLE, 150),
        also=(look(), thing()),
        loose=True,
    ),
    case(
        "Pump housing\nMaterial: EN-GJL-250\nWall thickness: 6 mm min., 10 mm max.\nDraft: 3° min.",
        material(),
        within(WALL, 6, 10),
        ge(DRAFT, 3),
    ),
    case("Glasses case must have an inside length of 160 mm.", also=(thing(),), loose=True),
    case(
        "Counterbored holes, 4 off, Ø9 thru, c'bore Ø15 x 9 deep",
        eq(BORED, 4),
        eq(DIAMETER, 9),
        eq(BORE, 15),
        also=(eq("counterbore_depth", 9), eq(HOLES, 4)),
        loose=True,
    ),
    case(
        "The comb is 180mm x 40mm x 4mm. Rounded teeth please.",
        *size(180, 40, 4),
        thing(),
        loose=True,
    ),
    case(
        "Total height of the shelf unit 1750 mm, depth 300 mm, five shelves.",
        eq("height|length|extent_z", 1750),
        eq(DEEP, 300),
        also=(thing(), look()),
        loose=True,
    ),
    case(
        "RC wheel: hex hub, rim width 26 mm, mass 18 g max.",
        le("mass", 18),
        also=(eq("width|height|extent_x|extent_y|extent_z", 26), thing(), look()),
        loose=True,
    ),
    case("Must fit on a 256 x 256 x 256 mm printer.", *limits(256, 256, 256)),
    case(
        "Hi! Here is what matters for the mug: wall 3.5 mm, handle with room for two fingers, "
        "total height under 100 mm.",
        eq(WALL, 3.5),
        le(HEIGHT, 100),
        also=(thing(), look()),
        loose=True,
    ),
    case(
        "The yoke needs two coaxial holes, 12 H7.",
        eq(HOLES, 2),
        within(DIAMETER, 12, 12.018),
        also=(thing(),),
        loose=True,
    ),
    case(
        "Cover plate, no visible screws, matte black finish.",
        thing(negated=True),
        also=(look(), thing()),
        loose=True,
    ),
    case(
        "Bracket thickness preferably 4 mm, never below 3 mm.",
        eq(THICK, 4, priority="should"),
        ge(THICK, 3),
    ),
    case("Edge radius: 1 to 1.5 mm", within(FILLET, 1, 1.5)),
    case("Project: Garden furniture 2024\nClient: Nordlund AB\nContact: Eva"),
    case(
        "Blind holes: 3 pcs Ø6 x 15 mm deep.", eq(BLIND, 3), eq(DIAMETER, 6), eq("hole_depth", 15)
    ),
    case(
        "File must be a closed, manifold mesh with no more than 500k triangles.",
        yes("watertight"),
        le("triangle_count", 500000),
        loose=True,
    ),
    case(
        "Napkin ring width 35 mm, inside diameter 40 mm, wall at least 2 mm.",
        ge(WALL, 2),
        eq(DIAMETER + "|inner_diameter", 40),
        eq("width|height|length|extent_x|extent_y|extent_z", 35),
        also=SOME,
    ),
    case(
        "挂钩承重5kg，两个M4螺钉孔，厚度不少于4mm。",
        eq(HOLES, 2),
        ge(THICK, 4),
        loose=True,
        thread=4.5,
    ),
    case(
        "长300mm，宽200mm，高不大于60mm。",
        eq(LONG, 300),
        eq("width|extent_x|extent_y", 200),
        le(HEIGHT, 60),
    ),
    case(
        "收纳盒为一体成型，材料PP，壁厚2±0.2mm。",
        eq(BODIES, 1),
        material(),
        within(WALL, 1.8, 2.2),
        loose=True,
    ),
    case(
        "铰链间隙0.2~0.3mm，可以免支撑打印。",
        within(GAP, 0.2, 0.3),
        also=(none(OVERHANG), none(OVERHANG, priority="could")),
        loose=True,
    ),
    case("总重≤2.5kg", le("mass", 2500)),
    case("盖板应有6个沉头孔，适用M4螺钉。", eq(SUNK, 6), loose=True, thread=4.5),
    case("所有外露边缘倒圆，半径至少1mm。", ge(FILLET, 1)),
    case("请于月底前报价，数量500件，谢谢。"),
)

FOURTH_GROUP = (
    case(
        "Watch stand: base 90 x 90 mm, total height 110 mm, walnut.",
        eq(HEIGHT, 110),
        material(),
        also=(eq(WIDE, 90), eq(WIDE, 90)),
        loose=True,
    ),
    case(
        "Rack panel\n482.6 x 88.1 mm\n3 mm aluminium\n4 mounting slots",
        eq(LONG, 482.6),
        eq("width|extent_x|extent_y|extent_z", 88.1),
        eq(THICK, 3),
        material(),
        also=(thing(), look()),
        loose=True,
    ),
    case(
        "The lever arm must have a 10 mm hole at each end.",
        eq(DIAMETER, 10),
        also=(eq(HOLES, 2), ge(HOLES, 2)),
        loose=True,
    ),
    case(
        "Bike light mount\n* fits 31.8 mm handlebar\n* max weight 25 g\n* min wall 2.5 mm",
        le("mass", 25),
        ge(WALL, 2.5),
        also=(thing(), eq(DIAMETER, 31.8)),
        loose=True,
    ),
    case(
        "Cookie cutter should be 15 mm high and have a cutting edge no thicker than 0.8 mm.",
        eq(HEIGHT, 15, priority="should"),
        also=(le(WALL, 0.8, priority="should"),),
        loose=True,
    ),
    case(
        "Impeller: six blades, bore 6 mm, outer diameter not more than 75 mm.",
        eq(DIAMETER, 6),
        also=(*across(75, limit=le), *SOME, thing(), look()),
        loose=True,
    ),
    case("All walls > 2 mm, all holes > 1 mm.", ge(WALL, 2), ge(DIAMETER, 1)),
    case(
        "Bench vice jaw 100mm wide, 2 holes M8 clearance",
        eq("width|length|extent_x|extent_y", 100),
        eq(HOLES, 2),
        thread=9,
    ),
    case(
        "Shampoo bottle: holds 300 ml, height max 190 mm, oval cross-section.",
        le(HEIGHT, 190),
        thing(),
        loose=True,
    ),
    case(
        "Router base plate, 8 mm acrylic, 150 mm long and 90 mm wide.",
        eq(LONG, 150),
        eq("width|extent_x|extent_y", 90),
        eq(THICK, 8),
        material(),
    ),
    case(
        "The lamp shade must be one closed shell with walls from 0.8 to 1.2 mm.",
        within(WALL, 0.8, 1.2),
        also=(eq(BODIES, 1), yes("watertight"), thing()),
        loose=True,
    ),
    case("Puzzle piece edges: 0.15 mm clearance minimum.", ge(GAP, 0.15)),
    case("Toolbox 400 L x 200 W x 180 H (mm)", *named(400, 200, 180)),
    case(
        "Cam: thickness 10 -0.05/+0 mm, bore Ø16 H8.",
        within(THICK, 9.95, 10),
        within(DIAMETER, 16, 16.027),
        also=SOME,
    ),
    case(
        "Plant label, 120 mm long, at most 1.5 mm thick, PETG preferred.",
        eq(LONG, 120),
        le(THICK, 1.5),
        material(priority="should"),
    ),
    case("Surface roughness Ra 1.6, general tolerances ISO 2768-m.", loose=True),
    case(
        "Speaker enclosure\nmaterial: 18 mm MDF\nheight 350 mm, width 210 mm, depth 280 mm",
        material(),
        *named(210, 280, 350),
        also=(eq(WALL, 18),),
    ),
    case(
        "Grip needs to feel soft in the hand: no edge radius under 2 mm.", ge(FILLET, 2), loose=True
    ),
    case(
        "Two-piece mould, no undercuts, max. wall thickness 4 mm.",
        none(UNDERCUT),
        le(WALL, 4),
        also=(eq(BODIES, 2), thing()),
        loose=True,
    ),
    case(
        "Ball bearing bore 22 mm +0.01/-0.01, depth 7 mm.",
        within(DIAMETER, 21.99, 22.01),
        also=(*SOME, eq("hole_depth", 7)),
        loose=True,
    ),
    case(
        "Toy block: length 31.8 mm, width 15.8 mm, height 9.6 mm, tolerance 0.05 mm on all.",
        within(LONG, 31.75, 31.85),
        within("width|extent_x|extent_y", 15.75, 15.85),
        within(HEIGHT, 9.55, 9.65),
    ),
    case("The spatula may be up to 320 mm long.", le(LONG, 320)),
    case(
        "Gear cover\n5 bolt holes, 6.6 mm\n2 dowel holes, 6 mm H7",
        eq(HOLES, 5),
        eq(DIAMETER, 6.6),
        eq(HOLES, 2),
        within(DIAMETER, 6, 6.012),
        also=(eq(HOLES, 7),),
    ),
    case(
        "Morning Sam, the new bracket drawing is attached. Same material as before, please send "
        "your best price for 100 off."
    ),
    case(
        "Wine rack for 6 bottles, oak, must be no deeper than 300 mm.",
        material(),
        le(DEEP, 300),
        also=(thing(), look()),
        loose=True,
    ),
    case(
        "Maximum print height 200 mm; footprint no bigger than 150 x 150 mm.",
        le(HEIGHT, 200),
        le(WIDE, 150),
        le(WIDE, 150),
    ),
    case(
        "Whistle\nwall 1.5mm +/- 0.1\nlength 50mm +/- 0.5",
        within(WALL, 1.4, 1.6),
        within(LONG, 49.5, 50.5),
    ),
    case(
        "Chair\n- seat, back and four legs\n- weight no more than 5 kg\n- solid beech",
        le("mass", 5000),
        material(),
        also=(thing(), thing(), thing(), thing()),
        loose=True,
    ),
    case(
        "Junction box: 4 knock-outs on the sides, 2 mounting holes 4.5 mm in the base.",
        eq(HOLES, 2),
        eq(DIAMETER, 4.5),
        also=(eq(HOLES, 4), thing(), look()),
        loose=True,
    ),
    case(
        "Thimble weight 3 g, wall 0.9 mm at the thinnest point.",
        eq("mass", 3),
        also=(ge(WALL, 0.9), eq(WALL, 0.9)),
    ),
    case(
        "The bowl shall be rotationally symmetric and have no handles.",
        thing(negated=True),
        also=(yes(MIRROR), yes("symmetry_x"), yes("symmetry_y"), look()),
        loose=True,
    ),
    case(
        "Wall plate\nwidth: 86 mm\nheight: 86 mm\n2 screw holes\nhole spacing: 60.3 mm",
        eq(WIDE, 86),
        eq("height|width|length|extent_y|extent_z", 86),
        eq(HOLES, 2),
        eq(SPACING, 60.3),
    ),
    case("杯子高95mm，壁厚3mm，杯口边缘圆滑。", eq(HEIGHT, 95), eq(WALL, 3), thing(), loose=True),
    case(
        "电机支架\n4个Ø3.2孔\n中间孔Ø22",
        eq(HOLES, 4),
        eq(DIAMETER, 3.2),
        eq(DIAMETER, 22),
        also=SOME,
    ),
    case(
        "宽度不得超过60mm，重量控制在80克以内。",
        le("width|length|extent_x|extent_y", 60),
        le("mass", 80),
    ),
    case("铝合金6061，板厚5mm，去毛刺。", material(), eq(THICK, 5), also=(thing(),), loose=True),
    case("外壳分上下两件，配合间隙不小于0.15mm。", eq(BODIES, 2), ge(GAP, 0.15)),
    case("悬垂角度不超过45度，最小壁厚0.8mm。", le("overhang_angle_max", 45), ge(WALL, 0.8)),
    case("书架尺寸：宽800mm×深250mm×高1200mm，实木。", *named(800, 250, 1200), material()),
    case("表面喷砂阳极氧化，黑色。", also=(look(), look(), thing(), thing()), loose=True),
)

TWELFTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP, *FOURTH_GROUP)
