"""Covers, packers, corner joints and tiles of other kinds."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    arc,
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


def _manhole_cover(dice: Dice) -> Draft:
    """A heavy round or square lid with a cast pattern and lifting slots."""
    radius, thick, square = dice.real(35, 80), dice.real(4, 10), dice.yes(0.3)
    slots, pattern = dice.pick((0, 2, 4, 8)), dice.pick(("rings", "studs", "spokes"))
    side = radius * 1.8
    body = rounded_block(side, side, thick, 3) if square else rod(radius, thick)
    if pattern == "rings":
        for index in range(dice.whole(2, 4)):
            outer = radius * (0.85 - 0.2 * index)
            body += tube(outer, outer - radius * 0.07, 2, "rib").at(z=thick - 0.1)
    elif pattern == "studs":
        stud = block(radius * 0.12, radius * 0.12, 2.2, "boss")
        body += grid(stud, 6, 6, radius * 0.2, radius * 0.2).at(z=thick - 0.1)
    else:
        rib = block(radius * 0.7, radius * 0.07, 2, "rib").at(radius * 0.46)
        body += rib.around(dice.pick((6, 8, 12))).at(z=thick - 0.1)
        body += rod(radius * 0.2, 2.5, "boss").at(z=thick - 0.1)
    if dice.yes():
        body += tube(radius * 0.82, radius * 0.74, thick, "rim").at(z=-thick + 0.1)
    if slots:
        cut = rounded_block(radius * 0.16, radius * 0.07, 99, radius * 0.03, "slot")
        body -= cut.at(radius * (0.74 if square else 0.9), 0, -50).around(slots)
    return Draft(body, {"slot": slots, "hole": 0},
                 {"slots": slots > 0, "screw holes": False, "window": False},
                 {"outline": "square" if square else "round"})  # fmt: skip


def _belt_guard(dice: Dice) -> Draft:
    """A shallow shell round two pulleys, screwed on at its ears."""
    large, wall = dice.real(25, 45), dice.real(2, 3.5)
    small, reach = large * dice.real(0.4, 1), large * dice.real(1.7, 3.2)
    tall, vents, ears = dice.real(12, 35), dice.pick((0, 6, 8)), dice.yes(0.7)
    windowed = dice.yes(0.4)
    body = hull(rod(large, tall), rod(small, tall).at(reach))
    lower = tall - wall
    body -= hull(
        rod(large - wall, lower).at(z=-0.1), rod(small - wall, lower).at(reach, 0, -0.1),
        feature="cavity",
    )  # fmt: skip
    if vents:
        cut = rounded_block(large * 0.5, large * 0.1, 99, large * 0.04, "slot")
        body -= cut.at(large * 0.58).around(vents).at(z=tall / 2)
    if windowed:
        body -= rod(small * 0.6, 99, "window").at(reach, 0, tall / 2)
    if ears:
        ear = rounded_block(16, 12, wall, 5) - hole(2.2, wall, 3)
        body += ear.at(reach + small + 5) + ear.turned(z=180).at(-large - 5)
        body += ear.turned(z=90).at(0, large + 5)
    body = body.turned(x=dice.pick((0, 90)))
    return Draft(body, {"slot": vents, "hole": 3 * ears},
                 {"slots": vents > 0, "screw holes": ears, "window": windowed}, {})  # fmt: skip


def _horseshoe_shim(dice: Dice) -> Draft:
    """A flat packer with an open slot that goes round a bolt; a tab to pull it."""
    x, y, thick = dice.real(25, 60), dice.real(25, 80), dice.real(1, 8)
    gap, tabbed, round_ = x * dice.real(0.2, 0.42), dice.yes(0.7), dice.yes()
    if round_:
        body = hull(rod(x / 2, thick), block(x, 1, thick).at(y=-y * 0.55))
    else:
        body = rounded_block(x, y, thick, 2)
    low = -y * 0.56 if round_ else -y / 2
    tip = dice.real(-0.1, 0.1) * y
    body -= hull(rod(gap / 2, 99).at(0, tip), rod(gap / 2, 99).at(0, low - gap), feature="slot").at(
        z=-9
    )
    holes = 0
    if tabbed:
        high = x / 2 if round_ else y / 2
        body += rounded_block(x * 0.35, x * 0.4, thick, 2, "tab").at(0, high + x * 0.1)
        holes = int(dice.yes())
        if holes:
            body -= hole(x * 0.07, thick, 0, high + x * 0.14)
    return Draft(body, {"hole": holes, "slot": 1}, {"slot": True}, {"profile": "U-shaped"})


def _ribbed_packer(dice: Dice) -> Draft:
    """A moulded packer: a thin-walled frame of cells, with or without a floor."""
    columns, rows, cell = dice.whole(2, 7), dice.whole(1, 4), dice.real(6, 14)
    wall, z = cell * dice.real(0.15, 0.3), dice.real(4, 16)
    x, y = columns * cell + wall, rows * cell + wall
    body = rounded_block(x, y, z, dice.pick((0.5, 3)))
    floor = z * dice.real(0.1, 0.3) if dice.yes() else -1.0
    pocket = rounded_block(cell - wall, cell - wall, z + 9, dice.pick((0.4, cell * 0.3)), "cavity")
    body -= grid(pocket, columns, rows, cell, cell).at(z=floor)
    slotted = dice.yes(0.4)
    if slotted:
        body -= block(x * 0.55, wall * 2.4, 99, "slot").at(x * 0.3, 0, -9)
    if dice.yes(0.4):
        pin = rod(cell * 0.18, cell * 0.4, "pin")
        body += at_corners(pin, x - wall, y - wall).at(z=z - 0.1) & block(x, y, z * 3)
    return Draft(
        body, {"hole": 0, "slot": int(slotted)}, {"slot": slotted}, {"outline": "rectangular"}
    )


def _plug_corner(dice: Dice) -> Draft:
    """A solid corner with finned tongues that are driven into hollow profiles."""
    size, reach = dice.real(12, 30), dice.real(20, 50)
    ways, rounded = dice.pick((2, 2, 3, 3, 4)), dice.yes()
    core, fins = size * dice.real(0.6, 0.8), dice.whole(0, 5)
    tongue = rod(core / 2, reach, "pin") if rounded else block(core, core, reach, "pin")
    if not rounded and dice.yes():
        tongue -= block(core * 0.4, size * 2, reach * 0.8, "gap").at(0, 0, reach * 0.25)
    grown = core + size * 0.1
    fin = rod(grown / 2, size * 0.06, "fin") if rounded else block(grown, grown, size * 0.06, "fin")
    for index in range(fins):
        tongue += fin.at(z=reach * (0.25 + 0.7 * index / fins))
    tip = block(core * 0.7, core * 0.7, core * 0.15, "pin")
    tongue = (tongue + tip.at(z=reach - 0.1)).at(z=size / 2 - 0.1)
    turns = ((90, 0), (0, 90), (0, 0), (0, -90))
    body = union([tongue.turned(x=a, y=b) for a, b in turns[:ways]])
    body += ball(size * 0.62) if rounded else block(size, size, size).at(z=-size / 2)
    return Draft(body, {"socket": 0, "hole": 0}, {"gusset": False, "screw holes": False},
                 {"section": "round" if rounded else "square"})  # fmt: skip


def _dome_hub(dice: Dice) -> Draft:
    """Sockets in a star, leaning as in a geodesic dome or a greenhouse."""
    ways, radius = dice.whole(3, 6), dice.real(5, 12)
    wall, lean = dice.real(1.5, 3.5), dice.real(0, 30)
    webbed, screwed = dice.yes(), dice.yes()
    start = radius * max(1.4, 0.4 * ways)
    reach = start + radius * dice.real(1.5, 4)
    pipe = rod(radius + wall, reach, "socket")
    drill = rod(radius, reach, "bore").at(z=start)
    if screwed:
        span = 2 * (radius + wall) + 2
        across = rod(radius * 0.2, span, "hole").turned(x=90)
        drill += across.at(0, span / 2, (start + reach) / 2)
    body = pipe.turned(y=90 + lean).around(ways) + ball(radius * 1.3)
    if webbed:
        body += rod(start + (reach - start) * 0.4, wall * 1.5, "gusset", sides=ways * 2)
    if dice.yes():
        body += pipe
        drill_all = drill.turned(y=90 + lean).around(ways) + drill
        ways += 1
    else:
        drill_all = drill.turned(y=90 + lean).around(ways)
    return Draft(body - drill_all, {"socket": ways, "hole": 2 * ways * screwed},
                 {"gusset": webbed, "screw holes": screwed}, {"section": "round"})  # fmt: skip


def _decking_tile(dice: Dice) -> Draft:
    """Slats on a frame of plastic feet, as laid on balconies."""
    size, slats, thick = dice.real(60, 120), dice.whole(3, 8), dice.real(3, 8)
    pitch, parquet, share = size / slats, dice.yes(0.4), dice.real(0.7, 0.9)
    if parquet:
        side, count = size / 2, max(slats // 2, 2)
        patch = in_row(block(side / count * share, side * 0.95, thick), count, side / count)
        body = union([patch.turned(z=90.0 * (i + j)).at((i - 0.5) * side, (j - 0.5) * side)
                      for i in range(2) for j in range(2)])  # fmt: skip
    else:
        body = in_row(block(pitch * share, size, thick), slats, pitch)
    beam = block(size, pitch * 0.25, thick * 0.7, "base")
    frame = in_row(beam, 4, y=size * 0.3)
    body += (frame + frame.turned(z=90)).at(z=-thick * 0.6)
    if dice.yes(0.7):
        tab = tube(pitch * 0.22, pitch * 0.12, thick * 0.5, "tab")
        row = in_row(tab, 2, y=size * 0.3).at(size / 2 + pitch * 0.15, 0, -thick * 0.6)
        body += row + row.turned(z=90)
    return Draft(body, {"raised relief": 0}, {"grooves": True, "raised pattern": False},
                 {"outline": "square"})  # fmt: skip


def _lantern_outline(size: float, lobes: int, deep: float, pointed: bool) -> list[Point2]:
    """A wavy closed line: the arabesque, star and cross shapes of oriental tiles."""
    turns = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    wave = np.abs(np.cos(lobes * turns / 2)) if pointed else 0.5 + 0.5 * np.cos(lobes * turns)
    radius = size * (1 - deep + deep * wave)
    return list(zip((radius * np.cos(turns)).tolist(), (radius * np.sin(turns)).tolist(),
                    strict=True))  # fmt: skip


def _ornament_tile(dice: Dice) -> Draft:
    """A shaped wall tile: lantern, flower, fish scale or long hexagon; rimmed, domed or plain."""
    size, thick = dice.real(25, 60), dice.real(3, 9)
    kind = dice.pick(("lantern", "flower", "scale", "picket"))
    if kind == "scale":
        outline = [*arc(size, 0, 180, 25), (-size * 0.62, -size * 0.3), (-size * 0.25, -size * 0.7),
                   (0, -size), (size * 0.25, -size * 0.7), (size * 0.62, -size * 0.3)]  # fmt: skip
    elif kind == "picket":
        long = size * dice.real(1.2, 2.2)
        outline = [(-size * 0.5, -long), (0, -long - size * 0.5), (size * 0.5, -long),
                   (size * 0.5, long), (0, long + size * 0.5), (-size * 0.5, long)]  # fmt: skip
    else:
        outline = _lantern_outline(size, 4 if kind == "lantern" else dice.pick((5, 6, 8)),
                                   dice.real(0.2, 0.4), kind == "lantern")  # fmt: skip
    body: Body = prism(outline, thick)
    reliefs = 0
    style = dice.pick(("plain", "rim", "step", "relief"))
    inner = prism(outline, 99, "cavity").scaled(0.82, 0.82)
    if style == "rim":
        body -= inner.at(z=thick * 0.65)
    elif style == "step":
        body += prism(outline, thick * 0.4, "relief").scaled(0.7, 0.7).at(z=thick - 0.1)
        reliefs = 1
    elif style == "relief":
        reliefs = dice.pick((4, 6, 8))
        petal = ball(size * 0.16, "relief").scaled(1.4, 0.7, 0.7)
        body += petal.at(size * 0.28).around(reliefs).at(z=thick)
    return Draft(body, {"raised relief": reliefs},
                 {"grooves": False, "raised pattern": reliefs > 0},
                 {"outline": "long"} if kind == "picket" else {})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("cover", "manhole", _manhole_cover),
    Builder("cover", "belt guard", _belt_guard),
    Builder("spacer block", "horseshoe", _horseshoe_shim),
    Builder("spacer block", "cells", _ribbed_packer),
    Builder("corner connector", "plugs", _plug_corner),
    Builder("corner connector", "star hub", _dome_hub),
    Builder("tile", "decking", _decking_tile),
    Builder("tile", "ornament", _ornament_tile),
)
