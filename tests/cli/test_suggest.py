"""The suggest command with a stand-in profile."""

from __future__ import annotations

import json

import cv2
import pytest

from tas_desktop.cli import main
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus
from tests.engine.conftest import Painting

THINGS = [("red", 8, 40, 36, 36), ("red", 112, 40, 36, 36), ("blue", 60, 40, 36, 36)]


@pytest.fixture(autouse=True)
def models(tmp_path, monkeypatch):
    """Folders of this test's own, and the painting's parts for models."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    scene = Painting(THINGS)
    monkeypatch.setattr("tas_desktop.backends.loading.load_components", lambda profile: scene.components())
    return scene


@pytest.fixture
def folder(models, tmp_path):
    """Two pictures and one that is none."""
    place = tmp_path / "pictures"
    place.mkdir()
    pixels = cv2.cvtColor(models.image.pixels_rgb, cv2.COLOR_RGB2BGR)
    for name in ("one.png", "two.png"):
        cv2.imwrite(str(place / name), pixels)
    (place / "broken.png").write_bytes(b"no picture")
    return place


def run(capsys, *arguments):
    code = main(["suggest", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_json_names_each_thing_and_the_texts_that_find_it(folder, capsys):
    code, out, _ = run(capsys, folder / "one.png", "--json")
    assert code == 0
    content = json.loads(out)
    boxes = {tuple(thing["bbox"]) for thing in content["things"]}
    assert boxes == {(8, 40, 36, 36), (112, 40, 36, 36), (60, 40, 36, 36)}
    texts = [s["text"] for thing in content["things"] for s in thing["suggestions"]]
    assert len(set(texts)) == len(texts), "no text stands for two things"
    assert all(s["margin"] > 0 for thing in content["things"] for s in thing["suggestions"])


def test_people_read_texts_with_margins(folder, capsys):
    code, out, _ = run(capsys, folder / "one.png", folder / "two.png", "--things", "1")
    assert code == 0
    assert "two.png:" in out
    assert out.count("at ") == 2


def test_a_project_gets_undecided_texts_of_the_model_where_it_has_none(folder, capsys):
    with ProjectStore.create(folder) as store:
        paths = [folder / name for name in ("one.png", "two.png", "broken.png")]
        store.add_images(paths, annotator="me")
        first = next(row for row in store.list_images() if row.path == "one.png")
        store.add_expression(first.image_id, text="mine", annotator="me")
    code, out, _ = run(capsys, "--project", folder, "--json")
    assert code == 1, "one picture was passed over"
    report = json.loads(out)
    assert list(report["failures"]) == ["broken.png"]
    with ProjectStore.open(folder) as store:
        rows = {image.path: store.list_expressions(image.image_id) for image in store.list_images()}
        history = store.undo_history("me")
    assert [row.text for row in rows["one.png"]] == ["mine"]
    assert len(rows["two.png"]) == 3 == report["expressions"]
    assert {row.source for row in rows["two.png"]} == {ExpressionSource.MODEL}
    assert {row.status for row in rows["two.png"]} == {ExpressionStatus.UNDECIDED}
    assert len(history.done) == 1, "a person's undo has their own doings only"


def test_nothing_to_describe_is_refused(capsys):
    code, _, err = run(capsys)
    assert code == 2
    assert "--project" in err


def test_a_picture_that_is_none_is_refused_before_the_models_load(folder, capsys):
    code, _, err = run(capsys, folder / "one.png", folder / "broken.png")
    assert code == 2
    assert "broken.png" in err
