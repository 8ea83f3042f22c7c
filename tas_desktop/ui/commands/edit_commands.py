"""Deciding, and taking back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QInputDialog

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.ui.commands.group import CommandGroup


class EditCommands(CommandGroup):
    """Deciding, and taking back."""

    def refresh(self) -> None:
        """Deciding takes a picture and a text."""
        session = self._session
        decidable = session.image is not None and bool(session.ranking.text)
        self._actions.enable(("no-target", "skip", "flag", "accept"), on=decidable)

    @Slot()
    def undo(self) -> None:
        """Take back the newest decision."""
        self._session.undo()

    @Slot()
    def redo(self) -> None:
        """Make the decision undone last stand again."""
        self._session.redo()

    @Slot()
    def accept(self) -> None:
        """As Enter in the box."""
        self._session.press_enter()

    @Slot()
    def no_target(self) -> None:
        """There is no such object."""
        self._session.decide_without_mask(DecisionAction.NO_TARGET)

    @Slot()
    def skip(self) -> None:
        """Leave the expression for later."""
        self._session.decide_without_mask(DecisionAction.SKIP)

    @Slot()
    def flag(self) -> None:
        """Ask for a note, then flag."""
        note, said = QInputDialog.getText(
            self._window, self.tr("Flag"), self.tr("What should someone look at?")
        )
        if said:
            self._session.decide_without_mask(DecisionAction.FLAG, note=note)

    @Slot()
    def pick(self) -> None:
        """Accept the candidate whose number the action carries."""
        sender = self.sender()
        if sender is not None:
            self._session.pick(int(sender.objectName().removeprefix("pick-")))
