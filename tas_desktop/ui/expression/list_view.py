"""The image's expressions with their status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tas_desktop.session.expression_list import ExpressionRole
from tas_desktop.ui.status_shapes import paint_expression_status

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
        ground = QRectF(box).adjusted(2, 1, -2, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tones.accent_soft))
            painter.drawRoundedRect(ground, 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tones.raised))
            painter.drawRoundedRect(ground, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tones.accent), 1.5))
            painter.drawRoundedRect(ground, 5, 5)
        mark = QRectF(box.left() + 10, box.center().y() - 4.5, 10, 10)
        paint_expression_status(painter, mark, row.status, tones)
        words = box.adjusted(30, 0, -8, 0)
        metrics = QFontMetrics(option.font)
        painter.setPen(QColor(tones.text))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, words.width()),
        )
        painter.restore()


class ExpressionListView(QListView):
    """As tall as its rows, up to a few; then it scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("expression-list")
        self.setItemDelegate(ExpressionDelegate(theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Room for the rows."""
        rows = 0 if self.model() is None else self.model().rowCount()
        return QSize(200, min(rows, ROWS_SHOWN) * (self.fontMetrics().height() + ROW_PADDING))

    def minimumSizeHint(self) -> QSize:
        """The same: the candidates below give way."""
        return QSize(80, self.sizeHint().height())
