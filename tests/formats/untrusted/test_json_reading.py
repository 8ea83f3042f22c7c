"""JSON of anybody: what is refused, and that the refusal names the file."""

from __future__ import annotations

import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted import json_reading
from tas_desktop.formats.untrusted.json_reading import iterate_json_lines, parse_json, read_json

REFUSED = {
    "not a number": (b'{"bbox": [1, NaN]}', "NaN"),
    "infinity": (b"[-Infinity]", "Infinity"),
    "a name twice": (b'{"id": 1, "id": 2}', "'id' twice"),
    "deep nesting": (b"[" * 200_000, "deep"),
    "cut off": (b'{"images": [', "no JSON"),
    "nothing": (b"", "no JSON"),
    "too many digits": (b"[" + b"9" * 5000 + b"]", "no JSON"),
    "UTF-16": ("[1]".encode("utf-16"), "UTF-16"),
    "UTF-32": ("[1]".encode("utf-32"), "UTF-32"),
    "Latin-1": ('["é"]'.encode("latin-1"), "byte 2: it is not valid UTF-8"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sound_json_is_refused_by_the_name_of_its_file(tmp_path, name):
    content, told = REFUSED[name]
    (tmp_path / "instances.json").write_bytes(content)
    with pytest.raises(InputRefused, match=r"instances\.json: ") as refused:
        read_json(tmp_path / "instances.json")
    assert told in refused.value.message
    assert refused.value.next_step


@pytest.mark.parametrize(
    "content", [b'\xef\xbb\xbf{"a":\r\n[1, 2.5, "\xc3\xa9"]}', b'{"a": [1, 2.5, "\\u00e9"]}']
)
def test_marks_and_newlines_of_windows_are_read(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    assert read_json(tmp_path / "a.json") == {"a": [1, 2.5, "é"]}


def test_sizes_and_places_are_looked_at_first(tmp_path):
    (tmp_path / "a.json").write_bytes(b"[1, 2, 3]")
    with pytest.raises(InputRefused, match="larger than"):
        read_json(tmp_path / "a.json", max_bytes=4)
    with pytest.raises(InputRefused, match="no file"):
        read_json(tmp_path)
    with pytest.raises(InputRefused, match="cannot be read"):
        read_json(tmp_path / "b.json")


def test_what_would_take_too_much_memory_is_refused_before_it_is_built(monkeypatch):
    monkeypatch.setattr(json_reading, "_MAX_MEMORY", 10_000)
    with pytest.raises(InputRefused, match="memory"):
        parse_json("[" + "[]," * 150 + "1]")
    assert parse_json("[" + '"a,b[c",' * 20 + "1]")[0] == "a,b[c"


def test_lines_bear_their_numbers(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\r\n[2]\n"3"')
    assert list(iterate_json_lines(tmp_path / "a.jsonl")) == [(1, {"a": 1}), (3, [2]), (4, "3")]
    (tmp_path / "b.jsonl").write_bytes(b'{"a": 1}\n{"a": }\n')
    with pytest.raises(InputRefused, match=r"b\.jsonl: line 2: it is no JSON"):
        list(iterate_json_lines(tmp_path / "b.jsonl"))
    (tmp_path / "c.jsonl").write_bytes(b'1\n"\xff"\n')
    with pytest.raises(InputRefused, match=r"c\.jsonl: a line: it is not valid UTF-8"):
        list(iterate_json_lines(tmp_path / "c.jsonl"))
