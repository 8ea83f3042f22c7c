"""COCO files: every clause of formats.md section 0 that they have to keep, and what happens on failure."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pycocotools import mask as coco_mask
from pycocotools.coco import COCO

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.annotation import AnnotatedImage, Annotation
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.formats import coco
from tas_desktop.formats.coco import MaskForm, write_coco
from tas_desktop.formats.coco_check import ExportCheckFailed

GOLDEN = Path(__file__).parent.parent / "golden"


def ring(height=40, width=60):
    mask_hw = np.zeros((height, width), bool)
    mask_hw[5:25, 10:40] = True
    mask_hw[10:15, 20:30] = False
    mask_hw[30:35, 2:8] = True
    return Mask.from_array(mask_hw)


def dot(height=40, width=60):
    mask_hw = np.zeros((height, width), bool)
    mask_hw[height - 1, width - 1] = True
    return Mask.from_array(mask_hw)


def two_images():
    return [
        AnnotatedImage(
            3,
            "fotos/schöne Tasse.jpg",
            40,
            60,
            (
                Annotation(7, ring(), "cup", ("the striped mug", "the mug on the left 🙂")),
                Annotation(9, dot(), "gizmo", ('the "tiny" one\ton the 右',)),
            ),
        ),
        AnnotatedImage(4, "b.png", 20, 30, (Annotation(12, dot(20, 30), "object", ("it",)),)),
    ]


@pytest.fixture
def images():
    return two_images()


def write(target, images, **options):
    return write_coco(target, images, categories=load_coco_categories(), **options)


def decoded(read, annotation):
    return Mask.from_rle(read.annToRLE(annotation))


@pytest.mark.parametrize("form", list(MaskForm))
def test_pycocotools_reads_every_mask_exactly(tmp_path, images, form, capsys):
    report = write(tmp_path / "out.json", images, masks=form)
    assert capsys.readouterr().out == ""
    read = COCO(str(tmp_path / "out.json"))
    assert (report.images, report.annotations, report.expressions) == (2, 3, 4)
    for image in images:
        for annotation in image.annotations:
            record = read.anns[annotation.referent_id]
            assert np.array_equal(read.annToMask(record), annotation.mask.to_array())
            assert record["area"] == annotation.mask.area
            assert record["bbox"] == list(annotation.mask.box_xywh)
            assert record["iscrowd"] == 0
            assert record["image_id"] == image.image_id
            assert record["expressions"] == list(annotation.expressions)
            assert record["attributes"] == {
                "expression": annotation.expressions[0],
                "ref_id": annotation.referent_id,
            }


@pytest.mark.parametrize("form", list(MaskForm))
def test_the_file_has_one_mask_form_plain_ints_and_only_ascii(tmp_path, images, form):
    write(tmp_path / "out.json", images, masks=form)
    document = json.loads((tmp_path / "out.json").read_bytes().decode("ascii"))
    forms = {type(annotation["segmentation"]) for annotation in document["annotations"]}
    assert forms == {list if form is MaskForm.POLYGONS else dict}
    for key in ("images", "categories", "annotations"):
        ids = [record["id"] for record in document[key]]
        assert all(type(number) is int and number >= 1 for number in ids)
        assert len(set(ids)) == len(ids)
    assert document["images"][0]["file_name"] == "fotos/schöne Tasse.jpg"
    assert {"info", "licenses"} <= document.keys()
    for annotation in document["annotations"]:
        assert all(isinstance(value, float) for value in (annotation["area"], *annotation["bbox"]))


def test_categories_are_cocos_ours_and_the_projects(tmp_path, images):
    write(tmp_path / "out.json", images)
    document = json.loads((tmp_path / "out.json").read_text())
    ids = {category["name"]: category["id"] for category in document["categories"]}
    assert (ids["person"], ids["cup"], ids["toothbrush"], ids["object"], ids["gizmo"]) == (1, 47, 90, 91, 92)
    assert len(ids) == 82


def test_equal_projects_give_equal_bytes_and_the_clock_is_asked_only_on_request(tmp_path, images):
    write(tmp_path / "a.json", images)
    write(tmp_path / "b.json", images)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert b"date_created" not in (tmp_path / "a.json").read_bytes()
    write(tmp_path / "c.json", images, created=datetime(2026, 3, 4, tzinfo=UTC))
    info = json.loads((tmp_path / "c.json").read_text())["info"]
    assert (info["year"], info["date_created"]) == (2026, "2026/03/04")


@pytest.mark.parametrize("form", list(MaskForm))
def test_golden_file(tmp_path, images, form):
    write(tmp_path / "out.json", images, masks=form)
    assert (tmp_path / "out.json").read_text() == (GOLDEN / f"coco_{form}.json").read_text()


def test_no_annotations_give_a_readable_file(tmp_path):
    write(tmp_path / "out.json", [])
    assert COCO(str(tmp_path / "out.json")).anns == {}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    mask_hw=arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))).filter(lambda mask: mask.any()),
    text=st.text(st.characters(codec="utf-8"), min_size=1),
    form=st.sampled_from(MaskForm),
)
def test_any_mask_and_any_text_survive(tmp_path, mask_hw, text, form):
    image = AnnotatedImage(
        1, "a.png", *mask_hw.shape, (Annotation(1, Mask.from_array(mask_hw), "cup", (text,)),)
    )
    write(tmp_path / "out.json", [image], masks=form)
    record = json.loads((tmp_path / "out.json").read_text())["annotations"][0]
    assert record["expressions"] == [text]
    parts = record["segmentation"]
    rle = (
        coco_mask.merge(coco_mask.frPyObjects(parts, *mask_hw.shape)) if form is MaskForm.POLYGONS else parts
    )
    assert np.array_equal(coco_mask.decode(rle).astype(bool), mask_hw)


def only_files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("mask", "said"),
    [(Mask.from_array(np.zeros((40, 60), bool)), "is empty"), (dot(10, 10), "10 x 10 pixels")],
)
def test_a_mask_that_no_client_could_read_is_left_out_and_named(tmp_path, images, mask, said):
    unfit = Annotation(50, mask, "cup", ("the bad one",))
    images[0] = dataclasses.replace(images[0], annotations=(*images[0].annotations, unfit))
    images.append(AnnotatedImage(8, "c.png", 40, 60, (dataclasses.replace(unfit, referent_id=51),)))
    report = write(tmp_path / "out.json", images)
    assert (report.images, report.annotations) == (2, 3)
    assert [line.split(", ")[0] for line in report.left_out] == ["fotos/schöne Tasse.jpg", "c.png"]
    assert all("'the bad one'" in line and said in line for line in report.left_out)
    assert set(COCO(str(tmp_path / "out.json")).anns) == {7, 9, 12}


def test_repeated_ids_are_a_bug(tmp_path, images):
    with pytest.raises(ValueError, match="unique"):
        write(tmp_path / "out.json", [images[0], images[0]])


def test_a_file_that_does_not_read_back_is_not_kept(tmp_path, images, monkeypatch):
    (tmp_path / "out.json").write_text("the former export")
    real = coco.trace_polygons
    monkeypatch.setattr(coco, "trace_polygons", lambda mask_hw: real(mask_hw)[:1])
    with pytest.raises(ExportCheckFailed, match="annotation 7 differs"):
        write(tmp_path / "out.json", images)
    assert (tmp_path / "out.json").read_text() == "the former export"
    assert only_files(tmp_path) == ["out.json"]


def test_a_place_that_cannot_be_written(tmp_path, images):
    (tmp_path / "file").touch()
    for target in (tmp_path / "file" / "out.json", tmp_path, Path("/proc/out.json")):
        with pytest.raises(TargetNotWritable) as caught:
            write(target, images)
        assert caught.value.exit_code == 2
        assert caught.value.next_step
    assert only_files(tmp_path) == ["file"]


FULL_DISK = """
import resource, sys
from pathlib import Path
import test_coco
from tas_desktop.domain.errors import TargetNotWritable
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    test_coco.write(Path(sys.argv[1]), test_coco.two_images())
except TargetNotWritable as error:
    sys.exit(error.exit_code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits")
def test_a_full_disk_leaves_the_former_export(tmp_path):
    (tmp_path / "out.json").write_text("the former export")
    environment = {"PYTHONPATH": f"{Path(__file__).parent}:{Path.cwd()}"}
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "out.json")]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2, ended.stderr
    assert (tmp_path / "out.json").read_text() == "the former export"
    assert only_files(tmp_path) == ["out.json"]


EXPORTER = """
import itertools, sys
from dataclasses import replace
from pathlib import Path
import test_coco
image = test_coco.two_images()[0]
annotations = tuple(replace(image.annotations[0], referent_id=number) for number in range(1, 2001))
many = [replace(image, image_id=1, annotations=annotations)]
print("ready", flush=True)
for _ in itertools.count():
    test_coco.write(Path(sys.argv[1]), many)
"""


def asides(folder):
    return [path for path in folder.iterdir() if path.name.endswith(".part")]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.slow
def test_a_kill_while_writing_leaves_the_former_or_the_whole_export(tmp_path):
    """Killed while the file beside the target holds something: the target is never a part."""
    target = tmp_path / "out.json"
    command = [sys.executable, "-c", EXPORTER, str(target)]
    environment = {"PYTHONPATH": f"{Path(__file__).parent}:{Path.cwd()}"}
    for former in ("the former export", None):
        if former is not None:
            target.write_text(former)
        exporter = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert exporter.stdout.readline() == "ready\n"
            while not any(path.stat().st_size for path in asides(tmp_path)):
                os.sched_yield()
        finally:
            exporter.send_signal(signal.SIGKILL)
            exporter.communicate()
        content = target.read_text()
        assert content == "the former export" or len(json.loads(content)["annotations"]) == 2000
        for left in asides(tmp_path):
            left.unlink()
