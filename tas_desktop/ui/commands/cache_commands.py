"""What is kept on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.config.disk_use import readable_size
from tas_desktop.session.cache_session import CacheSession
from tas_desktop.session.notices import Message
from tas_desktop.ui.batch.cache_dialog import CacheDialog
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow

KEY = "cache"


class CacheCommands(CommandGroup):
    """The dialog on the cache: one at a time, not modal; its lane lives as long as it does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialog: CacheDialog | None = None
        self._cache: CacheSession | None = None
        window.closing.connect(self._end)

    @Slot()
    def analyses_on_disk(self) -> None:
        """Open the dialog, or bring the open one to the front."""
        if self._dialog is None:
            self._cache = CacheSession(self._window.paths, self._session.project, self)
            self._cache.cleared.connect(self._on_cleared)
            self._cache.failed.connect(self._on_failed)
            self._dialog = CacheDialog(self._cache, self._window)
            self._dialog.destroyed.connect(self._end)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def _end(self) -> None:
        """The dialog or the window closes."""
        self._dialog = None
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    @Slot(object)
    def _on_cleared(self, freed_bytes: int) -> None:
        text = self.tr("{0} freed. Pictures opened from now on are analysed anew.")
        self._workspace.notices.post(Message(text.format(readable_size(freed_bytes)), key=KEY))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key=KEY)
