"""The shipped parser, loaded once, and parses built by hand."""

from __future__ import annotations

import pytest

from tas_desktop.config.resources import resource_path
from tas_desktop.domain.understanding import Chunk, Token
from tas_desktop.language.parse import ParsedExpression
from tas_desktop.language.parser import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The starter parser as it ships."""
    return SpacyParser(resource_path("starter", "parser"))


def hand_parse(rows: str, chunks: tuple[tuple[int, int, int], ...] = ()) -> ParsedExpression:
    """A parse from ``word/TAG/POS/dep/head`` items between blanks and (start, end, root) chunks."""
    tokens = []
    for row in rows.split():
        text, tag, pos, dep, head = row.split("/")
        tokens.append(Token(text, text.lower(), tag, pos, dep, int(head)))
    bare = ParsedExpression(" ".join(token.text for token in tokens), tuple(tokens), ())
    spans = tuple(Chunk(start, end, root, bare.span_text(start, end)) for start, end, root in chunks)
    return ParsedExpression(bare.text, bare.tokens, spans)
