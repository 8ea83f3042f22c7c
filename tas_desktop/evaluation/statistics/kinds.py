"""The kind of an expression by its words alone, for decisions that no batch has ranked before.

A batch stores the kind by the profile's parser. Without one the direction words are still found by the
same rules, which go over words and not over the tree.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tas_desktop.domain.understanding import Token, Understanding, kind_of
from tas_desktop.language.directions import find_directions
from tas_desktop.language.parse import ParsedExpression

KINDS = ("noun", "attribute", "position", "superlative", "ordinal", "relation", "other")


@lru_cache(maxsize=50_000)
def kind_by_words(text: str) -> str:
    """One of ``KINDS``."""
    words = re.findall(r"[\w']+|[^\w\s]", text)
    tokens = tuple(Token(word, word.lower(), "NN", "NOUN", "dep", place) for place, word in enumerate(words))
    head = next((word.lower() for word in reversed(words) if word[0].isalpha()), "")
    directions = find_directions(ParsedExpression(text, tokens, ())) if words else ()
    return kind_of(Understanding(text, text, head, directions, tokens))
