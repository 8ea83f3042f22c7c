"""``python main.py``, as `make run` starts it: the window's job without a display, and refusals."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pycocotools.coco import COCO

from tests.support.patience import PATIENCE_S

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def without_display(checkout, tmp_path_factory):
    """The run of the program in an empty folder with no display; returns the folder and the run."""
    folder = tmp_path_factory.mktemp("headless")
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, str(checkout / "main.py")],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE_S,
    )
    return folder, run


def test_it_says_why_and_where(without_display):
    _, run = without_display
    assert run.returncode == 0, run.stderr
    assert "No display" in run.stderr
    for name in ("summary.md", "annotations.json", "overlays"):
        assert name in run.stdout


def test_no_progress_bar_reaches_a_pipe(without_display):
    _, run = without_display
    assert "\x1b" not in run.stdout + run.stderr
    assert "%" not in run.stderr


def test_coco_file_is_read_by_the_fields_own_loader(without_display):
    folder, _ = without_display
    dataset = COCO(folder / "out" / "demo" / "annotations.json")
    assert dataset.getImgIds()
    annotations = dataset.loadAnns(dataset.getAnnIds())
    assert annotations
    for annotation in annotations:
        mask = dataset.annToMask(annotation)
        assert mask.sum() == annotation["area"]


def test_every_expression_has_its_overlay_and_line(without_display):
    folder, _ = without_display
    out = folder / "out" / "demo"
    overlays = sorted(path.name for path in (out / "overlays").iterdir())
    summary = (out / "summary.md").read_text(encoding="utf-8")
    assert overlays
    assert all(f"overlays/{name}" in summary for name in overlays)
