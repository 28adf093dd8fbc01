"""A review as the JSON object that scripts rely on, schema 1."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from mmdesign.domain import Design, Evidence, Hit, Measurement, Review, Suggestion, Verdict

SCHEMA = 1


def review_json(review: Review) -> dict[str, Any]:
    """Turn a review into plain dicts, lists, strings and floats; no float is infinite or NaN.

    Args:
        review: The review.

    Returns:
        The object that `review --json` prints.
    """
    suggestions = suggestions_by_requirement(review)
    return {
        "schema": SCHEMA,
        "design": _design(review.design, review.measurements),
        "model": {"id": clean(review.model.id), "calibrated": bool(review.model.calibrated)},
        "fit": finite(review.fit.value),
        "fit_range": [finite(review.fit.low), finite(review.fit.high)],
        "coverage": finite(review.fit.coverage),
        "outcome": review.fit.outcome,
        "requirements": [_requirement(verdict, suggestions) for verdict in review.verdicts],
        "similar": [_hit(hit) for hit in review.hits],
        "warnings": [clean(warning) for warning in review.warnings],
    }


def suggestions_by_requirement(review: Review) -> dict[str, tuple[Suggestion, ...]]:
    """Group the suggestions of a review by the requirement they are for."""
    groups: dict[str, tuple[Suggestion, ...]] = {}
    for suggestion in review.suggestions:
        key = suggestion.requirement_id
        groups[key] = (*groups.get(key, ()), suggestion)
    return groups


def extents_mm(design: Design) -> list[float] | None:
    """Size of a design along x, y and z in mm; None for pictures."""
    if design.mesh is None or not len(design.mesh.faces):
        return None
    used = design.mesh.vertices[np.unique(design.mesh.faces)]
    return [float(extent) for extent in np.ptp(used, axis=0)]


def finite(value: float | None) -> float | None:
    """Return a plain float, or None for what JSON cannot say."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def clean(text: str) -> str:
    """Replace what is no text: undecodable bytes in a file name arrive as lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _design(design: Design, measurements: tuple[Measurement, ...]) -> dict[str, Any]:
    return {
        "id": design.id,
        "name": clean(design.name),
        "kind": design.kind,
        "units": design.units,
        "extents_mm": extents_mm(design),
        "measurements": [
            {
                "quantity": measurement.quantity,
                "value": finite(measurement.value),
                "unit": measurement.unit,
                "sigma": finite(measurement.sigma),
            }
            for measurement in measurements
        ],
    }


def _requirement(
    verdict: Verdict, suggestions: Mapping[str, tuple[Suggestion, ...]]
) -> dict[str, Any]:
    requirement = verdict.requirement
    advice = " ".join(clean(s.text) for s in suggestions.get(requirement.id, ()))
    return {
        "id": requirement.id,
        "text": clean(requirement.text),
        "kind": requirement.kind,
        "priority": requirement.priority,
        "negated": bool(requirement.negated),
        "verdict": verdict.outcome,
        "probability": finite(verdict.probability),
        "evidence": [_evidence(evidence) for evidence in verdict.evidence],
        "reason": clean(verdict.reason),
        "suggestion": advice or None,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "source": evidence.source,
        "statement": clean(evidence.statement),
        "value": finite(evidence.value),
        "unit": evidence.unit,
        "limit": None if evidence.limit is None else clean(evidence.limit),
        "probability": finite(evidence.probability),
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "design_id": hit.design_id,
        "name": clean(hit.name),
        "similarity": finite(hit.similarity),
        "probability": finite(hit.probability),
        "why": [clean(reason) for reason in hit.why],
    }
