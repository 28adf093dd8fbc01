"""Relay boards, trapezoid plugs, limit switches, wall plates, button boxes, cells and sticks."""

from itertools import pairwise

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _relay_board(dice: Dice) -> Draft:
    """Relays in a row, terminals along the edge, perhaps a ribbed cooler."""
    relays, pitch = dice.whole(1, 6), dice.real(16, 24)
    x, y, thick = relays * pitch + dice.real(8, 40), dice.real(40, 75), dice.real(1.4, 2.2)
    holes, chips, cans = dice.pick((0, 4)), dice.whole(1, 2), dice.whole(0, 3)
    body = rounded_block(x, y, thick, 3)
    if holes:
        body -= at_corners(hole(1.6, thick), x - 6, y - 6)
    top = thick - 0.1
    relay = block(pitch * 0.84, y * 0.36, dice.real(12, 18), "relay")
    body += in_row(relay, relays, pitch).at(0, y * 0.04, top)
    terminal = block(pitch * 0.9, 8, 9, "terminal")
    screws = in_row(rod(1.7, 9, "terminal", sides=16), 3, pitch * 0.28)
    terminal = terminal - screws.at(z=7) - in_row(block(3, 5, 4, "terminal"), 3, pitch * 0.28).at(
        0, 4, 1)  # fmt: skip
    body += in_row(terminal, relays, pitch).at(0, y / 2 - 8, top)
    chip = block(7, y * 0.12, 2, "chip")
    body += in_row(chip, chips, 14).at(-x * 0.1, -y * 0.28, top)
    for index in range(cans):
        body += rod(3.2, 8, "capacitor", sides=24).at(x / 2 - 8 - 8 * index, -y * 0.3, top)
    if dice.yes():
        fins = in_row(block(1.2, y * 0.3, 14, "fin"), 6, 3)
        body += (fins + block(17, y * 0.3, 2)).at(-x / 2 - 4, -y * 0.1, top) + block(
            12, y * 0.3, thick).at(-x / 2 - 4, -y * 0.1)  # fmt: skip
    body += in_row(block(0.7, 0.7, 9, "header"), dice.whole(3, 6), 2.54).at(
        -x * 0.2, -y / 2 + 4, top)  # fmt: skip
    return Draft(body, {"hole": holes, "chip": chips, "capacitor": cans},
                 {"chip": True, "connector": True, "mounting holes": holes > 0},
                 {"outline": "rectangular"})  # fmt: skip


def _shield_outline(x: float, y: float, inset: float) -> list[Point2]:
    """The trapezoid of a D-shaped plug, cut at its corners."""
    a, b = x / 2 - inset, y / 2 - inset
    return [(-a + 1, b), (a - 1, b), (a, b - 1), (a - y * 0.15, -b + 1), (a - y * 0.15 - 1, -b),
            (-a + y * 0.15 + 1, -b), (-a + y * 0.15, -b + 1), (-a, b - 1)]  # fmt: skip


def _trapezoid_plug(dice: Dice) -> Draft:
    """Shell in the form of a D around two or three rows of pins, with two jack screws."""
    long, rows = dice.whole(4, 13), dice.pick((2, 2, 3))
    pitch = dice.real(2.2, 3.4)
    x, y = (long + 1.6) * pitch, (rows + 1) * pitch
    flange = rounded_block(x + pitch * 7, y + 3, 1.6, 2)
    shell = prism(_shield_outline(x, y, 0), pitch * 2.4) - prism(
        _shield_outline(x, y, 0.6), pitch * 3, "cavity").at(z=1)  # fmt: skip
    body = flange + shell.at(z=1.5)
    pins = 0
    for row in range(rows):
        count = long - row % 2
        pin = rod(pitch * 0.2, pitch * 2, "pin", sides=10)
        body += in_row(pin, count, pitch).at(0, ((rows - 1) / 2 - row) * pitch, 2)
        pins += count
    jack = rod(pitch, 4, "screw", sides=dice.pick((6, 24)))
    body += in_row(jack, 2, x + pitch * 4).at(z=1)
    hooded, cable = dice.yes(0.7), False
    if hooded:
        deep = dice.real(14, 30)
        wide = x + pitch * 6
        body += rounded_block(wide, y + 2, 6, 3).at(z=-5.9)
        body += hull(rounded_block(wide, y + 2, 1, 3).at(z=-6),
                     rounded_block(wide * 0.35, y, 1, 3).at(z=-deep))  # fmt: skip
        cable = dice.yes(0.7)
        if cable:
            body += rod(y * 0.32, deep * dice.real(0.6, 1.6), "cable").turned(x=180).at(z=1 - deep)
    return Draft(body.turned(x=90), {"pin": pins, "screw": 2},
                 {"pins": True, "screw": True, "cable": cable}, {})  # fmt: skip


def _mains_plug(dice: Dice) -> Draft:
    """A plug for the wall: flat blades or round prongs, its cable at the back or the side."""
    radius, pins, flat = dice.real(10, 20), dice.pick((2, 3)), dice.yes()
    deep = radius * dice.real(1.0, 2.4)
    rounded = dice.yes()
    base = rod(radius, deep * 0.4) if rounded else rounded_block(
        2 * radius, 1.6 * radius, deep * 0.4, radius * 0.4)  # fmt: skip
    tail = rod(radius * 0.4, 1).at(z=-deep)
    body = base.at(z=-deep * 0.4) + hull(base.scaled(z=0.01).at(z=-deep * 0.38), tail)
    prong = block(1.6, radius * 0.42, radius * 1.1, "pin") if flat else rod(
        radius * 0.12, radius * 1.1, "pin")  # fmt: skip
    body += in_row(prong, 2, radius * dice.real(0.7, 1.0)).at(0, 0, -0.1)
    if pins == 3:
        body += rod(radius * 0.15, radius * 1.2, "pin").at(0, radius * 0.5, -0.1)
    cable = dice.yes(0.8)
    if cable:
        sag = dice.real(0, 1.5)
        path = [(radius * sag * t**2, 0.0, -deep * (1 + 1.6 * t)) for t in (0, 0.3, 0.6, 0.8, 1)]
        body += wire(path, radius * 0.2, "cable")
        body += in_row(rod(radius * 0.28, 1.2, "cable"), 4, z=2.2).at(z=-deep - 4)
    return Draft(body.turned(x=90), {"pin": pins}, {"pins": True, "screw": False, "cable": cable},
                 {"form": "rounded"})  # fmt: skip


def _limit_switch(dice: Dice) -> Draft:
    """Flat body with two holes; a lever with or without a roller, or a bare plunger."""
    x = dice.real(12, 50)
    y, z = x * dice.real(0.28, 0.5), x * dice.real(0.45, 0.7)
    body = block(x, y, z)
    drill = rod(x * 0.06, y * 3, "hole", sides=24).turned(x=90).at(0, y * 1.5, z * 0.3)
    body -= drill.at(x * 0.32, 0, 0) + drill.at(-x * 0.32, 0, z * dice.pick((0.0, 0.4)))
    body += block(x * 0.08, y * 0.5, z * 0.16, "plunger").at(x * 0.12, 0, z - 0.1)
    levered, rolled, terminals = dice.yes(0.75), dice.yes(), dice.pick((2, 3))
    if levered:
        long, thick = x * dice.real(0.8, 1.5), x * 0.025
        blade = block(long, y * 0.7, thick, "lever").at(long / 2)
        if rolled:
            roller = rod(x * 0.11, y * 0.5, "roller").turned(x=90)
            blade += roller.at(long, y * 0.25, x * 0.1)
        blade = blade.turned(y=-dice.real(8, 20))
        body += blade.at(-x * 0.42, 0, z) + block(x * 0.06, y * 0.7, x * 0.06, "lever").at(
            -x * 0.42, 0, z - 0.1)  # fmt: skip
    leg = block(x * 0.025, y * 0.5, x * 0.24, "terminal")
    body += in_row(leg, terminals, x * 0.72 / (terminals - 1)).at(z=0.1 - x * 0.24)
    return Draft(body, {"terminal": terminals, "hole": 2},
                 {"lever": levered, "button": not levered, "terminals": True},
                 {"outline": "rectangular"})  # fmt: skip


def _wall_plate_switch(dice: Dice) -> Draft:
    """Light switch: a frame for the wall with rockers or little toggles in it."""
    keys, tall = dice.whole(1, 4), dice.real(70, 120)
    wide = max(tall * dice.pick((0.65, 1.0)), keys * 24.0)
    thick, toggled = dice.real(5, 10), dice.yes(0.4)
    edge = rounded_block(wide, tall, 1, dice.real(2, 10))
    body = hull(edge, edge.scaled(0.93, 0.93).at(z=thick - 1))
    pitch = wide * 0.72 / keys
    if toggled:
        frame = rounded_block(9, 22, 3, 1, "bezel").at(z=thick - 1)
        stick = hull(block(5, 5, 1), block(3.5, 4, 1).at(z=14), feature="lever")
        body += in_row(frame + stick.turned(x=dice.pick((-30, 30))).at(z=thick - 1), keys, pitch)
    else:
        body -= block(wide * 0.74, tall * 0.62, 9, "cavity").at(z=thick - 2)
        high, wedge = tall * 0.6, dice.pick((-1, 1)) * dice.real(0.8, 2.5)
        side = [(-high / 2, -1), (high / 2, -1), (high / 2, 3 + wedge), (0, 2), (-high / 2,
                3 - wedge)]  # fmt: skip
        key = prism(side, pitch * 0.95, "rocker").turned(x=90, z=90).at(-pitch * 0.475)
        body += in_row(key.at(z=thick - 2), keys, pitch)
    if dice.yes():
        head = rod(3, 1.2, "screw") - block(9, 0.8, 9).at(z=0.5)
        body += in_row(head, 2, y=tall * 0.8).at(z=thick - 0.3)
    if dice.yes():
        body += rounded_block(wide * 0.75, tall * 0.55, dice.real(15, 35), 2).turned(x=180).at(z=1)
    return Draft(body.turned(x=90), {"terminal": 0, "rocker": 0 if toggled else keys},
                 {"lever": toggled, "button": False, "terminals": False},
                 {"outline": "rectangular"})  # fmt: skip


def _button_box(dice: Dice) -> Draft:
    """A housing with one to four buttons, as beside a machine or hanging from a crane."""
    buttons, radius = dice.whole(1, 4), dice.real(9, 14)
    pitch = radius * dice.real(2.6, 3.2)
    x, y, z = radius * dice.real(3, 4.2), pitch * buttons + radius, dice.real(25, 50)
    seam = rounded_block(x * 1.03, y * 1.01, 1.5, 4).at(z=z * 0.6)
    body = pillow(x, y, z, 5) + seam
    mushroom = buttons == 1 or dice.yes(0.3)
    for index in range(buttons):
        cap = rod(radius * 0.8, dice.real(4, 9), "plunger")
        if mushroom and index == 0:
            dome = [(0.0, 0.0), *arc(radius * 1.35, 0, 88, 10), (0.0, radius * 1.35)]
            cap = revolved(dome, "plunger").scaled(z=0.5).at(z=8) + rod(radius * 0.6, 9, "plunger")
        collar = rod(radius * 1.15, 3, "bezel", top=radius)
        body += (collar + cap.at(z=2)).at(0, ((buttons - 1) / 2 - index) * pitch, z - 0.2)
    if dice.yes(0.6):
        gland = rod(7, 10, sides=6) + rod(4, dice.real(14, 60), "cable")
        body += gland.turned(x=-90).at(0, y / 2 - 1, z / 2)
    return Draft(body, {"terminal": 0, "button": buttons}, {"nut": False, "terminals": False},
                 {"form": "bulging"} if mushroom and buttons == 1 else {})  # fmt: skip


def _bell_button(dice: Dice) -> Draft:
    """Door bell: a decorated plate with one button in the middle of rings."""
    size, thick = dice.real(22, 50), dice.real(4, 10)
    kind = dice.pick(("round", "oval", "rectangular", "octagonal"))
    if kind == "rectangular":
        edge = rounded_block(size, size * dice.real(1.3, 2.4), 1, size * 0.12)
    else:
        edge = rod(size * 0.6, 1, sides=8 if kind == "octagonal" else 40)
    if kind == "oval":
        edge = edge.scaled(y=dice.real(1.3, 2))
    body = hull(edge, edge.scaled(0.85, 0.9).at(z=thick - 1))
    radius = size * dice.real(0.16, 0.3)
    for ring in range(dice.whole(1, 3)):
        outer = radius * (1.7 - 0.25 * ring)
        body += rod(outer, thick * 0.25 * (ring + 1), "bezel", top=outer * 0.93).at(z=thick - 0.1)
    cap = ball(radius, "plunger").scaled(z=dice.real(0.35, 0.7))
    body += rod(radius, thick * 0.9, "plunger").at(z=thick) + cap.at(z=thick * 1.9)
    if kind in ("oval", "rectangular"):
        head = rod(size * 0.06, 1.5, "screw") - block(size, size * 0.02, 9).at(z=0.7)
        body += in_row(head, 2, y=size * 0.95).at(z=thick * 0.85)
    return Draft(body.turned(x=90), {"terminal": 0, "button": 1},
                 {"nut": False, "terminals": False}, {"form": "flat"})  # fmt: skip


def _pouch_battery(dice: Dice) -> Draft:
    """Soft flat pack: rounded slab with a seam, tabs or a pair of leads with a plug."""
    x, y = dice.real(30, 120), dice.real(20, 50)
    z, cable = y * dice.real(0.1, 0.8), dice.yes(0.7)
    body = pillow(x, y, z, min(3.0, z * 0.3))
    body += block(x * 0.99, y * 1.04, 0.6, "seam").at(z=z * 0.3)
    if cable:
        reach = dice.real(12, 50)
        for side in (-1, 1):
            bow = [(x / 2 - 2 + reach * t, side * (y * 0.18 + 4 * t * (1 - t)), z * 0.7)
                   for t in (0, 0.2, 0.4, 0.6, 0.8, 1)]  # fmt: skip
            body += wire(bow, min(1.6, z * 0.2), "cable")
        body += block(dice.real(7, 14), y * 0.6, max(z * 0.4, 4), "plug").at(
            x / 2 + reach + 2, 0, z * 0.5 - 1)  # fmt: skip
        if dice.yes():
            body += block(8, 9, 3, "plug").at(x / 2 + reach * 0.4, y * 0.36, z * 0.3)
    else:
        body += in_row(block(x * 0.16, y * 0.16, 0.6, "terminal"), 2, y=y * 0.5).at(
            x * 0.57, 0, z * 0.4)  # fmt: skip
    return Draft(body, {"terminal": 0 if cable else 2}, {"cable": cable}, {"form": "flat"})


def _coin_cell(dice: Dice) -> Draft:
    """Button cell: can, gasket groove and a smaller lid, single, stacked, or with solder tabs."""
    radius, cells = dice.real(4, 15), dice.pick((1, 1, 1, 2, 3))
    z, tabs = radius * dice.real(0.2, 0.8), dice.pick((0, 2)) if cells == 1 else 0
    lid = radius * dice.real(0.78, 0.9)
    profile = [(0.0, 0.0), (radius * 0.94, 0.0), (radius, z * 0.08), (radius, z * 0.72),
               (radius * 0.97, z * 0.78), (lid, z * 0.78), (lid, z * 0.92), (lid * 0.95, z),
               (0.0, z)]  # fmt: skip
    cell = revolved(profile, "cell")
    body = union([cell.at(z=index * z * 0.99) for index in range(cells)])
    if tabs:
        strip = block(radius * 1.5, radius * 0.4, 0.4, "terminal").at(radius * 0.9)
        body += strip.at(z=z - 0.1) + strip.turned(z=dice.pick((0, 90, 180))).at(z=-0.3)
    return Draft(body, {"cell": cells, "terminal": tabs}, {"cable": False}, {"outline": "round"})


def _hand_grip(tall: float, dice: Dice) -> Body:
    """A handle for a whole hand with finger bulges, leaning forward at its head."""
    stations = [(0.0, 0.11), (0.15, 0.095), (0.3, 0.12), (0.45, 0.1), (0.6, 0.125), (0.78, 0.11),
                (0.92, 0.15), (1.0, 0.12)]  # fmt: skip
    slices = [rod(tall * wide, 0.5).scaled(x=1.25).at(tall * 0.12 * height**2, 0, tall * height)
              for height, wide in stations]  # fmt: skip
    grip = union([hull(a, b, feature="grip") for a, b in pairwise(slices)])
    if dice.yes():
        grip += block(tall * 0.18, tall * 0.06, tall * 0.13, "trigger").at(
            tall * 0.2, 0, tall * 0.72)  # fmt: skip
    return grip


def _flight_stick(dice: Dice) -> Draft:
    """Grip for a whole hand on a heavy base, with buttons and perhaps a throttle."""
    tall, size = dice.real(80, 140), dice.real(90, 170)
    low, buttons = dice.real(15, 35), dice.whole(0, 6)
    if dice.yes():
        body = pillow(size, size, low, 8)
    else:
        body = rod(size / 2, low, top=size * 0.4, sides=dice.pick((6, 8, 40)))
    gaiter = [(0.0, 0.0), (size * 0.22, 0.0), (size * 0.17, 5), (size * 0.18, 7),
              (size * 0.12, 12), (size * 0.13, 14), (tall * 0.1, 20), (0.0, 20)]  # fmt: skip
    body += revolved(gaiter, "gaiter").at(z=low - 0.5)
    stick = _hand_grip(tall, dice)
    knob = rod(tall * 0.035, 4, "button").at(tall * 0.12, 0, tall * 1.0 - 0.5)
    for index in range(buttons):
        stick += knob.at(tall * 0.05 * (index % 3 - 1), tall * 0.07 * (index // 3 - 0.3))
    body += stick.turned(x=dice.real(-12, 12), y=dice.real(-12, 12)).at(z=low + 12)
    if dice.yes(0.4):
        body += prism(arc(size * 0.14, 0, 180, 12), 8, "throttle").turned(x=90).at(
            size * 0.2, size * 0.36, low - 1)  # fmt: skip
    return Draft(body, {"hole": 0, "button": buttons},
                 {"grip": True, "board": False, "button": buttons > 0}, {})  # fmt: skip


def _gaiter_joystick(dice: Dice) -> Draft:
    """For a control panel: flange with four holes, rubber bellows, and a knob on a rod."""
    size, rise, folds = dice.real(35, 90), dice.real(40, 110), dice.whole(2, 5)
    thick, topped = dice.real(2.5, 5), dice.yes(0.4)
    base = rod(size * 0.66, thick) if dice.yes(0.3) else rounded_block(size, size, thick, 4)
    body = base - at_corners(hole(size * 0.04, thick), size * 0.82, size * 0.82)
    foot, neck, tall = size * 0.36, size * 0.1, rise * dice.real(0.35, 0.6)
    profile: list[Point2] = [(0.0, 0.0)]
    for fold in range(folds):
        wide = foot + (neck - foot) * fold / folds
        level = tall * fold / folds
        profile += [(wide, level), (wide * 0.98, level + tall * 0.5 / folds),
                    (wide * 0.78, level + tall * 0.7 / folds)]  # fmt: skip
    stick = revolved([*profile, (neck, tall), (0.0, tall)], "gaiter")
    stick += rod(size * 0.06, rise, "stick")
    head = dice.pick(("ball", "cone", "mushroom"))
    if head == "ball":
        stick, top = stick + ball(size * 0.17, "knob").at(z=rise), rise + size * 0.15
    elif head == "cone":
        stick += rod(size * 0.09, rise * 0.45, "knob", top=size * 0.17).at(z=rise * 0.65)
        top = rise * 1.09
    else:
        stick += pillow(size * 0.4, size * 0.28, size * 0.2, size * 0.08, "knob").at(z=rise * 0.95)
        top = rise * 0.95 + size * 0.18
    if topped:
        stick += rod(size * 0.07, size * 0.08, "button").at(z=top)
    body += stick.turned(x=dice.real(-14, 14), y=dice.real(-14, 14)).at(z=thick - 1)
    body += tube(size * 0.4, size * 0.3, 3, "collar").at(z=thick - 0.1)
    if dice.yes(0.6):
        body += block(size * 0.6, size * 0.6, dice.real(12, 30)).turned(x=180).at(z=0.1)
    return Draft(body, {"hole": 4, "button": int(topped)},
                 {"grip": False, "board": False, "button": topped}, {})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("circuit board", "relays", _relay_board),
    Builder("connector", "trapezoid", _trapezoid_plug),
    Builder("connector", "mains", _mains_plug),
    Builder("switch", "limit", _limit_switch),
    Builder("switch", "wall plate", _wall_plate_switch),
    Builder("push button", "box", _button_box),
    Builder("push button", "door bell", _bell_button),
    Builder("battery", "pouch", _pouch_battery),
    Builder("battery", "coin", _coin_cell),
    Builder("joystick", "flight", _flight_stick),
    Builder("joystick", "gaiter", _gaiter_joystick),
)
