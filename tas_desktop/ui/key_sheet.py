"""The key sheet: all shortcuts on one page, made from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.actions import ACTIONS, KEY_HINTS, Menu, translated
from tas_desktop.ui.wording import plain_label

if TYPE_CHECKING:
    from tas_desktop.ui.actions import ActionSet, Shortcuts

KEY_COLUMN = 130
MOST_LINES = 34  # in a column
Section = tuple[str, list[tuple[str, str]]]  # title; keys and what they do


class KeySheet(QDialog):
    """Columns of about equal length: the loop, then menu by menu; made anew when keys or language change."""

    def __init__(self, actions: ActionSet, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        self.setWindowTitle(self.tr("Keys"))
        self._actions = actions
        self._inside = QWidget(self)
        self._area = QScrollArea(self)
        self._area.setObjectName("key-area")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # of another style
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._area, 1)
        layout.addWidget(buttons)
        shortcuts.changed.connect(self._fill)
        self._fill()
        self.resize(self.sizeHint())  # Qt itself would take two thirds of a screen at most

    def retranslate(self, _retranslation: object) -> None:
        """The sections are composed here."""
        self._fill()

    def sizeHint(self) -> QSize:
        """As large as its keys need, within the screen."""
        inside, free = self._inside.sizeHint(), self.screen().availableSize()
        return QSize(min(inside.width() + 70, free.width()), min(inside.height() + 110, free.height()))

    @Slot()
    def _fill(self) -> None:
        self._inside = QWidget()
        columns = QHBoxLayout(self._inside)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(36)
        for part in _balanced(self._sections()):
            column = QVBoxLayout()
            column.setSpacing(10)
            for title, rows in part:
                column.addWidget(_section(title, rows))
            column.addStretch(1)
            columns.addLayout(column)
        self._area.setWidget(self._inside)  # deletes the one before

    def _sections(self) -> list[Section]:
        loop = [(translated(hint.keys), translated(hint.text)) for hint in KEY_HINTS]
        sections = [(self.tr("The loop"), loop)]
        for menu in Menu:
            rows = []
            for row in ACTIONS:
                keys = self._actions[row.name].shortcuts()
                if row.menu is menu and keys and not row.hidden:
                    shown = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
                    rows.append((shown, plain_label(translated(row.text))))
            if rows:
                sections.append((plain_label(translated(menu.value)), rows))
        return sections


def _balanced(sections: list[Section]) -> list[list[Section]]:
    """The sections in their order, in two columns of about equal length; three where there are many."""
    lines = sum(len(rows) + 2 for _, rows in sections)
    count = 2 if lines <= MOST_LINES * 2 else 3
    columns: list[list[Section]] = [[] for _ in range(count)]
    filled = 0
    for title, rows in sections:
        middle = filled + (len(rows) + 2) / 2
        columns[min(int(middle * count / lines), count - 1)].append((title, rows))
        filled += len(rows) + 2
    return columns


def _section(title: str, rows: list[tuple[str, str]]) -> QWidget:
    section = QWidget()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    heading = QLabel(title)
    heading.setObjectName("heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for line, (keys, text) in enumerate(rows, start=1):
        key = QLabel(keys)
        font = QFont(key.font())
        font.setWeight(QFont.Weight.DemiBold)
        key.setFont(font)
        words = QLabel(text)
        for label in (key, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(key, line, 0)
        grid.addWidget(words, line, 1)
    grid.setColumnMinimumWidth(0, KEY_COLUMN)
    grid.setColumnStretch(1, 1)
    return section
