"""A second set of sentences, written before the rules for holes, patterns and tables were changed.

In the style of drawing call-outs, requests for quotation, datasheets, test standards, furniture
and print briefs, and of Chinese drawing notes; all of them are invented. It is a development set:
rules may be written against classes of mistakes that it shows.

The conventions of `spec_sentences` hold, and where it is silent these:

- 'Four through holes' are counted as through holes, four blind holes as blind ones. A call-out
  with a size (4X Ø6.6 THRU) counts holes of that size; that they go through, or are countersunk,
  is at least as many such holes (a second reading: not demanded here).
- Depths, pitch circles, spacings, chamfers, tilts and centres of mass are measured: 'PCD 90' is
  bolt_circle_diameter 90, 'C1' chamfer_width_min 1, 'shall not tip at 10°' tip_angle >= 10.
- A single 'height' or 'tall' may be the smallest extent or the one along Z.
- 'Fits a bed of A x B x C' limits the three sorted extents.
- A condition leaves the bounds as they are: what it does to the verdict is tested elsewhere.
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
    Constraint,
    case,
    eq,
    ge,
    le,
    material,
    none,
    within,
    yes,
)

THROUGH = "through_hole_count|hole_count"
BLIND = "blind_hole_count|hole_count"
CHAMFER = "chamfer_width_min"
CIRCLE = "bolt_circle_diameter"
SPACING = "hole_spacing"
BODIES = "part_count|body_count"


def look(**more):
    return Constraint("look", **more)


def through(count):
    return ge("through_hole_count", count)


def sunk(count):
    return ge("countersink_count", count)


def bored(count):
    return ge("counterbore_count", count)


CALL_OUTS = (
    case(
        "6X Ø9.0 THRU EQ SP ON Ø75.0 B.C.",
        eq("hole_count", 6),
        eq("hole_diameter", 9),
        eq(CIRCLE, 75),
        also=(through(6), eq("through_hole_count", 6)),
    ),
    case(
        "2X Ø5.5 THRU, ⌴ Ø10 ↧ 5.5",
        eq("hole_count", 2),
        eq("hole_diameter", 5.5),
        also=(through(2), bored(2), eq("counterbore_count", 2)),
        loose=True,
    ),
    case(
        "4X Ø3.4 THRU, CSK Ø6.5 X 90°",
        eq("hole_count", 4),
        eq("hole_diameter", 3.4),
        also=(through(4), sunk(4), eq("countersink_count", 4)),
        loose=True,
    ),
    case(
        "Ø8 H7 ↧ 15, 2 PLACES",
        eq("hole_count", 2),
        within("hole_diameter", 8, 8.015),
        eq("hole_depth", 15),
    ),
    case("M6 TAP, 12 DEEP MIN, 4 HOLES", eq("hole_count", 4), ge("hole_depth", 12), thread=5.0),
    case("CHAMFER 1 X 45° BOTH ENDS", eq(CHAMFER, 1), loose=True),
    case("ALL UNDIMENSIONED CHAMFERS 0.5 MM.", eq(CHAMFER, 0.5)),
    case("EDGES CHAMFERED C0.5 MIN", ge(CHAMFER, 0.5), also=(yes("chamfer_count"),)),
    case("FILLET RADII R3 MIN UNLESS NOTED", ge(FILLET, 3)),
    case("Radius of all fillets: >= 2 mm", ge(FILLET, 2)),
    case("DRILL 4 HOLES 1/4\" DIA ON 3.00\" BOLT CIRCLE", eq("hole_count", 4),
         eq("hole_diameter", 0.25 * INCH), eq(CIRCLE, 3 * INCH)),
    case("Hole spacing 40 ±0.1 mm centre to centre.", within(SPACING, 39.9, 40.1)),
    case("Two dowel holes Ø6 H7, 80 mm apart.", eq("hole_count", 2),
         within("hole_diameter", 6, 6.012), eq(SPACING, 80)),
    case("BLIND HOLES Ø4 X 10 DEEP, 3 OFF", eq("hole_count", 3), eq("hole_diameter", 4),
         eq("hole_depth", 10), also=(ge("blind_hole_count", 3), eq("blind_hole_count", 3))),
    case("DO NOT SCALE DRAWING. THIRD ANGLE PROJECTION."),
    case("PART TO BE SYMMETRICAL ABOUT CENTRELINE.", yes("symmetry|symmetry_x|symmetry_y")),
    case("Ø40 f7 x 60 long", within("outer_diameter", 39.95, 39.975), eq("length", 60)),
    case("WALL THK 2.0 ±0.2 TYP.", within(WALL, 1.8, 2.2)),
    case("PLATE 10 THK, 200 X 120, FOUR Ø11 HOLES ON 160 X 80 CENTRES", eq(PLATE, 10),
         eq("length", 200), eq("width", 120), eq("hole_count", 4), eq("hole_diameter", 11),
         loose=True),
    case("REMOVE BURRS AND BREAK EDGES 0.3 MAX", loose=True),
    case("4x 6.6", also=(eq("hole_count", 4), eq("hole_diameter", 6.6)), loose=True),
)  # fmt: skip

QUOTATIONS = (
    case("We would like to receive your quotation for 250 pcs of the attached bracket."),
    case("The bracket shall have six M5 clearance holes and two slots 6 x 20 mm.",
         eq("hole_count", 6), loose=True, thread=5.5),
    case("Two 6 mm and three 8 mm holes.", eq("hole_count", 2), eq("hole_count", 3),
         also=(eq("hole_diameter", 6), eq("hole_diameter", 8))),
    case("Neither length nor width exceeds 100 mm.", le("length", 100), le("width", 100)),
    case("Neither the height nor the width may be more than 80 mm.", le(HEIGHT, 80),
         le(WIDTH, 80)),
    case("The part is made of aluminium and weighs at most 450 g.", material(), le("mass", 450)),
    case("Body in POM, lid in PC.", material(), also=(material(),)),
    case("Material: 1.4301 stainless steel or equivalent.", material()),
    case("If used outdoors, the wall shall be at least 3 mm.", ge(WALL, 3)),
    case("When printed in PETG the minimum wall is 1.6 mm.", ge(WALL, 1.6)),
    case("In case of sand casting, draft must be at least 3°.", ge(DRAFT, 3)),
    case("Blind holes only: none of the holes may go through.", none("through_hole_count"),
         also=(ge("blind_hole_count", 1),), loose=True),
    case("At least two of the four corners carry mounting holes of 4.5 mm.", loose=True,
         also=(eq("hole_diameter", 4.5), ge("hole_count", 2), eq("hole_count", 4))),
    case("Three through holes and two blind holes.", eq(THROUGH, 3), eq(BLIND, 2)),
    case("Overall dimensions not to exceed 12\" x 8\" x 2-1/2\".", le("length", 12 * INCH),
         le("width", 8 * INCH), le("height", 2.5 * INCH)),
    case("Weight: 1 lb 8 oz maximum.", le("mass", 1.5 * POUND)),
    case("Please advise lead time and tooling cost for 10k units per year."),
    case("Undercuts are acceptable only where unavoidable.", loose=True),
    case("No undercuts; draft 1.5° minimum on all faces in draw direction.", none(UNDERCUT),
         ge(DRAFT, 1.5)),
    case("Part must be a single solid body, closed and manifold.", eq(BODIES, 1),
         yes("watertight")),
    case("Supplied as 3 separate bodies in one STEP file.", eq(BODIES, 3), loose=True),
    case("Pocket depth shall not exceed 4 times the cutter diameter.", le("tool_reach_ratio", 4)),
)  # fmt: skip

DATASHEETS = (
    case("Dimensions (L x W x H): 160 x 80 x 55 mm\nWeight: 420 g", eq("length", 160),
         eq("width", 80), eq("height", 55), eq("mass", 420)),
    case("Outside diameter | 52 mm\nInside diameter | 25 mm\nThickness | 15 mm",
         eq("outer_diameter", 52), eq(PLATE, 15), loose=True),
    case("Parameter\tMin\tMax\tUnit\nLength\t99.5\t100.5\tmm\nMass\t\t250\tg",
         within("length", 99.5, 100.5), le("mass", 250)),
    case("| Feature | Value |\n|---|---|\n| Bolt circle | 98 mm |\n| Holes | 5 |\n"
         "| Hole diameter | 12.5 mm |", eq(CIRCLE, 98), eq("hole_count", 5),
         eq("hole_diameter", 12.5)),
    case("Mounting: 4 x M4 x 8 deep", eq("hole_count", 4), also=(eq("hole_depth", 8),),
         thread=4.5),
    case("Pos  Qty  Description\n1  4  Through hole Ø7", loose=True,
         also=(eq("hole_count", 4), eq("hole_diameter", 7), ge("through_hole_count", 4),
               ge("through_hole_count", 1), ge("hole_count", 1), eq("hole_count", 1),
               eq("through_hole_count", 4))),
    case("Height | ≤ 90 mm | must\nRib count | 6 | should", le(HEIGHT, 90),
         also=(look(priority="should"),), loose=True),
    case("Volume approx. 0.75 l", loose=True, also=(within("volume", 675_000, 825_000),)),
    case("Bounding box: 120 mm x 90 mm x 45 mm max.", le("length", 120), le("width", 90),
         le("height", 45)),
    case("Center of gravity height: max 60 mm", le("center_of_mass_z", 60)),
    case("Dim.  Nominal  Tol.\nLength  85  ±0.2\nWidth  40  ±0.1", within("length", 84.8, 85.2),
         within("width", 39.9, 40.1)),
    case("Flange Ø150, thickness 20, 8 holes Ø18 on PCD 120, raised face Ø90 x 2",
         eq("outer_diameter", 150), eq(PLATE, 20), eq("hole_count", 8), eq("hole_diameter", 18),
         eq(CIRCLE, 120), loose=True),
    case("Average wall thickness 2.4 mm, nowhere below 1.8 mm.", eq("wall_thickness_mean", 2.4),
         ge(WALL, 1.8)),
)  # fmt: skip

STANDARDS = (
    case("5.2.1 The product shall not overbalance when tilted through an angle of 10°.",
         ge("tip_angle", 10)),
    case("The lamp does not tip over on a slope of 6 degrees.", ge("tip_angle", 6)),
    case("Accessible edges and corners shall be rounded with a radius of not less than 0.5 mm.",
         ge(FILLET, 0.5)),
    case("4.3 Openings shall not permit the passage of a 12.5 mm diameter sphere.", loose=True),
    case("This International Standard specifies requirements for children's seating."),
    case("Wall thickness should preferably lie in the range 1.5 mm to 3.5 mm.",
         within(WALL, 1.5, 3.5, priority="should")),
    case("Annex A (informative)"),
    case("The thickness of ribs shall not exceed 60 % of the adjacent wall.", loose=True),
    case("Gaps that are accessible shall be less than 5 mm or larger than 12 mm.", loose=True,
         also=(le("gap_min", 5), ge("gap_min", 12))),
    case("A minimum clearance of 0.3 mm shall be kept between mating parts.", ge("gap_min", 0.3)),
    case("Holes shall be located no closer than two diameters from the edge.", loose=True),
    case("The mass shall not exceed 23 kg including packaging.", le("mass", 23_000)),
    case("The centre of mass may lie no higher than 35 mm above the base.",
         le("center_of_mass_z", 35)),
)  # fmt: skip

MAKERS = (
    case("Must fit a 220x220x250 bed", le("length", 250), le("width", 220), le("height", 220)),
    case("Needs to print on a Prusa Mini (180 x 180 x 180) in one piece.", le("length", 180),
         le("width", 180), le("height", 180), eq(BODIES, 1), also=(yes("watertight"),)),
    case("Overhangs below 45 degrees please, I don't want supports.", none(OVERHANG),
         also=(none(OVERHANG),)),
    case("Keep it under 15 cm tall.", le(HEIGHT, 150)),
    case("About the thickness of a credit card, so 0.8mm or so", within(PLATE, 0.72, 0.88)),
    case("It should not tip over.", ge("tip_angle", 10, priority="should"),
         also=(Constraint("look", priority="should", negated=True),)),
    case("hey! so i need a little hook for my headphones", also=(look(),)),
    case("two screw holes (4mm) 60mm apart so i can mount it to the wall", eq("hole_count", 2),
         eq("hole_diameter", 4), eq(SPACING, 60)),
    case("A vase 25cm tall, walls 2mm, watertight, no supports needed", eq(HEIGHT, 250),
         eq(WALL, 2), yes("watertight"), none(OVERHANG), also=(look(),)),
    case("chunky rounded look, with big friendly feet", look(), also=(look(), look())),
    case("No text or logo anywhere!", look(negated=True), also=(look(negated=True),)),
    case("max 8 hours print time, 0.2mm layers, 15% infill", loose=True),
    case("Chair: seat height 450 mm, overall height 850 mm, four legs.", eq(HEIGHT, 850),
         also=(look(),), loose=True),
    case("Tabletop 1400 x 700, 25 mm thick, oak.", loose=True,
         also=(material(), eq("length", 1400), eq("width", 700), eq(PLATE, 25))),
    case("## Nice to have\n- a chamfer of 1 mm on the top edge", eq(CHAMFER, 1, priority="could")),
    case("Left and right must mirror each other.", yes("symmetry|symmetry_x")),
    case("M3 heat-set inserts: 4 holes of 4.0 mm, 6 mm deep", eq("hole_count", 4),
         eq("hole_diameter", 4), eq("hole_depth", 6), loose=True),
)  # fmt: skip

CHINESE = (
    case("六个直径 9 mm 的螺栓孔", eq("hole_count", 6), eq("hole_diameter", 9)),
    case("4×Ø6.6通孔，均布于Ø80分布圆上。", eq("hole_count", 4), eq("hole_diameter", 6.6),
         eq(CIRCLE, 80), also=(through(4), eq("through_hole_count", 4))),
    case("未注倒角C0.5。", eq(CHAMFER, 0.5)),
    case("全部倒角不小于0.5mm", ge(CHAMFER, 0.5)),
    case("未注圆角R2，锐边倒钝。", eq(FILLET, 2), loose=True),
    case("孔距40±0.1mm", within(SPACING, 39.9, 40.1)),
    case("螺纹孔M8深20，共3处", eq("hole_count", 3), eq("hole_depth", 20), thread=6.8),
    case("若用于室外，壁厚不小于3mm。", ge(WALL, 3)),
    case("如果采用注塑，拔模斜度应不小于1.5°。", ge(DRAFT, 1.5)),
    case("高度不得超过300mm。", le(HEIGHT, 300)),
    case("长、宽均不超过100mm", le("length", 100), le("width", 100)),
    case("外形尺寸：120×80×35mm，重量≤0.5kg", eq("length", 120), eq("width", 80),
         eq("height", 35), le("mass", 500)),
    case("材料：Q235钢板，厚度3mm。", material(), eq(PLATE, 3)),
    case("技术要求：\n1. 去除毛刺。\n2. 壁厚2.5mm。", eq(WALL, 2.5), loose=True),
    case("两个沉头孔，一个盲孔。", eq("countersink_count|hole_count", 2), eq(BLIND, 1)),
    case("盲孔深度不小于12毫米", ge("hole_depth", 12)),
    case("倾斜10度时不得倾倒。", ge("tip_angle", 10)),
    case("重心高度不超过50mm", le("center_of_mass_z", 50)),
    case("整体为一个封闭实体，左右对称。", eq(BODIES, 1), yes("watertight"),
         yes("symmetry|symmetry_x")),
    case("能放入200×200×200mm的打印平台", le("length", 200), le("width", 200), le("height", 200)),
    case("悬垂角不超过45度，不需要支撑。", none(OVERHANG), also=(none(OVERHANG),)),
    case("平均壁厚宜为2mm", eq("wall_thickness_mean", 2, priority="should")),
    case("本标准规定了折叠椅的安全要求。"),
    case("项目\t最小值\t最大值\t单位\n长度\t49.8\t50.2\tmm\n孔径\t5.9\t6.1\tmm",
         within("length", 49.8, 50.2), within("hole_diameter", 5.9, 6.1)),
    case("表面应光滑，无明显缺陷。", loose=True, also=(look(), look(negated=True))),
    case("建议圆角半径在1～3mm之间", within(FILLET, 1, 3, priority="should")),
    case("请报价并注明交货期。"),
    case("法兰外径150mm，8个螺栓孔，孔径18mm，中心圆直径125mm", eq("outer_diameter", 150),
         eq("hole_count", 8), eq("hole_diameter", 18), eq(CIRCLE, 125), loose=True),
    case("桌面高度750mm，可承重50kg。", loose=True, also=(eq(HEIGHT, 750),)),
    case("最多允许两个零件，不得有倒扣。", le(BODIES, 2), none(UNDERCUT)),
)  # fmt: skip

# Written when the rules for all above stood: 85 % recalled at 85 % precision at first sight.
LATER = (
    case(
        "Three M8 clearance holes on a 70 mm pitch circle, 120° apart.",
        eq("hole_count", 3),
        eq(CIRCLE, 70),
        loose=True,
        thread=9,
    ),
    case("Slot 8 wide x 30 long, 5 deep.", loose=True),
    case(
        "Bore Ø12 +0.018/0, 20 mm deep minimum.",
        eq("hole_count", 1),
        within("hole_diameter", 12, 12.018),
        ge("hole_depth", 20),
    ),
    case(
        "All holes to be drilled through unless stated.",
        also=(ge("through_hole_count", 1), ge("hole_count", 1)),
        loose=True,
    ),
    case("Outside corners R5, inside corners R2 minimum.", eq(FILLET, 5), ge(FILLET, 2)),
    case("Lightest possible, but never above 1.2 kg.", le("mass", 1200), loose=True),
    case(
        "The housing consists of a base and a lid (2 parts).",
        eq(BODIES, 2),
        also=(look(),),
        loose=True,
    ),
    case(
        "Footprint max. 80 x 80 mm, overall height 120 mm max.",
        le("length", 120),
        le("width", 80),
        le("height", 80),
    ),
    case("Walls between 2 and 3 mm; ribs 60 % of wall.", within(WALL, 2, 3), loose=True),
    case("Minimum draft angle on textured faces: 3 degrees.", ge(DRAFT, 3)),
    case("Edge chamfer 0.8 ±0.2 mm all round.", within(CHAMFER, 0.6, 1.0)),
    case("The part must print without support.", none(OVERHANG)),
    case(
        "There shall be at least 4 fixing points for M5 screws.",
        ge("hole_count", 4),
        loose=True,
        thread=5.5,
    ),
    case("Weight target: 85 g ±5 g", within("mass", 80, 90, priority="should")),
    case(
        "Holes A and B: Ø10, spacing 55.",
        eq("hole_diameter", 10),
        eq(SPACING, 55),
        also=(eq("hole_count", 2),),
        loose=True,
    ),
    case("The stand must remain stable when tilted 15° in any direction.", ge("tip_angle", 15)),
    case("Deliver STEP and 2D drawing by Friday."),
    case("Scope: This specification covers the mounting bracket P/N 4711-02."),
    case("Should the wall be thinner than 1 mm, the supplier shall inform us.", loose=True),
    case("Total part count must not exceed 5.", le(BODIES, 5)),
    case(
        "Thread: M10x1.5, depth 25 mm",
        ge("hole_count", 1),
        eq("hole_depth", 25),
        also=(),
        thread=8.5,
    ),
    case("Four corner radii of 6 mm.", eq(FILLET, 6), also=(eq("fillet_count", 4),)),
    case(
        "Ø20 through bore in the centre",
        eq("hole_count", 1),
        also=(eq("hole_diameter", 20), ge("through_hole_count", 1), eq("through_hole_count", 1)),
    ),
    case(
        "2 off Ø3.2 holes, 40 crs.",
        eq("hole_count", 2),
        eq("hole_diameter", 3.2),
        eq(SPACING, 40),
        loose=True,
    ),
    case("Volume less than 0.2 litres.", le("volume", 200000)),
    case("Round off all corners (r >= 1.5mm).", ge(FILLET, 1.5)),
    case("No part dimension may exceed 250 mm.", le("length", 250)),
    case("Surface area approx. 300 cm2", within("surface_area", 27000, 33000)),
    case("Part shall have 8 flat faces.", eq("planar_face_count", 8)),
    case("孔深15±0.5mm", within("hole_depth", 14.5, 15.5)),
    case(
        "底板厚8mm，4个沉孔Ø11深6.5。",
        eq(PLATE, 8),
        loose=True,
        also=(
            eq("counterbore_count", 4),
            eq("hole_count", 4),
            eq("hole_diameter", 11),
            eq("hole_depth", 6.5),
        ),
    ),
    case("3个M5螺纹孔，均布在直径40mm的圆周上", eq("hole_count", 3), eq(CIRCLE, 40), thread=4.2),
    case("总重应控制在1.5kg以内", le("mass", 1500)),
    case("所有内角半径不得小于1mm", ge(FILLET, 1)),
    case("除注明外，壁厚均为2mm", eq(WALL, 2)),
    case("最大外形尺寸不超过300×200×100", le("length", 300), le("width", 200), le("height", 100)),
    case("零件应关于YZ平面对称", yes("symmetry_x")),
    case("两孔中心距60±0.05", within(SPACING, 59.95, 60.05), also=(eq("hole_count", 2),)),
    case("产品放置在10°斜面上不应翻倒", ge("tip_angle", 10)),
    case("建议采用PA12材料，重量尽量轻", Constraint("material", priority="should"), loose=True),
)

# Written after these in turn: 69 % recalled at 69 % precision at first sight.
LAST = (
    case(
        "Shaft hole Ø15 F7, length of fit 25 mm.",
        eq("hole_count", 1),
        within("hole_diameter", 15.016, 15.034),
        loose=True,
    ),
    case(
        "(4) holes dia. 7.0 thru, c/s 90° to dia. 14",
        eq("hole_count", 4),
        eq("hole_diameter", 7),
        loose=True,
    ),
    case(
        "Tapped holes M4: 8 pcs., min. thread depth 8 mm",
        eq("hole_count", 8),
        ge("hole_depth", 8),
        thread=3.3,
    ),
    case(
        "Overall envelope 300 mm max. x 200 mm max. x 150 mm max.",
        le("length", 300),
        le("width", 200),
        le("height", 150),
    ),
    case("The component shall weigh between 1.1 and 1.3 kilograms.", within("mass", 1100, 1300)),
    case("We make garden tools and sell them across Europe."),
    case(
        "Sharp edges to be chamfered 0.5 x 45° or radiused R0.5.",
        loose=True,
        also=(eq(CHAMFER, 0.5), eq(FILLET, 0.5)),
    ),
    case("The cabinet shall not exceed a height of 1 800 mm.", le(HEIGHT, 1800)),
    case("Nominal wall 2.5 mm, tolerance ±0.2 mm", within(WALL, 2.3, 2.7)),
    case("Holes must have at least 6 mm of depth.", ge("hole_depth", 6)),
    case("Distance between mounting holes: 96 mm (c-c)", eq(SPACING, 96)),
    case("Fillet every internal corner with a minimum 4 mm radius.", ge(FILLET, 4)),
    case(
        "It would be great if it weighed under 2 oz.",
        le("mass", 56.69904625, priority="could"),
        also=(le("mass", 56.69904625, priority="should"),),
    ),
    case("No more than two components, please.", le(BODIES, 2)),
    case("Faces parallel to the pull direction need 1 degree of draft or more.", ge(DRAFT, 1)),
    case("Must be leakproof and printable.", yes("watertight")),
    case(
        "The tray measures 320 by 240 by 45 mm.",
        eq("length", 320),
        eq("width", 240),
        eq("height", 45),
    ),
    case("Bolt pattern: 5 x 114.3", eq("hole_count", 5), eq(CIRCLE, 114.3), loose=True),
    case("Max. permissible mass incl. screws: 0,8 kg", le("mass", 800)),
    case("Mirror-symmetric design preferred.", yes("symmetry", priority="should")),
    case("The seat shall be 45 cm above the floor.", loose=True),
    case("Clearance holes for M3 screws, qty 6", eq("hole_count", 6), thread=3.4),
    case("Gap between lid and body: 0.2-0.4 mm", within("gap_min", 0.2, 0.4)),
    case("Overhangs steeper than 45° are not allowed.", none(OVERHANG)),
    case("Thickness of the base plate not under 5 mm", ge(PLATE, 5)),
    case("The part must rest stably on its base and not topple.", ge("tip_angle", 10)),
    case("Use PETG, PLA is not acceptable.", material(), material(negated=True)),
    case(
        "| Item | Spec |\n| Diameter | 80 mm |\n| Height | 25 mm |\n| Weight | < 300 g |",
        eq("outer_diameter", 80),
        eq(HEIGHT, 25),
        le("mass", 300),
    ),
    case("孔数：6，孔径：Ø5.2", eq("hole_count", 6), eq("hole_diameter", 5.2)),
    case("各安装孔深度均为10mm", eq("hole_depth", 10)),
    case("总长200mm，允许偏差±0.5mm", within("length", 199.5, 200.5)),
    case("零件不得有尖角，圆角不小于R1", look(negated=True), ge(FILLET, 1)),
    case("建议整体高度控制在120mm以下", le(HEIGHT, 120, priority="should")),
    case(
        "四角各有一个Ø4.5的安装孔",
        loose=True,
        also=(eq("hole_count", 4), eq("hole_diameter", 4.5), eq("hole_count", 1)),
    ),
    case("倒角0.5×45°，共4处", eq(CHAMFER, 0.5), also=(eq("chamfer_count", 4),)),
    case("螺栓分布圆直径为110mm", eq(CIRCLE, 110)),
    case("感谢您的配合，期待合作。"),
    case("零件质量不得大于2公斤", le("mass", 2000)),
    case("壁厚应均匀，推荐2~3mm", within(WALL, 2, 3, priority="should"), loose=True),
    case("不允许有倒扣和悬空结构", none(UNDERCUT), none(OVERHANG)),
)

# Written last of all: 91 % recalled at 94 % precision at first sight.
FINAL = (
    case(
        "The mounting plate shall be provided with eight Ø6.5 through holes.",
        eq("hole_count", 8),
        eq("hole_diameter", 6.5),
    ),
    case(
        "Bolt circle diameter: 84 mm; number of holes: 6; hole size: 8.4 mm",
        eq(CIRCLE, 84),
        eq("hole_count", 6),
        eq("hole_diameter", 8.4),
    ),
    case(
        "The enclosure may be up to 180 mm long and should be no wider than 90 mm.",
        le("length", 180),
        le("width", 90, priority="should"),
    ),
    case(
        "Unless the customer agrees otherwise, walls are to be no less than 1.2 mm.", ge(WALL, 1.2)
    ),
    case("All exposed edges to have a 1 mm radius.", eq(FILLET, 1)),
    case("A 2 x 45° chamfer is required on the shaft end.", eq(CHAMFER, 2)),
    case("Maximum mass: 3.5 oz", le("mass", 99.2233)),
    case("Part volume must stay below 120 cm³", le("volume", 120_000)),
    case(
        "Six equally spaced holes of 9 mm diameter on a pitch circle of 100 mm.",
        eq("hole_count", 6),
        eq("hole_diameter", 9),
        eq(CIRCLE, 100),
    ),
    case("No holes are permitted in the base.", none("hole_count")),
    case("The spacing between adjacent holes shall be 25 ±0.2 mm.", within(SPACING, 24.8, 25.2)),
    case("Blind holes shall have a depth of at least 8 mm.", ge("hole_depth", 8)),
    case("The design should look friendly and modern.", look(priority="should")),
    case(
        "Printed parts must fit within 256 x 256 x 256 mm.",
        le("length", 256),
        le("width", 256),
        le("height", 256),
    ),
    case("The lid and the body must be separate parts.", loose=True, also=(eq(BODIES, 2), look())),
    case("Ribs shall be included for stiffness.", look()),
    case("The product must not tip when placed on a 10 degree incline.", ge("tip_angle", 10)),
    case("Dear team, please find below the requirements for the new hinge."),
    case(
        "Wall thickness\t2.0\tmm\nMass\t≤ 90\tg\nHoles\t4",
        eq(WALL, 2),
        le("mass", 90),
        eq("hole_count", 4),
    ),
    case("Outer diameter 60 h7", within("outer_diameter", 59.97, 60)),
    case("Minimum clearance between gears is 0.25 mm", ge("gap_min", 0.25)),
    case("Use either ABS or ASA.", material()),
    case(
        "The mesh should have fewer than 200,000 triangles.",
        le("triangle_count", 199_999, priority="should"),
    ),
    case("Draft: 2° min on cores, 1° min on cavities", ge(DRAFT, 2), ge(DRAFT, 1)),
    case(
        "If injection moulded, all walls shall be at least 1.5 mm and have 1° of draft.",
        ge(WALL, 1.5),
        eq(DRAFT, 1),
    ),
    case(
        "The centre of gravity shall be no more than 25 mm above the base plane.",
        le("center_of_mass_z", 25),
    ),
    case(
        "Two counterbored holes for M6 cap screws.",
        eq("hole_count|counterbore_count", 2),
        thread=6.6,
    ),
    case("Preferred width: 60 mm", eq(WIDTH, 60, priority="should")),
    case("零件上应有4个直径为8mm的通孔", eq("hole_count", 4), eq("hole_diameter", 8)),
    case("孔间距应为50mm", eq(SPACING, 50)),
    case("最小壁厚1.5mm，最大外形尺寸120mm", ge(WALL, 1.5), le("length", 120)),
    case("未注倒角0.5×45°，未注圆角R1", eq(CHAMFER, 0.5), eq(FILLET, 1)),
    case("质量：不大于350g", le("mass", 350)),
    case("产品不得有锐边和毛刺", look(negated=True), also=(look(negated=True),)),
    case("宽度50~60mm，高度至少20mm", within(WIDTH, 50, 60), ge(HEIGHT, 20)),
    case("若采用3D打印，壁厚应不小于1.2mm", ge(WALL, 1.2)),
    case("外圆直径Ø60h7", within("outer_diameter", 59.97, 60)),
    case("六个M4螺纹孔，深度不小于8mm", eq("hole_count", 6), ge("hole_depth", 8), thread=3.3),
    case("整机重量宜控制在2kg以内", le("mass", 2000, priority="should")),
    case("以上尺寸单位均为毫米。"),
)

SECOND = (
    *CALL_OUTS,
    *QUOTATIONS,
    *DATASHEETS,
    *STANDARDS,
    *MAKERS,
    *CHINESE,
    *LATER,
    *LAST,
    *FINAL,
)
