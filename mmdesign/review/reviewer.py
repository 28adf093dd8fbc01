"""Reviewer: a model, a library and a reader of files, ready to review designs."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

import numpy as np

from mmdesign.advising import Neighbour, Scene, advise
from mmdesign.closing import Closing
from mmdesign.domain import (
    Fit,
    FloatArray,
    Measurement,
    Mesh,
    Model,
    Progress,
    Review,
    Spec,
    Verdict,
)
from mmdesign.encoding import FileEncoder, open_encoder
from mmdesign.fusion import FusionScorer
from mmdesign.judging import Calibration, fit, judge, takes_eyes, with_stated
from mmdesign.library import (
    IngestReport,
    Library,
    Likeness,
    Reading,
    Record,
    SearchResult,
    ingest,
    thumbnail_webp,
)
from mmdesign.loading import IMAGE_SUFFIXES, MESH_SUFFIXES, Loader
from mmdesign.measuring import bodies_of, mass
from mmdesign.phrases import phrase
from mmdesign.processes import expand
from mmdesign.review.asking import NO_WISHES, Asker, Wishes
from mmdesign.review.clock import Clock
from mmdesign.review.examining import Examiner
from mmdesign.review.sample_library import SAMPLES, shipped_records, wants_samples
from mmdesign.review.seeing import Seen, Seer
from mmdesign.review.showing import render_device
from mmdesign.review.sights import Sight
from mmdesign.settings import Settings, library_place
from mmdesign.spec import density_g_per_cm3, parse_spec, suited

SIMILAR = 6
RELATIVE_HEAT = phrase("This model has no heat scale; heat compares places of this design only.")


class Reviewer(Closing):
    """Reviews designs and looks after their library.

    Safe to use from several threads. Use it as a context manager, or call `close`.
    """

    def __init__(self, settings: Settings, encoder: FileEncoder | None = None) -> None:
        self.settings = settings
        self.encoder = encoder if encoder is not None else open_encoder(settings)
        bundle = self.encoder.bundle
        self._scorer = None if bundle is None else FusionScorer.open(bundle)
        self._calibration = None if bundle is None else Calibration.read(bundle)
        self.model = Model(self.encoder.model_id, calibrated=self._calibration is not None)
        self._loader = Loader(settings)
        self._seer = Seer(
            self._loader, self.encoder, settings.view_px, render_device(settings.device)
        )
        scale = None if self._calibration is None else self._calibration.heat
        self._examiner = Examiner(self.encoder, self._scorer, scale)
        self._library: Library | None = None
        self._opening = threading.Lock()
        likeness = None if bundle is None else Likeness.read(bundle)
        self._asker = Asker(lambda: self.library, self.encoder, self._seer, likeness)

    @classmethod
    def open(
        cls, model: str | None = None, library: str | Path | None = None, device: str | None = None
    ) -> Self:
        """Open with the environment's settings, some of them replaced.

        Without a library of one's own, the sample designs are there to be found.

        Raises:
            ModelError: If the model is not there or cannot be loaded.
            SettingsError: If a setting makes no sense.
        """
        settings = Settings.from_env()
        reviewer = cls(
            replace(
                settings,
                model=model or settings.model,
                library=settings.library if library is None else library_place(str(library)),
                device=device or settings.device,
            )
        )
        if library is None:
            reviewer.add_shipped_samples()
        return reviewer

    def close(self) -> None:
        """Stop the reader and close the library."""
        self._loader.close()
        if self._library is not None:
            self._library.close()

    @property
    def library(self) -> Library:
        """The library of past designs, opened when it is first needed.

        Raises:
            LibraryError: If it holds another model's vectors or cannot be opened.
        """
        with self._opening:
            if self._library is None:
                encoder = self.encoder
                self._library = Library.open(self.settings.library, encoder.model_id, encoder.width)
            return self._library

    def review(
        self,
        files: str | Path | Sequence[str | Path],
        spec: str | Spec,
        *,
        units: str | None = None,
        heat: bool = True,
    ) -> Review:
        """Review one design against a spec; see `stream`."""
        *_, last = self.stream(files, spec, units=units, heat=heat)
        if not isinstance(last, Review):
            message = "a stream ends with its review"
            raise TypeError(message)
        return last

    def stream(
        self,
        files: str | Path | Sequence[str | Path],
        spec: str | Spec,
        *,
        units: str | None = None,
        heat: bool = True,
    ) -> Iterator[Progress | Review]:
        """Review one design; closing the iterator stops the work.

        Args:
            files: One mesh or CAD file, renders of the same design, or both.
            spec: The brief, as text or already parsed.
            units: Unit of a file that declares none; the settings' unit when not given.
            heat: Whether to make heatmaps.

        Yields:
            Progress at the start of each stage, at last the Review.

        Raises:
            SpecError: If the spec holds nothing to check.
            DesignError: If a file cannot be read.
        """
        brief = expand(parse_spec(spec) if isinstance(spec, str) else spec)
        clock = Clock()
        seen = yield from self._seer.see(_paths(files), units, clock)
        yield clock.enter("judging")
        brief = suited(brief, seen.measurements)
        texts = self._texts(brief)
        visual = self._visual(seen, texts)
        measurements, verdicts, overall = _decided(brief, seen, visual)
        heatmaps = self._examiner.heatmaps(seen, texts) if heat else ()
        yield clock.enter("searching")
        found = self._asker.similar(seen, SIMILAR)
        # changes are tried on other measurements of the same look
        scene = Scene(
            measurements, lambda others: _judged(brief, seen, others, visual), seen.design.mesh
        )
        suggestions = advise(verdicts, overall, self._neighbours(found), scene)
        clock.leave()
        yield Review(
            design=seen.design,
            spec=brief,
            model=self.model,
            fit=overall,
            measurements=measurements,
            verdicts=verdicts,
            heatmaps=heatmaps,
            hits=found.hits,
            suggestions=suggestions,
            warnings=(*seen.design.warnings, *self._notes(found)),
            seconds=clock.seconds,
        )

    def judge_of(self, spec: str | Spec) -> Callable[[Sight], tuple[tuple[Verdict, ...], Fit]]:
        """Make a judge of one spec for designs that were seen before; by the rules of `review`.

        Raises:
            SpecError: If the spec holds nothing to check.
        """
        brief = expand(parse_spec(spec) if isinstance(spec, str) else spec)
        texts = self._texts(brief)

        def decide(sight: Sight) -> tuple[tuple[Verdict, ...], Fit]:
            own = suited(brief, sight.measurements)
            _, verdicts, overall = _decided(own, sight, self._visual(sight, texts))
            return verdicts, overall

        return decide

    def examine(self, review: Review, requirement_id: str) -> Review:
        """Add to one requirement how far its heat can be believed.

        Costs about as much as looking at the design did.
        """
        return self._examiner.examine(review, requirement_id)

    def weigh_words(self, review: Review) -> Review:
        """Add to every requirement that takes eyes which of its words moved the score."""
        return self._examiner.weigh_words(review, lambda: self._seer.tokens(review.design))

    def look_closer(
        self,
        review: Review,
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Review:
        """Find the heat of all requirements again by hiding one place after another.

        The design gets further views where the usual ones leave holes or pockets unseen.

        Raises:
            CancelledError: If it was stopped.
        """
        return self._examiner.look_closer(
            review, lambda share: progress(Progress("closer", share)), cancelled
        )

    def describe(self, path: Path) -> Record:
        """Turn one file into a library record: load, render, measure, embed.

        Raises:
            DesignError: If the file cannot be read.
        """
        seen = self._seer.see_now((path,))
        design = seen.design
        return Record(
            design_id=design.id,
            name=design.name,
            path=str(path.resolve()),
            vector=seen.likeness,
            kind=design.kind,
            units=design.units,
            shape_descriptor=seen.shape,
            measurements=seen.measurements,
            thumbnail=thumbnail_webp(design.views[0]),
            bodies=bodies_of(design),
        )

    def geometry(self, design_id: str) -> Mesh | None:
        """Read the mesh of a past design again; None for pictures.

        Raises:
            LibraryError: If the library does not hold the design.
            DesignError: If its file is gone or cannot be read.
        """
        return self._loader.load(Path(self.library.get(design_id).path)).mesh

    def index(
        self,
        paths: Sequence[Path],
        progress: Callable[[Progress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        retry: bool = False,
    ) -> IngestReport:
        """Add files, folders and manifests to the library; see `library.ingest`."""
        suffixes = {*MESH_SUFFIXES, *IMAGE_SUFFIXES}
        reading = Reading(self.describe, suffixes, self.encoder.embed_texts)
        return ingest(self.library, paths, reading, progress, cancelled, retry)

    def search(
        self,
        text: str | None = None,
        files: Sequence[Path] = (),
        *,
        k: int = 12,
        where: str | None = None,
        wishes: Wishes = NO_WISHES,
    ) -> SearchResult:
        """Find past designs by words, by a design's files, or by both in equal parts.

        Wishes ask for more like this, less like that, further designs, weights, the same size.

        Raises:
            DesignError: If a file cannot be read.
            LibraryError: If there is nothing to search for, or the filter cannot be read.
        """
        return self._asker.search(text, _paths(files), k, where, wishes)

    def search_spec(
        self, spec: str | Spec, *, k: int = 12, where: str | None = None
    ) -> SearchResult:
        """Find the past designs that already meet a spec, and say of each what it meets.

        Raises:
            SpecError: If the spec holds nothing to check.
            LibraryError: If the filter cannot be read.
        """
        brief = parse_spec(spec) if isinstance(spec, str) else spec
        return self._asker.meeting(brief, self.judge_of(brief), k, where)

    def add_samples(self, progress: Callable[[Progress], None] = lambda _: None) -> int:
        """Fill a new library with the sample designs; return how many designs it then holds.

        The shipped index is used when it was made with this model; otherwise the samples are
        rendered and embedded here.
        """
        is_new = wants_samples(self.settings.library)
        if not self.add_shipped_samples() and is_new:
            self.index([SAMPLES], progress)
        return len(self.library)

    def add_shipped_samples(self) -> bool:
        """Fill a new library with the shipped index; False when there was no reason to."""
        if not wants_samples(self.settings.library):
            return False
        records = tuple(shipped_records(self.encoder.model_id))
        if records:
            self.library.add(records)
        return bool(records)

    def _texts(self, brief: Spec) -> dict[str, FloatArray]:
        """Text vector (D,) of every requirement that takes eyes, by its id."""
        asked = [requirement for requirement in brief.requirements if takes_eyes(requirement)]
        vectors = self.encoder.embed_texts([requirement.subject for requirement in asked])
        return {asked[row].id: vector for row, vector in enumerate(vectors)}

    def _visual(
        self, seen: Seen | Sight, texts: Mapping[str, FloatArray]
    ) -> dict[str, float | None]:
        """P(visible) of every requirement that takes eyes; None without a calibration."""
        if not texts:
            return {}
        if self._scorer is None or self._calibration is None:
            return dict.fromkeys(texts)
        vectors = np.stack(list(texts.values()))
        logits = self._scorer.logits(seen.view_embeddings, vectors, seen.shape)
        chances = self._calibration.probability(logits)
        return {name: float(chance) for name, chance in zip(texts, chances, strict=True)}

    def _neighbours(self, found: SearchResult) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(hit, self.library.get(hit.design_id).measurements) for hit in found.hits
        )

    def _notes(self, found: SearchResult) -> tuple[str, ...]:
        has_scale = self._calibration is not None and self._calibration.heat is not None
        notes = () if has_scale else (RELATIVE_HEAT,)
        return (*notes, found.note) if found.note else notes


def _paths(files: str | Path | Sequence[str | Path]) -> tuple[Path, ...]:
    if isinstance(files, str | Path):
        return (Path(files),)
    return tuple(Path(file) for file in files)


def _decided(
    brief: Spec, seen: Seen | Sight, visual: Mapping[str, float | None]
) -> tuple[tuple[Measurement, ...], tuple[Verdict, ...], Fit]:
    measurements = _with_mass(seen.measurements, brief)
    verdicts = _judged(brief, seen, measurements, visual)
    return measurements, verdicts, fit(verdicts)


def _judged(
    brief: Spec,
    seen: Seen | Sight,
    measurements: Sequence[Measurement],
    visual: Mapping[str, float | None],
) -> tuple[Verdict, ...]:
    verdicts = judge(
        brief,
        measurements,
        visual,
        has_geometry=seen.has_geometry,
        units_declared=seen.units_declared,
        design=seen.design if isinstance(seen, Seen) else None,
    )
    return with_stated(verdicts, seen.part_names)


def _with_mass(measurements: tuple[Measurement, ...], brief: Spec) -> tuple[Measurement, ...]:
    if brief.material is None:
        return measurements
    weighed = mass(measurements, density_g_per_cm3(brief.material))
    return measurements if weighed is None else (*measurements, weighed)
