"""Choosing who is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from tas_desktop.engine.methods import METHODS
from tas_desktop.session.comparison.comparison_session import Contender

if TYPE_CHECKING:
    from collections.abc import Sequence


class ContenderBox(QComboBox):
    """The ranking methods, then the programs whose predictions were imported."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._contenders: list[Contender] = []
        self.offer(())
        self.choose(Contender(chosen))

    @property
    def contender(self) -> Contender:
        """Who is chosen."""
        return self._contenders[max(0, self.currentIndex())]

    def choose(self, contender: Contender) -> None:
        """Choose one that is offered."""
        if contender in self._contenders:
            self.setCurrentIndex(self._contenders.index(contender))

    def offer(self, imported: Sequence[str]) -> None:
        """Offer every method and these programs; who was chosen stays so where that is still offered."""
        before = self.contender if self._contenders else None
        self._contenders = [Contender(name) for name in METHODS]
        self._contenders += [Contender(name, is_imported=True) for name in imported]
        blocked = self.blockSignals(True)
        self.clear()
        for one in self._contenders:
            self.addItem(self.tr("imported: {0}").format(one.name) if one.is_imported else one.name)
        self.blockSignals(blocked)
        if before is not None:
            self.choose(before)
