"""The models at work."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tas_desktop.session.image_desk import Phase
from tas_desktop.ui.commands.group import CommandGroup


class ModelCommands(CommandGroup):
    """The models at work."""

    def refresh(self) -> None:
        """What can be done depends on how far the analysis is."""
        phase, actions = self._session.desk.phase, self._actions
        actions["analyse-again"].setEnabled(phase in (Phase.CANCELLED, Phase.FAILED))
        actions["cancel"].setEnabled(phase in (Phase.LOADING_MODELS, Phase.ANALYSING, Phase.REFINING))

    @Slot()
    def analyse_again(self) -> None:
        """After a failure or a cancel."""
        self._session.desk.analyse_again()

    @Slot()
    def cancel(self) -> None:
        """Stop the analysis."""
        self._session.desk.cancel()
