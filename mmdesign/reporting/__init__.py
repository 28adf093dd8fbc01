"""Reviews for people and programs: JSON, one self-contained HTML page, tables.

Whatever a review holds (names, spec text, tags) was written by strangers: it is escaped where it
enters a page, and kept from becoming a formula where it enters a table.
"""

from mmdesign.reporting.contract import review_json
from mmdesign.reporting.page import review_html
from mmdesign.reporting.pictures import data_uri, heat_colors, overlay, thumbnail_webp, webp
from mmdesign.reporting.tables import Cell, check_table, fit_cells, write_table

__all__ = [
    "Cell",
    "check_table",
    "data_uri",
    "fit_cells",
    "heat_colors",
    "overlay",
    "review_html",
    "review_json",
    "thumbnail_webp",
    "webp",
    "write_table",
]
