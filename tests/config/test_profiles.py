"""Profiles: what ships is usable, what is wrong is named."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tas_desktop.config.paths import find_paths
from tas_desktop.config.profiles import ROLES, ProfileRefused, load_profile, profile_names, read_profile
from tas_desktop.config.resources import resource_path

GOOD = """
schema_version = 1
name = "mine"
title = "Mine"
[proposals]
backend = "sam"
name = "sam-b"
files = ["weights/sam.safetensors"]
params = { points_per_side = 16, threshold = 0.5, fast = true, device = "cpu" }
[encoder]
backend = "open-clip"
name = "clip-b"
[captioner]
backend = "blip"
name = "blip"
[parser]
backend = "spacy"
name = "trf"
[synonyms]
backend = "wordnet"
name = "wordnet-3.0"
"""


def test_every_shipped_profile_can_be_loaded():
    assert "starter" in profile_names()
    for name in profile_names():
        profile = load_profile(name)
        assert profile.name == name
        assert tuple(choice.role for choice in profile.components) == ROLES
        assert not profile.is_own
        for choice in profile.components:
            assert all(resource_path() in file.parents for file in choice.files)
            assert choice.path is None


def test_a_profile_is_frozen_and_keeps_the_types_of_its_parameters(tmp_path):
    (tmp_path / "mine.toml").write_text(GOOD)
    profile = read_profile(tmp_path / "mine.toml", base=tmp_path)
    assert profile.proposals.files == (tmp_path / "weights" / "sam.safetensors",)
    params = dict(profile.proposals.params)
    assert params == {"points_per_side": 16, "threshold": 0.5, "fast": True, "device": "cpu"}
    assert [type(value) for value in params.values()] == [int, float, bool, str]
    with pytest.raises(dataclasses.FrozenInstanceError):
        profile.name = "other"
    with pytest.raises(TypeError):
        profile.proposals.params["fast"] = False


def test_ones_own_profile_comes_before_the_shipped(monkeypatch, tmp_path):
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path))
    own = find_paths().own_profiles
    own.mkdir(parents=True)
    (own / "starter.toml").write_text(GOOD.replace('name = "mine"', 'name = "starter"'))
    assert load_profile("starter").title == "Mine"
    assert load_profile("starter").proposals.files[0].is_relative_to(own)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("schema_version = 1", "schema_version = 2", "schema_version"),
        ("[encoder]", "[encoders]", "encoder"),
        ('backend = "sam"\n', "", "proposals.backend"),
        ("weights/sam", "../sam", "proposals.files"),
        ("weights/sam", "/etc/sam", "proposals.files"),
        ("weights/sam", "C:/sam", "proposals.files"),
        ("points_per_side = 16", "points_per_side = [1]", "points_per_side"),
        ('title = "Mine"', "title = ", "cannot be read"),
        ('title = "Mine"', 'title = "Mine"\nspeed = "warp"', "speed"),
        ('title = "Mine"', 'title = "Mine"\nmemory = { gpu_gb = -1 }', "memory.gpu_gb"),
        ("files = [", 'model = "sam-vit-b"\nfiles = [', "one of files, model and path"),
        ('name = "clip-b"', 'name = "clip-b"\npath = "clip.pt"', "encoder.path.*absolute"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, before, after, said):
    assert before in GOOD
    (tmp_path / "mine.toml").write_text(GOOD.replace(before, after))
    with pytest.raises(ProfileRefused, match=said) as caught:
        read_profile(tmp_path / "mine.toml", base=tmp_path)
    assert caught.value.next_step


def test_a_part_may_be_a_model_of_the_catalogue_or_a_local_path(tmp_path):
    text = GOOD.replace('files = ["weights/sam.safetensors"]', 'model = "sam-vit-b"')
    text = text.replace('name = "clip-b"', f'name = "clip-b"\npath = "{(tmp_path / "clip").as_posix()}"')
    text = text.replace(
        'title = "Mine"', 'title = "Mine"\nspeed = "slow"\nmemory = { gpu_gb = 6.5, ram_gb = 12 }'
    )
    (tmp_path / "mine.toml").write_text(text)
    profile = read_profile(tmp_path / "mine.toml", base=tmp_path)
    assert (profile.proposals.model, profile.proposals.files) == ("sam-vit-b", ())
    assert (profile.encoder.path, profile.encoder.files) == (tmp_path / "clip", ())
    assert (profile.speed, profile.gpu_gb, profile.ram_gb) == ("slow", 6.5, 12.0)
    assert profile.is_own


@pytest.mark.parametrize("name", ["nothing", "../profiles/starter", "", ".."])
def test_an_unknown_profile(name):
    with pytest.raises(ProfileRefused) as caught:
        load_profile(name)
    assert "starter" in caught.value.next_step


def test_one_folder_can_hold_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "all"))
    paths = find_paths()
    assert all(
        tmp_path / "all" in path.parents for path in (paths.config, paths.data, paths.cache, paths.log)
    )
    assert find_paths(tmp_path / "other").cache.is_relative_to(tmp_path / "other")
    monkeypatch.delenv("TAS_DESKTOP_DATA_DIR")
    assert Path("tas-desktop") in [Path(part) for part in find_paths().config.parts]
