"""Instrument cases, lids, sorting trays and bins of the workshop."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    SEGMENTS,
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
    wire,
)


def _across(outline: list[Point2], width: float, feature: str = "body") -> Body:
    """A (y, z) outline extruded along x, centred."""
    return prism(outline, width, feature).turned(x=90, z=90).at(-width / 2)


def _flared(x: float, y: float, z: float, radius: float, flare: float,
            feature: str = "body") -> Body:  # fmt: skip
    """A box with round upright edges that is x by y at its foot and `flare` times that on top."""
    foot = rounded_block(x, y, 0.1, radius)
    top = rounded_block(x * flare, y * flare, 0.1, radius * flare)
    return hull(foot, top.at(z=z - 0.1), feature=feature)


def _sloped_case(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(80, 220), dice.real(70, 140), dice.real(35, 90), dice.real(2, 4)
    front, back = z * dice.real(0.25, 0.5), y * dice.real(0.0, 0.3)
    outline = [(-y / 2, 0.0), (y / 2, 0.0), (y / 2, z), (y / 2 - back - 1, z), (-y / 2, front)]
    body = _across(outline, x)
    inner = hull(_across(outline, x)).scaled(1 - 2 * wall / x, 1 - 2 * wall / y, 1 - wall / z)
    body -= inner.labelled("cavity").at(z=-0.1)
    tilt = float(np.degrees(np.arctan2(z - front, y - back - 1)))
    middle = ((-back - 1) / 2, (z + front) / 2)
    long = float(np.hypot(z - front, y - back - 1))
    screen, buttons, ears = dice.yes(0.7), dice.pick((0, 2, 3, 4, 5)), dice.yes(0.35)
    vents = dice.yes(0.4)
    cuts: list[Body] = []
    if screen:
        wide, high = x * dice.real(0.35, 0.8), long * dice.real(0.25, 0.4)
        cuts.append(rounded_block(wide, high, 30, 2, "opening").at(0, long * 0.18, -15))
    if buttons:
        cuts.append(in_row(hole(min(x * 0.045, 7), 30), buttons, x=x * 0.8 / buttons).at(
            0, -long * 0.25, -15))  # fmt: skip
    if cuts:
        body -= union(cuts).turned(x=tilt).at(0, *middle)
    if vents:
        slit = block(wall * 6, y * 0.04, front * 0.6, "slot")
        body -= in_row(slit, 6, y=y * 0.1).at(x / 2, 0, front * 0.2)
    if ears:
        ear = rounded_block(24, 16, wall, 5) - hole(2.4, wall, 5)
        body += ear.at(x / 2 + 7) + ear.turned(z=180).at(-x / 2 - 7)
    return Draft(body, {"boss": 0, "mounting ear": 2 * ears, "hole": buttons + 2 * ears},
                 {"screw bosses": False, "ventilation slots": vents, "mounting ears": ears,
                  "port opening": screen}, {"corners": "sharp", "top": "closed"})  # fmt: skip


def _junction_box(dice: Dice) -> Draft:
    x, y, z = dice.real(60, 180), dice.real(50, 130), dice.real(30, 80)
    ports, radius, lid = dice.whole(0, 3), dice.real(4, 14), dice.real(0.2, 0.45) * z
    body = rounded_block(x, y, z - lid, radius)
    body += rounded_block(x - 3, y - 3, z - lid + 2, radius) + rounded_block(
        x, y, lid - 1.5, radius).at(z=z - lid + 1.5)  # fmt: skip
    screw = rod(4.5, 5, "socket")
    body -= at_corners(screw, x - 16, y - 16).at(z=z - 3)
    gland = tube(7.5, 5, 14, "collar") + tube(10, 5, 5, "collar").at(z=5)
    gland -= rod(5, 60, "bore").at(z=-30)
    if ports:
        line = in_row(gland.turned(x=90), ports, x=(x - 10) / ports)
        body -= in_row(rod(5, 20, "bore").turned(x=90).at(y=10), ports, x=(x - 10) / ports).at(
            0, -y / 2, (z - lid) / 2)  # fmt: skip
        body += line.at(0, -y / 2 + 1, (z - lid) / 2)
    raised, ears = dice.yes(0.4), dice.yes(0.5)
    if raised:
        body += rounded_block(x - 30, y - 24, 4, radius).at(z=z - 1)
    if ears:
        ear = rounded_block(24, 18, 4, 8) - hole(2.5, 4, 5)
        body += ear.at(x / 2 + 7) + ear.turned(z=180).at(-x / 2 - 7)
    return Draft(body, {"boss": 0, "mounting ear": 2 * ears},
                 {"screw bosses": False, "ventilation slots": False, "mounting ears": ears,
                  "port opening": ports > 0}, {"corners": "rounded", "top": "closed"})  # fmt: skip


def _finned_case(dice: Dice) -> Draft:
    x, y, z = dice.real(60, 200), dice.real(50, 120), dice.real(22, 60)
    fins, deep, top_fins = dice.whole(3, 8), dice.real(3, 9), dice.yes()
    body = block(x, y, z)
    side = in_row(block(x, deep + 2, z * 0.5 / fins, "fin").at(y=deep / 2), fins, z=z * 0.95 / fins)
    side = side.at(0, y / 2 - 1, z / 2 - z * 0.25 / fins)
    body += side + side.mirrored(y=1)
    if top_fins:
        count = fins * 2
        body += in_row(block(x, y * 0.5 / count, deep + 1, "fin"), count, y=y * 0.92 / count).at(
            z=z - 1)  # fmt: skip
    cover = rounded_block(y + 2 * deep, z + deep * top_fins, 3, 3).turned(x=90, z=90)
    ends = cover.at(x / 2, 0, (z + deep * top_fins) / 2)
    body += ends + ends.at(x=-x - 3)
    port, wide = dice.yes(0.7), y * dice.real(0.2, 0.6)
    if port:
        body -= block(20, wide, z * 0.4, "opening").at(x / 2 + 4, 0, z * 0.3)
    ears = dice.yes(0.3)
    if ears:
        ear = rounded_block(26, 18, 3, 5) - hole(2.5, 3, 6)
        body += ear.at(x / 2 + 9) + ear.turned(z=180).at(-x / 2 - 9)
    return Draft(body, {"boss": 0, "mounting ear": 2 * ears, "fin": fins * 2 + fins * 2 * top_fins},
                 {"screw bosses": False, "ventilation slots": False, "mounting ears": ears,
                  "port opening": port}, {"corners": "sharp", "top": "closed"})  # fmt: skip


def _domed_lid(dice: Dice) -> Draft:
    radius, rise = dice.real(40, 140), dice.real(0.12, 0.55)
    high, skirt = radius * rise, dice.real(3, 14)
    outer = [(radius * np.cos(t), high * np.sin(t)) for t in np.linspace(0, np.pi / 2, 16)]
    inner = [(r * 0.96, h - radius * 0.04) for r, h in outer]
    body = revolved([(0.0, -60.0), (radius, -60.0), *outer[:-1], (0.0, high)])
    body -= revolved([(0.0, -61.0), (radius * 0.96, -61.0), *inner[:-1], (0.0, inner[-1][1])],
                     "cavity")  # fmt: skip
    body &= block(400, 400, 300).at(z=-skirt)
    body += tube(radius * 1.08, radius * 0.97, 3, "rim").at(z=-1)
    knob, loop = dice.yes(0.65), radius * dice.real(0.15, 0.3)
    if knob:
        body += revolved(
            [
                (0, 0),
                (loop * 0.5, 0),
                (loop * 0.4, loop * 0.5),
                (loop, loop * 0.8),
                (loop * 0.9, loop * 1.1),
                (0, loop * 1.25),
            ],
            "knob",
        ).at(z=high - 2)
    else:
        arch = [(loop * 1.6 * np.cos(t), 0.0, loop * 1.2 * np.sin(t) - 4)
                for t in np.linspace(0, np.pi, 18)]  # fmt: skip
        body += wire(arch, radius * 0.045, "handle").at(z=high)
    return Draft(body, {"hole": 0, "handle": int(not knob)}, {"knob": knob, "screw holes": False},
                 {"outline": "round"})  # fmt: skip


def _bolted_lid(dice: Dice) -> Draft:
    radius, thick, bolts = dice.real(40, 120), dice.real(3, 10), dice.whole(4, 12)
    sides = dice.pick((40, 40, 6, 8))
    body = rod(radius, thick, sides=sides)
    body += rod(radius * 0.72, thick + radius * dice.real(0.05, 0.25), top=radius * 0.62)
    spigot = dice.yes(0.6)
    if spigot:
        body += tube(radius * 0.68, radius * 0.6, thick * 1.5 + 1).at(z=-thick * 1.5)
    knob, ribs = dice.yes(0.4), dice.pick((0, 0, 4, 6))
    if ribs:
        body += block(radius * 0.5, thick, radius * 0.3, "rib").at(radius * 0.4).around(ribs)
        body += rod(radius * 0.2, radius * 0.3)
    if knob:
        body += rod(radius * 0.14, radius * 0.65, "knob", top=radius * 0.2)
    flat = radius * float(np.cos(np.pi / sides))
    drills = hole(radius * 0.045, thick, (flat + radius * 0.72) / 2).around(
        bolts if sides == 40 else sides, 0.0 if sides == 40 else 180.0 / sides)  # fmt: skip
    words = {40: "round", 6: "hexagonal", 8: "octagonal"}
    return Draft(body - drills, {"hole": bolts if sides == 40 else sides, "rib": ribs},
                 {"knob": knob, "screw holes": True}, {"outline": words[sides]})  # fmt: skip


def _slip_lid(dice: Dice) -> Draft:
    x, y, wall = dice.real(60, 260), dice.real(50, 160), dice.real(1.5, 4)
    z = min(x, y) * dice.real(0.15, 0.45)
    oval = dice.yes(0.35)
    radius = min(x, y) * (0.499 if oval else dice.real(0.03, 0.25))
    body = rounded_block(x, y, z, radius)
    body -= rounded_block(x - 2 * wall, y - 2 * wall, z, radius, "cavity").at(z=-wall)
    steps = dice.whole(0, 2)
    for index in range(steps):
        share = 0.85 - 0.2 * index
        body += _flared(x * share, y * share, 5, radius * share, 0.94).at(z=z - 1 + 4 * index)
    notch, grip = dice.yes(0.4), dice.yes(0.35)
    if notch:
        body -= rod(min(y, z) * 0.35, x * 2, "notch").turned(y=90).at(-x)
    if grip:
        body += rounded_block(x * 0.3, y * 0.12, 14, 3, "knob").at(z=z + 4 * steps - 1)
    return Draft(body, {"hole": 0}, {"knob": grip, "screw holes": False},
                 {"outline": "oval" if oval else "rectangular"})  # fmt: skip


def _cutlery_tray(dice: Dice) -> Draft:
    columns, width, long = dice.whole(2, 5), dice.real(45, 80), dice.real(180, 300)
    cross, z, wall = dice.whole(0, 2), dice.real(35, 70), dice.real(3, 7)
    deep = width * dice.real(0.9, 1.4)
    x, y = columns * width + wall, long + cross * deep + wall
    body = rounded_block(x, y, z, 10)
    cell = _flared(width - wall, long - wall, z, 8, 1.0, "cavity")
    start = -y / 2 + wall
    cuts = in_row(cell, columns, x=width).at(0, start + (long - wall) / 2, wall)
    for index in range(cross):
        wide = _flared(x - 2 * wall, deep - wall, z, 8, 1.0, "cavity")
        cuts += wide.at(0, start + long + deep * index + (deep - wall) / 2, wall)
    body -= cuts
    rim = dice.yes(0.5)
    if rim:
        edge = rounded_block(x + 24, y + 24, 4, 16) - rounded_block(x - 2, y - 2, 99, 9).at(z=-9)
        body += edge.at(z=z - 4)
    return Draft(body, {"compartment": columns + cross}, {"dividers": True}, {"top": "open"})


def _round_tray(dice: Dice) -> Draft:
    radius, z, wall = dice.real(70, 180), dice.real(15, 45), dice.real(3, 5)
    sectors, middle, sides = dice.pick((0, 3, 4, 5, 6)), dice.yes(), dice.pick((40, 40, 6, 8))
    body = rod(radius * 0.92, z, top=radius, sides=sides)
    body -= rod(radius * 0.92 - wall, z, "cavity", top=radius - wall, sides=sides).at(z=wall)
    if sectors:
        reach = radius * 0.92 * float(np.cos(np.pi / sides)) - wall / 2
        body += block(reach, wall, z * 0.8, "divider").at(reach / 2).around(
            sectors, 180.0 / sides)  # fmt: skip
    well = sectors > 0 and middle
    if well:
        body -= rod(radius * 0.3, z * 2, "cavity").at(z=wall)
        body += tube(radius * 0.32, radius * 0.3, z, "divider") & block(999, 999, z)
    handles = sides == SEGMENTS and dice.yes(0.6)
    if handles:
        loop = [(radius * (0.85 + 0.35 * np.cos(t)), radius * 0.35 * np.sin(t), z - 5)
                for t in np.linspace(-np.pi / 2, np.pi / 2, 14)]  # fmt: skip
        body += wire(loop, 4, "handle", sides=8).around(2) - rod(radius - 7, z * 3).at(z=-1)
    return Draft(body, {"compartment": max(sectors, 1) + well, "handle": 2 * handles},
                 {"dividers": sectors > 0}, {"top": "open"})  # fmt: skip


def _hanging_bin(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(60, 300), dice.real(60, 160), dice.real(50, 180), dice.real(2, 4)
    low, lean = z * dice.real(0.3, 0.7), y * dice.real(0.0, 0.4)
    outline = [(-y / 2 + lean, 0.0), (y / 2, 0.0), (y / 2, z), (y / 2 - 8, z), (-y / 2, low)]
    inner = [(-y / 2 + lean + wall, wall), (y / 2 - wall, wall), (y / 2 - wall, z + 9),
             (y / 2 - 9, z + 9), (-y / 2 + wall, low + 9)]  # fmt: skip
    dividers = dice.pick((0, 0, 1, 2))
    body = _across(outline, x) - _across(inner, x - 2 * wall, "cavity")
    if dividers:
        web = _across([(a * 0.98, b * 0.98 + 0.5) for a, b in outline], wall, "divider")
        body += in_row(web, dividers, x=x / (dividers + 1))
    back = block(x, wall, z * dice.real(0.1, 0.5) + 2).at(0, y / 2 - wall / 2, z - 2)
    body += back
    label = dice.yes(0.5)
    if label:
        body += block(min(x * 0.5, 60), 3, low * 0.4, "label holder").at(
            0, -y / 2 + lean * 0.35, low * 0.5)  # fmt: skip
    top = float(body.solid.bounding_box()[5])
    body -= in_row(slot(14, 5, 99).turned(x=90).at(y=60), 2, x=x * 0.6).at(0, y / 2, (z + top) / 2)
    return Draft(body, {"compartment": dividers + 1, "slot": 2}, {"front opening": True},
                 {"top": "open"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("enclosure", "sloped panel", _sloped_case),
    Builder("enclosure", "junction box", _junction_box),
    Builder("enclosure", "cooling fins", _finned_case),
    Builder("lid", "domed", _domed_lid),
    Builder("lid", "bolted", _bolted_lid),
    Builder("lid", "slip-over", _slip_lid),
    Builder("tray", "cutlery", _cutlery_tray),
    Builder("tray", "sectors", _round_tray),
    Builder("storage bin", "hanging", _hanging_bin),
)
