"""From a model's raw score to a probability: one Platt pair per model, shipped with its weights."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from numpy.typing import ArrayLike

from mmdesign.domain import FloatArray
from mmdesign.errors import ModelError

FILE_NAME: Final = "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """P(met) = sigmoid(slope * logit + intercept), fitted on held-out designs."""

    slope: float
    intercept: float
    fitted_on: str = ""
    similarity: tuple[float, float] | None = None
    """Slope and intercept of the logit of P(same family) over a cosine; None when not fitted."""
    heat: tuple[float, float] | None = None
    """Shares of the cosine that are no heat and full heat; None when not fitted."""
    ece: float | None = None
    brier: float | None = None
    auroc: float | None = None

    @classmethod
    def read(cls, bundle_dir: Path) -> Self | None:
        """Read calibration.json of a model bundle; None when the bundle has none.

        Raises:
            ModelError: If the file is there but cannot be used.
        """
        path = bundle_dir / FILE_NAME
        if not path.is_file():
            return None
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            return cls._from_json(raw)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = (
                f"{path} is no usable calibration ({error}); restore it from the model bundle."
            )
            raise ModelError(message) from error

    @classmethod
    def _from_json(cls, raw: dict[str, Any]) -> Self:
        slope, intercept = _finite(raw["slope"]), _finite(raw["intercept"])
        if slope <= 0:
            message = "its slope is not positive"
            raise ValueError(message)
        return cls(
            slope,
            intercept,
            str(raw.get("fitted_on", "")),
            _pair(raw.get("similarity"), "slope", "intercept"),
            _pair(raw.get("heat"), "cold", "hot"),
            *(
                None if raw.get(name) is None else _finite(raw[name])
                for name in ("ece", "brier", "auroc")
            ),
        )

    def probability(self, logits: ArrayLike) -> FloatArray:
        """P(met) of raw visual scores, same shape as given."""
        return _sigmoid(self.slope * np.asarray(logits, dtype=np.float64) + self.intercept)


def _pair(raw: dict[str, Any] | None, first: str, second: str) -> tuple[float, float] | None:
    return None if raw is None else (_finite(raw[first]), _finite(raw[second]))


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        message = f"{value!r} is no finite number"
        raise ValueError(message)
    return float(value)


def _sigmoid(scores: np.ndarray[Any, np.dtype[np.float64]]) -> FloatArray:
    return (0.5 * (1.0 + np.tanh(0.5 * scores))).astype(np.float32)
