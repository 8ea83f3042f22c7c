"""Downloads of models: several wait in line, one runs; they outlive the dialog that asked for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.control import WorkControl
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.models.throttle import Throttled
from tas_desktop.session.models.transfer import Transfer, TransferRate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.models.entry import ModelEntry

    Pull = Callable[[ModelEntry, WorkControl], object]

DOWNLOAD_STEP: Final = "download"


def pull_model(entry: ModelEntry, control: WorkControl) -> object:
    """Download a model for good, `models.pulling.pull`; imported when the first one is wanted."""
    from tas_desktop.models.pull_settings import PullSettings
    from tas_desktop.models.pulling import pull

    return pull(entry, control=control, settings=PullSettings.from_environment())


class Downloads(QObject):
    """Nothing is fetched unless `start` is called.

    A download that is cancelled, or cut short by the program's end, keeps what has come; starting it again
    goes on from there.

    Args:
        pull: downloads one model; called in the lane.
        parent: the Qt parent.

    Signals:
        changed: model id of a download that has begun, moved on or ended.
        arrived: model id of a model that is here now.
        failed: model id and exception.
    """

    changed = Signal(str)
    arrived = Signal(str)
    failed = Signal(str, object)

    def __init__(self, pull: Pull = pull_model, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pull = pull
        self._made: JobRunner | None = None
        self._jobs: dict[str, int] = {}  # by model id
        self._transfers: dict[str, Transfer] = {}
        self._rates: dict[str, TransferRate] = {}

    @property
    def under_way(self) -> tuple[Transfer, ...]:
        """All that run or wait, in their order."""
        return tuple(self._transfers.values())

    def transfer_of(self, model_id: str) -> Transfer | None:
        """How far a model's download is; None where none runs or waits."""
        return self._transfers.get(model_id)

    def start(self, entry: ModelEntry) -> None:
        """Download a model, after those that were asked for before; one under way is left alone."""
        model_id = entry.model_id
        if model_id in self._transfers:
            return

        def run(control: JobControl) -> object:
            report = Throttled(control.deliver_partial)
            return self._pull(entry, WorkControl(control.token, report))

        job = Job(
            "download",
            run,
            on_partial=lambda progress: self._move(model_id, progress),
            on_failure=lambda error: self.failed.emit(model_id, error),
            on_success=lambda _place: self.arrived.emit(model_id),
        )
        waits = bool(self._transfers)
        total = entry.size_bytes if entry.size_exact else 0
        self._transfers[model_id] = Transfer(model_id, entry.title, total_bytes=total, is_waiting=waits)
        self._rates[model_id] = TransferRate()
        self._jobs[model_id] = self._lane.submit(job)
        self.changed.emit(model_id)

    def cancel(self, model_id: str) -> None:
        """Stop a download, or take it out of the line; what has come is kept."""
        transfer = self._transfers.get(model_id)
        if transfer is None:
            return
        self._lane.cancel(self._jobs[model_id])
        if transfer.is_waiting:
            self._forget(model_id)
        else:
            self._transfers[model_id] = replace(transfer, is_stopping=True)
        self.changed.emit(model_id)

    @Slot()
    def cancel_all(self) -> None:
        """Stop everything."""
        for model_id in tuple(self._transfers):
            self.cancel(model_id)

    def close(self) -> bool:
        """Stop everything and end the lane; what has come is kept for the next time."""
        return self._made is None or self._made.close()

    @property
    def _lane(self) -> JobRunner:
        """The lane, made when the first download is asked for."""
        if self._made is None:
            self._made = JobRunner("downloads")
            self._made.started.connect(self._on_started)
            self._made.finished.connect(self._on_finished)
        return self._made

    def _move(self, model_id: str, progress: WorkProgress) -> None:
        transfer, rate = self._transfers[model_id], self._rates[model_id]
        if progress.step != DOWNLOAD_STEP:
            self._transfers[model_id] = replace(transfer, step=progress.step, seconds_left=None)
            self.changed.emit(model_id)
            return
        rate.note(progress.done)
        total = progress.total or transfer.total_bytes
        self._transfers[model_id] = replace(
            transfer,
            done_bytes=progress.done,
            total_bytes=total,
            bytes_per_second=rate.bytes_per_second,
            seconds_left=rate.seconds_left(max(total - progress.done, 0)),
            step=progress.step,
        )
        self.changed.emit(model_id)

    @Slot(int, str)
    def _on_started(self, job_id: int, _name: str) -> None:
        model_id = self._model_of(job_id)
        if model_id is not None:
            self._transfers[model_id] = replace(self._transfers[model_id], is_waiting=False)
            self.changed.emit(model_id)

    @Slot(int)
    def _on_finished(self, job_id: int) -> None:
        model_id = self._model_of(job_id)
        if model_id is not None:
            self._forget(model_id)
            self.changed.emit(model_id)

    def _model_of(self, job_id: int) -> str | None:
        """None for one that was taken out of the line."""
        return next((model_id for model_id, its in self._jobs.items() if its == job_id), None)

    def _forget(self, model_id: str) -> None:
        del self._transfers[model_id], self._rates[model_id], self._jobs[model_id]
