"""Roofs, towers, walls and columns of other styles."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import pillow
from mmdesign.training.parts.solids import (
    Body,
    arc,
    block,
    hull,
    prism,
    revolved,
    rod,
    rounded_block,
    union,
)


def _mansard_roof(dice: Dice) -> Draft:
    """Steep below and flat above on all sides, dormers in the steep part."""
    x, y = dice.real(60, 130), dice.real(50, 90)
    low, high = y * dice.real(0.25, 0.5), y * dice.real(0.05, 0.25)
    inset, flat = y * dice.real(0.08, 0.16), y * dice.real(0.2, 0.38)
    top_x, top_y = x - 2 * inset, y - 2 * inset
    body = hull(block(x, y, 1), block(top_x, top_y, 0.5).at(z=low))
    ridge = block(top_x - flat, max(top_y - 2 * flat, 2), 0.5)
    body += hull(block(top_x + 3, top_y + 3, 1.5), ridge.at(z=high)).at(z=low)
    body += block(x + 6, y + 6, 3, "ledge").at(z=-2)
    each, chimneys = dice.whole(0, 3), dice.whole(0, 2)
    front = [(-0.1, 0.0), (0.1, 0.0), (0.1, 0.65), (0.0, 0.95), (-0.1, 0.65)]
    if dice.yes():
        front = [(-0.1, 0.0), (0.1, 0.0), *[(a, 0.65 + b) for a, b in arc(0.1, 0, 180, 9)]]
    wide = x / max(each, 2) * 2.2
    dormer = prism([(a * wide, b * low) for a, b in front], y + 1, "dormer")
    dormer -= prism([(a * wide * 0.65, low * 0.12 + b * low * 0.65) for a, b in front], 5,
                    "window").at(z=y - 1)  # fmt: skip
    dormer = dormer.turned(x=90).at(z=low * 0.08) & block(x * 2, y, low * 9).at(y=-y / 2 - 1)
    if each:
        row = in_row(dormer.at(y=y / 2), each, x * 0.8 / each)
        body += row + row.turned(z=180)
    for index in range(chimneys):
        body += block(x * 0.07, y * 0.14, low + high + y * 0.2, "chimney").at(
            (0.5 - index) * x * 0.5, y * 0.12, 1)  # fmt: skip
    return Draft(body, {"chimney": chimneys, "dormer": 2 * each},
                 {"chimney": chimneys > 0, "tiles": False}, {"outline": "rectangular"})  # fmt: skip


def _sawtooth_roof(dice: Dice) -> Draft:
    """A factory: ridges in a row, glazed on their steep sides, or barrel vaults."""
    teeth, pitch, y = dice.whole(2, 6), dice.real(20, 40), dice.real(50, 110)
    rise, vaulted, chimney = pitch * dice.real(0.35, 0.8), dice.yes(0.35), dice.yes(0.5)
    if vaulted:
        outline = [(0.5 * pitch + a, b * rise / pitch * 1.4) for a, b in arc(pitch / 2, 180, 0, 15)]
    else:
        back = pitch * dice.real(0, 0.2)
        outline = [(0.0, 0.0), (pitch, 0.0), (back, rise)]
    tooth = prism(outline, y).turned(x=90).at(-pitch / 2, y / 2)
    if not vaulted and dice.yes(0.7):
        panes = dice.whole(3, 7)
        pane = block(pitch * 0.16, y / panes * 0.78, rise * 0.45, "window")
        tooth -= in_row(pane, panes, y=y / panes).at(-pitch * 0.5, 0, rise * 0.16)
    body = in_row(tooth, teeth, pitch * 0.999)
    body += block(teeth * pitch + 4, y + 4, 4, "ledge").at(z=-3.5)
    if chimney:
        body += rod(pitch * 0.13, rise * 3, "chimney", top=pitch * 0.1).at(
            teeth * pitch * 0.3, y * 0.3, 0
        )
    return Draft(body, {"chimney": int(chimney), "dormer": 0},
                 {"chimney": chimney, "tiles": False}, {"outline": "rectangular"})  # fmt: skip


def _domed_roof(dice: Dice) -> Draft:
    """An onion, a bell or a half dome on a drum, ribbed, with a spike."""
    radius, kind = dice.real(20, 45), dice.pick(("onion", "bell", "dome"))
    share = np.linspace(0, 1, 22)
    if kind == "onion":
        outline = (0.8 + 0.55 * np.sin(np.pi * share * 1.35)) * (1 - share**2.5)
    elif kind == "bell":
        outline = 1.25 * (1 - share) ** 1.6 + 0.35 * np.sin(np.pi * share) * (1 - share)
    else:
        outline = np.sqrt(1 - share**2)
    tall = radius * dice.real(0.8, 1.8 if kind == "onion" else 1.2)
    sides = dice.pick((8, 40, 40))
    profile = [(0.0, 0.0), *zip((outline * radius + 0.05).tolist(), (share * tall).tolist(),
                                strict=True), (0.0, tall)]  # fmt: skip
    body = revolved(profile, segments=sides)
    drum = radius * dice.real(0.15, 0.6)
    body += rod(radius * 0.9, drum + 0.2, sides=sides).at(z=-drum)
    body += rod(radius * 1.15, radius * 0.1, "ledge", sides=sides).at(z=-drum)
    if dice.yes(0.6):
        body += rod(radius * 0.04, tall * 0.4, "mast").at(z=tall * 0.95)
        body += rod(radius * 0.1, radius * 0.15, "mast", sides=12).at(z=tall * 1.1)
    else:
        lantern = rod(radius * 0.22, tall * 0.35, sides=8) + rod(
            radius * 0.28, tall * 0.25, top=0.4, sides=8).at(z=tall * 0.34)  # fmt: skip
        body += lantern.at(z=tall * 0.85)
    return Draft(body, {"chimney": 0, "dormer": 0}, {"chimney": False, "tiles": False},
                 {"outline": "octagonal" if sides == 8 else "round"})  # fmt: skip


def _church_tower(dice: Dice) -> Draft:
    """A square shaft in storeys, a belfry with openings, a spire."""
    size, storeys = dice.real(25, 45), dice.whole(2, 4)
    each, spire = size * dice.real(0.7, 1.1), size * dice.real(0.7, 2.6)
    height, sides = storeys * each, dice.pick((4, 4, 8))
    body = block(size, size, height)
    for index in range(storeys):
        body += block(size * 1.08, size * 1.08, size * 0.06, "band").at(z=each * (index + 1) - 1)
    wide, ways, clock = size * dice.real(0.12, 0.25), dice.pick((1, 2)), dice.yes()
    opening = block(wide, size * 0.3, each * 0.45, "window") + rod(
        wide / 2, size * 0.3, "window").turned(x=90).at(0, size * 0.15, each * 0.45)  # fmt: skip
    row = in_row(opening, ways, size * 0.4).at(0, size / 2, height - each * 0.8)
    body -= row.around(4)
    if clock:
        disc = rod(size * 0.22, 2, "disc").turned(x=-90).at(0, size / 2 - 0.5, height - each * 1.45)
        body += disc.around(4)
    roof = rod(size * (0.707 if sides == 4 else 0.53), spire, "roof", top=0.4, sides=sides)
    body += roof.turned(z=180 / sides).at(z=height)
    if dice.yes():
        pinnacle = rod(size * 0.08, size * 0.45, "tip", top=0.3, sides=4).turned(z=45)
        body += at_corners(pinnacle, size * 0.92, size * 0.92).at(z=height)
    if dice.yes(0.4):
        leg = prism([(0, 0), (size * 0.2, 0), (0, height * 0.6)], size * 0.12, "buttress")
        leg = leg.turned(x=90).at(size / 2 - 0.1, size * 0.5)
        body += leg.around(4) + leg.mirrored(y=1).around(4)
    return Draft(body, {"window": 4 * ways},
                 {"battlements": False, "windows": True, "roof": True},
                 {"section": "square"})  # fmt: skip


def _lighthouse(dice: Dice) -> Draft:
    """A tapering shaft with bands, a gallery and a lantern under a cap."""
    radius = dice.real(14, 26)
    height, share = radius * dice.real(3, 7), dice.real(0.5, 0.8)
    sides, windows, bands = dice.pick((8, 40)), dice.whole(1, 5), dice.pick((0, 2, 3, 4))
    top = radius * share
    body = rod(radius, height, top=top, sides=sides)
    for index in range(bands):
        z = (index + 0.5) / bands
        reach = radius + (top - radius) * z
        body += rod(reach * 1.04, height * 0.5 / bands, "band", sides=sides).at(
            z=height * (z - 0.1)
        )
    cut = rounded_block(radius * 0.22, radius * 3, radius * 0.35, 0.5, "window")
    cut = cut & block(99, 400, 400).at(y=200, z=-200)
    for index in range(windows):
        z = height * (index + 0.6) / (windows + 0.5)
        depth = radius + (top - radius) * z / height - radius * 0.2
        body -= cut.at(0, depth, z).turned(z=70.0 * index)
    body += rod(top * 1.4, radius * 0.18, "platform", sides=sides).at(z=height - 0.1)
    rail = rod(radius * 0.03, radius * 0.4, "post", sides=6).at(top * 1.32).around(12)
    body += rail.at(z=height)
    body += rod(top * 0.7, radius * 0.9, sides=12).at(z=height)
    cap = rod(top * 0.85, radius * dice.real(0.4, 0.9), "roof", top=0.6, sides=sides)
    body += cap.at(z=height + radius * 0.88)
    return Draft(body, {"window": windows},
                 {"battlements": False, "windows": True, "roof": True},
                 {"section": "round", "form": "tapered"} if sides == 40
                 else {"form": "tapered"})  # fmt: skip


def _water_tower(dice: Dice) -> Draft:
    """A tank on braced legs or on one stem."""
    radius, legs = dice.real(18, 35), dice.pick((0, 4, 4, 6))
    height, tank = radius * dice.real(1.6, 3.5), radius * dice.real(0.8, 1.5)
    roofed, thick = dice.yes(0.75), radius * 0.06
    body = rod(radius, tank).at(z=height)
    body += rod(radius * 0.3, radius * 0.5, top=radius).at(z=height - radius * 0.49)
    foot = radius * dice.real(0.9, 1.4)
    if legs:
        body += bar((foot, 0, 0), (radius * 0.85, 0, height + 1), thick, "leg", 8).around(legs)
        turn = 2 * np.pi / legs
        for z0, z1 in ((0.05, 0.5), (0.5, 0.95)):
            ends = [foot + (radius * 0.85 - foot) * z for z in (z0, z1)]
            brace = bar((ends[0], 0, height * z0), (ends[1] * float(np.cos(turn)), ends[1] * float(
                np.sin(turn)), height * z1), thick * 0.6, "bar", 6)  # fmt: skip
            body += brace.around(legs)
        body += rod(radius * 0.1, height, "stem")
    else:
        body += rod(radius * 0.4, height, "stem", top=radius * 0.25) + rod(foot, 3, "base")
    if roofed:
        body += rod(radius * 1.08, radius * dice.real(0.3, 0.7), "roof", top=1).at(z=height + tank)
    return Draft(body, {"leg": legs, "window": 0},
                 {"battlements": False, "windows": False, "roof": roofed},
                 {"section": "round"})  # fmt: skip


def _palisade(dice: Dice) -> Draft:
    """Pointed logs or boards side by side, tied by rails."""
    count, pitch, tall = dice.whole(5, 14), dice.real(7, 13), dice.real(40, 90)
    round_, thick = dice.yes(), dice.real(0.9, 1.04)
    pieces: list[Body] = []
    for index in range(count):
        size, high = pitch * thick * dice.real(0.9, 1.02), tall * dice.real(0.92, 1.04)
        if round_:
            log = rod(size / 2, high, "post", sides=14) + rod(
                size / 2, size, "post", top=0.4, sides=14).at(z=high)  # fmt: skip
        else:
            log = prism([(-size / 2, 0), (size / 2, 0), (size / 2, high), (0, high + size * 0.6),
                         (-size / 2, high)], pitch * 0.4, "post")  # fmt: skip
            log = log.turned(x=90).at(y=pitch * 0.2)
        pieces.append(log.at((index - (count - 1) / 2) * pitch))
    rails = dice.whole(1, 3)
    rail = block(count * pitch, pitch * 0.4, pitch * 0.5, "rail").at(y=pitch * 0.4)
    pieces += [rail.at(z=tall * (i + 0.7) / (rails + 0.5)) for i in range(rails)]
    if dice.yes(0.5):
        pieces.append(block(count * pitch + 8, pitch * 2.2, 5, "base"))
    return Draft(union(pieces), {"window": 0},
                 {"windows": False, "battlements": False, "bricks": False}, {})  # fmt: skip


def _rubble_wall(dice: Dice) -> Draft:
    """Field stones of many sizes in rough courses, some with a coping."""
    x, depth, rows = dice.real(70, 130), dice.real(12, 26), dice.whole(3, 6)
    each = dice.real(8, 14)
    body = block(x, depth * 0.8, rows * each)
    stones: list[Body] = []
    for row in range(rows):
        left = -x / 2
        while left < x / 2 - 4:
            wide = min(each * dice.real(0.8, 2.4), x / 2 - left)
            tall = each * dice.real(0.8, 0.98)
            stone = hull(block(wide * 0.95, depth * 0.85, tall * 0.7),
                         block(wide * 0.7, depth * dice.real(0.95, 1.15), tall * 0.45).at(
                             z=tall * 0.12), block(wide * 0.8, depth * 0.6, tall))  # fmt: skip
            stones.append(stone.at(left + wide / 2, 0, row * each))
            left += wide
    body += union(stones)
    if dice.yes():
        body += pillow(x + 4, depth * 1.3, each * 0.6, 2).at(z=rows * each - 0.5)
    windows = dice.pick((0, 0, 1, 2))
    if windows:
        cut = block(x * 0.09, 99, rows * each * 0.35, "window").at(z=rows * each * 0.4)
        body -= in_row(cut, windows, x * 0.45)
    return Draft(body, {"window": windows},
                 {"windows": windows > 0, "battlements": False, "bricks": False}, {})  # fmt: skip


def _house_front(dice: Dice) -> Draft:
    """A storey or more of a house: framed windows on a grid, a plinth and a cornice."""
    columns, rows, pitch = dice.whole(2, 5), dice.whole(1, 3), dice.real(24, 36)
    rise, depth = pitch * dice.real(1.1, 1.5), dice.real(5, 12)
    x, z, arched = columns * pitch, rows * rise, dice.yes(0.4)
    wide, tall = pitch * dice.real(0.35, 0.6), rise * dice.real(0.4, 0.55)
    if arched:
        tall *= 0.75

    def window(grown: float, deep: float, feature: str) -> Body:
        cut = block(wide + grown, deep, tall + grown, feature).at(z=-grown / 2)
        if arched:
            top = rod((wide + grown) / 2, deep, feature).turned(x=90)
            cut += top.at(0, deep / 2, tall)
        return cut

    cells = [((c - (columns - 1) / 2) * pitch, r * rise + rise * 0.3)
             for c in range(columns) for r in range(rows)]  # fmt: skip
    body = block(x, depth, z)
    frame = window(3, depth + 2.4, "frame")
    pane = block(1.2, 1.5, tall, "frame") + block(wide, 1.5, 1.2, "frame").at(z=tall * 0.5)
    body += union([frame.at(a, 0, b) for a, b in cells])
    body -= union([window(0, 99, "window").at(a, 0, b) for a, b in cells])
    body += union([pane.at(a, 0, b) for a, b in cells])
    if dice.yes():
        body += block(x + 3, depth + 4, rise * 0.1, "base")
    if dice.yes():
        body += block(x + 5, depth + 6, rise * 0.1, "ledge").at(z=z - 0.1)
    return Draft(body, {"window": columns * rows},
                 {"windows": True, "battlements": False, "bricks": False}, {})  # fmt: skip


def _twisted_column(dice: Dice) -> Draft:
    """A barley-sugar column, or a bundle of thin shafts around a core."""
    radius = dice.real(8, 18)
    height, lobes, twisted = radius * dice.real(6, 12), dice.whole(3, 8), dice.yes(0.6)
    turns = np.linspace(0, 2 * np.pi, 8 * lobes, endpoint=False)
    swell = radius * (0.85 + dice.real(0.08, 0.2) * np.cos(lobes * turns))
    bands, footed = 0, dice.yes(0.8)
    if twisted:
        outline = list(zip((swell * np.cos(turns)).tolist(), (swell * np.sin(turns)).tolist(),
                           strict=True))  # fmt: skip
        body = prism(outline, height, "shaft", dice.pick((1, -1)) * dice.real(90, 420))
    else:
        body = rod(radius * 0.75, height, "shaft")
        body += rod(radius * 0.24, height, "shaft", sides=14).at(radius * 0.78).around(lobes)
        bands = dice.whole(0, 2)
        for index in range(bands):
            body += rod(radius * 1.1, radius * 0.25, "band").at(
                z=height * (index + 1) / (bands + 1)
            )
    if footed:
        body += rod(radius * 1.35, radius * 0.35, "base").at(z=-radius * 0.2)
        body += rounded_block(radius * 2.8, radius * 2.8, radius * 0.5, 1, "base").at(
            z=-radius * 0.6
        )
    body += rod(radius * 0.95, radius * 0.6, "capital", top=radius * 1.35).at(z=height - 0.1)
    if dice.yes(0.7):
        body += block(radius * 2.8, radius * 2.8, radius * 0.4, "capital").at(
            z=height + radius * 0.48
        )
    return Draft(body, {"band": bands, "flute": 0},
                 {"flutes": False, "scrolls": False, "base": footed},
                 {"section": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("roof", "mansard", _mansard_roof),
    Builder("roof", "sawtooth", _sawtooth_roof),
    Builder("roof", "cupola", _domed_roof),
    Builder("tower", "church", _church_tower),
    Builder("tower", "lighthouse", _lighthouse),
    Builder("tower", "water tank", _water_tower),
    Builder("wall segment", "palisade", _palisade),
    Builder("wall segment", "rubble", _rubble_wall),
    Builder("wall segment", "house front", _house_front),
    Builder("column", "twisted", _twisted_column),
)
