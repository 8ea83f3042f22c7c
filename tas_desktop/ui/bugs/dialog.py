"""The report dialog: what failed, that the work is safe, and a way to hand the details on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tas_desktop.ui.dialog_parts import make_label
from tas_desktop.ui.dialog_size import fit_dialog

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.ui.bugs.report import BugReport

WIDTH, HEIGHT = 720, 460  # room for a traceback
MOST_KEPT = 20  # reports of one dialog; a bug in a paint event would else fill the memory
_BETWEEN = "\n" + "─" * 40 + "\n\n"


class BugDialog(QDialog):
    """Not modal: the work can go on beside it. Later bugs join the one that is open."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bug-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._log_file = log_file
        self._reports: list[BugReport] = []
        self.count = 0
        self._title = make_label("strong", self)
        self._comfort = make_label("", self)
        self._comfort.setText(
            self.tr(
                "What you have decided is saved already. You can go on working; if the window behaves"
                " strangely, close it and open it again."
            )
        )
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.details.setTabChangesFocus(True)
        self._place = make_label("muted", self)
        self._place.setText(self.tr("The log has it too: {0}").format(log_file))
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = QPushButton(self.tr("Copy the details"), self)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button = QPushButton(self.tr("Go on"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._comfort)
        layout.addWidget(self.details, 1)
        layout.addWidget(self._place)
        layout.addLayout(buttons)

    def add(self, report: BugReport) -> None:
        """Show one more failure."""
        self.count += 1
        if len(self._reports) < MOST_KEPT:
            self._reports.append(report)
            self.details.setPlainText(self._whole())
        title = self.tr("The program has failed at something: {0}").format(self._reports[0].summary)
        more = self.tr("(and {0} times more)").format(self.count - 1) if self.count > 1 else ""
        self._title.setText(f"{title} {more}".strip())

    def _whole(self) -> str:
        return _BETWEEN.join(report.as_text() for report in self._reports)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole())
        self.copy_button.setText(self.tr("Copied"))
