"""Sentences of briefs with what an experienced engineer reads in them: a held-out test set.

Written without sight of the parser's rules, in the style of drawing notes, standards,
moulding guides, print and furniture briefs, product requirements and shop e-mails. All of them
are invented. Do not tune the parser to single sentences: a rule may come from a class of
mistakes, never from the words of one case.

What was decided where the design leaves it open:

- Bounds are canonical: mm, mm2, mm3, g, deg, counts, and shares as 0.05 for 5 %.
- A plain statement ('Length 120 mm') is a must and '=='; lower and upper are the nominal.
- 'Should', 'preferably', 'recommended', 'desirable', 宜, 建议, 最好 are should; 'may', 'could',
  'optional', 'nice to have', 'bonus', 可, 可选 are could; 应, 须, 必须, 不得 are must.
- 'May not' and 'no dimension may exceed' forbid: they are must, not could.
- Counts are whole: 'more than three' is >= 4, 'fewer than five' is <= 4. Lengths and masses
  do not tell '<' from '<='.
- Comparators swallow their negation: 'not less than 2 mm' is >= 2 and not negated.
- 'No undercuts', 'no holes' forbid: negated, upper 0.
- Length, width and height are the sorted extents. A size 'A x B x C' is sorted. A single height
  may also be extent_z, a width extent_x: 'height|extent_z' accepts either. Three sizes named by
  words must be true of the part described: a table 1200 long, 600 wide and 720 high has no
  sorted width of 600.
- '4X Ø6.6' expects the count and the diameter; a band on the count that holds the diameter will
  do. A thread expects the count only; the hole it stands for is `thread_hole_mm`.
- A fit is its ISO 286 limits: Ø20 H7 is 20 to 20.021.
- Plate and sheet thickness may be the thinnest wall or the smallest extent.
- Materials asked for are one 'material' constraint, also when several are allowed. A material
  in a condition ('if printed in ABS') is none.
- Roughness, hardness, flatness, load, temperature, chamfers, pitch circles, distances between
  features and sizes of single features (a slot, a seat) are settled by no measurement that the
  design lists: they must not become a bound on another quantity. `loose` lets the parser keep
  them as requirements without a quantity, or with one the design does not list.
- Titles, greetings, introductions, terms of delivery, orders ('50 pcs'), drawing conventions
  and 'a lid is not required' are no requirements.
"""

from dataclasses import dataclass

INCH = 25.4
POUND = 453.59237


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing a sentence demands, in canonical units."""

    kind: str
    """'measured', 'material', 'look' (visual or style) or 'unmeasured' (any, without quantity)."""
    quantity: str | None = None
    """Name of the quantity; 'a|b' accepts either."""
    comparator: str | None = None
    """'>=', '<=', '==', 'in'; None for yes/no, materials and looks."""
    lower: float | None = None
    upper: float | None = None
    priority: str = "must"
    negated: bool = False
    parent: str | None = None
    """Quantity of the requirement this one hangs on."""


@dataclass(frozen=True, slots=True)
class Case:
    """A piece of a brief and everything it demands."""

    text: str
    expected: tuple[Constraint, ...]
    also: tuple[Constraint, ...] = ()
    """Second readings that are neither right nor wrong."""
    loose: bool = False
    """It also says something that no measurement settles."""
    thread_hole_mm: float | None = None
    """Diameter of a hole that passes for the thread named."""


def case(text, *expected, also=(), loose=False, thread=None):
    return Case(text, expected, also, loose, thread)


def eq(quantity, value, **more):
    return Constraint("measured", quantity, "==", value, value, **more)


def ge(quantity, lower, **more):
    return Constraint("measured", quantity, ">=", lower, None, **more)


def le(quantity, upper, **more):
    return Constraint("measured", quantity, "<=", None, upper, **more)


def within(quantity, lower, upper, **more):
    return Constraint("measured", quantity, "in", lower, upper, **more)


def none(quantity, **more):
    return Constraint("measured", quantity, "<=", None, 0.0, negated=True, **more)


def yes(quantity, **more):
    return Constraint("measured", quantity, **more)


def material(**more):
    return Constraint("material", **more)


def look(**more):
    return Constraint("look", **more)


def thing(**more):
    return Constraint("unmeasured", **more)


def size(*values, **more):
    return tuple(eq(name, value, **more) for name, value in _sorted_extents(values))


def size_max(*values, **more):
    return tuple(le(name, value, **more) for name, value in _sorted_extents(values))


def _sorted_extents(values):
    names = ("length", "width", "height")[: len(values)]
    return zip(names, sorted(values, reverse=True), strict=True)


WALL = "wall_thickness_min"
PLATE = "wall_thickness_min|height"
FILLET = "fillet_radius_min"
DRAFT = "draft_angle_min"
OVERHANG = "overhang_area_fraction"
UNDERCUT = "undercut_area_fraction"
HEIGHT = "height|extent_z"
WIDTH = "width|extent_x"

DRAWING_NOTES = (
    case(
        "UNLESS OTHERWISE SPECIFIED, ALL DIMENSIONS ARE IN MILLIMETRES.\nMIN WALL 2.", ge(WALL, 2)
    ),
    case("GENERAL TOLERANCES ISO 2768-mK.", loose=True),
    case("4X Ø6.6 THRU", eq("hole_count", 4), eq("hole_diameter", 6.6)),
    case("2X Ø8.5 +0.1/-0 THRU ALL", eq("hole_count", 2), within("hole_diameter", 8.5, 8.6)),
    case("ALL INTERNAL RADII R3 MIN", ge(FILLET, 3)),
    case("BREAK ALL SHARP EDGES 0.2 - 0.5 MM", also=(within(FILLET, 0.2, 0.5),), loose=True),
    case("REMOVE ALL BURRS.", loose=True),
    case("Overall length 125 ±0.3", within("length", 124.7, 125.3)),
    case("One bore Ø20 H7.", eq("hole_count", 1), within("hole_diameter", 20, 20.021)),
    case("Reamed holes Ø8 H7, 2 off", within("hole_diameter", 8, 8.015), eq("hole_count", 2)),
    case("Plate thickness 6 +0.1/-0.2 mm.", within(PLATE, 5.8, 6.1)),
    case("6X M5x0.8 - 6H THRU", eq("hole_count", 6), thread=4.2),
    case(
        "8 holes Ø5.5 equally spaced on PCD 90",
        eq("hole_count", 8),
        eq("hole_diameter", 5.5),
        loose=True,
    ),
    case("FINISH: SURFACE ROUGHNESS Ra 3.2 µm MAX.", loose=True),
    case("FLATNESS 0.05 MM OVER ENTIRE SURFACE.", loose=True),
    case("MATERIAL: EN AW-6082-T6 ALUMINIUM.", material()),
    case("FILLETS R2 UNLESS NOTED", eq(FILLET, 2)),
    case("INTERPRET DIMENSIONS AND TOLERANCES PER ASME Y14.5-2018.", loose=True),
    case("DO NOT SCALE DRAWING."),
    case("THIRD ANGLE PROJECTION."),
    case("TAP 1/4-20 UNC-2B, 4 PLACES", eq("hole_count", 4), thread=5.105),
    case(
        "3X Ø.250 ±.005 IN",
        eq("hole_count", 3),
        within("hole_diameter", 0.245 * INCH, 0.255 * INCH),
    ),
    case("Overall length 4.750 ±.010 in", within("length", 4.74 * INCH, 4.76 * INCH)),
    case("Min. wall 1,2 mm", ge(WALL, 1.2)),
    case("DRAFT 1.5° MIN ALL VERTICAL SURFACES", ge(DRAFT, 1.5)),
    case("Ø12 +0.018/0 through bore", within("hole_diameter", 12, 12.018)),
    case("Width 40 0/-0.1 mm", within(WIDTH, 39.9, 40)),
    case("Height 32 +/- 0.05 mm", within(HEIGHT, 31.95, 32.05)),
    case("Unspecified radii: R0.5 max.", le(FILLET, 0.5)),
    case("2 × M8 tapped, 16 deep", eq("hole_count", 2), loose=True, thread=6.8),
    case("Chamfer 1 × 45° on both ends", loose=True),
    case("Outside diameter Ø80 h9", loose=True),
    case("HARDNESS 58-62 HRC AFTER HEAT TREATMENT", loose=True),
    case("PART SYMMETRICAL ABOUT THE YZ PLANE", yes("symmetry_x|symmetry")),
    case("Drawing no. 4711-B, sheet 1 of 3\n\nWall 3 mm min.", ge(WALL, 3)),
    case('Stock: 1/8" steel sheet', eq(PLATE, INCH / 8), material()),
)

STANDARD_CLAUSES = (
    case("3.2.1 The bracket shall have a mass not greater than 1.25 kg.", le("mass", 1250)),
    case(
        "3.2.2 The overall envelope of the unit shall not exceed 200 mm x 150 mm x 75 mm.",
        *size_max(200, 150, 75),
    ),
    case("The housing shall be provided with six (6) mounting holes.", eq("hole_count", 6)),
    case("Each mounting hole shall have a diameter of 5.5 mm minimum.", ge("hole_diameter", 5.5)),
    case("The minimum wall thickness of the casting shall be 4 mm.", ge(WALL, 4)),
    case("Wall thickness shall not be less than 0.080 inch.", ge(WALL, 0.08 * INCH)),
    case(
        "External corners should be rounded to a radius of at least 1.5 mm.",
        ge(FILLET, 1.5, priority="should"),
    ),
    case(
        "The enclosure shall not have any openings on the top surface.",
        thing(negated=True),
        also=(none("hole_count"),),
    ),
    case("The contractor shall deliver all drawings in PDF format."),
    case("The design may include up to two lifting eyes.", thing(priority="could")),
    case("The cover should weigh less than 0.5 lb.", le("mass", 0.5 * POUND, priority="should")),
    case("The assembly shall consist of no more than three parts.", le("part_count", 3)),
    case("The structure shall be made as one piece.", eq("part_count", 1)),
    case("The solid model shall be watertight.", yes("watertight")),
    case("Hole diameters shall be between 4.0 mm and 4.2 mm.", within("hole_diameter", 4.0, 4.2)),
    case("The beam shall be 1 ft 6 in long.", eq("length", 18 * INCH)),
    case("The height of the unit shall lie in the range 40 mm to 45 mm.", within(HEIGHT, 40, 45)),
    case("All exposed edges shall be free of burrs.", thing(negated=True)),
    case(
        "It is desirable that the total mass be below 900 grams.",
        le("mass", 900, priority="should"),
    ),
    case("Symmetry about the XZ plane is required.", yes("symmetry_y|symmetry")),
    case("The surface area shall be at least 250 cm².", ge("surface_area", 25000)),
    case("Material volume shall be below 85 cm3.", le("volume", 85000)),
    case(
        "The width shall be no less than 2-1/2 inches and no more than 3 inches.",
        within(WIDTH, 63.5, 76.2),
    ),
    case("Handles are not required."),
    case("This specification establishes the requirements for the mounting plate."),
    case("The unit shall survive a static load of 50 N without cracking.", loose=True),
    case("The part shall operate from -20 °C to 60 °C.", loose=True),
    case(
        "At least two (2) but not more than four (4) attachment holes shall be provided.",
        within("hole_count", 2, 4),
    ),
    case("The lug shall not be thinner than 5 mm at any point.", ge(WALL, 5)),
    case(
        "Fasteners: the base shall accept four M6 screws through clearance holes.",
        eq("hole_count", 4),
        thread=6.6,
    ),
    case("The handle is required to be visible from the front.", look()),
    case("The supplier may use castings or weldments.", loose=True),
    case("The cover shall not contain any through holes.", none("hole_count")),
    case("The bracket shall have more than three holes.", ge("hole_count", 4)),
    case("There shall be fewer than five separate parts.", le("part_count", 4)),
    case("Length: minimum 80 mm, maximum 95 mm.", within("length", 80, 95)),
    case("The height must exceed 3/4 in.", ge(HEIGHT, 0.75 * INCH)),
    case("No dimension may exceed 150 mm.", le("length", 150), also=size_max(150, 150, 150)),
    case("The overall length may not be greater than 18 cm.", le("length", 180)),
    case(
        "The X extent shall be 50 mm, the Y extent 30 mm and the Z extent 12 mm.",
        eq("extent_x", 50),
        eq("extent_y", 30),
        eq("extent_z", 12),
    ),
    case("Along Z the part shall measure no more than 60 mm.", le("extent_z", 60)),
    case("Draft angles in the range of 1 to 3 degrees shall be applied.", within(DRAFT, 1, 3)),
    case("The mass properties report is for information only."),
    case(
        "1 Scope\nThis standard covers welded brackets.\n\nBrackets shall weigh 2 kg or less.",
        le("mass", 2000),
    ),
    case(
        "The bracket shall weigh no more than 400 g and shall have at least two mounting holes.",
        le("mass", 400),
        ge("hole_count", 2),
    ),
)

MOULDING_GUIDES = (
    case("Nominal wall 2.5 mm, never below 1.8 mm.", ge(WALL, 1.8), also=(eq(WALL, 2.5),)),
    case("Uniform wall thickness of 2 to 3 mm.", within(WALL, 2, 3)),
    case("Rib thickness should not exceed 60 % of the nominal wall.", loose=True),
    case("Provide a draft angle of no less than 1° on every side wall.", ge(DRAFT, 1)),
    case("Draft: 0.5–2°.", within(DRAFT, 0.5, 2)),
    case("No undercuts.", none(UNDERCUT)),
    case("Undercuts must be avoided.", none(UNDERCUT)),
    case("The part must be free from undercuts.", none(UNDERCUT)),
    case("Undercuts should be avoided where practical.", none(UNDERCUT, priority="should")),
    case("Minimum inside radius 0.5 mm.", ge(FILLET, 0.5)),
    case("Texture VDI 24 on the visible faces.", loose=True),
    case("Ejector marks shall not be visible from the front.", thing(negated=True)),
    case("Bosses should be connected to the side wall by ribs.", thing(priority="should")),
    case("Part weight 18 g ± 1 g.", within("mass", 17, 19)),
    case("Target mass 1.2 kg ±5 %.", within("mass", 1140, 1260)),
    case("One single moulding, no assembly.", eq("part_count", 1), loose=True),
    case("Gate vestige 0.3 mm max.", loose=True),
    case("If moulded in glass-filled PA6, walls shall be at least 2 mm thick.", ge(WALL, 2)),
    case("Solid volume less than 30 cc.", le("volume", 30000)),
    case("Walls thicker than 4 mm are not allowed.", le(WALL, 4)),
    case("Sharp internal corners are not allowed.", look(negated=True)),
    case("The wall thickness must not vary by more than 25 %.", loose=True),
    case("Recommended draft is 2° or more.", ge(DRAFT, 2, priority="should")),
    case(
        "Wall 2 mm minimum, 3.5 mm maximum; draft at least 1°.",
        within(WALL, 2, 3.5),
        ge(DRAFT, 1),
    ),
    case("Fillet radii from 0.5 mm up to 1.5 mm.", within(FILLET, 0.5, 1.5)),
    case("Less than 2 % of the surface may be undercut.", le(UNDERCUT, 0.02)),
    case("Ribs are to be added under the lid.", look()),
    case("Shrinkage 1.5 % has been taken into account."),
    case("The lid may have a living hinge.", look(priority="could")),
    case("Acceptable materials: steel, aluminium or PA12.", material()),
    case("The part must be moulded in POM.", material()),
    case("PVC must not be used.", material(negated=True)),
    case("Material should preferably be PC/ABS.", material(priority="should")),
)

PRINT_BRIEFS = (
    case("Must fit a 220 x 220 x 250 mm build volume.", *size_max(220, 220, 250)),
    case("Model must be manifold and watertight.", yes("watertight"), also=(yes("watertight"),)),
    case("No overhangs over 45 degrees.", none(OVERHANG)),
    case("Overhangs on less than 10 % of the surface, please.", le(OVERHANG, 0.1)),
    case("Walls 1.2 mm or thicker.", ge(WALL, 1.2)),
    case("Clearance between moving parts: 0.3 mm or more.", ge("gap_min", 0.3)),
    case("Gap between the hinge halves 0.25–0.4 mm.", within("gap_min", 0.25, 0.4)),
    case(
        "The mesh should have at most 200,000 triangles.",
        le("triangle_count", 200000, priority="should"),
    ),
    case("Should print without supports.", also=(none(OVERHANG, priority="should"),), loose=True),
    case("Total print weight max. 80g", le("mass", 80)),
    case("Raised text, letters 5mm tall and 0.6 mm proud", loose=True),
    case("Screw holes 3.2 mm.", eq("hole_diameter", 3.2)),
    case("2 holes for M3 screws, 20 mm apart", eq("hole_count", 2), loose=True, thread=3.4),
    case('I need the plate 3/4" thick.', eq(PLATE, 19.05)),
    case("Would be nice if it weighed under 50 grams.", le("mass", 50, priority="could")),
    case("Must print in one piece.", eq("part_count", 1)),
    case("Bonus: a small logo on the lid.", look(priority="could")),
    case("Print in PETG or ASA.", material()),
    case("The clip has to snap onto a 22 mm tube.", loose=True),
    case("Not taller than 12 cm.", le(HEIGHT, 120)),
    case("Stays under 15 cm in every direction.", le("length", 150), also=size_max(150, 150, 150)),
    case("If printed in ABS, the wall has to be 2 mm at least.", ge(WALL, 2)),
    case("When resin is used, keep walls above 0.8 mm.", ge(WALL, 0.8)),
    case("All walls between 2 and 4 mm.", within(WALL, 2, 4)),
    case("2 mm ≤ wall thickness ≤ 4 mm", within(WALL, 2, 4)),
    case("wall >= 3 mm", ge(WALL, 3)),
    case("length < 200mm", le("length", 200)),
    case("mass ≤ 0,75 kg", le("mass", 750)),
    case("Three parts max, 0.2 mm gaps or larger", le("part_count", 3), ge("gap_min", 0.2)),
    case("No loose parts.", loose=True, also=(eq("part_count", 1), none("part_count"))),
    case("It may be printed at 0.2 mm layer height with 20 % infill.", loose=True),
    case("One thing: it can't be heavier than 2 oz.", le("mass", 2 * POUND / 16)),
    case("Closed, watertight mesh without holes in the surface", yes("watertight"), loose=True),
    case(
        "The vase is 180 mm tall and 90 mm wide.",
        eq("length|extent_z", 180),
        eq("width|extent_x", 90),
    ),
    case("Optionally, round all edges with 1 mm fillets.", eq(FILLET, 1, priority="could")),
)

FURNITURE_BRIEFS = (
    case(
        "Bench: 900 mm long, 400 mm wide, 350 mm high.",
        eq("length|extent_x", 900),
        eq("width|extent_y", 400),
        eq(HEIGHT, 350),
    ),
    case(
        "Table: 1200 mm long, 600 mm wide, 720 mm high.",
        eq("length|extent_x", 1200),
        eq("height|extent_y", 600),
        eq("width|extent_z", 720),
    ),
    case(
        "Side table W 600 x D 400 x H 750 mm",
        eq("width|extent_x", 600),
        eq("height|extent_y", 400),
        eq("length|extent_z", 750),
    ),
    case("Seat height 450 ±10 mm.", loose=True),
    case("Four legs, tapered, in solid oak.", thing(), material(), loose=True),
    case("Overall height not to exceed 29 1/2 in.", le(HEIGHT, 29.5 * INCH)),
    case("Weight must stay below 12 kg so that one person can carry it.", le("mass", 12000)),
    case("Edges rounded with a 3 mm radius.", eq(FILLET, 3)),
    case("Scandinavian look, warm and uncluttered.", look(), loose=True),
    case("It should feel light and elegant.", look(priority="should"), loose=True),
    case("No visible screws.", look(negated=True)),
    case("Three drawers, no handles.", thing(), thing(negated=True)),
    case("Load capacity 40 kg.", loose=True),
    case("Stool, max. weight 3.5 kg, overall height 450 mm", le("mass", 3500), eq(HEIGHT, 450)),
    case("The chair must have armrests.", look()),
    case("A drawer would be nice.", look(priority="could")),
    case("The design should not look bulky.", look(priority="should", negated=True)),
    case("Playful, organic forms are preferred.", look(priority="should"), loose=True),
    case("Shelf made from 18 mm birch plywood.", eq(PLATE, 18), material()),
    case("Cushion colour: dusty pink", look(), loose=True),
    case("Two cable holes, Ø60 mm.", eq("hole_count", 2), eq("hole_diameter", 60)),
    case(
        "The lamp should be between 14 and 16 inches tall.",
        within(HEIGHT, 14 * INCH, 16 * INCH, priority="should"),
    ),
    case("The stool must not wobble.", loose=True),
    case("Left and right halves must be mirror images.", yes("symmetry_x|symmetry")),
)

SHOP_MAILS = (
    case("Hi Tom, please quote 50 pcs of the attached bracket."),
    case("Thanks and best regards, Anna"),
    case(
        "The plate is 150x90x8, alu, with 6 holes Ø9 and two slots 30x10.",
        *size(150, 90, 8),
        eq("hole_count", 6),
        eq("hole_diameter", 9),
        also=(material(),),
        loose=True,
    ),
    case("We can live with anything between 1.5 and 2 mm wall.", within(WALL, 1.5, 2)),
    case("Bore needs to be 25 mm +0.05/0.", within("hole_diameter", 25, 25.05)),
    case("pls keep it lighter than 300g", le("mass", 300)),
    case("Lead time 3 weeks, budget 500 EUR."),
    case("Holes: 4 off, 7 mm", eq("hole_count", 4), eq("hole_diameter", 7)),
    case("Delivery by 15 March 2025."),
    case("Could you add a chamfer of 1 mm on the outer edge?", loose=True),
    case(
        "Square flange plate, 80×80 mm, Ø30 hole in the middle.",
        *size(80, 80),
        eq("hole_diameter", 30),
        also=(eq("hole_count", 1), ge("hole_count", 1)),
        loose=True,
    ),
    case('Max size 12" x 8" x 2-1/2".', *size_max(12 * INCH, 8 * INCH, 2.5 * INCH)),
    case("Tolerance on the 40 mm width is ±0.1.", within(WIDTH, 39.9, 40.1)),
    case("M8 clearance holes (x4)", eq("hole_count", 4), thread=9.0),
    case("Tapped holes M4, 3 of them, 10 deep", eq("hole_count", 3), loose=True, thread=3.3),
    case("weight: <= 2.2 lb", le("mass", 2.2 * POUND)),
    case("Length: 1,250 mm", eq("length", 1250)),
    case("Length 2,5 cm", eq("length", 25)),
    case("A dozen vent holes on the side.", eq("hole_count", 12)),
    case(
        "A pair of M5 holes at each end.",
        eq("hole_count", 2),
        also=(eq("hole_count", 4),),
        loose=True,
        thread=5.5,
    ),
    case(
        "Four holes, each Ø6.6.", eq("hole_count", 4), eq("hole_diameter", 6.6, parent="hole_count")
    ),
    case(
        "There are eight holes; each one is 3.4 mm in diameter.",
        eq("hole_count", 8),
        eq("hole_diameter", 3.4, parent="hole_count"),
    ),
    case(
        "Twelve holes, dia. 4.5 mm each",
        eq("hole_count", 12),
        eq("hole_diameter", 4.5, parent="hole_count"),
    ),
    case(
        "Five holes. They must be at least 6 mm in diameter.",
        eq("hole_count", 5),
        ge("hole_diameter", 6, parent="hole_count"),
    ),
    case(
        "Six holes Ø11, two of them countersunk",
        eq("hole_count", 6),
        eq("hole_diameter", 11),
        loose=True,
    ),
    case("exactly five holes", eq("hole_count", 5)),
    case("no fewer than 3 holes", ge("hole_count", 3)),
    case("a maximum of 2 parts", le("part_count", 2)),
    case("up to 6 mounting holes", le("hole_count", 6)),
    case("mass 250 g or less", le("mass", 250)),
    case("walls upwards of 2 mm", ge(WALL, 2)),
    case("length in excess of 10 cm", ge("length", 100)),
    case("Nothing thinner than 1 mm.", ge(WALL, 1)),
    case("We want 3 to 5 holes.", within("hole_count", 3, 5)),
    case("height at the most 45 mm", le(HEIGHT, 45)),
    case("The plate cannot be wider than 65 mm.", le(WIDTH, 65)),
    case("length 80 -0.2 mm", within("length", 79.8, 80)),
    case(
        "Size: 100 x 60 x 40 mm ±0.5",
        within("length", 99.5, 100.5),
        within("width", 59.5, 60.5),
        within("height", 39.5, 40.5),
    ),
    case("Overall 4 in × 3 in × 1/2 in", *size(4 * INCH, 3 * INCH, INCH / 2)),
    case(
        "Ø10 hole and Ø6 hole",
        eq("hole_diameter", 10),
        eq("hole_diameter", 6),
        also=(eq("hole_count", 2), eq("hole_count", 1), eq("hole_count", 1)),
    ),
    case('Holes no smaller than 1/4".', ge("hole_diameter", 0.25 * INCH)),
    case("The part number is BR-200-15."),
    case(
        "Use 6061, it has to weigh less than 1 lb 8 oz.",
        le("mass", 1.5 * POUND),
        also=(material(),),
    ),
    case(
        "We had trouble with the last batch, so wall thickness ≥ 2.2 mm this time.", ge(WALL, 2.2)
    ),
    case("Call me at 555-0134 if anything is unclear."),
)

PRODUCT_REQUIREMENTS = (
    case(
        "# Phone stand\n\n- Mass below 150 g\n- Should be at most 100 mm tall\n"
        "- Nice to have: a cable cut-out",
        le("mass", 150),
        le(HEIGHT, 100, priority="should"),
        look(priority="could"),
    ),
    case(
        "Must have\n- two mounting holes\n- walls of 2 mm or more\n\nNice to have\n"
        "- a carrying handle",
        eq("hole_count", 2),
        ge(WALL, 2),
        look(priority="could"),
    ),
    case(
        "Should:\n* weigh under 500 g\n* be no longer than 20 cm\n",
        le("mass", 500, priority="should"),
        le("length", 200, priority="should"),
    ),
    case(
        "| Property | Value |\n|---|---|\n| Length | 120 mm |\n| Width | 80 mm |\n"
        "| Mass | < 400 g |",
        eq("length", 120),
        eq(WIDTH, 80),
        le("mass", 400),
    ),
    case(
        "Length\t120 ±0.5 mm\nWall thickness\tmin 2 mm\nHoles\t4",
        within("length", 119.5, 120.5),
        ge(WALL, 2),
        eq("hole_count", 4),
    ),
    case(
        "Length: 120 mm; width: 80 mm; height: 25 mm",
        eq("length", 120),
        eq("width", 80),
        eq(HEIGHT, 25),
    ),
    case(
        "1. Two parts at most\n2. No undercuts\n3. Modern look",
        le("part_count", 2),
        none(UNDERCUT),
        look(),
    ),
    case("Optional: carrying handle.", look(priority="could")),
    case("The housing must have ventilation slots on both sides.", look()),
    case("L-shaped bracket with a stiffening gusset.", look(), loose=True),
    case("The logo must be visible from the front.", look()),
    case("The device should look premium and minimalist.", look(priority="should"), loose=True),
    case("No sharp edges!", look(negated=True)),
    case("The knob is knurled.", look()),
    case("There must not be a handle.", look(negated=True)),
    case("It shall not have visible seams.", look(negated=True)),
    case("Do not add feet.", look(negated=True)),
    case("The design must not be purely round.", look(negated=True)),
    case("Two USB-C cut-outs at the rear.", thing(), loose=True),
    case("Six stiffening ribs on the underside.", thing()),
    case(
        "R1: mass < 1 kg (must)\nR2: symmetric about the YZ plane (should)",
        le("mass", 1000),
        yes("symmetry_x|symmetry", priority="should"),
    ),
    case("[SHOULD] Height under 8 cm", le(HEIGHT, 80, priority="should")),
    case(
        "Introduction\n\nThe hub connects four sensors to a gateway.\n\nRequirements\n\n"
        "- The hub shall weigh no more than 220 g.",
        le("mass", 220),
    ),
    case("A housing for a small pump.\n\nWall at least 3 mm.", ge(WALL, 3), loose=True),
    case("Brief v1.2, 2024-05-01\n\nLength max 90 mm", le("length", 90)),
    case("The box is 8 cm by 5 cm by 3 cm.", *size(80, 50, 30)),
    case("Dimensions (max): 300 × 200 × 100 mm", *size_max(300, 200, 100)),
    case("Footprint 60 mm x 60 mm or smaller", *size_max(60, 60)),
    case("Must have rounded corners with R ≥ 5 mm.", ge(FILLET, 5)),
    case(
        "The mesh must contain at least 1000 but no more than 20 000 triangles.",
        within("triangle_count", 1000, 20000),
    ),
    case(
        "At least four of the holes... actually, make it six holes.",
        loose=True,
        also=(ge("hole_count", 4), eq("hole_count", 6)),
    ),
    case("Mass: as low as possible.", loose=True),
    case("The wheel has at least eight fillets.", ge("fillet_count", 8)),
    case(
        "It must be symmetric, light (under 90 g) and watertight.",
        yes("symmetry|symmetry_x"),
        le("mass", 90),
        yes("watertight"),
    ),
    case("The housing must have mounting holes.", ge("hole_count", 1)),
    case("Ideally the wall is 1.5 mm or more.", ge(WALL, 1.5, priority="should")),
    case("Preferably four mounting holes.", eq("hole_count", 4, priority="should")),
)

CHINESE = (
    case(
        "技术要求\n1. 未注圆角R3。\n2. 未注公差按GB/T 1804-m。\n3. 去除毛刺，锐边倒钝。",
        eq(FILLET, 3),
        loose=True,
    ),
    case("壁厚不得小于2.5毫米。", ge(WALL, 2.5)),
    case("壁厚不小于2mm", ge(WALL, 2)),
    case("壁厚应在2～3mm之间。", within(WALL, 2, 3)),
    case("最小壁厚1.5mm", ge(WALL, 1.5)),
    case("壁厚均匀，取2.5mm。", eq(WALL, 2.5), loose=True),
    case("必须有四个M6安装孔。", eq("hole_count", 4), thread=6.6),
    case("设六个直径9毫米的通孔。", eq("hole_count", 6), eq("hole_diameter", 9)),
    case("两个Φ8.5孔", eq("hole_count", 2), eq("hole_diameter", 8.5)),
    case("4-Φ6.5通孔", eq("hole_count", 4), eq("hole_diameter", 6.5)),
    case("4×Φ5.5孔均布", eq("hole_count", 4), eq("hole_diameter", 5.5), loose=True),
    case("8个孔，每个直径5mm。", eq("hole_count", 8), eq("hole_diameter", 5, parent="hole_count")),
    case("外形尺寸100×60×40mm", *size(100, 60, 40)),
    case("外形尺寸不得超过200×150×80毫米。", *size_max(200, 150, 80)),
    case("总长120±0.2mm", within("length", 119.8, 120.2)),
    case("长度不超过30厘米。", le("length", 300)),
    case("宽60mm，高25mm。", eq(WIDTH, 60), eq(HEIGHT, 25)),
    case("总高≤75mm", le(HEIGHT, 75)),
    case("重量不大于1.2kg。", le("mass", 1200)),
    case("质量应小于350克。", le("mass", 350)),
    case("重量宜在200克以下。", le("mass", 200, priority="should")),
    case("重量控制在180～220g。", within("mass", 180, 220)),
    case("总重不超过2公斤。", le("mass", 2000)),
    case("拔模斜度不小于1.5°。", ge(DRAFT, 1.5)),
    case("拔模角1°～3°", within(DRAFT, 1, 3)),
    case("脱模斜度至少2度。", ge(DRAFT, 2)),
    case("不允许有倒扣。", none(UNDERCUT)),
    case("不得有锐边。", look(negated=True)),
    case("外观简洁、现代。", look(), loose=True),
    case("造型宜圆润。", look(priority="should")),
    case("外壳上可设提手。", look(priority="could")),
    case("底部必须有加强筋。", look()),
    case("表面应光滑，不得有划痕。", look(), look(negated=True)),
    case("建议增设防滑纹。", look(priority="should")),
    case("零件应左右对称。", yes("symmetry_x|symmetry")),
    case("模型必须水密。", yes("watertight")),
    case("一体成型，不得拆分。", eq("part_count", 1), loose=True),
    case("零件数不超过3个。", le("part_count", 3)),
    case("材料：铝合金6061。", material()),
    case("材料采用ABS或PC。", material()),
    case("若采用PA12打印，壁厚不小于1mm。", ge(WALL, 1)),
    case("未注倒角C1。", loose=True),
    case("表面粗糙度Ra3.2。", loose=True),
    case("热处理后硬度HRC45～50。", loose=True),
    case("孔径10 +0.05/0 mm", within("hole_diameter", 10, 10.05)),
    case("孔径12H7", within("hole_diameter", 12, 12.018)),
    case("孔径不小于5mm且不大于6mm。", within("hole_diameter", 5, 6)),
    case("间隙0.2～0.4mm", within("gap_min", 0.2, 0.4)),
    case("运动件之间的间隙至少0.3毫米。", ge("gap_min", 0.3)),
    case("悬垂面积占比低于10%。", le(OVERHANG, 0.1)),
    case("三角面数不超过10万。", le("triangle_count", 100000)),
    case("体积小于50立方厘米。", le("volume", 50000)),
    case("表面积不小于120平方厘米。", ge("surface_area", 12000)),
    case("内圆角半径至少1毫米。", ge(FILLET, 1)),
    case("圆角半径R0.5～R1", within(FILLET, 0.5, 1)),
    case("支架设计任务书\n\n壁厚≥2mm", ge(WALL, 2)),
    case("本文件规定了外壳的设计要求。"),
    case("图号：ZJ-2024-018"),
    case("公称长度50mm，公差±0.1mm。", within("length", 49.9, 50.1)),
    case("不需要手柄。"),
    case("孔数量：十二个", eq("hole_count", 12)),
    case("安装孔不少于3个。", ge("hole_count", 3)),
    case("至多两个孔。", le("hole_count", 2)),
    case("宽度介于40到45毫米。", within(WIDTH, 40, 45)),
    case("高度不低于20mm，不高于30mm。", within(HEIGHT, 20, 30)),
    case("长度\t≤150mm\n重量\t≤500g", le("length", 150), le("mass", 500)),
    case("承重不小于20kg。", loose=True),
    case("重量最好不超过100克。", le("mass", 100, priority="should")),
    case("必备：\n- 三个安装孔\n可选：\n- 提手", eq("hole_count", 3), look(priority="could")),
    case(
        "壁厚不少于2毫米，重量不超过500克，并有4个直径6毫米的孔。",
        ge(WALL, 2),
        le("mass", 500),
        eq("hole_count", 4),
        eq("hole_diameter", 6),
    ),
    case("正面不应看到螺钉。", look(negated=True)),
)

CASES = (
    *DRAWING_NOTES,
    *STANDARD_CLAUSES,
    *MOULDING_GUIDES,
    *PRINT_BRIEFS,
    *FURNITURE_BRIEFS,
    *SHOP_MAILS,
    *PRODUCT_REQUIREMENTS,
    *CHINESE,
)
