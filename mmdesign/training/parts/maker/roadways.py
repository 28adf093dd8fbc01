"""Off-road cars, roadsters, tippers, articulated lorries, and villas with hipped roofs."""

from collections.abc import Sequence

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    Body,
    arc,
    ball,
    block,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
)


def _tyre(radius: float, width: float) -> Body:
    """A wheel on the ground whose axis lies along y, dished on both faces."""
    inset, felly = radius * 0.62, width * 0.5
    profile = [(0.0, -felly * 0.6), (inset, -felly * 0.6), (inset, -felly), (radius * 0.9, -felly),
               (radius, -felly * 0.7), (radius, felly * 0.7), (radius * 0.9, felly),
               (inset, felly), (inset, felly * 0.6), (0.0, felly * 0.6)]  # fmt: skip
    return revolved(profile, "wheel").turned(x=90).at(z=radius)


def _axle(at_x: float, track: float, radius: float, width: float) -> Body:
    """Two wheels and the bar between them."""
    wheels = in_row(_tyre(radius, width), 2, y=track)
    return (wheels + rod(radius * 0.2, track, "axle").turned(x=90).at(0, track / 2, radius)).at(
        at_x
    )


def _greenhouse(x: float, y: float, z: float, panes: int) -> Body:
    """An upright cabin with windows on all sides."""
    body = hull(block(x, y, 1), block(x * 0.88, y * 0.9, 1).at(z=z - 1), feature="cabin")
    pane = block(x * 0.78 / panes, y * 2, z * 0.55, "window").at(z=z * 0.22)
    through = in_row(pane, panes, x * 0.86 / panes)
    through += block(x * 2, y * 0.74, z * 0.55, "window").at(z=z * 0.22)
    return body - (through - block(x * 0.84, y * 0.86, z * 3))


def _off_roader(dice: Dice) -> Draft:
    """Boxy, high above the ground, with a spare wheel or a bed, bumpers and a roof rack."""
    x, y, low = dice.real(70, 120), dice.real(34, 46), dice.real(11, 18)
    radius, hood, tall = dice.real(8, 14), dice.real(0.2, 0.32), dice.real(14, 22)
    pickup, rack = dice.yes(0.35), dice.yes(0.4)
    cabin = x * (0.36 if pickup else 0.97 - hood)
    front = x * (0.5 - hood)
    floor = radius * dice.real(0.8, 1.2)
    body = block(x, y, low).at(z=floor)
    body += _greenhouse(cabin, y * 0.98, tall, 1 if pickup else dice.whole(2, 3)).at(
        front - cabin / 2, 0, floor + low - 0.1)  # fmt: skip
    bed = front - cabin + x / 2
    if pickup:
        body -= block(bed - 4, y - 5, low, "cargo bed").at(
            -x / 2 + bed / 2, 0, floor + low * 0.25)  # fmt: skip
    else:
        body += _tyre(radius * 0.8, 5).labelled("spare wheel").turned(z=90).at(
            -x / 2 - 2, 0, floor + low * 0.5)  # fmt: skip
    arch = rod(radius * 1.2, y * 2, "wheel arch").turned(x=90).at(0, y, radius)
    body -= in_row(arch - block(x, y * 0.6, 99), 2, x * 0.6)
    body += in_row(_axle(0, y * 0.86, radius, y * 0.22), 2, x * 0.6)
    body += in_row(block(3, y * 0.9, low * 0.35, "bumper"), 2, x + 3).at(z=floor)
    lamp = rod(low * 0.17, 2, "headlight").turned(y=90).at(x / 2 - 0.5, 0, floor + low * 0.7)
    body += in_row(lamp, 2, y=y * 0.7)
    if rack:
        rail = block(cabin * 0.8, 1.5, 2, "roof rack")
        frame = in_row(rail, 2, y=y * 0.7) + in_row(
            block(1.5, y * 0.7, 2, "roof rack"), 4, cabin * 0.24)  # fmt: skip
        body += frame.at(front - cabin / 2, 0, floor + low + tall - 0.6)
    return Draft(body, {"wheel": 4, "headlight": 2}, {"cargo bed": pickup, "wheels": True}, {})


def _roadster(dice: Dice) -> Draft:
    """Old open tourer: long bonnet, upright grille, flowing wings, seats in the open."""
    x, y = dice.real(90, 140), dice.real(26, 36)
    low, radius = dice.real(12, 18), dice.real(10, 15)
    floor, hood = radius * 0.7, dice.real(0.4, 0.5) * x
    nose = hull(block(1, y * 0.4, low).at(x / 2), block(1, y * 0.9, low).at(x / 2 - hood),
                feature="hood")  # fmt: skip
    tail = dice.pick((0.35, 0.9))
    tub = hull(block(x * 0.35, y * 0.9, low).at(x * 0.325 - hood),
               block(2, y * 0.6, low * tail).at(-x / 2))  # fmt: skip
    tub -= rounded_block(x * 0.26, y * 0.74, low, 3, "cockpit").at(x * 0.33 - hood, 0, low * 0.4)
    body = (nose + tub).at(z=floor)
    seat = block(3, y * 0.3, low * 0.7, "seat").turned(y=-12)
    body += in_row(seat, 2, y=y * 0.36).at(x * 0.24 - hood, 0, floor + low * 0.35)
    pane = block(1.2, y * 0.8, low * 0.6, "windscreen").turned(y=-15)
    body += pane.at(x * 0.48 - hood, 0, floor + low - 0.5)
    wing = arc(radius * 1.25, 20, 165, 12) + arc(radius * 1.12, 165, 20, 12)
    fender = prism(wing, y * 0.28, "fender").turned(x=90).at(0, y * 0.14, radius)
    reach = x * 0.68
    for side in (-1, 1):
        body += in_row(fender, 2, reach).at(0, side * y * 0.6)
        body += block(reach - radius * 2.3, y * 0.26, 1.5, "running board").at(
            0, side * y * 0.58, floor)  # fmt: skip
    body += in_row(_axle(0, y * 1.2, radius, y * 0.16), 2, reach)
    lamp = rod(low * 0.25, 5, "headlight", top=low * 0.3).turned(y=90)
    body += in_row(lamp, 2, y=y * 0.6).at(x * 0.42, 0, floor + low * 0.8)
    body += in_row(block(4, y * 0.25, 2), 2, y=y * 0.5).at(x * 0.42, 0, floor + low * 0.4)
    return Draft(body, {"wheel": 4, "headlight": 2}, {"cargo bed": False, "wheels": True},
                 {"form": "curved"})  # fmt: skip


def _cab(x: float, y: float, z: float, nosed: bool) -> Body:
    """A driver's cabin whose front is at +x, with a bonnet if nosed."""
    body = hull(block(x, y, 1), block(x * 0.85, y * 0.94, 1).at(-x * 0.05, 0, z), feature="cabin")
    glass = block(x, y * 0.8, z * 0.34, "window").at(x * 0.85, 0, z * 0.55)
    glass += block(x * 0.45, y * 2, z * 0.32, "window").at(0, 0, z * 0.55) - block(
        x * 3, y * 0.9, z * 3)  # fmt: skip
    body -= glass
    if nosed:
        body += rounded_block(x * 0.9, y * 0.8, z * 0.46, y * 0.1, "hood").at(x * 0.85)
    return body


def _tipper(dice: Dice) -> Draft:
    """Dump truck whose bed is raised over the back axle."""
    x, y, radius = dice.real(90, 150), dice.real(34, 50), dice.real(8, 13)
    axles, tilt, nosed = dice.whole(2, 4), dice.pick((0.0, 20.0, 35.0, 48.0)), dice.yes(0.4)
    floor, cab = radius * 1.9, x * 0.24
    front = x * (0.5 if not nosed else 0.32)
    body = block(x, y * 0.4, radius * 0.6).at(z=floor - radius * 0.5)
    body += _cab(cab, y, dice.real(24, 36), nosed).at(front - cab / 2, 0, floor * 0.75)
    long, deep = front - cab + x * 0.47, dice.real(12, 22)
    outline = [(0, 0), (long, 0), (long * dice.real(1.0, 1.1), deep), (-deep * 0.3, deep)]
    tub = prism(outline, y, "cargo bed").turned(x=90).at(0, y / 2)
    tub -= block(long * 2, y - 4, deep, "cargo bed").at(long - 2.5, 0, 2.5) - block(
        long, y * 2, 99).at(long * 1.5 - 2.5)  # fmt: skip
    tub += in_row(block(2.5, y + 3, deep * 0.9, "cargo bed"), 4, long * 0.24).at(long / 2) - block(
        long * 2, y - 0.5, 99)  # fmt: skip
    body += tub.turned(y=-tilt).at(-x * 0.47, 0, floor)
    if tilt:
        ram = rod(2.5, long, "piston").turned(y=20) & block(long * 9, y, long * 0.35)
        body += ram.at(-x * 0.3, 0, floor - 1)
    places = [front - cab * 0.4, -x * 0.34, -x * 0.34 + radius * 2.2, front - cab * 0.4
              - radius * 2.2]  # fmt: skip
    body += union([_axle(at, y * 0.8, radius, y * 0.2) for at in places[:axles]])
    return Draft(body, {"wheel": 2 * axles, "axle": axles},
                 {"cargo box": False, "cargo bed": True, "tank": False}, {})  # fmt: skip


def _load(kind: str, x: float, y: float, dice: Dice) -> Body:
    """What lies on a trailer's floor at z = 0."""
    if kind == "cargo box":
        z = y * dice.real(0.9, 1.3)
        ridge = block(x * 0.012, y * 1.03, z * 0.95, "cargo box")
        return block(x, y, z, "cargo box") + in_row(ridge, 12, x * 0.96 / 11)
    if kind == "tank":
        wide = y * dice.real(0.42, 0.5)
        ends = in_row(ball(wide).scaled(x=0.5), 2, x - wide)
        return hull(ends, feature="tank").at(z=wide) + in_row(
            rod(wide * 0.25, wide * 0.25, "hatch"), dice.whole(1, 3), x * 0.22
        ).at(z=wide * 1.93)
    rails = in_row(block(x, 2, y * 0.2, "cargo bed"), 2, y=y - 2)
    return block(x, y, 2.5, "cargo bed") + rails


def _articulated_lorry(dice: Dice) -> Draft:
    """Tractor with a long trailer on its fifth wheel."""
    x, y, radius = dice.real(150, 260), dice.real(32, 44), dice.real(7, 10)
    kind = dice.pick(("cargo box", "tank", "cargo bed"))
    nosed, axles = dice.yes(), dice.whole(4, 6)
    floor, cab = radius * 2.2, dice.real(24, 36)
    tall = y * dice.real(0.9, 1.4)
    tractor = cab * 2.2
    body = block(tractor, y * 0.4, radius * 0.6).at(tractor / 2, 0, radius * 1.1)
    body += _cab(cab, y, tall, nosed).at(tractor - cab / 2, 0, radius)
    stacks = dice.pick((0, 2))
    if stacks:
        body += in_row(rod(1.6, tall * 1.15, "exhaust pipe"), 2, y=y * 0.8).at(
            tractor - cab * 1.08, 0, radius * 1.2)  # fmt: skip
    hitch = tractor - cab * 1.2
    body += block(x, y * 0.5, 3).at(hitch - x / 2, 0, floor - 2.9)
    body += _load(kind, x, y, dice).at(hitch - x / 2, 0, floor)
    body += rod(y * 0.25, floor - radius * 1.5).at(cab * 0.5, 0, radius * 1.5)
    body += in_row(block(3, 3, floor), 2, y=y * 0.5).at(hitch - x * 0.35)
    behind = [hitch - x * 0.92 + radius * 2.2 * index for index in range(axles - 2)]
    places = [tractor - cab * (0.0 if nosed else 0.5), cab * 0.5, *behind]
    body += union([_axle(at, y * 0.8, radius, y * 0.2) for at in places])
    return Draft(body.at(-tractor / 2), {"wheel": 2 * axles, "axle": axles},
                 {"cargo box": kind == "cargo box", "cargo bed": kind == "cargo bed",
                  "tank": kind == "tank"}, {"length": "long"})  # fmt: skip


def _hip(x: float, y: float, rise: float, over: float) -> Body:
    """A roof that slopes on all four sides over an x by y house."""
    eaves = block(x + 2 * over, y + 2 * over, 1.2, "roof")
    ridge = block(max(x - y, 2.0), 2.0, 0.5, "roof").at(z=rise)
    return hull(eaves, ridge, feature="roof")


def _porch(x: float, depth: float, z: float, columns: int) -> Body:
    """A little roof on columns, its back at y = 0."""
    step = x * 0.84 / (columns - 1)
    body = in_row(rod(x * 0.035, z, "column"), columns, step).at(y=-depth * 0.85)
    body += block(x, depth, z * 0.1, "roof").at(0, -depth / 2, z * 0.95)
    return body + block(x, depth, z * 0.06, "step").at(0, -depth / 2)


def _window_rows(columns: int, storeys: int, x: float, y: float, floor: float) -> Body:
    """Panes cut into front and back, leaving out the place of the door."""
    pane = block(x * 0.5 / columns, y * 0.05, floor * 0.46, "window").at(z=floor * 0.34)
    row = in_row(pane, columns, x * 0.92 / columns)
    wall = in_row(row, storeys, z=floor).at(z=(storeys - 1) * floor / 2)
    front = wall - block(x * 0.6 / columns, y, floor)
    return front.at(y=-y / 2) + wall.at(y=y / 2)


def _villa(dice: Dice) -> Draft:
    """Hipped roof, rows of windows, perhaps a porch, a lower wing, dormers."""
    x, y, floor = dice.real(50, 110), dice.real(35, 60), dice.real(14, 22)
    storeys, columns, over = dice.whole(1, 3), dice.pick((3, 5)), dice.real(1.5, 6)
    z, rise = storeys * floor, dice.real(0.22, 0.6) * y
    body = block(x, y, z) + _hip(x, y, rise, over).at(z=z - 0.2)
    body -= _window_rows(columns, storeys, x, y, floor)
    body -= block(x * 0.4 / columns, y * 0.06, floor * 0.72, "door").at(y=-y / 2, z=-0.1)
    chimney, wing, porch = dice.yes(), dice.yes(0.5), dice.yes(0.5)
    if chimney:
        body += block(4, 5, rise + 4, "chimney").at(x * 0.22, y * 0.1, z)
    if wing:
        wide, deep = x * dice.real(0.3, 0.5), y * dice.real(0.6, 0.85)
        annexe = block(wide + over, deep, floor * 0.9) + _hip(wide, deep, rise * 0.6, over).at(
            z=floor * 0.9 - 0.2)  # fmt: skip
        body += annexe.at(dice.pick((-1, 1)) * (x + wide - 1) / 2, 0)
    if porch:
        body += _porch(x * 0.9 / columns * 1.4, dice.real(6, 12), floor * 0.92,
                       dice.pick((2, 4))).at(y=-y / 2 + 0.3)  # fmt: skip
    return Draft(body, {"window": 2 * storeys * columns - 1, "door": 1},
                 {"chimney": chimney, "gable roof": False, "balcony": False},
                 {"outline": "rectangular"})  # fmt: skip


def _a_frame(dice: Dice) -> Draft:
    """Cabin whose roof reaches the ground, on stilts or on a terrace."""
    y, z, x = dice.real(35, 60), dice.real(35, 65), dice.real(40, 90)
    skin, rows = dice.real(2, 4), dice.whole(1, 3)
    inside = prism([(-y / 2, 0), (y / 2, 0), (0, z)], x * 0.94)
    roof = prism([(-y / 2 - skin, 0), (y / 2 + skin, 0), (0, z + 2 * skin)], x, "roof")
    roof -= prism([(-y / 2, -1), (y / 2, -1), (0, z)], x * 3).at(z=-x)
    body = (roof + inside.at(z=x * 0.03)).turned(x=90, z=90).at(-x / 2)
    panes: Sequence[float] = [0.36 + 0.19 * index for index in range(rows)]
    for low in panes:
        wide = y * (1 - low - 0.15) * 0.7
        body -= block(x * 0.08, wide, z * 0.14, "window").at(x * 0.47, 0, z * low)
    body -= block(x * 0.08, y * 0.2, z * 0.3, "door").at(x * 0.47, 0, -0.1)
    terrace, stilts, chimney = dice.yes(), dice.yes(0.4), dice.yes()
    if terrace:
        deck = block(x * 0.3, y, 2, "terrace")
        rail = at_corners(block(1.5, 1.5, 8, "railing"), x * 0.28, y * 0.94)
        body += (deck + rail + in_row(block(x * 0.3, 1.4, 1.4, "railing"), 2, y=y * 0.94).at(z=7)
                 ).at(x * 0.63)  # fmt: skip
    if stilts:
        body += block(x, y, 2.5) + grid(rod(1.8, 14, "stilt"), 3, 2, x * 0.4, y * 0.8).at(z=-13.9)
    if chimney:
        body += tube(2.6, 1.6, z * 0.5, "chimney").at(-x * 0.2, y * 0.2, z * 0.6)
    return Draft(body, {"window": rows, "door": 1},
                 {"chimney": chimney, "gable roof": True, "balcony": False},
                 {"outline": "triangular"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("car", "off-roader", _off_roader),
    Builder("car", "roadster", _roadster),
    Builder("truck", "tipper", _tipper),
    Builder("truck", "articulated", _articulated_lorry),
    Builder("house", "villa", _villa),
    Builder("house", "A-frame", _a_frame),
)
