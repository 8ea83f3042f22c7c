"""``tas-desktop profiles``: lists, shows and copies choices of models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tas_desktop.cli import main
from tas_desktop.config.paths import find_paths
from tas_desktop.models.consent import accepted_licences


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A data folder of the test's own, without any model."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path))
    return tmp_path


def run(capsys, *arguments):
    code = main(["profiles", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_list_says_what_each_takes_and_whether_it_is_here(capsys):
    code, out, _ = run(capsys, "list", "--json")
    rows = {row["name"]: row for row in json.loads(out)}
    assert code == 0
    assert {"starter", "tas-paper", "tas-light", "tas-2026"} <= set(rows)
    assert rows["starter"]["ready"]
    assert not rows["tas-paper"]["commercial"]
    assert rows["tas-paper"]["missing"] == ["sam-vit-h", "clip-vit-b-32", "blip2-opt-2.7b"]
    assert rows["tas-paper"]["size_bytes"] > 15e9
    code, out, _ = run(capsys, "list")
    assert "NOT for commercial use" in out
    assert "missing: sam-vit-b" in out


def test_a_profile_that_cannot_be_read_does_not_hide_the_others(capsys):
    own = find_paths().own_profiles
    own.mkdir(parents=True)
    (own / "broken.toml").write_text("schema_version = 1\n")
    code, out, _ = run(capsys, "list", "--json")
    rows = {row["name"]: row for row in json.loads(out)}
    assert code == 0
    assert "name" in rows["broken"]["refused"]
    assert rows["starter"]["ready"]
    assert "cannot be used" in run(capsys, "list")[1]


def test_one_is_shown_with_its_parts(capsys):
    code, out, _ = run(capsys, "show", "tas-light", "--json")
    content = json.loads(out)
    assert code == 0
    assert [part["state"] for part in content["parts"]] == ["missing"] * 3 + ["here"] * 2
    assert Path(content["file"]).is_file()
    assert "BLIP base" in run(capsys, "show", "tas-light")[1]
    code, _, err = run(capsys, "show", "nothing")
    assert code == 2
    assert "starter" in err


def test_a_copy_can_be_listed_found_and_loaded(capsys):
    code, out, _ = run(capsys, "copy", "tas-light", "mine")
    assert code == 0
    assert Path(out.strip()).is_file()
    assert run(capsys, "path", "mine")[1] == out
    assert Path(run(capsys, "path")[1].strip()) == Path(out.strip()).parent
    assert '"mine"' in run(capsys, "list", "--json")[1]
    code, _, err = run(capsys, "copy", "tas-light", "mine")
    assert code == 2
    assert "already" in err


def test_a_licence_is_agreed_to_by_name(capsys):
    code, out, _ = run(capsys, "list", "--json")
    licence = next(row["licence"] for row in json.loads(out) if row["name"] == "tas-paper")
    code, out, _ = run(capsys, "accept", licence)
    assert code == 0
    assert licence in accepted_licences()
    assert run(capsys, "accept", "nothing")[0] == 2
