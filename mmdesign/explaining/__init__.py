"""Where the model looked, how far that can be believed, and which words it went by.

Patch heat -> heat on pictures -> heat on the faces of the mesh, on one scale for all views and
requirements of a review. A closer, slower look hides places and sees what that costs.
"""

from mmdesign.explaining.carrying import mesh_heat
from mmdesign.explaining.covering import covered_maps, segment_heat
from mmdesign.explaining.faithfulness import deletion_score
from mmdesign.explaining.masking import masked_heat
from mmdesign.explaining.painting import explain, view_heat
from mmdesign.explaining.peeking import peeking_cameras
from mmdesign.explaining.scales import HeatScale, relative_scale
from mmdesign.explaining.segments import Segments, segments
from mmdesign.explaining.wording import WORD, word_influence

__all__ = [
    "WORD",
    "HeatScale",
    "Segments",
    "covered_maps",
    "deletion_score",
    "explain",
    "masked_heat",
    "mesh_heat",
    "peeking_cameras",
    "relative_scale",
    "segment_heat",
    "segments",
    "view_heat",
    "word_influence",
]
