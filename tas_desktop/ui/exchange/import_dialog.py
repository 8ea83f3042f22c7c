"""Importing a dataset: where it is, what its labels are worth here, and what would happen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.formats.format import Format, Layout
from tas_desktop.formats.registry import readable_formats
from tas_desktop.projects.importing.options import ImportKind, ImportOptions, NewPictures
from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint
from tas_desktop.ui.exchange.format_wording import purpose_of, title_of
from tas_desktop.ui.exchange.loss_table import LossTable
from tas_desktop.ui.project.work_strip import WorkStrip
from tas_desktop.ui.settings.editors import CalmComboBox

if TYPE_CHECKING:
    from tas_desktop.projects.importing.report import ImportReport
    from tas_desktop.session.exchange.imports import Imports
    from tas_desktop.session.project_session import ProjectSession

WIDTH, HEIGHT = 720, 560


class ImportDialog(QDialog):
    """Beside the work; an import is all or nothing, and one step that undo takes back."""

    def __init__(self, imports: Imports, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self._imports, self._project = imports, project
        self._report: ImportReport | None = None
        self._done = False
        self.path, self.folder, self.name = (QLineEdit(self) for _ in range(3))
        self.name.setMaxLength(200)
        self.browse_button, self.folder_button = make_button(self), make_button(self)
        self.format, self.kind, self.pictures = (CalmComboBox(self) for _ in range(3))
        for known in readable_formats():
            self.format.addItem("", known)
        for kind in ImportKind:
            self.kind.addItem("", kind)
        for choice in NewPictures:
            self.pictures.addItem("", choice)
        self.purpose, self.outlook, self.said = (make_label("muted", self) for _ in range(3))
        self.losses = LossTable(self)
        self._no_losses = EmptyTableHint(self.losses)
        self.strip = WorkStrip(imports.work, self)
        self.look_button, self.close_button = make_button(self), make_button(self)
        self.start_button = make_button(self, primary=True)
        self._labels = [make_label("field", self) for _ in range(6)]
        self._menu = QMenu(self)
        self._from_file, self._from_folder = self._menu.addAction(""), self._menu.addAction("")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._on_changed()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Import dataset"))
        fields = (self.path, self.format, self.kind, self.name, self.pictures, self.folder)
        texts = (
            self.tr("File or folder"),
            self.tr("Format"),
            self.tr("Its labels are"),
            self.tr("Called"),
            self.tr("New pictures"),
            self.tr("Pictures lie in"),
        )
        for label, field, text in zip(self._labels, fields, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        for row in range(self.format.count()):
            self.format.setItemText(row, title_of(self.format.itemData(row)))
        kinds = {
            ImportKind.EXPRESSIONS: self.tr("Expressions to work on; masks are left out"),
            ImportKind.PREDICTIONS: self.tr("A model's answers, to be reviewed"),
            ImportKind.ACCEPTED: self.tr("Labels that are decided"),
        }
        for row in range(self.kind.count()):
            self.kind.setItemText(row, kinds[self.kind.itemData(row)])
        choices = {
            NewPictures.IN_PLACE: self.tr("Add where they are"),
            NewPictures.COPY: self.tr("Copy into the project's folder"),
            NewPictures.LEAVE: self.tr("Leave out, with what is on them"),
        }
        for row in range(self.pictures.count()):
            self.pictures.setItemText(row, choices[self.pictures.itemData(row)])
        self.folder.setPlaceholderText(self.tr("beside the file, or in the project"))
        self.name.setPlaceholderText(self.tr("such as the model's name; else the file's"))
        self._from_file.setText(self.tr("A file …"))
        self._from_folder.setText(self.tr("A folder …"))
        for button in (self.browse_button, self.folder_button):
            button.setText(self.tr("Choose …"))
        self.look_button.setText(self.tr("Look first"))
        self.start_button.setText(self.tr("Import"))
        self.close_button.setText(self.tr("Close"))
        self.losses.retranslate()
        self.strip.retranslate()
        self._show()

    def take_path(self, path: Path) -> None:
        """Show a file or folder that somebody chose elsewhere."""
        self.path.setText(str(path))
        guessed = self._guess(path)
        if guessed is not None:
            self.format.setCurrentIndex(guessed)

    def _lay_out(self) -> None:
        places = []
        for field, button in ((self.path, self.browse_button), (self.folder, self.folder_button)):
            place = QHBoxLayout()
            place.setSpacing(8)
            place.addWidget(field, 1)
            place.addWidget(button)
            places.append(place)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        path, known, kind, name, pictures, folder = self._labels
        form.addRow(path, places[0])
        form.addRow(known, self.format)
        form.setWidget(form.rowCount(), QFormLayout.ItemRole.FieldRole, self.purpose)
        form.addRow(kind, self.kind)
        form.addRow(name, self.name)
        form.addRow(pictures, self.pictures)
        form.addRow(folder, places[1])
        buttons = QHBoxLayout()
        buttons.addWidget(self.strip, 1)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.outlook)
        layout.addWidget(self.losses, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for field in (self.path, self.folder, self.name):
            field.textChanged.connect(self._on_changed)
        for box in (self.format, self.kind, self.pictures):
            box.currentIndexChanged.connect(self._on_changed)
        self._from_file.triggered.connect(self._on_file)
        self._from_folder.triggered.connect(self._on_folder)
        self.browse_button.clicked.connect(self._on_browse)
        self.folder_button.clicked.connect(self._on_picture_folder)
        self.look_button.clicked.connect(self._on_look)
        self.start_button.clicked.connect(self._on_start)
        self.close_button.clicked.connect(self.accept)
        self._imports.foreseen.connect(self._on_foreseen)
        self._imports.imported.connect(self._on_imported)
        self._imports.work.failed.connect(self._on_failed)
        self._imports.work.cancelled.connect(self._on_cancelled)
        self._imports.work.running_changed.connect(self._refresh)

    def options(self) -> ImportOptions:
        """What is chosen."""
        known: Format = self.format.currentData()
        folder = self.folder.text().strip()
        return ImportOptions(
            path=Path(self.path.text().strip()).expanduser(),
            format_name=known.name,
            kind=self.kind.currentData(),
            annotator=self._project.annotator,
            pictures=self.pictures.currentData(),
            picture_folder=Path(folder).expanduser() if folder else None,
            name=self.name.text().strip(),
        )

    def _guess(self, path: Path) -> int | None:
        """The first format that such a path can be of; None leaves what is chosen."""
        layout = Layout.FOLDER if path.is_dir() else Layout.FILE
        for row in range(self.format.count()):
            known: Format = self.format.itemData(row)
            if known.layout is layout and known.suffix == (path.suffix.lower() if known.suffix else ""):
                return row
        return None

    def _show(self) -> None:
        self.purpose.setText(purpose_of(self.format.currentData()))
        is_answer = self.kind.currentData() is ImportKind.PREDICTIONS
        for widget in (self._labels[3], self.name):
            widget.setEnabled(is_answer)
        report = self._report
        found = self.tr("Nothing is left out") if report is not None else ""
        self._no_losses.say(found, self.tr("What cannot be brought in is listed here, and why."))
        self.losses.show_losses(() if report is None else report.left_out)
        self.outlook.setText(self._sum_up(report))
        self._refresh()

    def _sum_up(self, report: ImportReport | None) -> str:
        if report is None:
            return self.tr("“Look first” says what would happen; nothing is written by it.")
        counts = (
            (self.tr("new pictures: {0}"), report.new_images),
            (self.tr("new expressions: {0}"), report.expressions),
            (self.tr("labels: {0}"), report.labels),
            (self.tr("new objects: {0}"), report.referents),
            (self.tr("answers to review: {0}"), report.predictions),
            (self.tr("new categories: {0}"), report.categories),
            (self.tr("in the project already: {0}"), report.duplicates),
        )
        told = ", ".join(text.format(f"{count:,}") for text, count in counts if count)
        if report.is_empty:
            text = self.tr("Nothing of it is new here.")
            return f"{text} ({told})" if told else text
        text = self.tr("Imported: {0}.") if self._done else self.tr("Would be imported: {0}.")
        return text.format(told)

    @Slot()
    def _refresh(self) -> None:
        running, named = self._imports.work.is_running, bool(self.path.text().strip())
        for widget in (self.path, self.format, self.kind, self.pictures, self.folder, self.browse_button):
            widget.setEnabled(not running)
        self.look_button.setEnabled(named and not running)
        self.start_button.setEnabled(named and not running and not self._done)

    @Slot()
    def _on_changed(self) -> None:
        self._report, self._done = None, False
        self.said.clear()
        self._show()

    @Slot()
    def _on_browse(self) -> None:
        self._menu.exec(self.browse_button.mapToGlobal(self.browse_button.rect().bottomLeft()))

    @Slot()
    def _on_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import dataset"), self.path.text().strip())
        if file:
            self.take_path(Path(file))

    @Slot()
    def _on_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import dataset"), self.path.text().strip())
        if folder:
            self.take_path(Path(folder))

    @Slot()
    def _on_picture_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Pictures lie in"), self.folder.text().strip()
        )
        if folder:
            self.folder.setText(folder)

    @Slot()
    def _on_look(self) -> None:
        self.said.clear()
        self._imports.foresee(self.options())

    @Slot()
    def _on_start(self) -> None:
        self.said.clear()
        self._imports.bring_in(self.options())

    @Slot(object)
    def _on_foreseen(self, report: ImportReport) -> None:
        self._report, self._done = report, False
        self._show()

    @Slot(object)
    def _on_imported(self, report: ImportReport) -> None:
        self._report, self._done = report, True
        self.said.setText(self.tr("Undo takes the import back.") if report.event_seq is not None else "")
        self._show()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.said.setText(describe_error(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.setText(self.tr("Cancelled; nothing was written."))
