"""The key sheet: all shortcuts on one page, made from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.actions import ACTIONS, KEY_HINTS, Menu, translated

if TYPE_CHECKING:
    from tas_desktop.ui.actions import ActionSet

KEY_COLUMN = 130


class KeySheet(QDialog):
    """Two columns: the loop, then menu by menu."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key-sheet")
        self.setWindowTitle(self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(36)
        loop = [(translated(hint.keys), translated(hint.text)) for hint in KEY_HINTS]
        sections = [(self.tr("The loop"), loop)]
        for menu in Menu:
            rows = [
                (
                    ", ".join(
                        s.toString(QKeySequence.SequenceFormat.NativeText)
                        for s in actions[row.name].shortcuts()
                    ),
                    translated(row.text).removesuffix("…").strip(),
                )
                for row in ACTIONS
                if row.menu is menu and row.keys and not row.hidden
            ]
            if rows:
                sections.append((translated(menu.value).replace("&", ""), rows))
        half = 3  # about equal lengths
        for part in (sections[:half], sections[half:]):
            column = QVBoxLayout()
            column.setSpacing(10)
            for title, rows in part:
                column.addWidget(_section(title, rows))
            column.addStretch(1)
            columns.addLayout(column)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # of another style
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


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
