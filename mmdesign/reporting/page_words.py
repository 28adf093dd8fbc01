"""What the page of a review says in words of its own, as phrases for whoever reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from mmdesign.domain import (
    Evidence,
    Fit,
    Hit,
    Lint,
    Outcome,
    Requirement,
    Review,
    ReviewOutcome,
    Suggestion,
    View,
)
from mmdesign.judging import label, say
from mmdesign.phrases import Phrase, bilingual, in_language, joined, phrase, phrases
from mmdesign.reporting.contract import finite

DESIGN_KINDS: Final[Mapping[str, Phrase]] = phrases(
    {"mesh": "Mesh", "cad": "CAD model", "images": "Pictures"}
)
LEDGER_TITLES: Final = (
    phrase("Verdict"), phrase("Requirement"), phrase("Evidence and reason"), phrase("Where"),
)  # fmt: skip
_MARKS: Final[Mapping[str, str]] = {
    "fits": "✓", "fails": "✗", "undecided": "?", "met": "✓", "not_met": "✗", "cannot_tell": "?",
}  # fmt: skip
_OUTCOMES: Final[Mapping[str, Phrase]] = phrases({
    "fits": "fits the brief",
    "fails": "fails the brief",
    "undecided": "undecided",
    "met": "met",
    "not_met": "not met",
    "cannot_tell": "cannot tell",
})  # fmt: skip
_PRIORITIES: Final[Mapping[str, Phrase]] = phrases(
    {"must": "must", "should": "should", "could": "could"}
)
_KINDS: Final[Mapping[str, Phrase]] = {
    **phrases({
        "dimension": "dimension",
        "count": "count",
        "mass": "mass",
        "volume": "volume",
        "hole": "hole",
        "geometry": "geometry",
        "material": "material",
        "visual": "visual",
        "style": "style",
    }),
    # The phrase 'thickness' is that of a sheet.
    "thickness": bilingual("thickness", phrase("wall thickness")),
}  # fmt: skip
_VIEWS: Final[Mapping[str, Phrase]] = phrases({
    "iso front right": "iso front right",
    "iso front left": "iso front left",
    "iso back right": "iso back right",
    "iso back left": "iso back left",
    "iso below front right": "iso below front right",
    "iso below back left": "iso below back left",
    "front": "front",
    "back": "back",
    "left": "left",
    "right": "right",
    "top": "top",
    "bottom": "bottom",
})  # fmt: skip
_METHODS: Final[Mapping[str, Phrase]] = phrases({
    "dense head": "dense head",
    "patch cosine": "patch cosine",
    "gradient x activation": "gradient x activation",
    "occlusion": "occlusion",
    "7x7 boxes": "7x7 boxes",
    "64 random masks (RISE)": "64 random masks (RISE)",
    "faces painted over": "faces painted over",
    "mean per segment": "mean per segment",
    "absolute scale": "absolute scale",
    "relative scale": "relative scale",
})  # fmt: skip
_STAGES: Final[Mapping[str, Phrase]] = phrases({
    "reading": "reading",
    "rendering": "rendering",
    "measuring": "measuring",
    "looking": "looking",
    "judging": "judging",
    "searching": "searching",
})  # fmt: skip
_COUNTED_APART: Final[Mapping[str, Phrase]] = phrases({"thread_drill_count": "tap drill holes"})
"""What a sentence calls by the name of something else that is counted too."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a page, in one language."""

    language: str

    def said(self, text: str) -> str:
        """A phrase in the reader's language; what a user wrote stays as it is."""
        return in_language(text, self.language)

    def marked(self, outcome: Outcome | ReviewOutcome) -> str:
        """An outcome as a sign and a word, such as '✓ met': readable without colour."""
        return f"{_MARKS[outcome]} {self.said(_OUTCOMES[outcome])}"


def quantity(value: float, unit: str | None, name: str = "") -> str:
    """Write a measured value with its unit, such as '6.6 mm', as the judge writes it."""
    return "–" if finite(value) is None else say(value, unit or "", name)


def percent(value: float | None) -> str:
    """Write a probability or a share, such as '83 %'."""
    # The space does not break.
    return "–" if finite(value) is None or value is None else f"{100 * value:.0f}\u00a0%"


def decided(fit: Fit) -> Phrase:
    """How far the fit is certain."""
    return phrase(
        "between {low} and {high}; {coverage} of the brief is decided",
        low=percent(fit.low),
        high=percent(fit.high),
        coverage=percent(fit.coverage),
    )


def tags_of(requirement: Requirement) -> list[Phrase]:
    """How much a requirement counts, what it is about, and whether it forbids."""
    tags = [_PRIORITIES[requirement.priority], _KINDS[requirement.kind]]
    return [*tags, phrase("must not")] if requirement.negated else tags


def view_name(view: View) -> str:
    """What a view is called; a picture that a user gave keeps its own name."""
    return view.name if view.camera is None else _VIEWS.get(view.name, view.name)


def methods_named(methods: Iterable[str]) -> Phrase:
    """How heat was found, part by part: 'dense head, absolute scale'."""
    parts = (part for method in methods for part in method.split(", "))
    return joined(", ", (_METHODS.get(part, part) for part in parts))


def quantity_name(quantity: str) -> Phrase:
    """What is measured: in English its own name, in Chinese as reasons say it."""
    things = _COUNTED_APART.get(quantity) or label(quantity)
    if quantity.endswith("_count"):
        things = phrase("number of {things}", things=things)
    return bilingual(quantity.replace("_", " "), things)


def finding(evidence: Evidence) -> Phrase:
    """What was measured or seen."""
    if evidence.source == "geometry":
        return phrase("measured: {statement}", statement=evidence.statement)
    return phrase("seen: {statement}", statement=evidence.statement)


def suggested(suggestion: Suggestion) -> Phrase:
    """What to change, what that would bring, and the past design that already has it."""
    said = [suggestion.text]
    if suggestion.gain is not None:
        said.append(phrase("(fit {gain:+.0f} points)", gain=100 * suggestion.gain))
    if suggestion.donor is not None:
        said.append(phrase("See {name}.", name=suggestion.donor.name))
    return joined(" ", said)


def why_alike(hit: Hit) -> Phrase:
    """Everything that speaks for a past design being alike."""
    return joined("; ", hit.why)


def sharpened(lint: Lint) -> Phrase:
    """A clause that cannot be checked, why, and how to write it."""
    return phrase(
        "{text}: {problem} {proposal}",
        text=lint.text,
        problem=lint.problem,
        proposal=lint.proposal,
    )


def looked_at(review: Review) -> Phrase:
    """Which model looked at which design, and whether its probabilities hold."""
    trust = (
        phrase("calibrated")
        if review.model.calibrated
        else phrase("not calibrated: looks alone decide nothing")
    )
    return phrase(
        "Model {model} ({trust}). Design {design}.",
        model=review.model.id,
        trust=trust,
        design=review.design.id[:16],
    )


def took(seconds: Mapping[str, float]) -> Phrase:
    """How long a review took, as a whole and stage by stage: stage -> seconds."""
    stages = (
        phrase("{stage} {took:.2f} s", stage=_STAGES.get(stage, stage), took=took_s)
        for stage, took_s in seconds.items()
    )
    return phrase(
        "Took {seconds:.2f} s: {stages}.",
        seconds=sum(seconds.values()),
        stages=joined(", ", stages),
    )
