"""The why-view: the selected candidate's terms, its negative phrases and what each cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from tas_desktop.ui.candidates.terms import CAPTION, MASK, NEGATIVE, SPATIAL, TERMS, VISUAL, Term
from tas_desktop.ui.figures import signed
from tas_desktop.ui.fitting_area import FittingArea
from tas_desktop.ui.ranking_notices import is_by_pixels

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Candidate, Ranking
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.ui.theme import Theme

SHOWN_NEGATIVES = 4
SHOWN_LINES = 3  # at least, however low the window


class Swatch(QWidget):
    """A small square in the colour of a term, with its letter."""

    def __init__(self, term: Term, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term, self._theme = term, theme
        self.setFixedSize(QSize(18, 18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Square and letter."""
        tones = self._theme.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._term.colour_in(tones)))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setPen(QColor("#0d1016" if tones.is_dark else "#ffffff"))
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._term.letter)


class WhyView(QWidget):
    """Why the selected candidate stands where it does."""

    refreshed = Signal()

    def __init__(self, ranking: RankingDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._ranking = ranking
        self._meanings: dict[Term, QLabel] = {}
        self._values: dict[Term, QLabel] = {}
        self._total = _figure()
        self._total.setObjectName("strong")
        self._negatives = _plain("")
        self._negatives.setObjectName("muted")
        self._negatives.setWordWrap(True)
        self._summary = _plain("")
        self._summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(self._summary)
        layout.addLayout(self._lay_out_terms(theme))
        layout.addWidget(self._negatives)
        ranking.ranking_changed.connect(self.refresh)
        ranking.selection_changed.connect(self.refresh)
        self.refresh()

    def _lay_out_terms(self, theme: Theme) -> QGridLayout:
        """One row for each term, and below a line their sum."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, term in enumerate(TERMS):
            self._meanings[term], self._values[term] = _plain(""), _figure()
            self._meanings[term].setObjectName("muted")
            grid.addWidget(Swatch(term, theme, self), row, 0)
            grid.addWidget(self._meanings[term], row, 1)
            grid.addWidget(self._values[term], row, 2)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        grid.addWidget(line, len(TERMS), 0, 1, 3)
        total = _plain(self.tr("total"))
        total.setObjectName("strong")
        grid.addWidget(total, len(TERMS) + 1, 1)
        grid.addWidget(self._total, len(TERMS) + 1, 2)
        return grid

    @Slot()
    def refresh(self) -> None:
        """Show the selected candidate."""
        ranking, candidate = self._ranking.ranking, self._ranking.selected
        self.setEnabled(candidate is not None)
        for term, meaning in self._name_terms(ranking).items():
            self._meanings[term].setText(meaning)
            self._values[term].setText("–" if candidate is None else signed(term.value_of(candidate)))
        self._total.setText("–" if candidate is None else signed(candidate.total))
        self._summary.setText(
            "" if ranking is None or candidate is None else self._sum_up(ranking, candidate)
        )
        self._negatives.setText("" if candidate is None else self._name_negatives(candidate))
        self._negatives.setVisible(bool(self._negatives.text()))
        self.refreshed.emit()

    def _name_terms(self, ranking: Ranking | None) -> dict[Term, str]:
        return {
            VISUAL: self.tr("looks like the text"),
            CAPTION: self.tr("its caption means the text"),
            NEGATIVE: self.tr("looks like nothing else here"),
            MASK: self.tr("its colour and usual size")
            if is_by_pixels(ranking)
            else self.tr("its mask is trusted"),
            SPATIAL: self.tr("its place or size"),
        }

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


class WhyArea(FittingArea):
    """Gives the why-view the height it needs where there is room, else lets it scroll: no figure is cut."""

    def __init__(self, why: WhyView, parent: QWidget | None = None) -> None:
        super().__init__(why, lines=SHOWN_LINES, name="why-area", parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        why.refreshed.connect(self.updateGeometry)


def _figure() -> QLabel:
    label = _plain("")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
