"""Evidence -> verdicts: geometry decides what can be measured, eyes decide what takes eyes."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from mmdesign.domain import Evidence, Measurement, Outcome, Requirement, Spec, Verdict
from mmdesign.judging import reasons
from mmdesign.judging.measured import Facts, Finding, find, measured_evidence

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
) -> tuple[Verdict, ...]:
    """Decide every requirement of a spec.

    Args:
        spec: What is asked for.
        measurements: What was measured on the design.
        visual: Requirement id -> calibrated P(the subject is there); None when the model has
            no calibration; missing when nobody looked. It speaks of the positive subject:
            a negated requirement inverts it here.
        has_geometry: Whether the design has a mesh or B-rep, not only pictures.

    Returns:
        One verdict per requirement, in order.
    """
    facts = Facts.of(measurements, has_geometry=has_geometry)
    verdicts: dict[str, Verdict] = {}
    for requirement in spec.requirements:
        parent = verdicts.get(requirement.parent or "")
        if parent is not None and parent.outcome == "not_met":
            verdicts[requirement.id] = _cannot_tell(requirement, reasons.PARENT_FAILED)
        else:
            verdicts[requirement.id] = _decide(requirement, facts, visual)
    return tuple(verdicts.values())


def _cannot_tell(
    requirement: Requirement, reason: str, evidence: tuple[Evidence, ...] = ()
) -> Verdict:
    probability = evidence[0].probability if evidence else None
    return Verdict(requirement, "cannot_tell", probability, evidence, reason)


def _decide(requirement: Requirement, facts: Facts, visual: Mapping[str, float | None]) -> Verdict:
    if requirement.kind == "material":
        return _cannot_tell(requirement, reasons.MATERIAL)
    eyes: Evidence | str = reasons.UNCHECKABLE
    if takes_eyes(requirement):
        eyes = _visual_evidence(requirement, visual)
    geometry: Evidence | str = eyes if isinstance(eyes, str) else reasons.UNCHECKABLE
    if requirement.quantity is not None:
        geometry = measured_evidence(requirement, facts)
    if not isinstance(eyes, str):
        if isinstance(geometry, str):
            return _verdict(requirement, (eyes,), reasons.SEEN)
        return _verdict(requirement, (geometry, eyes), reasons.MEASURED_AND_SEEN)
    if isinstance(geometry, str):
        return _cannot_tell(requirement, geometry)
    return _measured_verdict(requirement, geometry, facts)


def _visual_evidence(
    requirement: Requirement, visual: Mapping[str, float | None]
) -> Evidence | str:
    if requirement.id not in visual:
        return reasons.NOT_LOOKED_AT
    seen = visual[requirement.id]
    if seen is None:
        return reasons.NO_CALIBRATION
    statement = f"the views show '{requirement.subject}' with a probability of {seen:.0%}"
    if requirement.negated:
        statement += ", and it must not be there"
    return Evidence("visual", statement, 1.0 - seen if requirement.negated else seen)


def _measured_verdict(requirement: Requirement, evidence: Evidence, facts: Facts) -> Verdict:
    finding = find(requirement, facts)
    outcome = outcome_of(evidence.probability)
    if outcome == "cannot_tell" or (
        outcome == "not_met" and isinstance(finding, Finding) and -finding.margin <= finding.sigma
    ):
        return _cannot_tell(requirement, reasons.WITHIN_ERROR, (evidence,))
    return Verdict(requirement, outcome, evidence.probability, (evidence,), reasons.MEASURED)


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
