"""What the library page shows: tiles, facets, wishes and one opened design, as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from mmdesign.domain import Hit
from mmdesign.library import Record
from mmdesign.phrases import joined
from mmdesign.reporting import data_uri
from mmdesign.ui.cards import PLACEHOLDER, measurements_html
from mmdesign.ui.library_past import Past, past_html
from mmdesign.ui.words import Words

FACET_VALUES = 8
"""Values of one facet, at most: the most frequent ones."""

Facets = Mapping[str, Sequence[tuple[str, str, int]]]
"""Facet -> its values: what is said, the clause of the filter, how many designs."""


def _picture(data: bytes) -> str:
    return f'<img src="{data_uri(data)}" alt="" loading="lazy">' if data else PLACEHOLDER


def tiles_html(
    records: Sequence[Record], badges: Mapping[str, str], picked: Sequence[str] = (),
    words: Words | None = None,
) -> str:  # fmt: skip
    """Library tiles; each is a button that opens its design, with a box to pick it."""
    say = words or Words()
    tiles = "".join(_tile(record, badges, record.design_id in picked, say) for record in records)
    return f'<ul class="mm-tiles">{tiles}</ul>'


def _tile(record: Record, badges: Mapping[str, str], is_picked: bool, words: Words) -> str:
    name, design_id = escape(record.name), escape(record.design_id)
    said = escape(badges.get(record.design_id) or " · ".join(record.tags[:3]) or record.kind)
    mark = " checked" if is_picked else ""
    return (
        f'<li><button type="button" class="mm-tile" data-design="{design_id}" aria-pressed="false">'
        f'{_picture(record.thumbnail)}<span class="mm-tile-name">{name}</span>'
        f'<span class="mm-tile-sub">{said}</span></button>'
        f'<input type="checkbox" class="mm-pick" data-pick="{design_id}"{mark} '
        f'aria-label="{words("pick", name=name)}"></li>'
    )


def badge(hit: Hit, words: Words) -> str:
    """What a tile says of a hit: how sure, what the pair is, else the first reason."""
    if hit.outcomes:
        met = sum(outcome == "met" for outcome in hit.outcomes.values())
        return words("meets_of", met=met, all=len(hit.outcomes))
    parts = []
    if hit.probability is not None:
        parts.append(f"{hit.probability:.0%}")
    if hit.evidence != "similar look":
        parts.append(words.known("evidence", hit.evidence.replace(" ", "_").replace("-", "_")))
    elif hit.why:
        parts.append(words.said(hit.why[0]))
    return " · ".join(parts) or f"{hit.similarity:.2f}"


def facets_html(facets: Facets, chosen: str, words: Words) -> str:
    """Facets as buttons that put a clause into the filter or take it out."""
    groups = []
    for name, values in facets.items():
        buttons = "".join(
            f'<button type="button" class="mm-facet" data-clause="{escape(clause)}" '
            f'aria-pressed="{str(clause in chosen).lower()}">{escape(said)} '
            f"<span>{count:,}</span></button>"
            for said, clause, count in values[:FACET_VALUES]
            if count
        )
        if buttons:
            title = words.known("facet", name)
            groups.append(f'<div class="mm-facets"><h3>{escape(title)}</h3>{buttons}</div>')
    return "".join(groups)


def wishes_html(more: Mapping[str, str], less: Mapping[str, str], words: Words) -> str:
    """What is asked to be more or less alike, each with a button that takes it back."""
    chips = [
        f'<button type="button" class="mm-facet" data-drop="{escape(design_id)}" '
        f'aria-label="{words("take_back", name=escape(name))}">'
        f"{words(key)}: {escape(name)} ×</button>"
        for key, wanted in (("more_like", more), ("less_like", less))
        for design_id, name in wanted.items()
    ]
    return f'<div class="mm-facets">{"".join(chips)}</div>' if chips else ""


def record_html(
    record: Record, words: Words, hit: Hit | None = None, past: Past | None = None
) -> str:  # fmt: skip
    """One past design: picture, why it was found, what can be done, its past, measured facts."""
    tags = "".join(f'<span class="mm-tag">{escape(tag)}</span>' for tag in record.tags)
    design_id = escape(record.design_id)
    buttons = "".join(
        f'<button type="button" class="mm-facet" data-action="{action}" data-id="{design_id}">'
        f"{words(key)}</button>"
        for action, key in (("more", "more_like_this"), ("less", "less_like_that"),
                            ("show", "show_3d"))
    )  # fmt: skip
    return (
        f'<article class="mm-record">{_picture(record.thumbnail)}'
        f'<h2 class="mm-h1">{escape(record.name)}</h2><p>{tags}</p>'
        f'<div class="mm-facets">{buttons}</div>{_reasons(hit, words)}'
        f'<p class="mm-record-text">{escape(record.text)}</p>'
        f"{past_html(record, past or Past(), words)}"
        f"{measurements_html(record.measurements, words)}"
        f'<p class="mm-made mm-mono">{escape(record.design_id[:16])} · '
        f"{escape(record.added_at[:10])}</p></article>"
    )


def _reasons(hit: Hit | None, words: Words) -> str:
    """Evidence class, probability, percentile and the agreeing facts by what they are about."""
    if hit is None:
        return ""
    said = [words.known("evidence", hit.evidence.replace(" ", "_").replace("-", "_"))]
    if hit.outcomes:
        said = []
    if hit.probability is not None:
        said.append(words("same_family", percent=round(100 * hit.probability)))
    if hit.percentile is not None:
        said.append(words("percentile", percent=round(100 * hit.percentile)))
    facts = [
        (words.known("about", word), words.said(joined("; ", facts)))
        for word, facts in hit.reasons.items()
    ]
    facts += [("", words.said(fact)) for fact in hit.why if not hit.reasons]
    rows = "".join(f"<li><b>{escape(head)}</b> {escape(text)}</li>" for head, text in facts)
    return f'<p>{escape(" · ".join(said))}</p><ul class="mm-why">{rows}</ul>'
