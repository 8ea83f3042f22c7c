"""The figures that matter most, in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tas_desktop.ui.expression.flow_layout import FlowLayout
from tas_desktop.ui.fonts import keep_enlarged

if TYPE_CHECKING:
    from tas_desktop.evaluation.statistics.counting import Statistics
    from tas_desktop.evaluation.statistics.figures import Share

MISSING = "–"


class KeyFigures(QWidget):
    """A large figure over a small word, several side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[QLabel] = []
        row = FlowLayout(self, gap=26)
        for word in self._words():
            row.addWidget(self._make(word))

    def show_figures(self, figures: Statistics | None) -> None:
        """Fill in; dashes without figures."""
        texts = [MISSING] * len(self._values) if figures is None else self._texts(figures)
        for label, text, word in zip(self._values, texts, self._words(), strict=True):
            label.setText(text)
            label.setAccessibleName(f"{word}: {text}")

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("decisions"),
            self.tr("accepted at rank 1"),
            self.tr("within rank 5"),
            self.tr("repaired"),
            self.tr("no such object"),
            self.tr("seconds, median"),
            self.tr("model's first mask, mean IoU"),
            self.tr("back-checks agree"),
        )

    def _texts(self, figures: Statistics) -> list[str]:
        overall = figures.overall
        return [
            f"{overall.decisions:,}",
            _percent(overall.accepted_at[0]),
            _percent(overall.accepted_at[2]),
            _percent(overall.edited),
            _percent(overall.no_target),
            MISSING if overall.seconds is None else f"{overall.seconds.median:.1f}",
            MISSING if overall.first_iou is None else f"{overall.first_iou.value:.2f}",
            _percent(figures.agreement.same_referent),
        ]

    def _make(self, word: str) -> QWidget:
        both = QWidget(self)
        value, name = QLabel(MISSING, both), QLabel(word, both)
        value.setObjectName("strong")
        name.setObjectName("muted")
        for label in (value, name):
            label.setTextFormat(Qt.TextFormat.PlainText)
        keep_enlarged(value, 1.6)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(value)
        column.addWidget(name)
        self._values.append(value)
        return both


def _percent(share: Share) -> str:
    return MISSING if share.value is None else f"{100 * share.value:.0f} %"
