"""Opening, exporting and leaving."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from tas_desktop.session.notices import Message
from tas_desktop.ui.commands.group import CommandGroup
from tas_desktop.ui.opening.recent_menu import RecentMenu

if TYPE_CHECKING:
    from tas_desktop.projects.exporting.running import ExportReport
    from tas_desktop.ui.main_window import MainWindow


class FileCommands(CommandGroup):
    """Opening, exporting and leaving."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        menu = window.menuBar().findChild(QMenu, "menu-file")
        if menu is not None:
            recent = RecentMenu(self._workspace.recent, menu)
            recent.chosen.connect(self._on_recent)
            menu.insertMenu(self._actions["open-sample"], recent)
        self._window.welcome.recent.chosen.connect(self._on_recent)
        exports = self._workspace.exports
        exports.done.connect(self._on_exported)
        exports.failed.connect(self._on_export_failed)
        exports.cancelled.connect(self._on_export_cancelled)

    def refresh(self) -> None:
        """Exporting takes a project."""
        self._actions["export-coco"].setEnabled(self._session.project.project is not None)

    @Slot(object)
    def _on_recent(self, file: Path) -> None:
        self._workspace.open_path(file)

    @Slot()
    def open_folder(self) -> None:
        """Choose a folder of pictures."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder of pictures"))
        if folder:
            self._workspace.open_path(Path(folder))

    @Slot()
    def open_project(self) -> None:
        """Choose a project file."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), "", self.tr("TAS projects (*.tas)")
        )
        if file:
            self._workspace.open_path(Path(file))

    @Slot()
    def open_sample(self) -> None:
        """Open the pictures that ship with the program."""
        self._workspace.open_sample()

    @Slot()
    def export_coco(self) -> None:
        """Choose a file and a form of masks, then export."""
        from tas_desktop.formats.format import MaskForm

        forms = {
            self.tr("COCO, polygons exact to the pixel (*.json)"): MaskForm.POLYGONS,
            self.tr("COCO, run lengths (*.json)"): MaskForm.RLE,
        }
        project = self._session.project.project
        start = "" if project is None else str(project.store.folder / f"{project.name}-coco.json")
        file, chosen = QFileDialog.getSaveFileName(
            self._window, self.tr("Export COCO"), start, ";;".join(forms)
        )
        if file:
            target = Path(file)
            if not target.suffix:
                target = target.with_suffix(".json")
            self._workspace.exports.export_coco(target, masks=forms.get(chosen, MaskForm.POLYGONS))

    @Slot()
    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        text = self.tr("Exported {0} annotations with {1} expressions to {2}.")
        counted = text.format(report.counts.objects, report.counts.sentences, report.target)
        self._workspace.notices.post(Message(counted, key="export"))

    @Slot(object)
    def _on_export_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key="export", action="export-coco")

    @Slot()
    def _on_export_cancelled(self) -> None:
        self._workspace.notices.post(Message(self.tr("Export cancelled; nothing was written."), key="export"))
