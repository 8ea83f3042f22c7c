"""Proposing for all pictures of the open project, in a lane of its own beside the annotator's work.

The lane asks the models image by image; they let whoever is at the screen go first (`batch.turns`). It writes
through a store of its own: the project's lane stays free for decisions, and project and window may go away
under it. What it has written is committed image by image, so that stopping it loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.batch.progress import BatchProgress
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.surviving_proposer import SurvivingProposer
from tas_desktop.storage.rows import ImageStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.batch.progress import BatchFailure, BatchReport
    from tas_desktop.engine.methods import Method
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession

NAME = "batch"


class BatchSession(QObject):
    """Starts and stops the batch, and tells how far it is.

    Signals:
        running_changed: whether one runs.
        progressed: a ``BatchProgress``, at most ten times a second.
        done: the ``BatchReport``, also of one that was stopped.
        failed: it could not go on; what was done before stays.
        offered: the project just opened has a batch that was cut short.
    """

    running_changed = Signal(bool)
    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    offered = Signal()

    def __init__(
        self,
        project: ProjectSession,
        source: PipelineSource,
        *,
        notes: Path,
        method: Callable[[], Method | None],
        parent: QObject | None = None,
    ) -> None:
        """Make one that is idle.

        Args:
            project: the project that is open.
            source: the models.
            notes: folder for notes on batches that have begun (``UnfinishedBatches``).
            method: how the annotator ranks now; None for the settings' method.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self.progress: BatchProgress | None = None
        self.report: BatchReport | None = None
        self.failures: tuple[BatchFailure, ...] = ()
        self._project, self._source, self._notes, self._method = project, source, notes, method
        self._job: int | None = None
        self._lane = JobRunner(NAME)
        self._lane.finished.connect(self._on_finished)
        project.opening.connect(self._on_opening)
        project.opened.connect(self._on_opened)

    @property
    def is_running(self) -> bool:
        """Whether a batch runs, or is just stopping."""
        return self._job is not None

    @property
    def can_start(self) -> bool:
        """Whether there is a project to write to and none runs."""
        store = self._project.store
        return store is not None and store.read_only_reason is None and not self.is_running

    def start(self, *, again: bool = False, begin_at: int | None = None) -> None:
        """Analyse every image and rank every undecided expression.

        Args:
            again: rank also what was done before.
            begin_at: the image at the screen: those after it are wanted first.
        """
        store = self._project.store
        if store is None or not self.can_start:
            return
        file, method = store.file, self._method()
        self.progress, self.report, self.failures = None, None, ()

        def run(control: JobControl) -> BatchReport:
            from tas_desktop.batch.claim import claim_batch
            from tas_desktop.batch.runner import run_batch
            from tas_desktop.batch.unfinished import UnfinishedBatches
            from tas_desktop.storage.project import ProjectStore

            with ProjectStore.open(file) as own, claim_batch(own):
                UnfinishedBatches(self._notes).note(file)
                proposer = SurvivingProposer(self._source, method)
                report = run_batch(
                    own,
                    proposer,
                    again=again,
                    begin_at=begin_at,
                    token=control.token,
                    on_progress=control.deliver_partial,
                )
            if not report.cancelled:
                UnfinishedBatches(self._notes).forget(file)
            return report

        job = Job(
            NAME, run, on_success=self._take_report, on_partial=self._take_progress, on_failure=self._fail
        )
        self._job = self._lane.submit(job)
        self.running_changed.emit(True)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step, and do not offer to go on: the annotator wants no more of it now."""
        store = self._project.store
        if self._job is None:
            return
        self._lane.cancel(self._job)
        if store is not None:
            self._forget(store.file)

    def close(self) -> bool:
        """Stop and end the lane; the next start offers to go on."""
        return self._lane.close()

    def _forget(self, file: Path) -> None:
        """Take the note back, once the batch before it in the lane has stopped."""

        def run(_control: JobControl) -> None:
            from tas_desktop.batch.unfinished import UnfinishedBatches

            UnfinishedBatches(self._notes).forget(file)

        self._lane.submit(Job("", run))

    def _take_progress(self, progress: BatchProgress) -> None:
        self.progress = progress
        self.failures += progress.failures
        for image_id in progress.finished:
            self._mark_proposed(image_id)
        self.progressed.emit(progress)

    def _mark_proposed(self, image_id: int) -> None:
        """Let the list's dot follow at once, without asking the disk."""
        row = self._project.images.image(image_id)
        if row is not None and row.status is ImageStatus.UNTOUCHED:
            self._project.images.replace_row(row._replace(status=ImageStatus.PROPOSED))

    def _take_report(self, report: BatchReport) -> None:
        self.report, self.failures = report, report.failures
        self.done.emit(report)

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error)

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        if job_id == self._job:
            self._job = None
            self.running_changed.emit(False)

    @Slot()
    def _on_opening(self) -> None:
        """Another project: stop the batch of this one, and let it be offered when it comes back."""
        if self._job is not None:
            self._lane.cancel(self._job)

    @Slot()
    def _on_opened(self) -> None:
        store = self._project.store
        if store is None or store.read_only_reason is not None:
            return
        file = store.file

        def look(_control: JobControl) -> bool:
            from tas_desktop.batch.unfinished import UnfinishedBatches

            return UnfinishedBatches(self._notes).wants_more(file)

        def offer(wanted: bool) -> None:
            now = self._project.store
            if wanted and now is not None and now.file == file:
                self.offered.emit()

        self._lane.submit(Job("", look, on_success=offer))
