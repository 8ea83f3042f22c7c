"""What the work is like, in three steps, for who opens the program for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tas_desktop.ui.icons import render

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Theme

MARK, ICON = 40, 22
STEP_WIDTH = 236
GAP = 28


class FirstSteps(QWidget):
    """Say it, look, accept: side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first-steps")
        self._theme = theme
        self._marks: dict[str, QLabel] = {}
        steps = (
            (
                "keyboard",
                self.tr("Say what you mean"),
                self.tr("“the striped red mug on the left”: the masks are ranked while you type."),
            ),
            (
                "eye",
                self.tr("Look"),
                self.tr("The best mask is painted; ↑ and ↓ walk the others, each with its reasons."),
            ),
            (
                "accept",
                self.tr("Accept"),
                self.tr("⏎ keeps it and goes on. What is not quite right is repaired, or drawn by hand."),
            ),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for name, title, detail in steps:
            row.addWidget(self._step(name, title, detail))
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _step(self, name: str, title: str, detail: str) -> QWidget:
        step = QWidget(self)
        step.setFixedWidth(STEP_WIDTH)
        mark = self._marks[name] = QLabel(step)
        mark.setObjectName("step-mark")
        mark.setFixedSize(MARK, MARK)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head, words = QLabel(title, step), QLabel(detail, step)
        head.setObjectName("strong")
        words.setObjectName("muted")
        for label in (head, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addWidget(head)
        column.addWidget(words)
        column.addStretch(1)
        return step

    @Slot()
    def _on_theme(self) -> None:
        for name, mark in self._marks.items():
            mark.setPixmap(render(name, self._theme.tones.accent, ICON))
