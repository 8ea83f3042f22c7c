"""Bringing the work of a part back: what would come in, then the report, with a way to each conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from tas_desktop.ui.dialog_parts import describe_error, make_button, make_label
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint
from tas_desktop.ui.project.brought_wording import conflict_row, describe_agreement, pair_row, sum_up
from tas_desktop.ui.project.row_table import RowTable
from tas_desktop.ui.project.text_rows import RowRole, TextRows
from tas_desktop.ui.project.work_strip import WorkStrip

if TYPE_CHECKING:
    from tas_desktop.projects.bringing_back import BroughtBack
    from tas_desktop.session.batch_session import BatchSession
    from tas_desktop.session.project_work.parts import Parts

WIDTH, HEIGHT = 820, 500


class BringBackDialog(QDialog):
    """Beside the work. Nothing is written before what would come in was shown.

    Signals:
        wanted: go to this image id and expression id.
    """

    wanted = Signal(int, object)

    def __init__(self, parts: Parts, batch: BatchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bring-back")
        self._parts, self._batch = parts, batch
        self._shown: BroughtBack | None = parts.last
        self._is_foreseen = False
        self.file = QLineEdit(self)
        self.browse_button, self.look_button = make_button(self), make_button(self)
        self.summary, self.agreement = make_label("strong", self), make_label("muted", self)
        self.said = make_label("muted", self)
        self._conflicts, self._pairs = TextRows(self), TextRows(self)
        self.conflicts = RowTable(self._conflicts, parent=self)
        self.pairs = RowTable(self._pairs, parent=self)
        self._hints = (EmptyTableHint(self.conflicts), EmptyTableHint(self.pairs))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.strip = WorkStrip(parts.work, self)
        self.start_button, self.close_button = make_button(self, primary=True), make_button(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Bring work back"))
        self.file.setPlaceholderText(self.tr("Project file of the part"))
        self.file.setAccessibleName(self.tr("Project file of the part"))
        self.browse_button.setText(self.tr("Choose …"))
        self.look_button.setText(self.tr("Look"))
        self.look_button.setToolTip(self.tr("See what would come in; nothing is written"))
        self.start_button.setText(self.tr("Bring in"))
        self.close_button.setText(self.tr("Close"))
        self.tabs.tabBar().setAccessibleName(self.tr("Lists"))
        self.conflicts.setAccessibleName(self.tr("Conflicts"))
        self.pairs.setAccessibleName(self.tr("Agreement by annotators"))
        self._conflicts.set_headings(
            [
                *(self.tr("Picture"), self.tr("Expression"), self.tr("Here"), self.tr("There")),
                self.tr("Conflict"),
            ]
        )
        self._pairs.set_headings(
            [
                *(self.tr("Here"), self.tr("There"), self.tr("Both decided"), self.tr("Alike")),
                *(self.tr("Mean IoU"), self.tr("Same object")),
            ]
        )
        self.conflicts.stretch(0, 1)
        self.pairs.stretch(0, 1)
        self._show()

    def show_report(self) -> None:
        """Show what the last merge did."""
        self._shown, self._is_foreseen = self._parts.last, False
        self._show()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(self.browse_button)
        place.addWidget(self.look_button)
        for table in (self.conflicts, self.pairs):
            self.tabs.addTab(table, "")
        buttons = QHBoxLayout()
        buttons.addWidget(self.strip, 1)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(place)
        for widget in (self.summary, self.agreement):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.file.textChanged.connect(self._on_file)
        self.file.returnPressed.connect(self._on_look)
        self.browse_button.clicked.connect(self._on_browse)
        self.look_button.clicked.connect(self._on_look)
        self.start_button.clicked.connect(self._on_start)
        self.close_button.clicked.connect(self.accept)
        for gesture in (self.conflicts.clicked, self.conflicts.activated):
            gesture.connect(self._on_chosen)
        work = self._parts.work
        work.running_changed.connect(self._refresh)
        work.failed.connect(self._on_failed)
        work.cancelled.connect(self._on_cancelled)
        self._batch.running_changed.connect(self._refresh)
        self._parts.foreseen.connect(self._on_foreseen)
        self._parts.brought_back.connect(self._on_brought_back)

    def _show(self) -> None:
        shown = self._shown
        conflicts = () if shown is None else shown.report.conflicts
        pairs = {} if shown is None else shown.pairs
        paths = {} if shown is None else shown.paths
        self._conflicts.show_rows([(row, conflict_row(row, paths[row.image_id])) for row in conflicts])
        self._pairs.show_rows([(pair, pair_row(pair, figures)) for pair, figures in pairs.items()])
        self.tabs.setTabText(0, self.tr("Conflicts ({0})").format(f"{len(conflicts):,}"))
        self.tabs.setTabText(1, self.tr("Agreement by annotators ({0})").format(f"{len(pairs):,}"))
        for table, hint in zip((self.conflicts, self.pairs), self._hints, strict=True):
            hint.say(*self._nothing_in(table))
        if shown is None:
            self.summary.setText(
                self.tr("Choose the project file that comes back, then look at what it brings.")
            )
            self.agreement.clear()
        else:
            self.summary.setText(sum_up(shown, foreseen=self._is_foreseen))
            self.agreement.setText(describe_agreement(shown.agreement))
        self._refresh()

    def _nothing_in(self, table: RowTable) -> tuple[str, str]:
        """What an empty table says."""
        if self._shown is None:
            return self.tr("Nothing looked at yet"), ""
        if table is self.conflicts:
            return self.tr("No conflicts"), self.tr("Nobody decided differently here and there.")
        return self.tr("Nothing to compare"), self.tr("No expression was decided by both sides.")

    @Slot()
    def _refresh(self) -> None:
        running = self._parts.work.is_running
        for field in (self.file, self.browse_button):
            field.setEnabled(not running)
        self.look_button.setEnabled(not running and bool(self.file.text().strip()))
        waits = self._batch.is_running  # it would give up before a merge has ended
        self.start_button.setEnabled(self._is_foreseen and not running and not waits)
        why = self.tr("A batch is writing to this project: stop it, or wait for its end.")
        if waits and self._is_foreseen:
            self.said.setText(why)
        elif self.said.text() == why:
            self.said.clear()

    @Slot()
    def _on_file(self) -> None:
        """Another file was not looked at."""
        if self._is_foreseen:
            self._is_foreseen, self._shown = False, None
            self._show()
        self._refresh()

    @Slot()
    def _on_browse(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Project file of the part"), self.file.text(), self.tr("TAS projects (*.tas)")
        )
        if file:
            self.file.setText(file)
            self._on_look()

    @Slot()
    def _on_look(self) -> None:
        text = self.file.text().strip()
        if text:
            self.said.clear()
            self._parts.foresee(Path(text).expanduser())

    @Slot()
    def _on_start(self) -> None:
        shown = self._shown
        if shown is not None and self._is_foreseen:
            self.said.setText(self.tr("What you decide meanwhile is written afterwards."))
            self._parts.bring_back(shown.other)

    @Slot(object)
    def _on_foreseen(self, brought: BroughtBack) -> None:
        news = bool(brought.report.events or brought.report.images)
        self._shown, self._is_foreseen = brought, news
        self._show()

    @Slot(object)
    def _on_brought_back(self, brought: BroughtBack) -> None:
        self._shown, self._is_foreseen = brought, False
        text = self.tr(
            "Brought in. A click on a conflict goes to it; the filter status:flagged lists them all."
        )
        self.said.setText(text if brought.report.conflicts else self.tr("Brought in."))
        self._show()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.said.setText(describe_error(error))

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.setText(self.tr("Cancelled; nothing was written."))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(RowRole.SUBJECT)
        if row is not None:
            self.wanted.emit(row.image_id, row.expression_id)
