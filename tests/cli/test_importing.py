"""``tas-desktop import`` from the outside."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tas_desktop.cli import main
from tas_desktop.storage.project import ProjectStore

LABELS = {
    "images": [{"id": 7, "file_name": "a.png", "height": 30, "width": 40}],
    "categories": [{"id": 47, "name": "cup"}],
    "annotations": [
        {
            "id": 5,
            "image_id": 7,
            "category_id": 47,
            "iscrowd": 0,
            "area": 100.0,
            "bbox": [5.0, 5.0, 10.0, 10.0],
            "segmentation": [[5, 5, 15, 5, 15, 15, 5, 15]],
            "expressions": ["the mug"],
        }
    ],
}


@pytest.fixture
def labels(tmp_path):
    """A COCO file of our own form, with its picture beside it."""
    folder = tmp_path / "set"
    folder.mkdir()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(folder / "a.png")
    (folder / "labels.json").write_text(json.dumps(LABELS))
    return folder / "labels.json"


def run(capsys, *arguments, code=0):
    assert main([str(argument) for argument in arguments]) == code
    return capsys.readouterr()


def test_labels_become_a_project(labels, tmp_path, capsys):
    project = tmp_path / "project"
    wanted = ("import", project, labels, "--format", "coco", "--as", "accepted", "--new")
    foreseen = json.loads(run(capsys, *wanted, "--dry-run", "--json").out)
    assert not project.exists()
    done = json.loads(run(capsys, *wanted, "--json").out)
    assert foreseen == done | {"dry_run": True}
    assert (done["new_images"], done["expressions"], done["labels"], done["referents"]) == (1, 1, 1, 1)
    with ProjectStore.open(project) as store:
        assert [row.text for row in store.list_expressions(7)] == ["the mug"]
        assert [(row.referent_id, row.category, row.mask.area) for row in store.list_referents(7)] == [
            (5, "cup", 100)
        ]


def test_people_read_what_is_new_and_what_is_left_out(labels, tmp_path, capsys):
    more = [*LABELS["images"], {"id": 8, "file_name": "gone.png", "height": 3, "width": 4}]
    labels.write_text(json.dumps(LABELS | {"images": more}))
    wanted = ("import", tmp_path / "project", labels, "--format", "coco", "--as", "accepted")
    told = run(capsys, *wanted, "--new")
    assert told.out.startswith(
        "Imported: 1 new pictures, 1 new expressions, 1 labels, 1 new objects; 1 pictures"
    )
    assert told.err == "Left out: 1 pictures that were not found, such as gone.png\n"
    again = run(capsys, *wanted).out
    assert again.splitlines() == [
        "Imported: nothing new; 1 pictures looked at",
        "1 sentences were in the project already",
    ]


def test_a_damaged_file_is_refused_by_its_item_and_leaves_no_project(labels, tmp_path, capsys):
    bad = json.loads(json.dumps(LABELS))
    bad["annotations"][0]["id"] = -5
    labels.write_text(json.dumps(bad))
    wanted = ("import", tmp_path / "project", labels, "--format", "coco", "--as", "accepted", "--new")
    told = run(capsys, *wanted, code=2).err
    assert f"{labels}: " in told
    assert "its id is -5" in told
    assert not list((tmp_path / "project").glob("*"))


def test_unknown_formats_and_projects_are_refused(labels, tmp_path, capsys):
    told = run(capsys, "import", tmp_path, labels, "--format", "coco", "--as", "accepted", code=2).err
    assert "no project" in told
    wanted = ("import", tmp_path / "project", labels, "--format", "xml", "--as", "accepted", "--new")
    assert "Formats: " in run(capsys, *wanted, code=2).err


def test_predictions_say_whose_they_are(labels, tmp_path, capsys):
    wanted = ("import", tmp_path / "project", labels, "--format", "coco", "--as", "predictions", "--new")
    run(capsys, *wanted, "--name", "LAVT")
    with ProjectStore.open(tmp_path / "project") as store:
        (expression,) = store.list_expressions(7)
        (answer,) = store.answers.of_expression(expression.expression_id)
        assert (answer.name, answer.mask.area) == ("LAVT", 100)
        assert store.predictions.count() == 1
