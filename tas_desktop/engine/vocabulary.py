"""Words that a small text tower never saw, replaced by ones it knows that mean the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.engine.ports import KnowsWords, ListsSynonyms

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.ports import ImageTextEncoder, SynonymSource

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def bridge(
    text: str, *, understood: Understanding, encoder: ImageTextEncoder, synonyms: SynonymSource
) -> tuple[str, tuple[Notice, ...]]:
    """Replace unknown words of a lower-case text where the synonym source knows a better one.

    Returns the text unchanged when the encoder has an open vocabulary (it does not implement
    ``KnowsWords``). Each replacement, and each noun or adjective that stays unknown, gives a notice.
    """
    if not isinstance(encoder, KnowsWords):
        return text, ()
    pos_of = {token.text.lower(): token.pos for token in understood.tokens}
    lemma_of = {token.text.lower(): token.lemma.lower() for token in understood.tokens}
    notices: dict[str, Notice] = {}

    def known(match: re.Match[str]) -> str:
        word = match.group()
        if encoder.knows(word):
            return word
        lemma = lemma_of.get(word, word)
        others = synonyms.synonyms_of(lemma) if isinstance(synonyms, ListsSynonyms) else ()
        for other in (lemma, *others):
            if encoder.knows(other):
                notices[word] = Notice(
                    "word-replaced", f"“{word}” is not known to the encoder: read as “{other}”."
                )
                return other
        if pos_of.get(word, "NOUN") in _NAMING:
            notices[word] = Notice(
                "word-unknown", f"“{word}” is not known to the encoder and says nothing.", NoticeLevel.WARNING
            )
        return word

    return _WORD.sub(known, text), tuple(notices.values())
