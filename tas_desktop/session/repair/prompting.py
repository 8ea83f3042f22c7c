"""The lane in which prompts are answered; the newest request counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.errors import BackendFailed
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.repair.seen_pictures import SmallPicture

if TYPE_CHECKING:
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.engine.segmenting import PromptTask
    from tas_desktop.session.pipeline import PipelineSource


class Prompting(QObject):
    """Asks the network beside the window; what is delivered belongs to the newest request.

    Signals:
        answered: PromptTask, PromptedMask.
        failed: PromptTask, exception.
    """

    answered = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, source: PipelineSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._lane = JobRunner("prompts")

    @property
    def is_possible(self) -> bool:
        """Whether the loaded models answer prompts; True while they are being loaded."""
        pipeline = self._source.loaded
        return pipeline is None or pipeline.knows_prompts

    def request(self, image: LoadedImage, task: PromptTask) -> None:
        """Ask; ``answered`` or ``failed`` follows unless another request or `drop` comes first."""

        def run(control: JobControl) -> PromptedMask:
            pipeline = self._source.get()
            if not pipeline.knows_prompts:
                raise BackendFailed(
                    "This profile has no network for points and boxes",
                    next_step="Use the brush or the polygon, or choose another profile",
                )
            key, token = image.content_hash, control.token
            answered = pipeline.answer(key, task, brought=None, token=token)
            if answered is None:
                answered = pipeline.answer(key, task, brought=SmallPicture.of(image), token=token)
            if answered is None:
                raise RuntimeError("the picture that was brought was not taken")
            return answered

        def deliver(answered: PromptedMask) -> None:
            self.answered.emit(task, answered)

        def refuse(error: BaseException) -> None:
            self.failed.emit(task, error)

        self._lane.submit(Job("", run, on_success=deliver, on_failure=refuse), supersede=True)

    def drop(self) -> None:
        """Deliver nothing of what was asked."""
        self._lane.drop_all()

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()
