"""Spec text -> requirements, English and Chinese: own rules for grammar, pint for units."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from mmdesign.domain import Lint, Measurement, Requirement, Spec
from mmdesign.errors import SpecError
from mmdesign.spec.clauses import Layout, lay_out
from mmdesign.spec.conditions import settled
from mmdesign.spec.extents import by_size, standing
from mmdesign.spec.hole_kinds import HOLE_COUNTS
from mmdesign.spec.linting import lint_against_design, lint_requirements
from mmdesign.spec.materials import density_g_per_cm3, material_in_words, materials_in
from mmdesign.spec.pieces import Brief, Reading
from mmdesign.spec.reading import declared_unit, read_clause
from mmdesign.spec.threads import drill_mm
from mmdesign.spec.tolerances import general_tolerance_mm, stated_tolerance, toleranced
from mmdesign.spec.wholes import whole_of

__all__ = [
    "density_g_per_cm3",
    "drill_mm",
    "general_tolerance_mm",
    "material_in_words",
    "materials_in",
    "parse_spec",
    "spec_to_json",
    "suited",
]

MAX_CHARACTERS: Final = 1_000_000
MAX_CLAUSES: Final = 1_000
MAX_DECLARATION_CHARACTERS: Final = 20_000
"""How far into a brief 'all dimensions in inches' is looked for."""
_EXTENTS: Final = ("extent_x", "extent_y", "extent_z")
_EXAMPLE: Final = (
    "write one requirement per line, such as 'Wall at least 2.5 mm' or 'Four M6 holes'"
)


def parse_spec(text: str) -> Spec:
    """Read a brief: one requirement per line, bullet or sentence.

    Args:
        text: English or Chinese, up to 1,000,000 characters. Titles and introductions become notes.

    Returns:
        Requirements R1, R2, R2.1 ... with bounds in mm, mm2, mm3, g or deg, notes and lint.

    Raises:
        SpecError: If the text is empty, too long, or holds no requirement.
    """
    if not text.strip():
        message = f"The spec is empty; {_EXAMPLE}."
        raise SpecError(message)
    if len(text) > MAX_CHARACTERS:
        message = (
            f"The spec has {len(text):,} characters; keep it to {MAX_CHARACTERS:,} by "
            "removing what is not a requirement."
        )
        raise SpecError(message)
    layout = lay_out(text, enough=MAX_CLAUSES)
    if len(layout.clauses) > MAX_CLAUSES:
        message = (
            f"The spec has more than {MAX_CLAUSES:,} clauses; "
            f"split it into specs of at most {MAX_CLAUSES:,}."
        )
        raise SpecError(message)
    spec = _assemble(text, layout)
    if not spec.requirements:
        spec = _assemble(text, layout, takes_all=True)
    if not spec.requirements:
        message = f"The spec holds no requirement; {_EXAMPLE}."
        raise SpecError(message)
    return spec


def _assemble(text: str, layout: Layout, *, takes_all: bool = False) -> Spec:
    requirements: list[Requirement] = []
    notes, lint = list(layout.notes), []
    material: str | None = None
    number = 0
    unit = declared_unit(text[:MAX_DECLARATION_CHARACTERS])
    brief = Brief(unit, whole_of(text), takes_all)
    after_holes = False
    for at, clause in enumerate(layout.clauses):
        opens = at == 0 and len(layout.clauses) > 1
        before = layout.clauses[at - 1].text if at else ""
        reading = read_clause(clause, brief, after_holes=after_holes, opens=opens, before=before)
        after_holes = any(r.quantity in HOLE_COUNTS for r in reading.requirements)
        notes += reading.notes
        lint += reading.lint
        material = material or reading.material
        if reading.requirements:
            number += 1
            requirements += _numbered(reading, number, requirements)
    requirements = by_size(settled(requirements, material))
    if half_mm := stated_tolerance(text[:MAX_DECLARATION_CHARACTERS]):
        requirements = [toleranced(each, half_mm) for each in requirements]
    lint += lint_requirements(requirements)
    return Spec(text, tuple(requirements), tuple(notes), tuple(_once(lint)), material)


def _numbered(reading: Reading, number: int, earlier: list[Requirement]) -> list[Requirement]:
    """Give ids, and tie 'each Ø6.6' to the holes it speaks of."""
    numbered: list[Requirement] = []
    for index, requirement in enumerate(reading.requirements):
        name = f"R{number}" if index == 0 else f"R{number}.{index}"
        parent = requirement.parent
        if parent == "":
            holes = (r for r in reversed(earlier + numbered) if r.quantity in HOLE_COUNTS)
            own = requirement.quantity
            parent = next(
                (r.id for r in holes if r.upper != 0 and r.quantity != own and not r.parent), None
            )
        numbered.append(replace(requirement, id=name, parent=parent))
    return numbered


def _once(lint: list[Lint]) -> list[Lint]:
    return list(dict.fromkeys(lint))


def suited(spec: Spec, measurements: Iterable[Measurement]) -> Spec:
    """The spec as it applies to one design, whose size tells more than the brief alone.

    A single height is measured along the axis on which the design stands, and limits that make
    no sense for its size are linted. Pictures alone, which have no size, change nothing.
    """
    extents = {each.quantity: each.value for each in measurements if each.quantity in _EXTENTS}
    if len(extents) != len(_EXTENTS):
        return spec
    sizes = [extents[name] for name in _EXTENTS]
    requirements, notes = standing(spec.requirements, sizes)
    lint = lint_against_design(requirements, max(sizes))
    return replace(
        spec,
        requirements=requirements,
        notes=(*spec.notes, *notes),
        lint=tuple(_once([*spec.lint, *lint])),
    )


def spec_to_json(spec: Spec) -> dict[str, Any]:
    """The spec as plain data: requirements, notes and lint."""
    names = (
        "id", "text", "kind", "quantity", "comparator", "lower", "upper", "unit", "priority",
        "negated", "parent",
    )  # fmt: skip
    return {
        "requirements": [{name: getattr(r, name) for name in names} for r in spec.requirements],
        "notes": list(spec.notes),
        "lint": [
            {"text": item.text, "problem": item.problem, "proposal": item.proposal}
            for item in spec.lint
        ],
    }
