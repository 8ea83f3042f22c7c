"""What a table without rows says: a hint where its rows would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.ui.empty_hint import CoveringHint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


class EmptyTableHint(CoveringHint):
    """Stands there while the model has no rows.

    Args:
        view: a view that has its model already.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._view = view
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.setVisible(self._view.model().rowCount() == 0)
