"""Small printed parts: caps, covers, spacer blocks, corners, tiles and cable chains."""

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import grid, pillow
from mmdesign.training.parts.solids import (
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


def _finned_cap(dice: Dice) -> Draft:
    """Closes a square or round tube: a head and a finned plug."""
    size, tall, fins = dice.real(12, 45), dice.real(8, 20), dice.whole(2, 5)
    round_ = dice.yes()
    head = rod(size / 2, 3.0, "head") if round_ else rounded_block(size, size, 3, 2, "head")
    plug = size * 0.38
    body = head + (rod(plug * 0.8, tall) if round_ else block(plug * 1.6, plug * 1.6, tall)).at(
        z=2.9
    )
    fin = (
        rod(plug + 1, 1.2, "fin")
        if round_
        else rounded_block(2 * plug + 2, 2 * plug + 2, 1.2, 1, "fin")
    )
    body += union([fin.at(z=3 + tall * (i + 0.5) / fins) for i in range(fins)])
    return Draft(
        body,
        {"fin": fins},
        {"fins": True, "domed head": False},
        {"outline": "round" if round_ else "square"},
    )


def _domed_cap(dice: Dice) -> Draft:
    radius, wall, tall = dice.real(6, 30), dice.real(1.5, 3), dice.real(6, 30)
    dome = (ball(radius, "dome") & block(99, 99, 99)).scaled(z=dice.real(0.3, 1)).at(z=tall - 0.1)
    body = rod(radius, tall) + dome - rod(radius - wall, tall, "cavity").at(z=-0.1)
    flange = dice.yes()
    if flange:
        body += tube(radius * 1.3, radius - wall, wall, "flange")
    return Draft(body, {"fin": 0}, {"fins": False, "domed head": True}, {"form": "rounded"})


def _shroud_cover(dice: Dice) -> Draft:
    """A hood: soft box open below, with vents and ears."""
    x, y, z = dice.real(50, 120), dice.real(40, 80), dice.real(20, 50)
    vents, ears = dice.pick((0, 4, 6, 8)), dice.yes()
    body = pillow(x, y, z * 2, 8) & block(x * 2, y * 2, z).at(z=z)
    body -= (pillow(x - 5, y - 5, z * 2 - 5, 6, "cavity").at(z=0)) & block(x, y, z + 9).at(z=z - 9)
    if vents:
        body -= in_row(block(3, y * 0.5, 99, "slot"), vents, x * 0.8 / vents)
    if ears:
        ear = rounded_block(16, 14, 3, 5) - hole(2.2, 3, 3)
        body += (ear.at(x / 2 + 5) + ear.turned(z=180).at(-x / 2 - 5)).at(z=z)
    return Draft(
        body.at(z=-z),
        {"slot": vents, "hole": 2 * ears},
        {"slots": vents > 0, "screw holes": ears, "window": False},
        {"form": "rounded"},
    )


def _panel_cover(dice: Dice) -> Draft:
    """A flat cover with a rim below, a cut-out and screws."""
    x, y, thick = dice.real(40, 130), dice.real(30, 90), dice.real(2, 4)
    holes, window, vents = dice.pick((0, 2, 4)), dice.yes(0.4), dice.pick((0, 0, 5))
    body = rounded_block(x, y, thick, dice.pick((1, 8))).at(z=4)
    body += rounded_block(x - 6, y - 6, 5, 3, "rim") - block(x - 10, y - 10, 9).at(z=-4.9)
    if holes:
        drill = hole(1.8, 12)
        body -= at_corners(drill, x - 12, y - 12) if holes == 4 else in_row(drill, 2, x - 12)
    if window:
        body -= rounded_block(x * 0.4, y * 0.4, 99, 3, "window").at(x * 0.12, 0, -9)
    elif vents:
        body -= in_row(block(2.5, y * 0.5, 99, "slot"), vents, x * 0.1).at(z=-9)
    slots = 0 if window else vents
    return Draft(body, {"slot": slots, "hole": holes},
                 {"slots": slots > 0, "screw holes": holes > 0, "window": window},
                 {"outline": "rectangular"})  # fmt: skip


def _drilled_spacer(dice: Dice) -> Draft:
    x, y, z = dice.real(15, 70), dice.real(10, 40), dice.real(6, 40)
    holes, slots = dice.whole(1, 4), dice.pick((0, 0, 1))
    body = pillow(x, y, z, 2) if dice.yes() else rounded_block(x, y, z, dice.pick((0.5, 4)))
    body -= in_row(hole(min(y * 0.2, x / holes * 0.3), z), holes, x / holes)
    if slots:
        body -= block(x * 2, y * 0.2, z * 0.3, "slot").at(z=z * 0.7 + 0.1)
    return Draft(
        body, {"hole": holes, "slot": slots}, {"slot": slots > 0}, {"outline": "rectangular"}
    )


def _wedge_spacer(dice: Dice) -> Draft:
    x, y, z = dice.real(30, 90), dice.real(15, 40), dice.real(8, 30)
    steps = dice.pick((0, 3, 4, 5))
    if steps:
        outline = [(0.0, 0.0), (x, 0.0)]
        for index in range(steps):
            level = z * (steps - index) / steps
            outline += [(x * (1 - index / steps), level), (x * (1 - (index + 1) / steps), level)]
    else:
        outline = [(0, 0), (x, 0), (x, z), (0, z * 0.15)]
    body, holes = prism(outline, y).turned(x=90).at(-x / 2, y / 2), dice.pick((0, 1))
    if holes:
        body -= slot(x * 0.4, y * 0.25, 99).at(z=-9)
    return Draft(body, {"hole": 0, "slot": holes, "step": steps}, {"slot": holes > 0},
                 {"form": "tapered"} if not steps else {})  # fmt: skip


def _three_way_corner(dice: Dice) -> Draft:
    """A cube with three sockets for tubes or bars."""
    size, wall, length = dice.real(12, 30), dice.real(2, 4), dice.real(15, 50)
    ways, round_ = dice.pick((2, 3, 3, 4)), dice.yes()
    outer, inner = size + 2 * wall, size
    arm = (
        rod(outer / 2, length + outer / 2, "socket") - rod(inner / 2, 99, "bore").at(z=outer / 2)
        if round_
        else block(outer, outer, length + outer / 2, "socket")
        - block(inner, inner, 99, "bore").at(z=outer / 2)
    )
    turns = ((0, 0), (0, 90), (-90, 0), (0, -90))
    body = union([arm.turned(x=a, y=b) for a, b in turns[:ways]])
    body += ball(outer * 0.52) if round_ else block(outer, outer, outer).at(z=-outer / 2)
    return Draft(
        body,
        {"socket": ways, "hole": 0},
        {"gusset": False, "screw holes": False},
        {"section": "round" if round_ else "square"},
    )


def _cast_corner(dice: Dice) -> Draft:
    """Three plates in a corner, with gussets and a hole in each leaf."""
    size, thick, ribs = dice.real(20, 50), dice.real(3, 6), dice.yes()
    leaf = block(size, size, thick).at(size / 2, size / 2) - hole(
        size * 0.1, thick, size * 0.62, size * 0.62
    )
    body = leaf + leaf.turned(x=90).mirrored(y=1) + leaf.turned(y=-90).mirrored(x=1)
    if ribs:
        web = prism([(0, 0), (size, 0), (0, size)], thick, "gusset").at(z=-thick / 2)
        body += web.turned(x=90).at(0, thick) + web.turned(y=-90).at(thick)
    return Draft(body, {"hole": 3, "socket": 0}, {"gusset": ribs, "screw holes": True}, {})


def _flat_tile(dice: Dice) -> Draft:
    size, thick = dice.real(30, 110), dice.real(3, 9)
    cells = dice.pick((1, 2, 3, 4))
    hexagon, studs = dice.yes(0.3), dice.yes(0.4)
    body = rod(size / 2, thick, sides=6) if hexagon else block(size, size, thick)
    reach = size * (0.6 if hexagon else 0.9) / cells
    relief = (
        ball(reach * 0.42, "relief").scaled(z=0.5)
        if studs
        else rod(
            reach * 0.55, max(thick * 0.5, reach * 0.25), "relief", top=reach * 0.1, sides=4
        ).turned(z=45)
    )
    body += grid(relief, cells, cells, reach, reach).at(z=thick - 0.1)
    return Draft(body, {"raised relief": cells * cells}, {"grooves": False, "raised pattern": True},
                 {"outline": "hexagonal" if hexagon else "square"})  # fmt: skip


def _grooved_tile(dice: Dice) -> Draft:
    x, y, thick = dice.real(60, 120), dice.real(40, 110), dice.real(5, 12)
    grooves, diagonal = dice.whole(2, 8), dice.pick((0, 45))
    pieces = [
        block(400, thick * 0.35, thick, "groove").at(0, (i - (grooves - 1) / 2) * y * 0.9 / grooves)
        for i in range(grooves)
    ]
    body = block(x, y, thick) - union(pieces).turned(z=diagonal).at(z=thick * 0.6)
    tongue = dice.yes()
    if tongue:
        body += block(6, y * 0.9, thick * 0.4, "tongue").at(x / 2 + 1, 0, thick * 0.1)
    return Draft(body, {"raised relief": 0}, {"grooves": True, "raised pattern": False},
                 {"outline": "rectangular"})  # fmt: skip


def _chain_frame(dice: Dice) -> Draft:
    """One link of an energy chain: two eared side plates and two bars."""
    pitch, width, height, thick = (
        dice.real(18, 35),
        dice.real(15, 50),
        dice.real(12, 25),
        dice.real(2, 3.5),
    )
    plate = hull(rod(height / 2, thick), rod(height / 2, thick).at(pitch))
    plate = plate - hole(height * 0.18, thick) + rod(height * 0.17, thick * 2, "pin").at(pitch)
    side = plate.turned(x=90).at(0, 0, height / 2)
    body = side.mirrored(y=1).at(y=width / 2 - thick) + side.at(y=-width / 2 + thick)
    bars = dice.pick((1, 2))
    for index in range(bars):
        body += block(pitch * 0.5, width, thick, "bar").at(pitch / 2, 0, index * (height - thick))
    return Draft(body, {"hole": 2, "pin": 2, "bar": bars}, {"closed frame": bars == 2}, {})


BUILDERS = (
    Builder("end cap", "finned", _finned_cap),
    Builder("end cap", "domed", _domed_cap),
    Builder("cover", "hood", _shroud_cover),
    Builder("cover", "panel", _panel_cover),
    Builder("spacer block", "drilled", _drilled_spacer),
    Builder("spacer block", "wedge", _wedge_spacer),
    Builder("corner connector", "sockets", _three_way_corner),
    Builder("corner connector", "leaves", _cast_corner),
    Builder("tile", "relief", _flat_tile),
    Builder("tile", "grooves", _grooved_tile),
    Builder("cable chain link", "frame", _chain_frame),
)
