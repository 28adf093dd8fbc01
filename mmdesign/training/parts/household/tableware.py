"""Cups, bottles, jars, bowls and dishes of other shapes than turned ones, and cutlery."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.household.vessels import hollow, smooth
from mmdesign.training.parts.solids import (
    Body,
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
)


def _ear(reach: float, high: float, thick: float, wide: float) -> Body:
    """A flat strap handle standing out along x, its root in the plane x = 0."""
    outer = rounded_block(2 * reach, high, wide, reach * 0.7, "handle")
    inner = rounded_block(2 * reach - 2 * thick, high - 2 * thick, wide + 2, reach * 0.6, "handle")
    loop = outer - inner.at(z=-1)
    return (loop & block(reach, high * 2, wide * 3).at(reach / 2, 0, -wide)).turned(x=90).at(
        y=wide / 2)  # fmt: skip


def _faceted_mug(dice: Dice) -> Draft:
    sides, radius, height = dice.pick((4, 6, 8, 10)), dice.real(36, 50), dice.real(65, 130)
    top, wall = radius * dice.real(0.85, 1.2), dice.real(3, 5)
    handle, turn = dice.yes(0.6), 180 / sides
    body = rod(radius, height, top=top, sides=sides).turned(z=turn)
    if handle:
        flat = min(radius, top) * np.cos(np.pi / sides)
        ear = _ear(dice.real(18, 32), height * dice.real(0.45, 0.75), 6, dice.real(8, 18))
        body += ear.at(flat - 2, 0, height / 2)
    body -= rod(radius - wall, height, "cavity", top=top - wall, sides=sides).turned(z=turn).at(
        z=wall)  # fmt: skip
    return Draft(body, {"handle": int(handle)}, {"handle": handle, "saucer": False},
                 {"form": "faceted", "top": "open"})  # fmt: skip


def _camping_mug(dice: Dice) -> Draft:
    radius, height = dice.real(36, 50), dice.real(60, 100)
    rings, bulge, handle = dice.whole(0, 5), dice.real(1.0, 1.35), dice.yes(0.65)
    profile = smooth([(radius, 0), (radius * bulge, height * 0.45), (radius, height)], 14)
    body = revolved([(0, 0), *profile, (0, height)])
    body += rod(radius * 1.05, 4, "rim").at(z=height - 4)
    for index in range(rings):
        z = height * (index + 1) / (rings + 1)
        body += rod(float(np.interp(z, [p[1] for p in profile], [p[0] for p in profile])) + 2, 3,
                    "rib").at(z=z - 1.5)  # fmt: skip
    if handle:
        body += _ear(radius * 0.8, height * 0.6, 5, 10).at(radius * 0.95, 0, height / 2)
    cavity = [(0, 3.0), *[(r - 2.5, max(z, 3.0)) for r, z in profile], (0, height)]
    body -= revolved([*cavity[:-1], (radius - 2.5, height + 9), (0, height + 9)], "cavity")
    return Draft(body, {"handle": int(handle), "rib": rings}, {"handle": handle, "saucer": False},
                 {"form": "bulging" if bulge > 1.15 else "cylindrical", "top": "open"})  # fmt: skip


def _sports_bottle(dice: Dice) -> Draft:
    radius, height = dice.real(30, 48), dice.real(140, 260)
    waist, where = radius * dice.real(0.72, 0.92), dice.real(0.5, 0.65)
    profile = [(radius * 0.9, 0.0), (radius, 6.0), *smooth(
        [(radius, height * 0.35), (waist, height * where), (radius, height * 0.82)], 14),
        *smooth([(radius, height * 0.83), (radius * 0.6, height * 0.95)], 8)]  # fmt: skip
    top = profile[-1][1]
    body = revolved([(0, 0), *profile, (0, top)])
    for index in range(dice.whole(0, 4)):
        body -= tube(radius * 1.2, radius * 0.95, 3, "groove").at(z=height * (0.08 + 0.06 * index))
    cap = dice.yes(0.6)
    if cap:
        body += rod(radius * 0.72, height * 0.1, "cap").at(z=top - 1)
        body += rod(radius * 0.25, height * 0.09, "cap", top=radius * 0.2).at(z=top + height * 0.09)
    else:
        body += rod(radius * 0.5, height * 0.08, "neck").at(z=top - 1)
        body -= rod(radius * 0.4, height * 0.5, "bore").at(z=top * 0.7)
    return Draft(
        body,
        {},
        {"cap": cap, "handle": False, "spray head": False},
        {"neck": "wide mouth", "form": "slender" if height > 5 * radius else "stout"},
    )


def _flat_bottle(dice: Dice) -> Draft:
    x, y, z = dice.real(50, 100), dice.real(25, 60), dice.real(90, 220)
    corner, neck = dice.real(0.1, 0.45) * y, dice.real(7, 12)
    shoulder = rounded_block(x * 0.4, y * 0.6, 2, corner * 0.5).at(z=z * dice.real(1.02, 1.2))
    body = hull(rounded_block(x, y, z, corner), shoulder)
    top = shoulder.solid.bounding_box()[5]
    spray = dice.yes(0.35)
    cap = not spray and dice.yes(0.6)
    handle = x > 75 and dice.yes(0.7)
    body += rod(neck, 20, "neck").at(z=top - 3)
    if spray:
        body += rod(neck * 1.3, 14, "spray head").at(z=top + 8)
        body += block(x * 0.7, neck * 1.6, neck * 1.7, "spray head").at(-x * 0.15, 0, top + 28)
        body += rod(neck * 0.7, 30, "spray head").at(z=top + 5)
        body += bar((-x * 0.25, 0, top + 32), (-x * 0.42, 0, top + 2), 4, "spray head")
    elif cap:
        body += rod(neck * 1.35, dice.real(12, 30), "cap").at(z=top + 6)
    else:
        body -= rod(neck * 0.7, 60, "bore").at(z=top - 20)
    if handle:
        cut = rounded_block(x * 0.22, z * 0.5, y * 3, x * 0.1, "handle").turned(x=90)
        body -= cut.at(x * 0.27, y * 1.5, z * 0.62)
    return Draft(body, {}, {"cap": cap, "handle": handle, "spray head": spray},
                 {"neck": "narrow neck", "outline": "rectangular"})  # fmt: skip


def _square_jar(dice: Dice) -> Draft:
    x, z, wall = dice.real(60, 130), dice.real(60, 190), 4.0
    corner = x * dice.real(0.08, 0.3)
    body = rounded_block(x, x, z, corner)
    body -= rounded_block(x - 2 * wall, x - 2 * wall, z, corner, "cavity").at(z=wall)
    lid, ribs = dice.yes(), dice.pick((0, 0, 3, 5))
    rib = block(x * 0.05, 4, z * 0.7, "rib").at(0, -x / 2 - 1, z * 0.12)
    if ribs:
        body += in_row(rib, ribs, x=x * 0.7 / ribs).around(4)
    if lid:
        body += rounded_block(x * 1.05, x * 1.05, z * 0.12, corner, "lid").at(z=z - 3)
        body += rod(x * 0.1, x * 0.14, "knob", top=x * 0.15).at(z=z * 1.12 - 5)
    return Draft(body, {"rib": ribs * 4}, {"lid": lid, "handles": False, "ribs": ribs > 0},
                 {"neck": "wide mouth", "outline": "square"})  # fmt: skip


def _ginger_jar(dice: Dice) -> Draft:
    height, belly = dice.real(100, 260), dice.real(45, 90)
    where, mouth = dice.real(0.4, 0.7), belly * dice.real(0.5, 0.75)
    profile = smooth([(belly * 0.6, 0), (belly, height * where), (mouth, height * 0.95),
                      (mouth, height)])  # fmt: skip
    lid, handles = dice.yes(), dice.pick((0, 2, 2, 3))
    body = hollow(profile, 4, 6)
    if handles:
        loop = tube(height * 0.09, height * 0.05, 8, "handle").turned(x=90).at(0, 4, 0)
        ear = loop.at(belly * 0.98, 0, height * (where + 0.12))
        inner = revolved([(0, 6), *[(max(r - 3, 1), z) for r, z in profile if z > 6], (0, height)])
        body += (ear - inner).around(handles)
    if lid:
        dome = revolved([(0, 0), (mouth * 1.12, 0), (mouth * 1.12, 6), *smooth(
            [(mouth, 8), (mouth * 0.2, mouth * 0.5)], 8), (0, mouth * 0.5)], "lid")  # fmt: skip
        body += dome.at(z=height - 2) + ball(mouth * 0.22, "knob").at(z=height + mouth * 0.6)
    return Draft(body, {"handle": handles}, {"lid": lid, "handles": handles > 0, "ribs": False},
                 {"neck": "wide mouth", "form": "bulging"})  # fmt: skip


def _facet_bowl(dice: Dice) -> Draft:
    sides, radius = dice.pick((4, 5, 6, 8)), dice.real(55, 130)
    foot, height, wall = radius * dice.real(0.35, 0.7), radius * dice.real(0.35, 0.8), 4.0
    body = rod(foot, height, top=radius, sides=sides)
    body -= rod(foot, height, "cavity", top=radius, sides=sides).scaled(
        1 - 1.4 * wall / radius, 1 - 1.4 * wall / radius, 1.01).at(z=wall)  # fmt: skip
    footed = dice.yes()
    if footed:
        body += rod(foot * 0.95, height * 0.2, "foot", sides=sides).at(z=-height * 0.2)
    return Draft(body, {}, {"foot ring": footed, "handles": False, "ribs": False},
                 {"form": "faceted", "top": "open"})  # fmt: skip


def _mixing_bowl(dice: Dice) -> Draft:
    radius, height = dice.real(60, 140), 0.0
    height = radius * dice.real(0.5, 0.9)
    profile = [(radius * 0.5, 0.0), *smooth([(radius * 0.55, 2), (radius * 0.9, height * 0.5),
                                             (radius, height)], 14)]  # fmt: skip
    outer = revolved([(0, 0), *profile, (0, height)])
    handles, ribs, footed = dice.pick((0, 0, 2)), dice.pick((0, 0, 12, 20)), dice.yes(0.4)
    body = outer + rod(radius * 1.1, 4, "rim").at(z=height - 4)
    if handles:
        lug = rounded_block(radius * 0.5, radius * 0.5, 7, 14, "handle") - hole(
            radius * 0.1, 7, radius * 0.1)  # fmt: skip
        body += lug.at(radius * 1.15, 0, height - 8).around(2)
    if ribs:
        spine = hull(rod(2.5, 1, sides=8).at(radius * 0.52, 0, 2), rod(2.5, 1, sides=8).at(
            radius * 0.93, 0, height * 0.5), rod(2.5, 1, sides=8).at(radius, 0, height - 2),
            feature="rib")  # fmt: skip
        body += spine.around(ribs)
    body -= revolved([(0, 5), *[(max(r - 4, 1), max(z, 5)) for r, z in profile],
                      (radius - 4, height + 9), (0, height + 9)], "cavity")  # fmt: skip
    if footed:
        body += tube(radius * 0.5, radius * 0.42, height * 0.2, "foot").at(z=-height * 0.14)
    return Draft(body, {"handle": handles, "rib": ribs},
                 {"foot ring": footed, "handles": handles > 0, "ribs": ribs > 0},
                 {"form": "round", "top": "open"})  # fmt: skip


def _platter(dice: Dice) -> Draft:
    x, y, high = dice.real(160, 380), dice.real(120, 240), dice.real(12, 30)
    oval = dice.yes()
    corner = min(x, y) * (0.49 if oval else dice.real(0.05, 0.2))
    rim, handles = dice.real(14, 36), dice.pick((0, 0, 2))

    def layer(grow: float, z: float) -> Body:
        return rounded_block(x + grow, y + grow, 1, corner, "body").at(z=z)

    body = hull(layer(-rim, 0), layer(rim, high))
    if handles:
        lug = rounded_block(50, y * 0.4, 6, 20, "handle") - rounded_block(
            16, y * 0.22, 10, 7, "hole").at(4, 0, -2)  # fmt: skip
        body += lug.at((x + rim) / 2 + 10, 0, high - 5).around(2)
    body -= hull(layer(-rim - 4, 5), layer(rim - 5, high + 3)).labelled("cavity")
    return Draft(body, {"handle": handles}, {"rim": True, "ribs": False, "handles": handles > 0},
                 {"form": "shallow", "outline": "oval" if oval else "rectangular"})  # fmt: skip


def _scalloped_dish(dice: Dice) -> Draft:
    radius, lobes, high = dice.real(60, 140), dice.whole(8, 20), dice.real(15, 40)
    depth = dice.real(0.02, 0.05)
    ring = [(float((1 + depth * np.cos(lobes * t)) * np.cos(t)),
             float((1 + depth * np.cos(lobes * t)) * np.sin(t)))
            for t in np.linspace(0, 2 * np.pi, lobes * 6, endpoint=False)]  # fmt: skip

    def bell(size: float, z: float) -> Body:
        stack = [prism([(a * size * share, b * size * share) for a, b in ring], high * 0.18)
                 for share in np.linspace(0.7, 1.0, 6)]  # fmt: skip
        return union([ply.at(z=z + high * 0.165 * k) for k, ply in enumerate(stack)])

    body = bell(radius, 0) - bell(radius - 5, 4).labelled("cavity")
    return Draft(body, {"lobe": lobes}, {"rim": True, "ribs": True, "handles": False},
                 {"form": "shallow", "outline": "round"})  # fmt: skip


def _beer_glass(dice: Dice) -> Draft:
    height, foot = dice.real(110, 220), dice.real(24, 36)
    belly, lip = foot * dice.real(1.1, 1.5), foot * dice.real(1.0, 1.4)
    profile = [(foot * 1.15, 0.0), (foot * 1.15, 5.0), *smooth(
        [(foot * 0.85, height * 0.12), (belly, height * 0.65), (lip, height)], 20)]  # fmt: skip
    body = hollow(profile, 3, height * dice.real(0.05, 0.15))
    return Draft(body, {}, {"stem": False, "foot": True, "handle": False},
                 {"form": "curved", "top": "open"})  # fmt: skip


def _handled_glass(dice: Dice) -> Draft:
    radius, height, handle = dice.real(36, 50), dice.real(110, 170), dice.yes(0.6)
    body, dents = rod(radius, height), dice.pick((0, 8, 10))
    if dents:
        scoop = rod(radius * 0.3, height * 0.6, "facet", sides=16).at(
            radius * 1.22, 0, height * 0.2
        )
        body -= scoop.around(dents, 180 / dents)
    if handle:
        body += _ear(radius * 0.9, height * 0.65, 11, 16).at(radius * 0.9, 0, height / 2)
    body -= rod(radius * 0.84, height, "cavity").at(z=12)
    return Draft(body, {"facet": dents}, {"stem": False, "foot": False, "handle": handle},
                 {"form": "cylindrical", "top": "open"})  # fmt: skip


BUILDERS = (
    Builder("mug", "faceted", _faceted_mug),
    Builder("mug", "camping", _camping_mug),
    Builder("bottle", "sports", _sports_bottle),
    Builder("bottle", "flat", _flat_bottle),
    Builder("jar", "square", _square_jar),
    Builder("jar", "ginger", _ginger_jar),
    Builder("bowl", "faceted", _facet_bowl),
    Builder("bowl", "mixing", _mixing_bowl),
    Builder("dish", "platter", _platter),
    Builder("dish", "scalloped", _scalloped_dish),
    Builder("tumbler", "beer glass", _beer_glass),
    Builder("tumbler", "handled", _handled_glass),
)
