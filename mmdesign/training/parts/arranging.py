"""Where copies of a body stand, and straight bars between two points."""

from mmdesign.training.parts.solids import Body, Point3, arc, block, revolved, union, wire


def at_corners(body: Body, x: float, y: float) -> Body:
    """Four copies, on the corners of an x by y mm rectangle around the origin."""
    return union([body.at(sx * x / 2, sy * y / 2) for sx in (-1, 1) for sy in (-1, 1)])


def in_row(body: Body, count: int, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Body:
    """Copies a step of (x, y, z) mm apart, their middle where the body is."""
    middle = (count - 1) / 2
    return union([body.at((i - middle) * x, (i - middle) * y, (i - middle) * z)
                  for i in range(count)])  # fmt: skip


def bar(start: Point3, end: Point3, radius: float, feature: str = "body", sides: int = 12) -> Body:
    """A straight round bar between two points."""
    return wire([start, end], radius, feature, sides)


def shell(x: float, y: float, z: float, wall: float, feature: str = "body") -> Body:
    """A box open at its front (-y), its inside a `cavity`."""
    inside = block(x - 2 * wall, y, z - 2 * wall, "cavity").at(0, -wall, wall)
    return block(x, y, z, feature) - inside


def bead(radius: float, feature: str = "body") -> Body:
    """A coarse ball around the origin, for what comes in dozens."""
    return revolved([(0.0, -radius), *arc(radius, -80, 80, 8), (0.0, radius)], feature, segments=14)
