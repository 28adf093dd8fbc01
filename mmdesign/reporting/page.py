"""A review as one self-contained HTML page: no script, no request, ready to print or to send."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from mmdesign.domain import (
    Design,
    Evidence,
    Hit,
    Measurement,
    Outcome,
    Review,
    ReviewOutcome,
    Verdict,
)
from mmdesign.judging import say
from mmdesign.reporting.contract import extents_mm, finite, suggestions_by_requirement
from mmdesign.reporting.evidence import heat_of
from mmdesign.reporting.markup import Html, document, element, joined
from mmdesign.reporting.page_style import STYLE
from mmdesign.reporting.pictures import data_uri, overlay, webp

HERO_VIEWS = 4
HERO_PX = 420
HEATS_PER_REQUIREMENT = 2
HEAT_PX = 220
OUTCOME_WORDS: Mapping[ReviewOutcome, str] = {
    "fits": "✓ fits the brief",
    "fails": "✗ fails the brief",
    "undecided": "? undecided",
}
VERDICT_WORDS: Mapping[Outcome, str] = {
    "met": "✓ met",
    "not_met": "✗ not met",
    "cannot_tell": "? cannot tell",
}
NOTHING = Html("")


def review_html(review: Review, thumbnails: Mapping[str, bytes] | None = None) -> str:
    """Write a review as a page.

    Args:
        review: The review.
        thumbnails: Design id -> WebP picture of similar designs, where there is one.

    Returns:
        A whole HTML document in English.
    """
    pictures = {} if thumbnails is None else thumbnails
    return document(
        f"{review.design.name} – design review",
        STYLE,
        _header(review),
        _views(review.design),
        _ledger(review),
        _suggestions(review),
        _similar(review.hits, pictures),
        _measurements(review.measurements),
        _listed("Warnings", review.warnings),
        _listed("Notes in the spec", review.spec.notes),
        _lint(review),
        _footer(review),
    )


def section(title: str, *children: str) -> Html:
    """Build a titled part of a page."""
    return element("section", element("h2", title), *children)


def quantity(value: float, unit: str | None, name: str = "") -> str:
    """Write a measured value with its unit, such as '6.6 mm', as the judge writes it."""
    return "–" if finite(value) is None else say(value, unit or "", name)


def percent(value: float | None) -> str:
    """Write a probability or a share, such as '83 %'."""
    # The space does not break.
    return "–" if finite(value) is None or value is None else f"{100 * value:.0f}\u00a0%"


def _header(review: Review) -> Html:
    design, fit = review.design, review.fit
    extents = extents_mm(design)
    facts = [
        {"mesh": "Mesh", "cad": "CAD model", "images": "Pictures"}[design.kind],
        "" if extents is None else " × ".join(say(extent, "") for extent in extents) + " mm",
        "" if design.units is None else f"file in {design.units}",
    ]
    failed = [
        verdict.requirement.text
        for verdict in review.verdicts
        if verdict.outcome == "not_met" and verdict.requirement.priority == "must"
    ]
    named = element("ul", *(element("li", text) for text in failed))
    return element(
        "header",
        element("p", "mmdesign · design review", class_="brand"),
        element(
            "div",
            element(
                "div",
                element("h1", design.name),
                element("p", " · ".join(fact for fact in facts if fact), class_="soft"),
                element("span", OUTCOME_WORDS[fit.outcome], class_=f"chip large {fit.outcome}"),
                joined(element("p", "Musts that are not met:"), named) if failed else NOTHING,
            ),
            _score(review),
            class_="top",
        ),
    )


def _score(review: Review) -> Html:
    fit = review.fit
    low, high = 100 * fit.low, 100 * fit.high
    value = finite(fit.value)
    mark = NOTHING if value is None else element("u", style=f"left:calc({100 * value:.1f}% - 1px)")
    span = element("i", style=f"left:{low:.1f}%;width:{max(high - low, 0.5):.1f}%")
    return element(
        "div",
        element("b", percent(fit.value)),
        element("span", " fit", class_="soft"),
        element("div", span, mark, class_="bar"),
        element(
            "p",
            f"between {percent(fit.low)} and {percent(fit.high)}; "
            f"{percent(fit.coverage)} of the brief is decided",
            class_="soft small",
        ),
        class_="score",
    )


def _views(design: Design) -> Html:
    if not design.views:
        return NOTHING
    figures = [
        _figure(webp(view.image, HERO_PX), view.name, f"{design.name}, view {view.name}")
        for view in design.views[:HERO_VIEWS]
    ]
    return section("Views", element("div", *figures, class_="views"))


def _figure(picture: bytes, caption: str, description: str) -> Html:
    return element(
        "figure",
        element("img", src=data_uri(picture), alt=description),
        element("figcaption", caption),
    )


def _ledger(review: Review) -> Html:
    if not review.verdicts:
        return section("Requirements", element("p", "The spec holds nothing to check."))
    advice = {
        key: [suggestion.text for suggestion in group]
        for key, group in suggestions_by_requirement(review).items()
    }
    rows = [
        _ledger_row(verdict, review, advice.get(verdict.requirement.id, []))
        for verdict in review.verdicts
    ]
    titles = ("Verdict", "Requirement", "Evidence and reason", "Where")
    head = element("tr", *(element("th", title, scope="col") for title in titles))
    methods = sorted({heatmap.method for heatmap in review.heatmaps})
    return section(
        "Requirements",
        element("div", element("table", element("thead", head), element("tbody", *rows),
                               class_="ledger"), class_="wide"),
        _legend(methods) if methods else NOTHING,
    )  # fmt: skip


def _ledger_row(verdict: Verdict, review: Review, advice: Sequence[str]) -> Html:
    requirement = verdict.requirement
    kinds = [requirement.priority, requirement.kind, *(["must not"] if requirement.negated else [])]
    return element(
        "tr",
        element(
            "td",
            element("span", VERDICT_WORDS[verdict.outcome], class_=f"chip {verdict.outcome}"),
            NOTHING
            if verdict.probability is None
            else element("p", f"P(met) {percent(verdict.probability)}", class_="soft small"),
        ),
        element(
            "td",
            element("p", requirement.text),
            *(element("span", kind, class_="tag") for kind in kinds),
        ),
        element(
            "td",
            *(_evidence(evidence, requirement.quantity or "") for evidence in verdict.evidence),
            element("p", verdict.reason),
            *(element("p", text, class_="advice") for text in advice),
        ),
        element("td", element("div", *_heats(verdict, review), class_="heat")),
    )


def _evidence(evidence: Evidence, name: str) -> Html:
    said = f"{'measured' if evidence.source == 'geometry' else 'seen'}: {evidence.statement}"
    if evidence.probability is not None:
        said += f" · {percent(evidence.probability)}"
    line = element("p", said, class_="soft small")
    if evidence.value is None:
        return line
    limit = "" if evidence.limit is None else f" against {evidence.limit}"
    value = element("b", quantity(evidence.value, evidence.unit, name))
    return joined(element("p", value, limit, class_="value"), line)


def _heats(verdict: Verdict, review: Review) -> list[Html]:
    """Draw the views in which the evidence for a requirement is strongest."""
    found = [
        (view, heat_of(review, verdict, index)) for index, view in enumerate(review.design.views)
    ]
    warm = [(view, heat, float(np.nanmax(heat))) for view, heat in found if heat is not None]
    strongest = sorted(warm, key=lambda each: -each[2])[:HEATS_PER_REQUIREMENT]
    return [
        _figure(
            webp(overlay(view.image, heat), HEAT_PX),
            view.name,
            f"Heat on view {view.name}, at most {peak:.2f}",
        )
        for view, heat, peak in strongest
    ]


def _legend(methods: Sequence[str]) -> Html:
    return element(
        "div",
        "no evidence",
        element("i", Html("")),
        "strong evidence",
        f" · {', '.join(methods)}",
        class_="legend",
    )


def _suggestions(review: Review) -> Html:
    if not review.suggestions:
        return NOTHING
    items = []
    for suggestion in review.suggestions:
        extra = "" if suggestion.gain is None else f" (fit {100 * suggestion.gain:+.0f} points)"
        donor = "" if suggestion.donor is None else f" See {suggestion.donor.name}."
        items.append(element("li", f"{suggestion.text}{extra}{donor}"))
    return section("What to change", element("ol", *items))


def _similar(hits: Sequence[Hit], thumbnails: Mapping[str, bytes]) -> Html:
    if not hits:
        return NOTHING
    return section(
        "Similar past designs",
        element("ul", *(_hit(hit, thumbnails.get(hit.design_id, b"")) for hit in hits),
                class_="cards"),
    )  # fmt: skip


def _hit(hit: Hit, thumbnail: bytes) -> Html:
    chance = "" if hit.probability is None else f" · same family {percent(hit.probability)}"
    picture = element("img", src=data_uri(thumbnail), alt="") if thumbnail else NOTHING
    return element(
        "li",
        picture,
        element("b", f"{hit.rank}. {hit.name}"),
        element("p", f"similarity {hit.similarity:.2f}{chance}", class_="soft small"),
        element("p", "; ".join(hit.why), class_="small"),
    )


def _measurements(measurements: Sequence[Measurement]) -> Html:
    if not measurements:
        return NOTHING
    counts = Counter(
        (
            measurement.quantity.replace("_", " "),
            quantity(measurement.value, measurement.unit, measurement.quantity),
            f"± {measurement.sigma:.2g}" if measurement.sigma else "",
        )
        for measurement in measurements
    )
    rows = [
        element(
            "tr",
            element("td", name),
            element("td", f"{count} × {value}" if count > 1 else value, class_="n"),
            element("td", spread, class_="n"),
        )
        for (name, value, spread), count in counts.items()
    ]
    return section("Measured", element("table", element("tbody", *rows), class_="facts"))


def _listed(title: str, texts: Sequence[str]) -> Html:
    if not texts:
        return NOTHING
    return section(title, element("ul", *(element("li", text) for text in texts)))


def _lint(review: Review) -> Html:
    return _listed(
        "Clauses that cannot be checked as written",
        [f"{lint.text}: {lint.problem} {lint.proposal}" for lint in review.spec.lint],
    )


def _footer(review: Review) -> Html:
    model = review.model
    trust = "calibrated" if model.calibrated else "not calibrated: looks alone decide nothing"
    timings = ", ".join(f"{stage} {took_s:.2f} s" for stage, took_s in review.seconds.items())
    return element(
        "footer",
        element("p", f"Model {model.id} ({trust}). Design {review.design.id[:16]}."),
        element("p", f"Took {sum(review.seconds.values()):.2f} s: {timings}.")
        if timings
        else NOTHING,
    )
