"""Catches what nobody else has caught, in every thread, and shows it once."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tas_desktop.ui.bugs.dialog import BugDialog
from tas_desktop.ui.bugs.report import BugReport

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

logger = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class BugWatch(QObject):
    """Lives in the GUI thread; bugs of other threads reach it through a queued signal.

    Signals:
        caught: a `BugReport`, from whatever thread.
    """

    caught = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self.dialog: BugDialog | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the interpreter's and Qt's last resorts."""
        sys.excepthook = self.on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """An exception has left the last Python frame of a thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.critical("unhandled", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self.caught.emit(BugReport.of(error, trace, thread=threading.current_thread().name))

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot(object)
    def _show(self, report: BugReport) -> None:
        """Open the dialog, or add to the one that is open."""
        if self.dialog is None:
            self.dialog = BugDialog(self._log_file, QApplication.activeWindow())
            self.dialog.destroyed.connect(self._on_closed)
            self.dialog.add(report)
            self.dialog.show()
        else:
            self.dialog.add(report)

    @Slot()
    def _on_closed(self) -> None:
        self.dialog = None


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    logger.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
