"""The lane in which prompts are answered; the newest request counts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.errors import BackendFailed
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.segmenting import PromptTask
from tas_desktop.session.jobs import Job, JobControl, JobRunner
from tas_desktop.session.repair.seen_pictures import SmallPicture

if TYPE_CHECKING:
    from tas_desktop.domain.image import LoadedImage
    from tas_desktop.domain.prompt import PromptedMask
    from tas_desktop.engine.control import CancelToken
    from tas_desktop.session.pipeline import AnnotationPipeline, PipelineSource

logger = logging.getLogger(__name__)


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
        self._looking: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the loaded models answer prompts; True while they are being loaded."""
        pipeline = self._source.loaded
        return pipeline is None or pipeline.knows_prompts

    def request(self, image: LoadedImage, task: PromptTask) -> None:
        """Ask; ``answered`` or ``failed`` follows unless another request or `drop` comes first."""
        self._looking = None

        def run(control: JobControl) -> PromptedMask:
            return _ask(self._source.get(), image, task, token=control.token)

        def deliver(answered: PromptedMask) -> None:
            self.answered.emit(task, answered)

        def refuse(error: BaseException) -> None:
            self.failed.emit(task, error)

        self._lane.submit(Job("", run, on_success=deliver, on_failure=refuse), supersede=True)

    def look_ahead(self, image: LoadedImage) -> bool:
        """Let the network look at a picture that somebody may point at soon; nothing is delivered.

        Returns:
            False where that is not done now: the models are not loaded, know no prompts or are being asked.
        """
        pipeline = self._source.loaded
        if pipeline is None or not pipeline.knows_prompts or self._lane.is_busy:
            return False
        nothing = Mask.empty(height=image.height, width=image.width)
        task = PromptTask(nothing, ahead=True)

        def run(control: JobControl) -> None:
            _ask(pipeline, image, task, token=control.token)

        self._looking = self._lane.submit(Job("", run, on_failure=_note))
        return True

    def stop_looking(self) -> None:
        """Look no longer at what `look_ahead` was given, if that has not begun."""
        if self._looking is not None:
            self._lane.cancel(self._looking)
            self._looking = None

    def drop(self) -> None:
        """Deliver nothing of what was asked."""
        self._lane.drop_all()

    def close(self) -> bool:
        """End the lane."""
        return self._lane.close()


def _ask(
    pipeline: AnnotationPipeline, image: LoadedImage, task: PromptTask, *, token: CancelToken
) -> PromptedMask:
    """Ask by the picture's content, and bring the picture along where it has not been seen."""
    if not pipeline.knows_prompts:
        raise BackendFailed(
            "This profile has no network for points and boxes",
            next_step="Use the brush or the polygon, or choose another profile",
        )
    key = image.content_hash
    answered = pipeline.answer(key, task, brought=None, token=token)
    if answered is None:
        answered = pipeline.answer(key, task, brought=SmallPicture.of(image), token=token)
    if answered is None:
        raise RuntimeError("the picture that was brought was not taken")
    return answered


def _note(error: BaseException) -> None:
    """Nobody has asked yet; who does is told of what is wrong then."""
    logger.info("The picture was not looked at ahead: %s", error)
