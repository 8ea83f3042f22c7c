"""Names of splits for files and other programs."""

from __future__ import annotations

from tas_desktop.formats.split_names import SplitNames


def test_names_are_plain_and_stay_apart_whatever_the_case_of_letters():
    names = SplitNames(
        ["", "test A", "test-A", "Val", "val", "all", "数据", "no.1"], only="train", rest="other"
    )

    assert [names[split] for split in ("", "test A", "test-A", "all", "数据", "no.1")] == [
        "other",
        "test_A",
        "test_A",
        "all_",
        "other",
        "no_1",
    ]
    assert names["Val"] == names["val"] == "Val"
    assert names.all() == ["Val", "all_", "no_1", "other", "test_A"]


def test_images_without_a_split_have_the_name_for_that():
    assert SplitNames([""], only="train", rest="other")[""] == "train"
    assert SplitNames([], only="train", rest="other").all() == ["train"]
