"""Lists of JSON whose entries are read one by one."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted import json_reading
from tas_desktop.formats.untrusted.json_reading import iterate_json_list

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(values, max_size=6), st.sampled_from([None, 0, 3]), st.integers(1, 9))
def test_entries_are_those_of_the_list(listed, indent, window):
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_reading, "_WINDOW", window)
        file = Path(name) / "list.json"
        file.write_text(json.dumps(listed, indent=indent) + "\n")
        assert list(iterate_json_list(file)) == listed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "not a list"),
        ("", "not a list"),
        ("[1, 2", "comma should stand"),
        ("[1 2]", "entry 1"),
        ("[1,]", "entry 1"),
        ("[,1]", "entry 0"),
        ("[1]]", "behind its list"),
        ('[{"a": 1, "a": 2}]', "twice"),
        ("[NaN]", "NaN"),
        ('["a]', "entry 0"),
        ("[" * 200_000, "entry 0"),
        ("[" + "[" * 5_000 + "]" * 5_000 + "]", "nested too deeply"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, text, words):
    file = tmp_path / "list.json"
    file.write_text(text)
    with pytest.raises(InputRefused, match=words) as refusal:
        list(iterate_json_list(file))
    assert "list.json" in refusal.value.message


def test_an_entry_beyond_all_measure_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(json_reading, "_WINDOW", 64)
    monkeypatch.setattr(json_reading, "_LONGEST_ENTRY", 200)
    file = tmp_path / "list.json"
    file.write_text(json.dumps([1, "x" * 500]))
    with pytest.raises(InputRefused, match="entry 1: it is no JSON, or has more than 200"):
        list(iterate_json_list(file))
    file.write_bytes(b'["\xff"]')
    with pytest.raises(InputRefused, match="UTF-8"):
        list(iterate_json_list(file))
