"""The shipped profile with its real networks: behind the command line, and behind the real window."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QApplication

from tas_desktop.app import build_window
from tas_desktop.backends.loading import load_components
from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.config.profiles import load_profile
from tas_desktop.config.resources import resource_path
from tests.ui.conftest import caption_gate, no_work_ahead, opened, recogniser, window  # noqa: F401 - fixtures

LOADING_MS = 180_000


@pytest.fixture(scope="session")
def starter():
    """Components of the starter profile."""
    return load_components(load_profile("starter"))


@pytest.fixture
def propose(starter, monkeypatch, capsys):
    """Run ``tas-desktop propose`` in this process over the loaded networks."""
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: starter)

    def run(*arguments):
        code = main(["propose", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def propose_json(propose):
    """The same with ``--json``; the parsed object."""

    def run(*arguments):
        code, out, err = propose(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return run


@pytest.fixture(scope="session")
def sample():
    """Path of a sample picture by name."""
    return lambda name: resource_path("samples", name)


@pytest.fixture
def real_window(qtbot, tmp_path):
    """The window as ``tas-desktop`` opens it, models loaded in their process."""
    made = build_window(QApplication.instance(), find_paths(tmp_path / "home"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.workspace.source.loaded is not None, timeout=LOADING_MS)
    yield made
    made.close()
    assert made.workspace.close(), "a lane left its thread behind"
