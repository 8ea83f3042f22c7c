"""Points and boxes of a repair: asked in a lane, answered into the mask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.mask_algebra import subtract
from tas_desktop.domain.prompt import BoxXywh, PointPrompt, PointXy, PromptedMask, Prompts
from tas_desktop.engine.segmenting import PromptTask
from tas_desktop.session.repair.tools import Tool

if TYPE_CHECKING:
    from tas_desktop.session.repair.edit_buffer import EditBuffer
    from tas_desktop.session.repair.prompting import Prompting
    from tas_desktop.session.repair.subject import Subject


class Pointing(QObject):
    """The prompts that belong to the mask as it is now, and those that wait for their answer.

    Signals:
        asked: there are other prompts to show.
        answered: an answer is in the mask.
        pending_changed: whether prompts wait.
        failed: exception.
    """

    asked = Signal()
    answered = Signal()
    pending_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, prompting: Prompting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prompting = prompting
        self._buffer: EditBuffer | None = None
        self._subject: Subject | None = None
        self._waiting: tuple[Prompts, ...] = ()
        self.prompts = Prompts()
        prompting.answered.connect(self._on_answered)
        prompting.failed.connect(self._on_failed)

    @property
    def is_pending(self) -> bool:
        """Whether prompts wait for their answer."""
        return bool(self._waiting)

    @property
    def waits_with(self) -> Tool:
        """The tool of the newest prompt."""
        return _tool_of(self.prompts)

    @property
    def is_possible(self) -> bool:
        """Whether points and boxes are answered."""
        return self._prompting.is_possible

    def begin(self, buffer: EditBuffer, subject: Subject) -> None:
        """Let the network look at the picture while the annotator still moves the mouse."""
        self._buffer, self._subject = buffer, subject
        self.take_up()
        if self.is_possible:
            self._prompting.request(subject.image, PromptTask(buffer.start))

    def end(self) -> None:
        """Forget the mask and what was asked about it."""
        self._prompting.drop()
        self._buffer, self._subject, self.prompts = None, None, Prompts()
        self._wait_for(())

    def add_point(self, point_xy: PointXy, *, inside: bool) -> None:
        """Point at the object, or at something beside it."""
        point = PointPrompt(point_xy, inside)
        self._ask(replace(self.prompts, points=(*self.prompts.points, point)))

    def draw_box(self, box_xywh: BoxXywh) -> None:
        """Draw a box around the object."""
        self._ask(Prompts(box_xywh=box_xywh))

    def take_back(self) -> bool:
        """Ask no longer for what waits; False where nothing does."""
        if not self._waiting:
            return False
        self._prompting.drop()
        self._wait_for(())
        self.take_up()
        return True

    def take_up(self) -> None:
        """Take up the prompts that the newest step came from; none where it was no prompt's."""
        done = self._buffer.done if self._buffer is not None else ()
        memo = done[-1].memo if done else None
        self.prompts = memo if isinstance(memo, Prompts) else Prompts()

    def _ask(self, prompts: Prompts) -> None:
        if self._buffer is None or self._subject is None:
            return
        self.prompts = prompts
        pool = self._subject.pool if prompts.box_xywh is not None else ()
        task = PromptTask(self._buffer.to_mask(), (*self._waiting, prompts), pool)
        self._wait_for(task.steps)
        self._prompting.request(self._subject.image, task)
        self.asked.emit()

    @Slot(object, object)
    def _on_answered(self, task: PromptTask, answered: PromptedMask) -> None:
        if self._buffer is None or not task.steps:
            return
        newest = task.steps[-1]
        # Only what the answer changed: the annotator may have painted meanwhile.
        self._buffer.open_step(_tool_of(newest).value, memo=newest)
        self._buffer.paint_mask(subtract(task.base, answered.mask), add=False)
        self._buffer.paint_mask(subtract(answered.mask, task.base), add=True)
        self._buffer.close_step(keep_empty=True)
        self._wait_for(())
        self.answered.emit()

    @Slot(object, object)
    def _on_failed(self, task: PromptTask, error: BaseException) -> None:
        if self._buffer is None or not task.steps:
            return
        self._wait_for(())
        self.take_up()
        self.failed.emit(error)

    def _wait_for(self, waiting: tuple[Prompts, ...]) -> None:
        was, self._waiting = bool(self._waiting), waiting
        if bool(waiting) != was:
            self.pending_changed.emit(bool(waiting))


def _tool_of(prompts: Prompts) -> Tool:
    return Tool.POINTS if prompts.points else Tool.BOX
