"""A review as one self-contained HTML page: no script, no request, ready to print or to send."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from mmdesign.domain import (
    Design,
    Evidence,
    Fit,
    Hit,
    Lint,
    Measurement,
    Review,
    Suggestion,
    Verdict,
)
from mmdesign.judging import say
from mmdesign.phrases import phrase
from mmdesign.reporting.contract import extents_mm, finite, suggestions_by_requirement
from mmdesign.reporting.evidence import heat_of
from mmdesign.reporting.markup import Html, document, element, joined
from mmdesign.reporting.page_style import STYLE
from mmdesign.reporting.page_words import (
    DESIGN_KINDS,
    LEDGER_TITLES,
    Reader,
    decided,
    finding,
    looked_at,
    methods_named,
    percent,
    quantity,
    quantity_name,
    sharpened,
    suggested,
    tags_of,
    took,
    view_name,
    why_alike,
)
from mmdesign.reporting.pictures import data_uri, overlay, webp

MAKER = "mmdesign"
HERO_VIEWS = 4
HERO_PX = 420
HEATS_PER_REQUIREMENT = 2
HEAT_PX = 220
NOTHING = Html("")


def review_html(
    review: Review, thumbnails: Mapping[str, bytes] | None = None, language: str = "en"
) -> str:
    """Write a review as a page.

    Args:
        review: The review.
        thumbnails: Design id -> WebP picture of similar designs, where there is one.
        language: 'en' or 'zh'; what a user wrote stays in the language it was written in.

    Returns:
        A whole HTML document in that language.
    """
    pictures = {} if thumbnails is None else thumbnails
    reader = Reader(language)
    return document(
        reader.said(phrase("{name} – design review", name=review.design.name)),
        STYLE,
        _header(review, reader),
        _views(review.design, reader),
        _ledger(review, reader),
        _suggestions(review.suggestions, reader),
        _similar(review.hits, pictures, reader),
        _measurements(review.measurements, reader),
        _listed(reader.said(phrase("Warnings")), review.warnings, reader),
        _listed(reader.said(phrase("Notes in the spec")), review.spec.notes, reader),
        _lint(review.spec.lint, reader),
        _footer(review, reader),
        language=language,
    )


def section(title: str, *children: str) -> Html:
    """Build a titled part of a page."""
    return element("section", element("h2", title), *children)


def _header(review: Review, reader: Reader) -> Html:
    return element(
        "header",
        element("p", reader.said(phrase("{maker} · design review", maker=MAKER)), class_="brand"),
        element(
            "div",
            element(
                "div",
                element("h1", review.design.name),
                element("p", " · ".join(_facts(review.design, reader)), class_="soft"),
                element(
                    "span",
                    reader.marked(review.fit.outcome),
                    class_=f"chip large {review.fit.outcome}",
                ),
                _failed_musts(review.verdicts, reader),
            ),
            _score(review.fit, reader),
            class_="top",
        ),
    )


def _facts(design: Design, reader: Reader) -> list[str]:
    """What a design is, its size and the unit of its file, as far as they are known."""
    facts = [reader.said(DESIGN_KINDS[design.kind])]
    extents = extents_mm(design)
    if extents is not None:
        facts.append(" × ".join(say(extent, "") for extent in extents) + " mm")
    if design.units is not None:
        facts.append(reader.said(phrase("file in {units}", units=design.units)))
    return facts


def _failed_musts(verdicts: Sequence[Verdict], reader: Reader) -> Html:
    failed = [
        verdict.requirement.text
        for verdict in verdicts
        if verdict.outcome == "not_met" and verdict.requirement.priority == "must"
    ]
    if not failed:
        return NOTHING
    return joined(
        element("p", reader.said(phrase("Musts that are not met:"))),
        element("ul", *(element("li", text) for text in failed)),
    )


def _score(fit: Fit, reader: Reader) -> Html:
    low, high = 100 * fit.low, 100 * fit.high
    value = finite(fit.value)
    mark = NOTHING if value is None else element("u", style=f"left:calc({100 * value:.1f}% - 1px)")
    span = element("i", style=f"left:{low:.1f}%;width:{max(high - low, 0.5):.1f}%")
    return element(
        "div",
        element("b", percent(fit.value)),
        element("span", " ", reader.said(phrase("fit")), class_="soft"),
        element("div", span, mark, class_="bar"),
        element("p", reader.said(decided(fit)), class_="soft small"),
        class_="score",
    )


def _views(design: Design, reader: Reader) -> Html:
    if not design.views:
        return NOTHING
    figures = [
        _figure(
            webp(view.image, HERO_PX),
            reader.said(view_name(view)),
            reader.said(phrase("{name}, view {view}", name=design.name, view=view_name(view))),
        )
        for view in design.views[:HERO_VIEWS]
    ]
    return section(reader.said(phrase("Views")), element("div", *figures, class_="views"))


def _figure(picture: bytes, caption: str, description: str) -> Html:
    return element(
        "figure",
        element("img", src=data_uri(picture), alt=description),
        element("figcaption", caption),
    )


def _ledger(review: Review, reader: Reader) -> Html:
    title = reader.said(phrase("Requirements"))
    if not review.verdicts:
        nothing = phrase("The spec holds nothing to check.")
        return section(title, element("p", reader.said(nothing)))
    advice = {
        key: [reader.said(suggestion.text) for suggestion in group]
        for key, group in suggestions_by_requirement(review).items()
    }
    rows = [
        _ledger_row(verdict, review, advice.get(verdict.requirement.id, []), reader)
        for verdict in review.verdicts
    ]
    titles = (element("th", reader.said(each), scope="col") for each in LEDGER_TITLES)
    methods = sorted({heatmap.method for heatmap in review.heatmaps})
    return section(
        title,
        element("div", element("table", element("thead", element("tr", *titles)),
                               element("tbody", *rows), class_="ledger"), class_="wide"),
        _legend(methods, reader) if methods else NOTHING,
    )  # fmt: skip


def _ledger_row(verdict: Verdict, review: Review, advice: Sequence[str], reader: Reader) -> Html:
    requirement = verdict.requirement
    return element(
        "tr",
        element(
            "td",
            element("span", reader.marked(verdict.outcome), class_=f"chip {verdict.outcome}"),
            _chance(verdict.probability, reader),
        ),
        element(
            "td",
            element("p", requirement.text),
            *(element("span", reader.said(tag), class_="tag") for tag in tags_of(requirement)),
        ),
        element(
            "td",
            *(
                _evidence(evidence, requirement.quantity or "", reader)
                for evidence in verdict.evidence
            ),
            element("p", reader.said(verdict.reason)),
            *(element("p", text, class_="advice") for text in advice),
        ),
        element("td", element("div", *_heats(verdict, review, reader), class_="heat")),
    )


def _chance(probability: float | None, reader: Reader) -> Html:
    if probability is None:
        return NOTHING
    said = reader.said(phrase("P(met) {percent}", percent=percent(probability)))
    return element("p", said, class_="soft small")


def _evidence(evidence: Evidence, name: str, reader: Reader) -> Html:
    said = reader.said(finding(evidence))
    if evidence.probability is not None:
        said += f" · {percent(evidence.probability)}"
    line = element("p", said, class_="soft small")
    if evidence.value is None:
        return line
    value = element("b", quantity(evidence.value, evidence.unit, name))
    if evidence.limit is None:
        return joined(element("p", value, class_="value"), line)
    limit = reader.said(phrase("against {limit}", limit=evidence.limit))
    return joined(element("p", value, " ", limit, class_="value"), line)


def _heats(verdict: Verdict, review: Review, reader: Reader) -> list[Html]:
    """Draw the views in which the evidence for a requirement is strongest."""
    found = [
        (view, heat_of(review, verdict, index)) for index, view in enumerate(review.design.views)
    ]
    warm = [(view, heat, float(np.nanmax(heat))) for view, heat in found if heat is not None]
    strongest = sorted(warm, key=lambda each: -each[2])[:HEATS_PER_REQUIREMENT]
    return [
        _figure(
            webp(overlay(view.image, heat), HEAT_PX),
            reader.said(view_name(view)),
            reader.said(
                phrase("Heat on view {view}, at most {peak:.2f}", view=view_name(view), peak=peak)
            ),
        )
        for view, heat, peak in strongest
    ]


def _legend(methods: Sequence[str], reader: Reader) -> Html:
    return element(
        "div",
        reader.said(phrase("no evidence")),
        element("i", Html("")),
        reader.said(phrase("strong evidence")),
        f" · {reader.said(methods_named(methods))}",
        class_="legend",
    )


def _suggestions(suggestions: Sequence[Suggestion], reader: Reader) -> Html:
    if not suggestions:
        return NOTHING
    items = (element("li", reader.said(suggested(each))) for each in suggestions)
    return section(reader.said(phrase("What to change")), element("ol", *items))


def _similar(hits: Sequence[Hit], thumbnails: Mapping[str, bytes], reader: Reader) -> Html:
    if not hits:
        return NOTHING
    cards = (_hit(hit, thumbnails.get(hit.design_id, b""), reader) for hit in hits)
    title = reader.said(phrase("Similar past designs"))
    return section(title, element("ul", *cards, class_="cards"))


def _hit(hit: Hit, thumbnail: bytes, reader: Reader) -> Html:
    alike = [phrase("similarity {similarity:.2f}", similarity=hit.similarity)]
    if hit.probability is not None:
        alike.append(phrase("same family {percent}", percent=percent(hit.probability)))
    picture = element("img", src=data_uri(thumbnail), alt="") if thumbnail else NOTHING
    return element(
        "li",
        picture,
        element("b", f"{hit.rank}. {hit.name}"),
        element("p", " · ".join(map(reader.said, alike)), class_="soft small"),
        element("p", reader.said(why_alike(hit)), class_="small"),
    )


def _measurements(measurements: Sequence[Measurement], reader: Reader) -> Html:
    if not measurements:
        return NOTHING
    counts = Counter(
        (
            reader.said(quantity_name(measurement.quantity)),
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
    table = element("table", element("tbody", *rows), class_="facts")
    return section(reader.said(phrase("Measured")), table)


def _listed(title: str, texts: Sequence[str], reader: Reader) -> Html:
    if not texts:
        return NOTHING
    return section(title, element("ul", *(element("li", reader.said(text)) for text in texts)))


def _lint(lint: Sequence[Lint], reader: Reader) -> Html:
    title = reader.said(phrase("Clauses that cannot be checked as written"))
    return _listed(title, [sharpened(each) for each in lint], reader)


def _footer(review: Review, reader: Reader) -> Html:
    return element(
        "footer",
        element("p", reader.said(looked_at(review))),
        element("p", reader.said(took(review.seconds))) if review.seconds else NOTHING,
    )
