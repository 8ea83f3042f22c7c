"""Exports of a project: from one moment, complete or not at all, stoppable, into a folder of their own."""

from __future__ import annotations

import json
import pickle
import pkgutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import Cancelled, CancelToken, WorkControl
from tas_desktop.formats.format import Finding, Format, ImageFiles, WriteOptions
from tas_desktop.formats.registry import FORMATS, find_format, writable_formats
from tas_desktop.projects.exporting.naming import name_images
from tas_desktop.projects.exporting.planning import foresee_losses, plan_export
from tas_desktop.projects.exporting.project_dataset import open_dataset
from tas_desktop.projects.exporting.request import ExportRequest
from tas_desktop.projects.exporting.running import ExportCheckFailed, export_project
from tas_desktop.storage.project import ProjectStore


def box(left, *, height=30, width=40):
    mask_hw = np.zeros((height, width), bool)
    mask_hw[3:10, left : left + 8] = True
    return ChosenMask(Mask.from_array(mask_hw))


@pytest.fixture
def project(tmp_path):
    """Three pictures: one and several targets and none; nothing decided; missing."""
    folder = tmp_path / "project"
    with ProjectStore.create(folder) as store:
        store.add_images([folder / "in" / name for name in ("a.png", "b.png", "c.png")], annotator="ann")
        texts = [(1, "left mug"), (1, "right mug"), (1, "both"), (1, "no dog"), (2, "it"), (3, "gone")]
        ids = store.add_expressions(texts, annotator="ann")
        for number, masks in ((0, [box(2)]), (1, [box(20)]), (2, [box(20), box(2)])):
            text = texts[number][1]
            store.record_decision(
                Decision(ids[number], DecisionAction.ACCEPT, text, "ann", tuple(masks), "cup")
            )
        store.record_decision(Decision(ids[3], DecisionAction.NO_TARGET, "no dog", "ann"))
    (folder / "in").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (40, 30)).save(folder / "in" / name)
    return folder


def request(project, target, name="jsonl", **changes):
    return ExportRequest(project, target, name, **changes)


def export(*arguments, control=None, **changes):
    return export_project(control or WorkControl(), request=request(*arguments, **changes))


def test_a_project_as_a_dataset(project):
    with open_dataset(project, step=lambda done, total: None) as dataset:
        first, second = dataset.images()
        assert [loss.count for loss in dataset.losses()] == [1]
        assert dataset.images_folder == project / "in"
    assert (first.file_name, first.height, first.width, first.source) == (
        "a.png",
        30,
        40,
        project / "in" / "a.png",
    )
    assert [known.object_id for known in first.objects] == [1, 2]
    assert [(known.reference_id, known.object_ids) for known in first.references] == [
        (1, (1,)),
        (2, (2,)),
        (3, (1, 2)),
        (4, ()),
    ]
    assert (second.file_name, [one.text for one in second.undecided]) == ("b.png", ["it"])
    assert (second.height, second.width) == (30, 40)


def test_decisions_go_on_while_a_dataset_is_read(project):
    with open_dataset(project, step=lambda done, total: None) as dataset, ProjectStore.open(project) as store:
        before = list(dataset.images())
        store.record_decision(Decision(5, DecisionAction.NO_TARGET, "it", "ann"))
        assert list(dataset.images()) == before
    with open_dataset(project, step=lambda done, total: None) as dataset:
        assert list(dataset.images()) != before


def test_requests_and_reports_pickle(project, tmp_path):
    asked = request(project, tmp_path / "out.jsonl")
    assert pickle.loads(pickle.dumps(asked)) == asked
    report = export_project(WorkControl(), request=asked)
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_cancelled_export_leaves_the_former_one(project, tmp_path):
    for target, name in ((tmp_path / "out.jsonl", "jsonl"), (tmp_path / "out", "masks")):
        export(project, target, name)
        token = CancelToken()
        control = WorkControl(token, report=lambda progress, token=token: token.cancel())
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(Cancelled):
            export(project, target, name, control=control)
        assert sorted(tmp_path.rglob("*")) == before


def test_what_fails_its_own_checks_is_not_kept(project, tmp_path, monkeypatch):
    def find_fault(path, *, tick):
        yield Finding("made-up", "line 1", f"{path.stat().st_size > 0} is not wanted", "0")

    monkeypatch.setattr("tas_desktop.formats.lists.checking.check_jsonl", find_fault)
    target = tmp_path / "out.jsonl"
    target.write_text("the former export")
    with pytest.raises(ExportCheckFailed, match="line 1: True is not wanted") as caught:
        export(project, target)
    assert caught.value.exit_code == 1
    assert target.read_text() == "the former export"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "project"]


def test_an_earlier_export_is_replaced_and_nothing_else(project, tmp_path):
    target = tmp_path / "out"
    export(project, target, "masks")
    (target / "masks" / "1" / "1.png").unlink()  # somebody deleted one
    export(project, target, "masks")
    assert (target / "masks" / "1" / "1.png").is_file()
    for stranger in (target / "notes.txt", target / "masks" / "mine.png"):
        stranger.write_text("mine")
        with pytest.raises(TargetNotWritable, match=stranger.name):
            export(project, target, "masks")
        stranger.unlink()
    (target / ".tas-contents").write_text('["../../project/project.tas"]')
    with pytest.raises(TargetNotWritable):
        export(project, target, "masks")
    (tmp_path / "file").touch()
    with pytest.raises(TargetNotWritable):
        export(project, tmp_path / "file", "masks")
    (tmp_path / "empty").mkdir()
    export(project, tmp_path / "empty", "masks")


@pytest.mark.parametrize("files", list(ImageFiles))
def test_pictures_go_along_as_asked(project, tmp_path, files):
    target = tmp_path / "out"
    report = export(project, target, "refcoco", options=WriteOptions(image_files=files))
    placed = list(target.rglob("*.png"))
    assert [path.name for path in placed] == ([] if files is ImageFiles.LEAVE else ["a.png"])
    assert report.counts.several == 1
    assert any("several" in loss.what for loss in report.losses)


@pytest.mark.parametrize("chosen", writable_formats(), ids=lambda chosen: chosen.name)
def test_the_preview_foresees_what_a_format_has_no_place_for(project, tmp_path, chosen):
    """The kinds that the preview names are lost, each as often as it says; writers may add more."""
    plan = plan_export(WorkControl(), request=request(project, tmp_path / "out", chosen.name))
    assert (plan.counts.images, plan.counts.objects, plan.counts.sentences) == (2, 2, 4)
    report = export(project, tmp_path / "out", chosen.name)
    assert report.counts == plan.counts
    lost_sentences = sum(loss.count for loss in report.losses if "expression" in loss.what)
    foreseen = sum(loss.count for loss in foresee_losses(plan.counts, chosen) if "expression" in loss.what)
    assert lost_sentences >= foreseen
    if not foreseen and chosen.name in ("jsonl", "csv", "masks"):
        assert lost_sentences == 0


def test_formats_have_names_of_their_own_and_functions_that_are_there():
    assert len({known.name for known in FORMATS}) == len(FORMATS)
    for known in FORMATS:
        for name in (known.writer, known.reader, known.checker):
            if name:
                assert callable(pkgutil.resolve_name(name))
    assert isinstance(find_format("coco"), Format)


def test_names_are_below_the_folder_that_all_share():
    named = name_images(
        [(1, Path("/x/photos/a/1.jpg")), (2, Path("/x/photos/b/1.jpg")), (3, Path("/x/photos/c.jpg"))]
    )
    assert named.folder == Path("/x/photos")
    assert named.names == {1: "a/1.jpg", 2: "b/1.jpg", 3: "c.jpg"}
    assert name_images([(1, Path("/x/a.jpg"))]).names == {1: "a.jpg"}
    odd = name_images([(1, Path("/x/a\\b.jpg")), (2, Path("/x/a_b.jpg")), (3, Path("/x/a\nb.jpg"))])
    assert list(odd.names.values()) == ["a_b.jpg", "a_b-2.jpg", "a_b-3.jpg"]
    assert name_images([]).folder is None


def test_a_card_counts_words_and_ways(project, tmp_path):
    export(project, tmp_path / "mugs.jsonl", with_card=True, licence="CC0")
    card = (tmp_path / "mugs.card.md").read_text()
    assert "Licence, as given by who exported it: CC0." in card
    for row in (
        "| images | 2 |",
        "| objects with a mask | 2 |",
        "| expressions | 4 |",
        "| of them naming several objects | 1 |",
        "| words an expression, mean | 1.75 |",
        "| different words | 6 |",
        "| expressions that name a side of the image (left, top, middle, ...) | 50.0% |",
        "| cup | 2 |",
        "| the first or selected candidate accepted | 3 |",
        "| found to name nothing in the image | 1 |",
        "| people who decided | 1 |",
    ):
        assert row in card
    assert "## Not in these files" in card


def test_splits_of_the_project_and_of_one_export(project, tmp_path):
    with ProjectStore.open(project) as store:
        store.set_splits({1: "val"}, annotator="ann")
    export(project, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["split"] for line in lines[1:]] == ["val", ""]
