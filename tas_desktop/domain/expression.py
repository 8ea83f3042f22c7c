"""What a text must be to serve as an expression."""

from __future__ import annotations

from typing import Final

from tas_desktop.domain.errors import ExpressionRefused

LONGEST_EXPRESSION: Final = 2_000
"""Characters."""


def check_expression(text: str) -> None:
    """Refuse what can be neither ranked nor kept.

    Raises:
        ExpressionRefused: the text is blank, over 2,000 characters, or holds half a character (a lone
            surrogate, as from bytes that are no UTF-8).
    """
    if not text.strip():
        raise ExpressionRefused(
            "The expression is empty", next_step="Say what the object looks like or where it is"
        )
    if len(text) > LONGEST_EXPRESSION:
        raise ExpressionRefused(
            f"The expression has {len(text):,} characters, more than {LONGEST_EXPRESSION:,}",
            next_step="Shorten it to the words that name the object",
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ExpressionRefused(
            "The expression holds half a character: it is no valid UTF-8", next_step="Type it again"
        ) from error
