"""``tas-desktop export``, ``validate`` and ``formats`` from the outside."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image
from pycocotools.coco import COCO

from tas_desktop.cli import main
from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.registry import checkable_formats, writable_formats
from tas_desktop.storage.project import ProjectStore


@pytest.fixture
def project(tmp_path):
    """One picture with a mug, an expression that names nothing, a skipped and an undecided one."""
    mask_hw = np.zeros((30, 40), bool)
    mask_hw[3:10, 5:20] = True
    with ProjectStore.create(tmp_path / "project") as store:
        store.add_images([store.folder / "a.png"], annotator="ann")
        texts = ["the mug", "nothing", "hm", "perhaps"]
        first, second, third, _ = store.add_expressions([(1, text) for text in texts], annotator="ann")
        mask = ChosenMask(Mask.from_array(mask_hw), candidate_rank=2, scores=(("total", 0.5),))
        store.record_decision(Decision(first, DecisionAction.ACCEPT, "the mug", "ann", (mask,), "cup"))
        store.record_decision(Decision(second, DecisionAction.NO_TARGET, "nothing", "ann"))
        store.record_decision(Decision(third, DecisionAction.SKIP, "hm", "ann"))
    Image.new("RGB", (40, 30), (200, 30, 30)).save(tmp_path / "project" / "a.png")
    return tmp_path / "project"


def run(capsys, *arguments, code=0):
    assert main([str(argument) for argument in arguments]) == code
    return capsys.readouterr()


@pytest.mark.parametrize("masks", ["polygons", "rle"])
def test_export_for_machines(project, tmp_path, capsys, masks):
    out = tmp_path / "out" / "annotations.json"
    report = json.loads(run(capsys, "export", project, out, "--masks", masks, "--json").out)
    losses = report.pop("losses")
    assert report == {
        "target": str(out),
        "format": "coco",
        "images": 1,
        "objects": 1,
        "references": 2,
        "expressions": 2,
        "several_targets": 0,
        "no_target": 1,
        "undecided": 1,
        "splits": {"": 1},
        "images_folder": str(project),
    }
    assert [(loss["count"], loss["examples"]) for loss in losses] == [(1, ["perhaps"]), (1, [])]
    annotation = COCO(str(out)).anns[1]
    assert annotation["attributes"] == {"expression": "the mug", "ref_id": 1}
    assert annotation["area"] == 105


def test_export_for_people(project, tmp_path, capsys):
    printed = run(capsys, "export", project / "project.tas", tmp_path / "out.json")
    assert "1 objects, 2 expressions, 1 images" in printed.out
    assert "Not in it: 1 expressions that nobody decided (perhaps)" in printed.err
    assert "skipped" in printed.err


def test_categories_are_the_projects_own(project, tmp_path, capsys):
    with ProjectStore.open(project) as store:
        added = store.categories.add("tea bowl", supercategory="kitchen", annotator="ann")
        store.set_category(1, category="tea bowl", annotator="ann")
        store.categories.rename("tea bowl", to="chawan", annotator="ann")
    out = tmp_path / "out.json"
    run(capsys, "export", project, out)
    coco = COCO(str(out))
    assert coco.cats[added.id] == {"id": added.id, "name": "chawan", "supercategory": "kitchen"}
    assert coco.anns[1]["category_id"] == added.id
    assert "tea bowl" not in {category["name"] for category in coco.cats.values()}


def test_what_cannot_be_done_is_refused_and_nothing_written(project, tmp_path, capsys):
    for arguments in (
        ["export", tmp_path / "missing", tmp_path / "out.json"],
        ["export", project, project / "project.tas" / "out.json"],
        ["export", project, project, "--json"],
        ["export", project, project, "--format", "masks"],
        ["export", project, tmp_path / "out", "--format", "yolo"],
        ["export", project, tmp_path / "out", "--split", "train"],
        ["validate", tmp_path / "missing.json", "--format", "coco"],
        ["validate", project / "project.tas", "--format", "yolo"],
    ):
        printed = run(capsys, *arguments, code=2)
        assert printed.out == ""
        assert printed.err.startswith("tas-desktop: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]


def test_a_dry_run_says_the_same_and_writes_nothing(project, tmp_path, capsys):
    out = tmp_path / "out.json"
    plan = json.loads(run(capsys, "export", project, out, "--dry-run", "--json").out)
    assert not out.exists()
    report = json.loads(run(capsys, "export", project, out, "--json").out)
    assert plan.pop("dry_run") is True
    assert sum(loss["count"] for loss in plan.pop("losses")) == sum(
        loss["count"] for loss in report.pop("losses")
    )
    assert plan == report


@pytest.mark.parametrize("name", [known.name for known in writable_formats()])
def test_every_format_is_written_passes_its_own_checks_and_is_replaced(project, tmp_path, capsys, name):
    out = tmp_path / "out"
    run(capsys, "export", project, out, "--format", name)
    first = content_of(out)
    run(capsys, "export", project, out, "--format", name)
    assert content_of(out) == first
    if name in {known.name for known in checkable_formats()}:
        assert "No finding" in run(capsys, "validate", out, "--format", name).err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "project"]


def content_of(out):
    files = [out] if out.is_file() else [path for path in sorted(out.rglob("*")) if path.is_file()]
    return {path.relative_to(out.parent): path.read_bytes() for path in files}


def test_splits_for_one_export_leave_the_project_alone(project, tmp_path, capsys):
    out = tmp_path / "out.json"
    arguments = ["--split", "test=1", "--people", "--json"]
    report = json.loads(run(capsys, "export", project, out, *arguments).out)
    assert report["splits"] == {"testB": 1}
    assert json.loads(out.read_text())["images"][0]["split"] == "testB"
    with ProjectStore.open(project) as store:
        assert store.list_images()[0].split == ""
        store.set_category(1, category="person", annotator="ann")
    assert json.loads(run(capsys, "export", project, out, *arguments).out)["splits"] == {"testA": 1}


def test_provenance_and_date_are_written_on_request_only(project, tmp_path, capsys):
    run(capsys, "export", project, tmp_path / "without.json")
    run(capsys, "export", project, tmp_path / "with.json", "--provenance", "--dated")
    assert "date_created" not in (tmp_path / "without.json").read_text()
    assert '"annotator"' not in (tmp_path / "without.json").read_text()
    document = json.loads((tmp_path / "with.json").read_text())
    assert document["info"]["date_created"]
    origin = document["references"][0]["sentences"][0]["origin"]
    assert (origin["annotator"], origin["action"], origin["candidate_rank"]) == ("ann", "accept", 2)


def test_a_card_lies_beside_a_file_and_in_a_folder(project, tmp_path, capsys):
    run(capsys, "export", project, tmp_path / "mugs.json", "--card", "--licence", "cc-by-4.0")
    card = (tmp_path / "mugs.card.md").read_text()
    assert card.startswith('---\npretty_name: "mugs"\nlicense: "cc-by-4.0"\n')
    assert "| expressions | 2 |" in card
    assert "annotator" not in card
    run(capsys, "export", project, tmp_path / "hf", "--format", "hf", "--card")
    page = (tmp_path / "hf" / "README.md").read_text()
    assert page.count("---\n") >= 2
    assert page.index("configs:") < page.index("pretty_name:") < page.index("# hf")
    assert page.count("task_categories:") == 1


def test_a_card_counts_what_is_in_the_files(project, tmp_path, capsys):
    run(capsys, "export", project, tmp_path / "ref", "--format", "refcoco", "--card", "--split", "val=1")
    page = (tmp_path / "ref" / "README.md").read_text()
    assert "| expressions | 1 |" in page
    assert "| of them naming nothing in the image | 0 |" in page
    assert "| val | 1 |" in page
    assert "- expressions that name nothing in the image" in page


def test_options_that_a_format_does_not_heed_are_told(project, tmp_path, capsys):
    arguments = ["export", project, tmp_path / "out.csv", "--format", "csv", "--masks", "rle", "--provenance"]
    said = run(capsys, *arguments).err
    assert "--masks changes nothing in CSV" in said
    assert "--provenance changes nothing in CSV" in said
    assert "--images" not in said


def test_validate_names_what_is_wrong(project, tmp_path, capsys):
    out = tmp_path / "out.json"
    run(capsys, "export", project, out)
    document = json.loads(out.read_text())
    document["annotations"][0]["iscrowd"] = 1
    out.write_text(json.dumps(document))
    found = json.loads(run(capsys, "validate", out, "--format", "coco", "--json", code=1).out)["findings"]
    assert [(finding["check"], finding["item"], finding["clause"]) for finding in found] == [
        ("iscrowd", "annotation 1", "0.6")
    ]
    printed = run(capsys, "validate", out, "--format", "coco", code=1)
    assert "iscrowd: annotation 1: its iscrowd is 1" in printed.out


def test_the_list_of_formats(capsys):
    listed = json.loads(run(capsys, "formats", "--json").out)
    assert {"name": "coco", "abilities": ["export", "import", "validate"]}.items() <= listed[0].items()
    assert "coco" in run(capsys, "formats").out


def test_a_folder_with_other_things_in_it_is_not_replaced(project, tmp_path, capsys):
    out = tmp_path / "out"
    run(capsys, "export", project, out, "--format", "masks")
    (out / "notes.txt").write_text("mine")
    assert "notes.txt" in run(capsys, "export", project, out, "--format", "masks", code=2).err
    assert (out / "notes.txt").read_text() == "mine"
