"""Reviews for people and programs: JSON, one self-contained HTML page, tables.

Whatever a review holds (names, spec text, tags) was written by strangers: it is escaped where it
enters a page, and kept from becoming a formula where it enters a table.
"""

from mmdesign.reporting.cells import Cell, Column, fit_cells
from mmdesign.reporting.contract import extents_mm, review_json
from mmdesign.reporting.evidence import (
    MeasuredFaces,
    heat_of,
    measured_colors,
    measured_faces,
    says_something,
    shows_heat,
)
from mmdesign.reporting.overlays import overlays_zip, view_overlay
from mmdesign.reporting.page import review_html
from mmdesign.reporting.page_words import view_name
from mmdesign.reporting.pictures import data_uri, heat_colors, overlay, rgb, thumbnail_webp, webp
from mmdesign.reporting.ranked import RankedDesign, write_ranked
from mmdesign.reporting.recording import record_review, subject_of
from mmdesign.reporting.solid import evidence_glb
from mmdesign.reporting.tables import check_table, write_table

__all__ = [
    "Cell",
    "Column",
    "MeasuredFaces",
    "RankedDesign",
    "check_table",
    "data_uri",
    "evidence_glb",
    "extents_mm",
    "fit_cells",
    "heat_colors",
    "heat_of",
    "measured_colors",
    "measured_faces",
    "overlay",
    "overlays_zip",
    "record_review",
    "review_html",
    "review_json",
    "rgb",
    "says_something",
    "shows_heat",
    "subject_of",
    "thumbnail_webp",
    "view_name",
    "view_overlay",
    "webp",
    "write_ranked",
    "write_table",
]
