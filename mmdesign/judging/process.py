"""A process holds when every limit that must hold does; the milder limits are advice."""

from collections.abc import Mapping, Sequence

from mmdesign.domain import Evidence, Requirement, Spec, Verdict
from mmdesign.judging import reasons
from mmdesign.phrases import Phrase, joined, phrase
from mmdesign.processes import PROCESS_LIMITS


def judge_processes(spec: Spec, verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Add the verdicts on processes to those on their limits and on all other requirements.

    A limit on holes holds where there are none.
    """
    every = dict(verdicts)
    for process in spec.requirements:
        if process.quantity == PROCESS_LIMITS:
            limits = [each for each in verdicts.values() if each.requirement.parent == process.id]
            limits = [_held_by_nothing(each) for each in limits]
            every |= {each.requirement.id: each for each in limits}
            every[process.id] = _process_verdict(process, limits)
    return every


def _held_by_nothing(limit: Verdict) -> Verdict:
    if limit.reason != reasons.NO_HOLES:
        return limit
    return Verdict(limit.requirement, "met", 1.0, (), reasons.NOTHING_TO_LIMIT)


def _process_verdict(process: Requirement, limits: Sequence[Verdict]) -> Verdict:
    """Judge a process by its worst limit; one that could not be checked leaves it open."""
    binding = [each for each in limits if each.requirement.priority == process.priority]
    broken = [each for each in binding if each.outcome == "not_met"]
    open_ = [each for each in binding if each.outcome == "cannot_tell"]
    decided = [each.probability or 0.0 for each in binding if each.outcome != "cannot_tell"]
    probability = min(decided) if decided else None
    evidence = _evidence(binding, broken, probability)
    if broken:
        return Verdict(process, "not_met", probability, evidence, reasons.LIMITS_BROKEN)
    if open_ or not binding:
        return Verdict(process, "cannot_tell", None, evidence, reasons.LIMITS_OPEN)
    return Verdict(process, "met", probability, evidence, reasons.LIMITS_HOLD)


def _evidence(
    binding: Sequence[Verdict], broken: Sequence[Verdict], probability: float | None
) -> tuple[Evidence, ...]:
    if probability is None:
        return ()
    open_ = [each for each in binding if each.outcome == "cannot_tell"]
    held = len(binding) - len(open_) - len(broken)
    said = [phrase("{held} of {every} limits hold", held=held, every=len(binding))]
    if broken:
        said.append(phrase("broken: {limits}", limits=_subjects(broken)))
    if open_:
        said.append(phrase("not decided: {limits}", limits=_subjects(open_)))
    value = float(len(broken))
    return (Evidence("geometry", joined("; ", said), probability, value, "", phrase("none")),)


def _subjects(limits: Sequence[Verdict]) -> Phrase:
    return joined(", ", [each.requirement.subject for each in limits])
