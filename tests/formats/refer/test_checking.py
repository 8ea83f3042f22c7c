"""Each clause that a RefCOCO or gRefCOCO folder can break is found, by its name and with the offending id."""

from __future__ import annotations

import copy
import json
import pickle

import numpy as np
import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.refer.checking import check_grefcoco, check_refcoco

SQUARE = [[2.0, 2.0, 8.0, 2.0, 8.0, 8.0, 2.0, 8.0]]


def annotation(number=1, **changes):
    known = {
        "id": number,
        "image_id": 1,
        "category_id": 1,
        "iscrowd": 0,
        "area": 36.0,
        "bbox": [2.0, 2.0, 6.0, 6.0],
        "segmentation": SQUARE,
    }
    return known | changes


def sentence(number=5, **changes):
    return {"sent_id": number, "sent": "the mug", "raw": "The mug!", "tokens": ["the", "mug"]} | changes


def ref(**changes):
    known = {
        "ref_id": 0,
        "ann_id": 1,
        "image_id": 1,
        "category_id": 1,
        "split": "val",
        "file_name": "a_1.jpg",
        "sent_ids": [5],
        "sentences": [sentence()],
    }
    return known | changes


def instances(**changes):
    known = {
        "info": {},
        "licenses": [],
        "images": [{"id": 1, "file_name": "a.jpg", "height": 10, "width": 12}],
        "categories": [{"id": 1, "name": "cup"}],
        "annotations": [annotation()],
    }
    return known | changes


def write(root, *, refs=None, document=None, folder="refcoco", protocol=2):
    place = root / folder
    place.mkdir()
    (place / "instances.json").write_text(json.dumps(document or instances()))
    (place / "refs(unc).p").write_bytes(pickle.dumps([ref()] if refs is None else refs, protocol=protocol))
    return root


def found(root, check=check_refcoco):
    return {(finding.check, finding.item, finding.clause) for finding in check(root)}


def test_a_sound_folder_has_no_findings(tmp_path):
    assert found(write(tmp_path)) == set()


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        ([ref(split="holdout")], ("split-name", "ref 0", "0.13")),
        ([ref(ann_id=9)], ("annotation-there", "ref 0", "1")),
        ([ref(ann_id=[1])], ("annotation-there", "ref 0", "1")),
        ([ref(ann_id=-1)], ("annotation-there", "ref 0", "1")),
        ([ref(image_id=9)], ("image-there", "ref 0", "1")),
        ([ref(category_id=2)], ("copies-agree", "ref 0", "1")),
        ([ref(ref_id="0")], ("ids-plain", "entry 0 of the refs", "0.5")),
        ([ref(ref_id=1.0)], ("ids-plain", "entry 0 of the refs", "0.5")),
        ([ref(), ref(sentences=[sentence(6)], sent_ids=[6])], ("ids-unique", "ref 0", "0.5")),
        (
            [ref(), ref(ref_id=3, sentences=[sentence(6)], sent_ids=[6])],
            ("one-ref-per-object", "ref 3", "0.10"),
        ),
        (
            [ref(), ref(ref_id=3, split="train", sentences=[sentence(6)], sent_ids=[6])],
            ("split-by-image", "ref 3", "0.15"),
        ),
        ([ref(sent_ids=[6])], ("sent-ids-parallel", "ref 0", "0.11")),
        ([ref(sentences=[sentence(), sentence()])], ("sent-ids-parallel", "ref 0", "0.11")),
        (
            [ref(sentences=[sentence(), sentence()], sent_ids=[5, 5])],
            ("ids-unique", "ref 0, sentence 5", "0.5"),
        ),
        ([ref(sentences=[])], ("sentences", "ref 0", "1")),
        ([ref(sentences=[{"sent_id": 5, "sent": "x"}])], ("sentence-keys", "ref 0, sentence 5", "0.11")),
        ([ref(sentences=[sentence(raw="a\tb")])], ("sentence-line", "ref 0, sentence 5", "0.11")),
        ([ref(sentences=[sentence(raw="a||b")])], ("sentence-line", "ref 0, sentence 5", "0.11")),
        ([ref(sentences=[sentence(raw=" ")])], ("sentence-text", "ref 0, sentence 5", "0.11")),
        ([ref(sentences=[sentence(sent="The mug.")])], ("sent-plain", "ref 0, sentence 5", "1")),
        ([ref(sentences=[sentence(tokens="the mug")])], ("tokens", "ref 0, sentence 5", "1")),
        ([ref(file_name="b_1.jpg")], ("ref-file-name", "ref 0", "0.12")),
        ([{"ref_id": 0}], ("ref-keys", "ref 0", "1")),
        (["ref"], ("records", "entry 0 of the refs", "1")),
        ({"refs": []}, ("records", "refs(unc).p", "1")),
        ([ref(ref_id=np.int64(3))], ("plain-values", "refs(unc).p", "0.14")),
    ],
)
def test_breaches_of_refs_are_found(tmp_path, refs, expected):
    assert expected in found(write(tmp_path, refs=refs))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"segmentation": {"size": [10, 12], "counts": [120]}}, ("mask-form", "annotation 1", "0.1")),
        (
            {"segmentation": [*SQUARE, [4.0, 4.0, 10.0, 4.0, 10.0, 8.0, 4.0, 8.0]]},
            ("parts-apart", "annotation 1", "0.2"),
        ),
        ({"area": 35.0}, ("area", "annotation 1", "0.4")),
        ({"bbox": [2.0, 2.0, 7.0, 6.0]}, ("bbox", "annotation 1", "0.4")),
        ({"iscrowd": 1}, ("iscrowd", "annotation 1", "0.6")),
        ({"segmentation": [[1.0, 1.0, 2.0, 2.0]]}, ("polygon-points", "annotation 1", "0.8")),
        ({"segmentation": []}, ("mask-there", "annotation 1", "0.8")),
    ],
)
def test_breaches_of_instances_are_found(tmp_path, changes, expected):
    document = instances(annotations=[annotation(**changes)])
    assert expected in found(write(tmp_path, document=document))


def test_names_that_readers_end_on_are_found(tmp_path):
    assert ("folder-name", "mine", "0.13") in found(write(tmp_path, folder="mine"))


def test_a_new_pickle_protocol_is_found(tmp_path):
    assert found(write(tmp_path, protocol=4)) == {("pickle-protocol", "refs(unc).p", "0.14")}


def test_letters_beyond_ascii_are_found(tmp_path):
    write(tmp_path)
    document = instances(images=[{"id": 1, "file_name": "ä.jpg", "height": 10, "width": 12}])
    (tmp_path / "refcoco/instances.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    assert "ascii" in {check for check, _, _ in found(tmp_path)}


def test_a_missing_image_is_found_where_there_are_images(tmp_path):
    write(tmp_path)
    folder = tmp_path / "images/mscoco/images/train2014"
    folder.mkdir(parents=True)
    assert found(tmp_path) == {("image-file", "image 1", "1")}
    (folder / "a.jpg").touch()
    assert found(tmp_path) == set()


def test_damaged_files_are_found(tmp_path):
    write(tmp_path)
    (tmp_path / "refcoco/refs(unc).p").write_bytes(b"no pickle")
    assert {check for check, _, _ in found(tmp_path)} == {"plain-values"}
    (tmp_path / "refcoco/instances.json").write_text('{"images":[NaN]}')
    assert "readable" in {check for check, _, _ in found(tmp_path)}


def test_nothing_to_look_at_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="no REFER"):
        list(check_refcoco(tmp_path))


def gref(**changes):
    return ref(ann_id=[1], category_id=[1], no_target=False, file_name="a.jpg") | changes


def write_gref(root, refs, document=None):
    place = root / "grefcoco"
    place.mkdir()
    (place / "instances.json").write_text(json.dumps(document or instances()))
    (place / "grefs(unc).json").write_text(json.dumps(refs))
    return root


@pytest.mark.parametrize(
    ("refs", "expected"),
    [
        ([gref(ann_id=1)], ("target-lists", "ref 0", "3")),
        ([gref(ann_id=[])], ("target-lists", "ref 0", "3")),
        ([gref(ann_id=[1, 1])], ("target-lists", "ref 0", "3")),
        ([gref(ann_id=[-1])], ("no-target", "ref 0", "3")),
        ([gref(ann_id=[-1], category_id=[-1])], ("no-target", "ref 0", "3")),
        ([gref(ann_id=[4])], ("annotation-there", "ref 0", "1")),
        ([gref(category_id=[7])], ("copies-agree", "ref 0", "1")),
        ([gref(file_name="b.jpg")], ("ref-file-name", "ref 0", "0.12")),
    ],
)
def test_breaches_of_grefs_are_found(tmp_path, refs, expected):
    assert expected in found(write_gref(tmp_path, refs), check_grefcoco)


def test_sound_grefs_have_no_findings(tmp_path):
    second = copy.deepcopy(gref(ref_id=1, ann_id=[-1], category_id=[-1], no_target=True))
    second |= {"sentences": [sentence(6)], "sent_ids": [6]}
    assert found(write_gref(tmp_path, [gref(), second]), check_grefcoco) == set()
