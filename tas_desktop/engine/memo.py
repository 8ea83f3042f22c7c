"""Bounded memory of small results, so that a keystroke repeats no parse and no text encoding."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Value = TypeVar("Value")


class LruMemo(Generic[Value]):
    """Keeps the ``capacity`` most recently used values; safe to share between threads."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Value | None:
        """The value kept under ``key``, or None."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value and drop the least recently used ones beyond the capacity."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._capacity:
                self._values.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()

    def get_or_make(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The kept value, or ``make()``; two threads may both make it, which costs time only."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found
