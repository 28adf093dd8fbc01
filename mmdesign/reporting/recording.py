"""A review kept in the library, with the design that it is about."""

from collections.abc import Sequence
from pathlib import Path

from mmdesign.domain import Review
from mmdesign.library import Library, content_id
from mmdesign.loading import MESH_SUFFIXES
from mmdesign.reporting.contract import review_json

KEPT = ("schema", "model", "fit", "fit_range", "coverage", "outcome", "requirements", "warnings")
"""What is kept of a review; measurements are with the design, and similar designs change."""


def subject_of(files: Sequence[Path]) -> Path | None:
    """The file by which a library knows a design: its CAD or mesh file, else its only picture.

    Returns:
        None for several pictures of something that has no geometry here.
    """
    meshes = [file for file in files if file.suffix.lower() in MESH_SUFFIXES]
    if meshes:
        return meshes[0]
    return files[0] if len(files) == 1 else None


def record_review(review: Review, files: Sequence[Path], library: Library) -> int | None:
    """Keep a review in the library if that knows the design, now or as an earlier state.

    Args:
        review: The review.
        files: What was reviewed; pictures beside a CAD or mesh file do not make another design.
        library: Where the design may be.

    Returns:
        The number of the review; None when the library does not know the design.

    Raises:
        LibraryError: If the library cannot be written.
    """
    subject = subject_of(files)
    if subject is None:
        return None
    design_id = review.design.id if len(files) == 1 else content_id(subject)
    if not library.knows(design_id):
        return None
    told = review_json(review)
    return library.add_review(design_id, review.spec.text, {key: told[key] for key in KEPT})
