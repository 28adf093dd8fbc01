"""Reducers, caps, valves and manifolds."""

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Point2,
    ball,
    block,
    hole,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
)


def _pipe_reducer(dice: Dice) -> Draft:
    """Two diameters joined by a cone; collars at the ends."""
    wide, long = dice.real(10, 45), dice.real(0.8, 2.5)
    narrow, cone = wide * dice.real(0.35, 0.75), wide * long
    wall, off = wide * 0.12, 0.0
    end = wide * dice.real(0.4, 1)
    path: list[Point2] = [(wide, off), (wide, end), (narrow, end + cone), (narrow, 2 * end + cone)]
    body = revolved([*path, *[(r - wall, z) for r, z in path[::-1]]])
    collars = dice.yes(0.55)
    if collars:
        body += tube(wide * 1.15, wide * 0.95, end * 0.6, "collar")
        body += tube(narrow * 1.25, narrow * 0.95, end * 0.5, "collar").at(z=cone + 1.5 * end)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"opening": 2}, {"collars": collars},
                 {"form": "conical"})  # fmt: skip


def _pipe_cap(dice: Dice) -> Draft:
    """A round cap: domed or flat end, hexagon or knurls for gripping, open below."""
    radius = dice.real(8, 40)
    high, inner = radius * dice.real(0.6, 1.6), radius * dice.real(0.78, 0.9)
    domed, grips = dice.yes(0.5), dice.pick((0, 0, 12, 24))
    body = rod(radius, high)
    if domed:
        dome = (ball(radius, "dome") & block(999, 999, 999, "dome")).scaled(z=dice.real(0.3, 0.8))
        body += dome.at(z=high - 0.01)
    if grips:
        body += block(radius * 0.16, radius * 0.12, high, "rib").at(radius).around(grips)
    body -= rod(inner, high * 0.8, "cavity").at(z=-0.1)
    return Draft(body, {"rib": grips}, {"dome": domed, "ribs": grips > 0},
                 {"outline": "round"})  # fmt: skip


def _square_cap(dice: Dice) -> Draft:
    """An end cap for square tube: a flat lid with lamellar plug below."""
    x, ratio = dice.real(15, 60), dice.pick((1.0, 1.0, 0.5))
    y, t, plug = x * ratio, dice.real(2, 6), dice.real(8, 25)
    body = rounded_block(x, y, t, t).at(z=plug) + block(x * 0.75, y * 0.75, plug + 0.1)
    ribs = dice.whole(2, 5)
    for index in range(ribs):
        body += block(x * 0.88, y * 0.88, 1.0, "rib").at(z=plug * (index + 0.3) / ribs)
    body -= block(x * 0.62, y * 0.62, plug, "cavity").at(z=-0.1)
    return Draft(body.turned(x=180), {"rib": ribs}, {"dome": False, "ribs": True},
                 {"outline": "square" if ratio == 1 else "rectangular"})  # fmt: skip


def _valve(dice: Dice) -> Draft:
    """A globe or ball valve: body between two ends, bonnet, stem with lever or wheel."""
    radius, ends = dice.real(10, 35), dice.pick(("hexagon", "flange"))
    length, high = radius * dice.real(3.6, 5), radius * dice.real(1.6, 3)
    body = ball(radius * 1.35) + rod(radius * 0.85, length).at(z=-length / 2).turned(y=90)
    z = radius * 0.4
    if ends == "flange":
        end = rod(radius * 1.8, z, "flange") - hole(radius * 0.16, z, radius * 1.45).around(4, 45)
    else:
        end = rod(radius * 1.2, radius * 0.8, "collar", sides=6)
    end = end.turned(y=90).at(-length / 2)
    body += end + end.mirrored(x=1)
    body += rod(radius * 0.7, high * 0.7, "bonnet") + rod(radius * 0.22, high + radius, "stem")
    wheel, top = dice.yes(0.5), high + radius * 0.8
    if wheel:
        rim = tube(radius * 1.5, radius * 1.2, radius * 0.25, "hand wheel").at(z=top)
        arm = block(radius * 2.6, radius * 0.25, radius * 0.2, "hand wheel").at(z=top)
        body += rim + arm + arm.turned(z=90)
    else:
        body += rounded_block(radius * 3.6, radius * 0.6, radius * 0.2, radius * 0.3, "lever").at(
            radius * 1.4, 0, top)  # fmt: skip
    body -= rod(radius * 0.62, 3 * length, "bore").at(z=-length).turned(y=90)
    return Draft(body, {"opening": 2}, {"hand wheel": wheel, "lever": not wheel,
                 "flanges": ends == "flange"})  # fmt: skip


def _manifold(dice: Dice) -> Draft:
    """A block with a row of ports or nipples and a through channel."""
    ports, pitch, square = dice.whole(2, 8), dice.real(14, 36), dice.yes(0.55)
    radius, length = pitch * dice.real(0.2, 0.32), pitch * ports + pitch * 0.4
    size, high = pitch * dice.real(0.8, 1.2), pitch * dice.real(0.5, 1)
    body = (block(length, size, size) if square
            else rod(size / 2, length).at(z=-length / 2).turned(y=90).at(z=size / 2))  # fmt: skip
    nipples = dice.yes(0.55)
    places = [(k - (ports - 1) / 2) * pitch for k in range(ports)]
    if nipples:
        nipple = rod(radius * 1.35, high, "nipple", sides=dice.pick((6, 40))).at(z=size * 0.9)
        body += union([nipple.at(p) for p in places])
    drill = rod(radius * 0.8, size + high, "port").at(z=size * 0.5)
    body -= union([drill.at(p) for p in places])
    body -= rod(radius, length * 2, "bore").at(z=-length).turned(y=90).at(z=size / 2)
    return Draft(body, {"port": ports}, {"nipples": nipples},
                 {"form": "straight",
                 "profile": "square"} if square else {"form": "cylindrical"})  # fmt: skip


BUILDERS = (
    Builder("pipe reducer", "cone", _pipe_reducer),
    Builder("pipe cap", "round", _pipe_cap),
    Builder("pipe cap", "square", _square_cap),
    Builder("valve", "stem", _valve),
    Builder("manifold", "ports", _manifold),
)
