"""Verdicts -> one fit, in which a failed must cannot be averaged away."""

from collections.abc import Sequence

from mmdesign.domain import PRIORITY_WEIGHTS, Fit, ReviewOutcome, Verdict
from mmdesign.judging.verdicts import outcome_of


def fit(verdicts: Sequence[Verdict]) -> Fit:
    """Priority-weighted mean of P(met) over what is decided, with coverage and range.

    Returns:
        Value None when nothing is decided; low and high count every undecided requirement as
        failed and as met; outcome 'fails' as soon as one must is not met.
    """
    total = sum(_weight(verdict) for verdict in verdicts)
    decided = [verdict for verdict in verdicts if verdict.outcome != "cannot_tell"]
    weight = sum(_weight(verdict) for verdict in decided)
    earned = sum(_weight(verdict) * (verdict.probability or 0.0) for verdict in decided)
    if total == 0:
        return Fit(None, 0.0, 1.0, 0.0, "undecided")
    value = earned / weight if weight else None
    low = earned / total
    return Fit(
        value,
        low,
        min(low + (total - weight) / total, 1.0),
        weight / total,
        _outcome(verdicts, value),
    )


def _weight(verdict: Verdict) -> float:
    return PRIORITY_WEIGHTS[verdict.requirement.priority]


def _is_checkable(verdict: Verdict) -> bool:
    """Strength and material show on no design; they cost coverage, not the outcome."""
    requirement = verdict.requirement
    return requirement.quantity is not None or requirement.kind in {"visual", "style"}


def _outcome(verdicts: Sequence[Verdict], value: float | None) -> ReviewOutcome:
    musts = [verdict for verdict in verdicts if verdict.requirement.priority == "must"]
    if any(verdict.outcome == "not_met" for verdict in musts):
        return "fails"
    if any(verdict.outcome == "cannot_tell" and _is_checkable(verdict) for verdict in musts):
        return "undecided"
    if any(verdict.outcome == "met" for verdict in musts):
        return "fits"
    outcomes: dict[str, ReviewOutcome] = {"met": "fits", "not_met": "fails"}
    return outcomes.get(outcome_of(value), "undecided") if not musts else "undecided"
