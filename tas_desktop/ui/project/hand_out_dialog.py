"""Handing the project out in parts: how many, what each will hold, where they go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.session.project_work.parts import HandOut
from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.project.row_table import RowTable
from tas_desktop.ui.project.text_rows import TextRows
from tas_desktop.ui.project.work_strip import WorkStrip
from tas_desktop.ui.settings.editors import ROOM, CalmSpinBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.projects.splitting import WrittenPart
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.project_work.parts import Parts

WIDTH, HEIGHT = 640, 340
NUMBER_WIDTH, TABLE_HEIGHT = 110, 140
MOST_PARTS = 100


class HandOutDialog(QDialog):
    """Beside the work; the project itself stays as it is."""

    def __init__(self, parts: Parts, project: ProjectSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hand-out")
        self._parts, self._project = parts, project
        self._written: Sequence[WrittenPart] = ()
        self.count, self.shared = CalmSpinBox(self), CalmSpinBox(self)
        self.count.setRange(2, MOST_PARTS)
        for number in (self.count, self.shared):
            number.setFixedWidth(NUMBER_WIDTH)
            number.setMinimumHeight(self.fontMetrics().height() + ROOM)
        self.shared.setRange(0, 100)
        self.shared.setValue(10)
        self.shared.setSuffix(" %")
        self.out = QLineEdit(self)
        self.browse_button = make_button(self)
        self.with_pictures = QCheckBox(self)
        self.outlook, self.said = make_label("muted", self), make_label("muted", self)
        self._rows = TextRows(self)
        self.table = RowTable(self._rows, parent=self)
        self.strip = WorkStrip(parts.work, self)
        self.start_button, self.close_button = make_button(self, primary=True), make_button(self)
        self._labels = [make_label("field", self) for _ in range(3)]
        self._lay_out()
        self._connect()
        store = project.store
        self.out.setText("" if store is None else str(store.folder.parent))
        self.retranslate()
        self._on_running()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Hand out in parts"))
        names = (self.tr("Parts"), self.tr("Pictures that every part gets"), self.tr("Folder for the parts"))
        for label, field, name in zip(self._labels, (self.count, self.shared, self.out), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.shared.setToolTip(self.tr("To measure agreement when the work comes back"))
        self.browse_button.setText(self.tr("Choose …"))
        self.with_pictures.setText(self.tr("Copy the pictures too, for another machine"))
        self.start_button.setText(self.tr("Hand out"))
        self.close_button.setText(self.tr("Close"))
        self._rows.set_headings([self.tr("Part"), self.tr("Pictures"), self.tr("To decide")])
        self.table.stretch(0)
        self.table.setAccessibleName(self.tr("Parts that were written"))
        self._foresee()
        self._show_written()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (label, field) in enumerate(
            zip(self._labels, (self.count, self.shared, self.out), strict=True)
        ):
            label.setWordWrap(False)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.browse_button, 2, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.strip, 1)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addWidget(self.with_pictures)
        layout.addWidget(self.outlook)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.count.valueChanged.connect(self._foresee)
        self.shared.valueChanged.connect(self._foresee)
        self.out.textChanged.connect(self._foresee)
        self.browse_button.clicked.connect(self._on_browse)
        self.start_button.clicked.connect(self._on_start)
        self.close_button.clicked.connect(self.accept)
        self._parts.work.running_changed.connect(self._on_running)
        self._parts.work.failed.connect(self._on_failed)
        self._parts.work.cancelled.connect(self._on_cancelled)
        self._parts.handed_out.connect(self._on_handed_out)

    @Slot()
    def _foresee(self) -> None:
        """Say what each part will hold."""
        total, count = self._project.images.total, self.count.value()
        shared = round(self.shared.value() / 100 * total)
        own = (total - shared) // count
        most = own + bool((total - shared) % count)
        can = count <= total
        if not can:
            text = self.tr("{0} pictures cannot be handed out in {1} parts.").format(f"{total:,}", count)
        else:
            each = f"{own + shared:,}" if own == most else f"{own + shared:,}–{most + shared:,}"
            text = self.tr(
                "Each part is a project of its own with {0} pictures, {1} of them in every part, and all "
                "that was decided on them. This project stays as it is; the work comes back with “Bring "
                "work back”."
            ).format(each, f"{shared:,}")
        self.outlook.setText(text)
        self._can_start = can and bool(self.out.text().strip())
        self.start_button.setEnabled(self._can_start and not self._parts.work.is_running)

    def _show_written(self) -> None:
        self.table.setVisible(bool(self._written))
        self._rows.show_rows(
            [(part, (str(part.file), f"{part.images:,}", f"{part.to_decide:,}")) for part in self._written]
        )

    @Slot()
    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the parts"), self.out.text().strip()
        )
        if folder:
            self.out.setText(folder)

    @Slot()
    def _on_start(self) -> None:
        self.said.clear()
        self._parts.hand_out(
            HandOut(
                self.count.value(),
                Path(self.out.text().strip()).expanduser(),
                self.shared.value() / 100,
                self.with_pictures.isChecked(),
            )
        )

    @Slot()
    def _on_running(self) -> None:
        running = self._parts.work.is_running
        for field in (self.count, self.shared, self.out, self.browse_button, self.with_pictures):
            field.setEnabled(not running)
        self.start_button.setEnabled(self._can_start and not running)

    @Slot(object)
    def _on_handed_out(self, written: Sequence[WrittenPart]) -> None:
        self._written = written
        self._show_written()
        fit_dialog(self, width=WIDTH, height=HEIGHT + TABLE_HEIGHT)
        self.said.setText(self.tr("{0} parts were written.").format(len(written)))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.said.setText(describe_error(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.setText(self.tr("Cancelled; no part was left behind."))
