"""Which values are no heat and which are full heat, the same for all maps of a review.

Stretching each map to its own extremes would paint heat for things that are not there.
"""

from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray

LEAST_SPAN = 0.02
"""Differences of the cosine smaller than this are never stretched to full heat."""
RELATIVE = "relative scale"


@dataclass(frozen=True, slots=True)
class HeatScale:
    """Which shares of the cosine are shown as no heat and as full heat."""

    cold: float
    hot: float
    reach: str = "absolute scale"
    """Across what two heats may be compared; goes into each map's method."""

    def __post_init__(self) -> None:
        """Refuse a scale that runs backwards."""
        if not self.hot > self.cold:
            message = f"heat needs hot > cold, not {self.hot} and {self.cold}"
            raise ValueError(message)

    def heat(self, values: FloatArray) -> FloatArray:
        """Values on this scale, clipped to [0, 1]; NaN stays."""
        shown = np.clip((values - self.cold) / (self.hot - self.cold), 0, 1)
        return np.asarray(shown, np.float32)


def relative_scale(values: FloatArray, *, zero_is_cold: bool = False) -> HeatScale:
    """Scale for values without a calibrated one: shared by all maps of one review.

    It says nothing across reviews.

    Args:
        values: Of all requirements and views, any shape, at least one finite.
        zero_is_cold: Values at or below 0 speak against; else the median place is no heat.
    """
    cold = 0.0 if zero_is_cold else float(np.nanmedian(values))
    return HeatScale(cold, max(float(np.nanmax(values)), cold + LEAST_SPAN), RELATIVE)
