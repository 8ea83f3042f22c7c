"""The strip under the picture's name while a mask is under repair: tools, brush, what they do, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSpinBox, QToolButton, QWidget
from superqt import QElidingLabel

from tas_desktop.session.repair.repair import LARGEST_BRUSH
from tas_desktop.session.repair.tools import Tool
from tas_desktop.ui.actions.mask_rows import TOOL_ACTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.actions import ActionSet

ROOMY_LETTERS = 105  # letters of width below which the hint gives way to the tools


class RepairBar(QWidget):
    """Visible while a mask is repaired."""

    def __init__(self, actions: ActionSet, session: AnnotationSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._repair = session, session.repair
        self.stops: list[QWidget] = []  # what Tab goes through, from left to right
        self._hint = QElidingLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self.size_box = QSpinBox(self)
        self.size_box.setObjectName("brush-size")
        self.size_box.setRange(1, int(LARGEST_BRUSH))
        self.size_box.setSuffix(" px")
        self.size_box.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self.size_box.setAccessibleName(self.tr("Diameter of the brush"))
        self.size_box.setToolTip(self.tr("Diameter of the brush ([ and ])"))
        self.accept = self._end_button(actions["accept-repair"], self.tr("Accept ⏎"))
        self.accept.setObjectName("primary")
        self.cancel = self._end_button(actions["cancel-repair"], self.tr("Cancel Esc"))
        self._lay_out(actions)
        self._repair.active_changed.connect(self._refresh)
        self._repair.tool_changed.connect(self._refresh)
        self._repair.pointing.pending_changed.connect(self._refresh)
        self.size_box.valueChanged.connect(self._on_size)
        self.hide()

    def retranslate(self, _retranslation: object) -> None:
        """What the tool does, in the language of the window."""
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow bar the hint goes: the tools' tips say the same."""
        super().resizeEvent(event)
        self._show_hint()

    def _lay_out(self, actions: ActionSet) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 10, 5)
        layout.setSpacing(2)
        for name in TOOL_ACTIONS:
            layout.addWidget(self._button(actions[name]))
        layout.addWidget(self._button(actions["fill-holes"]))
        layout.addSpacing(4)
        layout.addWidget(self.size_box)
        self.stops.append(self.size_box)
        layout.addWidget(_rule(self))
        for name in ("undo", "redo"):
            layout.addWidget(self._button(actions[name]))
        layout.addSpacing(8)
        layout.addWidget(self._hint, 1)
        layout.addStretch(0)
        layout.addWidget(self.cancel)
        layout.addSpacing(4)
        layout.addWidget(self.accept)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stops.append(button)
        return button

    def _end_button(self, action: QAction, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        self.stops.append(button)
        return button

    @Slot()
    def _refresh(self) -> None:
        repair = self._repair
        self.setVisible(repair.is_active)
        blocked = self.size_box.blockSignals(True)
        self.size_box.setValue(round(repair.diameter))
        self.size_box.blockSignals(blocked)
        self.size_box.setEnabled(repair.tool.has_size)
        self._hint.setText(self._what_it_does())
        self._show_hint()

    def _show_hint(self) -> None:
        self._hint.setVisible(self.width() >= ROOMY_LETTERS * self.fontMetrics().averageCharWidth())

    def _what_it_does(self) -> str:
        if self._repair.pointing.is_pending:
            return self.tr("Asking the network …")
        texts = {
            Tool.POINTS: self.tr("Click on the object; right click on what does not belong to it"),
            Tool.BOX: self.tr("Drag a box around the object"),
            Tool.BRUSH: self.tr("Drag to paint, right button erases"),
            Tool.ERASER: self.tr("Drag to erase, right button paints"),
            Tool.POLYGON: self.tr("Click the corners, Enter closes; right click to cut"),
            Tool.POLYGON_CUT: self.tr("Click the corners of the hole, Enter closes"),
            Tool.UNION: self.tr("Click a proposal to add it, right click to cut it"),
            Tool.CUT: self.tr("Click a proposal to cut it, right click to add it"),
        }
        return texts[self._repair.tool]

    @Slot(int)
    def _on_size(self, diameter: int) -> None:
        self._repair.resize_brush(float(diameter))


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedWidth(6)
    return line
