"""The phrase that a relation is measured from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.language import lexicon
from tas_desktop.language.naming import names_thing
from tas_desktop.language.slips import spelled
from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.language.parse import ParsedExpression

_DETERMINERS = word_set("the a an his her its their this that these those")


class Anchor(NamedTuple):
    """What a relation is measured from.

    Attributes:
        text: its phrase as typed.
        end: the token after its last.
        others: whether it is the rest of the target's kind ("the other two dogs").
    """

    text: str
    end: int
    others: bool


def anchor_after(parsed: ParsedExpression, index: int, *, both: bool = False) -> Anchor | None:
    """The noun phrase that begins at a token; None where none does or it is the picture itself.

    Args:
        parsed: the parse.
        index: first token after the relation's words.
        both: also take a second phrase joined by "and" ("between the lamp and the sofa").
    """
    end = _phrase_end(parsed, index)
    if end is None or _is_picture(parsed, index, end):
        return None
    if both and end < len(parsed.words) and parsed.words[end] in {"and", "&"}:
        end = _phrase_end(parsed, end + 1) or end
    return Anchor(parsed.span_text(index, end), end, not lexicon.OTHERS.isdisjoint(parsed.words[index:end]))


def _phrase_end(parsed: ParsedExpression, index: int) -> int | None:
    if index >= len(parsed.tokens):
        return None
    pointed = index + 1 if parsed.words[index] in {"the", "all"} else index
    if pointed < len(parsed.words) and parsed.words[pointed] in lexicon.OTHERS:
        named = parsed.chunk_at(pointed)
        return max(pointed + 1, 0 if named is None else named.end)
    chunk = parsed.chunk_at(index)
    if chunk is not None:
        end = chunk.end
        # "close to spoon right": the side belongs to the target, not to the anchor's name.
        while end - index > 1 and spelled(parsed.words[end - 1]) in lexicon.SIDES:
            end -= 1
        return end if parsed.words[end - 1] not in _DETERMINERS else chunk.end
    # No chunk here: take determiner, modifiers and one noun, as a mis-tagged phrase still looks.
    end = index
    while end < len(parsed.tokens) and not names_thing(parsed, end):
        if parsed.words[end] not in _DETERMINERS and parsed.tokens[end].pos not in {"ADJ", "DET", "VERB"}:
            return None
        end += 1
    return end + 1 if end < len(parsed.tokens) else None


def _is_picture(parsed: ParsedExpression, start: int, end: int) -> bool:
    """Whether the phrase names no thing but the picture, a place in it, or something said before."""
    named = [spelled(word) for word in parsed.words[start:end] if word not in _DETERMINERS]
    if not named:
        return False
    sided = any(word in lexicon.SIDES for word in named[:-1]) and named[-1] in lexicon.SIDE_NOUNS
    return sided or named[-1] in lexicon.PICTURE_WORDS or named[-1] in lexicon.SIDES
