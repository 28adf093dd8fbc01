"""From a query and a snapshot to ranked hits, and why each of them is similar."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from mmdesign.domain import DoubleArray, FloatArray, Hit, Measurement
from mmdesign.errors import LibraryError
from mmdesign.library.agreeing import Asked, agreement
from mmdesign.library.index import Snapshot
from mmdesign.library.likeness import GOOD_MATCH, Likeness, Scale
from mmdesign.library.records import Entry, Row, to_record
from mmdesign.measuring.form import FORM_WIDTH
from mmdesign.phrases import phrase

SIMILARITY_DECIMALS = 6
"""Beyond these a float32 product depends on the order in which it was summed."""
LEAST_COMPARED = 200
"""Designs that a search for a design compares at least: their list tells how much the first ones
stand out, and geometry may order them anew."""
SIZES = ("length", "width", "height")
NOTHING_MATCHES = phrase("No design in the library matches the filter.")
NOTHING_SO_LARGE = phrase("No design in the library that matches has the size of this one.")
LIBRARY_IS_EMPTY = phrase("The library is empty.")
NOT_CALIBRATED = phrase(
    "There is no calibrated probability for this search, so there are ranks only."
)
ROCCHIO_MORE, ROCCHIO_LESS = 0.75, 0.25
"""Weights of what is wanted more and less of, beside the question itself at 1.

Source: Rocchio, "Relevance feedback in information retrieval", 1971, with the weights that are
usual since Salton and Buckley 1990.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a search asks for at once."""

    vector: FloatArray
    """(D,) unit vector of a picture, a design or a text."""
    weight: float = 1.0
    """Negative for what is wanted less of."""
    form: FloatArray | None = None
    """(G,) form vector of a design with geometry."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for, and what is known about it."""

    vector: FloatArray
    """(D,) unit vector of a picture, a design or a text."""
    measurements: tuple[Measurement, ...] = ()
    """Of the design that is asked about; they tell why a hit is similar."""
    tags: tuple[str, ...] = ()
    calibration: tuple[float, float] | None = None
    """Slope and intercept of the logit of P(same family) over the similarity of looks, for models
    that have no likeness."""
    likeness: Likeness | None = None
    """How designs are compared with the one asked about; None for words."""
    parts: tuple[Part, ...] = ()
    """What the vector was blended from; their forms are compared too."""
    design_id: str | None = None
    """Of the design that is asked about."""
    text: str = ""
    """Words that are asked for."""
    size_within: float | None = None
    """Relative: only designs whose length, width and height differ by no more."""

    @classmethod
    def of(cls, parts: Sequence[Part], **known: object) -> "Query":
        """Ask for several things at once.

        Raises:
            LibraryError: If they cancel each other out, or there is none.
        """
        return cls(blended(parts), parts=tuple(parts), **known)  # type: ignore[arg-type]

    @property
    def comparison(self) -> Likeness | None:
        """How designs are compared; None where only words are known."""
        if self.likeness is not None:
            return self.likeness
        return None if self.calibration is None else Likeness.of_looks(*self.calibration)

    @property
    def is_words(self) -> bool:
        """Whether words are asked for and nothing else."""
        return bool(self.text) and len(self.parts) == 1 and self.parts[0].form is None

    @property
    def asked(self) -> Asked:
        """What is known of the design that is asked about."""
        forms = [part.form for part in self.parts if part.form is not None and part.weight > 0]
        form = forms[0] if len(forms) == 1 else None
        return Asked(self.design_id, self.measurements, self.tags, form, self.text)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and what must be said about them."""

    hits: tuple[Hit, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best of C designs compared, best first."""

    numbers: tuple[int, ...]
    """Of the designs in the snapshot."""
    similarities: tuple[float, ...]
    looks: tuple[float, ...]
    """Cosines of the looks alone."""
    percentiles: tuple[float, ...]
    """Shares of the designs compared that are less similar."""
    background: float
    """How similar those are that have nothing to do with the query."""

    def among(self, compared: int, matching: int) -> "Ranking":
        """Say the shares of all that match, where those not compared are less similar."""
        share = compared / max(matching, compared, 1)
        return replace(self, percentiles=tuple(1 - share * (1 - p) for p in self.percentiles))


@dataclass(slots=True)
class UnitForms:
    """The scaled forms of the newest snapshot, made when a search first needs them."""

    _known: tuple[Scale, Snapshot, FloatArray] | None = None
    _making: threading.Lock = field(default_factory=threading.Lock)

    def of(self, snapshot: Snapshot, chosen: NDArray[np.intp], scale: Scale) -> FloatArray:
        """(C, W) scaled forms of the chosen designs, zeros where there is none."""
        shapes = snapshot.shapes
        if shapes.ndim != 2 or shapes.shape[1] != FORM_WIDTH:
            return np.zeros((len(chosen), 1), np.float32)
        if 2 * len(chosen) < len(shapes):
            return scale.unit(np.asarray(shapes[chosen]))
        with self._making:
            known = self._known
            if known is None or known[0] is not scale or known[1] is not snapshot:
                known = self._known = (scale, snapshot, scale.unit(np.asarray(shapes)))
            every = known[2]
        return every if len(chosen) == len(every) else every[chosen]


def blended(parts: Sequence[Part]) -> FloatArray:
    """(D,) unit vector that is as near to each part as its weight says.

    Raises:
        LibraryError: If the parts cancel each other out, or there is none.
    """
    total = sum((part.weight * part.vector.astype(float) for part in parts), np.zeros(1))
    length = float(np.linalg.norm(total))
    if not length > 1e-6:
        message = "There is nothing to search for; give some words, a file or a design."
        raise LibraryError(message)
    return np.asarray(total / length, np.float32)


def wanted(query: Query, k: int) -> int:
    """How many designs must be compared so that k of them can be told rightly."""
    return k if query.comparison is None else max(4 * k, LEAST_COMPARED)


def of_size(snapshot: Snapshot, chosen: NDArray[np.intp], query: Query) -> NDArray[np.intp]:
    """Leave out designs of another size, when the query asks for that.

    Raises:
        LibraryError: If the size of the asked design is not known.
    """
    if query.size_within is None:
        return chosen
    fits = np.zeros(len(snapshot), bool)
    fits[chosen] = True
    for quantity in SIZES:
        asked = [each.value for each in query.measurements if each.quantity == quantity]
        if not asked:
            message = "The size of what is asked for is not known; search without same size."
            raise LibraryError(message)
        near = np.zeros(len(snapshot), bool)
        numbers, values = snapshot.numbers(quantity)
        near[numbers[np.abs(values - asked[0]) <= query.size_within * max(asked[0], 1e-9)]] = True
        fits &= near
    return np.flatnonzero(fits)


def rank(
    snapshot: Snapshot, chosen: NDArray[np.intp], looks: DoubleArray, query: Query, k: int,
    forms: UnitForms,
) -> Ranking:  # fmt: skip
    """Order designs by how alike they are to the query.

    Args:
        snapshot: The library.
        chosen: (C,) numbers of the designs that are compared, ascending.
        looks: (C,) cosines of their looks.
        query: What is asked.
        k: How many to return at most.
        forms: Of the library, kept from search to search.
    """
    likeness = query.comparison
    compared = looks
    if likeness is not None and likeness.scale is not None and likeness.share > 0:
        compared = _with_forms(likeness, likeness.scale, query, looks,
                               forms.of(snapshot, chosen, likeness.scale))  # fmt: skip
    ranked = best(snapshot, chosen, compared, k)
    rows = np.searchsorted(chosen, [number for number, _ in ranked])
    values = [value for _, value in ranked]
    # What is not among the best is less similar than all of them, so that no full order is needed.
    top = np.sort(compared[compared >= values[-1]])
    below = 2 * (len(compared) - len(top)) + (
        np.searchsorted(top, values, "left") + np.searchsorted(top, values, "right")
    )
    return Ranking(
        tuple(number for number, _ in ranked),
        tuple(values),
        tuple(looks[rows].tolist()),
        tuple((below / (2 * len(compared))).tolist()),
        0.0 if likeness is None else likeness.background_of(compared),
    )


def _with_forms(
    likeness: Likeness, scale: Scale, query: Query, looks: DoubleArray, rows: FloatArray
) -> DoubleArray:
    """(C,) similarities of looks and forms together."""
    given = [(part.form, part.weight) for part in query.parts if part.form is not None]
    weights = sum(part.weight for part in query.parts if part.weight > 0)
    direction = np.zeros(rows.shape[1])
    for form, weight in given:
        if form.shape == (FORM_WIDTH,) and rows.shape[1] > 1:
            direction += weight * scale.unit(form[None])[0]
    length = float(np.linalg.norm(direction))
    if length < 1e-6:
        return likeness.fused(looks, looks, np.zeros(len(looks), bool))
    # Words and pictures have no form: geometry counts as far as designs are asked for.
    counted = sum(weight for _, weight in given if weight > 0) / weights
    alike = (rows @ (direction / length).astype(np.float32)).astype(float)
    known = rows.any(axis=1)
    usual = likeness.expected[0] * looks + likeness.expected[1]
    mixed = counted * np.where(known, alike, usual) + (1 - counted) * usual
    return np.round(likeness.fused(looks, mixed, np.ones(len(looks), bool)), SIMILARITY_DECIMALS)


def best(
    snapshot: Snapshot, chosen: NDArray[np.intp], cosines: DoubleArray, k: int
) -> list[tuple[int, float]]:
    """Rank the chosen designs by similarity; equal ones by their id, so that order never flickers.

    Args:
        snapshot: The library.
        chosen: (C,) numbers of the designs that may be returned.
        cosines: (C,) their similarities.
        k: How many to return at most.

    Returns:
        Up to k pairs of design number and similarity, best first.
    """
    if k < len(cosines):
        worst = np.partition(cosines, len(cosines) - k)[len(cosines) - k]
        near = np.flatnonzero(cosines >= worst)
        chosen, cosines = chosen[near], cosines[near]
    pairs = zip(chosen.tolist(), cosines.tolist(), strict=True)
    ranked = sorted(pairs, key=lambda pair: (-pair[1], snapshot.ids[pair[0]]))
    return ranked[:k]


def hit_of(query: Query, ranking: Ranking, place: int, entry: Entry, row: Row | None) -> Hit:
    """Put together what is said of one design that was found.

    Args:
        query: What was asked.
        ranking: The designs that were found.
        place: Of this one in the ranking, from 0.
        entry: Its few facts.
        row: All its facts; None when nothing is known to compare them with.

    Raises:
        LibraryError: If the row is damaged.
    """
    likeness, similarity = query.comparison, ranking.similarities[place]
    # A blend of several wishes is no design whose family anybody could share.
    is_one = likeness is not None and len(query.parts) <= 1
    chance = likeness.probability(similarity, ranking.background) if likeness and is_one else None
    look = None if query.likeness is None else ranking.looks[place]
    said = None if row is None else agreement(query.asked, to_record(row), chance, look)
    return Hit(
        design_id=entry.design_id,
        name=entry.name,
        path=entry.path,
        similarity=similarity,
        probability=chance,
        rank=place + 1,
        why=() if said is None else said.why,
        evidence="similar look" if said is None else said.evidence,
        percentile=ranking.percentiles[place],
        reasons={} if said is None else said.reasons,
    )


def note_on(hits: Sequence[Hit], query: Query) -> str | None:
    """Say honestly when even the best hit is not a good match."""
    known = [hit.probability for hit in hits if hit.probability is not None]
    if not known:
        return NOT_CALIBRATED
    likeness = query.comparison
    limit = GOOD_MATCH if likeness is None else likeness.good_match
    is_known_part = any(hit.evidence not in ("same family", "similar look") for hit in hits)
    if max(known) < limit and not is_known_part:
        return phrase(
            "No good match in this library: the most similar design is of the same family at "
            "{chance:.0%}.",
            chance=max(known),
        )
    return None
