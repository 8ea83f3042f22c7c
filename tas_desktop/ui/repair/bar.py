"""The strip under the picture's name while a mask is under repair: tools, brush, the end, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QToolButton, QVBoxLayout, QWidget

from tas_desktop.session.repair.repair import LARGEST_BRUSH
from tas_desktop.session.repair.tools import Tool
from tas_desktop.ui.actions.mask_rows import TOOL_ACTIONS
from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.number_box import indent_number

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.actions import ActionSet


SPACING, SIDE_MARGIN = 2, 9
_ACTION_OF = {tool: name for name, tool in TOOL_ACTIONS.items()}


class RepairBar(QWidget):
    """Visible while a mask is repaired."""

    def __init__(self, actions: ActionSet, session: AnnotationSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._repair = session, session.repair
        self.stops: list[QWidget] = []  # what Tab goes through, from left to right
        self._actions = actions
        self._key = QLabel(self)
        self._key.setObjectName("key-cap")
        self._key.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = ElidingLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self.size_box = QSpinBox(self)
        self.size_box.setObjectName("brush-size")
        indent_number(self.size_box)
        self.size_box.setRange(1, int(LARGEST_BRUSH))
        self.size_box.setSuffix(" px")
        self.size_box.setFocusPolicy(Qt.FocusPolicy.ClickFocus | Qt.FocusPolicy.TabFocus)
        self.size_box.setAccessibleName(self.tr("Diameter of the brush"))
        self.size_box.setToolTip(self.tr("Diameter of the brush ([ and ])"))
        self.accept = self._end_button(actions["accept-repair"], self.tr("Accept ⏎"))
        self.accept.setObjectName("primary")
        self.cancel = self._end_button(actions["cancel-repair"], self.tr("Cancel Esc"))
        self._lay_out(actions)
        names = {button.defaultAction().objectName(): button for button in self.findChildren(QToolButton)}
        undoing = [names.pop("undo"), names.pop("redo")]
        self._kept: list[QWidget] = [*names.values(), self.accept]
        self._dispensable: list[QWidget] = [self.size_box, self.cancel, *undoing]
        self._repair.active_changed.connect(self._refresh)
        self._repair.tool_changed.connect(self._refresh)
        self._repair.pointing.pending_changed.connect(self._refresh)
        self.size_box.valueChanged.connect(self._on_size)
        self.hide()

    def retranslate(self, _retranslation: object) -> None:
        """What the tool does, in the language of the window."""
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """A narrow window keeps its width: what is of less use goes, and has its keys."""
        tools = sum(button.sizeHint().width() + SPACING for button in self._kept)
        return QSize(tools + 2 * SIDE_MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - self.minimumSizeHint().width()
        for widget in self._dispensable:
            room -= widget.sizeHint().width() + 2 * SPACING
            widget.setVisible(room >= 0)

    def _lay_out(self, actions: ActionSet) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(SPACING)
        for name in (*TOOL_ACTIONS, "fill-holes"):
            tools.addWidget(self._button(actions[name]))
        tools.addSpacing(4)
        tools.addWidget(self.size_box)
        self.stops.append(self.size_box)
        tools.addSpacing(6)
        for name in ("undo", "redo"):
            tools.addWidget(self._button(actions[name]))
        tools.addStretch(1)
        tools.addSpacing(8)
        tools.addWidget(self.cancel)
        tools.addSpacing(4)
        tools.addWidget(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE_MARGIN, 2, SIDE_MARGIN, 6)
        layout.setSpacing(3)
        layout.addLayout(tools)
        hint = QHBoxLayout()
        hint.setContentsMargins(6, 0, 0, 0)
        hint.setSpacing(8)
        hint.addWidget(self._key)
        hint.addWidget(self._hint, 1)
        layout.addLayout(hint)

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
        key = self._actions[_ACTION_OF[repair.tool]].shortcut()
        self._key.setText(key.toString(QKeySequence.SequenceFormat.NativeText))
        self._key.setVisible(not key.isEmpty())
        self._hint.setText(self._what_it_does())

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
