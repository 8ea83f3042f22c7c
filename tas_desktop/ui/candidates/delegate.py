"""How a ranked candidate looks: cut-out, caption, total, V/P/N bar, rank before the rectifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tas_desktop.session.candidate_list import CandidateRole
from tas_desktop.ui.candidates.bars import BarScale, paint_bar
from tas_desktop.ui.candidates.check import paint_check
from tas_desktop.ui.candidates.cutouts import Cutouts
from tas_desktop.ui.figures import signed
from tas_desktop.ui.row_ground import RowState, paint_rim, paint_row_ground, state_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from tas_desktop.domain.ranking import Candidate
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.theme import Theme

SIDE = 48
PADDING = 7
LINE_GAP, BAR_GAP, BAR_HEIGHT = 2, 4, 7
FADED = 0.55
NUMBERED = 9


def row_height(metrics: QFontMetrics) -> int:
    """Height of a row in logical pixels: room for the cut-out and for two lines over the bar."""
    lines = 2 * metrics.height() + LINE_GAP + BAR_HEIGHT + BAR_GAP
    return max(SIDE, lines) + 2 * PADDING


class CandidateDelegate(QStyledItemDelegate):
    """Paints one candidate."""

    def __init__(self, session: AnnotationSession, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.cutouts = Cutouts()
        self.scale = BarScale(0.0, 0.0)
        self.stressed = -1
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        return QSize(220, row_height(QFontMetrics(option.font)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        candidate: Candidate = index.data(CandidateRole.CANDIDATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option, state=self._state(option, candidate), tones=self._theme.tones)
        box: QRect = option.rect.adjusted(PADDING + 2, PADDING, -PADDING - 4, -PADDING)
        self._paint_cutout(painter, QRect(box.left(), box.top(), SIDE, SIDE), candidate)
        self._paint_words(painter, box.adjusted(SIDE + 10, 0, 0, 0), option, candidate)
        painter.restore()

    def _state(self, option: QStyleOptionViewItem, candidate: Candidate) -> RowState:
        if candidate.proposal_index == self.stressed:
            return RowState.STRESSED
        return state_of(
            option,
            chosen=bool(option.state & QStyle.StateFlag.State_Selected) and not self._is_other_offered,
            pointed_at=candidate.proposal_index == self.hovered,
        )

    @property
    def _is_other_offered(self) -> bool:
        """Whether Enter is about masks that no row shows: decided before, or another program's."""
        return self._session.choice.is_kept and self._session.choice.kept.masks is not None

    def _paint_cutout(self, painter: QPainter, box: QRect, candidate: Candidate) -> None:
        desk = self._session.desk
        known = desk.picture is not None and candidate.proposal_index < len(desk.outlines)
        if not known or desk.picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tones.raised))
            painter.drawRoundedRect(box, 6, 6)
            return
        pixmap = self.cutouts.get(
            candidate.proposal_index,
            pyramid=desk.picture.pyramid,
            outline=desk.outlines[candidate.proposal_index],
            side=SIDE,
            ratio=painter.device().devicePixelRatio(),
            veil=QColor(self._theme.tones.raised),
        )
        painter.setOpacity(1.0 if candidate.kept else FADED)
        painter.drawPixmap(box.topLeft(), pixmap)
        painter.setOpacity(1.0)
        paint_rim(painter, box, self._theme.tones)
        several = self._session.several
        if several.is_active:
            chosen = candidate.proposal_index in several.chosen
            paint_check(painter, box, chosen=chosen, tones=self._theme.tones)

    def _paint_words(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, candidate: Candidate
    ) -> None:
        tones = self._theme.tones
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics, bold_metrics = QFontMetrics(option.font), QFontMetrics(bold)
        line = metrics.height()
        top = QRect(box.left(), box.top() - 1, box.width(), line)
        blind = self._session.ranking.is_blind
        rank, total = f"{candidate.rank}", "" if blind else signed(candidate.total)
        painter.setFont(bold)
        painter.setPen(QColor(tones.text if candidate.kept else tones.muted))
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, rank)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, total)
        painter.setFont(option.font)
        offset = bold_metrics.horizontalAdvance(rank) + 8
        if candidate.rank_before != candidate.rank:
            offset += self._paint_move(painter, top.adjusted(offset, 0, 0, 0), metrics, candidate)
        remark = "" if blind else self._remark(candidate)
        if remark:
            painter.setPen(QColor(tones.muted))
            room = top.adjusted(offset, 0, -bold_metrics.horizontalAdvance(total) - 8, 0)
            text = metrics.elidedText(remark, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        second = QRect(box.left(), top.bottom() + LINE_GAP, box.width(), line)
        painter.setPen(QColor(tones.text if candidate.caption and candidate.kept else tones.muted))
        caption = candidate.caption or self._stand_in(candidate)
        shown = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if blind:
            return
        bar = QRectF(box.left(), box.bottom() - BAR_HEIGHT, box.width(), BAR_HEIGHT)
        painter.setOpacity(1.0 if candidate.kept else FADED)
        paint_bar(painter, bar, candidate, self.scale, tones)
        painter.setOpacity(1.0)

    def _remark(self, candidate: Candidate) -> str:
        """What stands beside the rank: another place than named, or that the noun fits this thing too."""
        ranking = self._session.ranking.ranking
        if not candidate.kept:
            return self.tr("outside the region")
        if ranking is not None and candidate.proposal_index in (ranking.rivals or ()):
            return self.tr("same noun")
        return ""

    def _stand_in(self, candidate: Candidate) -> str:
        """What stands where a caption would: that it will come, or, where none will, the mask's size."""
        ranking, picture = self._session.ranking.ranking, self._session.desk.picture
        if ranking is None or picture is None or not ranking.complete:
            return self.tr("no caption yet")
        share = candidate.proposal.mask.area / (picture.pyramid.width * picture.pyramid.height)
        return self.tr("{0} of the picture").format(f"{share:.1%}".replace("%", "\N{NO-BREAK SPACE}%"))

    def _paint_move(self, painter: QPainter, box: QRect, metrics: QFontMetrics, candidate: Candidate) -> int:
        """Where the rectifier took the candidate from: an arrow and its rank before."""
        tones = self._theme.tones
        rose = candidate.rank < candidate.rank_before
        text = self.tr("{0} was {1}").format("▲" if rose else "▼", candidate.rank_before)
        painter.setPen(QColor(tones.good if rose else tones.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return metrics.horizontalAdvance(text) + 8
