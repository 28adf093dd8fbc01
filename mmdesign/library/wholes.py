"""Where a design occurs as a part of another: looked up by form, whatever the look of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import sqlalchemy as sa

from mmdesign.domain import EvidenceClass, FloatArray, Measurement
from mmdesign.library.agreeing import ALIKE_MOMENTS, Asked, agreement
from mmdesign.library.database import Database
from mmdesign.library.records import Record
from mmdesign.library.rows import SPREADS, body_of
from mmdesign.library.schema import bodies
from mmdesign.measuring import Body
from mmdesign.measuring.form import FORM_BLOCKS, FORM_WIDTH
from mmdesign.phrases import Phrase, counted, phrase

MOST_COMPARED = 2_000
"""Parts that extend alike whose whole forms are compared; those that are nearest come first."""
MOST_WHOLES = 64
SAID: Mapping[EvidenceClass, Phrase] = {
    "same geometry": phrase("has the same geometry"),
    "mirrored": phrase("is its mirror image"),
    "near-duplicate": phrase("is nearly the same"),
    "scaled": phrase("has the same form in another size"),
}
"""What a part must be to the asked design; the strongest first."""
STRENGTH = list(SAID)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A part of a design that is the one asked about."""

    design_id: str
    """Of the whole."""
    body: Body
    evidence: EvidenceClass

    def told(self, whole: str) -> Phrase:
        """Say it of a whole's name."""
        return counted(
            self.body.count,
            "part of {whole}: its part '{part}' {likeness}",
            "part of {whole}: its part '{part}' {likeness}, {number} times",
            whole=whole,
            part=self.body.name,
            likeness=SAID[self.evidence],
        )


def occurrences(database: Database, asked: Asked) -> tuple[Occurrence, ...]:
    """List the designs that hold the asked one as a part, each once, the surest first."""
    form = asked.form
    if form is None or form.shape != (FORM_WIDTH,) or not form.any():
        return ()
    found: dict[str, Occurrence] = {}
    for design_id, body in _extending_alike(database, form):
        if design_id == asked.design_id or body.form.shape != form.shape:
            continue
        evidence = agreement(asked, _as_record(body), None, None).evidence
        known = found.get(design_id)
        if evidence in SAID and (known is None or _rank(evidence) < _rank(known.evidence)):
            found[design_id] = Occurrence(design_id, body, evidence)
    ordered = sorted(found.values(), key=lambda each: (_rank(each.evidence), each.design_id))
    return tuple(ordered[:MOST_WHOLES])


def _rank(evidence: EvidenceClass) -> int:
    return STRENGTH.index(evidence)


def _extending_alike(database: Database, form: FloatArray) -> list[tuple[str, Body]]:
    spread = form[FORM_BLOCKS["spread"]].astype(float)
    columns: list[sa.Column[Any]] = [bodies.c[name] for name in SPREADS]
    # As agreeing compares them: relative to the larger, or to a thousandth.
    within = ALIKE_MOMENTS / (1 - ALIKE_MOMENTS) * np.maximum(spread, 1e-3)
    near = [
        column.between(value - margin, value + margin)
        for column, value, margin in zip(columns, spread.tolist(), within.tolist(), strict=True)
    ]
    apart = sum(
        (
            sa.func.abs(column - value)
            for column, value in zip(columns, spread.tolist(), strict=True)
        ),
        sa.literal(0.0),
    )
    wanted = sa.select(bodies).where(*near).order_by(apart, bodies.c.design_id, bodies.c.number)
    with database.reading() as connection:
        read = connection.execute(wanted.limit(MOST_COMPARED)).all()
    return [(str(line.design_id), body_of(line)) for line in read]


def _as_record(body: Body) -> Record:
    area = Measurement("surface_area", body.area_mm2, "mm2", body.area_sigma_mm2)
    return Record(
        "", body.name, "", np.empty(0, np.float32), shape_descriptor=body.form,
        measurements=(area,), added_at="",
    )  # fmt: skip
