"""The ranked table of a batch, as HTML: pictures, outcomes per requirement, comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Self

from mmdesign.batch import ORDERS, BatchRow, Journal, RankedRow
from mmdesign.reporting import data_uri
from mmdesign.ui.ledger import OUTCOME_CLASS, icon
from mmdesign.ui.words import Words

PAGE_ROWS = 50
COMPARED = 4
FILTERS = ("all", "fits", "undecided", "fails", "failed")


@dataclass(frozen=True, slots=True)
class Selection:
    """What one person looks at."""

    order: str = "rank"
    outcome: str = "all"
    page: int = 0
    compares: bool = False

    def changed(self, event: dict[str, str]) -> Self:
        """Apply one click; what is not offered changes nothing."""
        order, outcome = event.get("order", self.order), event.get("outcome", self.outcome)
        page = event.get("page", "")
        if order not in ORDERS or outcome not in FILTERS:
            return self
        return replace(
            self,
            order=order,
            outcome=outcome,
            page=max(int(page), 0) if page.lstrip("-").isdecimal() else 0,
            compares=self.compares != ("compare" in event),
        )


def empty_html(words: Words) -> str:
    """What a batch will show, before the first one."""
    return (
        f'<div class="mm-invite"><h1 class="mm-display">{words("batch_empty_title")}</h1>'
        f"<p>{words('batch_empty_text')}</p></div>"
    )


def ranking_html(journal: Journal, shown: Selection, words: Words) -> str:
    """One page of the ranking with its toolbar, and the best designs side by side if wanted."""
    outcome = None if shown.outcome == "all" else shown.outcome
    rows = list(
        journal.ranked(shown.page * PAGE_ROWS, PAGE_ROWS + 1, order=shown.order, outcome=outcome)
    )
    counts = journal.counts()
    compared = ""
    if shown.compares:
        best = [place for place in journal.ranked(0, COMPARED) if place.row.fit is not None]
        compared = compare_html(best, words)
    return (
        f'<h2 class="mm-h2">{words("batch_title")}</h2>{_toolbar(shown, counts, words)}{compared}'
        f"{table_html(rows[:PAGE_ROWS], words)}{_pager(shown, len(rows) > PAGE_ROWS, words)}"
    )


def table_html(rows: Sequence[RankedRow], words: Words) -> str:
    """Designs by rank, one column per requirement, failures at the end with their reason."""
    names = _requirements(rows)
    heads = "".join(
        f'<th scope="col" class="mm-column" title="{escape(text)}"><span>{escape(text)}</span></th>'
        for _, text in names
    )
    body = "".join(_line(place, [name for name, _ in names], words) for place in rows)
    return (
        '<div class="mm-scroll"><table class="mm-table mm-batch"><thead><tr><th scope="col">#</th>'
        f'<th></th><th scope="col">{words("column_design")}</th>'
        f'<th scope="col">{words("column_outcome")}</th>'
        f'<th scope="col">{words("column_fit")}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def compare_html(rows: Sequence[RankedRow], words: Words) -> str:
    """The best designs side by side: picture, fit, and every requirement with its probability."""
    heads = "".join(
        f'<th scope="col">{_picture(place)}<span>{place.rank}. {escape(place.row.name)}</span></th>'
        for place in rows
    )
    lines = [
        f'<tr><th scope="row">{words("column_fit")}</th>'
        + "".join(f'<td class="mm-mono">{_fit(place.row)}</td>' for place in rows)
        + "</tr>"
    ]
    for name, text in _requirements(rows):
        found = [next((v for v in p.row.verdicts if v.requirement_id == name), None) for p in rows]
        cells = "".join(
            "<td></td>"
            if verdict is None
            else f"<td>{_mark(verdict.outcome, words)} "
            f'<span class="mm-mono">{_chance(verdict.probability)}</span></td>'
            for verdict in found
        )
        lines.append(f'<tr><th scope="row">{escape(text)}</th>{cells}</tr>')
    return (
        '<div class="mm-scroll mm-compare"><table class="mm-table"><thead><tr><th></th>'
        f"{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _requirements(rows: Sequence[RankedRow]) -> list[tuple[str, str]]:
    return list({v.requirement_id: v.text for place in rows for v in place.row.verdicts}.items())


def _toolbar(shown: Selection, counts: dict[str, int], words: Words) -> str:
    filters = "".join(
        _button(
            "outcome", name, shown.outcome == name,
            f"{words(f'filter_{name}')} {sum(counts.values()) if name == 'all' else counts[name]}",
        )
        for name in FILTERS
        if name == "all" or counts.get(name)
    )  # fmt: skip
    orders = "".join(
        _button("order", name, shown.order == name, words(f"order_{name}")) for name in ORDERS
    )
    compare = _button("compare", "1", shown.compares, words("compare"))
    return (
        f'<div class="mm-toolbar"><div role="group">{filters}</div>'
        f'<div role="group"><span>{words("order_by")}</span>{orders}</div>'
        f'<div role="group">{compare}</div></div>'
    )


def _pager(shown: Selection, has_next: bool, words: Words) -> str:
    if not shown.page and not has_next:
        return ""
    back = _button("page", str(shown.page - 1), False, words("previous")) if shown.page else ""
    forth = _button("page", str(shown.page + 1), False, words("next")) if has_next else ""
    return f'<div class="mm-toolbar mm-turn"><div role="group">{back}{forth}</div></div>'


def _button(name: str, value: str, pressed: bool, text: str) -> str:
    state = str(pressed).lower()
    facts = f'data-{name}="{value}" aria-pressed="{state}"'
    return f'<button type="button" {facts}>{escape(text)}</button>'


def _line(place: RankedRow, names: Sequence[str], words: Words) -> str:
    row = place.row
    if row.fit is None:
        return (
            f'<tr class="mm-failed"><td>–</td><td></td><th scope="row">{escape(row.name)}</th>'
            f'<td colspan="{2 + len(names)}">{escape(row.error or words("failed_row"))}</td></tr>'
        )
    kind = OUTCOME_CLASS[row.fit.outcome]
    outcomes = {verdict.requirement_id: verdict.outcome for verdict in row.verdicts}
    cells = "".join(
        f"<td>{_mark(outcomes[name], words) if name in outcomes else ''}</td>" for name in names
    )
    return (
        f'<tr data-position="{place.position}" tabindex="0" title="{words("open_review")}">'
        f'<td class="mm-mono">{place.rank}</td><td>{_picture(place)}</td>'
        f'<th scope="row">{escape(row.name)}</th>'
        f'<td><span class="mm-chip {kind}">{icon(row.fit.outcome)}'
        f"{words(f'short_{row.fit.outcome}')}</span></td>"
        f'<td class="mm-mono">{_fit(row)}</td>{cells}</tr>'
    )


def _picture(place: RankedRow) -> str:
    if not place.thumbnail:
        return ""
    return f'<img class="mm-row-picture" src="{data_uri(place.thumbnail)}" alt="" loading="lazy">'


def _fit(row: BatchRow) -> str:
    return "–" if row.fit is None or row.fit.value is None else f"{row.fit.value:.2f}"


def _chance(probability: float | None) -> str:
    return "" if probability is None else f"{100 * probability:.0f} %"


def _mark(outcome: str, words: Words) -> str:
    word = words(f"verdict_{outcome}")
    return (
        f'<span class="mm-cell {outcome}" role="img" aria-label="{word}" title="{word}">'
        f"{icon(outcome)}</span>"
    )
