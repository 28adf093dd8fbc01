"""A tenth set: plain requirements of average briefs, often two or three in a sentence.

Written by one who had not seen the rules, in two groups of seventy; the rules were mended after
each. Recall and precision at first sight: .89/.90 and .91/.88. Since then it is a development set.
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
    size,
    size_max,
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
    SINK_ANGLE,
    SPACING,
    SUNK_HOLES,
    TILT,
)

OUNCE = POUND / 16
HOLES = "hole_count|through_hole_count|equal_hole_count"
THREADS = "hole_count|thread_drill_count|blind_hole_count|through_hole_count|equal_hole_count"
CLEAR = "hole_count|clearance_hole_count|through_hole_count|equal_hole_count"
RING = "hole_count|bolt_circle_hole_count|through_hole_count|equal_hole_count"
LONG = "length|extent_x|extent_y"
WIDE = "width|extent_x|extent_y"
DEEP = "extent_y|length|width|height"
TALL = "height|extent_z|length|width"
ANY = "length|width|height|extent_x|extent_y|extent_z"
ROUND = "outer_diameter|length|width|extent_x|extent_y"
SYM = "symmetry|symmetry_x|symmetry_y|symmetry_z"
THICKEST = "wall_thickness_max"

FIRST_GROUP = (
    # measured, one demand
    case("The wall thickness must be at least 2 mm everywhere.", ge(WALL, 2)),
    case("Overall length of the bracket: 140 mm.", eq(LONG, 140)),
    case("Please make sure the finished part weighs less than 350 grams.", le("mass", 350)),
    case("The housing shall be no taller than 45 mm.", le(HEIGHT, 45)),
    case("All inside corners need a radius of 1.5 mm or more.", ge(FILLET, 1.5)),
    case(
        "We need 2 degrees of draft minimum on all vertical faces so it comes out of the tool.",
        ge(DRAFT, 2),
    ),
    case("It has to be one single piece, no assembly.", eq(BODIES, 1), loose=True),
    case("No undercuts please, we only have a two-part mould.", none(UNDERCUT), loose=True),
    case(
        "Print without supports: keep every overhang under 45 degrees.", none(OVERHANG), loose=True
    ),
    case(
        "The mesh must be closed (watertight) before you send it to our slicer.", yes("watertight")
    ),
    case("Total height shall be 720 mm ± 5 mm.", within(TALL, 715, 725)),
    case("Width between 180 and 220 mm.", within(WIDE, 180, 220)),
    case("Moving parts need at least 0.3 mm of clearance between them.", ge("gap_min", 0.3)),
    case("Mass not to exceed 1.8 kg.", le("mass", 1800)),
    case("Sheet thickness should not go below 1.5 mm.", ge(PLATE, 1.5, priority="should")),
    case("The lamp consists of two parts.", eq(BODIES, 2)),
    case("Use ABS or PC/ABS.", material()),
    case("Material: stainless steel 1.4301.", material()),
    case("The bracket must be perfectly symmetrical left to right.", yes(SYM)),
    case("Maximum size of the parcel insert is 300 x 200 x 80 mm.", *size_max(300, 200, 80)),
    case("Outer dimensions 85 x 55 x 12 mm", *size(85, 55, 12)),
    case("The walls should preferably be 3 mm thick.", eq(WALL, 3, priority="should")),
    case("The part may not weigh more than 12 oz.", le("mass", 12 * OUNCE)),
    case("Overall length 6.5 in max.", le(LONG, 6.5 * INCH)),
    case("The flange has six 9 mm through holes.", eq(HOLES, 6), eq("hole_diameter", 9)),
    case("Ø6.6 thru, 4 places.", eq(HOLES, 4), eq("hole_diameter", 6.6)),
    case("6 holes equally spaced on an 80 mm bolt circle.", eq(RING, 6), eq(CIRCLE, 80)),
    case("Provide two M5 tapped holes on the rear face.", eq(THREADS, 2), thread=4.2),
    case("Break all sharp edges with a chamfer of at least 0.5 mm.", ge(CHAMFER, 0.5), loose=True),
    case(
        "The STL should have no more than 200,000 triangles.",
        le("triangle_count", 200000, priority="should"),
    ),
    # two or three in one sentence
    case(
        "The cover is 2.5 mm thick at minimum and weighs at most 90 g.",
        ge(WALL, 2.5),
        le("mass", 90),
    ),
    case(
        "Desk stand, max. 250 mm wide and max. 120 mm high, aluminium.",
        le(WIDE, 250),
        le(TALL, 120),
        material(),
    ),
    case(
        "Four mounting holes for M4 screws, and the plate itself at least 4 mm thick.",
        eq(CLEAR, 4),
        ge(PLATE, 4),
        thread=4.5,
    ),
    case(
        "It should fit in a 200 mm cube and must be printed from PETG.",
        *size_max(200, 200, 200, priority="should"),
        material(),
    ),
    case(
        "The drawer is 400 mm wide, 350 mm deep and 120 mm high.",
        eq("length|extent_x", 400),
        eq("extent_y|width", 350),
        eq(HEIGHT, 120),
    ),
    case("Draft 1° min, wall 2 mm min, no undercuts.", ge(DRAFT, 1), ge(WALL, 2), none(UNDERCUT)),
    case(
        "The knob is 38 mm in outside diameter, 20 mm tall, and has a single 6 mm bore.",
        eq(ROUND, 38),
        eq("height|extent_z", 20),
        eq("hole_diameter", 6),
        also=(eq("hole_count", 1), eq(HOLES, 1), eq(BLIND, 1)),
    ),
    case(
        "Fillets of R2 or larger on all edges and a weight of 500 g or less.",
        ge(FILLET, 2),
        le("mass", 500),
    ),
    case(
        "Spacing between the two 5.5 mm holes is 60 mm.",
        eq(HOLES, 2),
        eq("hole_diameter", 5.5),
        eq(SPACING, 60),
    ),
    case(
        "The bracket shall have at least 3 but no more than 5 holes, each at least 8 mm dia.",
        within(HOLES, 3, 5),
        ge("hole_diameter", 8),
    ),
    case(
        "Requirements:\n- Wall: 1.6 mm min.\n- Weight: 120 g max.\n- Colour: any",
        ge(WALL, 1.6),
        le("mass", 120),
        loose=True,
    ),
    case(
        "| Item | Value |\n|---|---|\n| Length | 160 mm |\n| Mass | <= 0.4 kg |\n"
        "| Material | PA12 |",
        eq(LONG, 160),
        le("mass", 400),
        material(),
    ),
    case(
        "Hi Tom, thanks for the quick quote. One more thing, the walls have to be 2.4 mm at "
        "least, otherwise they crack. Cheers, Jen",
        ge(WALL, 2.4),
        loose=True,
    ),
    # looks
    case(
        "The kettle should look friendly and soft, a bit like a pebble.",
        look(priority="should"),
        loose=True,
    ),
    case("We want a clean, minimalist Scandinavian style.", look(), loose=True),
    case(
        "The front panel should have a hexagonal honeycomb grille.",
        look(priority="should"),
        loose=True,
    ),
    case("The handle must be curved to follow the hand.", look(), loose=True),
    case("Retro 1950s radio look with rounded corners.", look(), loose=True),
    # nothing
    case("Please find attached the drawing and our general purchasing conditions."),
    case("We would need 250 pieces by the end of March."),
    case("Drawing no. 4711-03, rev. C, sheet 1 of 2"),
    case("All dimensions are in millimetres unless otherwise stated."),
    case(
        "Two counterbored holes, counterbore diameter 11 mm.",
        eq(BORED_HOLES, 2),
        eq(BORE, 11),
        loose=True,
    ),
    case("This standard specifies general requirements for household ladders."),
    case("Can you make it so that it's not longer than 90 mm?", le(LONG, 90)),
    case(
        "The previous version broke after two weeks, which is why we are redesigning it.",
        loose=True,
    ),
    case("Best regards, Martin Keller, Purchasing, +49 711 555 0143"),
    # Chinese
    case("产品总重量不超过800克。", le("mass", 800)),
    case("底板上有4个直径6.5 mm的通孔。", eq(HOLES, 4), eq("hole_diameter", 6.5)),
    case("外形尺寸：120×80×35 mm。", *size(120, 80, 35)),
    case("材料采用304不锈钢。", material()),
    case("拔模角度应不小于1.5°，不允许有倒扣。", ge(DRAFT, 1.5), none(UNDERCUT)),
    case(
        "高度建议控制在300 mm以内，壁厚至少3 mm。",
        le(TALL, 300, priority="should"),
        ge(WALL, 3),
        also=(ge(WALL, 3, priority="should"),),
    ),
    case("所有内圆角半径不小于R1。", ge(FILLET, 1)),
    case("整体造型要简洁、现代。", look(), loose=True),
    case("长度为200±0.5 mm。", within(LONG, 199.5, 200.5)),
    case("请于下周五之前报价，数量500件。"),
    case("模型必须是封闭的，三角面数不超过10万。", yes("watertight"), le("triangle_count", 100000)),
)

SECOND_GROUP = (
    # measured, one demand
    case("Minimum wall section 1/8 in.", ge(WALL, INCH / 8)),
    case("4.3 The mass of the complete guard shall not exceed 2,5 kg.", le("mass", 2500)),
    case("Nominal length 2400 mm, tolerance +3/-0 mm.", within(LONG, 2400, 2403)),
    case("Overall height: 430 mm to 460 mm.", within(TALL, 430, 460)),
    case("The tray can be up to 480 mm long.", le(LONG, 480)),
    case(
        "The box has to be 24 to 26 cm wide, I don't mind where exactly in that range.",
        within(WIDE + "|length", 240, 260),
        loose=True,
    ),
    case("Keep the gap between lid and body at 0.2 mm or more.", ge("gap_min", 0.2)),
    case("Walls no thicker than 4 mm, otherwise we get sink marks.", le(THICKEST, 4), loose=True),
    case("Vertical walls are to be drafted by at least 0.5 degrees per side.", ge(DRAFT, 0.5)),
    case(
        "There must not be any overhangs steeper than 50° from vertical.",
        le("overhang_angle_max", 50),
        loose=True,
    ),
    case("The assembly consists of exactly three separate bodies.", eq(BODIES, 3)),
    case("No holes in this part, please.", none(HOLES)),
    case("Countersunk holes: 4 off, 90°.", eq(SUNK_HOLES, 4), eq(SINK_ANGLE, 90)),
    case("At least two drain holes, minimum 5 mm diameter.", ge(HOLES, 2), ge("hole_diameter", 5)),
    case(
        "8x M6 clearance holes on PCD 120 mm",
        eq(RING + "|clearance_hole_count", 8),
        eq(CIRCLE, 120),
        thread=6.6,
    ),
    case("Bore 25 H7.", within("hole_diameter", 25, 25.021)),
    case(
        "The whole thing has to fit on my Ender 3, so 220 x 220 x 250 mm at most.",
        *size_max(220, 220, 250),
        loose=True,
    ),
    case("Overall volume of material: no more than 150 cm³.", le("volume", 150000)),
    case("External fillets min. R3.", ge(FILLET, 3)),
    case(
        "It would be nice if the clip weighed under 15 g.",
        le("mass", 15, priority="could"),
        also=(le("mass", 15, priority="should"),),
    ),
    case("Machined from 6061-T6 aluminum.", material()),
    case(
        "Parts shall be made of PP or HDPE; PVC is not permitted.",
        material(),
        also=(material(negated=True),),
    ),
    case("The cabinet shall not tip over when tilted by 10°.", ge(TILT, 10), loose=True),
    case("Housing diameter 64 mm max.", le(ROUND, 64)),
    case("The shelf must be no less than 18 mm thick.", ge(PLATE, 18)),
    case("Ideally the stand is less than 30 cm tall.", le(TALL, 300, priority="should")),
    case("Six blind holes 10 mm deep.", eq(BLIND, 6), eq("hole_depth", 10)),
    case("The left and right halves should be symmetrical.", yes(SYM, priority="should")),
    # two or three in one sentence
    case(
        "Bracket 3 mm steel sheet, two slots, overall 90 x 40 mm.",
        eq(PLATE, 3),
        material(),
        eq("length|extent_x", 90),
        eq("width|height|extent_y", 40),
        loose=True,
    ),
    case(
        "The hook must carry a coat, so walls of 5 mm or more, and edges rounded to R2 minimum.",
        ge(WALL, 5),
        ge(FILLET, 2),
        loose=True,
    ),
    case(
        "Max. weight 750 g, max. length 320 mm and it needs to be in ASA because it lives outside.",
        le("mass", 750),
        le(LONG, 320),
        material(),
        loose=True,
    ),
    case(
        "The table is 1600 mm long, 800 mm wide and 740 mm high.",
        eq("length|extent_x", 1600),
        eq("width|extent_y", 800),
        eq("height|extent_z", 740),
    ),
    case(
        "Wall thickness 2 to 3 mm, inside radii at least 1 mm.", within(WALL, 2, 3), ge(FILLET, 1)
    ),
    case(
        "The spacer shall be 12 mm high with an outside diameter of 20 mm and a bore of 8.2 mm.",
        eq("height|extent_z|length", 12),
        eq(ROUND, 20),
        eq("hole_diameter", 8.2),
        also=(eq("hole_count", 1),),
    ),
    case(
        "One-piece design, watertight mesh, no supports needed.",
        eq(BODIES, 1),
        yes("watertight"),
        also=(none(OVERHANG),),
        loose=True,
    ),
    case(
        "Two 8 mm holes 64 mm apart, plate 6 mm thick.",
        eq(HOLES, 2),
        eq("hole_diameter", 8),
        eq(SPACING, 64),
        eq(PLATE, 6),
    ),
    case(
        "Depth must not exceed 600 mm and the width is fixed at 450 mm.",
        le(DEEP, 600),
        eq(WIDE + "|length", 450),
    ),
    case(
        "Scope of the part:\n* 4 holes, Ø7 mm\n* draft >= 1.5 deg\n* nylon",
        eq(HOLES, 4),
        eq("hole_diameter", 7),
        ge(DRAFT, 1.5),
        material(),
    ),
    case(
        "Param | Min | Max\nHeight (mm) | 90 | 95\nMass (g) | - | 210",
        within(TALL, 90, 95),
        le("mass", 210),
    ),
    case(
        "Hello, hope you had a good weekend! Regarding the phone dock: we'd need it below 110 mm "
        "in height and no heavier than 0.5 lb. Thanks a lot!",
        le(TALL, 110),
        le("mass", POUND / 2),
        loose=True,
    ),
    case(
        "As discussed, wall now 2.2 mm min. instead of 2.0, and 5 screw holes rather than 4.",
        ge(WALL, 2.2),
        eq(HOLES + "|clearance_hole_count", 5),
        loose=True,
    ),
    # looks
    case("The vase should have a twisted, organic shape.", look(priority="should"), loose=True),
    case("Styling: industrial, robust, slightly rugged.", look(), loose=True),
    case("No visible screws on the front side.", look(negated=True), loose=True),
    case("It needs a matt black finish with orange accents.", look(), loose=True),
    case("The design shall resemble a classic bell-shaped desk lamp.", look(), loose=True),
    case(
        "Ribbed grip on the handle would be nice.",
        look(priority="could"),
        loose=True,
        also=(look(priority="should"),),
    ),
    # nothing
    case("The kit should have fewer than four parts.", le(BODIES, 3, priority="should")),
    case("Our budget is around EUR 4,000 including tooling."),
    case("Project: Wall bracket, customer: Nordlicht GmbH, date: 12.03.2024"),
    case("A lid is not required."),
    case("Quantities: 20 prototypes first, 1,000 pcs per year afterwards."),
    case("For the purposes of this document, the terms and definitions in ISO 472 apply."),
    case(
        "I'm fairly new to 3D printing, but I think the walls should be 1.2 mm or thicker.",
        ge(WALL, 1.2, priority="should"),
        loose=True,
    ),
    case("Do not scale drawing. Third angle projection."),
    case(
        "Samples shall be sent to our laboratory in Lyon. Material: PA6-GF30.",
        material(),
        loose=True,
    ),
    case("Thanks for the parts, they arrived yesterday and the fit is great!", loose=True),
    # Chinese
    case("支架总高不大于150 mm，重量不大于200 g。", le(TALL, 150), le("mass", 200)),
    case("最小壁厚1.2 mm。", ge(WALL, 1.2)),
    case(
        "法兰上均布8个Φ11的孔，分布圆直径160 mm。",
        eq(RING, 8),
        eq("hole_diameter", 11),
        eq(CIRCLE, 160),
    ),
    case("打印时不加支撑，悬垂角不得超过45度。", none(OVERHANG), loose=True),
    case("桌子宽度为600 mm至650 mm之间。", within(WIDE + "|length", 600, 650)),
    case("产品应为一体成型，左右对称。", eq(BODIES, 1), yes(SYM), loose=True),
    case("宜采用ABS材料。", material(priority="should")),
    case("配合间隙不小于0.15毫米。", ge("gap_min", 0.15)),
    case("外观不要有明显的螺丝。", look(negated=True), loose=True),
    case("外观要圆润可爱，像一只小猫。", look(), loose=True),
    case("本标准由全国家具标准化技术委员会归口。"),
    case("未注倒角至少0.5 mm，底部两个M5螺纹孔。", ge(CHAMFER, 0.5), eq(THREADS, 2), thread=4.2),
)

TENTH = (*FIRST_GROUP, *SECOND_GROUP)
