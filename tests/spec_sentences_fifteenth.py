"""A fifteenth set: plain briefs as designers paste them, often of several lines or demands.

Written by one who had not seen the rules, in four groups of forty. Recall and precision at first
sight: .947/.947, .906/.906, .909/.947 and .885/.939. The first three groups are a development set;
the rules were mended after each two. The fourth was never looked at but for its totals: keep it so,
it is the measure of the parser.

An outside diameter may be told as two of the extents or as a quantity of its own (`around`, always
a second reading); 'a hole' may be one hole or at least one (`A_HOLE`, a second reading).
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
)

OUNCE = 28.349523125
THICKEST = "wall_thickness_max"
SYM = "symmetry|symmetry_x|symmetry_y|symmetry_z"
SYM_SIDES = "symmetry|symmetry_x|symmetry_y"
ANY_EXTENT = "length|width|height|extent_x|extent_y|extent_z"
TALL = "height|extent_z|length"
WIDE = "width|extent_x|extent_y|length"
LONG = "length|extent_x|extent_y"
DEEP = "extent_y|extent_x|width|height|depth"
HOLES = "hole_count|through_hole_count"
A_HOLE = (eq("hole_count|through_hole_count", 1), ge("hole_count|through_hole_count", 1))


def around(value, make=eq):
    """An outside diameter, read as two extents."""
    return (make(ANY_EXTENT, value), make(ANY_EXTENT, value))


def axes(first, second, height, make=eq):
    """Three sizes named by words: the sorted extent or the one along the axis."""
    order = sorted((first, second, height), reverse=True)
    names = ("length", "width", "height")

    def of(value, axis):
        sorted_names = [n for n, v in zip(names, order, strict=True) if v == value]
        return make("|".join([*sorted_names, axis]), value)

    return (of(first, "extent_x|extent_y"), of(second, "extent_y|extent_x"), of(height, "extent_z"))


FIRST_GROUP = (
    case(
        "Wall bracket\n- 4 mounting holes, 6.5 mm diameter\n- Plate thickness: 5 mm\n"
        "- Max weight 350 g",
        eq("hole_count", 4),
        eq("hole_diameter", 6.5),
        eq(PLATE, 5),
        le("mass", 350),
    ),
    case("The enclosure must have a minimum wall thickness of 2 mm.", ge(WALL, 2)),
    case(
        "Enclosure outer dimensions 120 x 80 x 35 mm, two parts (base and lid).",
        *size(120, 80, 35),
        eq(BODIES, 2),
        loose=True,
    ),
    case(
        "Vase, 220 mm tall, wall 1.6 mm, watertight.",
        eq(TALL, 220),
        eq(WALL, 1.6),
        yes("watertight"),
    ),
    case(
        "The knob must be 32 mm in diameter and 18 mm high, with a 6 mm shaft hole.",
        eq(HEIGHT, 18),
        eq("hole_diameter", 6),
        also=(*around(32), *A_HOLE),
        loose=True,
    ),
    case(
        "Spur gear, module 2, 24 teeth, face width 15 mm, bore Ø10 H7.",
        within("hole_diameter", 10, 10.015),
        also=(*A_HOLE, eq("height|extent_z", 15)),
        loose=True,
    ),
    case(
        "Floating shelf 600 mm wide, 200 mm deep and 40 mm high. Oak.",
        *axes(600, 200, 40),
        material(),
    ),
    case(
        "Phone stand should hold a phone at an angle of 65 degrees.",
        loose=True,
        also=(thing(priority="should"),),
    ),
    case(
        "Phone stand: no supports needed when printing, fits on a 180 x 180 x 180 mm bed.",
        none(OVERHANG),
        *limits(180, 180, 180),
    ),
    case(
        "Hinge leaf 2 mm thick, three countersunk holes for M4 screws.",
        eq(PLATE, 2),
        eq(SUNK_HOLES, 3),
        thread=4.5,
        loose=True,
    ),
    case(
        "Bottle cap:\nMaterial: HDPE\nDraft angle min 1°\nNo undercuts except the thread.",
        material(),
        ge(DRAFT, 1),
        also=(none(UNDERCUT),),
        loose=True,
    ),
    case("All edges shall be rounded with a radius of at least 1 mm.", ge(FILLET, 1)),
    case(
        "Toy car for children under 3. No small parts, no sharp edges, all radii at least 2 mm.",
        ge(FILLET, 2),
        loose=True,
    ),
    case(
        "Manifold block 100x60x40, aluminium 6061-T6, 5 ports tapped G1/4.",
        *size(100, 60, 40),
        material(),
        also=(eq("hole_count", 5),),
        loose=True,
        thread=11.8,
    ),
    case(
        "Bearing housing bore 47 mm +0.025/0, four Ø9 bolt holes on a 75 mm PCD.",
        within("hole_diameter", 47, 47.025),
        eq("hole_count", 4),
        eq("hole_diameter", 9),
        eq(CIRCLE, 75),
        also=A_HOLE,
        loose=True,
    ),
    case(
        "Lampshade must weigh less than 400 g and be no more than 300 mm high.",
        le("mass", 400),
        le(TALL, 300),
    ),
    case(
        "Cable clip: inner diameter 8 mm, wall 1.5 mm min, one screw hole 3.5 mm.",
        ge(WALL, 1.5),
        eq("hole_count", 1),
        eq("hole_diameter", 3.5),
        also=(eq("hole_diameter", 8),),
        loose=True,
    ),
    case("Clearance between lid and box: 0.3 mm.", eq("gap_min", 0.3), loose=True),
    case(
        "Drill jig\nThickness 12 mm\n6 holes dia 5.0 +0.012/0\nHardened steel",
        eq(PLATE, 12),
        eq("hole_count", 6),
        within("hole_diameter", 5, 5.012),
        material(),
        loose=True,
    ),
    case("Soap dish approx price target 3 EUR, launch in May."),
    case(
        "The soap dish must have at least 5 drainage holes of 6 mm or larger.",
        ge("hole_count", 5),
        ge("hole_diameter", 6),
    ),
    case(
        "Coat hook, single piece, max. 60 mm wide, must carry 15 kg.",
        eq(BODIES, 1),
        le(WIDTH, 60),
        loose=True,
    ),
    case("The tray shall be symmetric left to right.", yes(SYM_SIDES)),
    case(
        "Motor mount for NEMA 17: 4 x M3 clearance holes, 31 mm spacing, plate 4 mm thick.",
        eq("hole_count", 4),
        eq(SPACING, 31),
        eq(PLATE, 4),
        thread=3.4,
        loose=True,
    ),
    case("Wall thickness between 2.0 and 2.5 mm everywhere.", within(WALL, 2, 2.5)),
    case(
        'Adapter plate, 1/4" thick, 6" x 4", 4 holes 0.266" dia.',
        eq(PLATE, INCH / 4),
        eq("length", 6 * INCH),
        eq("width", 4 * INCH),
        eq("hole_count", 4),
        eq("hole_diameter", 0.266 * INCH),
    ),
    case(
        "Hi team,\nplease check the attached funnel. Wall should be 1.2 mm or more, otherwise it "
        "warps.\nThanks, Julia",
        ge(WALL, 1.2, priority="should"),
        loose=True,
    ),
    case(
        "Planter: drainage hole in the bottom, min Ø12 mm. Height 180 mm.",
        ge("hole_diameter", 12),
        eq(TALL, 180),
        also=A_HOLE,
        loose=True,
    ),
    case("Mug must have a handle and look friendly and rounded.", thing(), look(), loose=True),
    case(
        "Heat sink\nfin gap >= 3 mm\noverall height <= 25 mm\nmass <= 90 g",
        ge("gap_min", 3),
        le(HEIGHT, 25),
        le("mass", 90),
    ),
    case(
        "Spacer L=25 ±0.1 mm, bore 8.4 mm.",
        within("length|height|extent_z", 24.9, 25.1),
        eq("hole_diameter", 8.4),
        also=A_HOLE,
    ),
    case(
        "Table top 1200 x 700 x 25 mm, edges with 3 mm radius.", *size(1200, 700, 25), eq(FILLET, 3)
    ),
    case(
        "支架壁厚不小于3mm，底部开4个直径6.5mm的安装孔。",
        ge(WALL, 3),
        eq("hole_count", 4),
        eq("hole_diameter", 6.5),
    ),
    case("外壳尺寸：150×100×45 mm\n材料：ABS", *size(150, 100, 45), material()),
    case("花瓶高度200mm，不漏水，壁厚2mm。", eq(TALL, 200), yes("watertight"), eq(WALL, 2)),
    case("所有锐边倒圆角，半径不小于0.5mm。", ge(FILLET, 0.5)),
    case("旋钮重量不得超过40克。", le("mass", 40)),
    case("拔模角度最小1.5°，不允许有倒扣。", ge(DRAFT, 1.5), none(UNDERCUT)),
    case("零件最好能在220×220×250 mm的打印机上打印。", *size_max(250, 220, 220, priority="should")),
    case(
        "轴承座内孔Ø32H7，4个M6螺纹孔。",
        within("hole_diameter", 32, 32.025),
        eq("hole_count", 4),
        also=A_HOLE,
        thread=5.0,
    ),
)

SECOND_GROUP = (
    case(
        "Flange, OD 150, 8 holes Ø18 on PCD 110, thickness 16 mm.",
        eq("hole_count", 8),
        eq("hole_diameter", 18),
        eq(CIRCLE, 110),
        eq(PLATE, 16),
        also=around(150),
        loose=True,
    ),
    case(
        "Pen holder: outer size max 90 x 90 x 110 mm. Walls 2 mm.",
        *limits(90, 90, 110),
        eq(WALL, 2),
    ),
    case(
        "The pulley needs a 5 mm bore and a set screw hole M3.",
        eq("hole_diameter", 5),
        also=(*A_HOLE, *A_HOLE, eq("hole_count", 2)),
        loose=True,
        thread=2.5,
    ),
    case("The stool must not tip over at an angle of 10°.", ge(TILT, 10), loose=True),
    case(
        "Stool\nSeat height: 450 mm\nThree legs\nMax weight: 4 kg",
        le("mass", 4000),
        also=(eq(TALL, 450),),
        loose=True,
    ),
    case(
        "Camera mount with one 1/4-20 UNC tapped hole. Aluminum. Weight under 3 oz.",
        eq("hole_count", 1),
        material(),
        le("mass", 3 * OUNCE),
        loose=True,
        thread=5.105,
    ),
    case(
        "Gasket, 1.5 mm thick, 6 bolt holes, NBR.", eq(PLATE, 1.5), eq("hole_count", 6), material()
    ),
    case(
        "Fan grille for a 120 mm fan: 4 mounting holes 4.3 mm, 105 mm apart.",
        eq("hole_count", 4),
        eq("hole_diameter", 4.3),
        eq(SPACING, 105),
        loose=True,
    ),
    case(
        "Battery box cover with 2 clearance holes for M2.5 screws.",
        eq("hole_count", 2),
        loose=True,
        thread=2.9,
    ),
    case("Keycap: 18 x 18 x 9 mm, wall min 1.2 mm.", *size(18, 18, 9), ge(WALL, 1.2)),
    case(
        "Drawer pull – hole centres 96 mm. Overall length not more than 110 mm. Zinc die cast.",
        eq(SPACING, 96),
        le("length", 110),
        material(),
        loose=True,
    ),
    case("No sharp corners; min. internal radius 3 mm.", ge(FILLET, 3), loose=True),
    case(
        "| Item | Requirement |\n| Length | 240 mm ± 1 |\n| Width | 80 mm ± 0.5 |\n"
        "| Thickness | 6 mm |",
        within("length|extent_x", 239, 241),
        within("width|extent_x|extent_y", 79.5, 80.5),
        eq(PLATE, 6),
    ),
    case("Candle holder in ceramic with a scandinavian look.", material(), look(), loose=True),
    case(
        "Cookie cutter: height 15 mm, cutting wall 0.8 mm, PLA, must be food safe.",
        eq(HEIGHT, 15),
        eq(WALL, 0.8),
        material(),
        loose=True,
    ),
    case("Egg cup, one piece, printable without support.", eq(BODIES, 1), none(OVERHANG)),
    case(
        "The drone arm should weigh no more than 18 g. Wall: 1 mm or thicker.",
        le("mass", 18, priority="should"),
        ge(WALL, 1),
    ),
    case(
        "Clamp: 2 clearance holes for M8 bolts. Jaw opening 0-40 mm.",
        eq("hole_count", 2),
        loose=True,
        thread=9,
    ),
    case(
        "The lever must have two holes: one Ø10 H8 and one Ø6 H8.",
        eq("hole_count", 2),
        within("hole_diameter", 10, 10.022),
        within("hole_diameter", 6, 6.018),
        also=(eq("hole_count", 1), eq("hole_count", 1)),
    ),
    case(
        "Nozzle outlet diameter 4 mm, wall at least 0.8 mm, printed in resin.",
        ge(WALL, 0.8),
        material(),
        also=(eq("hole_diameter", 4), *A_HOLE),
        loose=True,
    ),
    case(
        "Sensor housing, IP67. Wall thickness 2.5 mm nominal. One 12.5 mm hole for the connector.",
        eq(WALL, 2.5),
        eq("hole_count", 1),
        eq("hole_diameter", 12.5),
        loose=True,
    ),
    case(
        "Spice rack (wall mounted)\n- width 400 mm max\n- 2 tiers\n"
        "- two 5 mm holes at the back for screws",
        le(WIDE, 400),
        eq("hole_count", 2),
        eq("hole_diameter", 5),
        loose=True,
    ),
    case(
        "Could you make the doorstop 30 mm high and 120 mm long? TPU please.",
        eq(HEIGHT, 30),
        eq("length", 120),
        material(),
        loose=True,
    ),
    case(
        "Chess king: height 95 mm, base Ø38, at least 60 g.",
        eq(TALL, 95),
        ge("mass", 60),
        also=around(38),
        loose=True,
    ),
    case(
        "Impeller with 7 blades, blade thickness not below 1.5 mm, outer diameter 110 mm.",
        also=(ge(WALL, 1.5), *around(110)),
        loose=True,
    ),
    case("Impeller bore 12 mm +0.018 / -0", within("hole_diameter", 12, 12.018), also=A_HOLE),
    case(
        "Fixture plate, 300 x 200 x 20 mm, 24 tapped holes M8 on a 50 mm grid.",
        *size(300, 200, 20),
        eq("hole_count", 24),
        also=(eq(SPACING, 50),),
        loose=True,
        thread=6.8,
    ),
    case(
        "Part must be a closed (watertight) solid, no more than 200,000 triangles.",
        yes("watertight"),
        le("triangle_count", 200000),
    ),
    case(
        "Ribs max 60 % of the wall. General wall 3 mm. Draft 1 degree minimum on all ribs.",
        eq(WALL, 3),
        ge(DRAFT, 1),
        loose=True,
    ),
    case("Delivery: 2 weeks after order, 25 pieces, packed individually."),
    case(
        "V-block, hardened steel, 60 mm long, 90° vee, chamfer all edges 1 mm.",
        material(),
        eq("length", 60),
        eq(CHAMFER, 1),
        loose=True,
    ),
    case(
        "Bird feeder must have a roof and a perch; 4 drain holes min. 4 mm in the floor.",
        thing(),
        eq("hole_count", 4),
        ge("hole_diameter", 4),
        loose=True,
    ),
    case("手机支架，长80mm，宽70mm，高100mm，左右对称。", *axes(80, 70, 100), yes(SYM_SIDES)),
    case(
        "法兰盘：6个Ø11通孔，均布在Ø95圆周上。",
        eq("hole_count", 6),
        eq("hole_diameter", 11),
        eq(CIRCLE, 95),
    ),
    case("材料：铝合金6061，表面阳极氧化。", material(), loose=True),
    case(
        "散热片翅片间距不小于2.5mm，总重不超过120g。",
        ge("gap_min", 2.5),
        le("mass", 120),
        also=(ge("gap_min|fin_spacing", 2.5),),
    ),
    case("齿轮箱壳体由两个零件组成，壁厚3±0.2mm。", eq(BODIES, 2), within(WALL, 2.8, 3.2)),
    case("把手造型要简洁现代，不要有尖锐边角。", look(), loose=True),
    case("垫片厚度2mm，中心孔直径8.4mm。", eq(PLATE, 2), eq("hole_diameter", 8.4), also=A_HOLE),
    case("未注公差按GB/T 1804-m，未注倒角C0.5。", eq(CHAMFER, 0.5), loose=True),
)

THIRD_GROUP = (
    case(
        "Junction box: internal space 90 x 60 x 40 mm, wall 2.5 mm, 4 cable holes Ø20.5.",
        eq(WALL, 2.5),
        eq("hole_count", 4),
        eq("hole_diameter", 20.5),
        loose=True,
    ),
    case(
        "The valve body shall be machined from stainless steel 316L. Mass not exceeding 2.5 kg.",
        material(),
        le("mass", 2500),
        loose=True,
    ),
    case(
        "Coupling\nBore 1: 14 H7\nBore 2: 16 H7\nLength 50 mm",
        within("hole_diameter", 14, 14.018),
        within("hole_diameter", 16, 16.018),
        eq("length|extent_x|extent_z", 50),
        also=(*A_HOLE, *A_HOLE, eq("hole_count", 2)),
    ),
    case(
        "Toothbrush holder with 4 round openings Ø20 mm, max height 110 mm.",
        eq("hole_count", 4),
        eq("hole_diameter", 20),
        le(TALL, 110),
    ),
    case(
        "Shaft Ø20 h6, overall length 185 mm, chamfers 1x45° at both ends.",
        eq("length", 185),
        eq(CHAMFER, 1),
        also=around(20),
        loose=True,
    ),
    case("Fillet radius 2 mm minimum where the arm meets the base.", ge(FILLET, 2), loose=True),
    case(
        "Bike bottle cage: two mounting holes 64 mm apart, Ø5.5. Weight < 45 g.",
        eq("hole_count", 2),
        eq(SPACING, 64),
        eq("hole_diameter", 5.5),
        le("mass", 45),
    ),
    case(
        "The lid should have a gap of 0.2 to 0.4 mm to the base.",
        within("gap_min", 0.2, 0.4, priority="should"),
        loose=True,
    ),
    case(
        "Chair, seat 45 cm above the floor, overall height 82 cm, weight max 6 kg, beech.",
        eq(TALL, 820),
        le("mass", 6000),
        material(),
        loose=True,
    ),
    case(
        "DIN rail clip, PA66 GF30, wall 1.5 mm min, no undercuts.",
        material(),
        ge(WALL, 1.5),
        none(UNDERCUT),
    ),
    case(
        "Pipe elbow 90°, inner diameter 25 mm, wall thickness 3 mm, two flanges with 4 holes each.",
        eq(WALL, 3),
        eq("hole_count", 8),
        also=(eq("hole_diameter", 25), eq("hole_count", 4)),
        loose=True,
    ),
    case(
        "Spool: outer Ø 200 mm, hub bore Ø 55 mm, width 65 mm.",
        eq("hole_diameter", 55),
        eq("width|height|extent_x|extent_y|extent_z", 65),
        also=(*around(200), *A_HOLE),
        loose=True,
    ),
    case("Handle must be comfortable to grip. Grip diameter 30-35 mm.", thing(), loose=True),
    case(
        "Please keep it under 150 mm in every direction and make the walls 2mm thick at least.",
        le("length|extent_x", 150),
        ge(WALL, 2),
        also=(le("width|extent_y", 150), le("height|extent_z", 150)),
    ),
    case(
        "DWG NO. BR-2207 REV C\nMATL: 304 SST\nTHK 3.0\n2X Ø5.5 THRU\nREMOVE BURRS",
        material(),
        eq(PLATE, 3),
        eq("hole_count", 2),
        eq("hole_diameter", 5.5),
        loose=True,
    ),
    case(
        "The bushing has an inside diameter of 12 mm, an outside diameter of 18 mm and a length "
        "of 20 mm.",
        eq("hole_diameter", 12),
        eq("length|height|extent_z", 20),
        also=(*around(18), *A_HOLE),
        loose=True,
    ),
    case("Dice 16 mm cube, corners rounded R1.5.", *size(16, 16, 16), eq(FILLET, 1.5)),
    case("Wooden puzzle made of 12 separate parts.", eq(BODIES, 12), material(), loose=True),
    case(
        "Instrument panel 482.6 x 88.1 mm, 3 mm aluminium, 4 slots for rack mounting.",
        eq("length", 482.6),
        eq("width", 88.1),
        eq(PLATE, 3),
        material(),
        also=(eq("hole_count", 4),),
        loose=True,
    ),
    case(
        "Wall thickness: 2.0 mm nominal, not less than 1.6 mm anywhere, not more than 3 mm.",
        ge(WALL, 1.6),
        le(THICKEST, 3),
        also=(eq(WALL, 2),),
    ),
    case(
        "Lantern frame. Symmetrical about both vertical planes. Height 320 mm.",
        eq(TALL, 320),
        yes("symmetry_x|symmetry"),
        also=(yes("symmetry_y|symmetry"),),
        loose=True,
    ),
    case(
        "Bracelet, inner diameter 62 mm, width 12 mm, min. thickness 1.8 mm, sterling silver.",
        eq("width|height|extent_x|extent_y|extent_z", 12),
        ge(WALL, 1.8),
        material(),
        also=(eq("hole_diameter", 62), *A_HOLE, ge(PLATE, 1.8)),
        loose=True,
    ),
    case(
        "We need a quick quote for the cover plate by Friday. Same as last time but 2 holes "
        "instead of 4.",
        eq("hole_count", 2),
        loose=True,
    ),
    case(
        "Shoe rack\nW 700 mm\nD 280 mm\nH 500 mm\nTotal weight below 8 kg",
        *axes(700, 280, 500),
        le("mass", 8000),
    ),
    case(
        "Connector housing to be moulded: draft min 0.5° per side, wall 1.0-1.2 mm, "
        "no wall thicker than 1.5 mm.",
        ge(DRAFT, 0.5),
        within(WALL, 1.0, 1.2),
        le(THICKEST, 1.5),
        loose=True,
    ),
    case(
        "Splint: rounded, breathable, lightweight, max 80 grams.",
        le("mass", 80),
        look(),
        loose=True,
    ),
    case(
        "Screw holes: 4 off, counterbored Ø10 x 5 deep, through Ø5.5.",
        eq("hole_count|counterbore_count", 4),
        eq(BORE, 10),
        eq("hole_diameter", 5.5),
        also=(eq(BORED_HOLES, 4), eq("hole_count|through_hole_count", 4)),
        loose=True,
    ),
    case("Earring pendant may not weigh more than 5 g each.", le("mass", 5), loose=True),
    case(
        "Pallet foot, HDPE, 100 mm cube, no holes.",
        material(),
        *size(100, 100, 100),
        none("hole_count"),
    ),
    case(
        "Monitor arm plate: VESA 100 (4 holes, 100 mm x 100 mm), holes 5 mm dia, 1/8 in. steel.",
        eq("hole_count", 4),
        eq("hole_diameter", 5),
        eq(PLATE, INCH / 8),
        material(),
        also=(eq(SPACING, 100), eq(SPACING, 100)),
        loose=True,
    ),
    case("Overhangs over 50° shall be avoided. Layer height 0.2 mm.", none(OVERHANG), loose=True),
    case(
        "Would be nice if the lamp base had a cable hole of 7 mm.",
        eq("hole_diameter", 7, priority="could"),
        also=(eq("hole_count", 1, priority="could"), ge("hole_count", 1, priority="could")),
        loose=True,
    ),
    case("衣架总长420mm，厚度不小于6mm，承重5公斤。", eq("length", 420), ge(PLATE, 6), loose=True),
    case(
        "轮子：外径60mm，宽20mm，中心孔8mm，材料TPU。",
        eq("hole_diameter", 8),
        eq("width|height|extent_x|extent_y|extent_z", 20),
        material(),
        also=(*around(60), *A_HOLE),
        loose=True,
    ),
    case("盒盖与盒体之间的间隙为0.2~0.3mm。", within("gap_min", 0.2, 0.3), loose=True),
    case(
        "安装板厚8mm，2个沉头孔，配M5螺钉。",
        eq(PLATE, 8),
        eq("countersink_count|counterbore_count|hole_count", 2),
        thread=5.5,
        loose=True,
    ),
    case(
        "外形尺寸不得超过300×200×100mm，重量控制在1.5kg以内。",
        *limits(300, 200, 100),
        le("mass", 1500),
    ),
    case("台灯应具有北欧风格，高度350±5mm。", look(), within(TALL, 345, 355), loose=True),
    case("一体成型，无需支撑即可打印。", eq(BODIES, 1), none(OVERHANG)),
    case(
        "连杆两端孔径分别为20mm和12mm，中心距110±0.05mm。",
        eq("hole_diameter", 20),
        eq("hole_diameter", 12),
        within(SPACING, 109.95, 110.05),
        also=(eq("hole_count", 2),),
    ),
)

FOURTH_GROUP = (
    case(
        "Tool holder for pegboard:\n* 2 pegs Ø6, 25.4 mm apart\n* min wall 3 mm\n"
        "* fits 250x210x210 printer",
        ge(WALL, 3),
        *limits(250, 210, 210),
        also=(eq(SPACING, 25.4),),
        loose=True,
    ),
    case(
        "The piston shall have a diameter of 39.95 to 39.98 mm and a height of 45 mm.",
        eq(HEIGHT, 45),
        also=around(0, lambda q, _: within(q, 39.95, 39.98)),
        loose=True,
    ),
    case(
        "Crate 400 x 300 x 220 mm external, PP, max 1.3 kg empty.",
        *size(400, 300, 220),
        material(),
        le("mass", 1300),
        loose=True,
    ),
    case(
        "Cam plate: 10 mm thick, Ø15 bore, keyway 5 mm.",
        eq(PLATE, 10),
        eq("hole_diameter", 15),
        also=A_HOLE,
        loose=True,
    ),
    case(
        "Watering can must have a spout and a handle and be watertight.",
        thing(),
        yes("watertight"),
        loose=True,
        also=(thing(),),
    ),
    case(
        "Vise jaw: two counterbored holes for M6 cap screws, 40 mm centre to centre.",
        eq(BORED_HOLES, 2),
        eq(SPACING, 40),
        thread=6.6,
        loose=True,
    ),
    case("Min. wall 0.8mm / max. wall 4mm", ge(WALL, 0.8), le(THICKEST, 4)),
    case(
        "Glasses frame: total width 138 mm, weight 22 g or less, acetate.",
        eq(WIDE, 138),
        le("mass", 22),
        material(),
    ),
    case("Radii: R0.5 to R1.0 on all outside edges.", within(FILLET, 0.5, 1)),
    case("Measuring spoon, 15 ml, length approx. as sample.", loose=True),
    case(
        "The cable duct must be at least 1 m long, 40 mm wide and no higher than 25 mm.",
        ge("length", 1000),
        eq("width|extent_x|extent_y", 40),
        le(HEIGHT, 25),
    ),
    case(
        "Plant label 100 x 20 x 2 mm, biodegradable, embossed text.", *size(100, 20, 2), loose=True
    ),
    case(
        "Robot gripper finger – mass max. 0.15 kg, one dowel hole Ø4 H7, two M4 threads.",
        le("mass", 150),
        within("hole_diameter", 4, 4.012),
        also=(*A_HOLE, eq("hole_count", 2), eq("hole_count", 3)),
        loose=True,
        thread=3.3,
    ),
    case(
        "Lunchbox\n- Two compartments\n- Separate lid (2 parts total)\n- Wall 1.8 mm\n- PP",
        eq(BODIES, 2),
        eq(WALL, 1.8),
        material(),
        loose=True,
    ),
    case(
        "Wheelchair ramp: slope 1:12 max, width between 900 and 1200 mm.",
        within("width|extent_x|extent_y|length", 900, 1200),
        loose=True,
    ),
    case(
        "Grab rail: outside diameter 32 to 45 mm, clearance to wall at least 45 mm.",
        also=(within(ANY_EXTENT, 32, 45), within(ANY_EXTENT, 32, 45), ge("gap_min", 45)),
        loose=True,
    ),
    case(
        "Washer 2.5 mm thick, ID 10.5, OD 20.",
        eq(PLATE, 2.5),
        eq("hole_diameter", 10.5),
        also=(*around(20), *A_HOLE),
        loose=True,
    ),
    case(
        "The figurine should stand on its own and be no taller than 12 cm.",
        le(TALL, 120, priority="should"),
        also=(le(TALL, 120),),
        loose=True,
    ),
    case(
        "Jewellery box in walnut, 8 in x 5 in x 3 in, with hinged lid.",
        *size(8 * INCH, 5 * INCH, 3 * INCH),
        material(),
        loose=True,
    ),
    case(
        "PCB standoff, 4 nos., 10 mm high, M2.5 thread.",
        eq(HEIGHT, 10),
        also=(eq("hole_count", 4), eq(BODIES, 4), *A_HOLE),
        loose=True,
        thread=2.05,
    ),
    case(
        "RFQ 88213 - pump bracket\nMaterial S235JR\nSheet 4 mm\n3 holes dia. 11\nQty 200",
        material(),
        eq(PLATE, 4),
        eq("hole_count", 3),
        eq("hole_diameter", 11),
        loose=True,
    ),
    case("Holes must be at least 3 mm in diameter for SLS.", ge("hole_diameter", 3), loose=True),
    case(
        "Router base: flat bottom, footprint max 180 x 120 mm.",
        le("length|extent_x|extent_y", 180),
        le("width|extent_y|extent_x", 120),
        loose=True,
    ),
    case(
        "Countersink 90° to Ø8.4, 4 holes Ø4.3.",
        eq(SINK_ANGLE, 90),
        eq(SINK, 8.4),
        eq("hole_count", 4),
        eq("hole_diameter", 4.3),
        also=(eq("countersink_count", 4),),
        loose=True,
    ),
    case(
        "Ashtray / bowl: volume of material below 150 cm³, wall 4 mm or more, glass.",
        le("volume", 150000),
        ge(WALL, 4),
        material(),
    ),
    case(
        "Door handle, brushed stainless, lenght 135 mm, projecton max 60 mm.",
        eq("length", 135),
        material(),
        also=(le("height|width|extent_y|extent_z", 60),),
        loose=True,
    ),
    case(
        "The trivet must be mirror symmetric and weigh between 200 and 300 g.",
        yes(SYM),
        within("mass", 200, 300),
    ),
    case(
        "Backpack buckle: POM, walls not thinner than 1.4 mm, all edges R0.3 min.",
        material(),
        ge(WALL, 1.4),
        ge(FILLET, 0.3),
    ),
    case(
        "Sorry for the late reply! For the tripod foot we'd go with rubber and one blind "
        "M6 threaded hole, 10 mm deep.",
        material(),
        eq(BLIND, 1),
        loose=True,
        thread=5.0,
    ),
    case("Surface finish Ra 1.6, deburr, general tolerances ISO 2768-f.", loose=True),
    case("Rolling pin 2.2 lb max, 45 cm long.", le("mass", 2.2 * POUND), eq("length", 450)),
    case(
        "Laptop riser must not have any visible screws. Height 140 to 160 mm.",
        thing(negated=True),
        within(TALL, 140, 160),
    ),
    case("托盘：长400mm×宽300mm×高50mm，壁厚≥2.5mm。", *axes(400, 300, 50), ge(WALL, 2.5)),
    case("歧管块上共8个孔，孔径均为10mm。", eq("hole_count", 8), eq("hole_diameter", 10)),
    case("玩具表面须光滑，圆角半径≥2mm，不得有毛刺。", ge(FILLET, 2), loose=True),
    case(
        "夹具底板400×250×20，材料45钢，四角各一个M10螺纹孔。",
        *size(400, 250, 20),
        material(),
        eq("hole_count", 4),
        thread=8.5,
    ),
    case(
        "建议壁厚1.5至2毫米。重量不超过80克。",
        within(WALL, 1.5, 2, priority="should"),
        le("mass", 80),
    ),
    case("图号：ZJ-03-112　比例1:2　设计：王工"),
    case("水杯带把手，杯口直径85mm，高95mm。", thing(), eq(TALL, 95), also=around(85), loose=True),
    case(
        "铰链销孔直径4mm +0.05/0，两片铰链间隙0.3mm。",
        within("hole_diameter", 4, 4.05),
        eq("gap_min", 0.3),
        also=(eq(BODIES, 2), *A_HOLE),
        loose=True,
    ),
)

FIFTEENTH = (*FIRST_GROUP, *SECOND_GROUP, *THIRD_GROUP)
