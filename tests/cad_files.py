"""Small exact CAD files, written by hand: the oracle for what a CAD kernel should find."""

from collections.abc import Sequence

STEP_UNITS = {
    "mm": "(LENGTH_UNIT() NAMED_UNIT(*) SI_UNIT(.MILLI.,.METRE.))",
    "m": "(LENGTH_UNIT() NAMED_UNIT(*) SI_UNIT($,.METRE.))",
}
# corners of each side, counter-clockwise seen from outside
BOX_SIDES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))


class StepFile:
    """Entities with numbers, in the order they are added."""

    def __init__(self, units: str = "mm") -> None:
        self.lines: list[str] = []
        application = self.add("APPLICATION_CONTEXT('mechanical design')")
        self.add(
            "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',"
            f"2000,{application})"
        )
        self.product_context = self.add(f"PRODUCT_CONTEXT('',{application},'mechanical')")
        self.design_context = self.add(
            f"PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')"
        )
        self.context = self._context(units)

    def add(self, entity: str) -> str:
        self.lines.append(entity)
        return f"#{len(self.lines)}"

    def text(self) -> str:
        data = "\n".join(f"#{n}={line};" for n, line in enumerate(self.lines, start=1))
        return (
            "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\n"
            "FILE_NAME('t','2026-01-01T00:00:00',(''),(''),'','','');\n"
            "FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }'));\nENDSEC;\n"
            f"DATA;\n{data}\nENDSEC;\nEND-ISO-10303-21;\n"
        )

    def _context(self, units: str) -> str:
        if units == "inch":
            millimetre = self.add(STEP_UNITS["mm"])
            factor = self.add(f"LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE(25.4),{millimetre})")
            sizes = self.add("DIMENSIONAL_EXPONENTS(1.,0.,0.,0.,0.,0.,0.)")
            length = self.add(
                f"(CONVERSION_BASED_UNIT('INCH',{factor}) LENGTH_UNIT() NAMED_UNIT({sizes}))"
            )
        else:
            length = self.add(STEP_UNITS[units])
        angle = self.add("(NAMED_UNIT(*) PLANE_ANGLE_UNIT() SI_UNIT($,.RADIAN.))")
        solid = self.add("(NAMED_UNIT(*) SI_UNIT($,.STERADIAN.) SOLID_ANGLE_UNIT())")
        sigma = self.add(
            f"UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-7),{length},'accuracy','')"
        )
        return self.add(
            "(GEOMETRIC_REPRESENTATION_CONTEXT(3) "
            f"GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT(({sigma})) "
            f"GLOBAL_UNIT_ASSIGNED_CONTEXT(({length},{angle},{solid})) "
            "REPRESENTATION_CONTEXT('',''))"
        )

    def point(self, xyz: Sequence[float]) -> str:
        return self.add(f"CARTESIAN_POINT('',({_numbers(xyz)}))")

    def direction(self, xyz: Sequence[float]) -> str:
        return self.add(f"DIRECTION('',({_numbers(xyz)}))")

    def frame(
        self,
        origin: Sequence[float] = (0, 0, 0),
        axis: Sequence[float] = (0, 0, 1),
        across: Sequence[float] = (1, 0, 0),
    ) -> str:
        return self.add(
            f"AXIS2_PLACEMENT_3D('',{self.point(origin)},{self.direction(axis)},"
            f"{self.direction(across)})"
        )

    def line_edge(self, start: str, end: str, where: Sequence[float], to: Sequence[float]) -> str:
        vector = self.add(f"VECTOR('',{self.direction(to)},1.)")
        line = self.add(f"LINE('',{self.point(where)},{vector})")
        return self.add(f"EDGE_CURVE('',{start},{end},{line},.T.)")

    def face(self, edges: Sequence[tuple[str, bool]], surface: str, outward: bool = True) -> str:
        oriented = [
            self.add(f"ORIENTED_EDGE('',*,*,{edge},{'.T.' if forward else '.F.'})")
            for edge, forward in edges
        ]
        loop = self.add(f"EDGE_LOOP('',({','.join(oriented)}))")
        bound = self.add(f"FACE_OUTER_BOUND('',{loop},.T.)")
        return self.add(f"ADVANCED_FACE('',({bound}),{surface},{'.T.' if outward else '.F.'})")

    def solid(self, faces: Sequence[str]) -> str:
        shell = self.add(f"CLOSED_SHELL('',({','.join(faces)}))")
        return self.add(f"MANIFOLD_SOLID_BREP('',{shell})")

    def product(self, name: str, items: Sequence[str], kind: str) -> tuple[str, str]:
        """Product definition and representation of a part or an assembly."""
        product = self.add(f"PRODUCT('{name}','{name}','',({self.product_context}))")
        formation = self.add(f"PRODUCT_DEFINITION_FORMATION('','',{product})")
        definition = self.add(f"PRODUCT_DEFINITION('design','',{formation},{self.design_context})")
        shape = self.add(f"PRODUCT_DEFINITION_SHAPE('','',{definition})")
        representation = self.add(f"{kind}('',({','.join(items)}),{self.context})")
        self.add(f"SHAPE_DEFINITION_REPRESENTATION({shape},{representation})")
        return definition, representation


def _numbers(xyz: Sequence[float]) -> str:
    return ",".join(repr(float(number)) for number in xyz)


def _cylinder_solid(step: StepFile, radius: float, height: float) -> str:
    low, high = (radius, 0, 0), (radius, 0, height)
    bottom = step.add(f"VERTEX_POINT('',{step.point(low)})")
    top = step.add(f"VERTEX_POINT('',{step.point(high)})")
    circles = [
        step.add(f"CIRCLE('',{step.frame((0, 0, z))},{float(radius)!r})") for z in (0, height)
    ]
    around_low = step.add(f"EDGE_CURVE('',{bottom},{bottom},{circles[0]},.T.)")
    around_high = step.add(f"EDGE_CURVE('',{top},{top},{circles[1]},.T.)")
    seam = step.line_edge(bottom, top, low, (0, 0, 1))
    side = step.add(f"CYLINDRICAL_SURFACE('',{step.frame()},{float(radius)!r})")
    faces = [
        step.face([(around_low, True), (seam, True), (around_high, False), (seam, False)], side),
        step.face([(around_low, False)], step.add(f"PLANE('',{step.frame()})"), outward=False),
        step.face([(around_high, True)], step.add(f"PLANE('',{step.frame((0, 0, height))})")),
    ]
    return step.solid(faces)


def step_cylinder(radius: float, height: float, units: str = "mm") -> str:
    """A cylinder standing on the origin, along Z."""
    step = StepFile(units)
    solid = _cylinder_solid(step, radius, height)
    step.product("pin", [step.frame(), solid], "ADVANCED_BREP_SHAPE_REPRESENTATION")
    return step.text()


def step_assembly(
    radius: float, height: float, frames: Sequence[tuple[Sequence[float], Sequence[float]]]
) -> str:
    """One cylinder placed several times: (origin, axis) of each instance."""
    step = StepFile()
    part_frame = step.frame()
    solid = _cylinder_solid(step, radius, height)
    part, part_shape = step.product(
        "pin", [part_frame, solid], "ADVANCED_BREP_SHAPE_REPRESENTATION"
    )
    places = [step.frame(origin, axis, (axis[1], axis[2], axis[0])) for origin, axis in frames]
    whole, whole_shape = step.product("rig", [step.frame(), *places], "SHAPE_REPRESENTATION")
    for number, place in enumerate(places, start=1):
        usage = step.add(
            f"NEXT_ASSEMBLY_USAGE_OCCURRENCE('{number}','pin {number}','',{whole},{part},$)"
        )
        shape = step.add(f"PRODUCT_DEFINITION_SHAPE('','',{usage})")
        move = step.add(f"ITEM_DEFINED_TRANSFORMATION('','',{part_frame},{place})")
        relation = step.add(
            f"(REPRESENTATION_RELATIONSHIP('','',{part_shape},{whole_shape}) "
            f"REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION({move}) "
            "SHAPE_REPRESENTATION_RELATIONSHIP())"
        )
        step.add(f"CONTEXT_DEPENDENT_SHAPE_REPRESENTATION({relation},{shape})")
    return step.text()


def _box_corners(size: Sequence[float]) -> list[tuple[float, float, float]]:
    return [(x, y, z) for x in (0, size[0]) for y in (0, size[1]) for z in (0, size[2])]


def step_box(size: Sequence[float], units: str = "mm") -> str:
    """A box with one corner at the origin."""
    step = StepFile(units)
    corners = _box_corners(size)
    vertices = [step.add(f"VERTEX_POINT('',{step.point(corner)})") for corner in corners]
    edges: dict[tuple[int, int], str] = {}

    def edge(a: int, b: int) -> tuple[str, bool]:
        first, last = min(a, b), max(a, b)
        if (first, last) not in edges:
            along = [q - p for p, q in zip(corners[first], corners[last], strict=True)]
            unit = [d / max(map(abs, along)) for d in along]
            edges[first, last] = step.line_edge(
                vertices[first], vertices[last], corners[first], unit
            )
        return edges[first, last], a < b

    faces = []
    for ring in BOX_SIDES:
        a, b, d = corners[ring[0]], corners[ring[1]], corners[ring[3]]
        u = [
            (q - p) / max(abs(s - r) for r, s in zip(a, b, strict=True))
            for p, q in zip(a, b, strict=True)
        ]
        w = [q - p for p, q in zip(a, d, strict=True)]
        normal = [
            u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0],
        ]  # fmt: skip
        length = max(map(abs, normal))
        plane = step.add(f"PLANE('',{step.frame(a, [n / length for n in normal], u)})")
        ring_edges = [edge(ring[i], ring[(i + 1) % 4]) for i in range(4)]
        faces.append(step.face(ring_edges, plane))
    step.product("box", [step.frame(), step.solid(faces)], "ADVANCED_BREP_SHAPE_REPRESENTATION")
    return step.text()


def iges_box(size: Sequence[float], unit_flag: int, unit_name: str) -> str:
    """A box of six bilinear B-spline surfaces (entity 128), numbers in the named unit."""
    corners = _box_corners(size)
    lines = [f"{'box':<72}S      1"]
    header = (
        f"1H,,1H;,3Hbox,7Hbox.igs,4Htest,4Htest,32,38,6,308,15,3Hbox,1.,{unit_flag},"
        f"{len(unit_name)}H{unit_name},1,0.01,15H20260101.000000,1.E-7,{max(size)},"
        "4Htest,4Htest,11,0,15H20260101.000000;"
    )
    lines += _iges_lines(header, "G", 72)
    directory: list[str] = []
    data: list[str] = []
    for number, ring in enumerate(BOX_SIDES):
        a, b, c, d = (corners[i] for i in ring)
        points = ",".join(repr(float(x)) for corner in (a, b, d, c) for x in corner)
        record = f"128,1,1,1,1,0,0,1,0,0,0.,0.,1.,1.,0.,0.,1.,1.,1.,1.,1.,1.,{points},0.,1.,0.,1.;"
        entry = 2 * number + 1
        chunks = _iges_chunks(record, 64)
        directory.append(
            f"{128:8}{len(data) + 1:8}{0:8}{0:8}{0:8}{0:8}{0:8}{0:8}{'00000000':>8}D{entry:7}"
        )
        directory.append(
            f"{128:8}{0:8}{0:8}{len(chunks):8}{0:8}{'':8}{'':8}{'face':>8}{0:8}D{entry + 1:7}"
        )
        data += [f"{chunk:<64}{entry:8}P{len(data) + i + 1:7}" for i, chunk in enumerate(chunks)]
    sections = f"S{1:7}G{len(lines) - 1:7}D{len(directory):7}P{len(data):7}"
    return "\n".join([*lines, *directory, *data, f"{sections:<72}T{1:7}"]) + "\n"


def _iges_lines(text: str, section: str, width: int) -> list[str]:
    chunks = [text[i : i + width] for i in range(0, len(text), width)]
    return [f"{chunk:<72}{section}{i:7}" for i, chunk in enumerate(chunks, start=1)]


def _iges_chunks(record: str, width: int) -> list[str]:
    """Lines of at most that width, broken after a comma: numbers may not be torn apart."""
    lines = [""]
    for token in record.replace(",", ",\0").split("\0"):
        if len(lines[-1]) + len(token) > width:
            lines.append("")
        lines[-1] += token
    return lines
