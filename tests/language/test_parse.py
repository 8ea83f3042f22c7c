from __future__ import annotations

import pytest

from tests.language.conftest import hand_parse

MAN_IN_RED = hand_parse(
    "the/DT/DET/det/1 man/NN/NOUN/ROOT/1 in/IN/ADP/prep/1 red/JJ/ADJ/amod/4 shirts/NNS/NOUN/pobj/2",
    ((0, 2, 1), (3, 5, 4)),
)


def test_walks_follow_the_heads():
    assert MAN_IN_RED.roots == (1,)
    assert MAN_IN_RED.children(1) == (0, 2)
    assert MAN_IN_RED.ancestors(3) == (4, 2, 1)
    assert MAN_IN_RED.is_ancestor(1, 3)
    assert not MAN_IN_RED.is_ancestor(3, 1)
    assert not MAN_IN_RED.is_ancestor(1, 1)


def test_ancestors_end_even_where_heads_run_in_a_circle():
    circle = hand_parse("a/DT/DET/det/1 b/NN/NOUN/dep/0")
    assert circle.roots == ()
    assert set(circle.ancestors(0)) <= {0, 1}


@pytest.mark.parametrize(("index", "text"), [(0, "the man"), (1, "the man"), (2, None), (4, "red shirts")])
def test_a_token_finds_its_chunk(index, text):
    chunk = MAN_IN_RED.chunk_at(index)
    assert (chunk.text if chunk else None) == text


def test_span_text_leaves_out_the_last_blank():
    assert MAN_IN_RED.span_text(1, 3) == "man in"
    assert MAN_IN_RED.span_text(2, 2) == ""
