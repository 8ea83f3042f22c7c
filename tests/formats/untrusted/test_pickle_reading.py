"""Pickles: plain values come in whole, everything else is refused before it does harm."""

from __future__ import annotations

import os
import pickle
import struct
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted.pickle_reading import parse_plain_pickle, read_plain_pickle

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8"))
    | st.binary(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner)
        | st.tuples(inner, inner)
    ),
    max_leaves=12,
)


@given(PLAIN, st.integers(3, 5))
def test_every_plain_value_comes_back(value, protocol):
    assert parse_plain_pickle(pickle.dumps(value, protocol)) == value


@pytest.mark.parametrize("protocol", range(6))
def test_refs_of_every_protocol_come_back(protocol):
    refs = [
        {
            "ref_id": n,
            "split": "train",
            "sentences": [{"tokens": ["the", "mug"], "raw": "the mug", "sent_id": n}],
        }
        for n in range(3)
    ]
    assert parse_plain_pickle(pickle.dumps(refs, protocol)) == refs


def test_a_pickle_of_python_2_comes_back():
    text = b"(lp0\n(dp1\nS'raw'\np2\nVThe m\\u00fcg\np3\nsS'ref_id'\np4\nI7\nsa."
    assert parse_plain_pickle(text) == [{"raw": "The müg", "ref_id": 7}]


@pytest.mark.parametrize(
    "pickled",
    [b"S'caf\\xc3\\xa9'\n.", b"U\x05caf\xc3\xa9.", b"T\x05\x00\x00\x00caf\xc3\xa9.", b"U\x04caf\xe9."],
)
def test_plain_texts_of_python_2_are_utf8_or_latin1(pickled):
    assert parse_plain_pickle(pickled) == "café"


class Evil:
    def __reduce__(self):
        return os.mkdir, ("pwned",)


@pytest.mark.parametrize("protocol", range(6))
def test_code_is_not_run(protocol, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.p").write_bytes(pickle.dumps([{"raw": Evil()}], protocol))
    with pytest.raises(InputRefused, match=r"refs\.p: it asks for (STACK_)?GLOBAL"):
        read_plain_pickle(tmp_path / "refs.p")
    assert [path.name for path in tmp_path.iterdir()] == ["refs.p"]


HOSTILE = {
    "a list in itself": b"]q\x00h\x00a.",
    "a far place in the memo": b"]r\xff\xff\xff\x7f.",
    "a text of 2^62 bytes": b"\x8d" + struct.pack("<Q", 2**62) + b".",
    "bytes of 2^62": b"\x80\x05\x8e" + struct.pack("<Q", 2**62) + b".",
    "a number of many digits": b"\x8b" + struct.pack("<i", 100_000) + b"\x7f" * 100_000 + b".",
    "an extension": b"\x82\x01.",
    "somebody else's object": b"P1\n.",
    "an object": b"(ios\nsystem\n.",
    "a dict by numbers": b"}K\x01K\x02s.",
    "a set": b"\x80\x04\x8f.",
    "nothing": b"",
    "no end": b"]",
    "only an end": b".",
    "a mark as the value": b"(.",
    "appending to a number": b"K\x01K\x01a.",
    "a memo that is empty": b"h\x05.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_instructions_are_refused(name):
    if name == "a far place in the memo":  # ours keeps a dict of places: it costs nothing
        assert parse_plain_pickle(HOSTILE[name]) == []
        return
    with pytest.raises(InputRefused):
        parse_plain_pickle(HOSTILE[name])


def test_a_few_bytes_that_stand_for_thousands_of_millions_are_refused_before_memory_goes():
    doubled = b"]q\x00" + b"".join(b"](%sq%c" % (b"h%c" % n * 10 + b"e", n + 1) for n in range(12)) + b"."
    assert len(doubled) < 400
    tracemalloc.start()
    with pytest.raises(InputRefused, match="stands for more than"):
        parse_plain_pickle(doubled)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_deep_nesting_is_refused():
    with pytest.raises(InputRefused, match="deep"):
        parse_plain_pickle(b"]" * 100_000 + b"a" * 99_999 + b".")


def test_one_list_in_a_thousand_places_is_fine():
    words = ["the", "mug"]
    assert parse_plain_pickle(pickle.dumps([words] * 1000)) == [words] * 1000


@given(st.binary(max_size=60))
def test_any_bytes_are_a_plain_value_or_refused(content):
    try:
        value = parse_plain_pickle(content)
    except InputRefused:
        return
    assert isinstance(value, (list, tuple, dict, str, bytes, int, float, type(None)))
