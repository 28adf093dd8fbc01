"""What a file says of its parts in their names, where a shape says nothing: the material."""

from collections.abc import Sequence
from typing import Final

from mmdesign.domain import Evidence, Requirement, Verdict
from mmdesign.judging import reasons
from mmdesign.judging.verdicts import outcome_of
from mmdesign.phrases import joined, phrase
from mmdesign.spec import material_in_words, materials_in

_TRUST: Final = 0.97
"""How far a name is believed: people forget to rename copies."""


def with_stated(verdicts: Sequence[Verdict], part_names: Sequence[str]) -> tuple[Verdict, ...]:
    """Decide the materials that nothing else could tell, where the names of the parts do.

    Args:
        verdicts: As judged by shape and look.
        part_names: As the file gives them.
    """
    return tuple(_stated(verdict, part_names) for verdict in verdicts)


def _stated(verdict: Verdict, part_names: Sequence[str]) -> Verdict:
    if verdict.reason != reasons.MATERIAL:
        return verdict
    evidence = stated_material(verdict.requirement, part_names)
    if evidence is None:
        return verdict
    outcome = outcome_of(evidence.probability)
    return Verdict(
        verdict.requirement, outcome, evidence.probability, (evidence,), reasons.NAMED_IN_FILE
    )


def stated_material(requirement: Requirement, part_names: Sequence[str]) -> Evidence | None:
    """Evidence on a material that is asked for, from the names of the parts.

    Args:
        requirement: 'made of PA12 or PETG', perhaps forbidden.
        part_names: As the file gives them.

    Returns:
        None when no name tells a material, or only some do and these are others: a steel screw
        in the file of a plastic box proves nothing.
    """
    wanted = set(materials_in(requirement.subject))
    named = [materials_in(name) for name in part_names]
    told = {material for materials in named for material in materials}
    if not told or not wanted:
        return None
    agrees = told <= wanted
    if not agrees and (told & wanted or not all(named)):
        return None
    chance = _TRUST if agrees != requirement.negated else 1.0 - _TRUST
    materials = joined(", ", [material_in_words(name) for name in sorted(told)])
    statement = phrase("the file names its parts as made of {materials}", materials=materials)
    return Evidence("geometry", statement, chance)
