"""What a nominal size without a tolerance lets pass: ISO 2768-m."""

import math
from typing import Final

from mmdesign.spec.amounts import Amount

# ISO 2768-m, linear sizes: up to and including this nominal size, plus or minus.
_ISO_2768_M: Final = (
    (6.0, 0.1),
    (30.0, 0.2),
    (120.0, 0.3),
    (400.0, 0.5),
    (1000.0, 0.8),
    (2000.0, 1.2),
)


def general_tolerance_mm(nominal_mm: float) -> float:
    """ISO 2768-m tolerance of a length, plus or minus."""
    return next((limit for size, limit in _ISO_2768_M if abs(nominal_mm) <= size), 2.0)


def band_of(amount: Amount) -> tuple[float, float]:
    """Hole diameters that an amount lets pass, in mm."""
    comparator, low, high = amount.bounds
    if comparator == ">=":
        return amount.values[0], math.inf
    if comparator == "<=":
        return 0.0, amount.values[-1]
    if comparator == "==":
        tolerance = general_tolerance_mm(amount.values[0])
        return round(amount.values[0] - tolerance, 6), round(amount.values[0] + tolerance, 6)
    return low or 0.0, high or math.inf
