"""Evidence -> verdicts: geometry decides what can be measured, eyes decide what takes eyes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from mmdesign.domain import Design, Evidence, Measurement, Outcome, Requirement, Spec, Verdict
from mmdesign.judging import reasons
from mmdesign.judging.facts import Facts
from mmdesign.judging.measured import as_evidence, find
from mmdesign.judging.process import judge_processes
from mmdesign.judging.wording import Finding
from mmdesign.phrases import bilingual, phrase
from mmdesign.processes import PROCESS_LIMITS

MET_FROM: Final = 0.75
NOT_MET_TO: Final = 0.25
_VISUAL_KINDS: Final = frozenset({"visual", "style"})
_PRESENCES: Final = frozenset({"hole_count", "fillet_count", "symmetry"})
# Geometry may say up to 9.2 in log-odds, eyes up to 2.9: what is measured outweighs what is seen.
_GEOMETRY_CERTAINTY: Final = 1e-4
_VISUAL_CERTAINTY: Final = 0.05


def takes_eyes(requirement: Requirement) -> bool:
    """Whether the look of the views may speak about a requirement.

    Shapes and styles do; so does the mere presence of holes or fillets. Numbers do not.
    """
    if requirement.kind in _VISUAL_KINDS:
        return True
    presence = requirement.negated or (requirement.comparator == ">=" and requirement.lower == 1)
    symmetry = requirement.quantity == "symmetry"
    return (
        requirement.quantity in _PRESENCES
        and (presence or symmetry)
        and requirement.diameter_band_mm is None
    )


def outcome_of(probability: float | None) -> Outcome:
    """Met from 0.75, not met up to 0.25, else nobody can tell."""
    if probability is None:
        return "cannot_tell"
    if probability >= MET_FROM:
        return "met"
    return "not_met" if probability <= NOT_MET_TO else "cannot_tell"


def judge(
    spec: Spec,
    measurements: Sequence[Measurement],
    visual: Mapping[str, float | None],
    *,
    has_geometry: bool,
    units_declared: bool = True,
    design: Design | None = None,
) -> tuple[Verdict, ...]:
    """Decide every requirement of a spec.

    Args:
        spec: What is asked for.
        measurements: What was measured on the design.
        visual: Requirement id -> calibrated P(the subject is there); None when the model has
            no calibration; missing when nobody looked. It speaks of the positive subject:
            a negated requirement inverts it here.
        has_geometry: Whether the design has a mesh or B-rep, not only pictures.
        units_declared: Whether the file or the user says the unit, so that mm is not a guess.
        design: Where the measurements come from; it says why a quantity is missing.

    Returns:
        One verdict per requirement, in order. Children of a requirement that is not met cannot be
        told, and so on down; a process is judged by the limits that hang on it.
    """
    facts = Facts.of(
        measurements, has_geometry=has_geometry, units_declared=units_declared, design=design
    )
    own = {
        requirement.id: _decide(requirement, facts, visual) for requirement in spec.requirements
        if requirement.quantity != PROCESS_LIMITS
    }  # fmt: skip
    known = {requirement.id: requirement for requirement in spec.requirements}
    for name in list(own):
        if _hangs_in_the_air(name, known, own):
            own[name] = _cannot_tell(known[name], reasons.PARENT_FAILED)
    with_processes = judge_processes(spec, own)
    return tuple(with_processes[requirement.id] for requirement in spec.requirements)


def _hangs_in_the_air(
    name: str, known: Mapping[str, Requirement], verdicts: Mapping[str, Verdict]
) -> bool:
    """Whether a requirement that this one hangs on, at any remove, is not met."""
    passed = {name}
    parent = known[name].parent
    while parent is not None and parent in verdicts and parent not in passed:
        above = verdicts[parent]
        if above.outcome == "not_met" or above.reason == reasons.PARENT_FAILED:
            return True
        passed.add(parent)
        parent = known[parent].parent
    return False


def _cannot_tell(
    requirement: Requirement, reason: str, evidence: tuple[Evidence, ...] = ()
) -> Verdict:
    probability = evidence[0].probability if evidence else None
    return Verdict(requirement, "cannot_tell", probability, evidence, reason)


def _decide(requirement: Requirement, facts: Facts, visual: Mapping[str, float | None]) -> Verdict:
    verdict = _decide_as_it_stands(requirement, facts, visual)
    if requirement.condition is None:
        return verdict
    return replace(verdict, outcome="cannot_tell", reason=reasons.CONDITION)


def _decide_as_it_stands(
    requirement: Requirement, facts: Facts, visual: Mapping[str, float | None]
) -> Verdict:
    if requirement.kind == "material":
        return _cannot_tell(requirement, reasons.MATERIAL)
    eyes: Evidence | str = reasons.UNCHECKABLE
    if takes_eyes(requirement):
        eyes = _visual_evidence(requirement, visual)
    finding = reasons.UNCHECKABLE if requirement.quantity is None else find(requirement, facts)
    if isinstance(finding, str):
        if not isinstance(eyes, str):
            return _verdict(requirement, (eyes,), reasons.SEEN)
        reason = eyes if requirement.quantity is None else finding
        return _without_a_measurement(requirement, reason, facts)
    geometry = as_evidence(requirement, finding)
    if isinstance(eyes, str):
        return _measured_verdict(requirement, finding, geometry)
    return _joint_verdict(requirement, finding, geometry, eyes)


def _visual_evidence(
    requirement: Requirement, visual: Mapping[str, float | None]
) -> Evidence | str:
    if requirement.id not in visual:
        return reasons.NOT_LOOKED_AT
    seen = visual[requirement.id]
    if seen is None:
        return reasons.NO_CALIBRATION
    # Chinese quotes the clause: its subject is in English, for the model.
    subject = bilingual(requirement.subject, requirement.text.rstrip(".。"))
    said = {"subject": subject, "percent": f"{100 * seen:.0f}"}
    if requirement.negated:
        statement = phrase(
            "the views show '{subject}' with a probability of {percent} %, and it must not be "
            "there",
            **said,
        )
        return Evidence("visual", statement, 1.0 - seen)
    statement = phrase("the views show '{subject}' with a probability of {percent} %", **said)
    return Evidence("visual", statement, seen)


def _without_a_measurement(requirement: Requirement, reason: str, facts: Facts) -> Verdict:
    """Cannot tell, with the measuring room's own words for it where it has some."""
    details = facts.details(requirement.quantity or "")
    if reason != reasons.NOT_MEASURED or details is None:
        return _cannot_tell(requirement, reason)
    return _cannot_tell(requirement, reason, (Evidence("geometry", details, None),))


def _measured_verdict(requirement: Requirement, finding: Finding, geometry: Evidence) -> Verdict:
    outcome = outcome_of(finding.probability)
    if outcome == "cannot_tell" or (outcome == "not_met" and finding.is_within_error):
        return _cannot_tell(requirement, reasons.WITHIN_ERROR, (geometry,))
    return Verdict(requirement, outcome, finding.probability, (geometry,), reasons.MEASURED)


def _joint_verdict(
    requirement: Requirement, finding: Finding, geometry: Evidence, eyes: Evidence
) -> Verdict:
    """Both speak: log-odds add up, and where they disagree the reason says so."""
    both = (geometry, eyes)
    verdict = _verdict(requirement, both, reasons.MEASURED_AND_SEEN)
    if verdict.outcome == "not_met" and finding.is_within_error:
        return replace(verdict, outcome="cannot_tell", reason=reasons.WITHIN_ERROR)
    sides = {outcome_of(piece.probability) for piece in both}
    return replace(verdict, reason=reasons.CONFLICT) if sides == {"met", "not_met"} else verdict


def _verdict(requirement: Requirement, evidence: tuple[Evidence, ...], reason: str) -> Verdict:
    probability = combine(evidence)
    outcome = outcome_of(probability)
    return Verdict(
        requirement,
        outcome,
        probability,
        evidence,
        reasons.NOT_SURE if outcome == "cannot_tell" else reason,
    )


def combine(evidence: Sequence[Evidence]) -> float | None:
    """Add the log-odds of independent evidence; one piece alone keeps its probability."""
    known = [piece for piece in evidence if piece.probability is not None]
    if len(known) <= 1:
        return known[0].probability if known else None
    return 1.0 / (1.0 + math.exp(-sum(_log_odds(piece) for piece in known)))


def _log_odds(evidence: Evidence) -> float:
    edge = _GEOMETRY_CERTAINTY if evidence.source == "geometry" else _VISUAL_CERTAINTY
    probability = min(max(evidence.probability or 0.0, edge), 1.0 - edge)
    return math.log(probability / (1.0 - probability))
