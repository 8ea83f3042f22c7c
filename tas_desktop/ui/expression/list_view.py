"""The image's expressions with their status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QDropEvent, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from tas_desktop.domain.expression import LONGEST_EXPRESSION
from tas_desktop.session.expression_list import ExpressionRole
from tas_desktop.storage.rows import ExpressionSource
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
ROWS_KEPT = 2


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
        metrics = QFontMetrics(option.font)
        tag = self._tag(row, ambiguous=bool(index.data(ExpressionRole.AMBIGUOUS)))
        words = box.adjusted(33, 0, -8, 0)
        if tag:
            painter.setPen(QColor(tones.muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, tag)
            words = words.adjusted(0, 0, -metrics.horizontalAdvance(tag) - 8, 0)
        painter.setPen(QColor(tones.text))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, words.width()),
        )
        painter.restore()

    def _tag(self, row: ExpressionRow, *, ambiguous: bool) -> str:
        """What the row says at its right end: two objects of one name, or a text of the model's."""
        tags = [self.tr("⚠ two objects")] if ambiguous else []
        if row.source is ExpressionSource.MODEL:
            tags.append(self.tr("model"))
        return " · ".join(tags)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A plain line; what is no expression is refused when it is handed in."""
        editor = QLineEdit(parent)
        editor.setObjectName("in-place")
        editor.setMaxLength(LONGEST_EXPRESSION)
        editor.setAccessibleName(self.tr("Text of the expression"))
        return editor

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
    """As tall as its rows, up to a few; then it scrolls. Rows are edited in place and dragged.

    Signals:
        moved: a row was dropped elsewhere: its row before, and how far it goes.
        remove_pressed: Delete on a row.
        edited: editing in place is over, one way or the other.
    """

    moved = Signal(int, int)
    remove_pressed = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("expression-list", parent)
        self.setItemDelegate(ExpressionDelegate(theme, self))
        theme.changed.connect(self.viewport().update)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.itemDelegate().closeEditor.connect(self._on_edited)

    def edit_current(self) -> None:
        """Edit the text of the current row where it stands."""
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; the rest is as in every list. What an open editor leaves over is nobody's."""
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            if not event.isAutoRepeat():
                self.remove_pressed.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the row goes; the list follows what the project says."""
        row = self.currentIndex().row()
        at = self.indexAt(event.position().toPoint())
        to = self.model().rowCount() - 1 if not at.isValid() else at.row()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the view would remove the dragged row itself
        event.accept()
        if row >= 0 and to != row:
            self.moved.emit(row, to - row)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    def sizeHint(self) -> QSize:
        """Room for the rows."""
        rows = 0 if self.model() is None else self.model().rowCount()
        return QSize(200, min(rows, ROWS_SHOWN) * (self.fontMetrics().height() + ROW_PADDING))

    def minimumSizeHint(self) -> QSize:
        """Two rows: then it scrolls, so that the box below stays whole."""
        rows = 0 if self.model() is None else self.model().rowCount()
        return QSize(80, min(rows, ROWS_KEPT) * (self.fontMetrics().height() + ROW_PADDING))
