"""From the journal to files: tables of every kind and the ranked page, streamed."""

from collections.abc import Iterator
from pathlib import Path

from mmdesign.batch.journal import Journal
from mmdesign.batch.rows import RankedRow, cells, columns
from mmdesign.reporting import Cell, RankedDesign, write_ranked, write_table

PAGE_SUFFIX = ".html"


def write_results(
    journal: Journal, path: Path, brief: str = "", *, with_paths: bool = True
) -> None:
    """Write the ranked rows of a batch.

    Args:
        journal: The rows.
        path: .csv, .jsonl, .parquet, .xlsx, or .html for a page with pictures.
        brief: The spec, shown on the page.
        with_paths: Whether the reader may know where the files are.

    Raises:
        MMDesignError: If the file cannot be written.
    """
    names = journal.requirements()
    if path.suffix.lower() == PAGE_SUFFIX:
        designs = _designs(journal.ranked(), with_paths)
        write_ranked(path, designs, names, journal.counts(), brief)
    else:
        write_table(cells(journal.ranked()), path, columns(names, with_paths=with_paths))


def result_rows(journal: Journal, *, with_paths: bool = True) -> Iterator[dict[str, Cell]]:
    """The ranked rows of a batch as plain data, column by column as in its tables."""
    for row in cells(journal.ranked()):
        yield row if with_paths else {name: row[name] for name in row if name != "path"}


def _designs(rows: Iterator[RankedRow], with_paths: bool) -> Iterator[RankedDesign]:
    for place in rows:
        row = place.row
        outcomes = {v.requirement_id: (v.outcome, v.probability) for v in row.verdicts}
        where = row.path if with_paths else row.name
        yield RankedDesign(
            place.rank, row.name, where, row.fit, outcomes, row.error, place.thumbnail
        )
