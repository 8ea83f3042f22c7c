"""A cache that forgets the least recently used once it holds too many bytes."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ByteLru(Generic[K, V]):
    """Values with a size in bytes each; the newest is always kept, however large."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._entries: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._bytes = 0

    @property
    def total_bytes(self) -> int:
        """What is held now."""
        return self._bytes

    def __contains__(self, key: K) -> bool:
        return key in self._entries

    def get(self, key: K) -> V | None:
        """The value, which thereby becomes the most recently used, or None."""
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key: K, value: V, size_bytes: int) -> None:
        """Keep a value and forget old ones beyond the limit."""
        self.discard(key)
        self._entries[key] = (value, size_bytes)
        self._bytes += size_bytes
        while self._bytes > self._limit and len(self._entries) > 1:
            self.discard(next(iter(self._entries)))

    def discard(self, key: K) -> None:
        """Forget a value if it is held."""
        if key in self._entries:
            self._bytes -= self._entries.pop(key)[1]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._bytes = 0
