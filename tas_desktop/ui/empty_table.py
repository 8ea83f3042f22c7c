"""What a table without rows says: a hint where its rows would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot

from tas_desktop.ui.empty_hint import EmptyHint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


class EmptyTableHint(EmptyHint):
    """Covers the rows of a view while its model has none; the mouse goes through it.

    Args:
        view: a view that has its model already.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        view.viewport().installEventFilter(self)
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._refresh)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the place of the rows."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().rect())
        return super().eventFilter(watched, event)

    @Slot()
    def _refresh(self) -> None:
        self.setVisible(self._view.model().rowCount() == 0)
