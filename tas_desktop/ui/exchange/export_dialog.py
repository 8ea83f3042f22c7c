"""Exporting the project: format, options, splits, and what will be in the files before they are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.formats.format import Format, Layout
from tas_desktop.formats.registry import writable_formats
from tas_desktop.projects.exporting.planning import foresee_losses
from tas_desktop.projects.exporting.request import ExportRequest
from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint
from tas_desktop.ui.exchange.export_options import ExportOptionsForm
from tas_desktop.ui.exchange.format_wording import purpose_of, title_of
from tas_desktop.ui.exchange.loss_table import LossTable
from tas_desktop.ui.exchange.split_choice import SplitChoice

if TYPE_CHECKING:
    from tas_desktop.projects.exporting.planning import ExportPlan
    from tas_desktop.session.exchange.export_preview import ExportPreview
    from tas_desktop.session.export_session import ExportSession
    from tas_desktop.session.project_session import ProjectSession

WIDTH, HEIGHT = 860, 600
FORMATS_WIDTH, FORMATS_MARGIN = 220, 12
PREVIEW_MS = 200  # after the last change of what is counted


class ExportDialog(QDialog):
    """Beside the work; the export itself runs on when it is closed, with its progress in the status bar."""

    def __init__(
        self,
        exports: ExportSession,
        preview: ExportPreview,
        project: ProjectSession,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self._exports, self._preview, self._project = exports, preview, project
        self._plan: ExportPlan | None = None
        self._typed_target = False
        self.formats = QListWidget(self)
        self.formats.setObjectName("choices")
        self.purpose, self.counted, self.said = (make_label("muted", self) for _ in range(3))
        self.options, self.splits = ExportOptionsForm(self), SplitChoice(self)
        self.target = QLineEdit(self)
        self.browse_button = make_button(self)
        self.losses = LossTable(self)
        self._no_losses = EmptyTableHint(self.losses)
        self.start_button, self.close_button = make_button(self, primary=True), make_button(self)
        self._labels = [make_label("field", self) for _ in range(2)]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_MS)
        self._timer.timeout.connect(self._count)
        for known in writable_formats():
            item = QListWidgetItem(self.formats)
            item.setData(Qt.ItemDataRole.UserRole, known)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.formats.setCurrentRow(0)
        self._count()
        self.formats.ensurePolished()
        self.formats.setFixedWidth(max(FORMATS_WIDTH, self.formats.sizeHintForColumn(0) + FORMATS_MARGIN))
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    @property
    def chosen(self) -> Format:
        """The format."""
        known: Format = self.formats.currentItem().data(Qt.ItemDataRole.UserRole)
        return known

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Export dataset"))
        self.formats.setAccessibleName(self.tr("Format"))
        for row in range(self.formats.count()):
            item = self.formats.item(row)
            item.setText(title_of(item.data(Qt.ItemDataRole.UserRole)))
        self._labels[0].setText(self.tr("Splits"))
        self._labels[1].setText(self.tr("Write to"))
        self.target.setAccessibleName(self.tr("Write to"))
        self.browse_button.setText(self.tr("Choose …"))
        self.start_button.setText(self.tr("Export"))
        self.close_button.setText(self.tr("Close"))
        for part in (self.options, self.splits, self.losses):
            part.retranslate()
        if self.formats.currentItem() is not None:
            self._show_format()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.target, 1)
        place.addWidget(self.browse_button)
        splits_label, target_label = self._labels
        self.options.form.addRow(splits_label, self.splits)
        self.options.form.addRow(target_label, place)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.purpose)
        right.addWidget(self.options)
        right.addWidget(self.counted)
        right.addWidget(self.losses, 1)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self.formats)
        columns.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.formats.currentItemChanged.connect(self._show_format)
        self.splits.changed.connect(self._timer.start)
        self._project.watch.changed.connect(self._timer.start)
        self.target.textEdited.connect(self._on_target)
        self.browse_button.clicked.connect(self._on_browse)
        self.start_button.clicked.connect(self._on_start)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self._preview.drop)
        self._preview.planned.connect(self._on_planned)
        self._preview.failed.connect(self._on_failed)
        self._exports.running_changed.connect(self._refresh)

    def request(self) -> ExportRequest | None:
        """What is chosen; None without a project."""
        store = self._project.store
        if store is None:
            return None
        return ExportRequest(
            project=store.file,
            target=Path(self.target.text().strip()).expanduser(),
            format_name=self.chosen.name,
            options=self.options.options(self.chosen),
            rule=self.splits.rule(),
            with_card=self.options.card.isChecked(),
            licence=self.options.licence.text().strip() if self.options.card.isChecked() else "",
        )

    @Slot()
    def _count(self) -> None:
        request = self.request()
        if request is not None:
            self.counted.setText(self.tr("Counting …"))
            self._preview.request(request)

    @Slot()
    def _show_format(self) -> None:
        self.purpose.setText(purpose_of(self.chosen))
        self.options.show_format(self.chosen)
        if not self._typed_target:
            self.target.setText(self._usual_target())
        self._show_plan()

    def _usual_target(self) -> str:
        store = self._project.store
        name = f"{'' if store is None else store.file.stem}-{self.chosen.name}{self.chosen.suffix}"
        return "" if store is None else str(store.folder / name)

    def _show_plan(self) -> None:
        plan = self._plan
        found = self.tr("Nothing is left out") if plan is not None else ""
        self._no_losses.say(found, self.tr("What this format has no place for is listed here."))
        if plan is not None:
            self.losses.show_losses((*plan.unreadable, *foresee_losses(plan.counts, self.chosen)))
            self.counted.setText(self._sum_up(plan))
        self._refresh()

    def _sum_up(self, plan: ExportPlan) -> str:
        counts = plan.counts
        text = self.tr("Pictures: {0}, objects: {1}, decided expressions: {2}.").format(
            f"{counts.images:,}", f"{counts.objects:,}", f"{counts.sentences:,}"
        )
        splits = {name: count for name, count in (counts.splits or {}).items() if name}
        if not splits:
            return text
        listed = ", ".join(f"{name} {count:,}" for name, count in splits.items())
        dealt = self.tr("Splits in pictures: {0}.").format(listed)
        return f"{text} {dealt}"

    @Slot()
    def _refresh(self) -> None:
        ready = self._plan is not None and bool(self.target.text().strip())
        self.start_button.setEnabled(ready and not self._exports.is_running)

    @Slot()
    def _on_target(self) -> None:
        self._typed_target = bool(self.target.text().strip())
        self._refresh()

    @Slot()
    def _on_browse(self) -> None:
        start, title = self.target.text().strip(), self.tr("Write to")
        if self.chosen.layout is Layout.FILE:
            pattern = f"{title_of(self.chosen)} (*{self.chosen.suffix})"
            target, _ = QFileDialog.getSaveFileName(self, title, start, pattern)
        else:
            target = QFileDialog.getExistingDirectory(self, title, str(Path(start).parent))
        if target:
            self.target.setText(target)
            self._on_target()

    @Slot()
    def _on_start(self) -> None:
        request = self.request()
        if request is not None:
            self._exports.export(request)
            self.accept()

    @Slot(object)
    def _on_planned(self, plan: ExportPlan) -> None:
        self._plan = plan
        self.said.clear()
        self._show_plan()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._plan = None
        self.counted.clear()
        self.said.setText(describe_error(error))
        self._refresh()
