"""Comparing two contenders on the open project's accepted labels, in a lane beside the annotator's work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.errors import InputRefused
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.methods import Method
    from tas_desktop.evaluation.answering.answers import AnswerSource
    from tas_desktop.evaluation.comparison import Comparison, Verdict
    from tas_desktop.evaluation.labels.labels import LabelledImage, Labels, Unit
    from tas_desktop.evaluation.protocol import Protocol
    from tas_desktop.session.outlines import MaskOutline
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.project import ProjectStore


class Contender(NamedTuple):
    """Who can be compared: a ranking method, or a program whose predictions were imported.

    Attributes:
        name: of the method or program.
        is_imported: which of the two.
        method: the method itself where its parameters are not its own.
    """

    name: str
    is_imported: bool = False
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What there is to compare on.

    Attributes:
        sentences: accepted expressions with a mask.
        imported: names of the programs whose predictions were imported.
    """

    sentences: int
    imported: tuple[str, ...] = ()


class DrawnCase(NamedTuple):
    """A case to look at.

    Attributes:
        case: which one.
        pixels_rgb: the picture with what was accepted and both masks, uint8, shape (height, width, 3).
        outlines: of each contender's mask; None where it found nothing.
    """

    case: Case
    pixels_rgb: NDArray[np.uint8]
    outlines: tuple[MaskOutline | None, ...]


class Case(NamedTuple):
    """One sentence of a comparison with what it is about."""

    verdict: Verdict
    image: LabelledImage
    unit: Unit


class ComparisonSession(QObject):
    """Reads what is accepted, measures, draws single cases, and writes the report.

    The lanes come into being when they are first needed: one measures, which takes minutes, the other reads,
    draws and writes meanwhile.

    Signals:
        scope_read: ``scope`` is there.
        running_changed: whether a comparison is under way.
        progressed: pictures done and pictures in all.
        done: ``comparison`` and ``cases`` are there.
        drawn: a ``DrawnCase``.
        written: the report's files.
        failed: something could not be done.

    Attributes:
        scope: of the last look; None before, and after another project was opened.
        comparison: the last one; None before.
        cases: its sentences, those first about which the two differ most.
    """

    scope_read = Signal()
    running_changed = Signal(bool)
    progressed = Signal(int, int)
    done = Signal()
    drawn = Signal(object)
    written = Signal(object)  # tuple of Path
    failed = Signal(object)

    def __init__(
        self, project: ProjectSession, source: PipelineSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.scope: Scope | None = None
        self.comparison: Comparison | None = None
        self.cases: tuple[Case, ...] = ()
        self._project, self._source = project, source
        self._lanes: dict[str, JobRunner] = {}
        self._job: int | None = None
        project.opening.connect(self.cancel)
        project.opened.connect(self._on_opened)

    @property
    def is_running(self) -> bool:
        """Whether a comparison is under way."""
        return self._job is not None

    def look(self) -> None:
        """Count what is accepted now; ``scope_read`` follows."""
        store = self._project.store
        if store is None:
            return

        def run(_control: JobControl) -> Scope:
            from tas_desktop.storage.rows import ExpressionStatus

            with store.begin_dataset() as stored:
                accepted = stored.count_by_status().get(ExpressionStatus.ACCEPTED, 0)
            return Scope(accepted, tuple(store.answers.names()))

        self._beside.submit(Job("", run, on_success=self._take_scope, on_failure=self.failed.emit))

    def start(self, first: Contender, second: Contender) -> None:
        """Measure two contenders; ``progressed`` and then ``done``, ``failed`` or nothing follow."""
        store = self._project.store
        if store is None or self.is_running:
            return
        source = self._source

        def run(control: JobControl) -> tuple[Comparison, tuple[Case, ...]]:
            return _measure(store, source, (first, second), control=control)

        self.comparison, self.cases = None, ()
        job = Job(
            "",
            run,
            on_success=self._take_outcome,
            on_partial=self._take_progress,
            on_failure=self.failed.emit,
        )
        lane = self._lane("comparison")
        self._job = lane.submit(job)
        self.running_changed.emit(True)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step."""
        if self._job is not None:
            self._lane("comparison").cancel(self._job)

    def draw(self, case: Case) -> None:
        """Draw a case; ``drawn`` follows, unless another one is asked for before."""

        def run(control: JobControl) -> DrawnCase:
            from tas_desktop.evaluation.answering.methods import read_labelled
            from tas_desktop.evaluation.protocol import Truth
            from tas_desktop.evaluation.writing.case_picture import draw_case
            from tas_desktop.session.outlines import trace_mask

            pixels_rgb = read_labelled(case.image).pixels_rgb
            control.token.check()
            predicted = [sample.predicted for sample in case.verdict.samples]
            drawn_rgb = draw_case(pixels_rgb, case.unit.truth(Truth.UNION), predicted)
            outlines = tuple(None if mask is None else trace_mask(mask) for mask in predicted)
            return DrawnCase(case, drawn_rgb, outlines)

        job = Job("", run, on_success=self.drawn.emit, on_failure=self.failed.emit)
        self._lane("cases").submit(job, supersede=True)

    def write_report(self, folder: Path, *, title: str) -> None:
        """Write page, figures, plots and pictures; ``written`` follows."""
        comparison = self.comparison
        if comparison is None:
            return

        def run(control: JobControl) -> tuple[Path, ...]:
            from tas_desktop.evaluation.writing.report_folder import write_report

            return tuple(write_report(folder, comparison, title=title, token=control.token))

        self._beside.submit(Job("", run, on_success=self.written.emit, on_failure=self.failed.emit))

    def close(self) -> bool:
        """End the lanes where there are any."""
        return all(lane.close() for lane in self._lanes.values())

    @property
    def _beside(self) -> JobRunner:
        return self._lane("comparison files")

    def _lane(self, name: str) -> JobRunner:
        if name not in self._lanes:
            self._lanes[name] = JobRunner(name)
            self._lanes[name].finished.connect(self._on_finished)
        return self._lanes[name]

    def _take_scope(self, scope: Scope) -> None:
        self.scope = scope
        self.scope_read.emit()

    def _take_progress(self, progress: tuple[int, int]) -> None:
        self.progressed.emit(*progress)

    def _take_outcome(self, outcome: tuple[Comparison, tuple[Case, ...]]) -> None:
        self.comparison, self.cases = outcome
        self.done.emit()

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        if job_id == self._job:
            self._job = None
            self.running_changed.emit(False)

    @Slot()
    def _on_opened(self) -> None:
        """Another project: whatever is still under way is of the one before, and nobody waits for it."""
        self.scope, self.comparison, self.cases = None, None, ()
        for lane in self._lanes.values():
            lane.drop_all()
        if self._job is not None:
            self._job = None
            self.running_changed.emit(False)


def _measure(
    store: ProjectStore,
    source: PipelineSource,
    contenders: tuple[Contender, Contender],
    *,
    control: JobControl,
) -> tuple[Comparison, tuple[Case, ...]]:
    """Measure two contenders on what is accepted now, and sort the sentences by where they differ."""
    from tas_desktop.evaluation.comparison import compare
    from tas_desktop.evaluation.intervals import Resampling
    from tas_desktop.evaluation.labels.project import read_project_labels
    from tas_desktop.evaluation.protocol import Protocol
    from tas_desktop.evaluation.running import run_evaluation
    from tas_desktop.evaluation.writing.cases import by_disagreement

    protocol, labels = Protocol(), read_project_labels(store)
    sources = _sources(store, source, labels, contenders, protocol)

    def tell(done: int, total: int) -> None:
        control.deliver_partial((done, total))

    run = run_evaluation(labels, sources, protocol, control=control.engine, on_image=tell)
    comparison = compare(run, Resampling(), proposals="model", token=control.token)
    images = {image.image_id: image for image in labels.images}
    units = {unit.unit_id: unit for image in labels.images for unit in image.units}
    cases = tuple(
        Case(verdict, images[verdict.image_id], units[verdict.unit_id])
        for verdict in by_disagreement(comparison.verdicts())
    )
    return comparison, cases


def _sources(
    store: ProjectStore,
    source: PipelineSource,
    labels: Labels,
    contenders: tuple[Contender, Contender],
    protocol: Protocol,
) -> list[AnswerSource]:
    """One source for each contender, in order; two methods share one, and so their analyses."""
    from tas_desktop.engine.methods import method_named
    from tas_desktop.evaluation.answering.given import read_imported
    from tas_desktop.session.comparison.pipeline_methods import PipelineMethods

    given = {}
    if any(one.is_imported for one in contenders):
        given = {one.names[0]: one for one in read_imported(store, labels)}
    ranking = (one for one in contenders if not one.is_imported)
    methods = {one.name: one.method or method_named(one.name) for one in ranking}
    if len(methods) == len(contenders):
        return [PipelineMethods(source, methods, protocol=protocol)]
    made: list[AnswerSource] = []
    for one in contenders:
        if not one.is_imported:
            made.append(PipelineMethods(source, {one.name: methods[one.name]}, protocol=protocol))
        elif one.name not in given:
            raise InputRefused(
                f"There are no predictions of {one.name} any more", next_step="Import them again"
            )
        else:
            answers = given[one.name]
            made.append(answers.renamed(f"{one.name} (imported)") if one.name in methods else answers)
    return made
