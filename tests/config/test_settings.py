"""Settings: sparse overrides that survive damage, comments and other versions."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tas_desktop.config.settings import (
    Settings,
    SettingsNewer,
    Theme,
    load_settings,
    save_settings,
)
from tas_desktop.domain.errors import TargetNotWritable


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "settings.toml"


def changed():
    return Settings().with_value("canvas", "mask_opacity", 0.9).with_value("general", "theme", Theme.DARK)


def test_without_a_file_the_defaults_hold(file):
    assert load_settings(file) == (Settings(), ())
    assert not file.parent.exists()


def test_only_what_differs_is_written(file):
    save_settings(file, changed())
    assert tomllib.loads(file.read_text()) == {
        "schema_version": 1,
        "general": {"theme": "dark"},
        "canvas": {"mask_opacity": 0.9},
    }
    assert load_settings(file) == (changed(), ())


def test_going_back_to_the_default_removes_the_override(file):
    save_settings(file, changed())
    save_settings(file, Settings())
    assert tomllib.loads(file.read_text()) == {"schema_version": 1}


def test_comments_and_unknown_keys_survive(file):
    file.parent.mkdir()
    file.write_text(
        '# mine\nschema_version = 1\n\n[canvas]\nmask_opacity = 0.3 # pale\nfuture = "x"\n[other]\na = 1\n'
    )
    settings, notices = load_settings(file)
    assert (settings.canvas.mask_opacity, notices) == (0.3, ())
    save_settings(file, settings.with_value("canvas", "show_outlines", False))
    text = file.read_text()
    assert "# mine" in text
    assert "# pale" in text
    assert tomllib.loads(text)["canvas"] == {"mask_opacity": 0.3, "future": "x", "show_outlines": False}
    assert tomllib.loads(text)["other"] == {"a": 1}


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("[canvas]\nmask_opacity = 7\n", "canvas.mask_opacity"),
        ('[general]\ntheme = "pink"\n', "general.theme"),
        ("canvas = 3\n", "canvas"),
        ("[cache]\nlimit_gb = nan\n", "cache.limit_gb"),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_alone(file, text, left_out):
    file.parent.mkdir()
    file.write_text(text + '[ranking]\nprofile = "mine"\n')
    settings, (notice,) = load_settings(file)
    assert left_out in notice.text
    assert settings == Settings().with_value("ranking", "profile", "mine")


@pytest.mark.parametrize("content", [b"[[[", b"\xff\xfe", b"a = = 1"])
def test_a_damaged_file_is_kept_beside_when_it_has_to_be_replaced(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    settings, (notice,) = load_settings(file)
    assert settings == Settings()
    assert "cannot be read" in notice.text
    save_settings(file, changed())
    assert load_settings(file).settings == changed()
    assert file.with_name("settings.toml.damaged").read_bytes() == content


def test_a_file_of_a_newer_version_is_left_alone(file):
    file.parent.mkdir()
    text = "schema_version = 2\n[canvas]\nmask_opacity = 0.25\n"
    file.write_text(text)
    settings, notices = load_settings(file)
    assert settings.canvas.mask_opacity == 0.25
    assert "another version" in notices[0].text
    with pytest.raises(SettingsNewer):
        save_settings(file, settings)
    assert file.read_text() == text


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(TargetNotWritable):
        save_settings(tmp_path / "file" / "settings.toml", Settings())


@pytest.mark.parametrize(
    ("section", "name", "value"), [("cache", "limit_gb", -1), ("general", "annotator", "")]
)
def test_values_out_of_range_are_refused(section, name, value):
    with pytest.raises(ValidationError):
        Settings().with_value(section, name, value)


@given(st.floats(0, 1), st.text(st.characters(codec="utf-8"), min_size=1, max_size=100), st.integers(0, 2000))
def test_any_settings_come_back(tmp_path_factory, opacity, annotator, debounce_ms):
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings = (
        Settings()
        .with_value("canvas", "mask_opacity", opacity)
        .with_value("general", "annotator", annotator)
        .with_value("ranking", "debounce_ms", debounce_ms)
    )
    save_settings(file, settings)
    assert load_settings(file) == (settings, ())
