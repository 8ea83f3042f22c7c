"""The shipped profile with its real networks, loaded once for all tests here."""

from __future__ import annotations

import json

import pytest

from tas_desktop.backends.loading import load_components
from tas_desktop.cli import main
from tas_desktop.config.profiles import load_profile
from tas_desktop.config.resources import resource_path


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
