"""The ranked page of a batch: every design with its picture, its fit and each requirement.

Written row by row. The best designs carry their pictures inside the page; beyond those it would
grow too large to open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mmdesign.domain import Fit, Outcome
from mmdesign.reporting.cells import inert
from mmdesign.reporting.contract import finite
from mmdesign.reporting.files import whole_file
from mmdesign.reporting.markup import Html, document, element, joined
from mmdesign.reporting.page_style import STYLE
from mmdesign.reporting.pictures import data_uri

WITH_PICTURE = 1000
MARKS = {"met": "✓", "not_met": "✗", "cannot_tell": "?"}
SAID = {"met": "met", "not_met": "not met", "cannot_tell": "cannot tell"}
RANKED_STYLE = Html(
    STYLE
    + """
main{max-width:none}
.ranked{width:auto;border-collapse:separate;border-spacing:0}
.ranked th,.ranked td{padding:6px 12px 6px 0;vertical-align:middle}
.ranked thead th{position:sticky;top:0;background:var(--paper);z-index:1}
.ranked th.r{max-width:120px;min-width:72px}
.ranked td.o{text-align:center}
.ranked img{width:72px;height:72px;object-fit:contain;background:#fff;border-radius:8px;
display:block}
.ranked .name{min-width:140px;max-width:280px}
.mark{display:inline-block;width:26px;line-height:26px;border-radius:50%;font-weight:700}
"""
)


@dataclass(frozen=True, slots=True)
class RankedDesign:
    """One line of the page."""

    rank: int
    name: str
    path: str
    fit: Fit | None
    """None when the file could not be reviewed."""
    outcomes: Mapping[str, tuple[Outcome, float | None]]
    """Outcome and probability by requirement id."""
    error: str | None
    thumbnail: bytes
    """A WebP picture; empty when there is none."""


def write_ranked(
    path: Path,
    designs: Iterable[RankedDesign],
    requirements: Sequence[tuple[str, str]],
    counts: Mapping[str, int],
    brief: str = "",
) -> None:
    """Write the page; it loads nothing and runs nothing.

    Args:
        path: The file to write; it appears whole or not at all.
        designs: From best to worst.
        requirements: Id and text of each.
        counts: Designs by outcome: fits, fails, undecided, failed.
        brief: The spec as it was given.

    Raises:
        MMDesignError: If the file cannot be written.
    """
    mark = element("tr", class_="rows")
    heads = [element("th", text, scope="col", class_="r") for _, text in requirements]
    head = element(
        "tr", *(element("th", name, scope="col") for name in ("#", "", "Design", "Outcome", "Fit")),
        *heads,
    )  # fmt: skip
    table = element("table", element("thead", head), element("tbody", mark), class_="ranked")
    page = document(
        "Ranked designs",
        RANKED_STYLE,
        element("section", element("h1", "Ranked designs"), _summary(counts), _brief(brief)),
        element("section", element("div", table, class_="wide")),
    )
    before, after = page.split(mark)
    with whole_file(path) as stream:
        stream.write(before.encode("utf-8"))
        for design in designs:
            stream.write(_line(design, [name for name, _ in requirements]).encode("utf-8"))
        stream.write(after.encode("utf-8"))


def _summary(counts: Mapping[str, int]) -> Html:
    words = {"fits": "fit", "fails": "fail", "undecided": "undecided", "failed": "not readable"}
    said = [f"{counts[name]} {word}" for name, word in words.items() if counts.get(name)]
    total = sum(counts.values())
    return element("p", f"{total} designs: {', '.join(said) or 'none'}", class_="soft")


def _brief(brief: str) -> Html:
    if not brief.strip():
        return Html("")
    lines = [element("li", line) for line in brief.splitlines() if line.strip()]
    return element("ul", *lines, class_="small")


def _line(design: RankedDesign, names: Sequence[str]) -> Html:
    picture = Html("")
    if design.thumbnail and design.rank <= WITH_PICTURE:
        picture = element("img", src=data_uri(design.thumbnail), alt="", loading="lazy")
    name = element("td", _shown(design.name), class_="name", title=str(design.path))
    if design.fit is None:
        span = str(2 + len(names))
        reason = element("td", _shown(design.error or ""), class_="soft", colspan=span)
        return element("tr", element("td", "–"), element("td"), name, reason)
    fit = design.fit
    value = finite(fit.value)
    return element(
        "tr",
        element("td", str(design.rank), class_="n"),
        element("td", picture),
        name,
        element("td", element("span", fit.outcome, class_=f"chip {fit.outcome}")),
        element("td", "–" if value is None else f"{value:.2f}", class_="n"),
        joined(*(_outcome(design.outcomes.get(name)) for name in names)),
    )


def _outcome(found: tuple[Outcome, float | None] | None) -> Html:
    if found is None:
        return element("td")
    outcome, probability = found
    said = SAID[outcome]
    if probability is not None:
        said += f", {probability:.0%} sure that it is met"
    return element(
        "td", element("span", MARKS[outcome], class_=f"mark {outcome}", title=said), class_="o"
    )


def _shown(text: str) -> str:
    """Rows of a page are copied into spreadsheets: no name may become a formula there."""
    return str(inert(text))
