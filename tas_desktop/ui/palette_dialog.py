"""The command palette: every action, found by typing part of its name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.actions import ACTIONS
from tas_desktop.ui.composing_line import ComposingLine
from tas_desktop.ui.row_ground import paint_row_ground, state_of
from tas_desktop.ui.wording import plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tas_desktop.ui.theme import Tones

ACTION_ROLE = Qt.ItemDataRole.UserRole
ROW_PADDING = 20
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandDelegate(QStyledItemDelegate):
    """Icon, name, and the shortcut at the right."""

    def __init__(self, tones: Tones, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tones = tones

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        return QSize(200, QFontMetrics(option.font).height() + ROW_PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        action: QAction = index.data(ACTION_ROLE)
        tones, box = self._tones, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = state_of(option, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        paint_row_ground(painter, option, state=state, tones=tones)
        if not action.isEnabled():
            painter.setOpacity(0.5)
        action.icon().paint(painter, box.left() + 10, box.top(), 18, box.height())
        painter.setPen(QColor(tones.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            box.adjusted(38, 0, -120, 0), Qt.AlignmentFlag.AlignLeft | middle, plain_name(action)
        )
        painter.setPen(QColor(tones.muted))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(box.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignRight | middle, keys)
        painter.restore()


class PaletteDialog(QDialog):
    """Type, walk with Up and Down, run with Enter."""

    def __init__(self, actions: Iterable[QAction], tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")
        self._actions = [action for action in actions if action.text()]
        self.search = ComposingLine(self)
        self.search.setPlaceholderText(self.tr("Type a command"))
        self.search.setAccessibleName(self.tr("Command"))
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(CommandDelegate(tones, self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setMinimumSize(QSize(520, 420))
        self.search.textChanged.connect(self._on_text)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self._on_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter act on the list while the text keeps the focus."""
        if self.search.is_composing:
            return False
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVES:
                count = self.list.count()
                row = self.list.currentRow() + MOVES[Qt.Key(event.key())]
                self.list.setCurrentRow(min(max(row, 0), count - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.list.clear()
        typed = " ".join(text.lower().split())
        found = [(distance(typed, action), action) for action in self._actions]
        near = [(far, not action.isEnabled(), action) for far, action in found if far is not None]
        for *_, action in sorted(near, key=lambda row: row[:2]):  # of two alike, what can be done now
            item = QListWidgetItem(plain_name(action))
            item.setData(ACTION_ROLE, action)
            if not action.isEnabled():
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self._run(item)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action: QAction = item.data(ACTION_ROLE)
        if action.isEnabled():
            self.accept()
            action.trigger()


def plain_name(action: QAction) -> str:
    """An action's text without access keys and dots."""
    return plain_label(action.text())


def distance(typed: str, action: QAction) -> int | None:
    """How far what was typed is from the command's name, or its English one; None where it is in neither."""
    names = {plain_name(action).lower(), _english().get(action.objectName(), "")}
    found = [far for name in names if (far := _distance(typed, name)) is not None]
    return min(found, default=None)


@cache
def _english() -> dict[str, str]:
    """Names of the commands before translation: manuals and colleagues may speak of those."""
    return {row.name: plain_label(row.text).lower() for row in ACTIONS}


def _distance(typed: str, name: str) -> int | None:
    """The name begins so; the words typed begin words of it; they are somewhere in it."""
    parts, words = typed.split(), name.split()
    if name.startswith(typed):
        return 0
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 1
    return 2 if all(part in name for part in parts) else None
