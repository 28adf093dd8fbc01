"""What carries and holds: furniture corners, joist hangers, pipe shelves, tool clips."""

from itertools import pairwise

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
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


def _strip(path: list[Point2], thick: float, width: float, feature: str = "body") -> Body:
    """Sheet metal bent along an (x, z) path, `width` wide along y, its ends rounded."""
    cross = rod(thick / 2, width, sides=8)
    pieces = [hull(cross.at(*a), cross.at(*b), feature=feature) for a, b in pairwise(path)]
    return union(pieces).turned(x=90).at(y=width / 2)


def _tapered_angle(dice: Dice) -> Draft:
    """Each leg narrows from the bend to a round tip; one to three holes a leg."""
    wide, z = dice.real(20, 60), dice.real(1.5, 5)
    tip, across = wide * dice.real(0.15, 0.3), dice.yes(0.3)
    holes = [dice.whole(1, 3), dice.whole(1, 3)]
    legs = []
    for count in holes:
        length = wide * dice.real(0.8, 2.4)
        leg = hull(block(0.1, wide, z).at(0.05), rod(tip, z).at(length - tip))
        step = (length - tip * 2.2) / count
        drill = min(tip * 0.45, step * 0.35)
        drills = [hole(drill, z, tip * 1.2 + step * (k + 1)) for k in range(count)]
        legs.append(leg - union(drills))
    body = legs[0] + legs[1].mirrored(z=1).turned(y=-90)
    body += block(z, wide, z).at(z / 2)
    return Draft(body.turned(z=90.0 * across), {"hole": sum(holes), "rib": 0, "slot": 0},
                 {"ribs": False, "slot": False}, {"profile": "L-shaped"})  # fmt: skip


def _cove_angle(dice: Dice) -> Draft:
    """A plastic furniture corner: thick legs, a hollow curve between them, sunk screw holes."""
    leg, width = dice.real(18, 50), dice.real(14, 70)
    z = leg * dice.real(0.12, 0.25)
    cove = leg * dice.real(0.3, 0.7)
    inside = [(z + cove - x, z + cove - y) for x, y in arc(cove, 0, 90, 10)]
    outline = [(0.0, 0.0), (leg, 0.0), (leg, z), *reversed(inside), (z, leg), (0.0, leg)]
    body = prism(outline, width).turned(x=90).at(y=width / 2)
    each = 1 if width < 30 else 2
    reach = min(z + cove * 0.7, leg * 0.75)
    drill = hole(z * 0.35, leg) + rod(z * 0.7, leg, "hole").at(z=z)
    drill = in_row(drill, each, y=width / 2).at(reach)
    body -= drill + drill.mirrored(z=1).turned(y=-90)
    return Draft(body.turned(z=dice.pick((0.0, 90.0))), {"hole": 2 * each, "rib": 0, "slot": 0},
                 {"ribs": False, "slot": False}, {"profile": "L-shaped"})  # fmt: skip


def _joist_hanger(dice: Dice) -> Draft:
    """A tall trough of sheet metal with a flange along each front edge, full of nail holes."""
    wide, z = dice.real(30, 70), dice.real(1.5, 3)
    high, deep, ear = wide * dice.real(0.9, 2.4), wide * dice.real(0.6, 1.3), wide * 0.45
    body = block(wide, deep, z).at(y=deep / 2)
    cheek = block(z, deep, high).at(wide / 2 - z / 2, deep / 2)
    if dice.yes(0.5):
        cut = prism([(deep * 0.35, high + 1), (deep + 1, high + 1), (deep + 1, high * 0.35)], 2 * z)
        cheek -= cut.turned(x=90, z=90).at(wide / 2 - 1.5 * z)
    rows = dice.whole(2, 4)
    drill = in_row(hole(wide * 0.04, 4 * z), rows, y=high * 0.22).turned(x=90)
    flange = block(ear, z, high, "flange").at(wide / 2 + ear / 2 - z, z / 2)
    flange -= drill.at(wide / 2 + ear * 0.55, z * 2, high * 0.52)
    sides = cheek + flange
    side_holes = dice.yes(0.6)
    if side_holes:
        sides -= in_row(hole(wide * 0.04, 4 * z), 2, x=high * 0.14).turned(y=90).at(
            wide / 2 - 3 * z, deep * 0.3, high * 0.3)  # fmt: skip
    body += sides + sides.mirrored(x=1)
    return Draft(body, {"hole": 2 * rows + 4 * side_holes, "rib": 0},
                 {"side holes": side_holes, "ribs": False}, {"profile": "U-shaped"})  # fmt: skip


def _post_anchor(dice: Dice) -> Draft:
    """A fence post foot: a U on a spike, a round stem or a plate bolted to the ground."""
    wide, z = dice.real(40, 100), dice.real(3, 6)
    high, deep = wide * dice.real(0.8, 1.6), wide * dice.real(0.5, 0.9)
    body = block(wide, deep, z)
    cheek = block(z, deep, high).at(wide / 2 - z / 2)
    each = dice.whole(1, 3)
    drills = in_row(hole(wide * 0.06, 3 * z), each, x=high * 0.28).turned(y=90)
    cheek -= drills.at(wide / 2 - 2 * z, 0, high * 0.55)
    body += cheek + cheek.mirrored(x=1)
    stand, holes = dice.pick(("spike", "stem", "foot")), 2 * each
    long = wide * dice.real(0.8, 2.2)
    if stand == "spike":
        fin = prism([(-wide * 0.35, 0), (wide * 0.35, 0), (0, -2 * long)], z, "spike")
        fin = fin.turned(x=90).at(y=z / 2)
        body += fin + fin.turned(z=90)
    else:
        body += rod(wide * 0.14, long, "stem").at(z=-long + 0.1)
    if stand == "foot":
        foot = rounded_block(wide * 1.3, wide * 1.3, z, 4, "base")
        body += (foot - at_corners(hole(wide * 0.07, z), wide, wide)).at(z=-long)
        holes += 4
    return Draft(body, {"hole": holes, "rib": 0}, {"side holes": True, "ribs": False},
                 {"profile": "U-shaped"})  # fmt: skip


def _pipe_shelf(dice: Dice) -> Draft:
    """Plumbing as furniture: a wall flange, a pipe with sleeves, an elbow down or a cap."""
    radius = dice.real(8, 18)
    long, wall = radius * dice.real(7, 18), radius * dice.real(2.4, 3.2)
    holes = dice.pick((3, 4))
    plate = rod(wall, radius * 0.5, "flange") - hole(radius * 0.25, radius, wall * 0.78).around(
        holes)  # fmt: skip
    plate += rod(radius * 1.5, radius * 1.4, "flange", top=radius * 1.3)
    body = plate.turned(y=90) + bar((0, 0, 0), (long, 0, 0), radius, sides=24)
    sleeve = rod(radius * 1.35, radius * 0.9, "collar").turned(y=90)
    double = dice.yes(0.5)
    if double:
        drop = long * dice.real(0.3, 0.6)
        body += ball(radius * 1.35, "elbow").at(long) + sleeve.at(long - radius * 1.7)
        body += bar((long, 0, 0), (long, 0, -drop), radius, sides=24)
        body += ball(radius * 1.35, "elbow").at(long, 0, -drop) + sleeve.turned(y=90).at(
            long, 0, -radius * 0.9)  # fmt: skip
        body += bar((long, 0, -drop), (0, 0, -drop), radius, sides=24)
        body += plate.turned(y=90).at(z=-drop)
    else:
        body += rod(radius * 1.35, radius * 1.2, "cap").turned(y=90).at(long - radius)
        body += ball(radius * 1.2, "cap").scaled(x=0.5).at(long + radius * 0.2)
    return Draft(body, {"hole": holes * (1 + double)},
                 {"diagonal brace": False, "triangular web": False})  # fmt: skip


def _arc_shelf_bracket(dice: Dice) -> Draft:
    """Flat bar bent to a right angle, a quarter circle of it inside, a lip in front."""
    size, z = dice.real(80, 250), dice.real(3, 7)
    width, tall = dice.real(16, 40), size * dice.real(0.7, 1.2)
    path: list[Point2] = [(0.0, -tall), (0.0, 0.0), (size, 0.0)]
    if dice.yes(0.5):
        path.append((size, dice.real(10, 30)))
    body = _strip(path, z, width)
    reach = min(size, tall) * dice.real(0.5, 0.85)
    inward = dice.yes(0.5)
    bow = ([(reach - x, y - reach) for x, y in arc(reach, 0, 90, 12)] if not inward
           else arc(reach, -90, 0, 12))  # fmt: skip
    body += _strip(bow, z * 0.9, width * 0.8, "brace")
    drill = in_row(hole(width * 0.12, 4 * z), 2, x=tall * 0.55).turned(y=90)
    body -= drill.at(-2 * z, 0, -tall * 0.55) if inward else drill.at(-2 * z, 0, -tall * 0.5)
    return Draft(body, {"hole": 2}, {"diagonal brace": True, "triangular web": False},
                 {"profile": "L-shaped"})  # fmt: skip


def _waisted_brace(dice: Dice) -> Draft:
    """A decorative mending plate: a narrow middle, scalloped or round or pointed ends."""
    wide, z = dice.real(14, 45), dice.real(1.2, 5)
    long = wide * dice.real(2.5, 6)
    waist = wide * dice.real(0.3, 0.7)
    shape = dice.pick(("round", "scalloped", "pointed"))
    end = rod(wide / 2, z).at(long / 2 - wide * 0.3)
    if shape == "scalloped":
        lobe = rod(wide * 0.27, z)
        end = union([lobe.at(long / 2, wide * 0.25), lobe.at(long / 2, -wide * 0.25),
                     lobe.at(long / 2 + wide * 0.25), rod(wide * 0.3, z).at(long / 2)])  # fmt: skip
    elif shape == "pointed":
        end = hull(block(wide * 0.6, wide, z).at(long / 2 - wide * 0.3), rod(1, z).at(
            long / 2 + wide * 0.4))  # fmt: skip
    each = dice.whole(1, 2)
    drills = [hole(wide * 0.11, z, long / 2 - wide * (0.1 + 0.6 * k)) for k in range(each)]
    half = hull(rod(waist / 2, z), rod(waist / 2, z).at(long / 2)) + rod(wide * 0.36, z).at(
        long / 2 - wide * 0.75) + end - union(drills)  # fmt: skip
    body = half + half.turned(z=180)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": 2 * each, "slot": 0},
                 {"slot": False}, {"outline": "long"})  # fmt: skip


def _cradle_saddle(dice: Dice) -> Draft:
    """A pipe shoe: a bolted foot, an upright, a half shell; a strap may close it over the pipe."""
    radius = dice.real(12, 50)
    t, width = radius * dice.real(0.1, 0.2), radius * dice.real(0.5, 1.6)
    high = radius * dice.real(0.8, 2.2)
    shell = tube(radius + t, radius, width).turned(x=90).at(y=width / 2)
    low = shell & block(4 * radius, 2 * width, 2 * radius).at(z=-2 * radius)
    closed, ribbed = dice.yes(0.5), dice.yes(0.5)
    body = low
    if closed:
        ear = block(radius * 0.7, width, 2 * t).at(radius * 1.3, 0, -t)
        ear -= hole(radius * 0.12, 9 * t, radius * 1.42).at(z=-4 * t)
        body = shell + ear + ear.mirrored(x=1)
    stand = block(radius * 1.1, t * 1.5, high + radius * 0.3, "post")
    post = stand.at(z=-radius - high) - rod(radius, 9 * width, "bore").turned(x=90).at(y=4 * width)
    if ribbed:
        rib = block(t, width * 0.9, high + t, "rib").at(z=-radius - high)
        post += rib.at(radius * 0.45) + rib.at(-radius * 0.45)
    foot = rounded_block(radius * 3, width, 1.5 * t, width * 0.1)
    foot -= in_row(hole(radius * 0.13, 2 * t), 2, x=radius * 2.2)
    body += post + foot.at(z=-radius - high)
    return Draft(body, {"hole": 4 if closed else 2, "ear": 2 if closed else 0},
                 {"ears": closed, "rib": ribbed})  # fmt: skip


def _one_ear_saddle(dice: Dice) -> Draft:
    """A half strap: it runs over the pipe and ends, one long ear takes one or two screws."""
    radius = dice.real(6, 40)
    t, width = radius * dice.real(0.08, 0.2), radius * dice.real(0.6, 1.6)
    ear = radius * dice.real(1.1, 2.6)
    end = dice.real(-60, 0)
    path: list[Point2] = [(-radius - ear, 0.0), (-radius, 0.0), (-radius, radius)]
    path += [(x, radius + y) for x, y in arc(radius, 180, end, 20)][1:]
    body = _strip(path, t, width)
    holes = 2 if ear > radius * 2 else 1
    place = -radius - ear * 0.5
    body -= in_row(hole(width * 0.17, 4 * t), holes, x=ear * 0.45).at(place, 0, -2 * t)
    ribbed = dice.yes(0.4)
    if ribbed:
        raised = _strip([(x * 1.03, y * 1.03) for x, y in path[2:-2]], t, width * 0.3, "rib")
        body += raised
    return Draft(body.turned(z=dice.pick((0.0, 90.0))), {"hole": holes, "ear": 1},
                 {"ears": True, "rib": ribbed})  # fmt: skip


def _spring_clip(dice: Dice) -> Draft:
    """A tool clip of spring steel: two bulging cheeks on a flat back, their ends flared out."""
    radius = dice.real(6, 28)
    t, width = radius * dice.real(0.06, 0.14), radius * dice.real(0.6, 2)
    mouth, flare = dice.real(30, 50), radius * dice.real(0.3, 0.8)
    right = [(x, y) for x, y in arc(radius, -52, 90 - mouth, 14)]
    x, y = right[-1]
    right.append((x + flare * 0.7, y + flare))
    path = [*[(-x, y) for x, y in reversed(right)], *right]
    body = _strip(path, t, width)
    holes = dice.whole(0, 2)
    if holes:
        body -= in_row(hole(radius * 0.14, radius), holes, y=width * 0.5).at(z=-radius * 1.3)
    return Draft(body.turned(x=dice.pick((0.0, 90.0))), {"hole": holes},
                 {"opening": True, "lips": True}, {"profile": "C-shaped"})  # fmt: skip


def _stalked_clip(dice: Dice) -> Draft:
    """Open rings on stalks above a base: one tube, or several of the same size in a row."""
    radius = dice.real(5, 25)
    t, width = radius * dice.real(0.15, 0.3), radius * dice.real(0.5, 1.5)
    stalk, rings = radius * dice.real(0.4, 2), dice.whole(1, 4)
    mouth = dice.real(32, 58)
    cut = prism([(0, 0), *arc(radius * 2, 90 - mouth, 90 + mouth, 6)], 3 * width, "opening")
    ring = tube(radius + t, radius, width) - cut.at(z=-width)
    ring = ring.turned(x=90).at(0, width / 2, stalk + radius + t)
    ring += block(t * 2, width, stalk + t).at(z=0)
    pitch = 2.5 * radius + 3 * t
    base = rounded_block(pitch * rings + radius * 1.6, width * 1.2, t * 1.5, t, "base")
    holes = dice.pick((0, 2))
    if holes:
        drill = hole(min(radius, width) * 0.18, t * 2)
        base -= in_row(drill, 2, x=pitch * rings + radius * 0.5)
    return Draft(in_row(ring, rings, x=pitch) + base, {"hole": holes},
                 {"opening": True, "lips": False})  # fmt: skip


BUILDERS: tuple[Builder, ...] = (
    Builder("angle bracket", "tapered", _tapered_angle),
    Builder("angle bracket", "cove", _cove_angle),
    Builder("u bracket", "joist hanger", _joist_hanger),
    Builder("u bracket", "post anchor", _post_anchor),
    Builder("shelf bracket", "pipe", _pipe_shelf),
    Builder("shelf bracket", "arc", _arc_shelf_bracket),
    Builder("flat brace", "waisted", _waisted_brace),
    Builder("pipe saddle", "cradle", _cradle_saddle),
    Builder("pipe saddle", "one ear", _one_ear_saddle),
    Builder("pipe clip", "spring steel", _spring_clip),
    Builder("pipe clip", "stalked", _stalked_clip),
)
