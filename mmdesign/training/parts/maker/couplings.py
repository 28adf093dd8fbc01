"""Adapters, hose fittings, clips and caps of other kinds."""

import numpy as np

from mmdesign.training.parts.arranging import in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point3,
    arc,
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


def _drive_adapter(dice: Dice) -> Draft:
    """From one tool drive to another: a socket below, a square or hexagonal shank above."""
    radius, screws = dice.real(6, 15), dice.pick((0, 0, 1, 2))
    low, neck = radius * dice.real(1.5, 3), radius * dice.real(0.3, 1.5)
    thin, tall = radius * dice.real(0.4, 0.95), radius * dice.real(1, 4)
    sides, hexagonal = dice.pick((4, 6)), dice.yes(0.3)
    body = rod(radius, low, sides=6 if hexagonal else 40)
    body += rod(radius * 0.95, neck, "neck", top=thin).at(z=low - 0.1)
    body += rod(thin, tall, "shaft", sides=sides).at(z=low + neck - 0.2)
    if dice.yes():
        body += tube(radius * 1.15, radius * 0.7, radius * 0.5, "collar").at(z=low * 0.6)
    if dice.yes():
        ring = tube(thin * 1.5, thin * 0.8, tall * 0.1, "groove")
        body -= ring.at(z=low + neck + tall * 0.7)
    body -= rod(radius * dice.real(0.5, 0.75), low * 0.8, "bore", sides=dice.pick((4, 6))).at(z=-1)
    if screws:
        drill = rod(radius * 0.16, radius * 2, "hole").turned(y=90).at(0, 0, low * 0.35)
        body -= drill.around(screws)
    return Draft(body, {"hole": screws}, {"bore": True, "screw holes": screws > 0},
                 {"form": "straight"})  # fmt: skip


def _bayonet_adapter(dice: Dice) -> Draft:
    """Lens to camera: a fluted ring with lugs around its collar."""
    radius, tall = dice.real(22, 45), dice.real(4, 32)
    throat, lugs = radius * dice.real(0.55, 0.8), dice.pick((3, 3, 4, 6))
    body = revolved(
        [(throat, 0), (radius, 0), (radius, tall * 0.4), (radius * dice.real(0.85, 1), tall),
         (throat, tall)], segments=64,
    )  # fmt: skip
    if dice.yes(0.7):
        flute = rod(radius * 0.05, tall * 0.35, "flute", sides=8).at(radius, 0, tall * 0.02)
        body -= flute.around(dice.pick((24, 36)))
    wall = (radius - throat) * 0.3
    body += tube(throat + wall, throat - 0.01, 6, "collar").at(z=tall - 0.1)
    sector = 200 / lugs
    lug = prism([*arc(throat + wall * 2.2, 0, sector, 9), *arc(throat, sector, 0, 9)], 1.8, "tab")
    body += lug.around(lugs).at(z=tall + 4)
    return Draft(body, {"hole": 0}, {"bore": True, "screw holes": False}, {"outline": "round"})


def _nozzle(radius: float, length: float, barbs: int) -> Body:
    """A pipe end along z, its tip barbed."""
    body = rod(radius * 0.8, length)
    barb = rod(radius, length * 0.16, "barb", top=radius * 0.75)
    return union([body, *(barb.at(z=length * (0.8 - 0.17 * i)) for i in range(barbs))])


def _branching_adapter(dice: Dice) -> Draft:
    """One hose in, several out: fanned or side by side on a bar."""
    radius, outlets, barbs = dice.real(4, 12), dice.whole(2, 4), dice.pick((0, 2, 3))
    length, nut, barred = radius * dice.real(3.5, 6), dice.yes(), dice.yes()
    bored = rod(radius * 0.55, length * 2, "bore")
    pipes, bores = [_nozzle(radius, length, barbs).turned(x=180)], [bored.turned(x=180)]
    pitch, spread = radius * dice.real(2.4, 4), dice.real(35, 60)
    for index in range(outlets):
        place = index - (outlets - 1) / 2
        turn = 0.0 if barred else place * spread
        for drill, parts in ((_nozzle(radius, length, barbs), pipes), (bored, bores)):
            parts.append(drill.turned(y=turn).at(place * pitch if barred else 0.0))
    if barred:
        bar = outlets * pitch
        pipes.append(rod(radius * 1.25, bar).turned(y=90).at(-bar / 2))
        bores.append(rod(radius * 0.55, bar - radius, "bore").turned(y=90).at((radius - bar) / 2))
    else:
        pipes.append(rod(radius * 1.3, radius * 2).at(z=-radius))
    if nut:
        pipes.append(rod(radius * 1.7, radius * 1.1, "nut", sides=6).at(z=-radius * 2.2))
    return Draft(union(pipes) - union(bores), {"barb": barbs * (outlets + 1)},
                 {"barbs": barbs > 0, "hexagonal nut": nut}, {})  # fmt: skip


def _binder_clip(dice: Dice) -> Draft:
    """A folded triangle of spring sheet with two wire handles."""
    width, height, wall = dice.real(15, 50), dice.real(12, 30), dice.real(0.8, 1.8)
    half, lean, folded = height * dice.real(0.25, 0.5), dice.real(15, 50), dice.yes(0.4)
    lip = rod(wall * 1.4, width).at(wall * 1.2, height)
    foot = rod(wall * 1.4, width).at(half, 0)
    flank = hull(lip, foot)
    body = flank + flank.mirrored(x=1) + hull(foot, foot.mirrored(x=1))
    body = body.turned(x=90).at(0, width / 2)
    grip, reach = width * dice.real(0.2, 0.42), height * dice.real(0.9, 1.5)
    narrow = grip * dice.real(0.3, 0.8)
    loop = [(-grip, 0.0), (-narrow, reach * 0.6), *[
        (narrow * np.cos(a), reach * 0.7 + narrow * np.sin(a)) for a in np.linspace(np.pi, 0, 9)
    ], (narrow, reach * 0.6), (grip, 0.0)]  # fmt: skip
    path: list[Point3] = [(0.0, float(a), float(b)) for a, b in loop]
    handle = wire(path, wall * 0.9, "handle", sides=8, closed=True)
    handle = handle.turned(y=180 - lean * 0.5 if folded else lean).at(2.4 * wall, 0, height)
    if folded:
        handle = handle.at(wall * 0.8)
    return Draft(body + handle + handle.turned(z=180), {"tooth": 0, "hole": 0},
                 {"teeth": False, "screw hole": False}, {"form": "tapered"})  # fmt: skip


def _snap_clip(dice: Dice) -> Draft:
    """Open rings on a foot: snaps over pipes or cables."""
    radius, wall, rings = dice.real(4, 18), dice.real(1.5, 4), dice.pick((1, 1, 2, 3, 4))
    width, mouth, screwed = dice.real(6, 24), dice.real(50, 80), dice.yes(0.6)
    pitch, thick = 2 * radius + wall * dice.real(1.2, 3), wall * 1.2
    ring = tube(radius + wall, radius, width)
    gap = prism([(0, 0), *arc(radius * 4, 90 - mouth, 90 + mouth, 5)], width + 2, "gap").at(z=-1)
    ring -= gap
    for angle in (90 - mouth, 90 + mouth):
        reach, turn = radius + wall / 2, np.radians(angle)
        ring += rod(wall * 0.8, width).at(float(reach * np.cos(turn)), float(reach * np.sin(turn)))
    body = in_row(ring.turned(x=90), rings, pitch).at(0, width / 2, radius + wall + thick * 0.5)
    ears = dice.pick((1, 2)) if screwed else 0
    ear, span = radius * 1.2 + 6, (rings - 1) * pitch
    left, right = -span / 2 - radius, span / 2 + radius
    plate = rounded_block(right - left, width, thick, 1, "base").at((left + right) / 2)
    for index in range(ears):
        side = 1 if index else -1
        plate += rounded_block(ear + 4, width, thick, width * 0.4, "base").at(
            (right if index else left) + side * ear / 2)  # fmt: skip
        plate -= hole(min(width, ear) * 0.18, thick, (right if index else left) + side * ear * 0.6)
    return Draft(body + plate, {"tooth": 0, "hole": ears},
                 {"teeth": False, "screw hole": ears > 0},
                 {"profile": "C-shaped"} if rings == 1 else {})  # fmt: skip


def _paper_clip(dice: Dice) -> Draft:
    """One wire bent to nested loops."""
    width, radius, turns = dice.real(10, 20), dice.real(0.7, 1.6), dice.whole(3, 4)
    length, step = width * dice.real(2.2, 4.5), max(radius * 2.4, width * dice.real(0.1, 0.14))
    points: list[Point3] = [(-width / 2, -length * 0.1, 0.0)]
    left, right = -width / 2, width / 2
    for index in range(turns):
        top = index % 2 == 0
        half, middle = (right - left) / 2, (right + left) / 2
        edge = length * (0.5 - 0.12 * index) - half
        side = 1 if top else -1
        bend = np.linspace(np.pi, 0, 11) if top else np.linspace(0, np.pi, 11)
        points += [(float(middle + half * np.cos(a)), float(side * (edge + half * np.sin(a))), 0.0)
                   for a in bend]  # fmt: skip
        left, right = (left + step, right) if top else (left, right - step)
    x, y, _ = points[-1]
    points.append((x, y * 0.2, 0.0))
    body = wire(points, radius, sides=10)
    return Draft(body.turned(x=dice.pick((0, 90))), {"tooth": 0, "hole": 0},
                 {"teeth": False, "screw hole": False},
                 {"outline": "long"} if length > 3.2 * width else {})  # fmt: skip


def _pull_cap(dice: Dice) -> Draft:
    """Slips over a tube or profile; a tab or strap to pull it off."""
    size, wall, tall = dice.real(12, 40), dice.real(1.2, 3), dice.real(10, 50)
    outline = dice.pick(("round", "square", "hexagonal", "rectangular"))
    sides = {"round": 40, "hexagonal": 6}.get(outline)
    y = size * (dice.real(0.4, 0.6) if outline == "rectangular" else 1.0)
    if sides:
        body = rod(size / 2, tall, sides=sides)
        body -= rod(size / 2 - wall, tall, "cavity", sides=sides).at(z=-wall)
    else:
        body = rounded_block(size, y, tall, size * 0.1)
        body -= rounded_block(size - 2 * wall, y - 2 * wall, tall, 1, "cavity").at(z=-wall)
    if dice.yes(0.8):
        reach = size * dice.real(0.3, 0.8)
        tab = hull(rod(size * 0.2, wall, "tab"), rod(size * 0.2, wall, "tab").at(reach))
        tab -= rod(size * 0.11, 9, "hole").at(reach, 0, -1)
        body += tab.at(size * 0.42, 0, tall - wall)
    if dice.yes(0.4):
        band = rod(size / 2 + wall * 0.7, wall, "band", sides=sides or 4)
        if not sides:
            band = rounded_block(size + wall, y + wall, wall, 2, "band")
        hollow = rod(size * 0.3, 99, "cavity") if sides else block(size * 0.6, y * 0.6, 99)
        body += band - hollow.at(z=-9)
    return Draft(body, {"fin": 0}, {"fins": False, "domed head": False}, {"outline": outline})


def _ferrule_cap(dice: Dice) -> Draft:
    """The rubber tip of a stick or chair leg: a sleeve that flares to a ringed sole."""
    radius, wall = dice.real(6, 16), dice.real(2, 4)
    tall, sole = radius * dice.real(1.5, 4), radius * dice.real(1.3, 2.2)
    outer, rings = radius + wall, dice.whole(0, 4)
    profile = [(0.0, 0.0), (sole, 0.0), (sole, tall * 0.15), (outer, tall * dice.real(0.3, 0.6)),
               (outer, tall), (0.0, tall)]  # fmt: skip
    body = revolved(profile)
    for index in range(rings):
        body += tube(outer * 1.12, radius, tall * 0.06, "band").at(z=tall * (0.94 - 0.12 * index))
    body -= rod(radius, tall, "cavity").at(z=tall * 0.25)
    for share in (0.4, 0.65, 0.88)[: dice.whole(0, 3)]:
        body -= tube(sole * share, sole * share - 1.5, tall * 0.08, "groove").at(z=-0.1)
    lying = dice.yes(0.3)
    return Draft(body.turned(x=115 if lying else 0), {"fin": 0},
                 {"fins": False, "domed head": False}, {"outline": "round"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("adapter", "drive", _drive_adapter),
    Builder("adapter", "bayonet", _bayonet_adapter),
    Builder("hose adapter", "branches", _branching_adapter),
    Builder("clip", "binder", _binder_clip),
    Builder("clip", "snap", _snap_clip),
    Builder("clip", "paper", _paper_clip),
    Builder("end cap", "pull tab", _pull_cap),
    Builder("end cap", "ferrule", _ferrule_cap),
)
