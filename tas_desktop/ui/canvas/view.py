"""The view: zoom at the cursor, pan, and word of what has been painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

WHEEL_STEP = 1.2
LARGEST_SCALE = 40.0
FIT_MARGIN = 12.0
CLICK_TOLERANCE = 4
_WALKING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CanvasView(QGraphicsView):
    """Shows a scene whose rectangle is the picture; coordinates are the picture's pixels."""

    painted = Signal()  # a paint of the viewport has ended
    clicked = Signal(QPointF)
    hovered = Signal(QPointF)
    left = Signal()
    enter_pressed = Signal()
    walked = Signal(int)  # through the ranked candidates: -1 or 1
    scale_changed = Signal(float)

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fits = True
        self._panning_from: QPoint | None = None
        self._pressed_at: QPoint | None = None
        self._space_held = False
        self._tool_cursor: Qt.CursorShape | None = None

    @property
    def fits(self) -> bool:
        """Whether the whole picture is kept in view."""
        return self._fits

    @property
    def is_space_held(self) -> bool:
        """Whether the left button pans."""
        return self._space_held

    @property
    def is_panning(self) -> bool:
        """Whether the picture is being moved."""
        return self._panning_from is not None

    @property
    def scale_factor(self) -> float:
        """Screen pixels (logical) per pixel of the picture."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole picture, and keep doing so when the window changes its size."""
        self._fits = True
        picture = self.sceneRect()
        if picture.isEmpty():
            return
        room = self.viewport().size()
        scale = min(
            (room.width() - 2 * FIT_MARGIN) / picture.width(),
            (room.height() - 2 * FIT_MARGIN) / picture.height(),
        )
        self._set_scale(max(scale, 1e-3))
        self.centerOn(picture.center())

    def show_actual_size(self) -> None:
        """One pixel of the picture per pixel of the screen."""
        self.zoom_to(1.0 / self.devicePixelRatioF(), QPointF(self.viewport().rect().center()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom; the point of the picture under ``at`` (viewport pixels) stays where it is."""
        self.zoom_to(self.scale_factor * factor, at or QPointF(self.viewport().rect().center()))

    def zoom_to(self, scale: float, at: QPointF) -> None:
        """Zoom to a scale around a point of the viewport."""
        if self.sceneRect().isEmpty():
            return
        self._fits = False
        anchor = self.mapToScene(at.toPoint())
        self._set_scale(min(max(scale, self._smallest_scale()), LARGEST_SCALE))
        moved = self.mapFromScene(anchor) - at.toPoint()
        self._scroll_by(moved)

    def make_visible(self, box: QRectF) -> None:
        """Scroll, without zooming, until some of the box can be seen."""
        shown = self.mapToScene(self.viewport().rect()).boundingRect()
        if not shown.intersects(box):
            self.centerOn(box.center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl+wheel zooms at the cursor; the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(WHEEL_STEP ** (event.angleDelta().y() / 120.0), event.position())
        else:
            pixels = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and pixels.x() == 0:
                pixels = QPoint(pixels.y(), 0)
            self._fits = False
            self._scroll_by(-pixels)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch zooms at its centre."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position())
                return True
        elif event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Middle button, or Space and the left one: pan."""
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._panning_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._pressed_at = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or say what is under the cursor."""
        here = event.position().toPoint()
        if self._panning_from is not None:
            self._fits = False
            self._scroll_by(self._panning_from - here)
            self._panning_from = here
        else:
            self.hovered.emit(self.mapToScene(here))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan; a press and release in one place is a click."""
        here = event.position().toPoint()
        if self._panning_from is not None:
            self._panning_from = None
            self._show_cursor()
        elif self._pressed_at is not None:
            if (here - self._pressed_at).manhattanLength() <= CLICK_TOLERANCE:
                self.clicked.emit(self.mapToScene(here))
            self._pressed_at = None
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space arms panning, Enter and the arrows serve the loop; all other keys are somebody else's."""
        event.accept()
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.set_space_held(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.enter_pressed.emit()
        elif event.key() in _WALKING:
            self.walked.emit(_WALKING[Qt.Key(event.key())])
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.set_space_held(False)
            event.accept()
        else:
            event.ignore()

    def set_space_held(self, held: bool) -> None:
        """Arm or disarm panning with the left button."""
        self._space_held = held
        self._show_cursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fitting while nobody zoomed."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then say so."""
        super().paintEvent(event)
        self.painted.emit()

    def set_tool_cursor(self, shape: Qt.CursorShape | None) -> None:
        """The cursor while nobody pans; None for the arrow."""
        self._tool_cursor = shape
        self._show_cursor()

    def _show_cursor(self) -> None:
        resting = Qt.CursorShape.ArrowCursor if self._tool_cursor is None else self._tool_cursor
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._space_held else resting)

    def _set_scale(self, scale: float) -> None:
        transform = self.transform()
        transform.reset()
        transform.scale(scale, scale)
        self.setTransform(transform)
        self.scale_changed.emit(scale)

    def _scroll_by(self, pixels: QPoint) -> None:
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setValue(horizontal.value() + pixels.x())
        vertical.setValue(vertical.value() + pixels.y())

    def _smallest_scale(self) -> float:
        picture, room = self.sceneRect(), self.viewport().size()
        return 0.25 * min(room.width() / picture.width(), room.height() / picture.height(), 4.0)
