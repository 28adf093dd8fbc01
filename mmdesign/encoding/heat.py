"""Where a model looked, picture by picture, before anybody paints it."""

from dataclasses import dataclass

import numpy as np

from mmdesign.domain import FloatArray


@dataclass(frozen=True, slots=True)
class PatchHeat:
    """Heat of R texts on V pictures, and how it was found."""

    values: FloatArray
    """(R, V, h, w) signed: how much of the cosine each place gives, negative where it takes."""
    method: str
    """'patch cosine', 'gradient x activation', 'occlusion', for people to read."""
    layer: str = ""
    """Module of the vision tower whose map was used; empty where none was."""
    zero_is_cold: bool = False
    """Whether 0 means 'does not matter', as for changes of the cosine; shares have no such zero."""


@dataclass(frozen=True, slots=True)
class Patches:
    """What a model kept of V pictures, so that any text's heat is one product."""

    features: FloatArray
    """(V, h, w, K)."""
    method: str
    """How its heat is found, for people to read."""
    texts: FloatArray | None = None
    """(K, D) what brings texts to the patches; None where both live in one space already."""

    def heat(self, texts: FloatArray) -> PatchHeat:
        """Where each of R texts, (R, D) unit vectors, is."""
        asked = texts if self.texts is None else texts @ self.texts.T
        values = np.einsum("vhwk,rk->rvhw", self.features, asked, optimize=True)
        return PatchHeat(np.asarray(values, np.float32), self.method)
