"""How texts from elsewhere are fitted into the window."""

from __future__ import annotations

import re
from html import escape

_ACCESS_KEY = re.compile(r"\(&\w\)|&(?!&)")  # Chinese puts it in brackets behind the name
GAP = "   "  # between the hints of a line
_ENDS = (".", "!", "?", "…", ":", "。", "！", "？", "：")
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"


def as_sentence(text: str) -> str:
    """The text with a full stop of its script, where it has no end of its own."""
    text = text.strip()
    if not text or text.endswith(_ENDS):
        return text
    return f"{text}。" if _FIRST_HAN <= text[-1] <= _LAST_HAN else f"{text}."


def shortened(text: str, longest: int) -> str:
    """At most ``longest`` characters, with an ellipsis in the middle: both ends of a path say something."""
    if len(text) <= longest:
        return text
    head = (longest - 1) // 2
    return f"{text[:head]}…{text[len(text) - (longest - 1 - head) :]}"


def kept_together(hints: str) -> str:
    """Hints with wide gaps between them, as "⏎ accepts   Esc ends": a line breaks in the gaps only."""
    parts = hints.split(GAP)
    return hints if len(parts) == 1 else GAP.join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def as_plain_tool_tip(text: str) -> str:
    """The text for a tool tip: wrapped, and shown as it is, whatever markup it holds."""
    lines = escape(text).replace("\n", "<br>")
    return f"<p>{lines}</p>" if text else ""


def plain_label(text: str) -> str:
    """What a menu or an action is called: without access key, and without the dots of what asks first."""
    kept = _ACCESS_KEY.sub("", text.replace("&&", "\0")).replace("\0", "&")
    return kept.strip().removesuffix("…").strip()
