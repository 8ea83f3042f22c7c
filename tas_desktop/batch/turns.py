"""Who may use the vision networks now: the annotator's picture first, the batch in between.

The networks work on one picture at a time. A picture that the annotator opens does not wait for the batch's:
the batch lets go at its next step and does that picture again later.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tas_desktop.engine.control import Cancelled, CancelToken, Control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    Made = TypeVar("Made")

_LOOK_S = 0.1


class YieldingToken(CancelToken):
    """A flag of its own over the flag of whoever asked for the work."""

    def __init__(self, asked_by: CancelToken) -> None:
        super().__init__()
        self._asked_by = asked_by

    @property
    def is_cancelled(self) -> bool:
        return super().is_cancelled or self._asked_by.is_cancelled

    def check(self) -> None:
        """Raise ``Cancelled`` when either flag is set."""
        self._asked_by.check()
        super().check()


class Turns:
    """One turn at a time; those in front interrupt those behind."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._busy = False
        self._waiting_in_front = 0
        self._behind: YieldingToken | None = None

    @contextmanager
    def in_front(self, token: CancelToken) -> Iterator[None]:
        """A turn for somebody who waits at the screen.

        Raises:
            Cancelled: the flag was set before the turn came.
        """
        with self._condition:
            self._waiting_in_front += 1
            if self._behind is not None:
                self._behind.cancel()
            try:
                self._wait(token, lambda: self._busy)
                self._busy = True
            finally:
                self._waiting_in_front -= 1
                self._condition.notify_all()
        try:
            yield
        finally:
            self._leave()

    def work_behind(self, work: Callable[[Control], Made], control: Control) -> Made:
        """Do work while nobody is in front; begun again as often as somebody interrupts it.

        Raises:
            Cancelled: the flag of ``control`` was set.
        """
        while True:
            token = self._enter_behind(control.token)
            try:
                return work(Control(token, control.report))
            except Cancelled:
                control.token.check()
            finally:
                self._leave()

    def _enter_behind(self, asked_by: CancelToken) -> YieldingToken:
        with self._condition:
            self._wait(asked_by, lambda: self._busy or self._waiting_in_front > 0)
            self._busy = True
            self._behind = YieldingToken(asked_by)
            return self._behind

    def _leave(self) -> None:
        with self._condition:
            self._busy, self._behind = False, None
            self._condition.notify_all()

    def _wait(self, token: CancelToken, is_taken: Callable[[], bool]) -> None:
        """Wait for the turn, looking at the flag, which tells nobody when it is set."""
        while is_taken():
            token.check()
            self._condition.wait(_LOOK_S)
        token.check()
