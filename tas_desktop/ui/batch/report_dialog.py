"""What came of the last batch: pictures passed over and expressions whose first mask changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.batch.report_rows import ReportRole, ReportRows
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint

if TYPE_CHECKING:
    from tas_desktop.batch.progress import BatchReport
    from tas_desktop.session.batch_session import BatchSession

WIDTH, HEIGHT = 820, 420  # room for three columns of sentences


class BatchReportDialog(QDialog):
    """Beside the work, never in its way; a click on a row goes to its picture.

    Signals:
        wanted: go to this image id and expression id (or None).
    """

    wanted = Signal(int, object)

    def __init__(self, batch: BatchSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch-report")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._batch = batch
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self._failures, self._changes = ReportRows(self), ReportRows(self)
        self.failures, self.changes = self._table(self._failures), self._table(self._changes)
        self._no_failures, self._no_changes = EmptyTableHint(self.failures), EmptyTableHint(self.changes)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for table in (self.failures, self.changes):
            self.tabs.addTab(table, "")
        self._close = QPushButton(self)
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)
        batch.progressed.connect(self.refresh)
        batch.done.connect(self.refresh)
        self.retranslate()
        self.changes.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        fit_dialog(self, width=WIDTH, height=HEIGHT)
        if batch.report is not None and batch.report.changed and not batch.failures:
            self.tabs.setCurrentWidget(self.changes)

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("The last batch"))
        self._close.setText(self.tr("Close"))
        self.tabs.tabBar().setAccessibleName(self.tr("Lists"))
        self.failures.setAccessibleName(self.tr("Pictures passed over"))
        self.changes.setAccessibleName(self.tr("Expressions with another mask first"))
        self._failures.set_headings([self.tr("Picture"), self.tr("Why"), self.tr("What to do")])
        self._changes.set_headings(
            [self.tr("Picture"), self.tr("Expression"), self.tr("Overlap with before")]
        )
        self._no_failures.say(
            self.tr("No picture was passed over"),
            self.tr("Pictures that cannot be read, or at which a model fails, are listed here."),
        )
        self._no_changes.say(
            self.tr("No expression has another mask first"),
            self.tr("What other models or parameters put first than before is listed here."),
        )
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is known by now; a batch that runs adds to it."""
        report, failures = self._batch.report, self._batch.failures
        changed = () if report is None else report.changed
        if self._failures.rowCount() != len(failures):
            self._failures.show_failures(failures)
        if self._changes.rowCount() != len(changed):
            self._changes.show_changes(changed)
        self.tabs.setTabText(0, self.tr("Passed over ({0})").format(f"{len(failures):,}"))
        self.tabs.setTabText(1, self.tr("Another mask first ({0})").format(f"{len(changed):,}"))
        self.summary.setText(self._sum_up(report))

    def _sum_up(self, report: BatchReport | None) -> str:
        if report is None:
            return (
                self.tr("The batch is running; what it passes over is listed at once.")
                if self._batch.is_running
                else self.tr("No batch has run since the project was opened.")
            )
        text = self.tr("Masks proposed for {0} pictures; {1} expressions ranked by {2}.")
        said = [text.format(f"{report.proposed:,}", f"{report.expressions:,}", report.method)]
        if report.known:
            said.append(self.tr("{0} pictures were done before.").format(f"{report.known:,}"))
        if report.cancelled:
            said.append(self.tr("Stopped with {0} pictures left.").format(f"{report.left:,}"))
        return " ".join(said)

    def _table(self, rows: ReportRows) -> QTableView:
        table = QTableView(self)
        table.setModel(rows)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading = table.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heading.setMinimumSectionSize(90)
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.clicked.connect(self._on_chosen)
        table.activated.connect(self._on_chosen)  # Enter
        return table

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        place = index.data(ReportRole.PLACE)
        if place is not None:
            self.wanted.emit(place.image_id, place.expression_id)
