"""The one pipeline: files and a spec go in, a Review comes out.

Page, command line and batch all walk through `Reviewer`; nothing else calls the rooms in order.
"""

from mmdesign.review.asking import NO_WISHES, Wishes
from mmdesign.review.clock import STAGES
from mmdesign.review.reviewer import Reviewer
from mmdesign.review.showing import measured, render_device, rendered
from mmdesign.review.sights import Sight, faceless

__all__ = [
    "NO_WISHES", "STAGES", "Reviewer", "Sight", "Wishes", "faceless", "measured",
    "render_device", "rendered",
]  # fmt: skip
