"""Steins, decanters, tureens, kettles, woks and planters of uncommon build."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.household.vessels import hollow, smooth
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
    block,
    hull,
    revolved,
    rod,
    rounded_block,
    tube,
    union,
    wire,
)


def _bow(x: float, low: float, high: float, reach: float, thick: float) -> Body:
    """A round handle in the x-z plane whose both ends are at `x`."""
    middle, half = (low + high) / 2, (high - low) / 2
    path = [(x + reach * np.cos(t), 0.0, middle + half * np.sin(t))
            for t in np.linspace(-np.pi / 2, np.pi / 2, 18)]  # fmt: skip
    return wire(path, thick, "handle", sides=10)


def _inside(profile: list[Point2], floor: float) -> Body:
    """What an outside profile encloses, to keep handles out of the drink."""
    return revolved(
        [
            (0.0, floor),
            *[(max(r - 1.5, 0.5), z) for r, z in profile if z > floor],
            (profile[-1][0] - 1.5, profile[-1][1] + 50),
            (0.0, profile[-1][1] + 50),
        ]
    )


def _stein_mug(dice: Dice) -> Draft:
    radius = dice.real(36, 52)
    height = radius * dice.real(2.0, 3.4)
    foot, waist, wall = radius * dice.real(1.0, 1.12), radius * dice.real(0.85, 1.0), 3.5
    style = dice.pick(("flared", "tulip", "barrel"))
    middle = {"flared": waist * 0.95, "tulip": waist * 0.9, "barrel": radius * 1.2}[style]
    top = {"flared": waist * 0.9, "tulip": radius * 1.1, "barrel": radius * 0.95}[style]
    profile = [(foot, 0.0), (foot, 6.0), *smooth(
        [(radius, 7), (middle, height * 0.45), (top, height)], 16)]  # fmt: skip
    body = hollow(profile, wall, 8)
    loop = _bow(min(middle, top) - 1, height * 0.22, height * 0.85, radius * dice.real(0.6, 1.0),
                dice.real(4, 7))  # fmt: skip
    body += loop - _inside(profile, 8)
    bands = dice.whole(0, 3)
    for index in range(bands):
        z = height * (0.3 + 0.25 * index)
        wide = float(np.interp(z, [p[1] for p in profile], [p[0] for p in profile]))
        body += tube(wide + 2, wide - 2, 4, "rib").at(z=z)
    if dice.yes(0.45):
        body += revolved([(0, 0), (top * 1.06, 0), (top * 1.06, 5), (top * 0.6, top * 0.15),
                          (5, top * 0.22), (0, top * 0.22)], "lid").at(z=height - 2)  # fmt: skip
        body += ball(7, "knob").at(z=height + top * 0.25)
    form = {"flared": "tapered", "tulip": "curved", "barrel": "bulging"}[style]
    return Draft(body, {"handle": 1, "rib": bands}, {"handle": True, "saucer": False},
                 {"form": form})  # fmt: skip


def _decanter_bottle(dice: Dice) -> Draft:
    radius, style = dice.real(45, 90), dice.pick(("globe", "cone", "wide"))
    height = radius * dice.real(2.2, 3.6)
    neck = radius * dice.real(0.2, 0.35)
    if style == "globe":
        curve = [
            (radius * np.sin(t), radius * (0.9 - np.cos(t))) for t in np.linspace(0.45, 2.8, 22)
        ]
        profile = [(r, max(z, 0.0) + 0.01 * i) for i, (r, z) in enumerate(curve) if r >= neck * 0.9]
        height = max(height, profile[-1][1] + radius * 0.6)
    elif style == "cone":
        profile = [(radius * 0.95, 0.0), (radius, 6.0), (neck, height * 0.65)]
    else:
        profile = [(radius, 0.0), (radius * 1.1, height * 0.08), *smooth(
            [(radius * 1.05, height * 0.16), (neck, height * 0.5)], 12)]  # fmt: skip
    profile += [(neck, height * 0.97), (neck * 1.35, height)]
    body = hollow(profile, neck * 0.2, 4)
    stopper = dice.yes(0.5)
    if stopper:
        body += rod(neck * 1.0, 14, "cap", top=neck * 1.5).at(z=height - 8)
        knob = ball(neck * 1.3, "cap") if dice.yes() else rod(neck, neck * 2, "cap", sides=8)
        body += knob.at(z=height + neck * 0.9)
    form = {"globe": "bulging", "cone": "conical", "wide": "stout"}[style]
    return Draft(body, {}, {"cap": stopper, "handle": False, "spray head": False},
                 {"neck": "narrow neck", "form": form})  # fmt: skip


def _barrel_jar(dice: Dice) -> Draft:
    radius, height, rings = dice.real(35, 80), dice.real(70, 220), dice.whole(3, 9)
    bulge = dice.real(0.04, 0.12) * radius
    lean = dice.real(0.75, 1.2)
    profile: list[Point2] = []
    for z in np.linspace(0, height * 0.86, 16 * rings // 3 + 8):
        swell = abs(np.sin(np.pi * rings * z / (height * 0.86)))
        profile.append((float(radius * (1 + (lean - 1) * z / height) + bulge * swell), float(z)))
    mouth = profile[-1][0] * 0.82
    profile += [(mouth, height * 0.9), (mouth, height)]
    body, lid = hollow(profile, 4, 5), dice.yes(0.7)
    if lid:
        cap = mouth * 1.15
        body += rod(cap, height * 0.08, "lid").at(z=height * 0.95)
        body += rod(cap * 0.85, 5, "lid", top=cap * 0.6).at(z=height * 1.03 - 1)
        bail = dice.yes(0.6)
        if bail:
            body += tube(mouth * 1.06, mouth * 0.98, 4, "ring").at(z=height * 0.91)
            path = [(mouth * 1.0, 0, height * 0.92), (cap * 1.12, 0, height * 0.96),
                    (cap * 1.0, 0, height * 1.05), (0, 0, height * 1.1), (-cap, 0, height * 1.05),
                    (-cap * 1.12, 0, height * 0.96), (-mouth, 0, height * 0.92)]  # fmt: skip
            body += wire(path, 2.2, "clasp", sides=8)
    return Draft(body, {"rib": rings}, {"lid": lid, "handles": False, "ribs": True},
                 {"neck": "wide mouth"})  # fmt: skip


def _footed_bowl(dice: Dice) -> Draft:
    radius, deep = dice.real(80, 170), dice.real(0.2, 0.55)
    rise, stem = radius * dice.real(0.35, 1.0), radius * dice.real(0.08, 0.18)
    high, lip = radius * deep, dice.real(0.94, 1.08)
    curve = [
        (stem + (radius - stem) * np.sin(t), rise + high * (1 - np.cos(t)))
        for t in np.linspace(0, np.pi / 2, 14)
    ] + [(radius * lip, rise + high * 1.15)]
    body = hollow(curve, radius * 0.04, radius * 0.06)
    base = radius * dice.real(0.4, 0.65)
    body += revolved([(0, 0), (base, 0), (base, 4), *smooth(
        [(base * 0.7, 8), (stem * 0.8, rise * 0.5), (stem * 1.4, rise + 2)], 10),
        (0, rise + 2)], "foot")  # fmt: skip
    handles = dice.yes(0.3)
    if handles:
        ear = _bow(radius * lip - 2, rise + high * 0.85, rise + high * 1.12, radius * 0.25, 4)
        body += (ear - _inside(curve, rise + radius * 0.06)).around(2)
    return Draft(body, {"handle": 2 * handles},
                 {"foot ring": True, "handles": handles, "ribs": False},
                 {"form": "shallow" if deep < 0.35 else "deep", "top": "open"})  # fmt: skip


def _baking_dish(dice: Dice) -> Draft:
    x, y, z = dice.real(160, 360), dice.real(110, 240), dice.real(28, 75)
    flare, wall, radius = dice.real(1.02, 1.2), dice.real(4, 8), dice.real(0.08, 0.49)

    def trough(inset: float, low: float, high: float, feature: str) -> Body:
        foot = rounded_block(x - inset, y - inset, 0.1, radius * (y - inset))
        top = rounded_block(x * flare - inset, y * flare - inset, 0.1, radius * (y * flare - inset))
        return hull(foot.at(z=low), top.at(z=high), feature=feature)

    body = trough(0, 0, z, "body")
    handles, rim = dice.pick((0, 2, 2)), dice.yes(0.5)
    if handles:
        tab = rounded_block(x * 0.2, y * dice.real(0.3, 0.6), wall * 1.4, x * 0.09, "handle")
        body += in_row(tab, 2, x=x * flare).at(z=z - wall * 1.4)
    if rim:
        body += rounded_block(x * flare + 16, y * flare + 16, 4, radius * y * flare, "rim").at(
            z=z - 4)  # fmt: skip
    body -= trough(2 * wall, wall, z + 1, "cavity")
    return Draft(body, {"handle": handles}, {"rim": rim, "ribs": False, "handles": handles > 0},
                 {"outline": "oval" if radius > 0.4 else "rectangular",
                  "form": "deep" if z > 55 else "shallow"})  # fmt: skip


def _ring_vase(dice: Dice) -> Draft:
    radius, style = dice.real(45, 110), dice.pick(("ring", "spheres", "discs"))
    thick, neck = radius * dice.real(0.22, 0.38), radius * dice.real(0.14, 0.24)
    if style == "ring":
        circle = [(radius * np.cos(t), 0.0, radius * np.sin(t))
                  for t in np.linspace(0, 2 * np.pi, 40, endpoint=False)]  # fmt: skip
        body = wire(circle, thick, sides=20, closed=True).at(z=radius + thick)
        body += rod(thick * 1.3, thick * 0.8, top=thick * 0.8)
        top = 2 * radius + thick
    else:
        count, top = dice.whole(2, 5), 0.0
        pieces: list[Body] = []
        for index in range(count):
            size = radius * (1 - 0.13 * index)
            squash = 0.8 if style == "spheres" else dice.real(0.25, 0.4)
            pieces.append(ball(size).scaled(z=squash).at(z=top + size * squash * 0.9))
            top += size * squash * 1.7
        body = union([*pieces, rod(radius * 0.55, radius * 0.3)])
    high = radius * dice.real(0.25, 0.8) + thick
    spout = revolved([(0, 0), (neck, 0), (neck, high * 0.8), (neck * 1.4, high), (0, high)])
    body += spout.at(z=top - thick * 0.6)
    body -= rod(neck * 0.75, high * 1.5, "cavity").at(z=top - thick)
    return Draft(body, {"handle": 0}, {"handles": False},
                 {"form": "round" if style == "ring" else "bulging"})  # fmt: skip


def _ribbed_tumbler(dice: Dice) -> Draft:
    radius, height, count = dice.real(26, 44), dice.real(55, 170), dice.whole(8, 24)
    top = radius * dice.real(1.0, 1.3)
    foot, wall = dice.yes(0.4), radius * 0.1
    body = rod(radius, height, top=top)
    thick = radius * 2.4 / count
    bead = hull(rod(thick, 1).at(radius - thick * 0.6), rod(thick, 1).at(
        radius + (top - radius) * 0.7 - thick * 0.6, 0, height * 0.7), feature="rib")  # fmt: skip
    body += bead.around(count)
    if foot:
        body += rod(radius * 1.15, height * 0.06, "foot")
    body -= rod(radius - wall, height, "cavity", top=top - wall).at(z=height * dice.real(0.05, 0.2))
    return Draft(
        body,
        {"rib": count},
        {"stem": False, "foot": foot, "handle": False},
        {"form": "tapered" if top > radius * 1.1 else "cylindrical", "top": "open"},
    )


def _hanging_pot(dice: Dice) -> Draft:
    radius, ropes, saucer = dice.real(70, 160), dice.pick((3, 3, 4)), dice.yes(0.4)
    high, length = radius * dice.real(0.7, 1.2), radius * dice.real(1.6, 3.2)
    low = radius * dice.real(0.3, 0.7)
    profile = smooth([(low, 0), (radius * 0.92, high * 0.6), (radius, high)], 14)
    body = hollow(profile, 4, 5) - rod(8, 30, "hole").at(z=-9)
    rim = dice.yes()
    if rim:
        body += tube(radius * 1.06, radius * 0.96, high * 0.1, "rim").at(z=high * 0.9)
    body += bar((radius * 0.98, 0, high * 0.95), (6, 0, high + length), 3.5, "rope", 8).around(
        ropes
    )
    body += tube(18, 12, 6, "hook").turned(x=90).at(0, 3, high + length + 12)
    body += ball(11, "hook").at(z=high + length)
    if saucer:
        body += hollow([(low * 1.1, -10.0), (low * 1.3, 8.0)], 3, 11)
    return Draft(body, {"hole": 1}, {"rim": rim, "saucer": saucer}, {"form": "rounded"})


def _wok_pot(dice: Dice) -> Draft:
    radius, lid, long_handle = dice.real(130, 200), dice.yes(0.4), dice.yes()
    high = radius * dice.real(0.4, 0.65)
    curve = [(radius * 0.25 + radius * 0.75 * np.sin(t), high * (1 - np.cos(t)))
             for t in np.linspace(0, np.pi / 2, 16)]  # fmt: skip
    body = hollow(curve, 4, 5)
    loop = [(radius * (0.93 + 0.25 * np.cos(t)), radius * 0.3 * np.sin(t),
             high * 0.93 + 12 * np.cos(t))
            for t in np.linspace(-np.pi / 2, np.pi / 2, 14)]  # fmt: skip
    ear = wire(loop, 5, "handle", sides=8) - _inside(curve, 5)
    both = not long_handle or dice.yes(0.5)
    if long_handle:
        grip = bar((radius - 2, 0, high * 0.85), (radius * dice.real(2, 2.5), 0, high * 1.35), 10,
                   "handle")  # fmt: skip
        body += grip - _inside(curve, 5)
    if both:
        body += ear.turned(z=180)
    if not long_handle:
        body += ear
    if lid:
        body += revolved(
            [
                (0, 0),
                (radius * 0.99, 0),
                (radius * 0.97, 5),
                *smooth([(radius * 0.8, radius * 0.14), (15, radius * 0.34)], 8),
                (0, radius * 0.34),
            ],
            "lid",
        ).at(z=high - 3) + rod(12, 24, "knob", top=20).at(z=high + radius * 0.32)
    return Draft(body, {"handle": 1 + both if long_handle else 2},
                 {"lid": lid, "long handle": long_handle}, {"form": "shallow"})  # fmt: skip


def _dutch_oven(dice: Dice) -> Draft:
    x, z = dice.real(220, 340), dice.real(90, 170)
    squash = dice.pick((1.0, dice.real(0.65, 0.85)))
    radius, bulge, feet = x / 2, dice.real(1.0, 1.12), dice.pick((0, 0, 3))
    profile = smooth([(radius * 0.88, 0), (radius * bulge, z * 0.5), (radius, z)], 12)
    body, bail = hollow(profile, 6, 8), dice.yes(0.35)
    lid = dice.yes(0.75)
    if lid:
        body += revolved([(0, 0), (radius * 1.03, 0), (radius * 1.03, 8), *smooth(
            [(radius * 0.92, 14), (radius * 0.3, z * 0.22)], 8), (0, z * 0.24)], "lid").at(
                z=z - 2)  # fmt: skip
        body += rod(radius * 0.1, 18, "knob", top=radius * 0.17).at(z=z * 1.2)
    body = body.scaled(y=squash)
    if bail:
        arch = [(radius * 1.03 * np.cos(t), 0.0, z * 0.9 + radius * 1.05 * np.sin(t))
                for t in np.linspace(0, np.pi, 22)]  # fmt: skip
        body += wire(arch, 5, "handle", sides=8)
    else:
        grip = rounded_block(radius * 0.5, radius * 0.6, 14, radius * 0.2, "handle")
        grip -= rounded_block(radius * 0.2, radius * 0.36, 40, 9).at(radius * 0.12, 0, -9)
        ears = (grip - rod(radius * 0.22, 99).at(-radius * 0.3)).at(radius * 1.03, 0, z * 0.72)
        body += union([ears, ears.turned(z=180)]) - _inside(profile, 8)
    if feet:
        body += rod(9, 40, "foot", top=14).at(radius * 0.5 * squash, 0, -36).around(feet)
    return Draft(body, {"handle": 1 if bail else 2, "foot": feet},
                 {"lid": lid, "long handle": False}, {"form": "deep"})  # fmt: skip


def _kettle_teapot(dice: Dice) -> Draft:
    radius, squash = dice.real(75, 120), dice.real(0.6, 1.1)
    high = radius * 1.5 * squash
    profile = smooth([(radius * 0.9, 0), (radius, high * 0.25), (radius * 0.45, high)], 18)
    body = revolved([(0, 0), *profile, (0, high)])
    tip = high * dice.real(0.9, 1.15)
    spout = hull(
        rod(radius * 0.2, 4, "spout").at(radius * 0.75, 0, high * 0.25),
        rod(radius * 0.09, 4, "spout").at(radius * 1.45, 0, tip),
        feature="spout",
    )
    body += spout
    lift = high + radius * dice.real(0.3, 0.6)
    bow = [(radius * 0.75 * np.cos(t), 0.0, high * 0.6 + (lift - high * 0.6) * np.sin(t))
           for t in np.linspace(0.05, np.pi - 0.05, 20)]  # fmt: skip
    body += wire(bow, radius * 0.05, "handle", sides=10)
    grip = [p for p in bow if abs(p[0]) < radius * 0.5]
    body += wire(grip, radius * 0.085, "handle", sides=10)
    body += rod(radius * 0.5, 6, "lid").at(z=high - 3) + ball(radius * 0.1, "knob").at(z=high + 10)
    return Draft(body, {"handle": 1, "spout": 1}, {"spout": True, "handle": True},
                 {"form": "conical" if squash > 0.85 else "stout"})  # fmt: skip


def _coffee_pot(dice: Dice) -> Draft:
    radius, sides = dice.real(40, 70), dice.pick((6, 8, 40, 40))
    high, top = radius * dice.real(2.2, 3.6), radius * dice.real(0.6, 0.85)
    body = rod(radius, high, top=top, sides=sides)
    waist = sides < 40 and dice.yes()
    if waist:
        body = rod(radius, high * 0.5, top=top, sides=sides) + rod(
            top, high * 0.5, top=radius * 0.95, sides=sides).at(z=high * 0.5 - 0.1)  # fmt: skip
    neck = radius * 0.95 if waist else top
    reach = radius * dice.real(0.7, 1.1)
    swan = [(radius * 0.8, 0, high * 0.2), (radius + reach * 0.5, 0, high * 0.3),
            (radius + reach * 0.6, 0, high * 0.6), (radius + reach * 0.75, 0, high * 0.9),
            (radius + reach, 0, high * 0.96)]  # fmt: skip
    beak = hull(rod(neck * 0.3, 3).at(neck * 0.6, 0, high * 0.7),
                rod(3, 3).at(neck * 1.5, 0, high - 3), feature="spout")  # fmt: skip
    body += wire(swan, radius * 0.11, "spout") if not waist and dice.yes(0.7) else beak
    flat = min(top, neck) * float(np.cos(np.pi / sides))
    body += _bow(
        flat - 2, high * 0.3, high * 0.85, radius * dice.real(0.7, 1.0), radius * 0.1
    ).turned(z=180)
    body += rod(neck, radius * 0.3, "lid", top=neck * 0.3, sides=sides).at(z=high - 1)
    body += ball(radius * 0.13, "knob").at(z=high + radius * 0.36)
    return Draft(body, {"handle": 1, "spout": 1}, {"spout": True, "handle": True},
                 {"form": "faceted" if sides < 40 else "tapered"})  # fmt: skip


def _candle_row(dice: Dice) -> Draft:
    holes, pitch, style = dice.whole(3, 9), dice.real(45, 80), dice.pick(("beam", "arch", "steps"))
    deep, high = dice.real(40, 80), dice.real(20, 60)
    candles, x = dice.yes(0.5), holes * pitch
    pieces: list[Body] = []
    spots = [(index - (holes - 1) / 2) * pitch for index in range(holes)]
    lift = {"beam": 0.0, "arch": pitch * 0.5, "steps": pitch * 0.2}[style]
    tops = [high + lift * (holes / 2 - abs(at) / pitch if style == "arch" else 0)
            + lift * (index if style == "steps" else 0)
            for index, at in enumerate(spots)]  # fmt: skip
    for at, top in zip(spots, tops, strict=True):
        pieces.append(block(pitch + 0.2, deep, top).at(at) if style != "arch" else rod(
            15, top, "socket").at(at))  # fmt: skip
    body = union([*pieces, rounded_block(x + 8, deep, 14, 5)])
    body -= union([rod(11, 60, "hole").at(at, 0, top - 12)
                   for at, top in zip(spots, tops, strict=True)])  # fmt: skip
    if candles:
        body += union([rod(11.5, dice.real(30, 160), "candle").at(at, 0, top - 12.5)
                       for at, top in zip(spots, tops, strict=True)])  # fmt: skip
    return Draft(body, {"hole": holes}, {"candle socket": True, "handle": False, "arms": False},
                 {"height": "tall" if max(tops) > 90 else "low"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("mug", "stein", _stein_mug),
    Builder("bottle", "decanter", _decanter_bottle),
    Builder("jar", "ringed", _barrel_jar),
    Builder("bowl", "pedestal", _footed_bowl),
    Builder("dish", "baking", _baking_dish),
    Builder("vase", "ring", _ring_vase),
    Builder("tumbler", "ribbed", _ribbed_tumbler),
    Builder("flower pot", "hanging", _hanging_pot),
    Builder("cooking pot", "wok", _wok_pot),
    Builder("cooking pot", "casserole", _dutch_oven),
    Builder("teapot", "kettle", _kettle_teapot),
    Builder("teapot", "coffee pot", _coffee_pot),
    Builder("candle holder", "row", _candle_row),
)
