"""Exceptions on their way from a child process to the window."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from tas_desktop.domain.errors import BackendFailed, KnownError


class ChildProcessBug(RuntimeError):
    """A fault of the program inside a child process; the text is its traceback."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception, packed: known errors as such, bugs as text."""

    known: type[KnownError] | None
    text: str
    next_step: str = ""

    @classmethod
    def of(cls, error: Exception) -> Failure:
        """Pack an exception."""
        if isinstance(error, KnownError):
            return cls(type(error), error.message, error.next_step)
        return cls(None, "".join(traceback.format_exception(error)))

    def unpack(self) -> Exception:
        """The exception to raise in the window's process."""
        if self.known is None:
            return ChildProcessBug(self.text)
        try:
            return self.known(self.text, next_step=self.next_step)
        except TypeError:  # a subclass with another signature
            return BackendFailed(self.text, next_step=self.next_step)
