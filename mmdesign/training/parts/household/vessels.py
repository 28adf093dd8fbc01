"""Turned vessels: bottles, cups, bowls, vases and what a kitchen has."""

from collections.abc import Sequence

import numpy as np

from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    block,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    wire,
)


def smooth(points: Sequence[Point2], count: int = 28) -> list[Point2]:
    """A monotone curve through (radius, z) points that rise in z."""
    radii, heights = zip(*points, strict=True)
    z = np.linspace(heights[0], heights[-1], count)
    along = np.interp(z, heights, np.arange(len(points)))
    low = np.floor(along).astype(int).clip(0, len(points) - 2)
    t = along - low
    t = t * t * (3 - 2 * t)
    radius = np.asarray(radii)
    values = radius[low] * (1 - t) + radius[low + 1] * t
    return [(float(r), float(h)) for r, h in zip(values, z, strict=True)]


def hollow(profile: Sequence[Point2], wall: float, floor: float) -> Body:
    """Turn an outside profile into an open vessel."""
    outside = revolved([(0.0, profile[0][1]), *profile, (0.0, profile[-1][1])])
    base, top = profile[0][1] + floor, profile[-1][1]
    radii, heights = zip(*profile, strict=True)
    at_base = float(np.interp(base, heights, radii))
    inside = [(at_base, base), *[(r, z) for r, z in profile if z > base]]
    wetted = [(max(r - wall, 0.05), z) for r, z in inside]
    cavity = [(0.0, base), *wetted, (wetted[-1][0], top + 5), (0.0, top + 5)]
    return outside - revolved(cavity, "cavity")


def _side_handle(radius: float, low: float, high: float, thick: float) -> Body:
    middle, reach = (low + high) / 2, (high - low) / 2
    path = [(radius + reach * 1.1 * np.cos(t) - thick * 0.4, 0.0, middle + reach * np.sin(t))
            for t in np.linspace(-np.pi / 2, np.pi / 2, 18)]  # fmt: skip
    start, end = (radius - thick * 0.8, 0.0, low), (radius - thick * 0.8, 0.0, high)
    return wire([start, *path, end], thick, "handle", sides=12)


def _mug(dice: Dice) -> Draft:
    radius, height = dice.real(32, 48), dice.real(70, 115)
    wall = radius * dice.real(0.08, 0.13)
    top = radius * dice.pick((0.9, 1.0, 1.0, 1.2))
    handle = dice.yes(0.7)
    body = hollow(smooth([(radius, 0), (top, height)], 6), wall, wall)
    if handle:
        # the handle must end inside the wall and not reach into the cup
        narrow = min(radius, top)
        loop = _side_handle(narrow, height * 0.2, height * 0.8, wall * 0.9)
        inner = revolved([(0, wall), (radius - wall * 0.6, wall), (top - wall * 0.6, height + 9),
                          (0, height + 9)])  # fmt: skip
        body += loop - inner
    form = "tapered" if top != radius else "cylindrical"
    return Draft(body, {"handle": int(handle)}, {"handle": handle, "saucer": False},
                 {"form": form, "top": "open"})  # fmt: skip


def _teacup(dice: Dice) -> Draft:
    radius, height = dice.real(35, 50), dice.real(45, 65)
    profile = smooth([(radius * 0.5, 0), (radius * 0.85, height * 0.4), (radius, height)])
    body = hollow(profile, 3, 4)
    inner = revolved(
        [
            (0, 4),
            (radius * 0.45, 4),
            (radius * 0.8, height * 0.4),
            (radius - 2, height),
            (radius - 2, height + 9),
            (0, height + 9),
        ]
    )
    body += _side_handle(radius * 0.88, height * 0.3, height * 0.85, 3) - inner
    saucer = dice.yes(0.4)
    if saucer:
        body += hollow(smooth([(radius, -6), (radius * 1.6, 4)], 8), 3, 3)
    return Draft(body, {"handle": 1}, {"handle": True, "saucer": saucer}, {"form": "rounded"})


def _bottle(dice: Dice) -> Draft:
    radius, height = dice.real(25, 50), dice.real(120, 280)
    neck = radius * dice.real(0.25, 0.45)
    shoulder = dice.real(0.5, 0.75)
    profile = [(radius, 0.0), (radius, height * shoulder * 0.9)]
    profile += [*smooth([(radius, height * shoulder), (neck, height * (shoulder + 0.15))], 10)]
    profile += [(neck, height)]
    body = hollow(profile, neck * 0.25, 3)
    ring = dice.yes(0.5)
    if ring:
        body += tube(neck * 1.25, neck * 0.9, height * 0.03, "ring").at(z=height * 0.93)
    cap = dice.yes(0.4)
    if cap:
        body += rod(neck * 1.25, height * 0.09, "cap").at(z=height * 0.95)
    return Draft(
        body,
        {},
        {"cap": cap, "handle": False, "spray head": False},
        {"neck": "narrow neck", "form": "slender" if height > 5 * radius else "stout"},
    )


def _jar(dice: Dice) -> Draft:
    radius, height = dice.real(30, 55), dice.real(60, 130)
    mouth = radius * dice.real(0.75, 0.9)
    profile = [(radius, 0.0), (radius, height * 0.8), *smooth(
        [(radius, height * 0.82), (mouth, height * 0.92)], 6), (mouth, height)]  # fmt: skip
    capped = dice.yes(0.5)
    body = hollow(profile, 3, 4)
    if capped:
        body += rod(mouth * 1.1, height * 0.15, "lid").at(z=height * 0.93)
    return Draft(body, {}, {"lid": capped, "handles": False, "ribs": False}, {"neck": "wide mouth"})


def _bowl(dice: Dice) -> Draft:
    radius = dice.real(50, 110)
    height, foot = radius * dice.real(0.4, 0.75), radius * dice.real(0.3, 0.5)
    curve = [(foot + (radius - foot) * np.sin(t), height * (1 - np.cos(t)))
             for t in np.linspace(0, np.pi / 2, 16)]  # fmt: skip
    body = hollow(curve, radius * 0.05, radius * 0.05)
    footed = dice.yes(0.5)
    if footed:
        body += tube(foot, foot * 0.8, height * 0.15, "foot").at(z=-height * 0.12)
    return Draft(
        body,
        {},
        {"foot ring": footed, "handles": False, "ribs": False},
        {"form": "round", "top": "open"},
    )


def _dish(dice: Dice) -> Draft:
    radius = dice.real(70, 140)
    flat, height = radius * dice.real(0.55, 0.7), radius * dice.real(0.08, 0.18)
    body = hollow([(flat, 0.0), (flat * 1.05, height * 0.4), (radius, height)], 3, 3)
    return Draft(
        body,
        {},
        {"rim": True, "ribs": False, "handles": False},
        {"form": "shallow", "outline": "round"},
    )


def _vase(dice: Dice) -> Draft:
    height = dice.real(120, 280)
    belly = height * dice.real(0.18, 0.32)
    base, neck = belly * dice.real(0.4, 0.8), belly * dice.real(0.3, 0.6)
    lip, where = neck * dice.real(1.1, 1.9), dice.real(0.25, 0.55)
    profile = smooth([(base, 0), (belly, height * where), (neck, height * 0.82), (lip, height)])
    body = hollow(profile, 3, 5)
    handles = dice.pick((0, 0, 0, 2))
    if handles:
        loop = _side_handle(neck * 1.05, height * 0.6, height * 0.86, 4)
        inner = revolved([(0, 5), (neck - 2, 5), (neck - 2, height), (0, height)])
        body += (loop - inner).around(2)
    return Draft(body, {"handle": handles}, {"handles": handles > 0}, {"form": "curved"})


def _faceted_vase(dice: Dice) -> Draft:
    height, sides = dice.real(100, 240), dice.pick((5, 6, 8))
    base, top = height * dice.real(0.15, 0.22), height * dice.real(0.2, 0.3)
    outline = [(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, sides, endpoint=False)]
    outer = hull(*[block(1, 1, 1).at(base * x, base * y) for x, y in outline],
                 *[block(1, 1, 1).at(top * x, top * y, height) for x, y in outline])  # fmt: skip
    inner = outer.scaled(0.9, 0.9, 1.1).at(z=height * 0.04).labelled("cavity")
    return Draft(outer - inner, {"handle": 0}, {"handles": False}, {"form": "faceted"})


def _goblet(dice: Dice) -> Draft:
    height, radius = dice.real(110, 220), dice.real(28, 48)
    stem, foot = height * dice.real(0.35, 0.5), radius * dice.real(0.75, 1.0)
    thin = radius * 0.12
    cup = smooth([(thin, stem), (radius, stem + (height - stem) * 0.5), (radius * 0.85, height)])
    body = revolved([(0, 0), (foot, 0), (foot, 2), (thin * 1.5, 6), (thin, 16), (thin, stem + 4),
                     (0, stem + 4)], "stem")  # fmt: skip
    return Draft(body + hollow(cup, 2, (height - stem) * 0.15), {},
                 {"stem": True, "foot": True, "handle": False})  # fmt: skip


def _tumbler(dice: Dice) -> Draft:
    radius, height = dice.real(28, 42), dice.real(80, 150)
    sides = dice.pick((40, 40, 8))
    body = rod(radius * 0.8, height, top=radius, sides=sides)
    body -= rod(radius * 0.74, height, "cavity", top=radius * 0.93, sides=sides).at(z=5)
    return Draft(body, {}, {"stem": False, "foot": False, "handle": False},
                 {"form": "faceted" if sides == 8 else "tapered", "top": "open"})  # fmt: skip


def _bucket(dice: Dice) -> Draft:
    radius = dice.real(80, 150)
    height = radius * dice.real(1.4, 2.2)
    body = hollow([(radius * 0.75, 0.0), (radius, height)], radius * 0.04, radius * 0.05)
    rim = tube(radius * 1.06, radius * 0.97, height * 0.05, "rim").at(z=height * 0.95)
    bail = dice.yes(0.7)
    if bail:
        lift = dice.real(0.3, 1.0)
        arch = [(radius * np.cos(t), radius * (1 - lift) * np.sin(t),
                 height * 0.95 + radius * lift * np.sin(t))
                for t in np.linspace(0, np.pi, 20)]  # fmt: skip
        body += wire(arch, radius * 0.035, "handle", sides=8)
    return Draft(body + rim, {"handle": int(bail)}, {"handle": bail},
                 {"form": "tapered", "top": "open"})  # fmt: skip


def _flower_pot(dice: Dice) -> Draft:
    radius = dice.real(40, 110)
    height = radius * dice.real(1.1, 1.8)
    body = hollow(
        [
            (radius * 0.65, 0.0),
            (radius * 0.92, height * 0.8),
            (radius * 1.0, height * 0.8001),
            (radius, height),
        ],
        radius * 0.08,
        radius * 0.08,
    )
    body -= rod(radius * 0.1, radius, "hole").at(z=-radius * 0.5)
    saucer = dice.yes(0.3)
    if saucer:
        body += hollow([(radius * 0.85, -8.0), (radius, 12.0)], 3, 4)
    return Draft(body, {"hole": 1}, {"rim": True, "saucer": saucer}, {"form": "tapered"})


def _saucepan(dice: Dice) -> Draft:
    radius = dice.real(70, 130)
    height, frying = radius * dice.real(0.6, 1.1), dice.yes(0.4)
    height = radius * 0.3 if frying else height
    body = hollow([(radius * 0.88, 0.0), (radius, height)], 3, 4)
    length = radius * dice.real(1.2, 1.8)
    grip = rounded_block(length, radius * 0.16, radius * 0.1, radius * 0.07, "handle")
    body += grip.at(radius * 0.97 + length / 2, 0, height * 0.75)
    covered = not frying and dice.yes(0.4)
    if covered:
        body += rod(radius * 1.02, 4, "lid").at(z=height - 1)
        body += rod(radius * 0.12, radius * 0.2, "knob", top=radius * 0.16).at(z=height + 2)
    return Draft(body, {"handle": 1}, {"lid": covered, "long handle": True},
                 {"form": "shallow" if frying else "deep"})  # fmt: skip


def _cooking_pot(dice: Dice) -> Draft:
    radius = dice.real(90, 140)
    height = radius * dice.real(0.8, 1.3)
    body = hollow([(radius, 0.0), (radius, height)], 4, 5)
    loop = [(radius + 30 * np.cos(t), 28 * np.sin(t), height * 0.8)
            for t in np.linspace(-np.pi / 2, np.pi / 2, 14)]  # fmt: skip
    loop = [(radius - 2, -28.0, height * 0.8), *loop, (radius - 2, 28.0, height * 0.8)]
    body += wire(loop, 5, "handle", sides=10).around(2)
    covered = dice.yes(0.5)
    if covered:
        body += rod(radius * 1.02, 6, "lid").at(z=height - 1) + rod(14, 22, "knob").at(z=height)
    return Draft(body, {"handle": 2}, {"lid": covered, "long handle": False}, {"form": "deep"})


def _teapot(dice: Dice) -> Draft:
    radius = dice.real(55, 85)
    profile = [(radius * 0.6, 0.0), *[(radius * np.sin(t), radius * 0.85 * (1 - np.cos(t)))
               for t in np.linspace(0.75, 2.45, 16)]]  # fmt: skip
    top = profile[-1][1]
    body = revolved([(0, 0), *profile, (0, top)])
    spout = [(radius * 0.8, 0.0, top * 0.3), (radius * 1.25, 0, top * 0.5),
             (radius * 1.5, 0, top * 0.8), (radius * 1.75, 0, top * 0.95)]  # fmt: skip
    body += wire(spout, radius * 0.13, "spout", sides=14)
    loop = _side_handle(radius * 0.88, top * 0.25, top * 0.8, radius * 0.08).turned(z=180)
    body += loop + rod(radius * 0.14, radius * 0.25, "knob").at(z=top)
    return Draft(body, {"handle": 1, "spout": 1}, {"spout": True, "handle": True},
                 {"form": "rounded"})  # fmt: skip


def _candle_holder(dice: Dice) -> Draft:
    radius, height = dice.real(30, 60), dice.real(20, 160)
    cup, thin = dice.real(12, 18), dice.real(5, 9)
    profile = [(0, 0), (radius, 0), (radius, 4), *smooth(
        [(radius * 0.5, 8), (thin, height * 0.4), (cup, height)], 14), (0, height)]  # fmt: skip
    body = revolved(profile) - rod(cup * 0.8, 20, "hole").at(z=height - 15)
    return Draft(body, {"hole": 1}, {"candle socket": True, "handle": False, "arms": False},
                 {"height": "tall" if height > 90 else "low"})  # fmt: skip


BUILDERS = (
    Builder("mug", "cylindrical", _mug),
    Builder("mug", "teacup", _teacup),
    Builder("bottle", "shouldered", _bottle),
    Builder("jar", "wide", _jar),
    Builder("bowl", "turned", _bowl),
    Builder("dish", "shallow", _dish),
    Builder("vase", "curved", _vase),
    Builder("vase", "faceted", _faceted_vase, held_out=True),
    Builder("goblet", "stem", _goblet),
    Builder("tumbler", "tapered", _tumbler),
    Builder("bucket", "bail", _bucket),
    Builder("flower pot", "rimmed", _flower_pot),
    Builder("cooking pot", "long handle", _saucepan),
    Builder("cooking pot", "two handles", _cooking_pot),
    Builder("teapot", "round", _teapot),
    Builder("candle holder", "turned", _candle_holder),
)
