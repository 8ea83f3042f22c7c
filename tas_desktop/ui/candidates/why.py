"""The why-view: the selected candidate's terms, its negative phrases and what each cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tas_desktop.ui.figures import signed

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.ui.theme import Theme

SHOWN_NEGATIVES = 4


class Swatch(QWidget):
    """A small square in the colour of a term, with its letter."""

    def __init__(self, letter: str, tone: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._tone, self._theme = letter, tone, theme
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square and letter."""
        tones = self._theme.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tones, self._tone)))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(QColor("#0d1016" if tones.is_dark else "#ffffff"))
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class WhyView(QWidget):
    """Why the selected candidate stands where it does."""

    def __init__(self, ranking: RankingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._ranking = ranking
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        rows = (
            ("v", "V", "visual", self.tr("looks like the text")),
            ("p", "P", "caption", self.tr("its caption means the text")),
            ("n", "N", "negative", self.tr("looks like something else")),
            ("spatial", "S", "muted", self.tr("its place or size")),
        )
        for row, (field, letter, tone, meaning) in enumerate(rows):
            grid.addWidget(Swatch(letter, tone, theme, self), row, 0)
            label = _plain(meaning)
            label.setObjectName("muted")
            grid.addWidget(label, row, 1)
            value = _plain("")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, row, 2)
            self._values[field] = value
        self._negatives = _plain("")
        self._negatives.setObjectName("muted")
        self._negatives.setWordWrap(True)
        self._summary = _plain("")
        self._summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 2)
        layout.setSpacing(6)
        layout.addWidget(self._summary)
        layout.addLayout(grid)
        layout.addWidget(self._negatives)
        ranking.ranking_changed.connect(self.refresh)
        ranking.selection_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the selected candidate."""
        ranking, candidate = self._ranking.ranking, self._ranking.selected
        self.setEnabled(candidate is not None)
        for field, label in self._values.items():
            label.setText("–" if candidate is None else signed(getattr(candidate, field)))
        self._summary.setText(
            "" if ranking is None or candidate is None else self._sum_up(ranking, candidate)
        )
        self._negatives.setText("" if candidate is None else self._name_negatives(candidate))
        self._negatives.setVisible(bool(self._negatives.text()))

    def _sum_up(self, ranking: Ranking, candidate: Candidate) -> str:
        if not candidate.kept:
            return self.tr("Rank {0}: outside the place the text names.").format(candidate.rank)
        if candidate.rank_before != candidate.rank:
            text = self.tr("Rank {0}; before the place was looked at, rank {1}.")
            return text.format(candidate.rank, candidate.rank_before)
        if candidate.rank == 1 and len(ranking.candidates) > 1:
            return self.tr("Rank 1, ahead of the next by {0}.").format(f"{ranking.margin:.3f}")
        return self.tr("Rank {0}.").format(candidate.rank)

    def _name_negatives(self, candidate: Candidate) -> str:
        costs = [f"“{n.phrase}” {signed(n.cost)}" for n in candidate.negatives[:SHOWN_NEGATIVES]]
        if not costs:
            return ""
        return self.tr("N, phrase by phrase: {0}").format(", ".join(costs))


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
