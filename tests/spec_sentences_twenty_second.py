"""A twenty-second set: two voices of two groups of forty, each by one who had not seen the rules.

Furniture, packaging, kitchenware, toys and sports; acceptance criteria of engineers and
laboratories. Recall and precision at first sight: .932/.932 and .938/.957; of the second groups
.963/.987, and .933/.933 after the rules had been mended by the first voice. Three groups are a
development set. The second of the first voice was never looked at but for its totals: keep it so.
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
    thing,
    within,
    yes,
)
from spec_sentences_third import (
    BLIND,
    BODIES,
    CHAMFER,
    CIRCLE,
    SINK_ANGLE,
    SPACING,
    SUNK_HOLES,
    TILT,
    limits,
    sized,
)


def across(relation, *values):
    """A diameter of the whole part may be read as two of its extents."""
    names = ("length", "width", "extent_x", "extent_y")
    return tuple(relation(name, *values) for name in names)


OUNCE = POUND / 16
LONG = "length|extent_x|extent_y"
WIDE = WIDTH + "|extent_y"
THICK = "wall_thickness_min|height|extent_z"
GAP = "gap_min|clearance_min"
MIRROR = "symmetry|symmetry_x|symmetry_y|symmetry_z"
HOLES = "hole_count"
HOLE = "hole_diameter"
LONG_L = "length|extent_x|extent_y|extent_z"
WIDE_L = "width|extent_x|extent_y"
TALL = "height|extent_z|length"
THICKEST = "wall_thickness_max|wall_thickness_min"
OUNCE_L = 28.349523125
ONE = (eq("hole_count", 1), ge("hole_count", 1))

HOUSEHOLD_GROUP = (
    # furniture
    case("Stool: overall height 450 mm, weight under 4 kg.", eq(HEIGHT, 450), le("mass", 4000)),
    case(
        "The shelf board is 900 mm long, 240 mm deep and 27 mm thick.",
        eq("length|extent_x", 900),
        eq("width|extent_y", 240),
        eq(THICK, 27),
    ),
    case(
        "Drawer pull\n- two screw holes, 128 mm centre to centre\n- holes Ø4.5 mm",
        eq(HOLES, 2),
        eq(SPACING, 128),
        eq(HOLE, 4.5),
    ),
    case(
        "Table leg bracket in 3 mm steel sheet, with five countersunk holes.",
        material(),
        eq(PLATE, 3),
        eq(SUNK_HOLES, 5),
    ),
    case("All edges of the bench top must be rounded over to at least 3 mm.", ge(FILLET, 3)),
    case("Bookend must not exceed 150 x 120 x 100 mm.", *limits(150, 120, 100)),
    case("Coat hook, cast in one piece, no undercuts please.", eq(BODIES, 1), none(UNDERCUT)),
    case("Side table must not tip over when tilted 10 degrees in any direction.", ge(TILT, 10)),
    case(
        "Door panel with a 35 mm hole for the hinge cup, 13 mm deep.",
        eq(HOLE, 35),
        also=(eq("hole_count|blind_hole_count", 1), eq("hole_depth", 13)),
        loose=True,
    ),
    case(
        "The headboard should look light and handmade.",
        look(priority="should"),
        also=(look(priority="should"),),
    ),
    case("Cabinet foot: solid beech, height adjustable is not needed.", material(), loose=True),
    # packaging and display
    case(
        "Blister insert\n- Draft angle min. 5°\n- Sheet 0.5 mm PET",
        ge(DRAFT, 5),
        material(),
        eq(PLATE, 0.5),
    ),
    case(
        "Inner tray has to fit into a carton of 380 x 280 x 90 mm (inside dimensions).",
        *limits(380, 280, 90),
    ),
    case(
        "Counter display max. 300 mm wide and 400 mm high.",
        le(WIDE, 300),
        le("height|length|extent_z", 400),
    ),
    case(
        "The brochure holder ships flat and must weigh less than 250 g.",
        le("mass", 250),
        loose=True,
    ),
    case(
        "Pump bottle: wall 0.8 - 1.2 mm, material HDPE, watertight.",
        within(WALL, 0.8, 1.2),
        material(),
        yes("watertight"),
    ),
    case("MOQ 3,000 pcs, first delivery in week 18."),
    case("Price rail end cap, no visible screws from the front.", thing(negated=True), loose=True),
    # lighting
    case(
        "Lampshade wall between 1.2 and 1.6 mm, printed without supports.",
        within(WALL, 1.2, 1.6),
        none(OVERHANG),
    ),
    case(
        "Ceiling canopy: three mounting holes dia 5 mm on a 60 mm pitch circle.",
        eq(HOLES, 3),
        eq(HOLE, 5),
        eq(CIRCLE, 60),
    ),
    case("Lamp base needs at least 1.8 kg so that it stands safely.", ge("mass", 1800), loose=True),
    case(
        "Luminaire housing in die-cast aluminium, min. wall thickness 2 mm, draft 1.5° or more",
        material(),
        ge(WALL, 2),
        ge(DRAFT, 1.5),
    ),
    case("Colour temperature 2700 K, CRI > 90.", loose=True),
    # kitchenware
    case("Spatula: total length 320 mm ± 2 mm.", within(LONG, 318, 322)),
    case(
        "Colander with no fewer than 60 holes, each 4 mm in diameter.", ge(HOLES, 60), eq(HOLE, 4)
    ),
    case(
        "The egg cup may weigh 80 g at most.\nCorner radii no smaller than 1 mm.",
        le("mass", 80),
        ge(FILLET, 1),
    ),
    case(
        "Cutlery tray 16 in x 12 in x 2 in, walls at least 1/8 in.",
        *sized(16 * INCH, 12 * INCH, 2 * INCH),
        ge(WALL, INCH / 8),
    ),
    # toys and sport
    case(
        "Toy car body: no part thinner than 2 mm, no sharp edges.",
        ge(WALL, 2),
        also=(thing(negated=True),),
        loose=True,
    ),
    case(
        "Rattle must be at least 60 mm long and weigh no more than 45 g.",
        ge(LONG, 60),
        le("mass", 45),
    ),
    case(
        "Climbing hold, one M10 bolt hole through the middle, back face flat.",
        eq(HOLES, 1),
        thread=11.0,
        loose=True,
    ),
    case('Skateboard riser pad: 8 holes, 1/8" thick.', eq(HOLES, 8), eq(THICK, INCH / 8)),
    case("The goggle frame must be symmetrical left to right.", yes(MIRROR)),
    # accessibility
    case(
        "Grab rail brackets: three screw holes of 6 mm, edges with a radius of 3 mm minimum.",
        eq(HOLES, 3),
        eq(HOLE, 6),
        ge(FILLET, 3),
    ),
    case("Cane handle should ideally be lighter than 120 g.", le("mass", 120, priority="should")),
    # Chinese
    case("凳子高度450mm，重量不超过4kg。", eq(HEIGHT, 450), le("mass", 4000)),
    case("展示架外形尺寸不得超过600×400×300 mm。", *limits(600, 400, 300)),
    case("灯罩壁厚1.5mm以上，材料为PC。", ge(WALL, 1.5), material()),
    case("玩具外壳所有边缘圆角不小于R2。", ge(FILLET, 2)),
    case("安装板开4个直径5.5mm的通孔，孔距96mm。", eq(HOLES, 4), eq(HOLE, 5.5), eq(SPACING, 96)),
    case("首批订货数量500件，请报含税价。"),
)

UNREAD_HOUSEHOLD_GROUP = (
    # furniture
    case(
        "Desk 1400 mm wide, 700 mm deep, 740 mm high.",
        eq("length|extent_x", 1400),
        eq("height|extent_y", 700),
        eq("width|extent_z", 740),
    ),
    case("Bed slat holder in PP, wall thickness 2.5 ± 0.2 mm.", material(), within(WALL, 2.3, 2.7)),
    case(
        "Bookcase back panel:\n• 6 dowel holes Ø8\n• panel thickness 12 mm",
        eq(HOLES, 6),
        eq(HOLE, 8),
        eq(THICK, 12),
    ),
    case("Chair leg glide, no heavier than 15 g.", le("mass", 15)),
    case(
        "Armrest to be made from one piece of ash, edges rounded, minimum radius 5 mm.",
        eq(BODIES, 1),
        material(),
        ge(FILLET, 5),
    ),
    case("Corner brace with 4 holes, countersunk at 90°.", eq(SUNK_HOLES, 4), eq(SINK_ANGLE, 90)),
    case(
        "The wardrobe knob must have exactly one M4 threaded hole from the back.",
        eq("hole_count|threaded_hole_count|blind_hole_count", 1),
        thread=3.3,
    ),
    case("Chairs shall carry 110 kg as per EN 12520.", loose=True),
    case(
        "Plant stand: three legs, total height between 550 and 600 mm.",
        within("height|length|extent_z", 550, 600),
        loose=True,
    ),
    case(
        "Wall shelf bracket max. 200 mm long; at least two screw holes.",
        le(LONG, 200),
        ge(HOLES, 2),
    ),
    # packaging and display
    case("Jar lid: PP, wall 1.5 mm, no undercut.", material(), eq(WALL, 1.5), none(UNDERCUT)),
    case(
        "The gift box insert must not be larger than 10 x 6 x 2 inches.",
        *limits(10 * INCH, 6 * INCH, 2 * INCH),
    ),
    case(
        "Shelf talker clip - weight max 12 g, gap of at least 2 mm for the card.",
        le("mass", 12),
        ge(GAP, 2),
    ),
    case(
        "Perfume bottle cap should look heavy and precious.",
        look(priority="should"),
        also=(look(priority="should"),),
    ),
    case("Hi Tom, attached the new sketches of the pallet display, let's talk on Thursday."),
    case(
        "Tote bin:\nOutside 600 x 400 x 220 mm\nDraft at least 2°\nWeight below 1.9 kg",
        *sized(600, 400, 220),
        ge(DRAFT, 2),
        le("mass", 1900),
    ),
    case(
        "Floor stand, stable up to a tilt of 8°, made from recycled cardboard.",
        ge(TILT, 8),
        material(),
    ),
    case("Target retail price 24.90 EUR."),
    # lighting
    case(
        "Pendant shade: height 220 mm, one cable hole of 10 mm at the top.",
        eq(HEIGHT, 220),
        eq(HOLES, 1),
        eq(HOLE, 10),
    ),
    case(
        "Wall sconce backplate, 2 holes 5 mm, 70 mm apart.",
        eq(HOLES, 2),
        eq(HOLE, 5),
        eq(SPACING, 70),
    ),
    case("LED heat sink in aluminium 6063, weighing 350 g or less.", material(), le("mass", 350)),
    case("Diffuser must be between 2 mm and 3 mm thick everywhere.", within(WALL, 2, 3)),
    case("It would be nice to have the desk lamp arm symmetrical.", yes(MIRROR, priority="could")),
    # kitchenware
    case(
        "Mug: wall no thinner than 3 mm, stoneware, edge radius at least 1.5 mm.",
        ge(WALL, 3),
        material(),
        ge(FILLET, 1.5),
    ),
    case("Trivet with at most 12 holes and a thickness of 10 mm.", le(HOLES, 12), eq(THICK, 10)),
    case("Knife block needs to weigh more than 2 lb.", ge("mass", 2 * POUND)),
    case("Salad bowl, watertight, height not above 110 mm.", yes("watertight"), le(HEIGHT, 110)),
    # toys and sport
    case(
        "Building block is 32 x 16 x 10 mm, tolerance see drawing, ABS.",
        *sized(32, 16, 10),
        material(),
        loose=True,
    ),
    case(
        "Chess piece\n- height 75 to 95 mm\n- printable without support",
        within("height|length|extent_z", 75, 95),
        none(OVERHANG),
    ),
    case(
        "Bicycle bottle cage: two mounting holes, 64 mm spacing, under 2 oz.",
        eq(HOLES, 2),
        eq(SPACING, 64),
        le("mass", 2 * OUNCE),
    ),
    case(
        "Puzzle set consisting of 7 separate pieces, each with 0.5 mm chamfers or larger.",
        eq(BODIES, 7),
        ge(CHAMFER, 0.5),
    ),
    # accessibility
    case(
        "Jar opener for people with weak hands: no longer than 180 mm, not more than 150 g.",
        le(LONG, 180),
        le("mass", 150),
    ),
    case(
        "Tactile sign plate: four corner holes of 3.2 mm, corner radius 6 mm.",
        eq(HOLES, 4),
        eq(HOLE, 3.2),
        eq(FILLET, 6),
    ),
    case("The lever must be usable with a closed fist.", loose=True),
    # Chinese
    case(
        "包装盒内衬：长300mm，宽200mm，高60mm。",
        eq("length|extent_x", 300),
        eq("width|extent_y", 200),
        eq(HEIGHT, 60),
    ),
    case("水壶须密封不漏水，壁厚不得小于2mm。", yes("watertight"), ge(WALL, 2)),
    case("拔模角度至少1°，不允许有倒扣。", ge(DRAFT, 1), none(UNDERCUT)),
    case("吊灯底座重量建议控制在800g以内。", le("mass", 800, priority="should")),
    case("哑铃片整体左右对称，中心孔直径28mm。", yes(MIRROR), eq(HOLE, 28), also=(eq(HOLES, 1),)),
    case("扶手支架：不锈钢304，3个直径6mm的孔。", material(), eq(HOLES, 3), eq(HOLE, 6)),
)

ACCEPTANCE_GROUP = (
    case(
        "The hub must have a 12 mm H7 bore, with six M5 tapped holes on a 50 mm bolt circle.",
        within("hole_diameter", 12, 12.018),
        eq("hole_count", 6),
        eq(CIRCLE, 50),
        also=ONE,
        thread=4.2,
    ),
    case(
        "The motor mount shall weigh no more than 45 g and shall be made of 7075-T6 aluminium.",
        le("mass", 45),
        material(),
    ),
    case(
        "The tube rack must have 24 holes of 17 mm diameter, with at least 2.5 mm of wall between "
        "neighbouring holes.",
        eq("hole_count", 24),
        eq("hole_diameter", 17),
        ge(WALL + "|gap_min", 2.5),
        loose=True,
    ),
    case(
        "Glucose meter enclosure: 98 x 56 x 22 mm overall, walls at least "
        "1.8 mm, draft of at least 1° on "
        "all faces in the direction of pull.",
        *sized(98, 56, 22),
        ge(WALL, 1.8),
        ge(DRAFT, 1),
    ),
    case(
        "The drone arm must be no longer than 140 mm and must weigh less than 18 g.",
        le(LONG_L, 140),
        le("mass", 18),
    ),
    case(
        "The battery tray must fit inside an envelope of 380 x 95 x 70 mm,"
        " with a wall thickness of no "
        "less than 2 mm.",
        *limits(380, 95, 70),
        ge(WALL, 2),
    ),
    case(
        "AC-01 The gripper finger shall be symmetric about its mid-plane.\n"
        "AC-02 The gripper finger shall have two through holes, diameter 4.3 mm.\n"
        "AC-03 No wall shall be thinner than 3 mm.",
        yes(MIRROR),
        eq("hole_count", 2),
        eq("hole_diameter", 4.3),
        ge(WALL, 3),
    ),
    case(
        "The manifold block must be watertight and must have eight "
        "ports, each with a bore of 6 mm.",
        yes("watertight"),
        eq("hole_diameter", 6),
        also=(eq("hole_count", 8),),
        loose=True,
    ),
    case(
        "The inhaler mouthpiece shall have no sharp edges, and all external "
        "edges shall be rounded with a "
        "radius of at least 0.5 mm.",
        thing(negated=True),
        ge(FILLET, 0.5),
        loose=True,
    ),
    case(
        "The bearing housing must accept a 22 mm bearing with a bore of 22 mm "
        "+0.02/-0.00, and its wall around "
        "the bearing must be at least 4 mm thick.",
        within("hole_diameter", 22, 22.02),
        ge(WALL, 4),
        also=ONE,
        loose=True,
    ),
    case(
        "Each test specimen shall be 80 mm long, 10 mm wide and 4 mm thick.",
        eq(LONG_L, 80),
        eq(WIDE_L, 10),
        eq(PLATE + "|extent_z", 4),
    ),
    case(
        "The specimen thickness measured with a micrometer shall lie between 3.8 mm and 4.2 mm.",
        within(PLATE, 3.8, 4.2),
        loose=True,
    ),
    case(
        "The sprocket must have 44 teeth and a 5-hole mounting pattern on a 130 mm bolt circle.",
        eq("hole_count", 5),
        eq(CIRCLE, 130),
        loose=True,
    ),
    case(
        "The clamp must be supplied as a single piece, with one slot and a hole "
        "for an M5 bolt (5.5 mm clearance).",
        eq(BODIES, 1),
        eq("hole_diameter", 5.5),
        also=ONE,
        thread=5.5,
        loose=True,
    ),
    case(
        "The camera gimbal bracket should weigh under 30 g and must not "
        "exceed 60 mm in any direction.",
        le("mass", 30, priority="should"),
        le("length", 60),
        also=(
            le("width", 60),
            le("height", 60),
            le("extent_x", 60),
            le("extent_y", 60),
            le("extent_z", 60),
        ),
    ),
    case(
        "The syringe holder must be printable without supports: no overhangs steeper than 45°.",
        none(OVERHANG),
        loose=True,
    ),
    case("The ejector pin plate has to be 15 mm ± 0.05 thick.", within(PLATE, 14.95, 15.05)),
    case(
        "The knob must have a D-shaped bore for a 6 mm shaft, be no more than 18 mm tall, and look "
        "friendly and soft.",
        le(HEIGHT, 18),
        look(),
        also=(eq("hole_diameter", 6), *ONE),
        loose=True,
    ),
    case(
        "Robot base plate\n- 300 x 200 x 6 mm\n- four corner holes, 6.6 mm dia.\n- all corners R10",
        *sized(300, 200, 6),
        eq("hole_count", 4),
        eq("hole_diameter", 6.6),
        eq(FILLET, 10),
        also=(eq("fillet_count", 4),),
    ),
    case(
        "The heat sink shall be made from extruded aluminium, with walls "
        "at least 1.2 mm thick and no "
        "gap narrower than 3 mm.",
        material(),
        ge(WALL, 1.2),
        ge("gap_min", 3),
        loose=True,
    ),
    case(
        "The lamp base must not tip over when tilted by 10° in any direction.",
        ge(TILT, 10),
        loose=True,
    ),
    case(
        "The lid must clear the box by at least 0.3 mm all round, and it "
        "must not be heavier than 2.5 oz.",
        ge("gap_min", 0.3),
        le("mass", 2.5 * OUNCE_L),
        loose=True,
    ),
    case(
        "The scanner cradle must be injection moulded in ABS, with no "
        "undercuts and a uniform wall of 2.5 mm.",
        material(),
        none(UNDERCUT),
        eq(WALL, 2.5),
        loose=True,
    ),
    case(
        "The hinge leaf shall have three countersunk holes, 5 mm in diameter, "
        "with a countersink angle of 90°.",
        eq("countersink_count|hole_count", 3),
        eq("hole_diameter", 5),
        eq(SINK_ANGLE, 90),
        also=(eq("hole_count", 3), eq("countersink_count", 3)),
    ),
    case(
        "The autoclave basket handle shall withstand 134 °C for 18 "
        "minutes without visible deformation.",
        loose=True,
    ),
    case(
        "The STL of the ear tip must be watertight and should contain no "
        "more than 150,000 triangles.",
        yes("watertight"),
        le("triangle_count", 150000, priority="should"),
    ),
    case(
        "Sensor puck: total mass 60 g max, height 14 mm max, and at least one "
        "blind hole for the alignment pin.",
        le("mass", 60),
        le(HEIGHT, 14),
        ge(BLIND, 1),
        loose=True,
    ),
    case(
        "The valve body must be machined from 316L, have wall sections of 5 to "
        "8 mm, and weigh at most 1.2 kg.",
        material(),
        within(WALL, 5, 8),
        le("mass", 1200),
    ),
    case("The stem clamp bolts must be tightened to 5 N·m in an alternating pattern.", loose=True),
    case(
        "Minimum wall 0.08 in, and no dimension over 6 in, please.",
        ge(WALL, 0.08 * INCH),
        le("length", 6 * INCH),
        also=(le("width", 6 * INCH), le("height", 6 * INCH)),
    ),
    case(
        "The adapter ring must have twelve 3.4 mm holes equally spaced on a pitch "
        "circle of 84 mm, with all edges "
        "chamfered at least 0.5 mm.",
        eq("hole_count", 12),
        eq("hole_diameter", 3.4),
        eq(CIRCLE, 84),
        ge(CHAMFER, 0.5),
    ),
    case(
        "The centrifuge rotor insert shall be rotationally symmetric, with six "
        "cavities and a mass of 85 g ± 2 g.",
        within("mass", 83, 87),
        also=(yes(MIRROR),),
        loose=True,
    ),
    case("Document DI-0417 rev C, prepared for the design review on 14 March."),
    case(
        "The bicycle rack bracket must carry 25 kg, be at least 4 mm thick "
        "everywhere, and use two 8.5 mm holes "
        "spaced 40 mm apart.",
        ge(WALL, 4),
        eq("hole_count", 2),
        eq("hole_diameter", 8.5),
        eq(SPACING, 40),
        loose=True,
    ),
    case(
        "轮毂必须有六个直径6.6 mm的通孔，均布在直径80 mm的圆周上。",
        eq("hole_count", 6),
        eq("hole_diameter", 6.6),
        eq(CIRCLE, 80),
    ),
    case(
        "外壳壁厚不得小于2 mm，重量不超过150 g，材料为PC/ABS。",
        ge(WALL, 2),
        le("mass", 150),
        material(),
    ),
    case(
        "无人机机臂长度应为160 mm±0.5 mm，质量不大于25 g。",
        within(LONG_L, 159.5, 160.5),
        le("mass", 25),
    ),
    case(
        "试样尺寸：150×20×4 mm，边缘不得有毛刺。",
        *sized(150, 20, 4),
        thing(negated=True),
        loose=True,
    ),
    case("支架应左右对称，并宜采用铝合金制造。", yes(MIRROR), material(priority="should")),
    case("模型必须封闭不漏水，所有内角圆角半径不小于1.5 mm。", yes("watertight"), ge(FILLET, 1.5)),
)

MORE_ACCEPTANCE_GROUP = (
    case(
        "The flange must have eight 14 mm through holes on a 125 mm bolt circle, "
        "with a central bore of at least 60 mm.",
        eq("hole_count", 8),
        eq("hole_diameter", 14),
        eq(CIRCLE, 125),
        ge("hole_diameter", 60),
        also=ONE,
    ),
    case(
        "The e-bike display mount must weigh no more than 35 grams, with no wall under 2.4 mm.",
        le("mass", 35),
        ge(WALL, 2.4),
    ),
    case(
        "The pump impeller shall be one solid body, shall have seven vanes, "
        "and shall be made of PPS or PEEK.",
        eq(BODIES, 1),
        material(),
        loose=True,
    ),
    case(
        "The planetary carrier must have three 8 mm pin holes, with a tolerance of H7.",
        eq("hole_count", 3),
        within("hole_diameter", 8, 8.015),
        also=(eq("hole_diameter", 8),),
    ),
    case(
        "The cable gland plate must be 2 mm thick, 120 mm long and 60 mm "
        "wide, and it must have five holes.",
        eq(PLATE + "|extent_z", 2),
        eq(LONG_L, 120),
        eq(WIDE_L, 60),
        eq("hole_count", 5),
    ),
    case(
        "The cuvette holder shall fit within 50 x 50 x 80 mm and shall "
        "have a matt black appearance.",
        *limits(50, 50, 80),
        look(),
        loose=True,
    ),
    case(
        "The bone plate shall have at least six screw holes of diameter 3.5 "
        "mm, and its thickness shall be "
        "between 2.8 and 3.2 mm.",
        ge("hole_count", 6),
        eq("hole_diameter", 3.5),
        within(PLATE, 2.8, 3.2),
    ),
    case(
        "The propeller guard must weigh less than 12 g, be no taller than 25 mm "
        "and leave a gap of at least 5 mm "
        "around the blades.",
        le("mass", 12),
        le(HEIGHT, 25),
        ge("gap_min", 5),
        loose=True,
    ),
    case(
        "The gearbox cover must not be thicker than 6 mm anywhere, nor thinner than 3 mm.",
        le(THICKEST, 6),
        ge(WALL, 3),
    ),
    case(
        "Acceptance criteria for the wall hook:\n1. Holds 3 kg for 24 h.\n2. "
        "Two countersunk holes, 4.5 mm.\n"
        "3. Overall height 75 mm or less.",
        eq("countersink_count|hole_count", 2),
        eq("hole_diameter", 4.5),
        le(HEIGHT, 75),
        also=(eq("hole_count", 2), eq("countersink_count", 2)),
        loose=True,
    ),
    case(
        "The actuator rod end must be symmetrical about the XZ plane.", yes("symmetry_y|symmetry")
    ),
    case(
        "All faces of the drip tray along the direction of pull must have draft of 2 degrees "
        "or more, and there must be no undercuts.",
        ge(DRAFT, 2),
        none(UNDERCUT),
        loose=True,
    ),
    case(
        "The foot pedal has to be made from die-cast zinc, and edges a hand can "
        "reach should be rounded to at least R2.",
        material(),
        ge(FILLET, 2, priority="should"),
    ),
    case(
        "The chest strap buckle must consist of exactly two parts, with a running "
        "clearance of 0.25 mm minimum between them.",
        eq(BODIES, 2),
        ge("gap_min", 0.25),
    ),
    case(
        'The optical post clamp must have a 12.7 mm (1/2") through bore and one M4 threaded hole '
        "from the side.",
        eq("hole_diameter", 12.7),
        also=(*ONE, eq("hole_count", 2)),
        thread=3.3,
        loose=True,
    ),
    case(
        "The dropout plate must be cut from 6 mm steel, with two 10.2 mm "
        "holes spaced 62 mm ± 0.1 mm apart.",
        eq(PLATE, 6),
        material(),
        eq("hole_count", 2),
        eq("hole_diameter", 10.2),
        within(SPACING, 61.9, 62.1),
    ),
    case(
        "Measured mass shall be 412 g +/- 5 g on a calibrated balance.",
        within("mass", 407, 417),
        loose=True,
    ),
    case(
        "The jig must have no more than three separate parts and must weigh under 2 lb.",
        le(BODIES, 3),
        le("mass", 2 * POUND),
    ),
    case(
        "The exhaust nozzle should have a constant wall of 1.5 mm, and it must print "
        "without overhangs beyond 50 degrees.",
        eq(WALL, 1.5, priority="should"),
        none(OVERHANG),
        loose=True,
    ),
    case(
        "Hi team, after yesterday's call: the visor clip needs a minimum wall of 1.6 "
        "mm and must stay below 8 g. Thanks!",
        ge(WALL, 1.6),
        le("mass", 8),
    ),
    case("Lead time is four weeks after approval of the first samples."),
    case(
        "The pulley must have a 10 mm bore with a 3 mm keyway, be 28 mm high "
        "and not exceed 90 mm in diameter.",
        eq("hole_diameter", 10),
        eq(HEIGHT, 28),
        also=(*ONE, *across(le, 90)),
        loose=True,
    ),
    case(
        "The dosing cup must hold 30 ml, with a wall of 1 mm ± 0.1 mm.",
        within(WALL, 0.9, 1.1),
        loose=True,
    ),
    case(
        "The robot wheel must be made of TPU, with five spokes and a mass between 60 and 75 g.",
        material(),
        within("mass", 60, 75),
        loose=True,
    ),
    case(
        "The terminal box must be 150 mm x 110 mm x 70 mm with a "
        "tolerance of ±1 mm on every dimension.",
        within("length", 149, 151),
        within("width", 109, 111),
        within("height", 69, 71),
    ),
    case(
        "Cover plate\nMaterial: 304 stainless\nThickness: 1.5 mm\nHoles: 6 off, dia 4.2",
        material(),
        eq(PLATE, 1.5),
        eq("hole_count", 6),
        eq("hole_diameter", 4.2),
    ),
    case(
        "The scissors handle shall have two finger loops, each with an opening of at "
        "least 22 mm, and no sharp corners.",
        thing(negated=True),
        also=(ge("hole_diameter", 22), eq("hole_count", 2)),
        loose=True,
    ),
    case(
        "The joystick cap must have a blind hole of 4 mm diameter, and its "
        "walls must be 1.2 mm or thicker.",
        eq("hole_diameter", 4),
        ge(WALL, 1.2),
        also=(*ONE, eq(BLIND, 1), ge(BLIND, 1)),
        loose=True,
    ),
    case(
        "The vacuum flange shall not have any holes outside the sealing groove.",
        loose=True,
        also=(none("hole_count"), thing(negated=True)),
    ),
    case(
        "The tripod foot must be stable when tilted up to 15°, and it must fit in "
        "a 200 mm x 200 mm x 50 mm pouch.",
        ge(TILT, 15),
        *limits(200, 200, 50),
        loose=True,
    ),
    case(
        "The condenser bracket must have slots rather than holes, because "
        "the position is adjusted on site.",
        loose=True,
        also=(none("hole_count"), thing(negated=True), thing()),
    ),
    case(
        "The collet must be closed and manifold, with all inner edges filleted to 0.8 mm or "
        "more, and be no more than 45 mm long.",
        yes("watertight"),
        ge(FILLET, 0.8),
        le("length|extent_x|extent_y|extent_z", 45),
        loose=True,
    ),
    case(
        "The steering arm must be machined from 42CrMo4, with four 13 mm "
        "holes and a minimum section of 8 mm.",
        material(),
        eq("hole_count", 4),
        eq("hole_diameter", 13),
        ge(WALL, 8),
    ),
    case(
        "The keyboard case must be 320 mm wide at most, and its side walls "
        "must be between 3 and 4 mm thick.",
        le("length|width|extent_x|extent_y", 320),
        within(WALL, 3, 4),
    ),
    case(
        "法兰应有四个沉头孔，孔径5.5 mm，厚度为8 mm。",
        eq("countersink_count|hole_count", 4),
        eq("hole_diameter", 5.5),
        eq(PLATE, 8),
        also=(eq("countersink_count", 4), eq("hole_count", 4)),
    ),
    case(
        "电池盒必须由阻燃PC制成，最小壁厚2.5 mm，总重量不得超过400 g。",
        material(),
        ge(WALL, 2.5),
        le("mass", 400),
    ),
    case("零件不得有倒扣，拔模角至少1.5°。", none(UNDERCUT), ge(DRAFT, 1.5)),
    case(
        "手柄长度不大于130 mm，最好采用柔软的圆润造型。",
        le(LONG_L, 130),
        look(priority="should"),
        loose=True,
    ),
    case(
        "齿轮箱盖应有至少八个M6螺纹孔，并带两个定位销孔，直径6 mm。",
        ge("hole_count", 8),
        eq("hole_diameter", 6),
        also=(eq("hole_count", 2), eq("hole_count", 10), ge("hole_count", 10)),
        thread=5.0,
        loose=True,
    ),
    case("本文件由质量部于2024年6月编制，共12页。"),
)

TWENTY_SECOND = (*HOUSEHOLD_GROUP, *ACCEPTANCE_GROUP, *MORE_ACCEPTANCE_GROUP)
UNREAD = UNREAD_HOUSEHOLD_GROUP
