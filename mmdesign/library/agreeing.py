"""In what two designs agree, and what that makes them: from the same file to a similar look.

Sizes are compared by measurements, forms by their exact moments, which a change of format or unit
leaves as they are. What cannot be compared says nothing.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mmdesign.domain import EvidenceClass, FloatArray, Measurement
from mmdesign.library.records import Record
from mmdesign.measuring.form import FORM_BLOCKS, FORM_WIDTH, HANDED, OWN_AXES
from mmdesign.phrases import Phrase, phrase, phrases

SIZES_WITHIN = 0.05
DIAMETERS_WITHIN = 0.02
COMPARED_SIZES = phrases({
    "length": "length", "width": "width", "height": "height", "volume": "volume", "mass": "mass",
    "wall_thickness_min": "wall thickness min",
})  # fmt: skip
COMPARED_COUNTS = {"hole_count": 1, "part_count": 2, "fillet_count": 1}
"""Counts that say something, from which number on: nearly every design is one part."""
COUNTS_SAID = phrases({
    "hole_count": "hole count", "part_count": "part count", "fillet_count": "fillet count",
})  # fmt: skip
COUNTS_OF = {"hole_count": "holes", "part_count": "topology", "fillet_count": "shape"}
SAME_MOMENTS, ALIKE_MOMENTS = 1e-3, 0.03
"""Relative difference of the spread along the main axes: of one part in two formats (measured:
2e-4 at most), and of a part and its next version."""
LARGEST_CHORD_ERROR = 0.01
"""Coarse meshes of round parts may differ by what their area is uncertain, up to this."""
SAME_RELATIONS, ALIKE_RELATIONS = 0.5, 0.8
"""Summed differences of the histograms: samples of one part differ by 0.35 at most."""
SAME_SIZE = 2e-3
OPPOSITE = 0.2
"""How exactly a mirrored part has the opposite hand, relatively."""
USUAL_FACTORS = {
    25.4: phrase("inches read as mm"),
    1000.0: phrase("metres read as mm"),
    10.0: phrase("cm read as mm"),
}
LIKELY = 0.5
WORDS = ("shape", "topology", "holes", "size", "words", "look")
"""What facts are about, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the design that is asked about."""

    design_id: str | None
    measurements: tuple[Measurement, ...]
    tags: tuple[str, ...]
    form: FloatArray | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two designs are to each other."""

    evidence: EvidenceClass
    reasons: Mapping[str, tuple[str, ...]]

    @property
    def why(self) -> tuple[str, ...]:
        """All facts, in the order of WORDS."""
        return tuple(fact for facts in self.reasons.values() for fact in facts)


def agreement(
    asked: Asked, record: Record, probability: float | None, look: float | None
) -> Agreement:
    """Say what a past design is to the one that is asked about, and why.

    Args:
        asked: The design, or words, asked about.
        record: The past design.
        probability: P(same family), when it is known.
        look: Cosine of their looks, when telling it makes sense.
    """
    found = record.shape_descriptor
    forms = None
    if asked.form is not None and found is not None and _is_form(asked.form) and _is_form(found):
        forms = (asked.form.astype(float), found.astype(float))
    evidence: EvidenceClass = "similar look"
    facts: dict[str, list[str]] = {word: [] for word in WORDS}
    if forms is not None:
        scale = _scale(asked.measurements, record.measurements)
        evidence = _form_evidence(forms, scale, _chord_error(asked, record))
        facts["shape"] += _form_facts(forms, evidence, scale)
        facts["topology"] += _tunnels(forms)
    if asked.design_id == record.design_id:
        evidence = "same file"
    likely = probability is not None and probability >= LIKELY
    if evidence == "similar look" and likely:
        evidence = "same family"
    if likely and look is not None:
        facts["look"].append(phrase("looks alike ({look:.2f})", look=look))
    _add_measured(facts, asked, record)
    _add_words(facts, asked, record)
    return Agreement(evidence, {word: tuple(told) for word, told in facts.items() if told})


def _is_form(vector: FloatArray) -> bool:
    return vector.shape == (FORM_WIDTH,) and bool(vector.any())


def compared_forms(first: FloatArray, second: FloatArray) -> tuple[float, float, bool]:
    """Largest relative difference of the moments, difference of the histograms, same tunnels."""
    spread, tunnels = FORM_BLOCKS["spread"], FORM_BLOCKS["tunnels"]
    base = np.maximum(np.maximum(first[spread], second[spread]), 1e-3)
    moments = float((np.abs(first[spread] - second[spread]) / base).max())
    relations = sum(
        float(np.abs(first[FORM_BLOCKS[name]] - second[FORM_BLOCKS[name]]).sum())
        for name in ("pairs", "slants", "radii")
    )
    same_tunnels = bool(np.abs(first[tunnels] - second[tunnels]).max() < 0.01)
    return moments, relations, same_tunnels


def _form_evidence(
    forms: tuple[FloatArray, FloatArray], scale: float | None, chord_error: float
) -> EvidenceClass:
    moments, relations, same_tunnels = compared_forms(*forms)
    is_same = moments <= SAME_MOMENTS + chord_error and relations <= SAME_RELATIONS
    if is_same and same_tunnels:
        if is_mirrored(*forms):
            return "mirrored"
        if scale is not None and abs(math.log(scale)) > SAME_SIZE + chord_error:
            return "scaled"
        return "same geometry"
    if moments <= ALIKE_MOMENTS and relations <= ALIKE_RELATIONS and _near_one(scale):
        return "near-duplicate"
    return "similar look"


def _near_one(scale: float | None) -> bool:
    return scale is None or abs(math.log(scale)) <= SIZES_WITHIN


def has_hand(form: FloatArray) -> bool:
    """Whether a form differs from its mirror image, and has main axes to tell it by."""
    spread = form[FORM_BLOCKS["spread"]]
    gaps = np.diff(spread) / np.maximum(spread[1:], 1e-9)
    length = float(np.linalg.norm(form[FORM_BLOCKS["hand"]]))
    return length >= HANDED and float(gaps.min()) >= OWN_AXES


def is_mirrored(first: FloatArray, second: FloatArray) -> bool:
    """Whether one form is the other in a mirror, and neither is its own mirror image."""
    hand = FORM_BLOCKS["hand"]
    apart = float(np.linalg.norm(first[hand] + second[hand]))
    return has_hand(first) and apart < OPPOSITE * float(np.linalg.norm(first[hand]))


def _scale(asked: Sequence[Measurement], found: Sequence[Measurement]) -> float | None:
    """How many times as large the asked design is, by area, which no turn changes."""
    areas = [_value(facts, "surface_area") for facts in (asked, found)]
    if areas[0] is None or areas[1] is None or min(areas[0], areas[1]) <= 0:
        return None
    return math.sqrt(areas[0] / areas[1])


def _value(measurements: Sequence[Measurement], quantity: str) -> float | None:
    return next((each.value for each in measurements if each.quantity == quantity), None)


def _chord_error(asked: Asked, record: Record) -> float:
    """Mean relative uncertainty of both areas: what flat facets take from round surfaces."""
    shares = [
        each.sigma / each.value / 2
        for facts in (asked.measurements, record.measurements)
        for each in facts
        if each.quantity == "surface_area" and each.value > 0
    ]
    return min(sum(shares), LARGEST_CHORD_ERROR)


def _form_facts(
    forms: tuple[FloatArray, FloatArray], evidence: EvidenceClass, scale: float | None
) -> list[str]:
    if evidence == "same geometry":
        return [phrase("same geometry")]
    if evidence == "mirrored":
        scaled = scale is not None and not _near_one(scale)
        return [phrase("mirrored"), *([_times(scale)] if scaled and scale is not None else [])]
    if evidence == "scaled" and scale is not None:
        return [phrase("same form, {times}", times=_times(scale))]
    moments, _, _ = compared_forms(*forms)
    return [phrase("same proportions")] if moments <= ALIKE_MOMENTS else []


def _times(scale: float) -> Phrase:
    """'this one is 2 times as large as yours', and where that is a mistaken unit, so."""
    factor = 1 / scale
    for usual, said in USUAL_FACTORS.items():
        for known in (usual, 1 / usual):
            if math.isclose(factor, known, rel_tol=0.005):
                return phrase(
                    "{factor:.4g} times as large (perhaps {mistake})", factor=factor, mistake=said
                )
    return phrase("{factor:.3g} times as large", factor=factor)


def _tunnels(forms: tuple[FloatArray, FloatArray]) -> list[str]:
    first, second = (math.expm1(4 * form[FORM_BLOCKS["tunnels"]][0]) for form in forms)
    is_same = round(first) == round(second) >= 1
    return [phrase("same number of tunnels ({number:.0f})", number=first)] if is_same else []


def _add_measured(facts: dict[str, list[str]], asked: Asked, record: Record) -> None:
    ours, theirs = _by_quantity(asked.measurements), _by_quantity(record.measurements)
    for quantity in sorted(ours.keys() & theirs.keys()):
        mine, other = ours[quantity], theirs[quantity]
        if quantity == "hole_diameter":
            facts["holes"] += _shared_diameters(mine, other)
        elif quantity in COMPARED_COUNTS:
            if mine[0] == other[0] >= COMPARED_COUNTS[quantity]:
                facts[COUNTS_OF[quantity]].append(
                    phrase("same {name} ({number:g})", name=COUNTS_SAID[quantity], number=mine[0])
                )
        elif quantity in COMPARED_SIZES and _close(mine[0], other[0], SIZES_WITHIN):
            name, percent = COMPARED_SIZES[quantity], SIZES_WITHIN * 100
            said = phrase("{name} within {percent:g} %", name=name, percent=percent)
            facts["size"].append(said)


def _add_words(facts: dict[str, list[str]], asked: Asked, record: Record) -> None:
    wanted = {tag.casefold() for tag in asked.tags}
    tags = [tag for tag in record.tags if tag.casefold() in wanted]
    facts["words"] += [phrase("same tag ({tag})", tag=tag) for tag in tags]
    said = set(_words(asked.text)) & set(_words(" ".join((record.name, record.text, *record.tags))))
    facts["words"] += [phrase("same word ({word})", word=word) for word in sorted(said)]


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return [word for word in plain.split() if len(word) > 2 and not word.isdigit()]


def _by_quantity(measurements: Sequence[Measurement]) -> dict[str, list[float]]:
    values: dict[str, list[float]] = {}
    for measurement in measurements:
        values.setdefault(measurement.quantity, []).append(measurement.value)
    return values


def _shared_diameters(asked: list[float], found: list[float]) -> list[str]:
    """Name each size of hole once: values within tolerance of one already named are the same."""
    named: list[float] = []
    for diameter in sorted(asked):
        is_new = not any(_close(diameter, other, DIAMETERS_WITHIN) for other in named)
        if is_new and any(_close(diameter, other, DIAMETERS_WITHIN) for other in found):
            named.append(diameter)
    return [
        phrase("same hole diameter ({diameter:.3g} mm)", diameter=diameter) for diameter in named
    ]


def _close(a: float, b: float, within: float) -> bool:
    return math.isclose(a, b, rel_tol=within) and min(a, b) > 0
