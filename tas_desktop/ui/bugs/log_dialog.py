"""The log in a window: its newest part, ready to copy, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tas_desktop.config.crash_traces import PREVIOUS_FILE
from tas_desktop.ui.dialog_size import fit_dialog

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 860, 520  # room for long lines
SHOWN_BYTES = 200_000  # of the newest file; more helps nobody, and must not keep the window waiting


class LogDialog(QDialog):
    """Read-only; shows the stacks of a crash before the newest lines of the log."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log"))
        self._log_file = log_file
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(self.tr("Log"))
        self.lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.lines.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        place = QLabel(str(log_file), self)
        place.setObjectName("muted")
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy_all = QPushButton(self.tr("Copy all"), self)
        copy_all.clicked.connect(self._on_copy)
        open_folder = QPushButton(self.tr("Open its folder"), self)
        open_folder.clicked.connect(self._on_open_folder)
        close = QPushButton(self.tr("Close"), self)
        for button in (copy_all, open_folder, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy_all)
        buttons.addWidget(open_folder)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(9)
        layout.addWidget(self.lines, 1)
        layout.addWidget(place)
        layout.addLayout(buttons)
        self._read()
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def _read(self) -> None:
        stacks = read_end(self._log_file.with_name(PREVIOUS_FILE))
        log = read_end(self._log_file) or self.tr("The log is empty.")
        heading = self.tr("The program ended unexpectedly at an earlier time:")
        self.lines.setPlainText(f"{heading}\n\n{stacks}\n{log}" if stacks else log)
        self.lines.moveCursor(QTextCursor.MoveOperation.End)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.toPlainText())

    @Slot()
    def _on_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file.parent)))


def read_end(file: Path, *, most: int = SHOWN_BYTES) -> str:
    """The last whole lines of a text file, at most so many bytes; empty where it cannot be read."""
    try:
        with file.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(0, size - most))
            text = stream.read(most).decode("utf-8", errors="replace")
    except OSError:
        return ""
    return text if size <= most else text.partition("\n")[2]
