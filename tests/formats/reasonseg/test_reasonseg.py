"""ReasonSeg folders: what LISA's rule draws from them, back again, and breaches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from PIL import Image

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.reasonseg.checking import check_reasonseg
from tas_desktop.formats.reasonseg.reading import read_reasonseg
from tas_desktop.formats.reasonseg.writing import write_reasonseg
from tas_desktop.formats.refer.sentences import spoken
from tests.formats.refer.test_writing import park
from tests.support.datasets import coco_dataset, datasets, listed, with_files
from tests.support.patience import PATIENCE_S

LEAVE = WriteOptions(image_files=ImageFiles.LEAVE)


def drawn(document, height, width):
    """LISA's rule: large shapes first, edges and inside, 255 where it does not count."""
    kept, areas = [], []
    for shape in document["shapes"]:
        if shape["label"].lower() == "flag":
            continue
        alone_hw = np.zeros((height, width), np.uint8)
        fill(alone_hw, shape, 1)
        kept.append(shape)
        areas.append(alone_hw.sum())
    mask_hw = np.zeros((height, width), np.uint8)
    for place in np.argsort(areas)[::-1].astype(np.int32):
        fill(mask_hw, kept[place], 255 if "ignore" in kept[place]["label"].lower() else 1)
    return mask_hw


def fill(mask_hw, shape, value):
    points = np.array([shape["points"]], dtype=np.int32)
    cv2.polylines(mask_hw, points, True, value, 1)
    cv2.fillPoly(mask_hw, points, value)


def content(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def queries(folder):
    found = [json.loads(path.read_text()) for path in folder.glob("*/*.json") if path.name != "train.json"]
    return {document["ref_id"]: document for document in found}


@settings(max_examples=100)
@given(datasets())
def test_lisas_rule_draws_each_mask(dataset):
    with tempfile.TemporaryDirectory() as name:
        write_reasonseg(Path(name), dataset, options=LEAVE)
        found = queries(Path(name))
        written = 0
        for image in dataset.images():
            masks = {known.object_id: known.mask.to_array() for known in image.objects}
            for reference in image.references:
                said = [spoken(sentence.text) for sentence in reference.sentences]
                if not any(said) or not reference.object_ids:
                    continue
                written += 1
                document = found[reference.reference_id]
                assert document["text"] == [forms.raw for forms in said if forms]
                assert document["is_sentence"] is False
                union_hw = np.any([masks[number] for number in reference.object_ids], axis=0)
                assert np.array_equal(drawn(document, image.height, image.width), union_hw)
        assert len(found) == written
        assert not list(check_reasonseg(Path(name)))


@settings(max_examples=100)
@given(datasets(with_scores=True))
def test_exports_are_equal_from_the_second_on(dataset):
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(2)]
        for folder in folders:
            folder.mkdir()
        write_reasonseg(folders[0], dataset, options=LEAVE)
        first = listed(read_reasonseg(folders[0]))
        assert write_reasonseg(folders[1], first, options=LEAVE) == ()
        assert content(folders[0]) == content(folders[1])
        objects = {known.object_id: known for image in dataset.images() for known in image.objects}
        for image in first.images():
            for known in image.objects:
                assert known == objects[known.object_id]


def test_each_reference_has_a_picture(tmp_path):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    out = tmp_path / "out"
    out.mkdir()
    losses = {loss.what for loss in write_reasonseg(out, dataset, options=WriteOptions())}
    assert {path.name for path in (out / "testA").iterdir()} == {
        f"fotos_schöner Park_{number}.{suffix}" for number in (1, 2, 5) for suffix in ("json", "jpg")
    }
    photo = (tmp_path / "photos/fotos/schöner Park.jpg").read_bytes()
    assert all(picture.read_bytes() == photo for picture in out.glob("*/*.jpg"))
    assert json.loads((out / "explanatory/train.json").read_text()) == []
    assert any("no expression names" in what for what in losses)
    assert any("name nothing" in what for what in losses)
    assert not list(check_reasonseg(out))
    [image] = read_reasonseg(out).images()
    assert (image.file_name, image.split, image.image_id) == ("fotos/schöner Park.jpg", "testA", 5)
    assert image.source.read_bytes() == photo
    assert [known.object_ids for known in image.references] == [(3,), (4,), (3, 4)]


def test_a_reader_in_the_c_locale_draws_the_same(tmp_path):
    dataset = with_files(coco_dataset([park(file_name="a.jpg")]), tmp_path / "photos")
    (tmp_path / "out").mkdir()
    write_reasonseg(tmp_path / "out", dataset, options=WriteOptions())
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    script = (
        "import glob, json, sys\n"
        "for name in sorted(glob.glob(sys.argv[1] + '/testA/*.jpg')):\n"
        "    print(json.dumps(json.load(open(name.replace('.jpg', '.json')))['text']))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "out")],
        env=bare,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        ["The dog's RING!", "右边的狗"],
        ["man in |red| "],
        ["both"],
    ]


def write(folder, name="a", *, picture=(30, 20), **changes):
    document = {
        "text": ["the red ball"],
        "is_sentence": False,
        "shapes": [
            {"label": "target", "points": [[1, 1], [12.7, 1], [12, 12], [1, 12]], "shape_type": "polygon"},
            {"label": "ignore", "points": [[2, 2], [5, 2], [5, 5], [2, 5]], "shape_type": "polygon"},
            {"label": "flag", "points": [[0, 0]]},
        ],
    }
    place = folder / "val"
    place.mkdir(exist_ok=True)
    known = {key: value for key, value in (document | changes).items() if value is not None}
    (place / f"{name}.json").write_text(json.dumps(known))
    if picture:
        Image.new("RGB", picture).save(place / f"{name}.jpg")
    return folder


def test_lisas_own_files_are_read(tmp_path):
    write(tmp_path)
    write(tmp_path, "b", text="one text")
    first, second = read_reasonseg(tmp_path).images()
    assert (first.image_id, first.split, first.file_name) == (1, "val", "a.jpg")
    [item] = first.objects
    expected_hw = np.zeros((20, 30), bool)
    expected_hw[1:13, 1:13] = True
    expected_hw[2:6, 2:6] = False
    assert np.array_equal(item.mask.to_array(), expected_hw)
    assert item.category == "object"
    assert [known.sentences[0].text for known in (*first.references, *second.references)] == [
        "the red ball",
        "one text",
    ]
    assert [known.sentences[0].sentence_id for known in second.references] == [2]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": []}, "no text"),
        ({"text": [7]}, "a text is 7"),
        ({"text": None}, "no 'text'"),
        ({"shapes": None}, "no 'shapes'"),
        ({"height": 10**6, "width": 10**6}, "megapixels"),
        ({"picture": None}, "how large"),
    ],
)
def test_files_that_are_none_are_refused(tmp_path, changes, words):
    with pytest.raises(InputRefused, match=words) as refusal:
        read_reasonseg(write(tmp_path, **changes))
    assert "a.json" in refusal.value.message


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({"points": []}, "points are"),
        ({"points": [[1]]}, "no point"),
        ({"points": [[1, "2"]]}, "no number"),
        ({"points": [[True, 2]]}, "no number"),
        ({"points": [[1, 1e9]]}, "far out"),
        ({"points": [[1, 10**400]]}, "far out"),
        ({"points": [[1, 1]] * 500_001}, "500,001 points"),
        ({"label": 5}, "its label"),
        ({"shape_type": "circle"}, "circle"),
    ],
)
def test_shapes_that_are_none_are_refused(tmp_path, shape, words):
    sound = {"label": "target", "points": [[1, 1], [5, 1], [5, 5]], "shape_type": "polygon"}
    dataset = read_reasonseg(write(tmp_path, shapes=[sound | shape]))
    with pytest.raises(InputRefused, match=words) as refusal:
        list(dataset.images())
    assert "shape 0" in refusal.value.message


def ours(folder, name, **changes):
    shape = {"label": "target", "points": [[1, 1], [5, 1], [5, 5]], "object_id": 4, "category": "cup"}
    known = {
        "image_id": 1,
        "ref_id": 7,
        "sent_ids": [7],
        "file_name": "a.png",
        "height": 20,
        "width": 30,
        "shapes": [shape],
    }
    return write(folder, name, **(known | changes))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ref_id": 7, "sent_ids": [8]}, "ref 7: its id is there twice"),
        ({"ref_id": 8, "sent_ids": [7]}, "an id of its sentences"),
        ({"ref_id": 8, "sent_ids": [8], "height": 21}, "says otherwise"),
        ({"ref_id": 8, "sent_ids": [8, 9]}, "2 sent_ids and 1 texts"),
        ({"ref_id": 8, "sent_ids": [8], "file_name": "../a.png"}, "leads out"),
        ({"ref_id": 8, "sent_ids": [8], "image_id": 2}, "object 4: it is on another image"),
        (
            {"ref_id": 8, "sent_ids": [8], "shapes": [{"label": "t", "points": [[9, 9]], "object_id": 4}]},
            "object 4: another file",
        ),
    ],
)
def test_files_that_disagree_are_refused(tmp_path, changes, words):
    ours(tmp_path, "a")
    ours(tmp_path, "b", **changes)
    with pytest.raises(InputRefused, match=words):
        list(read_reasonseg(tmp_path).images())


def test_a_text_without_shapes_is_undecided(tmp_path):
    [image] = read_reasonseg(write(tmp_path, shapes=[])).images()
    assert [known.text for known in image.undecided] == ["the red ball"]


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"is_sentence": None}, "is-sentence"),
        ({"text": "the ball"}, "texts"),
        ({"text": [" "]}, "texts"),
        ({"text": ["a||b"]}, "text-line"),
        ({"shapes": []}, "shapes"),
        ({"shapes": [{"label": "target", "points": []}]}, "shapes"),
        ({"shapes": [{"label": "target", "points": [[40, 30], [41, 30], [41, 31]]}]}, "mask-there"),
        ({"height": 9, "width": 9}, "shapes"),
    ],
)
def test_breaches_are_found(tmp_path, changes, check):
    findings = list(check_reasonseg(write(tmp_path, **changes)))
    assert [finding.check for finding in findings] == [check]
    assert all("val/a.json" in finding.item for finding in findings)


def test_damaged_files_and_missing_pictures_are_found(tmp_path):
    write(tmp_path)
    (tmp_path / "val/b.json").write_text("[1]")
    (tmp_path / "val/c.json").write_bytes(b"{\xff}")
    found = {(finding.item, finding.check) for finding in check_reasonseg(tmp_path)}
    assert {("val/b.json", "records"), ("val/b.json", "picture"), ("c.json, byte 1", "ascii")} <= found


def test_nothing_to_look_at_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="no queries"):
        read_reasonseg(tmp_path)
