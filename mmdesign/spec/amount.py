"""One number, range, toleranced value or size of a brief, in canonical units."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from mmdesign.domain import Comparator
from mmdesign.spec.comparing import Sign

Form: TypeAlias = Literal["single", "range", "tolerance", "bare_tolerance", "size"]

ABOUT_SHARE: Final = 0.1
"""'About 20 mm' is read as 20 mm ±10 %, and the linter says so."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One number, range, toleranced value or size in a clause, in canonical units."""

    start: int
    end: int
    form: Form
    values: tuple[float, ...]
    """One value; lower and upper; or the two or three numbers of a size."""
    unit: str | None
    """'mm', 'mm2', 'mm3', 'g', 'deg', '%', 'other'; None when the text gives none."""
    prefix: str = ""
    """'Ø', 'R' or 'C' when written before the number."""
    sign: Sign | None = None
    """Set when words around it say so; None for a plain value."""
    about: bool = False
    half_width: float | None = None
    """Of every number of a size: '100 x 60 ±0.5'."""

    @property
    def comparator(self) -> Comparator | None:
        """'>=' or '<=' when the words limit it to one side; a length does not tell > from >=."""
        if self.sign is None:
            return None
        return ">=" if self.sign in {">", ">="} else "<="

    @property
    def bounds(self) -> tuple[Comparator, float | None, float | None]:
        """Comparator, lower and upper bound that the text asks for."""
        low, high = self.values[0], self.values[-1]
        if self.form in {"range", "tolerance"}:
            return "in", low, high
        if self.comparator == ">=":
            return ">=", low, None
        if self.comparator == "<=":
            return "<=", None, high
        if self.about:
            return "in", low * (1 - ABOUT_SHARE), low * (1 + ABOUT_SHARE)
        return "==", low, low

    @property
    def count_bounds(self) -> tuple[Comparator, float | None, float | None]:
        """Bounds of a whole number: 'more than three' is at least four."""
        comparator, low, high = self.bounds
        if self.sign == ">" and low is not None:
            return comparator, low + 1, None
        if self.sign == "<" and high is not None:
            return comparator, None, max(high - 1, 0.0)
        return comparator, low, high
