"""Word lists written as running text."""

from __future__ import annotations


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text between blanks, in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text between blanks, as a set."""
    return frozenset(text.split())
