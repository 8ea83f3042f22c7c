"""The image's expressions with their status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from tas_desktop.session.expression_list import ExpressionRole
from tas_desktop.ui.row_ground import paint_row_ground, state_of
from tas_desktop.ui.row_list import RowList
from tas_desktop.ui.status_shapes import paint_expression_status
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from tas_desktop.storage.rows import ExpressionRow
    from tas_desktop.ui.theme import Theme

ROW_PADDING = 12
ROWS_SHOWN = 5


class ExpressionDelegate(QStyledItemDelegate):
    """Status shape and text on one line."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are alike."""
        return QSize(120, QFontMetrics(option.font).height() + ROW_PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: ExpressionRow = index.data(ExpressionRole.ROW)
        tones = self._theme.tones
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = state_of(option, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        paint_row_ground(painter, option, state=state, tones=tones)
        mark = QRectF(box.left() + 14, box.center().y() - 4.5, 10, 10)
        paint_expression_status(painter, mark, row.status, tones)
        words = box.adjusted(33, 0, -8, 0)
        metrics = QFontMetrics(option.font)
        painter.setPen(QColor(tones.text))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, words.width()),
        )
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole text as a tool tip, and as text: what was imported may look like markup."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row: ExpressionRow = index.data(ExpressionRole.ROW)
        QToolTip.showText(event.globalPos(), as_plain_tool_tip(row.text), view)
        return True


class ExpressionListView(RowList):
    """As tall as its rows, up to a few; then it scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("expression-list", parent)
        self.setItemDelegate(ExpressionDelegate(theme, self))
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Room for the rows."""
        rows = 0 if self.model() is None else self.model().rowCount()
        return QSize(200, min(rows, ROWS_SHOWN) * (self.fontMetrics().height() + ROW_PADDING))

    def minimumSizeHint(self) -> QSize:
        """The same: the candidates below give way."""
        return QSize(80, self.sizeHint().height())
