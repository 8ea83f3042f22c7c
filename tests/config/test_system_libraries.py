"""The table of what the operating system must bring."""

from __future__ import annotations

import pytest

from tas_desktop.config import system_libraries
from tas_desktop.config.system_libraries import Need, SystemPackage, fonts_present, missing_packages

ABSENT = SystemPackage("libabsent0", Need.WINDOW, soname="libabsent-of-ours.so.0")
PRESENT = SystemPackage("libc6", Need.START, soname="libc.so.6")
NO_PROGRAM = SystemPackage("absent", Need.TESTS, program="no-such-program-of-ours")


@pytest.fixture
def table(monkeypatch):
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "SYSTEM_PACKAGES", (ABSENT, PRESENT, NO_PROGRAM))


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        ({Need.START}, []),
        ({Need.START, Need.WINDOW}, [ABSENT]),
        ({Need.TESTS}, [NO_PROGRAM]),
        (set(), []),
    ],
)
@pytest.mark.usefixtures("table")
def test_only_what_is_needed_and_absent_is_missing(needs, missing):
    assert missing_packages(needs) == missing


@pytest.mark.usefixtures("table")
def test_other_systems_bring_their_own(monkeypatch):
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")
    assert missing_packages({Need.WINDOW}) == []


def test_font_is_found_in_any_folder_below(monkeypatch, tmp_path):
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_FONT_FOLDERS", (str(tmp_path), str(tmp_path / "absent")))
    assert not fonts_present()
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "DejaVuSans.ttf").touch()
    assert fonts_present()
