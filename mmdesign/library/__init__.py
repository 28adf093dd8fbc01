"""The design library: past designs, found again by look, by words and by measured facts.

    with Library.open(folder, encoder.model_id, encoder.width) as library:
        report = ingest(library, [Path("designs")], describe, suffixes)
        result = library.search(Query(vector), k=10, where='mass_g < 200 and tag = "bracket"')

What was acknowledged survives a killed process; two processes may use one library at once; vectors
are compared exactly, never approximately, and a filter is applied before the comparison.
"""

from mmdesign.library.collection import Library, copy_library
from mmdesign.library.filters import Filter, parse_filter
from mmdesign.library.ingest import ingest
from mmdesign.library.records import Record
from mmdesign.library.reports import AddReport, IngestReport, LibraryStats, VerifyReport
from mmdesign.library.searching import Query, SearchResult
from mmdesign.library.sources import Source, Sources, content_id, find_sources
from mmdesign.library.thumbnails import thumbnail_webp

__all__ = [
    "AddReport",
    "Filter",
    "IngestReport",
    "Library",
    "LibraryStats",
    "Query",
    "Record",
    "SearchResult",
    "Source",
    "Sources",
    "VerifyReport",
    "content_id",
    "copy_library",
    "find_sources",
    "ingest",
    "parse_filter",
    "thumbnail_webp",
]
