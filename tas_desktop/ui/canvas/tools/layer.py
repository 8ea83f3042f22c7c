"""The canvas while a mask is under repair: its items, its tools, and the mouse on its way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent

from tas_desktop.session.repair.tools import Tool
from tas_desktop.ui.canvas.tools.box import BoxTool
from tas_desktop.ui.canvas.tools.brush import BrushTool
from tas_desktop.ui.canvas.tools.edited_item import MARGIN_PX, EditedMaskItem
from tas_desktop.ui.canvas.tools.key_cursor import BUTTON_KEY, KeyCursor
from tas_desktop.ui.canvas.tools.overlay_item import OverlayItem
from tas_desktop.ui.canvas.tools.picking import PickTool
from tas_desktop.ui.canvas.tools.points import PointTool
from tas_desktop.ui.canvas.tools.polygon import PolygonTool
from tas_desktop.ui.canvas.tools.tool import CanvasTool

if TYPE_CHECKING:
    from tas_desktop.domain.mask import Mask
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.canvas.canvas import Canvas
    from tas_desktop.ui.theme import Theme

_MINE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
}


class RepairLayer(QObject):
    """Shows the mask under repair and turns the mouse into what the chosen tool does.

    The middle button, the wheel and Space stay the view's: it pans and zooms as ever.
    """

    def __init__(self, canvas: Canvas, session: AnnotationSession, theme: Theme) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._theme = canvas, session, theme
        self._repair = session.repair
        self._view = canvas.view
        self._mask_item = EditedMaskItem(QColor(theme.tones.mask))
        self._key_cursor = KeyCursor()
        self._overlay = OverlayItem(self._key_cursor)
        self._overlay.setZValue(1)
        for item in (self._mask_item, self._overlay):
            self._view.scene().addItem(item)
        repair = self._repair
        self._tools: dict[Tool, CanvasTool] = {
            Tool.POINTS: PointTool(repair),
            Tool.BOX: BoxTool(repair),
            Tool.BRUSH: BrushTool(repair),
            Tool.ERASER: BrushTool(repair, add=False),
            Tool.POLYGON: PolygonTool(repair),
            Tool.POLYGON_CUT: PolygonTool(repair, add=False),
            Tool.UNION: PickTool(repair, add=True, mask_at=self._mask_at),
            Tool.CUT: PickTool(repair, add=False, mask_at=self._mask_at),
        }
        self._held: Qt.MouseButton | None = None
        repair.active_changed.connect(self._on_active)
        repair.tool_changed.connect(self._on_tool)
        repair.changed.connect(self._on_changed)
        theme.changed.connect(self._on_theme)

    @property
    def tool(self) -> CanvasTool:
        """The tool in use."""
        return self._tools[self._repair.tool]

    def set_tint(self, opacity: float) -> None:
        """Opacity of the mask's tint, 0 to 1."""
        self._mask_item.set_tint(opacity)

    def set_bare(self, bare: bool) -> None:
        """Hide the mask and what is drawn on it, or show them again."""
        self._mask_item.setVisible(not bare)
        self._overlay.setVisible(not bare)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mouse and keys of the tools, while a mask is under repair."""
        if not self._repair.is_active:
            return False
        if watched is self._view.viewport():
            if isinstance(event, QMouseEvent) and event.type() in _MINE:
                return self._take_mouse(event)
            if event.type() == QEvent.Type.Leave:
                self._do(self.tool.leave)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            return self._release_key(event)
        return False

    def _take_mouse(self, event: QMouseEvent) -> bool:
        """Hand a mouse event to the tool; False where it is the view's."""
        kind, button = event.type(), event.button()
        left_or_right = button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        if kind != QEvent.Type.MouseMove and (not left_or_right or self._view.is_space_held):
            return False
        point = self._to_picture(event)
        self._do(self._key_cursor.hide)
        if kind == QEvent.Type.MouseMove:
            self._do(lambda: self.tool.move(point))
            picks = isinstance(self.tool, PickTool)
            return self._held is not None or not (picks or self._view.is_panning)
        if kind == QEvent.Type.MouseButtonRelease:
            if button == self._held:
                self._held = None
                self._do(lambda: self.tool.release(point))
        elif kind == QEvent.Type.MouseButtonDblClick and isinstance(self.tool, PolygonTool):
            self._do(lambda: self.tool.double_click(point))
        elif self._held is None:
            self._held = button
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            secondary = (button == Qt.MouseButton.RightButton) != shift
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
            self._do(lambda: self.tool.press(point, secondary=secondary))
        return True

    def _take_key(self, event: QKeyEvent) -> bool:
        done = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            done = self._do(self.tool.finish)
        elif event.key() == Qt.Key.Key_Backspace:
            done = self._do(self.tool.step_back)
        elif event.key() == Qt.Key.Key_Escape:
            done = self._do(self.tool.cancel)
            if not done:
                self._session.escape()
                done = True
        elif event.key() == BUTTON_KEY:
            done = self._press_by_key(event)
        else:
            done = self._walk_by_key(event)
        return done

    def _walk_by_key(self, event: QKeyEvent) -> bool:
        """Move the cross, and what hangs on it while its key is down."""
        shown = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        inside = shown.intersected(self._mask_item.boundingRect())
        pixel = 1 / max(self._view.scale_factor, 1e-6)
        cursor = self._key_cursor

        def walk() -> bool:
            moved = cursor.step(event, start=inside.center(), inside=inside, pixel=pixel)
            if moved and cursor.at is not None:
                self.tool.move(cursor.at)
            return moved

        return self._do(walk)

    def _press_by_key(self, event: QKeyEvent) -> bool:
        """The key is the left button, with Shift the right one; where no cross is shown it is nobody's."""
        at = self._key_cursor.at
        if at is None:
            return False
        if not event.isAutoRepeat():
            secondary = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._do(lambda: self.tool.press(at, secondary=secondary))
        return True

    def _release_key(self, event: QKeyEvent) -> bool:
        at = self._key_cursor.at
        if event.key() != BUTTON_KEY or at is None:
            return False
        if not event.isAutoRepeat():
            self._do(lambda: self.tool.release(at))
        return True

    def _do(self, act: object) -> bool:
        """Let the tool act, and repaint what it painted before and paints now."""
        pixel = 1 / max(self._view.scale_factor, 1e-6)
        before = self.tool.extent(), self._key_cursor.extent(pixel)
        done = act() if callable(act) else False
        for box in (*before, self.tool.extent(), self._key_cursor.extent(pixel)):
            if not box.isNull():
                self._overlay.update(self._with_margin(box))
        return bool(done)

    def _mask_at(self, point: QPointF) -> Mask | None:
        index, analysis = self._canvas.proposal_at(point), self._session.desk.analysis
        return None if index < 0 or analysis is None else analysis.proposals[index].mask

    def _to_picture(self, event: QMouseEvent) -> QPointF:
        """Where an event happened, to fractions of a pixel."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(event.position())

    def _with_margin(self, box: QRectF) -> QRectF:
        margin = 2 * MARGIN_PX / max(self._view.scale_factor, 1e-6)
        return box.adjusted(-margin, -margin, margin, margin)

    def _watch(self, on: bool) -> None:
        """Listen to mouse and keys; only while needed, for a widget that dies must not be listened to."""
        for widget in (self._view, self._view.viewport()):
            if on:
                widget.installEventFilter(self)
            else:
                widget.removeEventFilter(self)

    @Slot(bool)
    def _on_active(self, active: bool) -> None:
        self._watch(active)
        self._key_cursor.hide()
        self._held = None
        for tool in self._tools.values():
            tool.cancel()
        self._mask_item.show_buffer(self._repair.buffer)
        self._overlay.show_on(self._mask_item.boundingRect(), self.tool if active else None)
        self._overlay.show_prompts(self._repair.pointing.prompts)
        if active:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cursor()

    @Slot()
    def _on_tool(self) -> None:
        if self._repair.is_active:
            for tool in self._tools.values():
                if tool is not self.tool:
                    tool.cancel()
            self._canvas.preview(-1)
            self._overlay.show_on(self._mask_item.boundingRect(), self.tool)
            self._show_cursor()

    @Slot(object)
    def _on_changed(self, box_xywh: tuple[int, int, int, int] | None) -> None:
        if box_xywh is None:
            self._mask_item.update()
            self._overlay.show_prompts(self._repair.pointing.prompts)
        else:
            self._mask_item.update(self._with_margin(QRectF(*box_xywh)))

    @Slot()
    def _on_theme(self) -> None:
        self._mask_item.set_colour(QColor(self._theme.tones.mask))

    def _show_cursor(self) -> None:
        self._view.set_tool_cursor(self.tool.cursor if self._repair.is_active else None)
