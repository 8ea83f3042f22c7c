"""What a bug report holds: enough for a developer, nothing of the annotator's pictures."""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from tas_desktop import __version__

if TYPE_CHECKING:
    from types import TracebackType


@dataclass(frozen=True, slots=True)
class BugReport:
    """One failure of the program.

    Attributes:
        summary: the last line of the traceback, on one line.
        trace: the whole traceback.
        thread: name of the thread that it happened in.
        at: when, UTC.
    """

    summary: str
    trace: str
    thread: str
    at: datetime

    @classmethod
    def of(cls, error: BaseException, trace: TracebackType | None, *, thread: str) -> Self:
        """The report of an exception that nobody has caught."""
        summary = " ".join("".join(traceback.format_exception_only(error)).split())
        whole = "".join(traceback.format_exception(type(error), error, trace))
        return cls(summary, whole, thread, datetime.now(UTC))

    def as_text(self) -> str:
        """The report for the clipboard."""
        lines = (
            f"TAS Desktop {__version__}",
            f"Python {platform.python_version()}, Qt {_qt_version()}, {platform.platform()}",
            f"{self.at:%Y-%m-%d %H:%M:%S} UTC, thread {self.thread}",
            "",
            self.trace,
        )
        return "\n".join(lines)


def _qt_version() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()
