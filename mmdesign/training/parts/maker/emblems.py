"""Nameplates, signs, key fobs and puzzle pieces of other kinds."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.patterns import lettering, pillow, some_text
from mmdesign.training.parts.solids import (
    Body,
    Point2,
    Point3,
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
    wire,
)


def _house_plaque(dice: Dice) -> Draft:
    """A cast plate with an ornamental outline, a border and big characters."""
    x, y, thick = dice.real(60, 150), dice.real(35, 70), dice.real(3, 7)
    kind, bordered = dice.pick(("oval", "ticket", "crest", "octagonal")), dice.yes(0.7)
    holes = dice.pick((0, 2, 4))
    if kind == "oval":
        body = rod(0.5, thick).scaled(x, y)
    elif kind == "octagonal":
        body = rod(0.54, thick, sides=8).turned(z=22.5).scaled(x, y)
    else:
        body = block(x, y, thick)
        if kind == "ticket":
            bite = rod(y * 0.2, 99, sides=24).at(z=-9)
            body -= at_corners(bite, x, y)
        else:
            body += rod(y * 0.5, thick).scaled(x=1.2).at(y=y * 0.25)
    if bordered:
        body -= body.scaled(0.92, 0.86).at(z=thick * 0.7)
    text = lettering(some_text(dice, 1, 5), x * 0.66, y * 0.58, thick * 0.6)
    body += text.at(z=thick * 0.65 if bordered else thick - 0.1)
    if holes == 4 and kind == "crest":
        body -= at_corners(hole(y * 0.03, thick), x * 0.72, y * 0.8)
    elif holes:
        holes = 2
        body -= in_row(hole(y * 0.03, thick), 2, x * 0.84)
    return Draft(body.turned(x=dice.pick((0, 90))), {"hole": holes},
                 {"text": True, "border": bordered, "holes": holes > 0},
                 {"outline": kind} if kind in ("oval", "octagonal") else {})  # fmt: skip


def _contour_plate(dice: Dice) -> Draft:
    """A name on a base that follows its letters; some with a bar, a pin or a foot behind."""
    x, y, thick = dice.real(60, 150), dice.real(20, 50), dice.real(2, 6)
    text = lettering(some_text(dice, 3, 7), x, y, thick)
    outline = text.solid.project().offset(dice.real(1.5, 5))
    body = Body(outline.extrude(thick * dice.real(0.4, 0.9))).labelled("body")
    underlined, holes = dice.yes(), dice.pick((0, 0, 2))
    body += text.at(z=thick * 0.35)
    x0, y0, _, x1, y1, _ = body.solid.bounding_box()
    if underlined or holes:
        bar_tall = (y1 - y0) * 0.2
        width = (x1 - x0) * dice.real(1.0, 1.2)
        body += rounded_block(width, bar_tall, thick * 0.5, 2).at((x0 + x1) / 2, y0)
        if holes:
            drill = hole(bar_tall * 0.24, thick * 3)
            body -= in_row(drill, 2, width - bar_tall * 1.2).at((x0 + x1) / 2, y0, -thick)
    if not underlined and not holes:
        body += block((x1 - x0) * 0.9, (y1 - y0) * 0.12, thick * 0.4).at((x0 + x1) / 2, 0)
    upright = dice.yes()
    if upright:
        body = body.turned(x=90).at(z=-y0 + thick * 0.3)
        body += rounded_block((x1 - x0) * 1.05, y * 0.6, 3, 2, "base").at((x0 + x1) / 2, -thick / 2)
    return Draft(body, {"hole": holes}, {"text": True, "border": False, "holes": holes > 0}, {})


def _warning_sign(dice: Dice) -> Draft:
    """A traffic sign: triangle, diamond, octagon or disc with a raised rim and a mark."""
    size, thick, post = dice.real(30, 60), dice.real(2.5, 6), dice.yes(0.6)
    outline = dice.pick(("triangular", "square", "octagonal", "round"))
    sides = {"triangular": 3, "square": 4, "octagonal": 8, "round": 40}[outline]
    turn = {3: 90.0, 4: 0.0, 8: 22.5, 40: 0.0}[sides]
    body = rod(size, thick, sides=sides).turned(z=turn)
    body -= rod(size * 0.86, 99, sides=sides).turned(z=turn).at(z=thick * 0.75)
    lettered = sides == 8 or dice.yes(0.3)
    top = thick * 0.7
    if lettered:
        wide = size * (0.6 if sides < 8 else 1.3)
        body += lettering(some_text(dice, 1, 4), wide, size * 0.5, thick * 0.4).at(z=top)
    elif dice.yes():
        mark = hull(rod(size * 0.09, thick * 0.4).at(y=size * 0.4), rod(size * 0.05, thick * 0.4))
        body += (mark + rod(size * 0.08, thick * 0.4).at(y=-size * 0.2)).at(z=top)
    else:
        arrow = block(size * 0.16, size * 0.7, thick * 0.4)
        arrow += rod(size * 0.24, thick * 0.4, sides=3).turned(z=90).at(y=size * 0.35)
        body += arrow.turned(z=dice.pick((0, 45, -90))).scaled(0.8, 0.8).at(z=top)
    holes = 0 if post or sides == 3 else dice.pick((0, 2))
    if holes:
        body -= in_row(hole(size * 0.05, thick), 2, y=size * 1.4)
    if post:
        tall = size * dice.real(1.5, 4)
        body = body.turned(x=90).at(z=tall)
        body += rod(size * 0.09, tall + size * 0.4, "post").at(y=size * 0.08)
        body += rod(size * 0.4, size * 0.1, "base") if dice.yes() else block(
            size * 0.9, size * 0.5, size * 0.08, "base")  # fmt: skip
    return Draft(body, {"hole": holes},
                 {"text": lettered, "post": post, "holes": holes > 0},
                 {"outline": outline})  # fmt: skip


def _sandwich_sign(dice: Dice) -> Draft:
    """An A-board: two panels that lean together, framed, lettered in front."""
    x, z, thick = dice.real(60, 110), dice.real(90, 150), dice.real(3, 6)
    lean, lines, framed = dice.real(10, 22), dice.whole(1, 3), dice.yes()
    panel = rounded_block(x, z, thick, dice.pick((1, 10)))
    if framed:
        panel -= rounded_block(x * 0.84, z * 0.8, 99, 3).at(0, z * 0.03, thick * 0.6)
    for index in range(lines):
        text = lettering(some_text(dice, 2, 5), x * 0.68, z * 0.5 / lines, thick)
        panel += text.at(0, ((lines - 1) / 2 - index) * z * 0.6 / lines + z * 0.05, thick * 0.4)
    panel -= rounded_block(x * 0.66, z * 0.1, 99, 3).at(0, -z * 0.5, -9)
    board = panel.turned(x=90).at(0, -0.1, -z / 2).turned(x=-lean)
    body = board + board.turned(z=180)
    hinge = rod(thick * 1.1, x * 0.25, "pin").turned(y=90).at(-x * 0.125)
    body += in_row(hinge, 2, x * 0.55)
    return Draft(body, {"hole": 0}, {"text": True, "post": False, "holes": False},
                 {"outline": "rectangular"})  # fmt: skip


def _street_sign(dice: Dice) -> Draft:
    """Name blades on a pole, pointing different ways."""
    tall, x, y = dice.real(120, 200), dice.real(60, 110), dice.real(14, 24)
    blades, thick, radius = dice.whole(1, 4), dice.real(2, 5), dice.real(2, 4)
    body = rod(radius, tall, "post") + ball(radius * 1.6).at(z=tall)
    pointed, centred = dice.yes(), dice.yes(0.4)
    for index in range(blades):
        blade: Body = rounded_block(x, y, thick, 2)
        if pointed:
            tip: list[Point2] = [(x / 2 - 1, -y / 2), (x * 0.62, 0), (x / 2 - 1, y / 2)]
            blade += prism(tip, thick)
        blade += lettering(some_text(dice, 3, 6), x * 0.8, y * 0.65, thick * 0.4).at(z=thick - 0.1)
        shift = 0.0 if centred else x * 0.45
        blade = blade.turned(x=90).at(shift, thick / 2, tall - y * (0.6 + 1.1 * index))
        body += blade.turned(z=dice.real(0, 360) if index else 0.0)
    body += rod(radius * 4, radius * 1.5, "base", top=radius * 2)
    return Draft(body, {"hole": 0}, {"text": True, "post": True, "holes": False}, {})


def _ring_wire(radius: float, thick: float) -> Body:
    turns = np.linspace(0, 2 * np.pi, 30, endpoint=False)
    path: list[Point3] = [(float(radius * np.cos(t)), float(radius * np.sin(t)), 0.0)
                          for t in turns]  # fmt: skip
    return wire(path, thick, "key ring", sides=8, closed=True)


def _strap_fob(dice: Dice) -> Draft:
    """A leather strap folded round a ring, riveted, or a bottle opener of that shape."""
    width, length, thick = dice.real(14, 28), dice.real(45, 95), dice.real(2, 3.5)
    ringed, opener = dice.yes(0.75), dice.yes(0.4)
    end = hull(rod(width / 2, thick).at(length), block(width, width, thick).at(width / 2))
    if opener:
        tip = rod(width * 0.36, 99, "opening", sides=24).at(length * 0.97)
        heel = block(1, width * 0.4, 99).at(length * 0.62)
        mouth = hull(tip, heel, feature="opening")
        body = end - mouth.at(z=-9)
        body += tube(width * 0.3, width * 0.16, thick, "eye").at(-width * 0.2)
        body -= rod(width * 0.16, 99, "hole").at(-width * 0.2, 0, -9)
    else:
        loop = tube(thick * 2, thick, width, "eye").turned(x=90).at(-thick, width / 2, thick * 1.0)
        body = end + end.at(z=thick) & block(length * 4, width * 2, 99)
        body += loop + rod(width * 0.16, thick * 2.8, "rivet").at(width * 0.4, 0, -thick * 0.4)
    lettered = not opener and dice.yes()
    if lettered:
        text = lettering(some_text(dice, 2, 4), length * 0.5, width * 0.5, 1.2)
        body += text.at(length * 0.62, 0, 2 * thick - 0.1)
    if ringed:
        radius = width * dice.real(0.45, 0.7)
        ring = _ring_wire(radius, 1.2)
        inner = -width * 0.2 if opener else -thick
        ring = ring.turned(x=60) if opener else ring.turned(x=15)
        body += ring.at(inner - radius, 0, thick if not opener else thick / 2)
    return Draft(body, {"hole": int(opener)}, {"text": lettered, "key ring": ringed},
                 {"outline": "long"} if length > 3 * width else {})  # fmt: skip


def _silhouette(kind: str, thick: float) -> Body:
    """A flat figure about 2 mm across, to be scaled."""
    if kind == "house":
        body = prism([(-0.8, -1), (0.8, -1), (0.8, 0.2), (0, 1), (-0.8, 0.2)], thick)
        return body - block(0.4, 0.7, 99).at(0, -0.7, -9) + block(0.25, 0.6, thick).at(0.5, 0.6)
    if kind == "fish":
        tail = prism([(-0.5, 0), (-1.2, 0.6), (-1.0, 0), (-1.2, -0.6)], thick)
        return rod(0.55, thick).scaled(x=1.6).at(0.1) + tail + rod(0.09, thick * 1.3).at(0.6, 0.12)
    if kind == "tree":
        tiers = [prism([(-w, z), (w, z), (0, z + 0.9)], thick)
                 for w, z in ((0.9, -0.7), (0.7, -0.2), (0.5, 0.3))]  # fmt: skip
        return union([*tiers, block(0.3, 0.5, thick).at(0, -0.85)])
    if kind == "cat":
        ear = prism([(0.1, 0.5), (0.75, 0.2), (0.7, 1.1)], thick)
        eyes = in_row(rod(0.12, thick * 1.3).at(0, 0.1), 2, 0.6)
        return rod(0.8, thick) + ear + ear.mirrored(x=1) + eyes
    if kind == "gear":
        teeth = block(0.3, 0.36, thick).at(0.9).around(10)
        return rod(0.85, thick) + teeth + rod(0.35, thick * 1.4)
    moon = prism([*arc(1.0, 50, 310, 24), *[(x + 0.62, y) for x, y in arc(0.77, 275, 85, 20)]],
                 thick)  # fmt: skip
    return moon if kind == "moon" else pillow(2.0, 1.1, thick, 0.2) + rod(0.3, thick).at(1.0)


def _silhouette_fob(dice: Dice) -> Draft:
    """A house, fish, tree, cat, gear or moon with an eye above, some on a ring."""
    size, thick = dice.real(14, 26), dice.real(2, 6)
    kind = dice.pick(("house", "fish", "tree", "cat", "gear", "moon"))
    body = _silhouette(kind, 1.0).scaled(size, size, thick)
    if dice.yes(0.4):
        rim = tube(size * 1.35, size * 1.22, thick, "rim")
        body += rim + block(size * 2.5, size * 0.14, thick * 0.6).at(y=-size * 0.1)
        top = size * 1.45
    else:
        top = size * {"house": 1.0, "fish": 0.62, "tree": 1.2, "cat": 0.9, "gear": 1.15,
                      "moon": 1.0}[kind]  # fmt: skip
    body += tube(4.2, 2.2, thick, "eye").at(0, top + 1)
    body -= rod(2.2, 99, "hole").at(0, top + 1, -9)
    ringed = dice.yes(0.5)
    if ringed:
        radius = dice.real(7, 12)
        body += _ring_wire(radius, 0.9).turned(y=60).at(0, top + 1 + radius, thick / 2)
    return Draft(body, {"hole": 1}, {"text": False, "key ring": ringed}, {"form": "flat"})


BUILDERS: tuple[Builder, ...] = (
    Builder("nameplate", "plaque", _house_plaque),
    Builder("nameplate", "contour", _contour_plate),
    Builder("sign", "traffic", _warning_sign),
    Builder("sign", "sandwich board", _sandwich_sign),
    Builder("sign", "street", _street_sign),
    Builder("keychain", "strap", _strap_fob),
    Builder("keychain", "silhouette", _silhouette_fob),
)
