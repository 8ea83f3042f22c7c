"""The phrase that names the referent, by the exact rule of TAS and Global-Local.

``language.referent`` holds the rule that the application uses by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression


def code_target(parsed: ParsedExpression) -> str:
    """``local_sent`` of methods.md 1.2, in lower case.

    The noun chunk of the last root; else that of the root's first dependant; else the whole text.
    """
    whole = parsed.text.lower()
    if not parsed.roots:
        return whole
    root = parsed.roots[-1]
    chunk = parsed.chunk_at(root)
    if chunk is None:
        children = parsed.children(root)
        chunk = parsed.chunk_at(children[0]) if children else None
    return chunk.text.lower() if chunk is not None else whole
