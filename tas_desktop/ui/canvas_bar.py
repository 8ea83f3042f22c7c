"""The strip above the canvas: name of the picture, opacity, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.actions import ActionSet
    from tas_desktop.ui.canvas.canvas import Canvas

FIRST_TINT = 25
ROOMY_LETTERS = 100  # letters of width below which the name of the picture needs the place of its size
SHORTEST_NAME = 8  # letters
REST_MS = 600


class CanvasBar(QWidget):
    """What concerns the picture as a whole."""

    opacity_settled = Signal(float)  # 0 to 1, once the slider has come to rest

    def __init__(
        self, actions: ActionSet, canvas: Canvas, session: AnnotationSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.stops: list[QWidget] = []  # what Tab goes through, from left to right
        self._dispensable: list[QWidget] = []
        self._name = ElidingLabel(self)
        self._name.setElideMode(Qt.TextElideMode.ElideMiddle)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setMinimumWidth(SHORTEST_NAME * self.fontMetrics().averageCharWidth())
        self._size = QLabel(self)
        self._size.setObjectName("muted")
        self._size.setTextFormat(Qt.TextFormat.PlainText)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setObjectName("opacity")
        self.opacity.setRange(0, 100)
        self.opacity.setFixedWidth(90)
        self.opacity.setToolTip(self.tr("Opacity of the mask"))
        self.opacity.setAccessibleName(self.tr("Opacity of the mask"))
        self.opacity.valueChanged.connect(self._on_opacity)
        self._zoom = QLabel(self)
        self._zoom.setTextFormat(Qt.TextFormat.PlainText)
        self._zoom.setObjectName("muted")
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("1000 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._lay_out(actions)
        self._canvas = canvas
        canvas.view.scale_changed.connect(self._on_scale)
        session.desk.image_changed.connect(self._on_image)
        session.desk.picture_changed.connect(self._on_image)
        self.opacity.setValue(FIRST_TINT)

    def _lay_out(self, actions: ActionSet) -> None:
        tint = QLabel(self.tr("Mask"), self)
        tint.setObjectName("muted")
        tint.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 10, 5)
        layout.setSpacing(4)
        for name in ("previous-image", "next-image"):
            layout.addWidget(self._add_stop(_button(actions, name, self)))
        layout.addSpacing(6)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._size)
        layout.addSpacing(8)
        layout.addWidget(tint)
        layout.addSpacing(4)
        layout.addWidget(self._add_stop(self.opacity))
        layout.addSpacing(8)
        zooming = {
            name: _button(actions, name, self) for name in ("zoom-out", "zoom-in", "fit", "actual-size")
        }
        for button in zooming.values():
            layout.addWidget(self._add_stop(button))
        self._dispensable += [self._size, tint, zooming["zoom-out"], zooming["zoom-in"]]
        layout.addWidget(self._zoom)

    def _add_stop(self, widget: QWidget) -> QWidget:
        self.stops.append(widget)
        return widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the name stays and what is of less use goes: zooming has its keys too."""
        super().resizeEvent(event)
        roomy = event.size().width() >= ROOMY_LETTERS * self.fontMetrics().averageCharWidth()
        for widget in self._dispensable:
            widget.setVisible(roomy)

    @Slot(int)
    def _on_opacity(self, percent: int) -> None:
        self._canvas.set_tint(percent / 100)
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self.opacity_settled.emit(self.opacity.value() / 100)

    @Slot(float)
    def _on_scale(self, scale: float) -> None:
        self._zoom.setText(f"{scale * self.devicePixelRatioF():.0%}")

    @Slot()
    def _on_image(self) -> None:
        image, picture = self._session.image, self._session.desk.picture
        self._name.setText("" if image is None else image.path)
        self._name.setToolTip("" if image is None else as_plain_tool_tip(image.path))
        self._size.setText("" if picture is None else f"{picture.pyramid.width} × {picture.pyramid.height}")


def _button(actions: ActionSet, name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(actions[name])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
