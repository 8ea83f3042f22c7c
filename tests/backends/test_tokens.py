"""The pruned vocabulary: open_clip's byte pairs, whole unknown words, cut and padded rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.backends.encoders.tokens import PAD, START, UNKNOWN, PrunedTokenizer, pieces_of, split_words

TOKENIZER = PrunedTokenizer(pieces_of(["red", "toadstool", "car", "to"]), context_length=8)


def test_words_go_through_open_clips_own_pieces():
    rows = TOKENIZER.encode("red toadstool")
    assert rows[0] == START
    assert rows[-1] == TOKENIZER.end
    assert len(rows) == 2 + 1 + 3  # "toadstool" has three pieces
    assert UNKNOWN not in rows


def test_a_word_with_an_unknown_piece_is_unknown_as_a_whole():
    assert TOKENIZER.encode("carburettor") == [START, UNKNOWN, TOKENIZER.end]


def test_case_and_blanks_do_not_matter():
    assert TOKENIZER.encode("  RED\tCar ") == TOKENIZER.encode("red car")


def test_long_texts_are_cut_and_keep_their_end():
    rows = TOKENIZER.encode("red " * 50)
    assert len(rows) == 8
    assert rows[-1] == TOKENIZER.end


def test_batches_are_padded_and_the_end_is_the_largest_row():
    table = TOKENIZER.batch(["red", "red car to"])
    assert table.shape == (2, 8)
    assert table[0, 3:].eq(PAD).all()
    assert table.argmax(1).tolist() == [2, 4]  # open_clip pools there


def test_knowing():
    assert TOKENIZER.knows("red")
    assert TOKENIZER.knows("red car")
    assert not TOKENIZER.knows("red bus")
    assert not TOKENIZER.knows("")


@given(st.text())
def test_any_text_becomes_rows_of_the_table(text):
    rows = TOKENIZER.encode(text)
    assert 2 <= len(rows) <= 8
    assert all(0 < row < TOKENIZER.size for row in rows)
    assert all(word == word.lower() or not word.isascii() for word in split_words(text))
