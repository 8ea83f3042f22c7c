"""Choosing who is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from tas_desktop.engine.methods import METHODS
from tas_desktop.session.comparison.comparison_session import Contender
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.session.method_choice import MethodChoice


class ContenderBox(QComboBox):
    """The ranking methods, the one at work with its parameters, and whoever's predictions were imported.

    A method that the loaded models cannot serve is there, with the reason, and cannot be chosen.

    Args:
        chosen: the method that is chosen first.
        methods: what the loaded models can serve.
        parent: the Qt parent.
    """

    def __init__(self, chosen: str, methods: MethodChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods = methods
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._contenders: list[Contender] = []
        self._imported: tuple[str, ...] = ()
        self.offer(())
        self.choose(Contender(chosen))

    @property
    def contender(self) -> Contender:
        """Who is chosen."""
        return self._contenders[max(0, self.currentIndex())]

    def retranslate(self, _retranslation: object = None) -> None:
        """The items are composed."""
        self.offer(self._imported)

    def choose(self, contender: Contender) -> None:
        """Choose one that is offered."""
        if contender in self._contenders:
            self.setCurrentIndex(self._contenders.index(contender))

    def offer(self, imported: Sequence[str]) -> None:
        """Offer every method and these programs; who was chosen stays so where that is still offered."""
        before = self.contender if self._contenders else None
        self._imported = tuple(imported)
        self._contenders = [Contender(name) for name in METHODS]
        if self._methods.differing:
            now = self._methods.method
            self._contenders.append(Contender(f"{now.name}*", method=now))
        self._contenders += [Contender(name, is_imported=True) for name in imported]
        blocked = self.blockSignals(True)
        self.clear()
        for one in self._contenders:
            self.addItem(self._text(one))
        for row, one in enumerate(self._contenders):
            if not one.is_imported:
                self._explain(row, one.name.removesuffix("*"))
        self.blockSignals(blocked)
        if before is not None:
            self.choose(before)

    def _text(self, one: Contender) -> str:
        if one.method is not None:
            return self.tr("{0} with your parameters").format(one.method.name)
        return self.tr("imported: {0}").format(one.name) if one.is_imported else one.name

    def _explain(self, row: int, name: str) -> None:
        """Say what a method does, or what it lacks."""
        told = QCoreApplication.translate("Methods", METHODS[name].summary)
        lacking = self._methods.lacking(name)
        if lacking:
            needs = ", ".join(QCoreApplication.translate("Methods", need.value) for need in lacking)
            told += "\n" + self.tr("These models do not give what it needs: {0}").format(needs)
            model = self.model()
            if isinstance(model, QStandardItemModel):
                model.item(row).setEnabled(False)
        self.setItemData(row, as_plain_tool_tip(told), Qt.ItemDataRole.ToolTipRole)
