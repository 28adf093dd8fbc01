"""Files become designs: one mesh or CAD file, any number of pictures, all read in the sandbox.

Briefs are read beside them: `read_brief` makes text of a PDF, Word, Markdown or text file.

The parsers live in modules that only the sandbox's child imports (`reading` is its door);
what is imported here costs nothing.
"""

from mmdesign.loading.briefs import BRIEF_SUFFIXES, read_brief
from mmdesign.loading.formats import IMAGE_SUFFIXES, MESH_SUFFIXES, UNITS_MM
from mmdesign.loading.loader import Loader

__all__ = [
    "BRIEF_SUFFIXES",
    "IMAGE_SUFFIXES",
    "MESH_SUFFIXES",
    "UNITS_MM",
    "Loader",
    "read_brief",
]
