"""The requirement ledger and the verdict above it, as HTML; everything from a user is escaped."""

from collections.abc import Sequence
from html import escape

from mmdesign.domain import Evidence, Fit, Outcome, Requirement, Review, Verdict
from mmdesign.judging import say
from mmdesign.reporting import extents_mm
from mmdesign.ui.brief_input import lints_html
from mmdesign.ui.words import Words

ICONS = {
    "met": '<path d="M3.5 8.5l3 3 6-7"/>',
    "not_met": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "cannot_tell": '<path d="M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6M8 12.4v.1"/>',
    "fits": '<path d="M3.5 8.5l3 3 6-7"/>',
    "fails": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "undecided": '<path d="M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6M8 12.4v.1"/>',
}
OUTCOME_CLASS = {"fits": "met", "fails": "not_met", "undecided": "cannot_tell"}
RANK: dict[Outcome, int] = {"not_met": 0, "cannot_tell": 1, "met": 2}
PRIORITY_RANK = {"must": 0, "should": 1, "could": 2}
LEAST_WEIGHT = 0.25
"""Words with less than this share of the strongest one's influence are not marked."""
LEAST_INFLUENCE = 0.2
"""In log-odds: where no word reaches it, words hardly matter, and all marks stay faint."""


def icon(name: str) -> str:
    """A line icon that says the same as the word beside it."""
    return f'<svg class="mm-icon" viewBox="0 0 16 16" aria-hidden="true">{ICONS[name]}</svg>'


def quantity(value: float, unit: str | None, name: str = "") -> str:
    """A measured value with its unit, rounded as the judge rounds it."""
    return say(value, unit or "", name)


def ordered(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Failed musts first, then what is open, then what is met; the spec's order within each."""
    return sorted(
        verdicts,
        key=lambda verdict: (
            RANK[verdict.outcome],
            PRIORITY_RANK[verdict.requirement.priority],
        ),
    )


def chip(outcome: Outcome, words: Words) -> str:
    """A verdict as icon and word: readable without colour."""
    return f'<span class="mm-chip {outcome}">{icon(outcome)}{words(f"verdict_{outcome}")}</span>'


def measured(verdict: Verdict) -> Evidence | None:
    """The measured value that a verdict rests on, if one does."""
    values = [item for item in verdict.evidence if item.value is not None]
    return next((item for item in values if item.source == "geometry"), None)


def ledger_html(review: Review, selected: str | None, words: Words, *, again: bool = False) -> str:
    """One row per requirement; a row is a button that shows its evidence.

    Args:
        review: With at least one verdict.
        selected: Requirement whose evidence is shown.
        words: Of the page's language.
        again: The same review with more to say; what was chosen meanwhile stays chosen.
    """
    rows = [_row(verdict, verdict.requirement.id == selected, words)
            for verdict in ordered(review.verdicts)]  # fmt: skip
    return (
        f'<section class="mm-ledger" data-again="{str(again).lower()}" '
        f'aria-label="{escape(words("ledger_title"))}">'
        f'{lints_html(review.spec.lint, words)}<h2 class="mm-h2">{words("ledger_title")}'
        f'<span class="mm-hint">{words("ledger_hint")}</span></h2>'
        f'<ol class="mm-rows">{"".join(rows)}</ol></section>'
    )


def _row(verdict: Verdict, is_selected: bool, words: Words) -> str:
    requirement = verdict.requirement
    return (
        f'<li><button type="button" class="mm-row {verdict.outcome}" '
        f'data-requirement="{escape(requirement.id)}" aria-pressed="{str(is_selected).lower()}">'
        f'<span class="mm-row-top">{chip(verdict.outcome, words)}'
        f'<span class="mm-priority">{words(f"priority_{requirement.priority}")}</span>'
        f"{_subject(requirement, words)}{_evidence(verdict, words)}</span>"
        f'<span class="mm-row-text">{_weighed(verdict, words)}</span>'
        f'<span class="mm-row-reason">{escape(explanation(verdict, words))}</span>'
        "</button></li>"
    )


def _weighed(verdict: Verdict, words: Words) -> str:
    """The clause, with the words underlined that moved the model's score, as strongly as they did.

    The model was asked for the clause's subject, whose words stand in the clause in any order.
    """
    text = verdict.requirement.text
    strongest = max((abs(item.influence) for item in verdict.words), default=0.0)
    spans: list[tuple[int, int, float]] = []
    for item in verdict.words:
        weight = item.influence / max(strongest, LEAST_INFLUENCE)
        place = text.casefold().find(item.word.casefold())
        if abs(weight) >= LEAST_WEIGHT and place >= 0:
            spans.append((place, place + len(item.word), weight))
    parts, end = [], 0
    for start, stop, weight in sorted(spans):
        if start >= end:
            kind = "raised" if weight > 0 else "lowered"
            parts.append(
                f'{escape(text[end:start])}<span class="mm-word {kind}" '
                f'style="--mm-weight:{abs(weight):.2f}" title="{escape(words(f"word_{kind}"))}">'
                f"{escape(text[start:stop])}</span>"
            )
            end = stop
    return "".join(parts) + escape(text[end:])


def _subject(requirement: Requirement, words: Words) -> str:
    """What is measured: one clause, such as a box of three sides, may give several rows."""
    if requirement.quantity is None:
        return ""
    name = words.known("quantity", requirement.quantity)
    return f'<span class="mm-priority">{escape(name)}</span>'


def is_yes_or_no(requirement: Requirement) -> bool:
    """Whether 1 and 0 mean yes and no for what is measured."""
    name = requirement.quantity or ""
    return name == "watertight" or name.startswith("symmetry")


def explanation(verdict: Verdict, words: Words) -> str:
    """Why the verdict is what it is: what was measured, else the reason in the reader's words."""
    value = measured(verdict)
    if value is not None:
        return sentence(value.statement, words)
    return words.said(verdict.reason)


def sentence(statement: str, words: Words) -> str:
    """A statement as it begins a line; the judge writes it to follow others."""
    said = words.said(statement)
    return said[:1].upper() + said[1:]


def bounds(requirement: Requirement) -> str:
    """What is asked for, in signs: '≥ 2.5 mm'; empty for yes or no and where no number is asked."""
    low, high = requirement.lower, requirement.upper
    unit, name = requirement.unit, requirement.quantity or ""
    if is_yes_or_no(requirement):
        return ""
    if low is not None and high is not None:
        if low == high:
            return f"= {quantity(low, unit, name)}"
        return f"{quantity(low, None, name)}–{quantity(high, unit, name)}"
    if low is not None:
        return f"≥ {quantity(low, unit, name)}"
    return "" if high is None else f"≤ {quantity(high, unit, name)}"


def value_words(verdict: Verdict, words: Words) -> str:
    """The measured value as people say it; empty when nothing was measured."""
    item, requirement = measured(verdict), verdict.requirement
    if item is None or item.value is None:
        return ""
    if not is_yes_or_no(requirement):
        return quantity(item.value, item.unit, requirement.quantity or "")
    if verdict.outcome == "cannot_tell":
        return "–"
    is_wanted = (requirement.lower or 0.0) > 0.5
    return words("yes" if is_wanted == (verdict.outcome == "met") else "no")


def mark_words(verdict: Verdict, words: Words) -> str:
    """The measured value as it is written beside its faces; a bare count says what it counts."""
    name = verdict.requirement.quantity or ""
    value = value_words(verdict, words)
    if not name.endswith("_count"):
        return value
    return words("counted", name=words.known("quantity", name), value=value)


def _evidence(verdict: Verdict, words: Words) -> str:
    item = measured(verdict)
    if item is not None:
        limit = escape(bounds(verdict.requirement))
        return (
            f'<span class="mm-value"><b>{escape(value_words(verdict, words))}</b>'
            f'<span class="mm-limit">{limit}</span></span>'
        )
    if verdict.probability is None:
        return f'<span class="mm-value"><i>{words("no_evidence")}</i></span>'
    percent = round(100 * verdict.probability)
    return (
        f'<span class="mm-value mm-likely" title="{escape(words("probability_title"))}">'
        f'<span class="mm-bar" aria-hidden="true"><i style="width:{percent}%"></i></span>'
        f"<b>{percent} %</b></span>"
    )


def verdict_html(review: Review, words: Words) -> str:
    """The header of a review: outcome in plain words, fit with range and coverage, facts."""
    kind = OUTCOME_CLASS[review.fit.outcome]
    return (
        f'<header class="mm-verdict {kind}"><div class="mm-verdict-main">'
        f'<span class="mm-seal">{icon(review.fit.outcome)}</span><div>'
        f'<h1 class="mm-h1">{escape(outcome_sentence(review, words))}</h1>'
        f'<p class="mm-facts">{_facts(review, words)}</p>'
        f'<p class="mm-counts">{_counts(review, words)}</p></div></div>'
        f"{_fit(review.fit, words)}</header>"
    )


def outcome_sentence(review: Review, words: Words) -> str:
    """Say the outcome as a person would: a failed must is never averaged away."""
    failed = sum(
        verdict.outcome == "not_met" and verdict.requirement.priority == "must"
        for verdict in review.verdicts
    )
    open_ = sum(verdict.outcome == "cannot_tell" for verdict in review.verdicts)
    if review.fit.outcome == "fails":
        return words("outcome_fails") + (words.count("failed_must", failed) if failed else "")
    if review.fit.outcome == "undecided":
        return words("outcome_undecided") + (words.count("open", open_) if open_ else "")
    return words("outcome_fits")


def _facts(review: Review, words: Words) -> str:
    design = review.design
    facts = [escape(design.name)]
    extents = extents_mm(design)
    if extents is not None:
        size = " × ".join(say(round(extent, 1), "") for extent in extents)
        facts.append(f'<span class="mm-mono">{size} mm</span>')
    if design.units:
        key = "file_units" if design.units_declared else "assumed_units"
        facts.append(words(key, units=escape(design.units)))
    return '<span class="mm-dot">·</span>'.join(facts)


def _counts(review: Review, words: Words) -> str:
    outcomes = [verdict.outcome for verdict in review.verdicts]
    order: tuple[Outcome, ...] = ("not_met", "cannot_tell", "met")
    return "".join(
        f'<span class="mm-count {outcome}">{icon(outcome)}<b>{outcomes.count(outcome)}</b>'
        f" {words(f'count_{outcome}')}</span>"
        for outcome in order
        if outcome in outcomes
    )


def _fit(fit: Fit, words: Words) -> str:
    value = "–" if fit.value is None else f"{fit.value:.2f}"
    tick = "" if fit.value is None else f'<b style="left:{100 * fit.value:.1f}%"></b>'
    return (
        f'<div class="mm-fit"><div class="mm-fit-number"><span>{words("fit")}</span>'
        f"<strong>{value}</strong></div>"
        f'<div class="mm-range" role="img" aria-label="{escape(_fit_words(fit, words))}">'
        f'<i style="left:{100 * fit.low:.1f}%;width:{100 * (fit.high - fit.low):.1f}%"></i>'
        f"{tick}</div>"
        f'<p class="mm-fit-words">{escape(_fit_words(fit, words))}</p></div>'
    )


def _fit_words(fit: Fit, words: Words) -> str:
    low, high, coverage = f"{fit.low:.2f}", f"{fit.high:.2f}", f"{100 * fit.coverage:.0f}"
    if low == high:
        return words("fit_decided", coverage=coverage)
    return words("fit_words", low=low, high=high, coverage=coverage)
