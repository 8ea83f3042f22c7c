"""Words for all pictures of the open project that have none, in a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.control import Control
from tas_desktop.engine.methods import Chips
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.batch.bootstrapping import BootstrapReport
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.engine.analysis import ImageAnalysis
    from tas_desktop.engine.methods import Method
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession

NAME = "suggest"
THINGS = 5  # of a picture


class Bootstrap(QObject):
    """Describes picture after picture; the one at the screen goes first, as with the batch.

    Signals:
        running_changed: whether it runs.
        progressed: a ``BootstrapProgress``.
        done: the ``BootstrapReport``, also of a run that was stopped.
        failed: it could not go on; what was written stays.
    """

    running_changed = Signal(bool)
    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        project: ProjectSession,
        source: PipelineSource,
        *,
        method: Callable[[], Method | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._source, self._method = project, source, method
        self._lane = JobRunner(NAME)
        self._lane.busy_changed.connect(self.running_changed)
        project.opening.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether it runs, or is just stopping."""
        return self._lane.is_busy

    @property
    def can_start(self) -> bool:
        """Whether there is a project to write to, and it does not run."""
        store = self._project.store
        return store is not None and store.read_only_reason is None and not self.is_running

    @Slot()
    def start(self) -> None:
        """Describe every picture without text; the texts are the model's and undecided."""
        store = self._project.store
        if store is None or not self.can_start:
            return
        file, method = store.file, self._method()

        def run(control: JobControl) -> BootstrapReport:
            from tas_desktop.batch.bootstrapping import write_suggestions
            from tas_desktop.storage.project import ProjectStore

            def describe(picture: Path) -> list[str]:
                return self._describe(picture, method=method, control=Control(control.token))

            with ProjectStore.open(file) as own:
                return write_suggestions(
                    own, describe, token=control.token, on_progress=control.deliver_partial
                )

        job = Job(
            NAME,
            run,
            on_success=self.done.emit,
            on_partial=self.progressed.emit,
            on_failure=self.failed.emit,
        )
        self._lane.submit(job)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step."""
        self._lane.cancel_all()

    def close(self) -> bool:
        """Stop and end the lane."""
        return self._lane.close()

    def _describe(self, picture: Path, *, method: Method | None, control: Control) -> list[str]:
        """The best text of each thing; runs in the lane."""
        from tas_desktop.engine.bootstrapping import describe_things

        pipeline = self._source.get()
        analysis = self._analyse(picture, method=method, control=control)

        def ranked(text: str) -> Ranking:
            return pipeline.rank(analysis, text, chips=Chips(), method=method)

        found = describe_things(analysis, rank=ranked, most=THINGS, texts_each=1, token=control.token)
        return [thing.suggestions[0].text for thing in found]

    def _analyse(self, picture: Path, *, method: Method | None, control: Control) -> ImageAnalysis:
        """The picture's analysis: as the batch makes it, behind whoever is at the screen."""
        from tas_desktop.batch.proposing import ImageTask
        from tas_desktop.formats.image_reading import read_image

        pipeline = self._source.get()
        task = ImageTask(0, picture.name, picture, None, expressions=(), outline=None)
        proposals = pipeline.proposer(method).propose(task, control=control)
        kept = pipeline.recall(proposals.content_hash, method=method)
        if kept is not None:
            return kept
        return pipeline.analyse(  # nothing may be kept on this machine's disk
            read_image(picture), control=control, on_partial=lambda _early: None, method=method
        )
