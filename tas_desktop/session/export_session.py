"""Exports of the open project: in a lane of their own, with progress and Cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.control import CancelToken
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.domain.annotation import AnnotatedImage
    from tas_desktop.formats.coco import CocoReport, MaskForm
    from tas_desktop.session.project_session import ProjectSession


class ExportSession(QObject):
    """Writes annotations to files; decisions go on meanwhile, from one consistent moment."""

    running_changed = Signal(bool)
    progressed = Signal(int, int)  # images read, images with annotations at most
    done = Signal(object)  # CocoReport
    failed = Signal(object)
    cancelled = Signal()

    _step = Signal(int, int)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._lane = JobRunner("export")
        self._lane.busy_changed.connect(self.running_changed)
        self._lane.cancelled.connect(self._on_cancelled)
        self._step.connect(self.progressed)

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._lane.is_busy

    def export_coco(self, target: Path, *, masks: MaskForm) -> None:
        """Write a COCO file; ``done``, ``failed`` or ``cancelled`` follows."""
        store, total = self._project.store, self._project.counts.images
        if store is None:
            return

        def run(control: JobControl) -> CocoReport:
            from tas_desktop.formats.coco import write_coco

            images = self._counted(store.iter_annotations(), total=total, token=control.token)
            return write_coco(target, images, categories=store.categories.table(), masks=masks)

        self._lane.submit(Job("export", run, on_success=self.done.emit, on_failure=self.failed.emit))

    @Slot()
    def cancel(self) -> None:
        """Stop at the next image; nothing is left behind."""
        self._lane.cancel_all()

    def close(self) -> bool:
        """Cancel and end the lane."""
        return self._lane.close()

    def _counted(
        self, images: Iterator[AnnotatedImage], *, total: int, token: CancelToken
    ) -> Iterator[AnnotatedImage]:
        for number, image in enumerate(images, start=1):
            token.check()
            if number % 25 == 0:
                self._step.emit(number, total)
            yield image

    @Slot(int)
    def _on_cancelled(self, _job_id: int) -> None:
        self.cancelled.emit()
