"""``tas-desktop cache``: shown, cleared, and named by doctor."""

from __future__ import annotations

import json

import pytest

from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.config.settings import Settings, save_settings
from tas_desktop.storage.analyses import AnalysisCache
from tas_desktop.storage.project import ProjectStore
from tests.storage.test_analyses import analysis


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    filled = AnalysisCache(find_paths().analyses, limit_bytes=10**9)
    filled.put(analysis())
    return filled


@pytest.fixture
def project(tmp_path):
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.jpg"], annotator="ann")
        store.analyses.put(1, key="ab" * 16, content=b"12345")
    return store.folder


def run(capsys, *arguments):
    assert main(["cache", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_show_for_machines_and_people(capsys, cache, project):
    save_settings(find_paths().settings_file, Settings().with_value("cache", "limit_gb", 2.0))
    shown = json.loads(run(capsys, "show", "--json", "--project", project))
    assert shown == {
        "folder": str(find_paths().analyses),
        "analyses": 1,
        "size_bytes": cache.size_bytes(),
        "limit_bytes": 2 * 2**30,
        "project_bytes": 5,
    }
    assert "of 2.0 GB in 1 analyses" in run(capsys, "show")


def test_clear_removes_analyses_and_what_killed_writers_left(capsys, cache, project):
    folder = next(find_paths().analyses.iterdir())
    stray = folder / ".abab.analysis.0123.part"
    stray.write_bytes(b"half")
    size = cache.size_bytes()
    freed = json.loads(run(capsys, "clear", "--json"))
    assert freed == {"freed_bytes": size, "freed_in_project_bytes": 0}
    assert (cache.use().analyses, stray.exists()) == (0, False)
    with ProjectStore.open(project) as store:
        assert store.analyses.size_bytes() == 5, "a project is named or left alone"
    run(capsys, "clear", "--project", project)
    with ProjectStore.open(project) as store:
        assert store.analyses.size_bytes() == 0


def test_doctor_names_what_is_taken(capsys):
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    (found,) = [finding for finding in findings if finding["name"] == "analyses"]
    assert "of 5.0 GB" in found["text"]
