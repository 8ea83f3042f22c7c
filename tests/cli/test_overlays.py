"""Where overlays go, and what they must not replace."""

from __future__ import annotations

import pytest

from tas_desktop.cli.overlays import overlay_places
from tas_desktop.domain.errors import InputRefused, TargetNotWritable


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "picture-2.png"
    path.touch()
    return path


def test_one_picture_has_the_file_itself_and_several_have_numbers(picture):
    target = picture.with_name("out.PNG")
    assert overlay_places(target, [picture]) == [target]
    assert [place.name for place in overlay_places(target, [picture] * 2)] == ["out-1.PNG", "out-2.PNG"]


@pytest.mark.parametrize(("name", "count"), [("picture-2.png", 1), ("picture.png", 2)])
def test_a_picture_is_never_replaced_by_its_overlay(picture, name, count):
    with pytest.raises(InputRefused, match="one of the pictures"):
        overlay_places(picture.parent / "." / name, [picture] * count)


def test_a_link_to_a_picture_is_that_picture(picture, tmp_path):
    link = tmp_path / "link.png"
    link.symlink_to(picture)
    with pytest.raises(InputRefused, match="one of the pictures"):
        overlay_places(picture, [link])


@pytest.mark.parametrize("name", ["out.jpg", "out", "out.png.gz"])
def test_another_format_is_refused(picture, name):
    with pytest.raises(InputRefused, match=r"\.png") as refused:
        overlay_places(picture.with_name(name), [picture])
    assert ".png" in refused.value.next_step


def test_a_folder_is_refused_before_anything_runs(picture):
    with pytest.raises(TargetNotWritable, match="a folder"):
        overlay_places(picture.parent, [picture])
