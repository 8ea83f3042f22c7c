"""What window and work process say to each other; all of it frozen and picklable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeVar

from tas_desktop.engine.control import WorkControl

Outcome = TypeVar("Outcome")

Work = Callable[[WorkControl], Outcome]
"""Something to do: a `functools.partial` of a module's function over frozen arguments, or another callable
that pickles. It opens the project file itself, reports through its control, and looks at the flag there."""


class WorkReplyKind(Enum):
    """What a reply means; each process sends exactly one of the last three, and nothing after it."""

    LOGGED = auto()
    PROGRESS = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class WorkReply:
    """One message of the work process: a log record, a ``WorkProgress``, the outcome or a ``Failure``."""

    kind: WorkReplyKind
    content: Any = None


@dataclass(frozen=True, slots=True)
class StopWork:
    """The window's one message: stop at the next step."""
