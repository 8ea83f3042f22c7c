"""The border where errors and notices of the rooms without Qt get the language of the window.

Those rooms say plain English sentences, because the command line and the log want just those, and know
nothing of translators. What they can say is gathered from the source by ``tools/known_texts.py``; here a
sentence is recognised by its template, and what stands in its gaps goes into the translated template.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from tas_desktop.ui.language.known_texts import KNOWN_TEXTS
from tas_desktop.ui.language.template import Template, fill, has_gaps

CONTEXT = "Known"
_DEEPEST = 3  # a cause inside a cause inside a cause


def in_window_language(text: str) -> str:
    """The sentence as the window says it; as it is where nobody has translated it."""
    return _translate(text, depth=0)


def _translate(text: str, *, depth: int) -> str:
    if depth == _DEEPEST or not text:
        return text
    translated = QCoreApplication.translate(CONTEXT, text)
    if translated != text:
        return translated
    for template in _templates():
        values = template.read(text)
        if values is not None:
            inner = {gap: _translate(value, depth=depth + 1) for gap, value in values.items()}
            return fill(QCoreApplication.translate(CONTEXT, template.text), inner)
    return text


@cache
def _templates() -> tuple[Template, ...]:
    """Those with gaps, the surest first."""
    found = [Template.of(text) for text in KNOWN_TEXTS if has_gaps(text)]
    return tuple(sorted(found, key=lambda template: -template.letters))
