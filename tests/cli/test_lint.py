"""The lint command on a real project, with the shipped parser."""

from __future__ import annotations

import json

import pytest

from tas_desktop.cli import main
from tas_desktop.storage.project import ProjectStore


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Folders of this test's own."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))


@pytest.fixture
def project(tmp_path):
    """Builds a project: ``project({"one.png": ["the mug", ...]})``."""

    def build(texts):
        with ProjectStore.create(tmp_path / "project") as store:
            store.add_images([tmp_path / "project" / name for name in texts], annotator="me")
            for image in store.list_images():
                store.add_expressions([(image.image_id, t) for t in texts[image.path]], annotator="me")
        return tmp_path / "project"

    return build


def run(capsys, *arguments):
    code = main(["lint", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_each_slip_is_named_with_its_picture(project, capsys):
    texts = {
        "one.png": ["the striped mug", "mug, striped", "rightest guyin black"],
        "two.png": ["the one on the left", "the striped mug", "die rote Tasse rechts neben dem Teller"],
    }
    code, out, _ = run(capsys, project(texts), "--json")
    assert code == 1
    found = [(hint["image"], hint["text"], hint["code"]) for hint in json.loads(out)]
    assert found == [
        ("one.png", "mug, striped", "near-duplicate"),
        ("one.png", "rightest guyin black", "glued"),
        ("two.png", "the one on the left", "only-pronoun"),
    ]


def test_people_read_what_could_stand_there(project, capsys):
    code, out, err = run(capsys, project({"one.png": ["the strpied mug"]}))
    assert code == 1
    assert "one.png" in out
    assert "striped" in out
    assert "1 hints" in err


def test_position_words_are_named_where_they_are_not_wanted(project, capsys):
    folder = project({"one.png": ["the mug on the left"]})
    assert run(capsys, folder)[0] == 0
    code, out, _ = run(capsys, folder, "--no-position-words", "--json")
    assert code == 1
    assert [hint["code"] for hint in json.loads(out)] == ["position-word"]


def test_a_missing_project_is_refused(tmp_path, capsys):
    assert run(capsys, tmp_path / "nowhere")[0] == 2
