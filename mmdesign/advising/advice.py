"""One suggestion per requirement that is not met or not decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mmdesign.advising.changes import Change, changes_for
from mmdesign.advising.wording import SUPPLY
from mmdesign.domain import (
    PRIORITY_WEIGHTS,
    Fit,
    Hit,
    Measurement,
    Mesh,
    Requirement,
    Suggestion,
    Verdict,
)
from mmdesign.judging import MET_FROM, Facts, fit, measured_evidence, reasons
from mmdesign.phrases import Phrase, bilingual, joined, phrase
from mmdesign.processes import PROCESS_LIMITS

_MOST_TRIED: Final = 30
"""Suggestions that are tried on the design; each costs a judging of the whole brief or two."""
_LONGEST_QUOTE: Final = 60
_NAMED_BREAKS: Final = 3


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A similar past design and what was measured on it."""

    hit: Hit
    measurements: tuple[Measurement, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known about the design, so that a change can be tried on it."""

    measurements: tuple[Measurement, ...]
    rejudge: Callable[[Sequence[Measurement]], Sequence[Verdict]]
    """Judges the whole spec again with other measurements and the same look."""
    mesh: Mesh | None = None


@dataclass(frozen=True, slots=True)
class _Trial:
    """A change and what judging says of the design after it."""

    change: Change
    gain: float | None
    mends: bool
    broken: tuple[Requirement, ...]


def advise(
    verdicts: Sequence[Verdict],
    overall: Fit,
    neighbours: Sequence[Neighbour] = (),
    scene: Scene | None = None,
) -> tuple[Suggestion, ...]:
    """Say what to change for what is not met, and what to supply for the undecided.

    Of several changes that would do, the one is proposed that breaks the fewest other
    requirements, then the smallest.

    Args:
        verdicts: Of all requirements of the spec.
        overall: Fit of these verdicts.
        neighbours: Similar past designs with their measurements.
        scene: The design's measurements and a judge to try changes on, for the most important
            requirements; without it the gain is that of meeting the one requirement, and nothing
            is said of the others.

    Returns:
        At most one suggestion per requirement: failed before undecided, musts first, then by
        the expected gain of the fit.
    """
    ordered: list[tuple[bool, float, float, Suggestion]] = []
    tried = _most_important(verdicts)
    for index, verdict in enumerate(verdicts):
        suggestion = _suggestion(verdicts, index, overall, scene if index in tried else None)
        if suggestion is None:
            continue
        failed = verdict.outcome == "not_met"
        if failed:
            suggestion = replace(suggestion, donor=_donor(verdict.requirement, neighbours))
        weight = PRIORITY_WEIGHTS[verdict.requirement.priority]
        ordered.append((not failed, -weight, -(suggestion.gain or 0.0), suggestion))
    ordered.sort(key=lambda entry: entry[:3])
    return tuple(entry[3] for entry in ordered)


def _most_important(verdicts: Sequence[Verdict]) -> set[int]:
    """Numbers of the verdicts whose suggestions are tried: failed musts first."""
    unmet = [number for number, verdict in enumerate(verdicts) if verdict.outcome != "met"]
    unmet.sort(
        key=lambda number: (
            verdicts[number].outcome != "not_met",
            -PRIORITY_WEIGHTS[verdicts[number].requirement.priority],
        )
    )
    return set(unmet[:_MOST_TRIED])


def _suggestion(
    verdicts: Sequence[Verdict], index: int, overall: Fit, scene: Scene | None
) -> Suggestion | None:
    verdict = verdicts[index]
    requirement = verdict.requirement
    is_process = requirement.quantity == PROCESS_LIMITS and verdict.outcome == "not_met"
    if verdict.outcome == "met" or is_process:  # its limits have suggestions of their own
        return None
    geometry = next((e for e in verdict.evidence if e.source == "geometry"), None)
    value = None if geometry is None else geometry.value
    if verdict.outcome == "cannot_tell" and (value is None or not _too_close(verdict, scene)):
        supply = SUPPLY.get(verdict.reason)
        return None if supply is None else Suggestion(requirement.id, supply)
    gain = _gain(verdicts, index, overall)
    if value is None:
        return Suggestion(requirement.id, _visible(requirement), gain)
    measurements = () if scene is None else scene.measurements
    mesh = None if scene is None else scene.mesh
    changes = changes_for(requirement, measurements, value, mesh)
    if not changes:
        return None
    if scene is None:
        return Suggestion(requirement.id, changes[0].text, gain)
    trial = _best([_try(change, verdict, verdicts, overall, scene) for change in changes])
    text = trial.change.text
    if trial.broken:
        text = joined(" ", [text, _warning(trial.broken)])
    broken = tuple(each.id for each in trial.broken)
    return Suggestion(requirement.id, text, trial.gain, breaks=broken)


def _too_close(verdict: Verdict, scene: Scene | None) -> bool:
    return scene is not None and verdict.reason == reasons.WITHIN_ERROR


def _try(
    change: Change, verdict: Verdict, verdicts: Sequence[Verdict], overall: Fit, scene: Scene
) -> _Trial:
    if not change.after:
        return _Trial(change, None, mends=False, broken=())
    after = {each.requirement.id: each for each in scene.rejudge(change.after)}
    broken = tuple(
        each.requirement for each in verdicts
        if each.outcome == "met" and after[each.requirement.id].outcome == "not_met"
    )  # fmt: skip
    value = fit(tuple(after.values())).value
    gain = None if value is None or overall.value is None else value - overall.value
    mends = after[verdict.requirement.id].outcome == "met"
    return _Trial(change, gain, mends, broken)


def _best(trials: Sequence[_Trial]) -> _Trial:
    return min(trials, key=lambda trial: (not trial.mends, len(trial.broken)))


def _warning(broken: Sequence[Requirement]) -> Phrase:
    """What a change would break, such as 'This would break R3 (Mass below 200 g).'."""
    named = joined(", ", [
        phrase("{id} ({text})", id=each.id, text=_short(each.text))
        for each in broken[:_NAMED_BREAKS]
    ])  # fmt: skip
    more = len(broken) - _NAMED_BREAKS
    if more > 0:
        return phrase("This would break {named} and {more} more.", named=named, more=more)
    return phrase("This would break {named}.", named=named)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 3]}..."


def _gain(verdicts: Sequence[Verdict], index: int, overall: Fit) -> float | None:
    """How much the fit rises when this requirement becomes met and nothing else changes."""
    mended = list(verdicts)
    mended[index] = replace(verdicts[index], outcome="met", probability=1.0)
    value = fit(mended).value
    return None if value is None or overall.value is None else max(value - overall.value, 0.0)


def _donor(requirement: Requirement, neighbours: Sequence[Neighbour]) -> Hit | None:
    """The most similar past design whose measurements already meet the requirement."""
    if requirement.quantity is None:
        return None
    for neighbour in sorted(neighbours, key=lambda neighbour: -neighbour.hit.similarity):
        evidence = measured_evidence(requirement, Facts.of(neighbour.measurements))
        if not isinstance(evidence, str) and (evidence.probability or 0.0) >= MET_FROM:
            return neighbour.hit
    return None


def _visible(requirement: Requirement) -> Phrase:
    # Chinese quotes the clause: its subject is in English, for the model.
    subject = bilingual(requirement.subject, requirement.text.rstrip(".。"))
    if requirement.negated:
        return phrase("Remove or hide: {subject}. The views seem to show it.", subject=subject)
    if requirement.kind == "style":
        return phrase(
            "Bring the look closer to: {subject}. The views do not suggest it.", subject=subject
        )
    return phrase("Make it visible: {subject}. The views do not show it clearly.", subject=subject)
