"""The words of the house. What travels between rooms is one of these, frozen.

Shape letters: V views, H W pixels, P patches, R requirements, D embedding width, F faces,
N designs. Lengths are mm, angles degrees, masses g, probabilities [0, 1]; axes are
right-handed with Z up; a transform is named target_from_source. Embeddings are plain
(N, D) float32 arrays of unit norm.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float32]
DoubleArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int32]
ByteArray: TypeAlias = NDArray[np.uint8]

DesignKind: TypeAlias = Literal["mesh", "cad", "images"]
SurfaceKind: TypeAlias = Literal["plane", "cylinder", "cone", "sphere", "torus", "other"]
RequirementKind: TypeAlias = Literal[
    "dimension", "count", "mass", "volume", "thickness", "hole", "geometry", "material",
    "visual", "style",
]  # fmt: skip
Comparator: TypeAlias = Literal[">=", "<=", "==", "in"]
Priority: TypeAlias = Literal["must", "should", "could"]
Outcome: TypeAlias = Literal["met", "not_met", "cannot_tell"]
ReviewOutcome: TypeAlias = Literal["fits", "fails", "undecided"]
Source: TypeAlias = Literal["geometry", "visual"]
EvidenceClass: TypeAlias = Literal[
    "same file", "same geometry", "scaled", "mirrored", "near-duplicate", "part of",
    "same family", "similar look",
]  # fmt: skip

MM = "mm"
PRIORITY_WEIGHTS: Mapping[Priority, float] = {"must": 3.0, "should": 1.0, "could": 0.3}


@dataclass(frozen=True, slots=True)
class Camera:
    """Where a view was taken from: an orthographic camera that looks along its own -Z."""

    name: str
    world_from_camera: DoubleArray
    """(4, 4) rigid transform; columns are right, up, backward, position."""
    frame_mm: float
    """Side of the square that the picture shows."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture of a design, rendered from its mesh or uploaded by a person."""

    name: str
    image: ByteArray
    """(H, W, 3) sRGB."""
    camera: Camera | None = None
    face_index: IntArray | None = None
    """(H, W) mesh face seen by each pixel, -1 where there is only background."""


@dataclass(frozen=True, slots=True)
class Mesh:
    """A triangle mesh in mm, Z up, with what is known about each face."""

    vertices: DoubleArray
    """(number of vertices, 3)."""
    faces: IntArray
    """(F, 3) vertex numbers, counter-clockwise seen from outside."""
    face_part: IntArray
    """(F,) number of the part each face belongs to."""
    part_names: tuple[str, ...]
    face_brep: IntArray | None = None
    """(F,) number of the B-rep face each triangle approximates; None for plain meshes."""
    face_colors: ByteArray | None = None
    """(F, 3) sRGB; None when the file has no colours."""


@dataclass(frozen=True, slots=True)
class BrepFace:
    """One exact face of a CAD solid."""

    kind: SurfaceKind
    origin_mm: tuple[float, float, float]
    axis: tuple[float, float, float]
    radius_mm: float | None = None
    """Radius of a cylinder or sphere, larger radius of a cone, major radius of a torus."""
    minor_radius_mm: float | None = None
    """Smaller radius of a cone, minor radius of a torus."""
    sweep_deg: float | None = None
    """How far a curved face goes around its axis: 360 for a full hole or boss."""
    height_mm: float | None = None
    """Length of a cylinder or cone along its axis."""


@dataclass(frozen=True, slots=True)
class Design:
    """What is reviewed: a mesh, exact faces when the file had them, and pictures."""

    id: str
    """sha256 of the source bytes, of all files in the order given."""
    name: str
    kind: DesignKind
    mesh: Mesh | None = None
    brep_faces: tuple[BrepFace, ...] = ()
    views: tuple[View, ...] = ()
    units: str | None = None
    """Unit of the source file; None for pictures. Coordinates here are always mm."""
    units_declared: bool = False
    """Whether the file or the user says the unit; otherwise mm is assumed, with a warning."""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured fact. A quantity may occur several times, as hole_diameter does."""

    quantity: str
    value: float
    unit: str
    """'mm', 'mm2', 'mm3', 'g', 'deg' or '' for counts, shares and yes/no as 1/0."""
    sigma: float
    """Standard error in the same unit; 0 when exact."""
    faces: IntArray | None = None
    """Mesh faces it was measured on; None when it is about the whole design."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One testable clause of a spec."""

    id: str
    text: str
    """The clause in the designer's own words."""
    kind: RequirementKind
    subject: str
    """What is asked for, positively and without numbers: what eyes would look for."""
    quantity: str | None = None
    """Name of the Measurement that settles it; None when only eyes can."""
    comparator: Comparator | None = None
    lower: float | None = None
    upper: float | None = None
    unit: str | None = None
    priority: Priority = "must"
    negated: bool = False
    """'No sharp edges': the subject is forbidden."""
    parent: str | None = None
    """Id of the requirement this one is about: 'each Ø6.6' hangs on 'four holes'."""
    diameter_band_mm: tuple[float, float] | None = None
    """Which holes are counted, when the clause names a size."""
    condition: str | None = None
    """'if used outdoors': no design shows whether it holds, so nobody can tell."""


@dataclass(frozen=True, slots=True)
class Lint:
    """A clause that cannot be checked as it stands, and how to write it."""

    text: str
    problem: str
    proposal: str
    kind: str = ""
    """Name of the problem, such as 'no_unit'."""
    example: str = ""
    """What the proposal writes instead: '2.5 mm'."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A parsed brief."""

    text: str
    requirements: tuple[Requirement, ...]
    notes: tuple[str, ...] = ()
    """Titles and introductions: kept, not scored."""
    lint: tuple[Lint, ...] = ()
    material: str | None = None
    """Material that the spec names, a key of assets/materials.json; mass is measured with it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for or against one requirement."""

    source: Source
    statement: str
    probability: float | None
    value: float | None = None
    unit: str | None = None
    limit: str | None = None
    faces: IntArray | None = None


@dataclass(frozen=True, slots=True)
class WordInfluence:
    """How much one word of a requirement moved the model's score."""

    word: str
    influence: float
    """Score with the word less score without it: positive speaks for the requirement's subject."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one requirement."""

    requirement: Requirement
    outcome: Outcome
    probability: float | None
    evidence: tuple[Evidence, ...]
    reason: str
    words: tuple[WordInfluence, ...] = ()
    """Which words the eyes' score rests on; empty until somebody asks."""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Where the evidence for one requirement is, on an absolute scale."""

    requirement_id: str
    values: FloatArray
    """(H, W) on a view or (F,) on the mesh, [0, 1]; NaN where the mesh was not seen."""
    view_index: int | None
    """Index into Design.views; None when the values are for mesh faces."""
    method: str
    deletion: float | None = None
    """How much more the cosine falls without the warmest places of this requirement than without
    random ones; at most 0 means that the map is not faithful. None until it was tried."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One similar past design."""

    design_id: str
    name: str
    path: str
    similarity: float
    probability: float | None
    """P(same family), when the model was calibrated for it."""
    rank: int
    why: tuple[str, ...] = ()
    evidence: EvidenceClass = "similar look"
    """The strongest thing that can be said of the pair."""
    percentile: float | None = None
    """Share of the designs compared that are less similar; context, never a probability."""
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The facts of `why` by what they are about: parts, shape, topology, holes, size, words, look.
    """
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """Where a spec was the question: id of each requirement -> whether the design meets it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to change for one requirement."""

    requirement_id: str
    text: str
    gain: float | None = None
    """Expected rise of the fit."""
    donor: Hit | None = None
    """A past design that already does it."""
    breaks: tuple[str, ...] = ()
    """Ids of the requirements that are met and would no longer be after this change."""


@dataclass(frozen=True, slots=True)
class Model:
    """Which model looked."""

    id: str
    calibrated: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a design meets its brief."""

    value: float | None
    low: float
    high: float
    """Range with every undecided requirement failed, and met."""
    coverage: float
    """Share of the priority weight that is decided."""
    outcome: ReviewOutcome


@dataclass(frozen=True, slots=True)
class Review:
    """All of it."""

    design: Design
    spec: Spec
    model: Model
    fit: Fit
    measurements: tuple[Measurement, ...]
    verdicts: tuple[Verdict, ...]
    heatmaps: tuple[Heatmap, ...]
    hits: tuple[Hit, ...]
    suggestions: tuple[Suggestion, ...]
    warnings: tuple[str, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time of each stage."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a longer piece of work has come."""

    stage: str
    done: float
    """[0, 1] of the whole."""
    remaining_s: float | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
