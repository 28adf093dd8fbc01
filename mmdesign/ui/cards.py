"""Beside the ledger: similar designs, suggestions, measured facts, what adding did; as HTML."""

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from mmdesign.domain import Hit, Measurement, Review, Suggestion
from mmdesign.library import IngestReport
from mmdesign.reporting import data_uri
from mmdesign.ui.ledger import quantity
from mmdesign.ui.words import Words

Thumbnail = Callable[[str], bytes]
PLACEHOLDER = '<span class="mm-nothumb" aria-hidden="true"></span>'


def _picture(data: bytes) -> str:
    return f'<img src="{data_uri(data)}" alt="">' if data else PLACEHOLDER


def similar_html(hits: Sequence[Hit], note: str | None, thumbnail: Thumbnail, words: Words) -> str:
    """Past designs that are alike, why, and an honest word when none is a good match."""
    said = words.said(note or "") or ("" if hits else words("no_good_match"))
    cards = "".join(_hit(hit, thumbnail, words) for hit in hits)
    return (
        f'<section><h2 class="mm-h2">{words("similar_title")}</h2>'
        + (f'<p class="mm-quiet">{escape(said)}</p>' if said else "")
        + (f'<ul class="mm-cards">{cards}</ul>' if cards else "")
        + "</section>"
    )


def _hit(hit: Hit, thumbnail: Thumbnail, words: Words) -> str:
    kinship = ""
    if hit.evidence not in ("same family", "similar look"):
        kinship = words(f"evidence_{hit.evidence.replace(' ', '_').replace('-', '_')}")
    elif hit.probability is not None:
        kinship = words("same_family", percent=round(100 * hit.probability))
    tag = f'<span class="mm-tag">{kinship}</span>' if kinship else ""
    why = "".join(f"<li>{escape(words.said(reason))}</li>" for reason in hit.why)
    return (
        f'<li class="mm-card">{_picture(thumbnail(hit.design_id))}<div>'
        f'<p class="mm-card-name">{escape(hit.name)}</p>'
        f'<p class="mm-card-facts"><span class="mm-mono">{hit.similarity:.2f}</span>{tag}</p>'
        f'<ul class="mm-why">{why}</ul></div></li>'
    )


def suggestions_html(review: Review, words: Words) -> str:
    """What to change, with the gain to expect and the past design that already does it."""
    asked = {item.requirement.id: item.requirement.text for item in review.verdicts}
    items = "".join(
        _suggestion(suggestion, asked.get(suggestion.requirement_id, ""), words)
        for suggestion in review.suggestions
    )
    body = (
        f'<ol class="mm-suggestions">{items}</ol>'
        if items
        else f'<p class="mm-quiet">{words("no_suggestions")}</p>'
    )
    return f'<section><h2 class="mm-h2">{words("suggestions_title")}</h2>{body}</section>'


def _suggestion(suggestion: Suggestion, asked: str, words: Words) -> str:
    facts = [f"<span>{escape(asked)}</span>"]
    if suggestion.gain:
        gain = words("gain", gain=f"{suggestion.gain:+.2f}")
        facts.insert(0, f'<span class="mm-gain">{gain}</span>')
    if suggestion.donor:
        facts.append(f"<span>{words('donor', name=escape(suggestion.donor.name))}</span>")
    text = escape(words.said(suggestion.text))
    return f'<li><p>{text}</p><p class="mm-sub">{"".join(facts)}</p></li>'


def details_html(review: Review, words: Words) -> str:
    """Warnings, quietly, and every measurement, folded away."""
    warnings = "".join(f"<li>{escape(words.said(warning))}</li>" for warning in review.warnings)
    notes = f'<ul class="mm-warnings">{warnings}</ul>' if warnings else ""
    seconds = sum(review.seconds.values())
    made = words("made_by", model=escape(review.model.id), seconds=f"{seconds:.1f}")
    uncalibrated = "" if review.model.calibrated else f" {words('uncalibrated')}"
    return (
        f"{notes}<details class='mm-details'><summary>{words('measurements_title')}</summary>"
        f"{measurements_html(review.measurements, words)}</details>"
        f'<p class="mm-made">{made}{uncalibrated}</p>'
    )


def measurements_html(measurements: Sequence[Measurement], words: Words) -> str:
    """A table of measured facts; repeated ones, as hole diameters, share a row."""
    groups: dict[tuple[str, str], list[Measurement]] = {}
    for measurement in measurements:
        groups.setdefault((measurement.quantity, measurement.unit), []).append(measurement)
    rows = "".join(
        f"<tr><th>{escape(words.known('quantity', name))}</th>"
        f'<td class="mm-mono">{_values(name, group, unit)}</td></tr>'
        for (name, unit), group in groups.items()
    )
    return f'<table class="mm-table mm-facts-table"><tbody>{rows}</tbody></table>'


def _values(name: str, group: Sequence[Measurement], unit: str) -> str:
    if len(group) == 1:
        sigma = group[0].sigma
        spread = f" ± {quantity(sigma, unit, name)}" if sigma else ""
        return escape(quantity(group[0].value, unit, name) + spread)
    counts = Counter(quantity(measurement.value, unit, name) for measurement in group)
    return escape(", ".join(f"{count} × {said}" for said, count in counts.items()))


def ingest_html(report: IngestReport, words: Words) -> str:
    """What adding did, and for each file that failed, why."""
    failed = "".join(
        f"<li><b>{escape(Path(path).name)}</b> {escape(reason)}</li>"
        for path, reason in report.failed
    )
    counts = words(
        "ingest_counts",
        added=report.added,
        unchanged=report.unchanged,
        failed=len(report.failed),
    )
    return f'<p class="mm-quiet">{counts}</p><ul class="mm-warnings">{failed}</ul>'
