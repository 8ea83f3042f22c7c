"""Datasets into the project and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.projects.exporting.running import ExportReport
    from tas_desktop.projects.importing.report import ImportReport
    from tas_desktop.ui.exchange.import_dialog import ImportDialog
    from tas_desktop.ui.main_window import MainWindow


class ExchangeCommands(CommandGroup):
    """Opens the dialogs, each once, and says how the work ended when they are closed.

    The dialogs, with all the formats, are imported when one is opened: the window is there without them.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        exports, imports = self._workspace.exports, self._workspace.imports
        exports.done.connect(self._on_exported)
        exports.failed.connect(self._on_export_failed)
        exports.cancelled.connect(self._on_export_cancelled)
        imports.imported.connect(self._on_imported)

    def refresh(self) -> None:
        """Both take a project."""
        self._actions.enable(
            ("export-dataset", "import-dataset"), on=self._session.project.project is not None
        )

    @Slot()
    def export_dataset(self) -> None:
        """Choose a format and options, then export."""
        from tas_desktop.ui.exchange.export_dialog import ExportDialog

        workspace = self._workspace
        self.show_once(
            ExportDialog,
            lambda: ExportDialog(
                workspace.exports, workspace.export_preview, self._session.project, self._window
            ),
        )

    @Slot()
    def import_dataset(self) -> None:
        """Choose a dataset and look at what would happen, then import."""
        self._import_dialog()

    def import_path(self, path: Path) -> None:
        """Import a file or folder that somebody chose elsewhere."""
        self._import_dialog().take_path(path)

    def _import_dialog(self) -> ImportDialog:
        from tas_desktop.ui.exchange.import_dialog import ImportDialog

        imports, project = self._workspace.imports, self._session.project
        return self.show_once(ImportDialog, lambda: ImportDialog(imports, project, self._window))

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        text = self.tr("Exported {0} objects with {1} expressions to {2}.")
        counts = report.counts
        said = text.format(f"{counts.objects:,}", f"{counts.sentences:,}", report.target)
        left_out = sum(loss.count for loss in report.losses)
        if left_out:
            said += " " + self.tr("Left out: {0}; the export's preview lists them.").format(f"{left_out:,}")
        severity = Severity.WARNING if left_out else Severity.INFO
        action = "export-dataset" if left_out else ""
        self._workspace.notices.post(Message(said, severity, key="export", action=action))

    @Slot(object)
    def _on_export_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key="export", action="export-dataset")

    @Slot()
    def _on_export_cancelled(self) -> None:
        self._workspace.notices.post(Message(self.tr("Export cancelled; nothing was written."), key="export"))

    @Slot(object)
    def _on_imported(self, report: ImportReport) -> None:
        text = self.tr("Imported {0} expressions, {1} labels and {2} answers to review.")
        counts = (report.expressions, report.labels, report.predictions)
        said = text.format(*(f"{count:,}" for count in counts))
        self._workspace.notices.post(Message(said, key="import"))
