"""The design library: past designs, found again by look, by words and by measured facts.

    with Library.open(folder, encoder.model_id, encoder.width) as library:
        report = ingest(library, [Path("designs")], Reading(describe, suffixes))
        result = library.search(Query(vector), k=10, where='mass_g < 200 and tag = "bracket"')

A library is a folder or, as postgresql+psycopg://user@host/database, on a server that many share.
What was acknowledged survives a killed process; many processes may use one library at once. A
filter is applied first, and then all that match are compared exactly; only a search without a
filter in a library beyond its exact limit asks an approximate index what to compare.
"""

from mmdesign.library.collection import Library
from mmdesign.library.exporting import export_library
from mmdesign.library.filters import Filter, parse_filter
from mmdesign.library.ingest import Reading, ingest
from mmdesign.library.likeness import Likeness
from mmdesign.library.moving import CopyReport, copy_library
from mmdesign.library.records import Record
from mmdesign.library.repeating import Outlier, Twin, find_outliers, find_twins
from mmdesign.library.reports import (
    AddReport,
    Failure,
    IngestReport,
    LibraryStats,
    PastReview,
    Revision,
    VerifyReport,
)
from mmdesign.library.searching import Part, Query, SearchResult
from mmdesign.library.sources import Source, Sources, content_id, find_sources
from mmdesign.library.thumbnails import thumbnail_webp
from mmdesign.library.wholes import Occurrence

__all__ = [
    "AddReport",
    "CopyReport",
    "Failure",
    "Filter",
    "IngestReport",
    "Library",
    "LibraryStats",
    "Likeness",
    "Occurrence",
    "Outlier",
    "Part",
    "PastReview",
    "Query",
    "Reading",
    "Record",
    "Revision",
    "SearchResult",
    "Source",
    "Sources",
    "Twin",
    "VerifyReport",
    "content_id",
    "copy_library",
    "export_library",
    "find_outliers",
    "find_sources",
    "find_twins",
    "ingest",
    "parse_filter",
    "thumbnail_webp",
]
