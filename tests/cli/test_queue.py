"""``tas-desktop queue`` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tas_desktop.cli import main
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore
from tests.support.patience import PATIENCE_S

TEXTS = [(1, "the mug"), (1, "the red mug"), (2, "a dog\x1b[2J")]


@pytest.fixture
def project(tmp_path):
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / name for name in ("a.jpg", "b.jpg", "c.jpg")], annotator="ann")
        numbers = store.add_expressions(TEXTS, annotator="ann")
        margins = (0.5, 0.02, 0.01)
        store.predictions.write(
            Setup("tas", "starter"),
            [
                Prediction(number, "r", text, None, (), margin)
                for number, (_, text), margin in zip(numbers, TEXTS, margins, strict=True)
            ],
        )
    return tmp_path / "project"


def test_the_doubtful_come_first_picture_by_picture(project, capsys):
    assert main(["queue", str(project), "--order", "margin", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["image"], row["expression"], row["margin"]) for row in rows] == [
        ("b.jpg", "a dog\x1b[2J", 0.01),
        ("a.jpg", "the red mug", 0.02),
        ("a.jpg", "the mug", 0.5),
    ]
    assert {row["status"] for row in rows} == {"undecided"}


def test_the_filter_is_that_of_the_window(project, capsys):
    assert main(["queue", str(project), "margin<0.1 text:mug", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["expression_id"] == 2


def test_for_people_a_line_each_and_how_many_there_are(project, capsys):
    assert main(["queue", str(project), "--limit", "1", "--order", "margin"]) == 0
    captured = capsys.readouterr()
    assert captured.out.split() == ["0.010", "undecided", "b.jpg", "a", "dog�[2J"]
    assert captured.err == "3 pictures, 3 expressions left to decide\n"


def test_a_filter_that_cannot_be_read_is_refused(project, capsys):
    assert main(["queue", str(project), "margn<1"]) == 2
    captured = capsys.readouterr()
    assert "margn" in captured.err
    assert "margin" in captured.err
    assert captured.out == ""


def test_no_window_is_imported(project):
    script = (
        "import sys; from tas_desktop.cli import main; main(['queue', sys.argv[1]]); "
        "print(*[m for m in ('PySide6', 'torch') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(project)],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    )
    assert done.stdout.splitlines()[-1] == ""
