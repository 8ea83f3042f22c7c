"""Checking, removing and bringing in models: one at a time, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.control import WorkControl
from tas_desktop.models.errors import ModelDamaged
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.models.throttle import Throttled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.models.entry import ModelEntry


class Chore(Enum):
    """What is done with a model."""

    VERIFY = auto()
    REMOVE = auto()
    BRING_IN = auto()


@dataclass(frozen=True, slots=True)
class RunningChore:
    """A chore that runs or waits for its turn.

    Attributes:
        chore: what is done.
        share: how far it is, 0 to 1; None while unknown.
    """

    chore: Chore
    share: float | None = None


class Upkeep(QObject):
    """What a person does with models that are here, or have them from elsewhere.

    Signals:
        changed: model id of a chore that has begun, moved on or ended.
        done: model id and `Chore`.
        failed: model id and exception.
    """

    changed = Signal(str)
    done = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: JobRunner | None = None
        self._running: dict[str, RunningChore] = {}
        self._jobs: dict[int, str] = {}

    def chore_of(self, model_id: str) -> RunningChore | None:
        """What is being done with a model; None for nothing."""
        return self._running.get(model_id)

    def verify(self, entry: ModelEntry) -> None:
        """Read all files of a model and compare their checksums; one that differs is a failure."""

        def work(control: WorkControl) -> object:
            from tas_desktop.models.verifying import verify

            bad = [file for file in verify(entry, control=control) if not file.verdict.is_good]
            if bad:
                raise ModelDamaged(
                    f"{bad[0].name} of {entry.title} is damaged: it {bad[0].verdict.value}",
                    next_step="Remove the model and download it again",
                )
            return None

        self._start(entry, Chore.VERIFY, work)

    def remove(self, entry: ModelEntry) -> None:
        """Remove a model, and what a download has left; one that is used in place is only forgotten."""

        def work(_control: WorkControl) -> object:
            from tas_desktop.models.removing import remove

            return remove(entry)

        self._start(entry, Chore.REMOVE, work)

    def bring_in(self, entry: ModelEntry, path: Path) -> None:
        """Use a file or folder of this computer, where it lies, as a model of the catalogue."""

        def work(control: WorkControl) -> object:
            from tas_desktop.models.importing import import_model

            return import_model(path, model_id=entry.model_id, control=control)

        self._start(entry, Chore.BRING_IN, work)

    @Slot(str)
    def cancel(self, model_id: str) -> None:
        """Stop what is being done with a model at its next step."""
        for job_id, its in self._jobs.items():
            if its == model_id and self._made is not None:
                self._made.cancel(job_id)

    def close(self) -> bool:
        """Stop and end the lane."""
        return self._made is None or self._made.close()

    def _start(self, entry: ModelEntry, chore: Chore, work: Callable[[WorkControl], object]) -> None:
        model_id = entry.model_id
        if model_id in self._running:
            return

        def run(control: JobControl) -> object:
            return work(WorkControl(control.token, Throttled(control.deliver_partial)))

        def move(progress: WorkProgress) -> None:
            if progress.total:
                self._running[model_id] = replace(
                    self._running[model_id], share=progress.done / progress.total
                )
                self.changed.emit(model_id)

        job = Job(
            "upkeep",
            run,
            on_partial=move,
            on_success=lambda _outcome: self.done.emit(model_id, chore),
            on_failure=lambda error: self.failed.emit(model_id, error),
        )
        self._running[model_id] = RunningChore(chore)
        self._jobs[self._lane.submit(job)] = model_id
        self.changed.emit(model_id)

    @property
    def _lane(self) -> JobRunner:
        if self._made is None:
            self._made = JobRunner("upkeep")
            self._made.finished.connect(self._on_finished)
        return self._made

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        model_id = self._jobs.pop(job_id)
        del self._running[model_id]
        self.changed.emit(model_id)
