"""Pictures whose files were replaced: what taking the new ones would mean, one by one or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint
from tas_desktop.ui.project.row_table import RowTable
from tas_desktop.ui.project.text_rows import RowRole, TextRows
from tas_desktop.ui.project.work_strip import WorkStrip

if TYPE_CHECKING:
    from tas_desktop.projects.replacing import ReplacedPicture
    from tas_desktop.session.project_work.replaced_pictures import ReplacedPictures

WIDTH, HEIGHT = 820, 420


class ReplacedDialog(QDialog):
    """Beside the work.

    Signals:
        wanted: go to this image id.
    """

    wanted = Signal(int)

    def __init__(self, replaced: ReplacedPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replaced-pictures")
        self._replaced = replaced
        self.meaning, self.said = make_label("muted", self), make_label("muted", self)
        self._rows = TextRows(self)
        self.table = RowTable(self._rows, several=True, parent=self)
        self._hint = EmptyTableHint(self.table)
        self.strip = WorkStrip(replaced.work, self)
        self.look_button = make_button(self)
        self.take_button, self.take_all_button = make_button(self, primary=True), make_button(self)
        self.close_button = make_button(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        fit_dialog(self, width=WIDTH, height=HEIGHT)
        replaced.look_at_noticed()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Replaced pictures"))
        self.meaning.setText(
            self.tr(
                "These files are not the ones that were annotated. Put the old ones back, or take the new "
                "ones: where the size is the same, masks stay and are listed for review (filter "
                "check:replaced); masks of another size cannot be kept, and their expressions are open "
                "again. Undo takes it back."
            )
        )
        self.look_button.setText(self.tr("Look through all files"))
        self.take_button.setText(self.tr("Take the chosen"))
        self.take_all_button.setText(self.tr("Take all"))
        self.close_button.setText(self.tr("Close"))
        self.table.setAccessibleName(self.tr("Replaced pictures"))
        self._rows.set_headings([self.tr("Picture"), self.tr("Size"), self.tr("What taking it means")])
        self.table.stretch(0, 2)
        self._show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.strip, 1)
        for button in (self.take_button, self.take_all_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.meaning)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._replaced.changed.connect(self._show)
        self._replaced.taken.connect(self._on_taken)
        self._replaced.edits.refused.connect(self._on_failed)
        work = self._replaced.work
        work.failed.connect(self._on_failed)
        work.cancelled.connect(self._on_cancelled)
        work.running_changed.connect(self._refresh)
        self.look_button.clicked.connect(self._on_look)
        self.take_button.clicked.connect(self._on_take)
        self.take_all_button.clicked.connect(self._on_take_all)
        self.close_button.clicked.connect(self.accept)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.table.activated.connect(self._on_activated)

    @Slot()
    def _show(self) -> None:
        self._rows.show_rows([(row, self._texts(row)) for row in self._replaced.found])
        if self._replaced.has_looked:
            self._hint.say(self.tr("Every picture is the one that was annotated"), "")
        else:
            self._hint.say(
                self.tr("None has come up yet"),
                self.tr("Looking through all files reads each of them once."),
            )
        if self._replaced.found:
            self.table.selectRow(0)
        self._refresh()

    def _texts(self, row: ReplacedPicture) -> tuple[str, ...]:
        before, now = ("×".join(str(n) for n in row.size_before), row.identity)
        if now is None:
            return row.path, before, self.tr("Cannot be taken: {0}").format(row.problem)
        kept = self.tr("Decisions that stay, to be looked at: {0}").format(f"{row.kept:,}")
        if row.same_size:
            return row.path, before, kept
        lost = self.tr("Decisions that are open again: {0}").format(f"{row.lost:,}")
        size = f"{before} → {now.width}×{now.height}"
        return row.path, size, f"{lost} · {kept}" if row.kept else lost

    def _chosen(self) -> list[ReplacedPicture]:
        rows = self.table.selectionModel().selectedRows()
        return [subject for row in rows if (subject := row.data(RowRole.SUBJECT)) is not None]

    @Slot()
    def _refresh(self) -> None:
        idle = not self._replaced.work.is_running
        self.look_button.setEnabled(idle)
        self.take_button.setEnabled(idle and any(row.identity is not None for row in self._chosen()))
        takeable = any(row.identity is not None for row in self._replaced.found)
        self.take_all_button.setEnabled(idle and takeable)

    @Slot()
    def _on_look(self) -> None:
        self.said.clear()
        self._replaced.look_through_all()

    @Slot()
    def _on_take(self) -> None:
        self._replaced.take(self._chosen())

    @Slot()
    def _on_take_all(self) -> None:
        self._replaced.take(self._replaced.found)

    @Slot(object)
    def _on_taken(self, image_ids: frozenset[int]) -> None:
        self.said.setText(self.tr("New files taken: {0}.").format(f"{len(image_ids):,}"))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.said.setText(describe_error(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.setText(self.tr("Cancelled; the list is as it was."))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = index.data(RowRole.SUBJECT)
        if row is not None:
            self.wanted.emit(row.image_id)
