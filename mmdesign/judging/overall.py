"""Verdicts -> one fit, in which a failed must cannot be averaged away."""

from collections.abc import Sequence

from mmdesign.domain import PRIORITY_WEIGHTS, Fit, ReviewOutcome, Verdict
from mmdesign.judging.verdicts import MET_FROM, outcome_of
from mmdesign.processes import PROCESS_LIMITS


def fit(verdicts: Sequence[Verdict]) -> Fit:
    """Priority-weighted mean of P(met), with coverage and range.

    What is undecided counts with its probability where it has one: of two designs that leave the
    same clause open, the one that more likely meets it ranks higher.

    Returns:
        Value None when nothing is decided; low and high count every undecided requirement as
        failed and as met; outcome 'fails' as soon as one must is not met. A process counts once,
        however many limits it sets, and what hangs on a condition does not count.
    """
    verdicts = _counted(verdicts)
    total = sum(_weight(verdict) for verdict in verdicts)
    decided = [verdict for verdict in verdicts if verdict.outcome != "cannot_tell"]
    weight = sum(_weight(verdict) for verdict in decided)
    earned = sum(_weight(verdict) * (verdict.probability or 0.0) for verdict in decided)
    if total == 0:
        return Fit(None, 0.0, 1.0, 0.0, "undecided")
    value = _mean(verdicts) if weight else None
    low = earned / total
    return Fit(
        value,
        low,
        min(low + (total - weight) / total, 1.0),
        weight / total,
        _outcome(verdicts, value),
    )


def _mean(verdicts: Sequence[Verdict]) -> float | None:
    known = [
        (_weight(verdict), verdict.probability) for verdict in verdicts
        if verdict.probability is not None and verdict.requirement.condition is None
    ]  # fmt: skip
    weight = sum(weight for weight, _ in known)
    return sum(weight * each for weight, each in known) / weight if weight else None


def _counted(verdicts: Sequence[Verdict]) -> list[Verdict]:
    processes = {v.requirement.id for v in verdicts if v.requirement.quantity == PROCESS_LIMITS}
    return [
        verdict for verdict in verdicts
        if verdict.requirement.parent not in processes and not _is_only_noted(verdict)
    ]  # fmt: skip


def _is_only_noted(verdict: Verdict) -> bool:
    """A material that no file names sets the density; nothing on a design can decide it."""
    return verdict.requirement.kind == "material" and verdict.outcome == "cannot_tell"


def _weight(verdict: Verdict) -> float:
    return PRIORITY_WEIGHTS[verdict.requirement.priority]


def _is_checkable(verdict: Verdict) -> bool:
    """Strength and material show on no design; they cost coverage, not the outcome.

    Nor does a condition leave open what is met whether it holds or not.
    """
    requirement = verdict.requirement
    if requirement.condition is not None and (verdict.probability or 0.0) >= MET_FROM:
        return False
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
