"""Marking texts that are translated elsewhere; ``lupdate`` finds them by this function's name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Return the text; ``context`` is the one it is looked up in later."""
    del context
    return text
