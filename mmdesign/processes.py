"""What a manufacturing process asks of a part: 'injection moulded ABS' becomes limits to measure.

The limits stand in assets/processes.toml, each with its source; nothing here knows a number.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mmdesign.domain import Lint, Priority, Requirement, RequirementKind, Spec
from mmdesign.phrases import Phrase, bilingual, phrase, phrases
from mmdesign.settings import ASSETS

TABLE: Final = ASSETS / "processes.toml"
PROCESS_LIMITS: Final = "process_limits"
"""Quantity of the row that stands for a whole process; its limits hang on it as children."""
_KINDS: Final[Mapping[str, RequirementKind]] = {
    "wall_thickness_min": "thickness", "hole_diameter": "hole", "blind_hole_count": "hole",
    "hole_depth_ratio": "hole",
}  # fmt: skip
_UNITS: Final[Mapping[str, str]] = {
    "wall_thickness_min": "mm", "hole_diameter": "mm", "fillet_radius_min": "mm",
    "draft_angle_min": "deg",
}  # fmt: skip
_PARAMETERS: Final = phrases({"nozzle": "nozzle", "thickness": "thickness"})
_MILDNESS: Final[Mapping[Priority, int]] = {"must": 0, "should": 1, "could": 2}
_DENIED: Final = re.compile(
    r"(?:\b(?:not?|never|without|instead of|rather than|replac\w{1,4}|avoid\w{0,3}|unlike)\b|n't|"
    r"不|非|禁止|无需|代替|避免)[^,;.，；。]{0,30}$",
    re.IGNORECASE,
)
_DEMANDS: Final = re.compile(
    r"\b(?:must|shall|should|will be|to be|for|suitable|process|made by|design)\b|"
    r"应|须|适合|工艺|采用|用于",
    re.IGNORECASE,
)
_SHORT_NOTE: Final = 6
"""Words of a note, at most, that may be nothing but the name of a process."""
_FILLER: Final = re.compile(
    r"\b(?:suitable|for|by|on|in|with|using|via|must|shall|should|can|be|to|the|an?|part|parts|"
    r"design|designed|process|manufactur\w{0,4}|made|produc\w{0,5}|machinable|mill\w{0,4}|machin\w"
    r"{0,4}|axis|print\w{0,4}|sheet|metal|plastic|die|dies|cast\w{0,3}|mou?ld\w{0,5}|nozzle|from|"
    r"and|or|it|is|are|component|able|easy|easily|ready|optimi[sz]ed|of|steel|cut|nylon|mm)\b|"
    r"适合|适用于|适用|采用|工艺|制造|成型|加工|零件|产品|件|打印|可|用|应|须|必须|材料|的|为",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a process on one measured quantity."""

    quantity: str
    lower: float | None
    upper: float | None
    of: str | None
    """Parameter that the limits are multiples of."""
    materials: tuple[str, ...]
    """Materials it is for; empty: for all that no other limit of the quantity names."""
    priority: Priority | None
    text: str
    text_zh: str
    source: str


@dataclass(frozen=True, slots=True)
class Process:
    """One way to make a part."""

    name: str
    title: str
    title_zh: str
    pattern: re.Pattern[str]
    limits: tuple[Limit, ...]
    defaults: Mapping[str, float]
    becomes: Mapping[str, str]
    """Parameter -> the process that a brief means when it names that parameter."""


@dataclass(frozen=True, slots=True)
class ProcessTable:
    """All processes, the generic ones last, and the parameters that a brief may name."""

    processes: tuple[Process, ...]
    parameters: Mapping[str, tuple[re.Pattern[str], ...]]

    @classmethod
    def read(cls, path: Path) -> "ProcessTable":
        """Read a table such as assets/processes.toml.

        Raises:
            ValueError: If a limit names a source or a parameter that the table does not have.
        """
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        sources: Mapping[str, str] = raw["sources"]
        parameters = {
            name: tuple(re.compile(pattern, re.IGNORECASE) for pattern in entry["patterns"])
            for name, entry in raw["parameters"].items()
        }
        processes = tuple(_process(entry, sources, parameters) for entry in raw["process"])
        return cls(processes, parameters)


@lru_cache(maxsize=1)
def process_table() -> ProcessTable:
    """The table that comes with the application."""
    return ProcessTable.read(TABLE)


def expand(spec: Spec, table: ProcessTable | None = None) -> Spec:
    """Add, for every process that a brief asks for, the limits that it sets.

    A clause that only names a process gives one row that stands for it, in place of the row for
    eyes that it was read as; the limits follow as its children. A clause that says more keeps its
    rows, and what it says itself is not said again by a limit.

    Args:
        spec: A parsed brief; one that was expanded before stays as it is.
        table: Processes and limits; those of the application when not given.
    """
    if any(requirement.quantity == PROCESS_LIMITS for requirement in spec.requirements):
        return spec
    table = process_table() if table is None else table
    values = _parameters(spec.text, table)
    clauses = [_told_by_parameters(clause, values, table) for clause in _clauses(spec, table)]
    if not clauses:
        return spec
    rows: list[Requirement] = []
    dropped: set[str] = set()
    ends = {clause.rows[-1].id: clause for clause in clauses if clause.rows}
    for requirement in spec.requirements:
        if any(_only_names(requirement, other) for other in clauses if requirement in other.rows):
            dropped.add(requirement.text)
        else:
            rows.append(requirement)
        if requirement.id in ends:
            rows += _process_rows(ends[requirement.id], values, spec.material)
    for clause in clauses:
        if not clause.rows:
            rows += _process_rows(clause, values, spec.material)
    lint = tuple(item for item in spec.lint if item.text not in dropped)
    return replace(spec, requirements=tuple(rows), lint=(*lint, *_unresolved(clauses, values)))


@dataclass(slots=True)
class _Clause:
    """A clause that asks for a process, and the rows it was read as."""

    text: str
    process: Process
    id: str
    rows: list[Requirement] = field(default_factory=list)

    @property
    def is_chinese(self) -> bool:
        return re.search(r"[\u4e00-\u9fff]", self.text) is not None


def _clauses(spec: Spec, table: ProcessTable) -> Iterator[_Clause]:
    """Clauses that name a process, first those with rows, then notes; one per process."""
    known: dict[str, _Clause] = {}
    for requirement in spec.requirements:
        process = None if requirement.negated else _process_in(requirement.text, table)
        if process is None:
            clause = _of_the_same_clause(requirement, known, table)
        else:
            clause = known.setdefault(
                process.name, _Clause(requirement.text, process, requirement.id)
            )
        if clause is not None:
            clause.rows.append(requirement)
    for number, note in enumerate(spec.notes, start=1):
        process = _process_in(note, table)
        if process is not None and process.name not in known and _asks(note):
            known[process.name] = _Clause(note, process, f"P{number}")
    yield from known.values()


def _of_the_same_clause(
    requirement: Requirement, known: Mapping[str, _Clause], table: ProcessTable
) -> _Clause | None:
    """'喷嘴0.4 mm' beside '适合3D打印': a parameter of the process that was just named."""
    base = requirement.id.split(".")[0]
    is_parameter = requirement.quantity is None and any(
        pattern.search(requirement.text)
        for patterns in table.parameters.values()
        for pattern in patterns
    )
    if not is_parameter:
        return None
    return next((c for c in known.values() if c.rows[0].id.split(".")[0] == base), None)


def _process_in(text: str, table: ProcessTable) -> Process | None:
    """The process that a clause asks for; a special one before a generic one."""
    for process in table.processes:
        found = process.pattern.search(text)
        if found is not None and not _DENIED.search(text[: found.start()]):
            return process
    return None


def _asks(note: str) -> bool:
    return len(note.split()) <= _SHORT_NOTE or _DEMANDS.search(note) is not None


def _only_names(requirement: Requirement, clause: _Clause) -> bool:
    """Whether a row says nothing but the process, its material or a parameter of it."""
    if requirement.quantity is not None or requirement.kind == "material":
        return False
    if requirement.unit is not None:
        return True
    rest = _FILLER.sub(" ", clause.process.pattern.sub(" ", requirement.subject))
    return re.search(r"[^\W\d_]{2,}", rest) is None


def _parameters(text: str, table: ProcessTable) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, patterns in table.parameters.items():
        match = next((m for pattern in patterns if (m := pattern.search(text))), None)
        if match is not None:
            found[name] = float(match["value"])
    return found


def _told_by_parameters(
    clause: _Clause, values: Mapping[str, float], table: ProcessTable
) -> _Clause:
    """'3D printed, 0.4 mm nozzle' is FDM printing."""
    names = [name for parameter, name in clause.process.becomes.items() if parameter in values]
    meant = [process for process in table.processes if process.name in names]
    return replace(clause, process=meant[0]) if meant else clause


def _process_rows(
    clause: _Clause, values: Mapping[str, float], material: str | None
) -> list[Requirement]:
    """The row that stands for the process, then one child per limit."""
    process = clause.process
    first = clause.rows[0] if clause.rows else None
    keeps_its_id = first is not None and not _only_names(first, clause)
    name = f"{clause.id}.p" if keeps_its_id else clause.id
    title = process.title_zh if clause.is_chinese else process.title
    priority: Priority = first.priority if first is not None else "must"
    parent = Requirement(
        name, clause.text, "geometry", title, PROCESS_LIMITS, "==", 0.0, 0.0, "", priority
    )
    known = {**process.defaults, **values}
    chosen = [limit for limit in _limits_for(process, material) if _is_known(limit, known)]
    said = {_bounds(row) for row in clause.rows}
    every = (_child(parent, index, limit, known, clause) for index, limit in enumerate(chosen, 1))
    return [parent, *(child for child in every if _bounds(child) not in said)]


def _bounds(row: Requirement) -> tuple[object, ...]:
    return row.quantity, row.lower, row.upper


def _limits_for(process: Process, material: str | None) -> list[Limit]:
    """The limits for a material; without one of its own a quantity keeps the general limit."""
    special = {limit.quantity for limit in process.limits if material in limit.materials}
    return [
        limit
        for limit in process.limits
        if (material in limit.materials if limit.quantity in special else not limit.materials)
    ]


def _is_known(limit: Limit, values: Mapping[str, float]) -> bool:
    return limit.of is None or limit.of in values


def _child(
    parent: Requirement, index: int, limit: Limit, values: Mapping[str, float], clause: _Clause
) -> Requirement:
    factor = 1.0 if limit.of is None else values[limit.of]
    lower = None if limit.lower is None else round(limit.lower * factor, 6)
    upper = None if limit.upper is None else round(limit.upper * factor, 6)
    bounds = {"lower": _number(lower), "upper": _number(upper)}
    chinese = limit.text_zh.format(**bounds)
    said = chinese if clause.is_chinese else bilingual(limit.text.format(**bounds), chinese)
    milder = max(parent.priority, limit.priority or "must", key=lambda name: _MILDNESS[name])
    both = lower is not None and upper is not None
    comparator = "in" if both else ">=" if upper is None else "<="
    quantity = limit.quantity
    return Requirement(
        f"{parent.id.removesuffix('.p')}.p{index}",
        f"{parent.subject}: {said} ({limit.source})",
        _KINDS.get(quantity, "geometry"),
        said,
        quantity,
        "==" if lower == upper else comparator,  # type: ignore[arg-type]
        lower,
        upper,
        _UNITS.get(quantity, ""),
        milder,
        parent=parent.id,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _unresolved(clauses: Iterable[_Clause], values: Mapping[str, float]) -> Iterator[Lint]:
    """Limits that need a number which the brief does not give."""
    for clause in clauses:
        known = {**clause.process.defaults, **values}
        missing = {
            limit.of for limit in clause.process.limits if limit.of and not _is_known(limit, known)
        }
        for name in sorted(missing):
            what = name.removesuffix("_mm")
            yield Lint(
                clause.text,
                phrase(
                    "{process} has limits that depend on the {parameter}, which is not given.",
                    process=bilingual(clause.process.title, clause.process.title_zh),
                    parameter=_PARAMETERS.get(what, what),
                ),
                _naming(what),
            )


def _naming(parameter: str) -> Phrase:
    if parameter == "thickness":
        return phrase("Name it, such as 'from 2 mm sheet'; until then these limits are left out.")
    return phrase(
        "Name it, such as '{parameter} 2 mm'; until then these limits are left out.",
        parameter=_PARAMETERS.get(parameter, parameter),
    )


def _process(
    raw: Mapping[str, Any], sources: Mapping[str, str], parameters: Mapping[str, object]
) -> Process:
    limits = tuple(_limit(entry, sources) for entry in raw["limit"])
    unknown = {limit.of for limit in limits if limit.of} - set(parameters)
    if unknown:
        message = f"{raw['name']}: no parameter is called {', '.join(sorted(unknown))}"
        raise ValueError(message)
    words = [rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" for word in raw["words"]]
    words += [re.escape(word) for word in raw["words_zh"]]
    pattern = re.compile("|".join(sorted(words, key=len, reverse=True)), re.IGNORECASE)
    return Process(
        raw["name"], raw["title"], raw["title_zh"], pattern, limits, raw.get("defaults", {}),
        raw.get("becomes", {}),
    )  # fmt: skip


def _limit(raw: Mapping[str, Any], sources: Mapping[str, str]) -> Limit:
    if raw["source"] not in sources:
        message = f"{raw['quantity']}: no source is called {raw['source']}"
        raise ValueError(message)
    exact = raw.get("equals")
    lower, upper = raw.get("lower", exact), raw.get("upper", exact)
    return Limit(
        raw["quantity"],
        None if lower is None else float(lower),
        None if upper is None else float(upper),
        raw.get("of"),
        tuple(raw.get("materials", ())),
        raw.get("priority"),
        raw["text"],
        raw["text_zh"],
        sources[raw["source"]],
    )
