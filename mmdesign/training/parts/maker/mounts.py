"""Mounts for motors, cameras, servos, sensors, fans and walls."""

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    union,
)


def _gussets(x: float, y: float, z: float, thick: float, count: int) -> Body:
    """Triangular ribs in the corner of a floor and a wall at y = 0."""
    web = prism([(0, 0), (y, 0), (0, z)], thick, "rib").turned(x=90, z=90)
    return in_row(web.at(-thick / 2), count, x / max(count - 1, 1))


def _motor_face(dice: Dice, size: float, thick: float) -> tuple[Body, int]:
    """A square plate with a pilot hole and screw holes around it."""
    around = dice.pick((2, 4, 4))
    body = rounded_block(size, size, thick, size * dice.real(0.03, 0.2))
    body -= hole(size * 0.26, thick)
    return body - hole(size * 0.045, thick, size * 0.52).around(around, 45), around + 1


def _flat_motor_mount(dice: Dice) -> Draft:
    size, thick = dice.real(28, 60), dice.real(3, 8)
    body, holes = _motor_face(dice, size, thick)
    wing, slotted = dice.real(0.35, 0.7) * size, dice.yes(0.5)
    for side in (-1, 1):
        ear = rounded_block(wing * 2, size * dice.real(0.4, 0.9), thick, 3)
        cut = slot(wing * 0.6, size * 0.09, thick) if slotted else hole(size * 0.06, thick)
        body += (ear - rod(size * 0.3, thick * 3).at(-side * wing, 0, -1)).at(side * size * 0.6)
        body -= cut.at(side * (size * 0.6 + wing * 0.6))
    body -= hole(size * 0.26, thick)
    return Draft(
        body,
        {"hole": holes + 2 * (not slotted), "slot": 2 * slotted},
        {"rib": False, "slot": slotted, "central hole": True},
        {"form": "flat"},
    )


def _angle_motor_mount(dice: Dice) -> Draft:
    size, thick, depth = dice.real(32, 60), dice.real(3, 6), dice.real(30, 60)
    face, holes = _motor_face(dice, size, thick)
    body = face.turned(x=90).at(0, thick, size / 2) + block(size, depth, thick).at(y=depth / 2)
    slots = dice.pick((0, 2))
    ribs = dice.pick((0, 2))
    if slots:
        body -= in_row(slot(depth * 0.5, size * 0.1, thick).turned(z=90), 2, size * 0.5).at(
            y=depth * 0.58)  # fmt: skip
    else:
        body -= in_row(hole(size * 0.06, thick), 2, size * 0.5).at(y=depth * 0.7)
    if ribs:
        body += _gussets(size - thick, depth * 0.9, size * 0.9, thick, 2)
    return Draft(body, {"hole": holes + 2 * (not slots), "slot": slots, "rib": ribs},
                 {"rib": ribs > 0, "slot": slots > 0, "central hole": True},
                 {"profile": "L-shaped"})  # fmt: skip


def _cradle_motor_mount(dice: Dice) -> Draft:
    """A cylinder of a motor lies in a ring with feet."""
    radius, length, wall = dice.real(10, 25), dice.real(15, 50), dice.real(2.5, 6)
    foot = radius + wall
    ring = tube(radius + wall, radius, length).turned(x=90).at(0, length / 2, foot)
    body = ring + (block(2 * foot, length, foot) - rod(radius, length + 2, "bore").turned(x=90).at(
        0, length / 2 + 1, foot))  # fmt: skip
    body += block(2 * foot + 26, length, wall)
    body -= at_corners(hole(1.8, wall), 2 * foot + 14, length * 0.55)
    clamped = dice.yes()
    if clamped:
        tab = block(8, length * 0.6, 10, "clamp ear") - rod(1.6, 99, "hole").turned(y=90).at(
            -50, 0, 5
        )
        body += in_row(tab, 2, 11).at(z=2 * foot - 2.5)
        body -= block(3, length + 2, foot, "slot").at(z=foot + radius - 1)
    return Draft(
        body,
        {"hole": 4 + 2 * clamped, "slot": int(clamped)},
        {"rib": False, "slot": clamped, "central hole": True},
        {"form": "round"},
    )


def _ball_head_camera_mount(dice: Dice) -> Draft:
    radius, stem, ball_radius = dice.real(18, 32), dice.real(15, 60), dice.real(7, 12)
    holes = dice.pick((0, 3, 4))
    body = rod(radius, 5, "base") + rod(ball_radius * 0.55, stem + 5, "stem")
    if holes:
        body -= hole(2, 5, radius * 0.78).around(holes)
    body += ball(ball_radius, "ball").at(z=stem + 5)
    tilt = dice.real(-30, 30)
    head = tube(ball_radius * 1.25, ball_radius * 0.8, ball_radius, "socket").at(
        z=ball_radius * 0.2
    )
    head += rounded_block(radius * 1.5, radius * 1.2, 5, 3, "platform").at(z=ball_radius * 1.1)
    head += rod(3.1, 8, "screw").at(z=ball_radius * 1.1 + 5)
    return Draft(body + head.turned(x=tilt).at(z=stem + 5), {"hole": holes},
                 {"ball joint": True, "rib": False, "screw": True}, {"form": "round"})  # fmt: skip


def _angle_camera_mount(dice: Dice) -> Draft:
    width, depth, height = dice.real(25, 45), dice.real(25, 50), dice.real(30, 60)
    thick, ribs = dice.real(2.5, 5), dice.pick((0, 1, 2))
    face = rounded_block(width, height, thick, 3)
    face -= hole(dice.real(0.15, 0.28) * width, thick).at(y=height * 0.08)
    face -= at_corners(hole(1.3, thick), width * 0.78, min(width, height) * 0.75).at(
        y=height * 0.08
    )
    body = face.turned(x=90 + dice.pick((0.0, 15.0))).at(0, thick, height / 2)
    body += rounded_block(width, depth, thick, 3).at(y=depth / 2)
    body -= in_row(hole(2.2, thick), 2, width * 0.5).at(y=depth * 0.7)
    if ribs:
        body += _gussets(width * 0.85, depth * 0.5, height * 0.25, thick, ribs)
    return Draft(body, {"hole": 7, "rib": ribs},
                 {"ball joint": False, "rib": ribs > 0, "screw": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _arm_camera_mount(dice: Dice) -> Draft:
    """Action camera style: interleaved fingers on a base plate."""
    fingers, radius = dice.pick((2, 3)), dice.real(7, 10)
    thick, rise = 3.0, dice.real(15, 60)
    finger = hull(rod(radius, thick).turned(x=90).at(0, thick / 2, rise),
                  block(2 * radius, thick, 2), feature="finger")  # fmt: skip
    body = in_row(finger.turned(z=90), fingers, 2 * thick + 0.4).at(z=4)
    base = rounded_block(dice.real(35, 60), dice.real(30, 45), 5, dice.pick((1, 10)), "base")
    holes = dice.pick((0, 4))
    if holes:
        base -= at_corners(hole(1.8, 5), 26, 22)
    body += base
    body -= rod(2.6, 99, "hole").turned(y=90).at(-50, 0, rise + 4)
    return Draft(
        body,
        {"finger": fingers},
        {"ball joint": False, "rib": False, "screw": False},
        {"form": "straight"},
    )


def _servo_frame(dice: Dice) -> Draft:
    x, y, thick = dice.real(12, 23), dice.real(23, 42), dice.real(2.5, 5)
    border = dice.real(6, 14)
    plate = rounded_block(y + 2 * border + 6, x + 2 * border, thick, 2)
    plate -= block(y, x, thick + 2, "window").at(z=-1)
    pairs = dice.pick((1, 2))
    for side in (-1, 1):
        plate -= in_row(hole(1.4, thick), pairs, x * 0.5).turned(z=90).at(side * (y / 2 + 4))
    upright = dice.yes(0.7)
    if upright:
        plate = plate.turned(x=90).at(z=x / 2 + border)
        plate += block(y + 2 * border + 6, dice.real(15, 35), thick).at(y=4)
    return Draft(plate, {"window": 1, "hole": 2 * pairs}, {"foot": upright, "window": True},
                 {"profile": "L-shaped"} if upright else {})  # fmt: skip


def _servo_bracket(dice: Dice) -> Draft:
    """A folded U that holds a servo between its cheeks."""
    x, y, z, thick = dice.real(24, 42), dice.real(20, 32), dice.real(25, 50), dice.real(1.5, 3)
    cheek = hull(block(thick, y, 2), rod(y / 2, thick).turned(y=90).at(-thick / 2, 0, z - y / 2))
    horn = hole(dice.real(2.5, 4), thick) + hole(1, thick, y * 0.3).around(4)
    drilled = horn.turned(y=90).at(-thick / 2, 0, z - y / 2)
    body = block(x, y, thick) + union([(cheek - drilled).at(s * (x - thick) / 2) for s in (-1, 1)])
    holes = dice.pick((2, 4))
    body -= (at_corners(hole(1.5, thick), x * 0.5, y * 0.55) if holes == 4
             else in_row(hole(1.8, thick), 2, x * 0.45))  # fmt: skip
    return Draft(body, {"window": 0, "hole": holes + 10}, {"foot": False, "window": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _two_eyed_sensor_mount(dice: Dice) -> Draft:
    """The face of an ultrasonic range finder."""
    width, height, thick = dice.real(46, 60), dice.real(22, 32), dice.real(2, 4)
    face = rounded_block(width, height, thick, 3) - in_row(hole(8.2, thick), 2, 26)
    face -= at_corners(hole(1, thick), width - 5, height - 5)
    body = face.turned(x=90).at(0, thick, height / 2)
    foot, ribs = dice.yes(0.7), dice.pick((0, 2))
    if foot:
        body += block(width, 20, thick).at(y=10) - in_row(hole(1.7, thick), 2, 20).at(y=13)
        if ribs:
            body += _gussets(width - 4, 15, 12, 2, 2)
    return Draft(body, {"hole": 6 + 2 * foot, "rib": ribs * foot, "slot": 0},
                 {"slot": False, "rib": bool(ribs and foot)}, {})  # fmt: skip


def _arm_sensor_mount(dice: Dice) -> Draft:
    """A ring for a round probe on a slotted arm."""
    radius, length, thick = dice.real(4, 12), dice.real(25, 70), dice.real(5, 12)
    arm = hull(rod(radius * 0.8, thick), rod(radius * 0.7, thick).at(length), feature="arm")
    body = rod(radius + 4, thick) + arm - hole(radius, thick)
    slotted = dice.yes()
    body -= (slot(length * 0.4, radius * 0.5, thick) if slotted else
             in_row(hole(radius * 0.25, thick), 2, length * 0.3)).at(length * 0.72)  # fmt: skip
    return Draft(body, {"hole": 1 if slotted else 3, "rib": 0, "slot": int(slotted)},
                 {"slot": slotted, "rib": False}, {"form": "flat"})  # fmt: skip


def _fan_plate(dice: Dice) -> Draft:
    size, thick = dice.pick((30.0, 40.0, 60.0, 80.0, 120.0)), dice.real(2, 6)
    flap = dice.real(0.2, 0.5) * size
    body = rounded_block(size, size, thick, size * 0.06) - hole(size * 0.46, thick)
    body -= at_corners(hole(size * 0.04, thick), size * 0.8, size * 0.8)
    guard = dice.yes()
    if guard:
        bar = block(size * 0.96, size * 0.03, thick, "grille")
        body += bar.turned(z=45) + bar.turned(z=-45)
        body += tube(size * 0.3, size * 0.27, thick, "grille") + rod(size * 0.12, thick, "grille")
    body += (block(size, flap, thick) - in_row(hole(1.8, thick), 2, size * 0.6)).at(
        y=-(size + flap) / 2 + 0.5)  # fmt: skip
    return Draft(
        body, {"hole": 6 + (not guard)}, {"grille": guard, "duct": False}, {"form": "flat"}
    )


def _fan_duct(dice: Dice) -> Draft:
    """Square frame of a fan narrowing into a duct."""
    size, thick, drop = dice.pick((30.0, 40.0, 50.0)), 3.0, dice.real(20, 50)
    wide, low = size * dice.real(0.4, 0.9), dice.real(6, 14)
    shift = dice.real(0, 0.5) * size
    outer = hull(rod(size * 0.48, 1), rounded_block(wide + 4, low + 4, 1, 2).at(0, shift, drop),
                 feature="duct")  # fmt: skip
    inner = hull(rod(size * 0.45, 2).at(z=-1), rounded_block(wide, low, 2, 1).at(0, shift, drop),
                 feature="opening")  # fmt: skip
    frame = rounded_block(size, size, thick, 3) - at_corners(
        hole(1.7, thick), size * 0.8, size * 0.8
    )
    return Draft((frame + outer - inner).turned(x=180), {"hole": 4},
                 {"grille": False, "duct": True}, {"form": "tapered"})  # fmt: skip


def _keyhole_wall_mount(dice: Dice) -> Draft:
    x, y, thick = dice.real(40, 90), dice.real(60, 130), dice.real(3, 6)
    count = dice.pick((1, 2))
    keyhole = rod(5, thick * 3, "keyhole").at(z=-thick) + block(5, 14, thick * 3, "keyhole").at(
        0, 7, -thick)  # fmt: skip
    plate = rounded_block(x, y, thick, 6) - in_row(keyhole, count, x * 0.55).at(y=y * 0.3)
    shelf = dice.real(15, 50)
    body = plate.turned(x=90).at(0, thick, y / 2)
    body += block(x, shelf, thick, "shelf").at(y=-shelf / 2 + 1)
    lip = dice.yes(0.6)
    if lip:
        body += block(x, thick, dice.real(8, 25), "lip").at(y=-shelf + thick / 2 + 1)
    return Draft(body, {"keyhole": count}, {"lip": lip, "keyhole": True, "arm": False},
                 {"profile": "U-shaped" if lip else "L-shaped"})  # fmt: skip


def _arm_wall_mount(dice: Dice) -> Draft:
    """Round wall plate, arm sticking out, and a head plate."""
    radius, length, thick = dice.real(20, 40), dice.real(40, 130), dice.real(4, 8)
    holes, arm = dice.pick((3, 4)), dice.real(5, 10)
    body = rod(radius, thick) - hole(2.2, thick, radius * 0.75).around(holes, 45)
    body += rod(radius * 0.5, length * 0.3, "arm", top=arm).at(z=thick - 0.1)
    body += rod(arm, length, "arm").at(z=thick)
    head = rounded_block(radius * 1.3, radius * 1.3, thick, 3)
    head -= at_corners(hole(1.7, thick), radius * 0.95, radius * 0.95)
    body += head.at(z=length + thick - 0.5)
    return Draft(body.turned(x=90), {"hole": holes + 4},
                 {"lip": False, "keyhole": False, "arm": True}, {"form": "round"})  # fmt: skip


BUILDERS = (
    Builder("motor mount", "plate", _flat_motor_mount),
    Builder("motor mount", "angle", _angle_motor_mount),
    Builder("motor mount", "cradle", _cradle_motor_mount),
    Builder("camera mount", "ball head", _ball_head_camera_mount),
    Builder("camera mount", "angle", _angle_camera_mount),
    Builder("camera mount", "fingers", _arm_camera_mount),
    Builder("servo mount", "frame", _servo_frame),
    Builder("servo mount", "cheeks", _servo_bracket),
    Builder("sensor mount", "two eyes", _two_eyed_sensor_mount),
    Builder("sensor mount", "ring", _arm_sensor_mount),
    Builder("fan mount", "plate", _fan_plate),
    Builder("fan mount", "duct", _fan_duct),
    Builder("wall mount", "keyhole", _keyhole_wall_mount),
    Builder("wall mount", "arm", _arm_wall_mount),
)
