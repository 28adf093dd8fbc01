"""Views, geometry and one requirement -> one logit: the learned judge that comes with a model.

All kinds of judge share one interface, and a file says which kind it holds. What a design has not
(geometry of a picture, pictures of a mesh that nobody rendered) is masked, not guessed. A view that
occurs twice counts once, and the order of views does not matter. Everything is plain numpy.
"""

from mmdesign.fusion.kinds import KINDS, Kind
from mmdesign.fusion.scorer import WEIGHTS_FILE, FusionScorer
from mmdesign.fusion.views import pooled_cosine

__all__ = ["KINDS", "WEIGHTS_FILE", "FusionScorer", "Kind", "pooled_cosine"]
