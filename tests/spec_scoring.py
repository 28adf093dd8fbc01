"""How well a parsed Spec agrees with what an engineer reads in the same sentence.

A constraint is right when kind group, quantity, comparator, bounds (1e-6 relative), priority and
negation agree; '>= 80' and '<= 95' side by side say the same as 'in 80 to 95'. Recall is right over
expected; precision is right over everything the parser claims. Run it on the held-out sentences
from the repository's root: `PYTHONPATH=. python tests/spec_scoring.py [report.txt]`.
"""

import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spec_sentences import CASES, Case, Constraint

from mmdesign.domain import Requirement, Spec
from mmdesign.errors import SpecError
from mmdesign.spec import parse_spec

RELATIVE_TOLERANCE = 1e-6
LOOK_KINDS = frozenset({"visual", "style"})
YES_OR_NO = frozenset({"watertight", "symmetry", "symmetry_x", "symmetry_y", "symmetry_z"})
SHARES = frozenset({"overhang_area_fraction", "undercut_area_fraction"})
SHARE_THAT_IS_NONE = 0.02
LISTED_QUANTITIES = YES_OR_NO | SHARES | {
    "extent_x", "extent_y", "extent_z", "length", "width", "height", "volume", "surface_area",
    "mass", "hole_count", "hole_diameter", "wall_thickness_min", "wall_thickness_max", "gap_min",
    "draft_angle_min", "part_count", "fillet_count", "fillet_radius_min", "planar_face_count",
    "cylinder_count", "triangle_count",
}  # fmt: skip
SEEN = frozenset({81, 149, 173, 255})
"""Odd places that were shown while the rules were written, as the first of their group."""
HOLE_KINDS = frozenset(
    {"through_hole_count", "blind_hole_count", "counterbore_count", "countersink_count"}
)
"""Kinds of holes, which were not measured when the first sentences were written: 'through holes'
without a size count as holes there, and that sized holes go through is neither right nor wrong."""
FINER_NAMES = {"wall_thickness_max": "wall_thickness_min", "body_count": "part_count"}
NOMINAL_BAND_SHARE = 0.2
NOMINAL_BAND_MM = 1.0
"""A band on counted holes stands for 'Ø6.6' when it holds 6.6 and is no wider than this; one
without an upper end for 'at least Ø6.6'."""


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One sentence: what was expected, found and claimed beside it."""

    case: Case
    missed: tuple[Constraint, ...]
    wrong: tuple[Requirement, ...]
    parents_right: int
    parents_expected: int
    thread_right: bool | None
    crash: str | None = None

    @property
    def right(self) -> int:
        return len(self.case.expected) - len(self.missed)

    @property
    def exact(self) -> bool:
        return not self.missed and not self.wrong and self.crash is None


@dataclass(frozen=True, slots=True)
class Figures:
    """Totals over sentences."""

    sentences: int
    exact: int
    expected: int
    right: int
    wrong: int
    silent: int
    silent_right: int
    parents_right: int
    parents_expected: int
    threads_right: int
    threads_expected: int
    crashes: int

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        claimed = self.right + self.wrong
        return self.right / claimed if claimed else 1.0


def development() -> tuple[Case, ...]:
    """The half that rules may be written against: even places, and what was seen of the rest."""
    return tuple(case for at, case in enumerate(CASES) if at % 2 == 0 or at in SEEN)


def held_out() -> tuple[Case, ...]:
    """The half that nobody who writes rules has read; only its totals may be looked at."""
    return tuple(case for at, case in enumerate(CASES) if at % 2 == 1 and at not in SEEN)


def language_of(text: str) -> str:
    """'zh' when any Chinese character occurs, else 'en'."""
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def score_case(case: Case, parse: Callable[[str], Spec] = parse_spec) -> CaseScore:
    """Parse one sentence and compare; a refused sentence holds no requirement."""
    crash = None
    requirements: tuple[Requirement, ...] = ()
    try:
        requirements = parse(case.text).requirements
    except SpecError:
        pass
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        crash = f"{type(error).__name__}: {error}"
    return _compare(case, requirements, crash)


def score_spec(case: Case, spec: Spec) -> CaseScore:
    """Compare a parsed Spec with what its sentence demands."""
    return _compare(case, spec.requirements, None)


def total(scores: Sequence[CaseScore]) -> Figures:
    """Add up sentences."""
    silent = [each for each in scores if not each.case.expected]
    threads = [each for each in scores if each.thread_right is not None]
    return Figures(
        sentences=len(scores),
        exact=sum(each.exact for each in scores),
        expected=sum(len(each.case.expected) for each in scores),
        right=sum(each.right for each in scores),
        wrong=sum(len(each.wrong) for each in scores),
        silent=len(silent),
        silent_right=sum(each.exact for each in silent),
        parents_right=sum(each.parents_right for each in scores),
        parents_expected=sum(each.parents_expected for each in scores),
        threads_right=sum(bool(each.thread_right) for each in threads),
        threads_expected=len(threads),
        crashes=sum(each.crash is not None for each in scores),
    )


def by_language(scores: Iterable[CaseScore]) -> dict[str, Figures]:
    """Figures for 'en', 'zh' and 'all'."""
    found = list(scores)
    groups = {
        language: [each for each in found if language_of(each.case.text) == language]
        for language in ("en", "zh")
    }
    return {name: total(group) for name, group in {**groups, "all": found}.items()}


def agrees(constraint: Constraint, requirement: Requirement) -> bool:
    """Whether a requirement says what the constraint says."""
    if constraint.priority != requirement.priority:
        return False
    if constraint.kind == "measured":
        return _measures_the_same(constraint, requirement)
    return (
        requirement.quantity is None
        and constraint.negated == requirement.negated
        and _in_group(requirement.kind, constraint.kind)
    )


def _in_group(kind: str, group: str) -> bool:
    if group == "look":
        return kind in LOOK_KINDS
    return (kind == "material") == (group == "material")


def _measures_the_same(constraint: Constraint, requirement: Requirement) -> bool:
    quantity = _plain_name(requirement.quantity)
    accepted = _accepted_names(constraint)
    if quantity in HOLE_KINDS and quantity not in accepted and requirement.parent is None:
        quantity = "hole_count"
    if quantity is None or quantity not in accepted:
        return False
    if requirement.kind in LOOK_KINDS or requirement.kind == "material":
        return False
    if quantity in YES_OR_NO:
        return constraint.negated == (requirement.negated or requirement.upper == 0)
    if constraint.negated:
        return _forbids(requirement)
    return not requirement.negated and _same_bounds(constraint, requirement)


def _accepted_names(constraint: Constraint) -> set[str | None]:
    return {_plain_name(name) for name in (constraint.quantity or "").split("|")}


def _plain_name(quantity: str | None) -> str | None:
    """A bound on the thickest wall is told apart from the thinnest by its comparator."""
    return FINER_NAMES.get(quantity or "", quantity)


def _forbids(requirement: Requirement) -> bool:
    """'No undercuts', spelt as upper 0 or as a negated presence."""
    limit = SHARE_THAT_IS_NONE if requirement.quantity in SHARES else 0.0
    if requirement.upper is not None and requirement.upper <= limit:
        return True
    return requirement.negated and requirement.lower in (None, 0, 1)


def _same_bounds(constraint: Constraint, requirement: Requirement) -> bool:
    return (
        constraint.comparator == requirement.comparator
        and _close(constraint.lower, requirement.lower)
        and _close(constraint.upper, requirement.upper)
    )


def _close(expected: float | None, found: float | None) -> bool:
    if expected is None or found is None:
        return expected is found
    return math.isclose(expected, found, rel_tol=RELATIVE_TOLERANCE, abs_tol=1e-9)


def _compare(case: Case, requirements: Sequence[Requirement], crash: str | None) -> CaseScore:
    matched, missed, left = _match(case.expected, requirements)
    missed, left = _match_two_sided(missed, left)
    bands = [each.diameter_band_mm for each in requirements if each.diameter_band_mm]
    missed = [each for each in missed if not any(_told_by_band(each, band) for band in bands)]
    _, _, left = _match(case.also, left)
    wrong = tuple(each for each in left if not _tolerated(each, case))
    with_parent = [pair for pair in matched if pair[0].parent is not None]
    return CaseScore(
        case=case,
        missed=tuple(missed),
        wrong=wrong,
        parents_right=sum(_hangs_right(*pair, requirements) for pair in with_parent),
        parents_expected=sum(each.parent is not None for each in case.expected),
        thread_right=_thread_right(case, requirements),
        crash=crash,
    )


def _match(
    constraints: Iterable[Constraint], requirements: Sequence[Requirement]
) -> tuple[list[tuple[Constraint, Requirement]], list[Constraint], list[Requirement]]:
    """Pair each constraint with one requirement that agrees; then what both sides have left."""
    left = list(requirements)
    pairs, missed = [], []
    for constraint in constraints:
        found = next((each for each in left if agrees(constraint, each)), None)
        if found is None:
            missed.append(constraint)
        else:
            left.remove(found)
            pairs.append((constraint, found))
    return pairs, missed, left


def _match_two_sided(
    constraints: Iterable[Constraint], requirements: Sequence[Requirement]
) -> tuple[list[Constraint], list[Requirement]]:
    """Take two one-sided requirements for one range; return what both sides have left."""
    missed, left = [], list(requirements)
    for constraint in constraints:
        halves = (
            replace(constraint, comparator=">=", upper=None),
            replace(constraint, comparator="<=", lower=None),
        )
        _, short, rest = _match(halves, left)
        if constraint.comparator == "in" and not short:
            left = rest
        else:
            missed.append(constraint)
    return missed, left


def _told_by_band(constraint: Constraint, band: tuple[float, float]) -> bool:
    if constraint.quantity != "hole_diameter" or constraint.negated:
        return False
    low, high = band
    if constraint.comparator == "==" and constraint.lower is not None:
        width = max(NOMINAL_BAND_SHARE * constraint.lower, NOMINAL_BAND_MM)
        return low <= constraint.lower <= high and high - low <= width
    if constraint.comparator == "in":
        return _close(constraint.lower, low) and _close(constraint.upper, high)
    if constraint.comparator == ">=":
        return _close(constraint.lower, low) and math.isinf(high)
    return low == 0 and _close(constraint.upper, high)


def _tolerated(requirement: Requirement, case: Case) -> bool:
    """Whether a surplus requirement is neither right nor wrong."""
    if case.loose and requirement.quantity not in LISTED_QUANTITIES:
        return True
    if requirement.quantity in HOLE_KINDS and requirement.parent is not None:
        return True
    hole = case.thread_hole_mm
    if hole is None or requirement.quantity != "hole_diameter":
        return False
    return _holds(hole, requirement.lower, requirement.upper)


def _thread_right(case: Case, requirements: Sequence[Requirement]) -> bool | None:
    """Whether some hole that the parser accepts for the thread is the one it needs."""
    if case.thread_hole_mm is None:
        return None
    bands = [each.diameter_band_mm for each in requirements if each.diameter_band_mm]
    bounds = [(e.lower, e.upper) for e in requirements if e.quantity == "hole_diameter"]
    return any(_holds(case.thread_hole_mm, *each) for each in [*bands, *bounds])


def _holds(value: float, low: float | None, high: float | None) -> bool:
    """Whether a two-sided interval holds a value; a nominal may be 3 % off (drill tables)."""
    return low is not None and high is not None and 0.97 * low <= value <= 1.03 * high


def _hangs_right(
    constraint: Constraint, requirement: Requirement, requirements: Sequence[Requirement]
) -> bool:
    parents = {each.id: each.quantity for each in requirements}
    return parents.get(requirement.parent or "") == constraint.parent


def _figures_line(name: str, figures: Figures) -> str:
    return (
        f"{name:4} sentences {figures.sentences:4}  exact {figures.exact:4}"
        f" ({figures.exact / max(figures.sentences, 1):.1%})"
        f"  recall {figures.right}/{figures.expected} ({figures.recall:.1%})"
        f"  precision {figures.right}/{figures.right + figures.wrong} ({figures.precision:.1%})"
        f"  nothing to find {figures.silent_right}/{figures.silent}"
        f"  parents {figures.parents_right}/{figures.parents_expected}"
        f"  threads {figures.threads_right}/{figures.threads_expected}"
        f"  crashes {figures.crashes}"
    )


def _constraint_line(each: Constraint) -> str:
    bounds = f"{each.quantity or each.kind} {each.comparator or ''} [{each.lower}, {each.upper}]"
    return f"{bounds} {each.priority}{' negated' if each.negated else ''}"


def _requirement_line(each: Requirement) -> str:
    bounds = f"{each.kind}: {each.quantity} {each.comparator or ''} [{each.lower}, {each.upper}]"
    return f"{bounds} {each.priority}{' negated' if each.negated else ''} <- {each.text!r}"


def report(scores: Sequence[CaseScore]) -> str:
    """Figures by language, then every sentence that is not exact."""
    lines = [_figures_line(name, figures) for name, figures in by_language(scores).items()]
    for score in scores:
        if score.exact:
            continue
        lines += ["", f"[{language_of(score.case.text)}] {score.case.text!r}"]
        lines += [f"    missed  {_constraint_line(each)}" for each in score.missed]
        lines += [f"    wrong   {_requirement_line(each)}" for each in score.wrong]
        lines += [f"    crashed {score.crash}"] if score.crash else []
    return "\n".join(lines) + "\n"


def totals(scores: Sequence[CaseScore]) -> str:
    """Figures by language alone: all that may be shown of the held-out half."""
    lines = (_figures_line(name, figures) for name, figures in by_language(scores).items())
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print both halves' figures, and the failures of the development half, or write them."""
    text = "development\n" + report([score_case(each) for each in development()])
    hidden = "held out\n" + totals([score_case(each) for each in held_out()])
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text + hidden, encoding="utf-8")
        text = "\n".join(text.splitlines()[:4]) + "\n"
    print(text + hidden, end="")


if __name__ == "__main__":
    main()
