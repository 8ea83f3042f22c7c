"""The order of the image list, shown and chosen above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from tas_desktop.session.review.orders import QueueOrder

if TYPE_CHECKING:
    from tas_desktop.session.review.review_queue import ReviewQueue


class OrderButton(QToolButton):
    """Names the order; opens a menu of all."""

    def __init__(self, queue: ReviewQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue-order")
        self._queue = queue
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
        menu = QMenu(self)
        group = QActionGroup(self)
        self._choices: dict[QueueOrder, QAction] = {}
        for order in QueueOrder:
            choice = QAction(self)
            choice.setData(order.value)
            choice.setCheckable(True)
            group.addAction(choice)
            menu.addAction(choice)
            self._choices[order] = choice
        self.setMenu(menu)
        menu.triggered.connect(self._on_chosen)
        queue.order_changed.connect(self._show)
        self._show()

    def retranslate(self, _retranslation: object) -> None:
        """Another language."""
        self._show()

    @Slot()
    def _show(self) -> None:
        texts = {
            QueueOrder.DATASET: self.tr("As added"),
            QueueOrder.MARGIN: self.tr("Smallest margin first"),
            QueueOrder.DISAGREEMENT: self.tr("V, P and N disagree most first"),
            QueueOrder.RANDOM: self.tr("At random"),
        }
        for order, choice in self._choices.items():
            choice.setText(texts[order])
            choice.setChecked(order is self._queue.order)
        text = texts[self._queue.order]
        self.setText(f"{text} ▾")
        self.setToolTip(
            self.tr("Order of the list. The same order again puts what has changed in its place.")
        )
        self.setAccessibleName(self.tr("Order of the list: {0}").format(text))

    @Slot(QAction)
    def _on_chosen(self, choice: QAction) -> None:
        self._queue.set_order(QueueOrder(choice.data()))
