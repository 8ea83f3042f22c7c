"""Entities with relations and superlatives, as the released TAS code reads them from a parse.

The rule is that of ReCLIP's entity parser (Subramanian et al., ACL 2022) in the form that TAS runs it
(methods.md 1.2, "Spatial rectifier"). Two properties of that form matter and are kept:

- noun chunks are expanded over their descendants one token at a time, and two tokens of one chunk count
  as *different* chunks afterwards, so that a chunk's own determiner becomes a relation to itself;
- the tree is read from the first root, while the target phrase is read from the last one.

Only the ``tas-code`` and ``tas-paper`` presets use this; ours reads ``language.directions``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tas_desktop.language.wordlists import word_set

if TYPE_CHECKING:
    from tas_desktop.domain.understanding import Chunk
    from tas_desktop.language.parse import ParsedExpression

LEFT_WORDS = frozenset({"left", "west"})
RIGHT_WORDS = frozenset({"right", "east"})
ABOVE_WORDS = frozenset({"above", "north", "top"})
BELOW_WORDS = frozenset({"below", "south", "under"})
_SIZE_RELATIONS = frozenset({"bigger", "larger", "closer", "smaller", "tinier", "further"})
_INSIDE_RELATIONS = frozenset({"inside", "within", "contained"})
RELATION_WORDS = LEFT_WORDS | RIGHT_WORDS | ABOVE_WORDS | BELOW_WORDS | _SIZE_RELATIONS | _INSIDE_RELATIONS

SUPERLATIVE_WORDS = word_set(
    "left west leftmost western right rightmost east eastern above north top below south underneath "
    "bigger biggest larger largest closer closest smaller smallest tinier tiniest further furthest"
)

NULL_WORDS = frozenset({"part", "image", "side", "picture", "half", "region", "section"})


@dataclass(frozen=True, slots=True)
class Relation:
    """Words that link an entity to another one.

    Attributes:
        tokens: positions of the linking words, ascending; may be empty.
        words: the same words in lower case.
        object: the entity they lead to.
    """

    tokens: tuple[int, ...]
    words: tuple[str, ...]
    object: Entity


@dataclass(frozen=True, slots=True)
class Entity:
    """A noun phrase with what restricts it.

    Attributes:
        head: position of the token the entity was read from.
        start, end: tokens of the expanded noun chunk (end exclusive).
        text: the expanded noun chunk, lower case: what TAS compares with the target phrase.
        relations: links to other entities, in the order of the tree.
        superlatives: positions of the words of each superlative, ascending.
    """

    head: int
    start: int
    end: int
    text: str
    relations: tuple[Relation, ...] = ()
    superlatives: tuple[tuple[int, ...], ...] = ()


def extract_entity(parsed: ParsedExpression) -> Entity | None:
    """The entity an expression is about; None when it names none.

    The parse must be that of the lower-cased text.
    """
    if not parsed.roots:
        return None
    reader = _EntityReader(parsed)
    entity = reader.extract(parsed.roots[0])
    if entity is None and parsed.chunks:
        entity = reader.extract(parsed.tokens[parsed.chunks[0].root].head)
    return entity


def expand_chunk(parsed: ParsedExpression, chunk: Chunk) -> Chunk:
    """A noun chunk widened over its descendants up to the words that lead to other chunks.

    ``start`` moves to the leftmost descendant that governs no other chunk; ``end`` moves right until a
    descendant governs or belongs to another chunk. Descendants need not be adjacent.
    """
    governed = _governed_tokens(parsed)
    # A chunk of several tokens is its own rival: each of its tokens is looked up apart (see above).
    own = {chunk.start} if chunk.end - chunk.start == 1 else set()
    start, end = chunk.start, chunk.end
    below = [
        any(chunk.start <= above < chunk.end for above in parsed.ancestors(i))
        for i in range(len(parsed.tokens))
    ]
    for i in range(chunk.start - 1, -1, -1):
        if below[i] and not governed[i] - own:
            start = i
    for i in range(chunk.end, len(parsed.tokens)):
        if not below[i]:
            continue
        if governed[i] - own or parsed.chunk_at(i) is not None:
            break
        end = i + 1
    return replace(chunk, start=start, end=end, text=parsed.span_text(start, end))


def _governed_tokens(parsed: ParsedExpression) -> list[set[int]]:
    """For each token, the tokens inside noun chunks that lie below it."""
    governed: list[set[int]] = [set() for _ in parsed.tokens]
    for chunk in parsed.chunks:
        for inside in range(chunk.start, chunk.end):
            for above in parsed.ancestors(inside):
                governed[above].add(inside)
    return governed


class _EntityReader:
    """The two mutually recursive walks over one parse."""

    def __init__(self, parsed: ParsedExpression) -> None:
        self._parsed = parsed
        self._words = parsed.words

    def extract(self, head: int) -> Entity | None:
        parsed = self._parsed
        if parsed.chunk_at(head) is None:
            # Predicative: "is a dog on the left" - the first dependant carries the phrase.
            children = parsed.children(head)
            if not children or parsed.chunk_at(children[0]) is None:
                return None
            head = children[0]
        chunk = parsed.chunk_at(head)
        assert chunk is not None
        wide = expand_chunk(parsed, chunk)
        relations, superlatives = self._walk(head, head, ())
        return Entity(head, wide.start, wide.end, wide.text.lower(), tuple(relations), tuple(superlatives))

    def _walk(
        self, token: int, head: int, passed: tuple[int, ...]
    ) -> tuple[list[Relation], list[tuple[int, ...]]]:
        in_chunk = self._parsed.chunk_at(token) is not None
        word = self._words[token]
        is_keyword = word in RELATION_WORDS or word in NULL_WORDS
        if in_chunk and token != head and not is_keyword:
            other = self.extract(token)
            assert other is not None
            linking = tuple(sorted(passed))
            return [Relation(linking, tuple(self._words[i] for i in linking), other)], []
        children = self._parsed.children(token)
        if not children:
            return [], self._superlatives((*passed, token))
        is_keyword = is_keyword or word in SUPERLATIVE_WORDS
        onward = (*passed, token) if not in_chunk or is_keyword else passed
        relations: list[Relation] = []
        superlatives: list[tuple[int, ...]] = []
        for child in children:
            more_relations, more_superlatives = self._walk(child, head, onward)
            relations.extend(more_relations)
            superlatives.extend(more_superlatives)
        return relations, superlatives

    def _superlatives(self, tokens: tuple[int, ...]) -> list[tuple[int, ...]]:
        found = any(self._words[i] in SUPERLATIVE_WORDS for i in tokens)
        return [tuple(sorted(tokens))] if found else []
