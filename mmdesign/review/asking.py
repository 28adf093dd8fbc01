"""What may be asked of the library: words, designs, more like this, less like that, a spec."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mmdesign.domain import Fit, Hit, Requirement, Spec, Verdict
from mmdesign.encoding import Encoder
from mmdesign.errors import LibraryError
from mmdesign.library import Library, Likeness, Part, Query, Record, SearchResult
from mmdesign.library.searching import LIBRARY_IS_EMPTY, NOTHING_MATCHES, ROCCHIO_LESS, ROCCHIO_MORE
from mmdesign.phrases import joined, phrase
from mmdesign.review.seeing import Seen, Seer
from mmdesign.review.sights import Sight

NOTHING_ASKED = "There is nothing to search for; give some words or a file."
JUDGED = 400
"""Past designs that a spec is held against one by one, at most; the likeliest ones come first."""
SLACK = 0.02
"""Relative: how far a measured value may miss a limit and still be held against it rightly."""

Judge = Callable[[Sight], tuple[tuple[Verdict, ...], Fit]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a search may ask for beside words and one design."""

    more: tuple[str, ...] = ()
    """Ids of past designs to be more like."""
    less: tuple[str, ...] = ()
    """Ids of past designs to be less like."""
    designs: tuple[tuple[Path, float], ...] = ()
    """Further designs, each with its weight."""
    text_weight: float = 1.0
    design_weight: float = 1.0
    same_size: float | None = None
    """Relative: only designs whose length, width and height differ by no more."""


NO_WISHES = Wishes()


class Asker:
    """Turns what people ask into queries. Safe to use from several threads."""

    def __init__(
        self, library: Callable[[], Library], encoder: Encoder, seer: Seer,
        likeness: Likeness | None,
    ) -> None:  # fmt: skip
        self._library = library
        self._encoder = encoder
        self._seer = seer
        self._likeness = likeness

    def similar(self, seen: Seen, k: int) -> SearchResult:
        """Past designs like one that was seen; without a usable library, the reason."""
        try:
            library = self._library()
        except LibraryError as error:
            return SearchResult(
                (), phrase("Similar designs were not searched: {error}", error=str(error))
            )
        return library.search(self._query([_part(seen)], seen), k, exclude=[seen.design.id])

    def search(
        self, text: str | None, files: Sequence[Path], k: int, where: str | None, wishes: Wishes
    ) -> SearchResult:
        """Find past designs by all that is asked for at once.

        Raises:
            DesignError: If a file cannot be read.
            LibraryError: If there is nothing to search for, a past design is not there, or the
                filter cannot be read.
        """
        words = (text or "").strip()
        parts: list[Part] = []
        if words:
            parts.append(Part(self._encoder.embed_texts([words])[0], wishes.text_weight))
        seen = self._seer.see_now(tuple(files)) if files else None
        if seen is not None:
            parts.append(_part(seen, wishes.design_weight))
        for path, weight in wishes.designs:
            parts.append(_part(self._seer.see_now((path,)), weight))
        parts += self._past(wishes, alone=not parts)
        if not parts:
            raise LibraryError(NOTHING_ASKED)
        _check_weights(parts)
        query = self._query(parts, seen, words, wishes)
        exclude = {*wishes.more, *wishes.less, *([seen.design.id] if seen is not None else ())}
        return self._library().search(query, k, where=where, exclude=exclude)

    def _past(self, wishes: Wishes, alone: bool) -> list[Part]:
        library = self._library
        more = [_past_part(library().get(name)) for name in wishes.more]
        less = [_past_part(library().get(name)) for name in wishes.less]
        wanted = (1.0 if alone else ROCCHIO_MORE) / max(len(more), 1)
        unwanted = -ROCCHIO_LESS / max(len(less), 1)
        return [Part(part.vector, wanted, part.form) for part in more] + [
            Part(part.vector, unwanted, part.form) for part in less
        ]

    def _query(
        self, parts: Sequence[Part], seen: Seen | None, words: str = "", wishes: Wishes = NO_WISHES
    ) -> Query:
        is_words = bool(words) and len(parts) == 1
        likeness = None if is_words else self._likeness
        known: dict[str, Any] = {"likeness": likeness, "text": words}
        if seen is not None:
            known |= {"design_id": seen.design.id, "measurements": seen.measurements}
        elif wishes.more:
            first = self._library().get(wishes.more[0])
            known |= {"design_id": first.design_id, "measurements": first.measurements,
                      "tags": first.tags}  # fmt: skip
        return Query.of(parts, size_within=wishes.same_size, **known)

    def meeting(self, spec: Spec, judge: Judge, k: int, where: str | None) -> SearchResult:
        """Find the past designs that meet a spec best, and say of each what it meets.

        The measured requirements are held against all designs, the spec as a whole against those
        that come first by that; on a large library the rest is not judged.

        Args:
            spec: The requirements.
            judge: Of this spec, by the rules of a review.
            k: How many to return at most.
            where: Filter that is applied first.

        Raises:
            LibraryError: If the filter cannot be read.
        """
        library = self._library()
        records = _likely(library, spec, where)
        if not records:
            return SearchResult((), NOTHING_MATCHES if len(library) else LIBRARY_IS_EMPTY)
        judged = [(record, *judge(_sight(record))) for record in records]
        judged.sort(key=lambda one: _order(*one))
        hits = tuple(
            _hit(record, verdicts, overall, rank)
            for rank, (record, verdicts, overall) in enumerate(judged[:k], start=1)
        )
        return SearchResult(hits, _note(spec, judged[0][2]))


def _check_weights(parts: Sequence[Part]) -> None:
    if not all(math.isfinite(part.weight) for part in parts) or all(
        part.weight <= 0 for part in parts
    ):
        message = "The weights of a search are numbers, and at least one of them is positive."
        raise LibraryError(message)


def _part(seen: Seen, weight: float = 1.0) -> Part:
    return Part(seen.likeness, weight, seen.shape)


def _past_part(record: Record) -> Part:
    return Part(record.vector, 1.0, record.shape_descriptor)


def _likely(library: Library, spec: Spec, where: str | None) -> tuple[Record, ...]:
    """Records that pass as many measured requirements as possible, those that pass most first."""
    clauses = [clause for one in spec.requirements if (clause := _clause(one)) is not None]
    given = f"({where}) and " if where and where.strip() else ""
    found: dict[str, Record] = {}
    # All clauses at once, then without one after the other from the end, at last none.
    for count in range(len(clauses), -1, -1):
        wanted = given + " and ".join(clauses[:count])
        condition = wanted if clauses[:count] else (where or None)
        for record in library.records(0, JUDGED, condition):
            found.setdefault(record.design_id, record)
        if len(found) >= JUDGED:
            break
    return tuple(found.values())[:JUDGED]


def _clause(requirement: Requirement) -> str | None:
    """A measured requirement as a filter with some slack; None where it is none."""
    quantity = requirement.quantity
    is_plain = not requirement.negated and requirement.diameter_band_mm is None
    if quantity in (None, "mass") or not is_plain:
        return None
    sides = []
    if requirement.lower is not None:
        sides.append(f"{quantity} >= {requirement.lower - SLACK * abs(requirement.lower):.6f}")
    if requirement.upper is not None:
        sides.append(f"{quantity} <= {requirement.upper + SLACK * abs(requirement.upper):.6f}")
    return " and ".join(sides) or None


def _sight(record: Record) -> Sight:
    return Sight(
        record.design_id, record.name, record.kind, record.units,
        record.shape_descriptor is not None, record.vector[None], record.vector,
        record.measurements, record.shape_descriptor, b"",
    )  # fmt: skip


def _order(record: Record, verdicts: Sequence[Verdict], overall: Fit) -> tuple[int, float, str]:
    """Designs that fail no must come first, then those of the better fit."""
    fails = sum(one.outcome == "not_met" and one.requirement.priority == "must" for one in verdicts)
    value = overall.low if overall.value is None else overall.value * overall.coverage
    return fails, -value, record.design_id


def _hit(record: Record, verdicts: Sequence[Verdict], overall: Fit, rank: int) -> Hit:
    outcomes = {one.requirement.id: one.outcome for one in verdicts}
    met = sum(outcome == "met" for outcome in outcomes.values())
    unmet = [one.requirement.text for one in verdicts if one.outcome == "not_met"]
    unsure = [one.requirement.text for one in verdicts if one.outcome == "cannot_tell"]
    why = [phrase("meets {met} of {every}", met=met, every=len(outcomes))]
    why += [phrase("does not meet: {text}", text=text) for text in unmet]
    why += [phrase("cannot tell: {text}", text=text) for text in unsure]
    return Hit(
        record.design_id, record.name, record.path, overall.value or 0.0, None, rank, tuple(why),
        outcomes=outcomes,
    )  # fmt: skip


def _note(spec: Spec, best: Fit) -> str | None:
    said = [phrase("{text}: {problem}", text=lint.text, problem=lint.problem) for lint in spec.lint]
    if best.outcome != "fits":
        said.insert(0, phrase("No design in this library surely meets the whole spec."))
    return joined(" ", said) or None
