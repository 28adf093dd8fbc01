"""What happened to an opened design: its reviews, its states, its family and what holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from mmdesign.library import Occurrence, PastReview, Record, Revision
from mmdesign.ui.words import Words

REVIEWS = 5
CHANGES = 4
"""Facts that are told of a state, at most."""
CHANGED = 1e-3
"""Relative: less is how a mesh was cut."""
TOLD = ("length", "width", "height", "volume", "mass", "hole_count", "wall_thickness_min",
        "part_count")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Past:
    """All that is known of a design beside its own record."""

    reviews: Sequence[PastReview] = ()
    """Newest first."""
    states: Sequence[Revision] = ()
    """Oldest first."""
    family: Sequence[Record] = ()
    """Newest first, the design itself among them."""
    wholes: Sequence[tuple[str, Occurrence]] = ()
    """Name of each design that holds this one, and how."""


def past_html(record: Record, past: Past, words: Words) -> str:
    """Everything of the past that there is, each under its heading."""
    parts = [
        ("past_reviews", "".join(_review(one, record, words) for one in past.reviews[:REVIEWS])),
        ("past_states", _states(past.states, words)),
        ("past_family", _family(record, past.family, words)),
        ("past_wholes", "".join(_whole(name, one, words) for name, one in past.wholes)),
        ("past_parts", _parts(record)),
    ]
    return "".join(
        f'<h3 class="mm-h2">{words(key)}</h3><ul class="mm-why">{rows}</ul>'
        for key, rows in parts
        if rows
    )


def _review(one: PastReview, record: Record, words: Words) -> str:
    told = one.review
    said = [words.known("outcome", str(told.get("outcome", "")))]
    if isinstance(told.get("fit"), float | int):
        said.append(words("past_fit", percent=round(100 * told["fit"])))
    if one.design_id != record.design_id:
        said.append(words("past_other_state"))
    model = told.get("model", {})
    demands = "".join(_demand(demand, words) for demand in told.get("requirements", ()))
    return (
        f'<li><details><summary><span class="mm-mono">{escape(one.reviewed_at[:10])}</span> '
        f"{escape(' · '.join(said))} · {escape(one.spec[:120])}</summary>"
        f'<ul class="mm-why">{demands}</ul>'
        f'<p class="mm-made mm-mono">{escape(str(model.get("id", "")))}</p></details></li>'
    )


def _demand(demand: Mapping[str, Any], words: Words) -> str:
    outcome = words.known("verdict", str(demand.get("verdict", "")))
    return f"<li><b>{escape(outcome)}</b> {escape(str(demand.get('text', '')))}</li>"


def _states(states: Sequence[Revision], words: Words) -> str:
    if len(states) < 2:
        return ""
    rows = []
    for number in reversed(range(len(states))):
        state = states[number]
        told = changes(states[number - 1].record, state.record, words) if number else ()
        now = f" · {words('past_now')}" if state.retired_at is None else ""
        rows.append(
            f'<li><span class="mm-mono">{escape(state.record.added_at[:10])}</span> '
            f"{words('past_state', number=state.version)}{now}"
            f"{escape(''.join(f' · {fact}' for fact in told))}</li>"
        )
    return "".join(rows)


def changes(before: Record, after: Record, words: Words) -> tuple[str, ...]:
    """Measured facts that differ between two states: 'Length 80 to 82 mm'."""
    old, new = _facts(before), _facts(after)
    told = []
    for quantity in TOLD:
        if quantity in old and quantity in new:
            (was, unit), (is_now, _) = old[quantity], new[quantity]
            if abs(is_now - was) > CHANGED * max(abs(was), abs(is_now)):
                name = words.known("quantity", quantity)
                told.append(f"{name} {was:.4g} → {is_now:.4g} {unit}".rstrip())
    return tuple(told[:CHANGES])


def _facts(record: Record) -> dict[str, tuple[float, str]]:
    facts: dict[str, tuple[float, str]] = {}
    for each in record.measurements:
        facts.setdefault(each.quantity, (each.value, each.unit))
    return facts


def _family(record: Record, family: Sequence[Record], words: Words) -> str:
    return "".join(
        f"<li><b>{escape(one.name)}</b> {words('past_this')}</li>"
        if one.design_id == record.design_id
        else _opener(one.design_id, one.name, one.added_at[:10])
        for one in family
    )


def _whole(name: str, found: Occurrence, words: Words) -> str:
    kind = words.known("evidence", found.evidence.replace(" ", "_").replace("-", "_"))
    count = f" · {found.body.count} ×" if found.body.count > 1 else ""
    return _opener(found.design_id, name, f"{found.body.name} · {kind}{count}")


def _opener(design_id: str, name: str, said: str) -> str:
    return (
        f'<li><button type="button" class="mm-facet" data-action="open" '
        f'data-id="{escape(design_id)}">{escape(name)}</button> {escape(said)}</li>'
    )


def _parts(record: Record) -> str:
    return "".join(
        f"<li>{escape(body.name)}{f' · {body.count} ×' if body.count > 1 else ''}</li>"
        for body in record.bodies or ()
    )
