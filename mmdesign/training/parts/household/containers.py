"""Boxes, bins, baskets and cases of other constructions than those in boxes."""

import numpy as np

from mmdesign.training.parts.arranging import at_corners, bar, in_row
from mmdesign.training.parts.draft import Builder, Dice, Draft
from mmdesign.training.parts.solids import (
    Body,
    block,
    hull,
    rod,
    rounded_block,
    slot,
    union,
    wire,
)


def _open_box(x: float, y: float, z: float, wall: float, radius: float, flare: float) -> Body:
    """A box open at its top, `flare` times wider there than at its foot."""

    def solid(shrink: float, low: float, high: float, feature: str) -> Body:
        foot = rounded_block(x / flare - shrink, y / flare - shrink, 0.5, radius).at(z=low)
        return hull(foot, rounded_block(x - shrink, y - shrink, 0.5, radius).at(z=high - 0.5),
                    feature=feature)  # fmt: skip

    return solid(0, 0, z, "body") - solid(2 * wall, wall, z + 1, "cavity")


def _slab_basket(dice: Dice) -> Draft:
    x, y, z = dice.real(200, 420), dice.real(140, 300), dice.real(90, 240)
    body = _open_box(x, y, z, 4, 25, dice.real(1.05, 1.3))
    columns, rows = dice.whole(4, 9), dice.whole(2, 4)
    for wide, deep, turn in ((x, y, 0.0), (y, x, 90.0)):
        cut = block(wide * 0.5 / columns, deep * 2, z * 0.5 / rows, "hole")
        grid = in_row(in_row(cut, columns, x=wide * 0.74 / columns), rows, z=z * 0.75 / rows)
        body -= grid.turned(z=turn).at(z=z * 0.42 - z * 0.15 / rows)
    rim = rounded_block(x + 10, y + 10, 8, 28, "rim") - rounded_block(x - 8, y - 8, 10, 22).at(z=-1)
    handle = dice.yes()
    body += rim.at(z=z - 8)
    if handle:
        arch = [(x * 0.5 * np.cos(t), 0.0, z - 4 + z * 0.9 * np.sin(t))
                for t in np.linspace(0, np.pi, 20)]  # fmt: skip
        body += wire(arch, 6, "handle", sides=8)
    return Draft(body, {}, {"handle": handle}, {"top": "open", "outline": "rectangular"})


def _bottle_crate(dice: Dice) -> Draft:
    columns, rows, cell = dice.whole(2, 6), dice.whole(2, 4), dice.real(70, 95)
    x, y, z = columns * cell + 12, rows * cell + 12, dice.real(180, 300)
    wall, divided = 6.0, dice.yes(0.6)
    body = _open_box(x, y, z, wall, 15, 1.0)
    if divided:
        body += in_row(block(4, y - 8, z * 0.6, "divider").at(z=4), columns - 1, x=cell)
        body += in_row(block(x - 8, 4, z * 0.6, "divider").at(z=4), rows - 1, y=cell)
    grip = slot(x * 0.35, 30, 99).turned(x=90)
    body -= grip.at(0, 0, z * 0.86).turned(z=90) + union(
        [slot(y * 0.4, 30, x * 2).turned(x=90).at(0, x, z * 0.86).turned(z=90)])  # fmt: skip
    windows = block(cell * 0.6, y * 2, z * 0.35, "slot").at(z=z * 0.2)
    body -= in_row(windows, columns, x=cell)
    return Draft(body, {"compartment": columns * rows if divided else 1, "slat": 0},
                 {"slats": False, "dividers": divided}, {"top": "open"})  # fmt: skip


def _block_pallet(dice: Dice) -> Draft:
    x, y, high = dice.real(800, 1300), dice.real(600, 1100), dice.real(90, 140)
    boards = dice.whole(5, 11)
    runners = dice.pick((2, 3))
    step = x / boards
    body = in_row(block(step * 0.8, y, 22, "board").at(z=high), boards, x=step)
    runner = block(x, 50, high + 2, "runner")
    if dice.yes():
        runner -= in_row(rounded_block(x * 0.22, 120, high, 20).at(z=-high * 0.6), 2, x=x * 0.5)
    body += in_row(runner, runners, y=(y - 60) / (runners - 1))
    under = dice.whole(2, 3)
    body += in_row(block(100, y, 20, "board").at(z=-18), under, x=(x - 100) / (under - 1))
    return Draft(body, {"board": boards + under}, {"feet": False})


def _plastic_pallet(dice: Dice) -> Draft:
    x, y, z = dice.real(800, 1200), dice.real(600, 1000), dice.real(30, 60)
    columns, rows = dice.whole(4, 8), dice.whole(3, 6)
    body = rounded_block(x, y, z, 30).at(z=100)
    cut = rounded_block(x * 0.6 / columns, y * 0.6 / rows, z * 3, 10, "slot").at(z=60)
    body -= in_row(in_row(cut, columns, x=x * 0.92 / columns), rows, y=y * 0.92 / rows)
    foot = rod(55, 105, "foot", top=75)
    body += in_row(in_row(foot, 3, x=(x - 160) / 2), 3, y=(y - 160) / 2)
    return Draft(body, {"board": 0, "foot": 9}, {"feet": True})


def _serving_tray(dice: Dice) -> Draft:
    x, y, z = dice.real(250, 500), dice.real(180, 340), dice.real(20, 55)
    body = _open_box(x, y, z, 4, dice.real(5, 60), dice.real(1.0, 1.12))
    dividers = dice.pick((0, 0, 1, 2))
    cut = slot(y * 0.3, z * 0.35, x * 2).turned(x=90).at(0, x, z * 0.65).turned(z=90)
    handles = dice.yes(0.6)
    if handles:
        body -= cut
    if dividers:
        wall = block(4, y * 0.93, z * 0.7, "divider").at(z=3)
        body += in_row(wall, dividers, x=x * 0.9 / (dividers + 1))
    return Draft(body, {"compartment": dividers + 1}, {"dividers": dividers > 0}, {"top": "open"})


def _stacking_bin(dice: Dice) -> Draft:
    x, y, z, wall = dice.real(80, 240), dice.real(100, 350), dice.real(60, 180), 3.0
    front = dice.real(0.25, 0.6)
    outer = hull(block(x, y, z * front), block(x, y * 0.65, z).at(0, y * 0.175, 0))
    rear = block(x - 2 * wall, y * 0.65 - 2 * wall, z + 9).at(y=y * 0.175)
    inner = hull(block(x - 2 * wall, y - 2 * wall, z * front + 9), rear, feature="cavity")
    cells = dice.pick((1, 1, 2, 3))
    body = outer - inner.at(z=wall)
    body += in_row(block(wall, y - wall, z * front * 0.95, "divider").at(z=1), cells - 1,
                   x=x / cells) if cells > 1 else block(x * 0.5, 8, z * 0.14, "label holder").at(
                       0, -y / 2 - 2, z * front * 0.4)  # fmt: skip
    return Draft(body, {"compartment": cells}, {"front opening": True}, {"top": "open"})


def _tote_box(dice: Dice) -> Draft:
    x, y, z = dice.real(250, 600), dice.real(180, 400), dice.real(120, 320)
    body = _open_box(x, y, z, 4, 20, dice.real(1.0, 1.15))
    ribs = dice.whole(2, 6)
    rim = rounded_block(x + 16, y + 16, 14, 24, "rim") - rounded_block(x - 7, y - 7, 20, 18).at(
        z=-2
    )
    body += rim.at(z=z - 14)
    rib = block(6, y + 9, z * 0.2, "rib") - block(9, y - 6, z)
    body += in_row(rib.at(z=z * 0.78), ribs, x=x * 0.8 / ribs)
    return Draft(
        body, {"compartment": 1, "rib": 2 * ribs}, {"front opening": False}, {"top": "open"}
    )


def _block_pen_holder(dice: Dice) -> Draft:
    columns, rows, pitch = dice.whole(2, 5), dice.whole(1, 3), dice.real(14, 26)
    x, y, z = columns * pitch + 10, rows * pitch + 10, dice.real(40, 100)
    body = rounded_block(x, y, z, dice.real(1, 8))
    well = rod(pitch * 0.4, z, "hole").at(z=z * 0.2)
    body -= in_row(in_row(well, columns, x=pitch), rows, y=pitch)
    slots = dice.yes(0.4)
    if slots:
        body -= in_row(block(x * 0.8, 30, 4, "slot").at(0, -y / 2 - 12, z * 0.4), 3, z=12)
    return Draft(body, {"hole": columns * rows}, {"slots": slots},
                 {"outline": "rectangular", "top": "open"})  # fmt: skip


def _suitcase(dice: Dice) -> Draft:
    x, y, z = dice.real(300, 550), dice.real(150, 280), dice.real(400, 750)
    ribs, wheels, handle = dice.pick((0, 3, 5, 7)), dice.yes(0.7), dice.yes(0.7)
    body = rounded_block(x, z, y, dice.real(20, 60)).turned(x=90).at(0, y / 2, z / 2)
    body -= block(x * 2, 6, z * 2).at(z=-z / 2) - block(x - 12, 99, z - 12).at(z=6)
    if ribs:
        rib = block(x * 0.06, y + 16, z * 0.8, "rib").at(z=z * 0.1)
        body += in_row(rib, ribs, x=x * 0.85 / ribs)
    loop = [(-70, 0, z - 5), (-65, 0, z + 32), (65, 0, z + 32), (70, 0, z - 5)]
    body += wire(loop, 9, "carrying handle")
    if wheels:
        wheel = rod(26, 20, "wheel").turned(x=90).at(0, 10, -18) + block(24, 24, 30).at(z=-20)
        body += at_corners(wheel, x * 0.75, y * 0.6)
    if handle:
        body += in_row(bar((0, y * 0.35, z - 20), (0, y * 0.35, z * 1.5), 8, "pull handle"), 2,
                       x=x * 0.4)  # fmt: skip
        body += bar(
            (-x * 0.25, y * 0.35, z * 1.5), (x * 0.25, y * 0.35, z * 1.5), 14, "pull handle"
        )
    return Draft(body, {"rib": 2 * ribs, "wheel": 4 * wheels},
                 {"wheels": wheels, "pull handle": handle, "ribs": ribs > 0}, {})  # fmt: skip


def _carton(dice: Dice) -> Draft:
    x, y, z = dice.real(150, 500), dice.real(120, 400), dice.real(80, 400)
    open_, wall, tilt = dice.yes(0.6), 5.0, dice.real(20, 75)
    body = block(x, y, z)
    if open_:
        body -= block(x - 2 * wall, y - 2 * wall, z, "cavity").at(z=wall)
        for wide, deep, turn in ((x, y, 0), (x, y, 180), (y, x, 90), (y, x, 270)):
            flap = block(wide - 3, min(x, y) * 0.48, wall, "flap").at(0, -min(x, y) * 0.24)
            body += flap.turned(x=tilt - 30).at(0, -deep / 2 + wall, z - wall).turned(z=turn)
    else:
        body += block(x * 1.001, y * 0.18, 1.5, "tape").at(z=z) - block(x * 2, 2, 9).at(z=z)
    grips = dice.yes(0.4)
    if grips:
        body -= slot(y * 0.35, 26, x * 2).turned(x=90).at(0, x, z * 0.7).turned(z=90)
    return Draft(body, {"flap": 4 * open_}, {"open flaps": open_, "hand holes": grips},
                 {"top": "open" if open_ else "closed"})  # fmt: skip


BUILDERS = (
    Builder("basket", "laundry", _slab_basket),
    Builder("crate", "bottles", _bottle_crate),
    Builder("pallet", "runners", _block_pallet),
    Builder("pallet", "plastic", _plastic_pallet),
    Builder("tray", "serving", _serving_tray),
    Builder("storage bin", "stacking", _stacking_bin),
    Builder("storage bin", "tote", _tote_box),
    Builder("pen holder", "block", _block_pen_holder),
    Builder("suitcase", "shell", _suitcase),
    Builder("carton", "flaps", _carton),
)
