"""What the sandbox's child is asked to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read, and what it may become."""

    content: bytes
    name: str
    """File name for messages."""
    suffix: str
    units_mm: float
    """Length of one unit, for formats that declare none."""
    max_faces: int
