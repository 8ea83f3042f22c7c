"""Ids, numbers, texts and names of files that anybody may have written."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.untrusted.names import inside, plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_number, as_text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
)


NO_IDS = [0, -1, True, 1.0, "1", None, [1], 2**63, 10**5000, float("nan")]


@pytest.mark.parametrize("value", NO_IDS, ids=range(len(NO_IDS)))
def test_what_is_no_id_is_refused_with_its_item(value):
    with pytest.raises(ItemRefused, match="annotation 17: its id is "):
        as_id(value, item="annotation 17")


def test_ids_of_the_field_may_start_at_0():
    assert as_id(0, item="ref 0", least=0) == 0
    assert as_id(2**63 - 1, item="ref 0") == 2**63 - 1


@given(JSON)
def test_a_number_is_finite_and_in_its_range_or_refused(value):
    try:
        number = as_number(value, item="box", name="its x", least=-10, most=10)
    except ItemRefused:
        return
    assert math.isfinite(number)
    assert -10 <= number <= 10


@pytest.mark.parametrize("value", [None, 3, "a" * 100_001, "\ud800", "a\0b"])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(ItemRefused, match="sentence 3: its raw text "):
        as_text(value, item="sentence 3", name="its raw text")


@pytest.mark.parametrize(
    "size", [(0, 5), (5, -1), (True, 5), (5.0, 5), (10**6, 10**6), (10**30, 1), (None, 1)]
)
def test_absurd_sizes_are_refused(size):
    with pytest.raises(ItemRefused, match="image 1: it"):
        as_image_size(*size, item="image 1")


OUTSIDE = [
    "../a.jpg", "a/../../b.jpg", "/etc/passwd", "\\\\server\\share\\a.jpg", "C:\\a.jpg", "c:a.jpg",
    "..\\a.jpg",
    "", ".", "a/", "a\n.jpg", "a" * 300, "a\0b", "/".join(["a"] * 101), 3, None,
]  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_names_that_lead_out_or_nowhere_are_refused(tmp_path, name):
    with pytest.raises(ItemRefused, match="image 3: "):
        inside(tmp_path, name, item="image 3")


def test_names_inside_are_taken_whatever_their_slashes(tmp_path):
    assert inside(tmp_path, "a/b c.jpg") == tmp_path / "a" / "b c.jpg"
    assert inside(tmp_path, "a\\ü.jpg") == tmp_path / "a" / "ü.jpg"
    assert plain_name("./a//b..jpg", item="") == "a/b..jpg"


def test_links_out_of_the_folder_are_refused_and_links_inside_are_not(tmp_path):
    (tmp_path / "secret").write_text("x")
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.jpg").write_text("x")
    (folder / "in.jpg").symlink_to("a.jpg")
    (folder / "out.jpg").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    (folder / "loop").symlink_to("loop")
    (tmp_path / "door").symlink_to(folder, target_is_directory=True)
    assert inside(folder, "in.jpg") == folder / "in.jpg"
    assert inside(tmp_path / "door", "a.jpg") == tmp_path / "door" / "a.jpg"
    for name in ("out.jpg", "up/secret"):
        with pytest.raises(ItemRefused, match="leads out"):
            inside(folder, name)


@given(st.text())
def test_whatever_the_name_it_stays_inside_or_is_refused(tmp_path_factory, name):
    folder = tmp_path_factory.getbasetemp()
    try:
        path = inside(folder, name)
    except ItemRefused:
        return
    assert path.resolve().is_relative_to(folder.resolve())


def test_the_file_is_named_around_the_item(tmp_path):
    with pytest.raises(InputRefused) as refused, in_file(tmp_path / "a.json"):
        raise ItemRefused("annotation 3", "it is odd")
    assert refused.value.message == f"{tmp_path / 'a.json'}: annotation 3: it is odd"
    with pytest.raises(InputRefused, match="cannot be read"), in_file(tmp_path / "a.json"):
        (tmp_path / "a.json").read_bytes()


@given(JSON)
def test_what_is_shown_is_short_and_plain(value):
    assert len(shown(value)) < 400
    assert shown(value).isascii()
