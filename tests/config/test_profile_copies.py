"""Copies of profiles: the same models under another name, in a file of one's own."""

from __future__ import annotations

import pytest

from tas_desktop.config.paths import find_paths
from tas_desktop.config.profile_copies import copy_profile, free_name
from tas_desktop.config.profiles import ProfileRefused, load_profile, profile_names
from tas_desktop.config.resources import resource_path


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A data folder of the test's own."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path))
    return tmp_path


def test_a_copy_means_the_same_files_and_can_be_copied_again():
    shipped = load_profile("starter")
    file = copy_profile("starter", "mine")
    assert file.parent == find_paths().own_profiles
    for name in ("mine", copy_profile("mine", "mine-2").stem):
        mine = load_profile(name)
        assert mine.is_own
        assert not shipped.is_own
        assert mine.name == name
        assert mine.components == shipped.components
        assert all(file.exists() for choice in mine.components for file in choice.files)
    assert {"mine", "mine-2", "starter"} <= set(profile_names())


def test_comments_stay():
    text = copy_profile("starter", "mine").read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if "# SAM and the region hierarchy" in line]
    assert len(comments) == 1
    assert 'files = ["shipped:starter/sam.safetensors"]' in text


def test_every_shipped_profile_can_be_copied():
    for name in profile_names():
        copied = load_profile(copy_profile(name, f"my-{name}").stem)
        assert copied.components == load_profile(name).components


@pytest.mark.parametrize("name", ["", "..", "a/b", "a b", ".hidden", "x" * 65, "ä"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(ProfileRefused, match="no name"):
        copy_profile("starter", name)
    assert not find_paths().own_profiles.exists()


@pytest.mark.parametrize("name", ["starter", "Starter", "mine"])
def test_a_name_that_is_taken_is_refused(name):
    copy_profile("starter", "mine")
    with pytest.raises(ProfileRefused, match="already"):
        copy_profile("starter", name)


def test_a_free_name_is_free():
    assert free_name("starter") == "my-starter"
    copy_profile("starter", "my-starter")
    assert free_name("starter") == "my-starter-2"
    assert free_name("my-starter") == "my-starter-2"
    copy_profile("my-starter", "My-Starter-2")
    assert free_name("starter") == "my-starter-3"


def test_shipped_files_cannot_lead_out(home):
    own = find_paths().own_profiles
    text = copy_profile("starter", "mine").read_text(encoding="utf-8")
    (own / "bad.toml").write_text(text.replace("shipped:starter/sam", "shipped:../sam"), encoding="utf-8")
    with pytest.raises(ProfileRefused, match=r"proposals\.files"):
        load_profile("bad")
    shipped = load_profile("mine").proposals.files[0]
    assert shipped.is_relative_to(resource_path())
