"""Words of the model for every picture that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.batch.bootstrapping import BootstrapProgress, BootstrapReport
    from tas_desktop.ui.main_window import MainWindow

KEY = "suggest-all"


class BootstrapCommands(CommandGroup):
    """Starts and stops it, and says how far it is."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bootstrap = self._session.help.bootstrap
        self._bootstrap.running_changed.connect(self.refresh)
        self._bootstrap.progressed.connect(self._on_progress)
        self._bootstrap.done.connect(self._on_done)
        self._bootstrap.failed.connect(self._on_failed)

    @Slot()
    def refresh(self) -> None:
        """Starting takes a project that can be written."""
        self._actions["suggest-all"].setEnabled(self._bootstrap.can_start)
        self._actions["cancel-suggest-all"].setEnabled(self._bootstrap.is_running)

    @Slot()
    def suggest_all(self) -> None:
        """Describe each picture without text; the texts wait for a person's decision."""
        self._bootstrap.start()

    @Slot()
    def cancel_suggest_all(self) -> None:
        """Stop at the next step; what is written stays."""
        self._bootstrap.cancel()

    @Slot(object)
    def _on_progress(self, progress: BootstrapProgress) -> None:
        if progress.done < progress.total:
            text = self.tr("Looking for words for pictures without text: {0} of {1}.")
            said = text.format(f"{progress.done + 1:,}", f"{progress.total:,}")
            self._workspace.notices.post(Message(said, key=KEY, action="cancel-suggest-all", lasting=True))

    @Slot(object)
    def _on_done(self, report: BootstrapReport) -> None:
        text = self.tr("Wrote {0} expressions for {1} pictures; each waits for your decision.")
        said = [text.format(f"{report.expressions:,}", f"{report.pictures:,}")]
        if report.cancelled:
            said.insert(0, self.tr("Stopped."))
        if report.failures:
            said.append(self.tr("{0} pictures were passed over.").format(f"{len(report.failures):,}"))
        severity = Severity.WARNING if report.failures else Severity.INFO
        self._workspace.notices.post(Message(" ".join(said), severity, key=KEY))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key=KEY, action="suggest-all")
