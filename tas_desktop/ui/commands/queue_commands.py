"""The order of the image list, and what its filter understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QActionGroup

from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class QueueCommands(CommandGroup):
    """The order of the image list, and what its filter understands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._queue = self._session.project.queue
        group = QActionGroup(self)
        for order in QueueOrder:
            group.addAction(self._actions[f"order-{order}"])
        self._queue.order_changed.connect(self._on_order)
        self._on_order()

    def refresh(self) -> None:
        """Ordering takes a project."""
        on = self._session.project.project is not None
        names = (*(f"order-{order}" for order in QueueOrder), "refresh-list")
        self._actions.enable(names, on=on)

    @Slot()
    def order_dataset(self) -> None:
        """As the pictures were added."""
        self._queue.set_order(QueueOrder.DATASET)

    @Slot()
    def order_margin(self) -> None:
        """The closest first two candidates first."""
        self._queue.set_order(QueueOrder.MARGIN)

    @Slot()
    def order_disagreement(self) -> None:
        """Where V, P and N differ most first."""
        self._queue.set_order(QueueOrder.DISAGREEMENT)

    @Slot()
    def order_random(self) -> None:
        """Shuffled, the same every time."""
        self._queue.set_order(QueueOrder.RANDOM)

    @Slot()
    def refresh_list(self) -> None:
        """Put what has changed meanwhile in its place; read the project where that failed before."""
        self._queue.refresh()

    @Slot()
    def filter_help(self) -> None:
        """The filter's language on one page."""
        self._window.images.show_filter_help()

    @Slot()
    def _on_order(self) -> None:
        self._actions[f"order-{self._queue.order}"].setChecked(True)
