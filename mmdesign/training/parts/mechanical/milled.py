"""More plates, seals, bricks, beams, coolers and sleeves, mostly as a mill would cut them."""

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _at_corners(tool: Body, x: float, y: float) -> Body:
    """Four copies at (+-x, +-y)."""
    return union([tool.at(sx * x, sy * y) for sx in (-1, 1) for sy in (-1, 1)])


def _ribbed_plate(dice: Dice) -> Draft:
    """A cast base plate: raised pads at the corners, and a boss or ribs between them."""
    x, y, z = dice.real(60, 180), dice.real(50, 140), dice.real(2.5, 6)
    pad = min(x, y) * dice.real(0.11, 0.16)
    body = rounded_block(x, y, z, pad) + _at_corners(rod(pad, z * 2.2, "pad"), x / 2 - pad,
                                                     y / 2 - pad)  # fmt: skip
    body -= _at_corners(hole(pad * 0.45, z * 2.2), x / 2 - pad, y / 2 - pad)
    boss = dice.yes(0.5)
    ribs = 0 if boss else dice.whole(0, 3)
    for index in range(ribs):
        body += block(x - 4 * pad, z * 0.8, z * 2, "rib").at(
            y=(index - (ribs - 1) / 2) * y * 0.25)  # fmt: skip
    if boss:
        radius = min(x, y) * dice.real(0.16, 0.24)
        body += rod(radius, z * dice.real(3, 6), "boss")
        body -= hole(radius * dice.real(0.4, 0.7), 9 * z)
    return Draft(body, {"hole": 4 + boss, "slot": 0, "rib": ribs, "pad": 4},
                 {"slot": False, "boss": boss, "central hole": boss},
                 {"outline": "rectangular", "corners": "rounded"})  # fmt: skip


def _cut_plate(dice: Dice) -> Draft:
    """A laser-cut plate: chamfered or notched outline, big window, slots along two edges."""
    x, y, z = dice.real(50, 200), dice.real(50, 120), dice.real(1, 5)
    c = min(x, y) * dice.real(0.1, 0.25)
    a, b = x / 2, y / 2
    outline = [(-a + c, -b), (a - c, -b), (a, -b + c), (a, b - c), (a - c, b), (-a + c, b),
               (-a, b - c), (-a, -b + c)]  # fmt: skip
    slots = dice.pick((0, 2, 4))
    if not slots and dice.yes(0.6):
        outline = [(-a + c, -b), (a - c, -b), (a - c, -b + c), (a, -b + c), (a, b - c),
                   (a - c, b - c), (a - c, b), (-a + c, b), (-a + c, b - c), (-a, b - c),
                   (-a, -b + c), (-a + c, -b + c)]  # fmt: skip
    body = prism(outline, z)
    centre = dice.yes(0.6)
    cutter = slot(x * 0.2, y * 0.05, z)
    for index in range(slots):
        left = (0.0,) if slots == 2 else (-0.2, 0.2)
        body -= cutter.at(x * left[index // 2], (index % 2 - 0.5) * y * 0.76)
    if centre:
        body -= rod(min(x, y) * dice.real(0.15, 0.27), z + 2, "hole").at(z=-1)
    drill = hole(c * 0.22 + 0.5, z)
    body -= _at_corners(drill, a - 1.6 * c, b - 1.6 * c)
    return Draft(body, {"hole": 4 + centre, "slot": slots, "rib": 0, "pad": 0},
                 {"slot": slots > 0, "boss": False, "central hole": centre},
                 {"corners": "sharp"})  # fmt: skip


def _eared_plate(dice: Dice) -> Draft:
    """A round or oval adapter plate with lobes that carry the holes."""
    radius, z = dice.real(20, 60), dice.real(2, 8)
    lobes = dice.whole(2, 6)
    ear = radius * dice.real(0.2, 0.32)
    lobe = hull(rod(ear, z).at(radius * 1.1), block(1, 2.6 * ear, z).at(radius * 0.6))
    body = rod(radius, z) + lobe.around(lobes)
    body -= hole(ear * 0.45, z, radius * 1.1).around(lobes)
    centre, boss = dice.yes(0.7), dice.yes(0.4)
    if boss:
        body += rod(radius * 0.6, z * dice.real(1.5, 3), "boss")
    if centre:
        body -= rod(radius * dice.real(0.25, 0.45), 9 * z, "hole").at(z=-1)
    return Draft(body, {"hole": lobes + centre, "slot": 0, "lobe": lobes},
                 {"slot": False, "boss": boss, "central hole": centre})  # fmt: skip


def _head_gasket(dice: Dice) -> Draft:
    """A cylinder head gasket: large bores in a row, bolt holes along both edges."""
    bores, radius, z = dice.whole(1, 6), dice.real(12, 40), dice.real(0.6, 2)
    pitch, margin = radius * dice.real(2.2, 2.6), radius * dice.real(0.5, 0.8)
    x, y = bores * pitch + margin, 2 * radius + 2 * margin
    body = rounded_block(x, y, z, margin * 0.7)
    places = [(i - (bores - 1) / 2) * pitch for i in range(bores)]
    body -= union([rod(radius, z + 2, "bore").at(p, 0, -1) for p in places])
    edges = [(i - bores / 2) * pitch for i in range(bores + 1)]
    drills = [hole(margin * 0.22, z, p, s * (y / 2 - margin * 0.5)) for p in edges for s in (-1, 1)]
    body -= union(drills)
    return Draft(body, {"bolt hole": 2 * (bores + 1), "bore": bores}, {"ears": False},
                 {"outline": "rectangular", "thickness": "thin"})  # fmt: skip


def _polygon_gasket(dice: Dice) -> Draft:
    """A pump or carburettor seal: the hull of its bolt bosses, cut inside in the same shape."""
    radius, z, count = dice.real(20, 60), dice.real(0.6, 2.5), dice.whole(3, 6)
    ear = radius * dice.real(0.16, 0.24)
    body = hull(*[rod(ear, z).at(radius).turned(z=360.0 * k / count) for k in range(count)])
    ears = dice.yes(0.5)
    inner = radius * np.cos(np.pi / count) * dice.real(0.6, 0.8)
    if ears:
        body = rod(inner * 1.3, z) + hull(
            rod(ear, z).at(radius), rod(inner * 0.7, z)).around(count)  # fmt: skip
    body -= rod(inner, z + 2, "opening").at(z=-1)
    body -= hole(ear * 0.45, z, radius).around(count)
    return Draft(body, {"bolt hole": count}, {"ears": ears}, {"thickness": "thin"})


def _slope_brick(dice: Dice) -> Draft:
    """A toy brick with a roof slope; studs only on the upper row."""
    columns, high, pitch = dice.whole(1, 6), 9.6, 8.0
    run = dice.pick((1, 2, 3))
    x, y = columns * pitch - 0.2, (run + 1) * pitch - 0.2
    outline = [(-y / 2, 0), (y / 2, 0), (y / 2, high), (y / 2 - pitch, high), (-y / 2, 1.6)]
    body = prism(outline, x).at(z=-x / 2).turned(x=90).turned(z=90)
    body -= block(x - 3, pitch - 3, high - 1.5, "cavity").at(y=y / 2 - pitch / 2, z=-0.01)
    studs = [rod(2.4, 1.8, "stud", sides=24).at(
        (i - (columns - 1) / 2) * pitch, y / 2 - pitch / 2,
        high) for i in range(columns)]  # fmt: skip
    return Draft(body + union(studs), {"stud": columns}, {"studs": True, "slope": True},
                 {"height": "tall"})  # fmt: skip


def _holed_brick(dice: Dice) -> Draft:
    """A technic beam: round holes between hollow studs, or a studless round-ended beam."""
    count, pitch = dice.whole(3, 12), 8.0
    studs = dice.yes(0.55)
    length = count * pitch
    if studs:
        body = block(length - 0.2, 7.8, 9.6)
        ring = tube(2.4, 1.5, 1.8, "stud").at(z=9.6)
        body += union([ring.at((i - (count - 1) / 2) * pitch) for i in range(count)])
        places, middle = [(i - (count - 2) / 2) * pitch for i in range(count - 1)], 5.6
    else:
        body = rounded_block(length, 7.8, 7.4, 3.85).turned(x=90).at(y=3.7, z=3.9)
        places, middle = [(i - (count - 1) / 2) * pitch for i in range(count)], 3.9
    drill = rod(2.4, 20, "hole", sides=24).turned(x=90).at(y=10, z=middle)
    body -= union([drill.at(p) for p in places])
    return Draft(body, {"stud": count * studs, "hole": len(places)},
                 {"studs": studs, "slope": False}, {"height": "tall"})  # fmt: skip


def _castellated_beam(dice: Dice) -> Draft:
    """An I beam whose web has round or hexagonal openings."""
    h, openings = dice.real(40, 120), dice.whole(2, 7)
    w, t = h * dice.real(0.4, 0.9), h * dice.real(0.06, 0.1)
    radius = h * dice.real(0.24, 0.34)
    length = openings * radius * dice.real(2.6, 3.6)
    body = union([block(length, w, t), block(length, t * 0.8, h), block(length, w, t).at(z=h - t)])
    cut = rod(radius, h, "opening", sides=dice.pick((6, 40))).at(z=-h / 2).turned(x=90)
    step = length / openings
    body -= union([cut.at((i - (openings - 1) / 2) * step, 0, h / 2) for i in range(openings)])
    return Draft(body, {"opening": openings}, {"hollow": False, "web openings": True},
                 {"profile": "I-shaped"})  # fmt: skip


def _truss_beam(dice: Dice) -> Draft:
    """A lattice girder: two chords and a zigzag between them."""
    bays, h = dice.whole(3, 8), dice.real(30, 90)
    t, step = h * dice.real(0.08, 0.16), h * dice.real(0.8, 1.6)
    length = bays * step
    body = block(length + t, t, t) + block(length + t, t, t).at(z=h - t)
    posts = dice.yes(0.5)
    lean = float(np.degrees(np.arctan2(h - t, step)))
    strut = block(float(np.hypot(step, h - t)), t * 0.8, t * 0.7, "strut").at(z=-t * 0.35)
    for index in range(bays):
        sign = 1 if index % 2 else -1
        body += strut.turned(y=sign * lean).at((index - (bays - 1) / 2) * step, 0, h / 2)
        if posts:
            body += block(t * 0.7, t * 0.8, h, "post").at((index - bays / 2) * step)
    if posts:
        body += block(t * 0.7, t * 0.8, h, "post").at(length / 2)
    return Draft(body, {"strut": bays, "post": (bays + 1) * posts},
                 {"hollow": False, "web openings": True})  # fmt: skip


def _hat_beam(dice: Dice) -> Draft:
    """A thin rolled profile: hat or lipped channel, sometimes punched along its back."""
    w, h, length = dice.real(20, 60), dice.real(15, 50), dice.real(80, 260)
    t, lip = dice.real(1.5, 3.5), dice.real(8, 18)
    inner, outer = w / 2 - t, w / 2
    outline = [(-outer - lip, 0), (-inner, 0), (-inner, h - t), (inner, h - t), (inner, 0),
               (outer + lip, 0), (outer + lip, t), (outer, t), (outer, h), (-outer, h),
               (-outer, t), (-outer - lip, t)]  # fmt: skip
    shift = length / 2
    body = prism(outline, length).turned(x=90).at(y=shift).turned(z=90)
    holes = dice.pick((0, 0, 3, 5, 7))
    drills = [hole(min(w * 0.14, length * 0.3 / holes), 99,
        (i - (holes - 1) / 2) * length / max(holes, 1))
              for i in range(holes)]  # fmt: skip
    if drills:
        body -= union(drills)
    return Draft(body, {"hole": holes}, {"hollow": False, "web openings": holes > 0},
                 {"profile": "omega-shaped"})  # fmt: skip


def _double_t_slot(dice: Dice) -> Draft:
    """A 20 x 40 style extrusion: two or three cells side by side, hollow cores."""
    size, cells, length = dice.pick((20.0, 30.0, 40.0)), dice.pick((2, 2, 3)), dice.real(40, 260)
    wide = size * cells
    body = rounded_block(wide, size, length, size * 0.07)
    mouth = block(size * 0.3, size * 0.24, length + 2, "slot").at(x=size * 0.45, z=-1)
    pocket = prism([(size * 0.2, -size * 0.1), (size * 0.2, size * 0.1), (size * 0.42, size * 0.3),
                    (size * 0.42, -size * 0.3)], length + 2, "slot").at(z=-1)  # fmt: skip
    cut = mouth + pocket
    tools = [cut.at((cells - 1) * size / 2), cut.turned(z=180).at(-(cells - 1) * size / 2)]
    for index in range(cells):
        x = (index - (cells - 1) / 2) * size
        tools += [cut.turned(z=90).at(x), cut.turned(z=270).at(x), hole(size * 0.1, length, x)]
    return Draft((body - union(tools)).turned(y=90), {"slot": 2 * cells + 2}, {"slots": True},
                 {"profile": "rectangular"})  # fmt: skip


def _round_corner_t_slot(dice: Dice) -> Draft:
    """A quarter-round extrusion, or a light one with slots on some sides only; it stands."""
    size, length = dice.real(15, 45), dice.real(30, 200)
    slots = dice.pick((1, 2, 3, 4))
    body = rounded_block(size, size, length, size * dice.real(0.12, 0.3))
    cut = block(size * 0.25, size * 0.22, length + 2, "slot").at(x=size * 0.45, z=-1)
    cut += rod(size * 0.15, length + 2, "slot").at(x=size * 0.3, z=-1)
    for index in range(slots):
        body -= cut.turned(z=90.0 * index - 90)
    body -= hole(size * 0.1, length)
    return Draft(body, {"slot": slots}, {"slots": True}, {"profile": "square"})


def _grooved_heat_sink(dice: Dice) -> Draft:
    """A transistor cooler: a U or a comb seen from the end, fins pointing outwards."""
    fins, pitch, length = dice.whole(2, 6), dice.real(4, 9), dice.real(20, 60)
    spine, reach, t = dice.real(3, 5), dice.real(8, 25), pitch * dice.real(0.25, 0.4)
    high = fins * pitch
    body = block(spine, length, high)
    for index in range(fins):
        z = (index + 0.5) * pitch - t / 2
        body += block(2 * reach + spine, length, t, "fin").at(z=z)
    feet = dice.yes(0.5)
    if feet:
        body += block(2 * reach + 3 * spine, length, t * 1.5)
    return Draft(body, {"fin": 2 * fins}, {"fins": True, "pins": False}, {"profile": "T-shaped"})


def _disc_heat_sink(dice: Dice) -> Draft:
    """Round or square sheets stacked along a core, like the cylinder of an air-cooled engine."""
    fins, pitch = dice.whole(4, 12), dice.real(3, 7)
    core, reach = dice.real(6, 20), dice.real(6, 20)
    t, square = pitch * dice.real(0.2, 0.4), dice.yes(0.4)
    wide = core + reach
    sheet = block(2 * wide, 2 * wide, t, "fin") if square else rod(wide, t, "fin")
    body = rod(core, (fins + 0.6) * pitch)
    body += union([sheet.at(z=(i + 0.5) * pitch) for i in range(fins)])
    bored = dice.yes(0.5)
    if bored:
        body -= rod(core * 0.6, fins * pitch * 2, "hole").at(z=-1)
    return Draft(body, {"fin": fins, "hole": int(bored)}, {"fins": True, "pins": False},
                 {"outline": "square" if square else "round"})  # fmt: skip


def _flanged_spacer(dice: Dice) -> Draft:
    """A printed standoff: a tapering post on a wide foot, webs around it."""
    outer, height = dice.real(4, 12), dice.real(6, 45)
    body = rod(outer, height, top=outer * dice.real(0.7, 1.0))
    flanged, webs = dice.yes(0.65), dice.pick((0, 3, 4))
    if flanged:
        body += rod(outer * dice.real(1.6, 2.4), max(height * 0.1, 1.5), "flange")
        if webs:
            web = prism([(0, 0), (outer * 1.6, 0), (outer * 0.6, height * 0.6), (0, height * 0.6)],
                        outer * 0.3, "web").turned(x=90).at(y=outer * 0.15)  # fmt: skip
            body += web.around(webs)
    body -= rod(outer * 0.45, height + 2, "hole").at(z=-1)
    return Draft(body, {"hole": 1, "web": webs * flanged}, {"flange": flanged, "stud": False},
                 {"section": "round",
                 "length": "long" if height > 4 * outer else "short"})  # fmt: skip


def _stud_spacer(dice: Dice) -> Draft:
    """A circuit board pillar: hexagonal or square with a threaded stud below."""
    outer, height = dice.real(2.5, 6), dice.real(6, 40)
    square = dice.yes(0.3)
    body = block(outer * 1.7, outer * 1.7, height) if square else rod(outer, height, sides=6)
    stud = dice.yes(0.7)
    if stud:
        tail = dice.real(4, 10)
        profile: list[Point2] = [(0.0, -tail)]
        for turn in range(int(tail)):
            profile += [(outer * 0.42, -tail + turn), (outer * 0.55, -tail + turn + 0.5)]
        body += revolved([*profile, (outer * 0.45, 0.1), (0.0, 0.1)], "stud", segments=24)
    body -= rod(outer * 0.5, height * 0.6, "hole").at(z=height * 0.5)
    return Draft(body, {"hole": 1}, {"flange": False, "stud": stud},
                 {"section": "square" if square else "hexagonal",
                  "length": "long" if height > 4 * outer else "short"})  # fmt: skip


def _split_bushing(dice: Dice) -> Draft:
    """A rolled bush with a slit and oil grooves, or a tapered clamping bush."""
    outer, height = dice.real(6, 30), dice.real(8, 50)
    top = outer * dice.pick((1.0, 1.0, 0.8))
    body = rod(outer, height, top=top) - rod(outer * dice.real(0.55, 0.7), height + 2, "bore").at(
        z=-1)  # fmt: skip
    slit = dice.yes(0.65)
    if slit:
        body -= block(outer * 2, outer * 0.14, height + 2, "slit").at(outer, 0, -1)
    flanged = dice.yes(0.4)
    if flanged:
        collar = tube(outer * 1.35, outer * 0.75, height * 0.12, "flange")
        if slit:
            collar -= block(outer * 4, outer * 0.14, height, "slit").at(2 * outer, 0, -1)
        body += collar
    return Draft(body.turned(z=-60), {"hole": 1}, {"flange": flanged, "slit": slit},
                 {"outline": "round"})  # fmt: skip


def _ported_bushing(dice: Dice) -> Draft:
    """A lying bearing bush with plugs of lubricant or oil holes around it."""
    outer, height = dice.real(8, 30), dice.real(15, 60)
    inner = outer * dice.real(0.6, 0.85)
    body = tube(outer, inner, height)
    flanged = dice.yes(0.5)
    if flanged:
        body += tube(outer * 1.3, inner * 1.001, height * 0.1, "flange")
    rows, per_row = dice.whole(1, 3), dice.pick((4, 6, 8))
    drill = rod(outer * 0.12, outer, "oil hole", sides=16).turned(y=90).at(x=inner * 0.9)
    step = height * 0.75 / rows
    for index in range(rows):
        turn = 180.0 / per_row * (index % 2)
        body -= drill.around(per_row, turn).at(z=height * 0.2 + (index + 0.5) * step)
    return Draft(body.turned(y=90), {"hole": 1, "oil hole": rows * per_row},
                 {"flange": flanged, "slit": False}, {"outline": "round"})  # fmt: skip


BUILDERS = (
    Builder("plate", "ribbed", _ribbed_plate),
    Builder("plate", "cut", _cut_plate),
    Builder("plate", "lobes", _eared_plate),
    Builder("gasket", "cylinder head", _head_gasket),
    Builder("gasket", "polygon", _polygon_gasket),
    Builder("building brick", "slope", _slope_brick),
    Builder("building brick", "technic", _holed_brick),
    Builder("beam", "castellated", _castellated_beam),
    Builder("beam", "truss", _truss_beam),
    Builder("beam", "hat", _hat_beam),
    Builder("t-slot profile", "double", _double_t_slot),
    Builder("t-slot profile", "light", _round_corner_t_slot),
    Builder("heat sink", "comb", _grooved_heat_sink),
    Builder("heat sink", "discs", _disc_heat_sink),
    Builder("spacer", "post", _flanged_spacer),
    Builder("spacer", "stud", _stud_spacer),
    Builder("bushing", "split", _split_bushing),
    Builder("bushing", "oil holes", _ported_bushing),
)
