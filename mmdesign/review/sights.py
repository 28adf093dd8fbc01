"""What judging needs of a design, and no more: small enough to keep for every design ever seen."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

import numpy as np

from mmdesign.domain import DesignKind, FloatArray, Measurement

LENGTH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen and measured on a design, without its mesh and its pictures."""

    design_id: str
    name: str
    kind: DesignKind
    units: str | None
    has_geometry: bool
    view_embeddings: FloatArray
    """(V, D) unit vectors."""
    likeness: FloatArray
    """(D,) unit vector to find similar designs by."""
    measurements: tuple[Measurement, ...]
    """Without the faces they were measured on."""
    shape: FloatArray | None
    """(G,) geometry descriptor; None for pictures."""
    thumbnail: bytes
    """A small WebP picture."""
    warnings: tuple[str, ...] = ()
    units_declared: bool = True
    """Whether the file or the user says the unit."""
    part_names: tuple[str, ...] = ()
    """As the file gives them; they may name a material."""

    def to_bytes(self) -> bytes:
        """Pack everything: a JSON head, the arrays as little-endian float32, the picture."""
        arrays = [self.view_embeddings, self.likeness]
        if self.shape is not None:
            arrays.append(self.shape)
        head = {
            "design_id": self.design_id,
            "name": self.name,
            "kind": self.kind,
            "units": self.units,
            "has_geometry": self.has_geometry,
            "warnings": list(self.warnings),
            "units_declared": self.units_declared,
            "part_names": list(self.part_names),
            "measurements": [asdict(faceless(fact)) for fact in self.measurements],
            "arrays": [list(array.shape) for array in arrays],
        }
        packed = json.dumps(head, separators=(",", ":")).encode()
        body = b"".join(np.asarray(array, "<f4").tobytes() for array in arrays)
        return len(packed).to_bytes(LENGTH_BYTES, "little") + packed + body + self.thumbnail

    @classmethod
    def from_bytes(cls, packed: bytes) -> Self:
        """Unpack what `to_bytes` packed.

        Raises:
            ValueError: If these are no such bytes.
        """
        try:
            length = int.from_bytes(packed[:LENGTH_BYTES], "little")
            place = LENGTH_BYTES + length
            head: dict[str, Any] = json.loads(packed[LENGTH_BYTES:place])
            arrays = []
            for size in head["arrays"]:
                count = int(np.prod(size))
                flat = np.frombuffer(packed, "<f4", count, place)
                arrays.append(flat.reshape(size).astype(np.float32))
                place += 4 * count
            return cls(
                head["design_id"], head["name"], head["kind"], head["units"],
                head["has_geometry"], arrays[0], arrays[1],
                tuple(Measurement(**fact) for fact in head["measurements"]),
                arrays[2] if len(arrays) > 2 else None, packed[place:], tuple(head["warnings"]),
                head["units_declared"], tuple(head.get("part_names", ())),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, IndexError) as problem:
            message = f"these bytes are no sight of a design: {problem}"
            raise ValueError(message) from problem


def faceless(fact: Measurement) -> Measurement:
    """A measurement without the faces it was measured on, as plain numbers."""
    return replace(fact, value=float(fact.value), sigma=float(fact.sigma), faces=None)
