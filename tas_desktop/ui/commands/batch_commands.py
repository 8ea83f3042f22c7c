"""Proposing for all pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.batch.report_dialog import BatchReportDialog
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.batch.progress import BatchReport
    from tas_desktop.ui.main_window import MainWindow

KEY = "batch"


class BatchCommands(CommandGroup):
    """Starts and stops the batch, says how it ended, and shows its report."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._batch = self._workspace.batch
        self._dialog: BatchReportDialog | None = None
        self._batch.running_changed.connect(self.refresh)
        self._batch.done.connect(self._on_done)
        self._batch.failed.connect(self._on_failed)
        self._batch.offered.connect(self._on_offered)
        self._session.project.opened.connect(self._on_opened)

    @Slot()
    def refresh(self) -> None:
        """Starting takes a project that can be written."""
        self._actions.enable(("propose-all", "propose-all-again"), on=self._batch.can_start)
        self._actions["cancel-batch"].setEnabled(self._batch.is_running)
        is_open = self._session.project.project is not None
        self._actions["batch-report"].setEnabled(is_open)

    @Slot()
    def propose_all(self) -> None:
        """Analyse every picture, rank every undecided expression; what is done is passed over."""
        self._start(again=False)

    @Slot()
    def propose_all_again(self) -> None:
        """The same, ranking also what is done; says what changed."""
        self._start(again=True)

    @Slot()
    def cancel_batch(self) -> None:
        """Stop at the next step."""
        self._batch.cancel()

    @Slot()
    def batch_report(self) -> None:
        """Show what was passed over and what changed."""
        if self._dialog is None:
            self._dialog = BatchReportDialog(self._batch, self._window)
            self._dialog.wanted.connect(self._go_to)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _start(self, *, again: bool) -> None:
        self._workspace.notices.withdraw(KEY)
        image = self._session.image
        self._batch.start(again=again, begin_at=None if image is None else image.image_id)

    @Slot(int, object)
    def _go_to(self, image_id: int, expression_id: int | None) -> None:
        self._session.go_to_image(image_id, expression_id=expression_id)

    @Slot(object)
    def _on_done(self, report: BatchReport) -> None:
        text = self.tr("Proposed for {0} pictures, {1} expressions ranked.")
        said = [text.format(f"{report.proposed:,}", f"{report.expressions:,}")]
        if report.known:
            said.append(self.tr("{0} pictures were done before.").format(f"{report.known:,}"))
        if report.cancelled:
            said.insert(0, self.tr("Stopped with {0} pictures left.").format(f"{report.left:,}"))
        if report.failures:
            said.append(self.tr("{0} pictures were passed over.").format(f"{len(report.failures):,}"))
        if report.changed:
            text = self.tr("Another mask comes first for {0} expressions.")
            said.append(text.format(f"{len(report.changed):,}"))
        has_lists = bool(report.failures or report.changed)
        severity = Severity.WARNING if report.failures else Severity.INFO
        action = "batch-report" if has_lists else ""
        self._workspace.notices.post(
            Message(" ".join(said), severity, key=KEY, action=action, lasting=has_lists)
        )

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key=KEY, action="propose-all")

    @Slot()
    def _on_offered(self) -> None:
        text = self.tr("Proposing for all pictures was cut short the last time.")
        step = self.tr("It goes on where it stopped.")
        self._workspace.notices.post(Message(text, Severity.INFO, step, KEY, "propose-all", lasting=True))

    @Slot()
    def _on_opened(self) -> None:
        """Another project has no report yet."""
        self._workspace.notices.withdraw(KEY)
        if self._dialog is not None:
            self._dialog.close()

    @Slot()
    def _on_dialog_gone(self) -> None:
        self._dialog = None
