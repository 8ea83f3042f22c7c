"""The ranking method to hand: its name in the head line, its parameters one click or key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from tas_desktop.ui.candidates.method_panel import MethodPanel
from tas_desktop.ui.popups import name_choice, open_below

if TYPE_CHECKING:
    from tas_desktop.session.method_choice import MethodChoice
    from tas_desktop.ui.actions import KeyTexts


class MethodButton(QToolButton):
    """Shows the method; a star says that parameters differ from its own."""

    closed = Signal()

    def __init__(self, choice: MethodChoice, keys: KeyTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("method-button")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choice, self._keys = choice, keys
        self.clicked.connect(self.open_panel)
        choice.changed.connect(self.refresh)
        keys.changed.connect(self.refresh)
        self.refresh()

    def retranslate(self, _retranslation: object) -> None:
        """Say it in another language."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Name the method."""
        name = self._choice.method.name + ("*" if self._choice.differing else "")
        hint = self._keys.beside(self.tr("Ranking method and parameters"), "choose-method")
        name_choice(self, name, spoken=self.tr("Ranking method: {0}").format(name), hint=hint)

    @Slot()
    def open_panel(self) -> None:
        """Show the parameters below the button."""
        open_below(MethodPanel(self._choice, self.window()), self, then=self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        self.closed.emit()
