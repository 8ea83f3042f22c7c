"""Models and profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.models.upkeep import Chore
from tas_desktop.session.notices import Message
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow
    from tas_desktop.ui.models.dialog import ModelsDialog

KEY = "models"
ACTION = "models-and-profiles"


class ProfileCommands(CommandGroup):
    """The dialog of models and profiles, one at a time and not modal; what ends without it is told."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialog: ModelsDialog | None = None
        status = window.statusBar()
        assert isinstance(status, StatusBar)
        status.models_wanted.connect(self.models_and_profiles)
        models = self._workspace.models
        models.downloads.arrived.connect(self._on_arrived)
        models.downloads.failed.connect(self._on_failed)
        models.upkeep.done.connect(self._on_chore_done)

    @Slot()
    def models_and_profiles(self) -> None:
        """Open the dialog, or bring the open one to the front."""
        from tas_desktop.ui.models.dialog import ModelsDialog

        self._workspace.notices.withdraw(KEY)
        if self._dialog is None:
            self._dialog = ModelsDialog(self._workspace.models, self._window.theme, self._window)
            self._dialog.destroyed.connect(self._on_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None

    @Slot(str)
    def _on_arrived(self, model_id: str) -> None:
        text = self.tr("The model {0} is on this computer now.")
        self._workspace.notices.post(Message(text.format(model_id), key=KEY))

    @Slot(str, object)
    def _on_failed(self, _model_id: str, error: BaseException) -> None:
        """The dialog says it itself where it is open."""
        if self._dialog is None:
            self._workspace.notices.post_error(error, key=KEY, action=ACTION)

    @Slot(str, object)
    def _on_chore_done(self, model_id: str, chore: Chore) -> None:
        if chore is Chore.VERIFY:
            text = self.tr("Every file of {0} is as it should be.")
            self._workspace.notices.post(Message(text.format(model_id), key=KEY))
