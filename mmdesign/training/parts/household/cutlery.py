"""Forks, spoons, turners and openers of further makes: curved, riveted, of wire or of wood."""

from collections.abc import Sequence

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    ball,
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


def _curved_sheet(bends: Sequence[Point2], thick: float, wide: float) -> Body:
    """A strip along x that follows the bends (x, z) and is `wide` across y."""
    xs, zs = zip(*bends, strict=True)
    along = np.linspace(xs[0], xs[-1], 40)
    # a straight line from bend to bend, its corners averaged away
    heights = np.convolve(np.pad(np.interp(along, xs, zs), 3, "edge"), np.ones(7) / 7, "valid")
    low = [(float(x), float(z)) for x, z in zip(along, heights, strict=True)]
    high = [(x, z + thick) for x, z in low]
    return prism(low + high[::-1], wide).turned(x=90).at(y=wide / 2)


def _turned_handle(long: float, radius: float, waist: float) -> Body:
    """A lathe-turned handle from x = 0 towards -x."""
    profile = [(0.0, 0.0), (radius * 0.7, 0.0), (radius * waist, long * 0.15), (radius, long * 0.5),
               (radius * 0.85, long * 0.8), (radius * 0.95, long * 0.93), (radius * 0.6, long),
               (0.0, long)]  # fmt: skip
    return revolved(profile, "handle").turned(y=-90)


def _curved_fork(dice: Dice) -> Draft:
    tines, wide, long = dice.whole(3, 4), dice.real(20, 32), dice.real(90, 150)
    palm, reach, pierced = dice.real(22, 40), dice.real(30, 60), dice.yes(0.3)
    end, neck, high = wide * dice.real(0.35, 0.8), wide * dice.real(0.12, 0.25), 400.0
    handle = [(-long, end * 0.3), (-long * 0.9, end / 2), (-long * 0.55, end * 0.4), (0.0, neck)]
    side = [*handle, (palm * 0.45, wide * dice.real(0.4, 0.5)), (palm, wide / 2)]
    plan = prism([*side, *[(x, -y) for x, y in side[::-1]]], high).at(z=-high / 2)
    pitch = wide / (tines - 0.3)
    tine = hull(block(2, pitch * 0.7, high), rod(pitch * 0.2, high, sides=10).at(reach))
    row = in_row(tine, tines, y=pitch).at(palm - 0.5, 0, -high / 2)
    drop, lift = dice.real(4, 12), dice.real(2, 10)
    bends = [(-long - 5, -2.0), (-long * 0.5, drop), (-4, drop), (palm, 0.0), (palm + reach * 0.6,
             0.5), (palm + reach + 9, lift)]  # fmt: skip
    sheet = _curved_sheet(bends, dice.real(2, 3.5), wide * 3)
    body = (sheet & plan) + (sheet & row).labelled("tine")
    if pierced:
        body -= rod(end * 0.18, 60, "hole").at(-long * 0.9, 0, -30)
    return Draft(body, {"tine": tines, "hole": int(pierced)}, {"hanging hole": pierced},
                 {"form": "curved"})  # fmt: skip


def _carving_fork(dice: Dice) -> Draft:
    tines, reach, long = dice.pick((2, 2, 3)), dice.real(70, 150), dice.real(90, 140)
    gap, thick, neck = dice.real(7, 12), dice.real(2, 3.2), dice.real(15, 80)
    bow = dice.real(0, 16)
    body = bar((-5, 0, 0), (neck + 3, 0, 0), thick * 1.5)
    for index in range(tines):
        y = (index - (tines - 1) / 2) * gap
        path = [(neck, 0, 0), (neck + 8, y * 0.8, 0), (neck + 20, y, 0),
                (neck + 20 + reach * 0.5, y, -bow * 0.4), (neck + 20 + reach, y, bow)]  # fmt: skip
        body += wire(path, thick, "tine")
    rivets = dice.pick((0, 2, 3))
    pierced = dice.yes(0.4)
    if rivets:
        z = dice.real(11, 15)
        scales = rounded_block(long, z * 1.4, z, z * 0.5, "handle").at(-long / 2, 0, -z / 2)
        rivet = rod(3, z + 1.2, "rivet", sides=16).at(-long / 2, 0, -z / 2 - 0.6)
        body += scales + in_row(rivet, rivets, x=long * 0.3)
        body += block(9, z * 1.5, z * 1.2, "bolster").at(0, 0, -z * 0.6)
    else:
        body += _turned_handle(long, dice.real(9, 13), dice.real(0.55, 0.9))
        body += rod(dice.real(8, 12), 5, "bolster").turned(y=90).at(-3)
    if pierced:
        body -= rod(2.6, 80, "hole").at(-long * 0.9, 0, -40)
    return Draft(body, {"tine": tines, "hole": int(pierced)}, {"hanging hole": pierced},
                 {"form": "slender"})  # fmt: skip


def _ladle(dice: Dice) -> Draft:
    radius, long = dice.real(28, 55), dice.real(160, 320)
    deep, wall, lean = dice.real(0.6, 1.1), dice.real(1.5, 3), dice.real(0, 55)
    holes, hooked = dice.pick((0, 0, 0, 8)), dice.yes(0.5)
    cup = ball(radius, "bowl") - ball(radius - wall, "cavity") - block(
        radius * 3, radius * 3, radius * 2)  # fmt: skip
    if holes:
        cup -= rod(radius * 0.09, 200, "hole", sides=12).at(radius * 0.5, 0, -150).around(holes)
    body = cup.scaled(z=deep)
    thin, direction = dice.real(3, 6), np.radians(lean)
    far = (radius * 0.97 + long * np.sin(direction), 0.0, long * np.cos(direction))
    path = [(radius * 0.97, 0.0, -radius * 0.25 * deep), (radius * 0.97, 0.0, 4.0), far]
    if hooked:
        path += [(far[0] + 12, 0, far[2] + 12), (far[0] + 26, 0, far[2] + 8), (far[0] + 30, 0,
                 far[2] - 14)]  # fmt: skip
    else:
        grip = bar((0, 0, 0), (0, 0, long * 0.4), thin * 2, "handle").turned(y=lean)
        body += grip.at(far[0] - long * 0.4 * np.sin(direction), 0, far[2] - long * 0.4 * np.cos(
            direction))  # fmt: skip
    body += wire(path, thin, "handle")
    return Draft(body, {"hole": holes}, {"hanging hole": False, "draining holes": holes > 0},
                 {"form": "deep"})  # fmt: skip


def _wooden_spoon(dice: Dice) -> Draft:
    wide, long = dice.real(22, 38), dice.real(180, 300)
    stretch, thick, thin = dice.real(1.0, 1.5), dice.real(10, 18), dice.real(4.5, 8)
    plate = rod(wide, thick).at(z=-thick / 2).scaled(x=stretch)
    if dice.yes(0.3):
        plate += block(wide * stretch, wide, thick).at(wide * stretch * 0.5, wide / 2, -thick / 2)
    plate = plate.labelled("bowl").at(wide * stretch)
    hollowed = ball(wide * 0.85, "cavity").scaled(stretch, 1, dice.real(0.3, 0.5))
    body = plate + rod(thin, long, "handle", top=thin * dice.real(1.0, 1.6)).turned(y=-90).at(4)
    body -= hollowed.at(wide * stretch, 0, thick * 0.55)
    pierced, holes = dice.yes(0.5), dice.pick((0, 0, 1, 3))
    if holes == 1:
        body -= rod(wide * 0.3, 99, "hole").at(wide * stretch, 0, -50)
    elif holes:
        drill = rod(wide * 0.16, 99, "hole").at(wide * 0.45, 0, -50)
        body -= drill.around(3).at(wide * stretch)
    if pierced:
        body -= rod(thin * 0.5, 99, "hole", sides=16).at(-long * 0.94, 0, -50)
    return Draft(body, {"hole": holes + pierced},
                 {"hanging hole": pierced, "draining holes": holes > 0},
                 {"form": "shallow"})  # fmt: skip


def _pastry_spatula(dice: Dice) -> Draft:
    """The soft scraper for bowls: a thick paddle on a stick."""
    wide, high, long = dice.real(40, 70), dice.real(65, 110), dice.real(130, 220)
    z, round_ = dice.real(8, 14), dice.real(0.2, 0.48)
    plan = rounded_block(high, wide, z, wide * round_)
    if dice.yes(0.6):
        plan += block(high * 0.5, wide * 0.5, z).at(high * 0.25, -wide * 0.25)
    rim = plan.labelled("blade")
    wedge = prism([(-high, -z), (-high, z * 1.5), (-high * 0.2, z * 0.5), (high, z * 0.1)
                   , (high, -z * 0.1), (-high * 0.2, -z * 0.5)], wide * 2, "blade")  # fmt: skip
    blade = rim.at(z=-z / 2) & wedge.turned(x=90).at(y=wide)
    slots = dice.pick((0, 0, 3))
    if slots:
        blade -= in_row(slot(high * 0.5, wide * 0.09, 40).at(0, 0, -20), slots, y=wide * 0.24)
    thin = dice.real(4, 7)
    body = blade.at(high * 0.5 - 4) + bar((6, 0, 0), (-long * 0.6, 0, 0), thin, "handle")
    end = hull(ball(thin, "handle").at(-long * 0.4), ball(thin * dice.real(1.3, 2.0)).at(-long),
               feature="handle")  # fmt: skip
    body += end
    holes = int(dice.yes(0.6))
    if holes:
        body -= rod(thin * 0.7, 99, "hole").at(-long, 0, -50)
    return Draft(body, {"slot": slots, "hole": holes}, {"slots": slots > 0, "handle": True},
                 {"form": "rounded"})  # fmt: skip


def _palette_spatula(dice: Dice) -> Draft:
    """The long icing blade or the paint scraper, on a turned wooden handle."""
    scraper, long = dice.yes(0.45), dice.real(90, 130)
    step = 0.0 if scraper else dice.pick((0.0, dice.real(12, 25)))
    if scraper:
        reach, wide = dice.real(70, 110), dice.real(35, 110)
        blade = hull(block(4, 16, 2), block(4, wide, 2).at(reach), feature="blade")
    else:
        reach, wide = dice.real(120, 260), dice.real(22, 45)
        blade = rounded_block(reach, wide, 1.8, wide * 0.49, "blade").at(reach / 2)
    holes = 0 if scraper else dice.pick((0, 0, 1))
    if holes:
        blade -= hole(wide * 0.15, 4, reach - wide * 0.5).at(z=-1)
    body = blade.at(z=-step)
    if step:
        leg = hull(block(10, 14, 2).at(4, 0, -step), block(10, 14, 2).at(-20), feature="blade")
        body += leg + block(24, 14, 2, "blade").at(-30)
    handle = _turned_handle(long, dice.real(9, 15), dice.real(0.6, 1.0))
    body += handle.at(-38 if step else 4, 0, 1) + rod(8, 9, "ferrule").turned(y=90).at(
        -42 if step else -1, 0, 1)  # fmt: skip
    return Draft(body, {"slot": 0, "hole": holes}, {"slots": False, "handle": True},
                 {"form": "bent" if step else "straight"})  # fmt: skip


def _bar_blade(dice: Dice) -> Draft:
    """The flat blade that barkeepers flip: a mouth at one end, a finger ring at the other."""
    long, wide, z = dice.real(110, 190), dice.real(32, 45), dice.real(1.5, 5)
    waist, pierced = dice.real(0.6, 1.0), dice.yes(0.75)
    body = hull(rod(wide / 2, z).at(-long / 2 + wide / 2), rod(wide * waist / 2, z))
    body += hull(rod(wide * waist / 2, z), rounded_block(wide, wide, z, 8).at(long / 2 - wide / 2))
    mouth = rounded_block(wide * 0.62, wide * 0.62, z + 2, wide * dice.real(0.12, 0.3), "opening")
    tab = hull(block(1, wide * 0.4, z), rod(wide * 0.08, z).at(wide * 0.16), feature="tooth")
    body -= mouth.at(long / 2 - wide * 0.5, 0, -1)
    body += tab.at(long / 2 - wide * 0.82)
    if pierced:
        body -= hole(wide * dice.real(0.2, 0.36), z, -long / 2 + wide / 2)
    return Draft(body, {"opening": 1}, {"hanging hole": pierced, "handle": True},
                 {"form": "flat"})  # fmt: skip


def _wall_opener(dice: Dice) -> Draft:
    """The cast one that is screwed to a bar."""
    wide, high, z = dice.real(45, 80), dice.real(70, 150), dice.real(4, 7)
    plate = rounded_block(wide, high, z, wide * dice.real(0.08, 0.45))
    plate -= union([hole(2.6, z, 0, side * high * 0.41) for side in (-1, 1)])
    reach, hood = wide * dice.real(0.3, 0.45), wide * 0.36
    ring = tube(hood, hood * 0.72, reach).scaled(y=0.8) - block(wide * 2, wide, 300).at(
        0, wide * 0.5, -99)  # fmt: skip
    body = plate + ring.labelled("head").at(0, high * 0.12, z - 1)
    body += rounded_block(hood * 1.9, 7, reach, 3, "head").at(0, high * 0.12, z - 1)
    lip = hull(block(hood, 4, 3), block(hood * 0.7, hood * 0.5, 3).at(0, -hood * 0.35),
               feature="tooth")  # fmt: skip
    body += lip.at(0, high * 0.12, z + reach - 4)
    if dice.yes(0.5):
        box = rounded_block(wide * 0.9, high * 0.3, reach * 1.4, 5, "cap catcher")
        box -= rounded_block(wide * 0.8, high * 0.3, reach * 1.2, 4, "cavity").at(0, 3, 3)
        body += box.at(0, -high * 0.2, z - 0.5)
    return Draft(body.turned(x=90), {"opening": 1, "hole": 2},
                 {"hanging hole": False, "handle": False}, {})  # fmt: skip


def _stirrup_opener(dice: Dice) -> Draft:
    """A bent bow of thick wire in a turned handle."""
    long, radius = dice.real(70, 120), dice.real(9, 15)
    wide, reach, thin = dice.real(13, 18), dice.real(36, 55), dice.real(2.4, 4)
    path = [(-8, 3, 0), (4, 3, 0), (12, wide * 0.8, 0), (reach * 0.6, wide, 0), (reach * 0.9,
            wide * 0.75, 0), (reach, 0, 0)]  # fmt: skip
    loop = wire([*path, *[(x, -y, z) for x, y, z in path[-2::-1]]], thin, "head")
    tooth = hull(block(4, wide * 0.9, thin), block(2, wide * 0.5, thin * 0.6).at(-wide * 0.4),
                 feature="tooth")  # fmt: skip
    body = loop + tooth.at(reach - 1, 0, -thin / 2)
    body += _turned_handle(long, radius, dice.real(0.55, 1.0))
    body += rod(radius * 0.75, 8, "ferrule").turned(y=90).at(-4)
    pierced = dice.yes(0.4)
    if pierced:
        body -= rod(radius * 0.25, 99, "hole").at(-long * 0.9, 0, -50)
    return Draft(body, {"opening": 1}, {"hanging hole": pierced, "handle": True},
                 {"form": "slender"})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("fork", "curved", _curved_fork),
    Builder("fork", "carving", _carving_fork),
    Builder("spoon", "ladle", _ladle),
    Builder("spoon", "wooden", _wooden_spoon),
    Builder("spatula", "pastry", _pastry_spatula),
    Builder("spatula", "palette", _palette_spatula),
    Builder("bottle opener", "blade", _bar_blade),
    Builder("bottle opener", "wall", _wall_opener),
    Builder("bottle opener", "stirrup", _stirrup_opener),
)
