"""More of what turns: sectors and chunky cogs, inner and face ratchets, hubs, cranks, sheaves."""

import numpy as np

from mmdesign.training.parts.arranging import bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.mechanical.machines import toothed_outline
from mmdesign.training.parts.solids import (
    Point2,
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


def _gear_facts(hub: bool, keyway: bool, lightened: bool) -> dict[str, bool]:
    return {"hub": hub, "keyway": keyway, "lightening holes": lightened, "helical teeth": False,
            "spokes": False, "inner teeth": False}  # fmt: skip


def _sector_gear(dice: Dice) -> Draft:
    """A slice of a gear: teeth on part of a circle, walls running in to a hub or an arm."""
    module, teeth = dice.real(1.2, 3), dice.whole(6, 18)
    whole = dice.whole(max(3 * teeth, 30), 4 * teeth + 26)
    radius, width = whole * module / 2, module * dice.real(2, 8)
    outline = toothed_outline(whole, radius - 1.2 * module, radius + module, dice.real(0.3, 0.6))
    half = 180 * teeth / whole
    wedge = prism([(0, 0), *arc(radius * 1.3, -half, half, 12)], width, "tooth").turned(
        z=0 if teeth % 2 else 180 / whole)  # fmt: skip
    rack = prism(outline, width, "tooth") & wedge
    band = dice.yes(0.5)
    if band:
        rack -= rod(radius * 0.78, width * 3, "window").at(z=-width)
        turn = 0 if teeth % 2 else 180 / whole
        rack += hull(rod(radius * 0.14, width), block(module, radius * 0.3 * np.sin(
            np.radians(half)) + module, width).at(radius * 0.8), feature="arm").turned(
            z=turn)  # fmt: skip
    hub = radius * dice.real(0.12, 0.2)
    body = rack + rod(hub * 1.4, width * dice.real(1.01, 2), "hub")
    keyed = dice.yes(0.4)
    body -= rod(hub * 0.8, width * 9, "bore").at(z=-1)
    if keyed:
        body -= block(hub * 0.6, hub * 0.4, width * 9, "keyway").at(hub * 0.8, 0, -1)
    return Draft(body, {"tooth": teeth}, _gear_facts(True, keyed, False))


def _chunky_cog(dice: Dice) -> Draft:
    """The cog of icons, toys and clockwork décor: few, big, square or round teeth, a wide hole."""
    teeth, radius = dice.whole(6, 14), dice.real(15, 60)
    width, tall = radius * dice.real(0.12, 0.6), radius * dice.real(0.16, 0.3)
    pitch = 2 * np.pi * radius / teeth
    wide = pitch * dice.real(0.4, 0.6)
    if dice.yes(0.35):
        tooth = rod(wide * 0.5, width, "tooth").at(radius + tall * 0.2)
    else:
        slim = dice.real(0.6, 1.0)
        outline = [(-tall, -wide / 2), (-tall, wide / 2), (tall, wide * slim / 2),
                   (tall, -wide * slim / 2)]  # fmt: skip
        tooth = prism(outline, width, "tooth").at(radius * 0.98)
    body = tooth.around(teeth) + rod(radius, width)
    holes = dice.pick((0, 0, 3, 4, 6))
    if holes:
        body -= hole(radius * 0.14, width, radius * 0.68).around(holes, 30)
    hub = dice.yes(0.4)
    bore = radius * (dice.real(0.12, 0.25) if hub or holes else dice.real(0.2, 0.55))
    if hub:
        body += rod(bore * 1.7, width * dice.real(1.3, 2.2), "hub")
    body -= rod(bore, width * 9, "bore", sides=dice.pick((40, 40, 6))).at(z=-width)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"tooth": teeth, "lightening hole": holes},
                 _gear_facts(hub, False, holes > 0))  # fmt: skip


def _pinion_shaft(dice: Dice) -> Draft:
    """A small gear cut in one piece with its long shaft, perhaps a wheel pressed on beside it."""
    teeth, module = dice.whole(8, 18), dice.real(1, 3)
    radius = teeth * module / 2
    width, long = radius * dice.real(0.8, 2.5), radius * dice.real(4, 9)
    core = radius * dice.real(0.35, 0.6)
    outline = toothed_outline(teeth, radius - 1.2 * module, radius + module, dice.real(0.3, 0.6))
    place = long * dice.real(0.1, 0.6)
    body = rod(core, long) + prism(outline, width, "tooth").at(z=place)
    total = teeth
    if dice.yes(0.4):
        more = dice.whole(2 * teeth, 4 * teeth)
        large = more * module * 0.5
        ring = toothed_outline(more, large - 1.2 * module, large + module, 0.45)
        body += prism(ring, width * 0.4, "tooth").at(z=place + width * 1.2)
        total += more
    if dice.yes(0.5):
        body += rod(core * 0.7, long * 0.15).at(z=long - 0.01) + rod(core * 0.7, long * 0.12).at(
            z=-long * 0.12 + 0.01)  # fmt: skip
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"tooth": total},
                 _gear_facts(False, False, False))  # fmt: skip


def _inner_ratchet(dice: Dice) -> Draft:
    """A ring with saw teeth on its inside, or a freewheel drum: a floor with a bore, and ears."""
    teeth, radius = dice.whole(12, 36), dice.real(15, 60)
    width, deep = radius * dice.real(0.15, 0.6), radius * dice.real(0.07, 0.14)
    points: list[Point2] = []
    for tooth in range(teeth):
        start, end = (2 * np.pi * (tooth + part) / teeth for part in (0.0, 0.92))
        points += [((radius - deep) * np.cos(start), (radius - deep) * np.sin(start)),
                   (radius * np.cos(end), radius * np.sin(end))]  # fmt: skip
    outer = radius * dice.real(1.12, 1.35)
    body = rod(outer, width) - prism(points, width * 3, "tooth").at(z=-width)
    hub = dice.yes(0.5)
    if hub:
        body += rod(outer * 0.99, width * 0.2)
        body += rod(radius * 0.25, width * dice.real(0.6, 1.3), "hub")
        body -= rod(radius * 0.14, width * 9, "bore").at(z=-width)
    ears = dice.pick((0, 0, 3, 4))
    if ears:
        ear = rod(radius * 0.2, width * 0.4) - hole(radius * 0.09, width)
        body += (ear.at(outer * 1.08) - rod(outer * 0.98, width)).around(ears)
    pawl = hub and dice.yes(0.6)
    if pawl:
        arm = hull(rod(radius * 0.12, width * 0.6), rod(radius * 0.03, width * 0.6).at(
            radius * 0.5, radius * 0.12), feature="pawl")  # fmt: skip
        carrier = rod(radius * 0.5, width * 0.25, "pawl").at(z=width * 0.01)
        arms = arm.at(radius * 0.36, -radius * 0.2)
        body += arms.around(dice.whole(2, 3)) + carrier
    return Draft(body, {"tooth": teeth}, {"hub": hub, "keyway": False, "slanted teeth": True,
                                          "pawl": pawl})  # fmt: skip


def _face_ratchet(dice: Dice) -> Draft:
    """Saw teeth stand on the flat face of a ring: a dog clutch, a winder's crown."""
    teeth, radius = dice.whole(6, 20), dice.real(12, 50)
    inner, base = radius * dice.real(0.45, 0.75), radius * dice.real(0.15, 0.5)
    rise = radius * dice.real(0.12, 0.35)
    pitch = 360.0 / teeth
    wall = block(radius * 2, 0.02, rise + 0.1).at(radius)
    low = block(radius * 2, 0.02, 0.1).at(radius)
    tooth = hull(wall, low.turned(z=pitch), feature="tooth")
    crown = tooth.around(teeth) & tube(radius, inner, 2 * rise, "tooth")
    body = crown.at(z=base - 0.1) + rod(radius, base)
    hub = dice.yes(0.4)
    if hub:
        body += rod(inner * 0.8, base * dice.real(1.5, 3), "hub").mirrored(z=1).at(z=base * 0.5)
    bore = inner * dice.real(0.4, 0.65)
    body -= rod(bore, radius * 9, "bore").at(z=-radius * 4)
    keyed = dice.yes(0.4)
    if keyed:
        body -= block(bore * 0.6, bore * 0.5, radius * 9, "keyway").at(bore, 0, -radius * 4)
    return Draft(body, {"tooth": teeth}, {"hub": hub, "keyway": keyed, "slanted teeth": True,
                                          "pawl": False})  # fmt: skip


def _flanged_shaft(dice: Dice) -> Draft:
    """A half axle: a bolted flange at one or both ends, a long body that may be a tube."""
    radius = dice.real(5, 16)
    long = radius * dice.real(5, 16)
    flange, z = radius * dice.real(2.2, 3.8), radius * dice.real(0.4, 0.9)
    holes, both = dice.pick((3, 4, 5, 6, 8)), dice.yes(0.4)
    disc = rod(flange, z, "collar") - hole(flange * 0.09, z, flange * 0.75).around(holes)
    disc += rod(radius * 1.6, radius * 1.5, "collar", top=radius)
    body = rod(radius, long) + disc
    if both:
        body += disc.mirrored(z=1).at(z=long)
    else:
        body += rod(radius * 0.75, long * 0.12).at(z=long - 0.01)
    keyed = dice.yes(0.5) and not both
    if keyed:
        cut = block(radius, radius * 0.45, long * 0.2, "keyway").at(radius * 1.0, 0, long * 0.75)
        body -= cut
    if dice.yes(0.35):
        body -= rod(radius * 0.5, long * 3, "bore").at(z=-long)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"hole": holes * (1 + both)},
                 {"keyway": keyed, "groove": False, "splines": False, "collar": True},
                 {"section": "round"})  # fmt: skip


def _polygon_shaft(dice: Dice) -> Draft:
    """Hexagonal or square stock, its ends turned round for bearings; grooves for rings."""
    radius = dice.real(4, 14)
    long = radius * dice.real(5, 15)
    sides = dice.pick((4, 6))
    end, neck = long * dice.real(0.08, 0.3), radius * dice.real(0.5, 0.8)
    body = rod(radius, long, sides=sides) + rod(neck, long + 2 * end).at(z=-end)
    collar = dice.yes(0.3)
    if collar:
        body += rod(radius * 1.5, radius * 0.6, "collar").at(z=long * dice.real(0.1, 0.8))
    grooves = dice.pick((0, 1, 2))
    ring = tube(radius * 2, neck * 0.8, neck * 0.3, "groove")
    for index in range(grooves):
        body -= ring.at(z=long + end * 0.7 if index == 0 else -end * 0.7 - neck * 0.3)
    if dice.yes(0.4):
        body -= rod(neck * 0.4, end * 0.8, "bore").at(z=long + end * 0.25)
    return Draft(body.turned(y=dice.pick((0.0, 90.0))), {"groove": grooves},
                 {"keyway": False, "groove": grooves > 0, "splines": False, "collar": collar},
                 {"section": "square" if sides == 4 else "hexagonal"})  # fmt: skip


def _disc_crank(dice: Dice) -> Draft:
    """A motorcycle's built-up crank: two full flywheel discs, one pin, tapering main shafts."""
    radius, web = dice.real(28, 70), dice.real(0.2, 0.4)
    width, pin = radius * web, radius * dice.real(0.15, 0.24)
    gap, offset = radius * dice.real(0.35, 0.8), radius * dice.real(0.45, 0.62)
    disc = rod(radius, width, "web")
    if dice.yes(0.5):
        cut = rod(radius * 0.24, width * 3, "hole").at(offset * 0.75, radius * 0.55, -width)
        disc -= cut + cut.mirrored(y=1)
    elif dice.yes(0.5):
        disc -= block(radius, radius * 2.2, width * 3, "notch").at(radius * 1.25, 0, -width)
    main = radius * dice.real(0.18, 0.3)
    long = radius * dice.real(0.8, 1.8)
    side = disc + rod(main, long, top=main * 0.7).at(z=width - 0.01)
    side += rod(main * 0.6, main * 1.4).at(z=width + long - 0.02)
    if dice.yes(0.4):
        side += rod(main * 1.5, width * 0.4).at(z=width)
    body = side.at(z=gap / 2) + side.mirrored(z=1).at(z=-gap / 2)
    body += rod(pin, gap + width * 2.1, "crank pin").at(offset * 0.9, 0, -gap / 2 - width * 1.05)
    return Draft(body.turned(y=90), {"crank throw": 1},
                 {"webs": True, "flange": False})  # fmt: skip


def _bent_crank(dice: Dice) -> Draft:
    """A crank bent from one round bar, as in pumps and toys: one to four square or V throws."""
    radius, throws = dice.real(2.5, 9), dice.whole(1, 4)
    offset, pin = radius * dice.real(3.5, 8), radius * dice.real(4, 9)
    journal, lean = radius * dice.real(3.5, 8), radius * dice.real(0.3, 2.5)
    step = dice.pick((180.0, 120.0, 90.0))
    pieces = [bar((0, 0, -journal * 1.5), (0, 0, 0.5), radius, sides=20)]
    z = 0.0
    for index in range(throws):
        corner = [(0.0, 0.0, 0.0), (offset, 0.0, lean), (offset, 0.0, lean + pin),
                  (0.0, 0.0, 2 * lean + pin)]  # fmt: skip
        joint = revolved([(0, -radius), *arc(radius, -80, 80, 8), (0, radius)], segments=20)
        limbs = [bar(corner[0], corner[1], radius, "arm", 20),
                 bar(corner[1], corner[2], radius, "crank pin", 20),
                 bar(corner[2], corner[3], radius, "arm", 20)]  # fmt: skip
        limbs += [joint.at(*point) for point in corner]
        pieces.append(union(limbs).turned(z=step * index).at(z=z))
        z += 2 * lean + pin
        pieces.append(rod(radius, journal).at(z=z))
        z += journal
    flange = dice.yes(0.4)
    if flange:
        pieces.append(rod(radius * 3, radius, "flange").at(z=z - 0.01))
    return Draft(union(pieces).turned(y=90), {"crank throw": throws},
                 {"webs": False, "flange": flange, "counterweights": False})  # fmt: skip


def _crowned_pulley(dice: Dice) -> Draft:
    """For a flat belt: a wide, slightly barrelled rim on a web and hub; or a conveyor's drum."""
    radius = dice.real(12, 60)
    width, wall = radius * dice.real(0.5, 3), radius * dice.real(0.08, 0.16)
    crown = radius * dice.real(1.02, 1.08)
    rim = revolved([(radius - wall, 0), (radius, 0), (crown, width / 2), (radius, width),
                    (radius - wall, width)], "rim")  # fmt: skip
    hub, web = radius * dice.real(0.25, 0.4), width * dice.real(0.1, 0.25)
    body = rim + rod(radius - wall * 0.5, web, "web").at(z=(width - web) / 2)
    body += rod(hub, width * dice.real(0.8, 1.2), "hub")
    holes = dice.pick((0, 0, 4, 5, 6))
    if holes:
        body -= rod(radius * 0.13, 3 * width, "hole").at(
            (radius - wall + hub) / 2, 0, -width).around(holes)  # fmt: skip
    keyed, bore = dice.yes(0.4), hub * dice.real(0.4, 0.65)
    body -= rod(bore, width * 5, "bore").at(z=-width)
    if keyed:
        body -= block(bore * 0.6, bore * 0.5, width * 5, "keyway").at(bore, 0, -width)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"lightening hole": holes},
                 {"groove": False, "lightening holes": holes > 0, "keyway": keyed, "teeth": False,
                  "spokes": False, "bracket": False}, {"outline": "round"})  # fmt: skip


def _wall_pulley(dice: Dice) -> Draft:
    """Rope wheels under a drilled plate, their rope hanging down on both sides."""
    radius, sheaves = dice.real(12, 40), dice.pick((1, 1, 2, 3))
    w, t = radius * dice.real(0.3, 0.6), radius * dice.real(0.08, 0.14)
    r, dip = radius, radius * dice.real(0.65, 0.8)
    belly = [(dip + (r - dip) * (1 - np.sin(np.radians(a))), w * (0.1 + 0.8 * a / 180))
             for a in range(0, 181, 20)]  # fmt: skip
    sheave = revolved([(0, 0), (r, 0), *belly, (r, w), (0, w)], "groove")
    reach, pitch = radius * dice.real(1.3, 1.8), w + 2.6 * t
    cheek = hull(rod(radius * 0.5, t), block(radius * 1.1, 1, t).at(y=reach), feature="bracket")
    wide = pitch * sheaves + t
    cheeks = in_row(cheek.at(z=-t / 2), sheaves + 1, z=pitch)
    body = cheeks + in_row(sheave.at(z=-w / 2), sheaves, z=pitch)
    body += rod(radius * 0.16, wide + 3 * t, "axle").at(z=-wide / 2 - 1.5 * t)
    rope = w * dice.real(0.2, 0.3)
    drops = [-radius * dice.real(1.3, 5), -radius * dice.real(1.3, 5)]
    turn = dip + rope * 0.8
    path = [(turn, drops[0]), *arc(turn, 0, 180, 20), (-turn, drops[1])]
    strand = wire(np.array([(x, y, 0.0) for x, y in path]), rope, "rope")
    body += in_row(strand, sheaves, z=pitch)
    long = dice.yes(0.5)
    x, y = (radius * 2.4, wide) if long else (radius * 1.1, wide + radius * 1.5)
    plate = rounded_block(x, y, t * 1.3, radius * 0.2, "bracket")
    plate -= in_row(hole(radius * 0.12, 2 * t), 2, x=x * 0.78 * long, y=y * 0.82 * (not long))
    body += plate.turned(x=-90).at(y=reach - t * 0.2)
    return Draft(body.turned(x=dice.pick((90.0, -90.0))), {"sheave": sheaves, "hole": 2},
                 {"groove": True, "lightening holes": False, "keyway": False, "teeth": False,
                  "spokes": False, "bracket": True})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("gear", "sector", _sector_gear),
    Builder("gear", "chunky", _chunky_cog),
    Builder("gear", "pinion shaft", _pinion_shaft),
    Builder("ratchet wheel", "inner", _inner_ratchet),
    Builder("ratchet wheel", "face", _face_ratchet),
    Builder("shaft", "flanged", _flanged_shaft),
    Builder("shaft", "polygon", _polygon_shaft),
    Builder("crankshaft", "discs", _disc_crank),
    Builder("crankshaft", "bent", _bent_crank),
    Builder("pulley", "crowned", _crowned_pulley),
    Builder("pulley", "wall", _wall_pulley),
)
