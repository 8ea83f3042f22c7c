"""``tas-desktop export`` from the outside."""

from __future__ import annotations

import json

import numpy as np
import pytest
from pycocotools.coco import COCO

from tas_desktop.cli import main
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.storage.project import ProjectStore


@pytest.fixture
def project(tmp_path):
    mask_hw = np.zeros((30, 40), bool)
    mask_hw[3:10, 5:20] = True
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.jpg"], annotator="ann")
        first, second = store.add_expressions([(1, "the mug"), (1, "nothing")], annotator="ann")
        mask = ChosenMask(Mask.from_array(mask_hw))
        store.record_decision(Decision(first, DecisionAction.ACCEPT, "the mug", "ann", (mask,), "cup"))
        store.record_decision(Decision(second, DecisionAction.NO_TARGET, "nothing", "ann"))
    return tmp_path / "project"


@pytest.mark.parametrize("masks", ["polygons", "rle"])
def test_export_for_machines(project, tmp_path, capsys, masks):
    out = tmp_path / "out" / "annotations.json"
    assert main(["export", str(project), str(out), "--masks", masks, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report == {
        "file": str(out),
        "format": "coco",
        "masks": masks,
        "images": 1,
        "annotations": 1,
        "expressions": 1,
        "expressions_without_mask": 1,
        "left_out": [],
    }
    annotation = COCO(str(out)).anns[1]
    assert annotation["attributes"] == {"expression": "the mug", "ref_id": 1}
    assert annotation["area"] == 105


def test_export_for_people(project, tmp_path, capsys):
    assert main(["export", str(project / "project.tas"), str(tmp_path / "out.json")]) == 0
    said = capsys.readouterr().out
    assert "1 annotations" in said
    assert "1 expressions have no accepted mask" in said


def test_categories_are_the_projects_own(project, tmp_path, capsys):
    with ProjectStore.open(project) as store:
        added = store.categories.add("tea bowl", supercategory="kitchen", annotator="ann")
        store.set_category(1, category="tea bowl", annotator="ann")
        store.categories.rename("tea bowl", to="chawan", annotator="ann")
    out = tmp_path / "out.json"
    assert main(["export", str(project), str(out)]) == 0
    capsys.readouterr()
    coco = COCO(str(out))
    assert coco.cats[added.id] == {"id": added.id, "name": "chawan", "supercategory": "kitchen"}
    assert coco.anns[1]["category_id"] == added.id
    assert "tea bowl" not in {category["name"] for category in coco.cats.values()}


def test_what_cannot_be_done_is_refused_and_nothing_written(project, tmp_path, capsys):
    for arguments in (
        ["export", str(tmp_path / "missing"), str(tmp_path / "out.json")],
        ["export", str(project), str(project / "project.tas" / "out.json")],
        ["export", str(project), str(project), "--json"],
    ):
        assert main(arguments) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("tas-desktop: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]
