"""What networks have to say while they work, besides their results: memory ran short, a device changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.domain.notice import Notice


class News:
    """Hands notices and changes to whoever follows. Safe to use from several threads.

    A notice that would hold for every picture is said once; those that come before anybody follows wait.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Notice] = []
        self._said: set[tuple[str, str]] = set()
        self._followers: list[tuple[Callable[[Notice], None], Callable[[], None]]] = []

    def follow(self, on_notice: Callable[[Notice], None], on_change: Callable[[], None]) -> None:
        """Hear of everything from now on, and of the notices that wait.

        Args:
            on_notice: called in whichever thread meets the condition.
            on_change: likewise, where a network was loaded or runs elsewhere.
        """
        with self._lock:
            waiting, self._waiting = self._waiting, []
            self._followers.append((on_notice, on_change))
        for notice in waiting:
            on_notice(notice)

    def tell(self, notice: Notice, *, about: str = "") -> bool:
        """Say a notice, once for each code and ``about``, such as a network's name; whether it was said."""
        with self._lock:
            if (notice.code, about) in self._said:
                return False
            self._said.add((notice.code, about))
            followers = tuple(self._followers)
            if not followers:
                self._waiting.append(notice)
        for on_notice, _ in followers:
            on_notice(notice)
        return True

    def change(self) -> None:
        """Say that devices are to be looked at again."""
        with self._lock:
            followers = tuple(self._followers)
        for _, on_change in followers:
            on_change()
