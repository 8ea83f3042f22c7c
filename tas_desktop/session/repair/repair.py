"""A mask under repair: strokes, polygons, other proposals, points and boxes, until Enter or Esc."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.engine.painting import brush_line, fill_polygon
from tas_desktop.session.repair.edit_buffer import EditBuffer
from tas_desktop.session.repair.tools import HOLES, Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.session.repair.pointing import Pointing
    from tas_desktop.session.repair.subject import Subject

SMALLEST_BRUSH, LARGEST_BRUSH = 1.0, 2000.0
BRUSH_STEP = 1.25
FIRST_BRUSH_SHARE = 1 / 24  # of the picture's shorter side
EVERYWHERE = None  # where the mask may have changed all over


class Repair(QObject):
    """The one mask under repair; inactive most of the time.

    All coordinates are pixels of the picture. Strokes are painted at once, in their own boxes; prompts are
    answered in a lane.

    Signals:
        active_changed: a repair has begun or ended.
        changed: the mask has changed inside a box ``(x, y, w, h)``, or anywhere where it is None.
        steps_changed: what can be undone or redone is another.
        tool_changed: another tool, or another size of the brush.
        failed: exception of the prompts' lane.
    """

    active_changed = Signal(bool)
    changed = Signal(object)
    steps_changed = Signal()
    tool_changed = Signal()
    failed = Signal(object)

    def __init__(self, pointing: Pointing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pointing = pointing
        self.subject: Subject | None = None
        self.buffer: EditBuffer | None = None
        self.tool = Tool.POINTS
        self.diameter = 0.0
        self._stroke: tuple[PointXy, bool] | None = None
        self._left: tuple[Subject, EditBuffer] | None = None
        pointing.asked.connect(self._on_asked)
        pointing.answered.connect(self._on_answered)
        pointing.failed.connect(self._on_failed)

    @property
    def is_active(self) -> bool:
        """Whether a mask is under repair."""
        return self.buffer is not None

    @property
    def is_stroking(self) -> bool:
        """Whether a stroke is under way."""
        return self._stroke is not None

    @property
    def tool_counts(self) -> Counter[str]:
        """How many steps in effect were done with each tool."""
        return Counter(step.how for step in self.buffer.done) if self.buffer else Counter()

    @property
    def can_undo(self) -> tuple[str, ...]:
        """What can be taken back, oldest first: steps, and prompts that wait for their answer."""
        done = tuple(step.how for step in self.buffer.done) if self.buffer else ()
        return (*done, self.pointing.waits_with.value) if self.pointing.is_pending else done

    @property
    def can_redo(self) -> tuple[str, ...]:
        """What can be done once more; the last is next."""
        return tuple(step.how for step in self.buffer.undone) if self.buffer else ()

    # Beginning and ending

    def begin(self, subject: Subject, *, tool: Tool | None = None) -> bool:
        """Repair a candidate's mask, or draw one; take up again what was left unfinished.

        Args:
            subject: what to repair.
            tool: the first tool; points where they are answered, else the brush.

        Returns:
            whether an unfinished repair was taken up again.
        """
        self.end()
        left, self._left = self._left, None
        resumed = left is not None and left[0].is_same(subject)
        self.buffer = left[1] if left is not None and resumed else EditBuffer(subject.first_mask)
        self.subject = subject
        if not self.diameter:
            side = min(subject.image.height, subject.image.width)
            self.diameter = max(2.0, float(round(side * FIRST_BRUSH_SHARE)))
        self.tool = tool or (Tool.POINTS if self.pointing.is_possible else Tool.BRUSH)
        self.pointing.begin(self.buffer, subject)
        self.active_changed.emit(True)
        self.tool_changed.emit()
        self.steps_changed.emit()
        return resumed

    def end(self) -> None:
        """Throw the repair away: it was cancelled or accepted."""
        if self.buffer is not None:
            self._stroke, self.subject, self.buffer = None, None, None
            self.pointing.end()
            self.active_changed.emit(False)
            self.steps_changed.emit()

    def leave(self) -> bool:
        """Put the repair aside, for `begin` to take up again; return whether there was anything to keep."""
        self.end_stroke()
        subject, buffer = self.subject, self.buffer
        self.end()
        if subject is None or buffer is None or not buffer.done:
            return False
        self._left = subject, buffer
        return True

    # Tools

    def choose_tool(self, tool: Tool) -> None:
        """Use another tool from now on."""
        if tool is not self.tool and self.is_active:
            self.end_stroke()
            self.tool = tool
            self.tool_changed.emit()

    def resize_brush(self, diameter: float) -> None:
        """Give the brush another diameter, in pixels of the picture."""
        diameter = min(max(diameter, SMALLEST_BRUSH), LARGEST_BRUSH)
        if diameter != self.diameter:
            self.diameter = diameter
            self.tool_changed.emit()

    def grow_brush(self, steps: int) -> None:
        """Make the brush larger, or smaller where ``steps`` is negative, by at least a pixel."""
        larger = self.diameter * BRUSH_STEP**steps
        at_least = self.diameter + steps
        self.resize_brush(float(round(max(larger, at_least) if steps > 0 else min(larger, at_least))))

    # Strokes and shapes

    def begin_stroke(self, point_xy: PointXy, *, add: bool) -> None:
        """Put the brush down."""
        if self.buffer is None:
            return
        self.end_stroke()
        self._stroke = point_xy, add
        self.buffer.open_step(self._stroke_tool.value)
        self.stroke_to(point_xy)

    def stroke_to(self, point_xy: PointXy) -> None:
        """Move the brush that is down in a straight line."""
        if self.buffer is None or self._stroke is None:
            return
        before, add = self._stroke
        self._stroke = point_xy, add
        buffer, revision = self.buffer, self.buffer.revision
        line = brush_line(before, point_xy, diameter=self.diameter, height=buffer.height, width=buffer.width)
        buffer.paint(line, add=add)
        if buffer.revision != revision:
            self.changed.emit(line.box_xywh)

    def end_stroke(self) -> None:
        """Lift the brush."""
        if self.buffer is not None and self._stroke is not None:
            self._stroke = None
            self._close_step()

    def add_polygon(self, corners_xy: Sequence[PointXy], *, add: bool) -> None:
        """Add the inside of a polygon to the mask, or cut it out."""
        if self.buffer is None:
            return
        mask = fill_polygon(corners_xy, height=self.buffer.height, width=self.buffer.width)
        self._do_mask(mask, how=Tool.POLYGON if add else Tool.POLYGON_CUT, add=add)

    def combine(self, mask: Mask, *, add: bool) -> None:
        """Add another proposal's pixels to the mask, or cut them out."""
        if self.buffer is not None:
            self._do_mask(mask, how=Tool.UNION if add else Tool.CUT, add=add)

    def fill_holes(self) -> None:
        """Add what the mask encloses."""
        if self.buffer is not None:
            self.end_stroke()
            if self.buffer.fill_holes(how=HOLES):
                self._after_step()

    # Prompts

    def add_point(self, point_xy: PointXy, *, inside: bool) -> None:
        """Point at the object, or at something beside it."""
        self.end_stroke()
        self.pointing.add_point(point_xy, inside=inside)

    def draw_box(self, box_xywh: BoxXywh) -> None:
        """Draw a box around the object; what it makes takes the mask's place."""
        self.end_stroke()
        self.pointing.draw_box(box_xywh)

    # Taking back

    def undo(self) -> bool:
        """Take back what waits for an answer, else the newest step; False where there is nothing."""
        if self.buffer is None:
            return False
        self.end_stroke()
        return self._walked(self.pointing.take_back() or self.buffer.undo() is not None)

    def redo(self) -> bool:
        """Do the step taken back last once more; False where there is none."""
        return self.buffer is not None and self._walked(self.buffer.redo() is not None)

    @property
    def _stroke_tool(self) -> Tool:
        return Tool.BRUSH if self._stroke is not None and self._stroke[1] else Tool.ERASER

    def _walked(self, done: bool) -> bool:
        if done:
            self._on_answered()
        return done

    @Slot()
    def _on_answered(self) -> None:
        if self._stroke is not None and self.buffer is not None:  # the answer has closed the brush's step
            self.buffer.open_step(self._stroke_tool.value)
        self.pointing.take_up()
        self.changed.emit(EVERYWHERE)
        self.steps_changed.emit()

    @Slot()
    def _on_asked(self) -> None:
        self.changed.emit(EVERYWHERE)
        self.steps_changed.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.changed.emit(EVERYWHERE)
        self.steps_changed.emit()
        self.failed.emit(error)

    def _do_mask(self, mask: Mask, *, how: Tool, add: bool) -> None:
        if self.buffer is not None:
            self.end_stroke()
            self.buffer.open_step(how.value)
            self.buffer.paint_mask(mask, add=add)
            self._close_step()

    def _close_step(self) -> None:
        if self.buffer is not None and self.buffer.close_step():
            self._after_step()

    def _after_step(self) -> None:
        """Prompts belong to the mask that they made; after a stroke they begin anew."""
        self.pointing.take_up()
        self.changed.emit(EVERYWHERE)
        self.steps_changed.emit()
