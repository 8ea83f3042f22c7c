"""Deciding, and taking back."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.expression.note_popup import NotePopup


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
        popup = NotePopup(self._window)
        popup.noted.connect(self._on_noted)
        popup.open_below(self._window.box)

    @Slot(str)
    def _on_noted(self, note: str) -> None:
        self._session.decide_without_mask(DecisionAction.FLAG, note=note)

    @Slot()
    def pick(self) -> None:
        """Accept the candidate whose number the action carries."""
        sender = self.sender()
        if sender is not None:
            self._session.walk.pick(int(sender.objectName().removeprefix("pick-")))
