"""What the window has to say without interrupting: shown in a bar, never in a modal box."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tas_desktop.domain.errors import KnownError
from tas_desktop.domain.notice import NoticeLevel

if TYPE_CHECKING:
    from tas_desktop.domain.notice import Notice

logger = logging.getLogger(__name__)


class Severity(StrEnum):
    """How loudly a message is shown; each has its own shape, not only its colour."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_LEVELS = {Severity.INFO: logging.INFO, Severity.WARNING: logging.WARNING, Severity.ERROR: logging.ERROR}


@dataclass(frozen=True, slots=True)
class Message:
    """One line for the notice bar.

    Attributes:
        text: what happened, plain text.
        severity: how loudly.
        next_step: what to do about it.
        key: a newer message with the same key replaces this one.
        action: name of an action in the action table that takes the next step; may be empty.
        lasting: stays until dismissed or replaced; others fade after some seconds.
    """

    text: str
    severity: Severity = Severity.INFO
    next_step: str = ""
    key: str = ""
    action: str = ""
    lasting: bool = False


class NoticeBoard(QObject):
    """The one door to the notice bar."""

    posted = Signal(object)  # Message
    withdrawn = Signal(str)  # key

    def post(self, message: Message) -> None:
        """Show a message and log it."""
        logger.log(_LEVELS[message.severity], "notice: %s %s", message.text, message.next_step)
        self.posted.emit(message)

    def post_error(self, error: BaseException, *, key: str = "", action: str = "") -> None:
        """Show a known error with its next step; a bug as such, with its traceback in the log."""
        if isinstance(error, KnownError):
            self.post(Message(error.message, Severity.ERROR, error.next_step, key, action, lasting=True))
            return
        logger.error("unexpected failure", exc_info=error)
        text = self.tr("Something went wrong inside the program: {0}").format(repr(error))
        step = self.tr("The log file has the details. You can go on working.")
        self.post(Message(text, Severity.ERROR, step, key, action or "show-log", lasting=True))

    def post_notice(self, notice: Notice) -> None:
        """Show an assumption or limit that came with a picture or a ranking."""
        severity = Severity.WARNING if notice.level is NoticeLevel.WARNING else Severity.INFO
        self.post(Message(notice.text, severity, key=notice.code))

    def withdraw(self, key: str) -> None:
        """Take back a message whose reason is gone."""
        self.withdrawn.emit(key)
