"""Models for a command: what is missing is said with the next step, and the device is the one asked for."""

from __future__ import annotations

import pytest

from tas_desktop.cli import main
from tas_desktop.cli.choosing_models import load_models
from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import Settings, save_settings


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A data folder of the test's own, without any model."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))


@pytest.fixture
def asked(monkeypatch):
    """What loading was asked for: profile, device, precision; nothing is loaded."""
    calls = []

    def load(profile, *, placement=None):
        device = None if placement is None else (str(placement.device), placement._precision)
        calls.append((profile.name, device))

    monkeypatch.setattr("tas_desktop.backends.loading.load_components", load)
    return calls


@pytest.mark.parametrize("profile", ["tas-paper", "tas-light", "tas-2026"])
def test_models_that_are_missing_are_named_with_the_command_that_gets_them(capsys, checkout, profile):
    picture = next((checkout / "resources" / "samples").rglob("*.jpg"))
    assert main(["propose", str(picture), "the mug", "--profile", profile]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "not on this machine" in printed.err
    assert "tas-desktop models pull sam" in printed.err
    assert "Traceback" not in printed.err


def test_the_best_device_is_left_to_the_models(asked):
    load_models("starter")
    load_models("starter", device="auto", precision="auto")
    assert asked == [("starter", None)] * 2


def test_the_settings_hold_where_the_command_says_nothing(asked):
    save_settings(find_paths().settings_file, Settings().with_value("models", "device", "cpu"))
    load_models("starter")
    load_models("starter", precision="bfloat16")
    assert asked == [("starter", ("cpu", "auto")), ("starter", ("cpu", "bfloat16"))]


def test_a_device_that_is_not_here_is_refused(capsys, checkout):
    picture = next((checkout / "resources" / "samples").rglob("*.jpg"))
    assert main(["propose", str(picture), "the mug", "--device", "cuda:99"]) == 2
    assert "cuda:99" in capsys.readouterr().err
