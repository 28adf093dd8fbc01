"""The one pipeline: files and a spec go in, a Review comes out.

Page, command line and batch all walk through `Reviewer`; nothing else calls the rooms in order.
"""

from mmdesign.review.clock import STAGES
from mmdesign.review.reviewer import Reviewer

__all__ = ["STAGES", "Reviewer"]
