"""Circuit boards, connectors, switches, batteries, keys and other parts of electronics."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid, lettering, pillow, some_text
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    tube,
    union,
)


def _chip(x: float, y: float, legs: int) -> Body:
    leg = block(x / legs * 0.4, y + 3, 0.8, "pin")
    return block(x, y, 2.2, "chip").at(z=0.4) + in_row(leg, legs, x / legs)


def _dev_board(dice: Dice) -> Draft:
    x, y, thick = dice.real(40, 100), dice.real(25, 60), 1.6
    holes, chips, pins = dice.pick((0, 4)), dice.whole(1, 3), dice.whole(5, 16)
    body = rounded_block(x, y, thick, 2)
    if holes:
        body -= at_corners(hole(1.6, thick), x - 7, y - 7)
    chip = _chip(x * 0.18, y * 0.25, 6).at(z=thick - 0.1)
    body += in_row(chip, chips, x * 0.26)
    header = block(2.4, 2.4, 2.5, "header") + block(0.7, 0.7, 9, "header")
    body += in_row(header, pins, (x - 22) / pins).at(y=y / 2 - 3, z=thick - 0.1)
    port = dice.yes(0.7)
    if port:
        body += block(9, 8, 4, "connector").at(-x / 2 + 3, 0, thick - 0.1)
    cans = dice.whole(0, 3)
    for index in range(cans):
        body += rod(3, dice.real(5, 9), "capacitor").at((index - 1) * 9, -y / 2 + 6, thick - 0.1)
    return Draft(body, {"hole": holes, "chip": chips, "capacitor": cans},
                 {"chip": True, "connector": port, "mounting holes": holes > 0},
                 {"outline": "rectangular"})  # fmt: skip


def _round_board(dice: Dice) -> Draft:
    radius, thick, holes = dice.real(14, 45), 1.6, dice.whole(2, 4)
    body = rod(radius, thick) - hole(1.5, thick, radius * 0.85).around(holes)
    lamps = dice.whole(0, 12)
    if lamps > 2:
        body += (
            block(radius * 0.14, radius * 0.14, 1.6, "light")
            .at(radius * 0.62, 0, thick)
            .around(lamps, 15)
        )
    body += _chip(radius * 0.5, radius * 0.4, 4).at(z=thick - 0.1)
    return Draft(body, {"hole": holes, "chip": 1, "light": lamps if lamps > 2 else 0},
                 {"chip": True, "connector": False, "mounting holes": True},
                 {"outline": "round"})  # fmt: skip


def _card(dice: Dice) -> Draft:
    """An expansion card with gold fingers, or a memory stick."""
    x, y, thick = dice.real(60, 140), dice.real(25, 80), 1.6
    body = block(x, y, thick) + in_row(block(1, 6, thick + 0.3, "contact"), 20, x * 0.8 / 20).at(
        y=-y / 2 + 3, z=-0.15)  # fmt: skip
    body -= block(3, 16, thick + 2, "notch").at(x * dice.real(-0.3, 0.3), -y / 2, -1)
    chips = dice.whole(2, 8)
    body += in_row(block(x * 0.7 / chips, y * 0.4, 2, "chip"), chips, x * 0.9 / chips).at(
        y=y * 0.12, z=thick - 0.1)  # fmt: skip
    return Draft(body, {"hole": 0, "chip": chips},
                 {"chip": True, "connector": False, "mounting holes": False},
                 {"outline": "rectangular"})  # fmt: skip


def _pin_header(dice: Dice) -> Draft:
    pins, rows, pitch = dice.whole(2, 20), dice.pick((1, 2)), dice.pick((2.0, 2.54, 5.08))
    post = block(pitch * 0.27, pitch * 0.27, pitch * 4.4, "pin")
    body = grid(block(pitch * 1.001, pitch * 1.001, pitch), pins, rows, pitch, pitch).at(z=pitch)
    body += grid(post, pins, rows, pitch, pitch)
    return Draft(body, {"pin": pins * rows}, {"pins": True, "screw": False, "cable": False}, {})


def _screw_terminal(dice: Dice) -> Draft:
    poles, pitch = dice.whole(2, 8), dice.real(3.5, 9)
    length, height = pitch * 1.6, pitch * 2
    outline = [(0, 0), (length, 0), (length, height * 0.6), (length * 0.75, height),
               (length * 0.2, height), (0, height * 0.6)]  # fmt: skip
    body = prism(outline, poles * pitch).turned(x=90, z=90).at(-poles * pitch / 2, -length / 2)
    body -= in_row(block(pitch * 0.6, pitch, pitch * 0.6, "opening"), poles, pitch).at(
        y=-length / 2, z=height * 0.12)  # fmt: skip
    body -= in_row(rod(pitch * 0.36, height, "opening"), poles, pitch).at(z=height * 0.75)
    head = rod(pitch * 0.32, height * 0.3, "screw") - block(9, pitch * 0.1, 9).at(z=height * 0.2)
    body += in_row(head, poles, pitch).at(z=height * 0.6)
    return Draft(body, {"opening": poles, "screw": poles},
                 {"pins": False, "screw": True, "cable": False}, {})  # fmt: skip


def _round_plug(dice: Dice) -> Draft:
    radius, length, pins = dice.real(5, 14), dice.real(18, 45), dice.whole(2, 7)
    body = tube(radius, radius * 0.85, radius * 1.2).at(z=length * 0.6)
    body += rod(radius * 1.15, length * 0.62, sides=dice.pick((6, 40)))
    body += (
        rod(radius * 0.08, radius, "pin", sides=10).at(radius * 0.5).around(pins).at(z=length * 0.6)
    )
    cable = dice.yes()
    if cable:
        body += rod(radius * 0.4, length, "cable").at(z=-length + 0.2)
    return Draft(body, {"pin": pins}, {"pins": True, "screw": False, "cable": cable},
                 {"form": "cylindrical"})  # fmt: skip


def _toggle_switch(dice: Dice) -> Draft:
    x, y, z = dice.real(12, 30), dice.real(8, 18), dice.real(10, 22)
    lugs, collar = dice.whole(2, 6), y * 0.4
    body = block(x, y, z) + rod(collar, z * 0.5, "collar").at(z=z - 0.1)
    body += rod(y * 0.62, 2.5, "nut", sides=6).at(z=z)
    stick = hull(
        ball(collar * 0.4), ball(collar * 0.65).at(z=z * dice.real(0.7, 1.2)), feature="lever"
    )
    body += stick.turned(y=dice.pick((-18, 0, 18))).at(z=z * 1.45)
    body += in_row(block(1.2, y * 0.3, 6, "terminal"), lugs, x * 0.8 / lugs).at(z=-5.9)
    return Draft(body, {"terminal": lugs}, {"lever": True, "button": False, "terminals": True}, {})


def _rocker_switch(dice: Dice) -> Draft:
    x, y, z = dice.real(18, 35), dice.real(10, 28), dice.real(10, 18)
    body = block(x, y, z) + rounded_block(x * 1.2, y * 1.25, 2.5, 2, "bezel").at(z=z - 0.1)
    body -= block(x * 0.92, y * 0.9, 9, "cavity").at(z=z - 2)
    tilt = dice.pick((-10, 10))
    keys = dice.pick((1, 2))
    width = y * 0.86 / keys
    key = hull(block(x * 0.88, width * 0.94, 1).turned(y=tilt).at(z=z + 3.5),
               block(x * 0.7, width * 0.94, 1).at(z=z - 3), feature="rocker")  # fmt: skip
    body += union([key.at(y=(i - (keys - 1) / 2) * width) for i in range(keys)])
    lugs = dice.whole(2, 3)
    body += in_row(block(0.9, 5, 8, "terminal"), lugs, x * 0.7 / lugs).at(z=-7.9)
    return Draft(body, {"rocker": keys, "terminal": lugs},
                 {"lever": False, "button": False, "terminals": True}, {})  # fmt: skip


def _panel_button(dice: Dice) -> Draft:
    radius, z = dice.real(6, 20), dice.real(12, 40)
    mushroom = dice.yes(0.4)
    body = rod(radius * 0.8, z) + rod(radius * 1.15, 3, "bezel").at(z=z - 0.1)
    if mushroom:
        body += rod(radius * 0.5, 8, "plunger").at(z=z) + (
            ball(radius * 1.6, "plunger") & block(99, 99, 99)
        ).scaled(z=0.45).at(z=z + 7)
    else:
        body += rod(radius * 0.85, dice.real(3, 8), "plunger", top=radius * 0.8).at(z=z + 2)
    nut = dice.yes(0.6)
    if nut:
        body += rod(radius * 1.2, 4, "nut", sides=6).at(z=z * 0.55)
    body += in_row(block(1, 3, 7, "terminal"), 2, radius * 0.7).at(z=-6.9)
    return Draft(body, {"terminal": 2}, {"nut": nut, "terminals": True},
                 {"form": "bulging" if mushroom else "cylindrical"})  # fmt: skip


def _tactile_button(dice: Dice) -> Draft:
    size = dice.real(4, 13)
    z = size * dice.real(0.4, 0.7)
    body = block(size, size, z) + at_corners(rod(size * 0.07, 0.06 * size, "rivet"), size * 0.7,
                                          size * 0.7).at(z=z - 0.01)  # fmt: skip
    square = dice.yes(0.3)
    tall = size * dice.real(0.15, 0.9)
    body += (block(size * 0.55, size * 0.55, tall, "plunger") if square
             else rod(size * 0.29, tall, "plunger")).at(z=z - 0.01)  # fmt: skip
    for side in (-1, 1):
        leg = block(size * 0.12, size * 0.04, z * 1.3, "terminal").at(z=-z * 0.6)
        body += in_row(leg, 2, size * 0.75).at(y=side * size * 0.51)
    return Draft(body, {"terminal": 4}, {"nut": False, "terminals": True}, {"form": "flat"})


def _display_bezel(dice: Dice) -> Draft:
    x, y, thick = dice.real(50, 160), dice.real(35, 110), dice.real(3, 8)
    border, keys = dice.real(6, 14), dice.whole(0, 4)
    chin = 14 if keys else 0
    outer = rounded_block(x, y + chin, thick, dice.pick((1, 8))).at(y=-chin / 2)
    window = hull(block(x - 2 * border, y - 2 * border, 1).at(z=-1),
                  block(x - border, y - border, 1).at(z=thick), feature="window")  # fmt: skip
    body = outer - window - at_corners(hole(1.5, thick), x - 7, y - 7)
    if keys:
        body -= in_row(hole(3.2, thick), keys, x * 0.7 / keys).at(y=-y / 2 - chin / 2 + 3)
    return Draft(body, {"window": 1, "hole": 4 + keys}, {"stand": False, "window": True},
                 {"outline": "rectangular"})  # fmt: skip


def _display_stand(dice: Dice) -> Draft:
    x, y, wall = dice.real(60, 180), dice.real(45, 120), dice.real(2.5, 5)
    depth = dice.real(10, 25)
    case = rounded_block(x, y, depth, 4) - block(x - 4 * wall, y - 4 * wall, depth, "window").at(
        z=depth - 2)  # fmt: skip
    case -= block(x - 2 * wall, y - 2 * wall, depth - 2 * wall, "cavity").at(z=-1)
    lean = dice.real(10, 35)
    body = case.turned(x=90 - lean).at(z=y * 0.5)
    legs = in_row(prism([(0, 0), (y * 0.75, 0), (0, y * 0.6)], 4, "leg").turned(x=90, z=90), 2,
                  x * 0.8)  # fmt: skip
    return Draft(body + legs.at(-2, depth * 0.2, -3), {"leg": 2, "window": 1},
                 {"stand": True, "window": True}, {"outline": "rectangular"})  # fmt: skip


def _round_cell(dice: Dice) -> Draft:
    radius = dice.real(5, 17)
    z = radius * 2 * dice.real(1.6, 4)
    body = rod(radius, z) + rod(radius * 0.32, radius * 0.18, "terminal").at(z=z - 0.01)
    body -= tube(radius + 1, radius * 0.95, radius * 0.08, "groove").at(z=z * 0.93)
    return Draft(body, {"cell": 1, "terminal": 1}, {"cable": False}, {"form": "cylindrical"})


def _battery_pack(dice: Dice) -> Draft:
    columns, rows, radius = dice.whole(2, 6), dice.whole(1, 3), dice.real(7, 11)
    z = radius * dice.real(3.4, 7)
    body = grid(rod(radius, z, "cell"), columns, rows, radius * 1.99, radius * 1.99)
    tab = block(radius * 2 * columns - radius, radius * 0.6, 0.6, "strip")
    body += union([tab.at(y=(j - (rows - 1) / 2) * radius * 1.99, z=z - 0.1) for j in range(rows)])
    cable = dice.yes()
    if cable:
        body += in_row(rod(1.3, z * 0.5, "cable"), 2, 5).at(z=z - 0.2)
    return Draft(body, {"cell": columns * rows}, {"cable": cable}, {"outline": "rectangular"})


def _block_battery(dice: Dice) -> Draft:
    x, y, z = dice.real(26, 180), dice.real(17, 80), dice.real(40, 150)
    body = rounded_block(x, y, z, 3) + block(x * 1.02, y * 1.02, z * 0.12, "lid").at(z=z * 0.86)
    body += in_row(rod(min(x, y) * 0.16, z * 0.1, "terminal"), 2, x * 0.55).at(z=z * 0.98 - 0.1)
    return Draft(body, {"terminal": 2}, {"cable": False}, {"outline": "rectangular"})


def _thumb_joystick(dice: Dice) -> Draft:
    size, rise = dice.real(20, 40), dice.real(10, 22)
    body = block(size, size, 2, "board") - at_corners(hole(1.4, 2), size - 5, size - 5)
    body += block(size * 0.55, size * 0.55, rise * 0.6).at(z=1.9)
    body += block(size * 0.2, size * 0.2, rise * 0.45).at(size * 0.34, 0, 1.9)
    stick = rod(size * 0.1, rise, "stick") + rod(size * 0.2, 3, "thumb pad", top=size * 0.32).at(
        z=rise
    )
    stick -= ball(size * 0.6, "thumb pad").at(z=rise + 2.2 + size * 0.6)
    tilt = dice.real(-15, 15)
    return Draft(body + stick.turned(x=tilt, y=tilt).at(z=rise * 0.4), {"hole": 4, "button": 0},
                 {"grip": False, "board": True, "button": False}, {})  # fmt: skip


def _arcade_joystick(dice: Dice) -> Draft:
    x, y = dice.real(80, 240), dice.real(70, 150)
    z, rise = dice.real(20, 50), dice.real(50, 90)
    grip, buttons = dice.yes(), dice.whole(0, 6)
    at_x = -x * 0.28 if buttons else 0.0
    body = pillow(x, y, z, 6) + rod(rise * 0.2, 4, "collar").at(at_x, 0, z - 0.5)
    stick = rod(rise * 0.07, rise, "stick")
    stick += (
        hull(ball(rise * 0.13), ball(rise * 0.17).at(z=rise * 0.6), feature="grip").at(z=rise * 0.4)
        if grip
        else ball(rise * 0.2, "knob").at(z=rise)
    )
    body += stick.turned(y=dice.real(-15, 15)).at(at_x, 0, z - 1)
    for index in range(buttons):
        place = (x * (0.06 + 0.16 * (index % 3)), y * (0.15 - 0.3 * (index // 3)), z - 0.5)
        body += rod(min(x * 0.055, y * 0.1), 6, "button").at(*place)
    return Draft(body, {"hole": 0, "button": buttons},
                 {"grip": grip, "board": False, "button": buttons > 0}, {})  # fmt: skip


def _keycap(dice: Dice) -> Draft:
    units, z = dice.pick((1.0, 1.0, 1.25, 1.5, 2.0, 6.25)), dice.real(6, 12)
    x, y, top = 19 * units - 1, 18.0, dice.real(11, 13.5)
    body = hull(rounded_block(x, y, 1, 1.5), rounded_block(x - 18 + top, top, 0.5, 2).at(
        0, dice.real(0, 1.5), z))  # fmt: skip
    body -= hull(rounded_block(x - 3, y - 3, 1, 1).at(z=-0.9), rounded_block(
        x - 20 + top, top - 2, 0.5, 1).at(z=z - 2), feature="cavity")  # fmt: skip
    dished, legend = dice.yes(0.4), dice.yes()
    if dished:
        body -= rod(40, 200, "dish", sides=120).turned(x=90).at(0, 100, z + 39.4)
    body += rod(2.8, z - 1.5, "stem") - block(4.1, 1.3, 9).at(z=-4) - block(1.3, 4.1, 9).at(z=-4)
    if legend:
        body += lettering(some_text(dice, 1, 1), 7, 7, 1.2).at(z=z - 0.3)
    return Draft(
        body,
        {},
        {"text": legend, "dished top": dished, "stem": True},
        {"width": "double" if units == 2 else "single"} if units in (1.0, 2.0) else {},
    )


def _round_keycap(dice: Dice) -> Draft:
    """Typewriter style: a round dish on a stem."""
    radius, z, legend = dice.real(7, 10), dice.real(6, 11), dice.yes()
    body = rod(radius, 2.5) + tube(radius * 1.08, radius * 0.86, 3.5, "rim")
    body = body.at(z=z) + rod(2.9, z + 0.5, "stem") - block(4.1, 1.3, 9).at(z=-4)
    if legend:
        body += lettering(some_text(dice, 1, 1), radius, radius, 1.2).at(z=z + 2.4)
    return Draft(body, {}, {"text": legend, "dished top": False, "stem": True},
                 {"outline": "round"})  # fmt: skip


def _wavy_antenna_board(dice: Dice) -> Draft:
    """A radio module: shield can, castellated edge and a snake antenna."""
    x, y, pads = dice.real(14, 26), dice.real(20, 40), dice.whole(5, 10)
    body = block(x, y, 1) + block(x * 0.8, y * 0.6, 2.6, "chip").at(y=-y * 0.12, z=0.9)
    for side in (-1, 1):
        notch = rod(0.5, 3, "notch", sides=12).at(z=-1)
        body -= in_row(notch, pads, y * 0.7 / pads).turned(z=90).at(side * x / 2, -y * 0.1)
    turns = 5
    for index in range(turns):
        at_x = (index - (turns - 1) / 2) * x * 0.15
        body += block(x * 0.05, y * 0.14, 0.5, "antenna").at(at_x, y * 0.38, 0.9)
        end = y * (0.38 + 0.06 * np.cos(np.pi * index))
        if index < turns - 1:
            body += block(x * 0.2, x * 0.05, 0.5, "antenna").at(at_x + x * 0.075, end, 0.9)
    return Draft(body, {"hole": 0, "chip": 1}, {"chip": True, "connector": False,
                 "mounting holes": False}, {"outline": "rectangular"})  # fmt: skip


BUILDERS = (
    Builder("circuit board", "development", _dev_board),
    Builder("circuit board", "round", _round_board),
    Builder("circuit board", "card", _card),
    Builder("circuit board", "radio", _wavy_antenna_board, held_out=True),
    Builder("connector", "header", _pin_header),
    Builder("connector", "terminal", _screw_terminal),
    Builder("connector", "round", _round_plug),
    Builder("switch", "toggle", _toggle_switch),
    Builder("switch", "rocker", _rocker_switch),
    Builder("push button", "panel", _panel_button),
    Builder("push button", "tactile", _tactile_button),
    Builder("display frame", "bezel", _display_bezel),
    Builder("display frame", "stand", _display_stand),
    Builder("battery", "round", _round_cell),
    Builder("battery", "pack", _battery_pack),
    Builder("battery", "block", _block_battery),
    Builder("joystick", "thumb", _thumb_joystick),
    Builder("joystick", "arcade", _arcade_joystick),
    Builder("keycap", "sculpted", _keycap),
    Builder("keycap", "round", _round_keycap),
)
