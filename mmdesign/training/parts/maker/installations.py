"""Mounts that stand, clamp or swing: for motors, cameras, fans and devices on a wall."""

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    arc,
    ball,
    block,
    hole,
    hull,
    prism,
    rod,
    rounded_block,
    slot,
    tube,
    wire,
)


def _plate(size: float, thick: float, rounded: bool) -> Body:
    """A round plate, or a square one with cut corners."""
    if rounded:
        return rod(size / 2, thick)
    return hull(block(size, size * 0.7, thick), block(size * 0.7, size, thick))


def _standoff_motor_mount(dice: Dice) -> Draft:
    """Two plates a motor's length apart, joined by posts."""
    size, thick, gap = dice.real(34, 70), dice.real(2.5, 6), dice.real(20, 70)
    posts, rounded, around = dice.pick((3, 4, 4)), dice.yes(), dice.pick((2, 3, 4))
    face = _plate(size, thick, rounded) - hole(size * 0.16, thick)
    face -= hole(size * 0.035, thick, size * 0.27).around(around, 45)
    wide = size * dice.real(1.0, 1.5)
    back = _plate(wide, thick, dice.yes()) - hole(size * 0.22, thick)
    fixings = dice.pick((3, 4, 6))
    back -= hole(size * 0.04, thick, wide * 0.41).around(fixings, 90 / fixings)
    post = rod(size * dice.real(0.05, 0.09), gap + 0.2, "post", sides=dice.pick((6, 40)))
    body = back + face.at(z=thick + gap) + post.at(size * 0.39, 0, thick - 0.1).around(posts, 45)
    return Draft(body.turned(x=dice.pick((0, 90))), {"hole": 2 + around + fixings, "slot": 0,
                 "post": posts}, {"rib": False, "slot": False, "central hole": True},
                 {})  # fmt: skip


def _cross_motor_mount(dice: Dice) -> Draft:
    """A cross of slotted arms under the motor of a model aircraft, with or without risers."""
    reach, arms = dice.real(16, 40), dice.pick((3, 4, 4))
    thick, wide = dice.real(1.5, 4), reach * dice.real(0.2, 0.34)
    arm = hull(rod(wide, thick).at(reach * 0.3), rod(wide * dice.real(0.6, 1), thick).at(reach))
    cut = rounded_block(reach * 0.5, wide * 0.6, thick + 2, wide * 0.3, "slot")
    body = arm.around(arms, 45) + rod(reach * 0.45, thick)
    body -= cut.at(reach * 0.78, 0, -1).around(arms, 45) + hole(reach * 0.2, thick)
    risers = dice.yes()
    if risers:
        tall = reach * dice.real(0.3, 1.2)
        foot = rod(wide * 0.45, tall, "post").at(reach * 0.5, 0, 0.1 - tall)
        body += foot.around(arms, 45)
        body += tube(reach * 0.75, reach * 0.3, thick).at(z=-tall)
    return Draft(body, {"hole": 1 + risers, "slot": arms, "rib": 0},
                 {"rib": False, "slot": True, "central hole": True},
                 {"form": "cross-shaped"} if arms == 4 else {})  # fmt: skip


def _screw_platform(size: float, rounded: bool) -> Body:
    """What a camera is screwed on, its underside at z = 0."""
    plate = rod(size / 2, 4, "platform") if rounded else rounded_block(
        size * 1.2, size, 4, 3, "platform")  # fmt: skip
    return plate + rod(3.1, 8, "screw").at(z=3.9)


def _clamp_camera_mount(dice: Dice) -> Draft:
    """A clamp for the edge of a table, a column or gooseneck above it, and a platform."""
    mouth, depth, width = dice.real(18, 50), dice.real(25, 50), dice.real(14, 28)
    wall, stem, lean = dice.real(5, 9), dice.real(20, 120), dice.real(-35, 35)
    high = mouth + 2 * wall
    jaw = [(0.0, 0.0), (depth, 0.0), (depth, wall), (wall, wall), (wall, high - wall),
           (depth, high - wall), (depth, high), (0.0, high)]  # fmt: skip
    body = prism(jaw, width, "clamp").turned(x=90).at(0, width / 2)
    push = mouth * dice.real(0.3, 0.9)
    spindle = rod(wall * 0.5, push + wall * 2) + rod(wall * 1.1, 2.5).at(z=push + wall * 2)
    spindle += rod(wall * 1.4, wall, "knob", sides=dice.pick((6, 8, 40)))
    body += spindle.at(depth * 0.7, 0, -wall)
    size = dice.real(22, 40)
    head = _screw_platform(size, dice.yes()).at(z=stem - 1)
    if dice.yes():
        bow = ((0, 0), (0.25, 1), (0.5, 0), (0.75, -1), (1, 0))
        path = [(6 * x, 0.0, stem * t) for t, x in bow]
        column = wire(path, dice.real(2.5, 4), "arm")
    else:
        column = rod(dice.real(3.5, 7), stem, "arm")
    top = column + head + ball(wall, "arm")
    body += top.turned(x=lean).at(depth * 0.5, 0, high)
    return Draft(body, {"hole": 0},
                 {"ball joint": False, "rib": False, "screw": True},
                 {"profile": "C-shaped"})  # fmt: skip


def _tripod_camera_mount(dice: Dice) -> Draft:
    """A small tripod for a table, its head on a column or on a ball."""
    tall, spread, thick = dice.real(30, 120), dice.real(0.4, 1.1), dice.real(3, 7)
    reach, jointed = tall * spread, dice.yes()
    leg = hull(ball(thick).at(thick, 0, tall), ball(thick * dice.real(0.5, 1)).at(reach),
               feature="leg")  # fmt: skip
    body = leg.around(3) + ball(thick * 1.25, "foot").at(reach).around(3)
    body += rod(thick * 2.2, thick * 3).at(z=tall - thick * 1.5)
    column = dice.real(0.1, 0.6) * tall + thick * 2
    body += rod(thick, column, "stem").at(z=tall)
    top = _screw_platform(dice.real(20, 45), dice.yes())
    if jointed:
        body += ball(thick * 1.8, "ball").at(z=tall + column)
        top = top.at(z=thick * 1.5).turned(x=dice.real(-35, 35))
    return Draft(body + top.at(z=tall + column), {"hole": 0, "leg": 3},
                 {"ball joint": jointed, "rib": False, "screw": True}, {})  # fmt: skip


def _fan_face(size: float, thick: float, guard: int) -> Body:
    """A square with a round opening, perhaps behind a grille of so many rings."""
    body = rounded_block(size, size, thick, size * 0.08) - hole(size * 0.45, thick)
    body -= at_corners(hole(size * 0.035, thick), size * 0.84, size * 0.84)
    if guard:
        bar = block(size * 0.94, size * 0.03, thick * 0.6, "grille")
        body += bar.turned(z=45) + bar.turned(z=-45) + rod(size * 0.1, thick * 0.6, "grille")
        for ring in range(guard):
            radius = size * (0.17 + 0.26 * ring / guard)
            body += tube(radius + size * 0.02, radius, thick * 0.6).labelled("grille")
    return body


def _standing_fan_mount(dice: Dice) -> Draft:
    """A fan's frame that stands tilted on a table between two side plates."""
    size, thick = dice.pick((40.0, 60.0, 80.0, 120.0)), dice.real(2.5, 6)
    guard, lean = dice.pick((0, 2, 3, 4)), dice.real(0, 30)
    face = _fan_face(size, thick, guard).turned(x=90 + lean).at(0, 0, size * 0.62)
    depth, high = size * dice.real(0.4, 0.8), size * dice.real(0.5, 0.9)
    cheek = prism([(-depth / 2, 0), (depth / 2, 0), (depth * 0.12, high), (-depth * 0.2, high)],
                  thick, "side").turned(x=90, z=90)  # fmt: skip
    body = face + in_row(cheek.at(-thick / 2), 2, size + thick * 0.9)
    body += block(size + thick, depth * 0.5, thick, "base")
    return Draft(body, {"hole": 4 + (not guard)}, {"grille": guard > 0, "duct": False}, {})


def _basket_wall_mount(dice: Dice) -> Draft:
    """An open tray screwed to the wall for a router or a controller, its sides full or cut away."""
    x, depth, z = dice.real(40, 140), dice.real(20, 60), dice.real(25, 80)
    wall, holes, ears = dice.real(2, 4.5), dice.pick((2, 4)), dice.yes()
    front = z * dice.pick((0.25, 0.4, 0.7))
    body = block(x, depth, z) - block(x - 2 * wall, depth - 2 * wall, z, "cavity").at(z=wall)
    slope = prism([(-depth, front), (depth / 2 - wall, front), (depth / 2 - wall, z + 1),
                   (-depth, z + 1)], x * 2).turned(x=90, z=90).mirrored(y=1)  # fmt: skip
    body -= slope.at(-x).mirrored(y=1)
    drill = rod(1.8, depth * 9, "hole", sides=20).turned(x=90)
    if ears:
        ear = rounded_block(14, z * 0.7, wall, 4).turned(x=90).at(0, depth / 2, z * 0.5)
        body += in_row(ear, 2, x + 8)
        drill = in_row(drill, 2, x + 16)
    else:
        drill = in_row(drill, 2, x * 0.5)
    rows = in_row(drill, holes // 2, z=z * 0.3).at(0, depth * 4.5 + depth / 2 - wall - 1, z * (
        0.5 if ears else 0.72))  # fmt: skip
    behind = block(x * 3, wall * 4, z * 3).at(0, depth / 2, -z)
    body -= rows & behind
    vents = dice.pick((0, 3, 5))
    if vents:
        opening = block(x * 0.5 / vents, depth * 0.5, wall * 3, "window").at(z=-wall)
        body -= in_row(opening, vents, x * 0.85 / vents)
    return Draft(body, {"hole": holes, "keyhole": 0},
                 {"lip": True, "keyhole": False, "arm": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _swing_arm(start: tuple[float, float], way: float, length: float, thick: float) -> Body:
    """A flat arm with a joint at both ends, seen from above; it starts at (x, y)."""
    eye = rod(thick, thick * 2.4, "joint")
    arm = hull(rod(thick * 0.7, thick * 1.6), rod(thick * 0.7, thick * 1.6).at(length),
               feature="arm").at(z=thick * 0.4)  # fmt: skip
    return (arm + eye + eye.at(length)).turned(z=way).at(*start)


def _folding_wall_mount(dice: Dice) -> Draft:
    """A tall wall plate, one or two swinging arms, and a head with four fingers or a plate."""
    wide, tall, thick = dice.real(30, 60), dice.real(70, 140), dice.real(4, 7)
    length, links, holes = dice.real(50, 110), dice.whole(1, 2), dice.pick((2, 4, 6))
    joint = dice.real(6, 10)
    plate = rounded_block(wide, tall, thick, 4)
    drill = in_row(hole(2.4, thick), holes // 2, y=tall * 0.8 / max(holes // 2 - 1, 1))
    body = (plate - in_row(drill, 2, wide * 0.6)).turned(x=90)
    lug = block(joint * 1.2, joint * 1.6, joint * 1.6).at(0, -thick - joint * 0.6, -joint * 0.8)
    x, y, way = 0.0, -thick - joint * 1.4, dice.real(-150, -100)
    body += lug
    for _ in range(links):
        link = _swing_arm((x, y), way, length, joint).at(z=-joint * 1.2)
        body += link
        tip = arc(length, way, way, 1)[0]
        x, y, way = x + tip[0], y + tip[1], -180 - way
    head = dice.real(40, 70)
    finger = hull(rod(5, 3), rod(5, 3).at(head * 0.7)) - hole(1.8, 3, head * 0.7)
    face = finger.around(4, 45) + rounded_block(head * 0.5, head * 0.5, 3, 3)
    if dice.yes():
        face = rounded_block(head, head, 3, 3) - at_corners(hole(1.8, 3), head * 0.8, head * 0.8)
    body += face.turned(x=90).at(x, y - joint - 1) + block(joint, joint * 2, joint).at(
        x, y - joint * 0.4, -joint / 2)  # fmt: skip
    return Draft(body, {"hole": holes + 4, "keyhole": 0},
                 {"lip": False, "keyhole": False, "arm": True}, {})  # fmt: skip


def _slotted_motor_cup(dice: Dice) -> Draft:
    """A cup that takes the motor from above, cooled through slots, with a flange or feet."""
    radius, deep, wall = dice.real(11, 28), dice.real(14, 50), dice.real(2, 4)
    slots, lugs = dice.pick((0, 4, 6, 8)), dice.pick((2, 3, 4))
    body = rod(radius + wall, deep) - rod(radius, deep, "cavity").at(z=wall)
    ear = hull(rod(radius * 0.25, wall).at(radius * 1.45), block(2, radius * 0.9, wall).at(radius))
    body += (ear - hole(radius * 0.1, wall, radius * 1.45)).around(lugs)
    body -= hole(radius * 0.3, wall) + hole(radius * 0.09, wall, radius * 0.6).around(2, 20)
    if slots:
        cut = slot(deep * 0.6, radius * 0.25, radius).turned(y=90).at(radius * 0.6, 0, deep * 0.52)
        body -= cut.around(slots, 180 / slots + 7)
    return Draft(body.turned(x=dice.pick((0, 90))), {"hole": lugs + 3, "slot": slots, "rib": 0},
                 {"rib": False, "slot": slots > 0, "central hole": True},
                 {"form": "cylindrical"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("motor mount", "standoffs", _standoff_motor_mount),
    Builder("motor mount", "cross", _cross_motor_mount),
    Builder("motor mount", "cup", _slotted_motor_cup),
    Builder("camera mount", "clamp", _clamp_camera_mount),
    Builder("camera mount", "tripod", _tripod_camera_mount),
    Builder("fan mount", "stand", _standing_fan_mount),
    Builder("wall mount", "basket", _basket_wall_mount),
    Builder("wall mount", "folding arm", _folding_wall_mount),
)
