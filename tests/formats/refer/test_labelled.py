from __future__ import annotations

import json
import os
import pickle

import numpy as np
import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.coco_masks import PolygonRule
from tas_desktop.formats.refer.labelled import read_refer
from tas_desktop.formats.untrusted.pickle_reading import read_plain_pickle

REF = {
    "ref_id": 0,
    "ann_id": 1,
    "image_id": 1,
    "category_id": 1,
    "split": "val",
    "sent_ids": [5],
    "sentences": [{"sent_id": 5, "sent": "the mug", "raw": "The mug!", "tokens": ["the", "mug"]}],
}
SQUARE = [[2, 2, 8, 2, 8, 8, 2, 8]]


def write(root, *, refs=(REF,), segmentation=SQUARE, file_name="a.jpg"):
    folder = root / "refcoco"
    folder.mkdir(exist_ok=True)
    instances = {
        "images": [{"id": 1, "file_name": file_name, "height": 10, "width": 12}],
        "annotations": [{"id": 1, "image_id": 1, "segmentation": segmentation, "bbox": [2, 2, 6, 6]}],
    }
    (folder / "instances.json").write_text(json.dumps(instances))
    (folder / "refs(unc).p").write_bytes(pickle.dumps(list(refs), protocol=2))
    return root


def test_a_dataset_is_read(tmp_path):
    dataset = read_refer(write(tmp_path))
    assert dataset.name == "refcoco"
    sentence = dataset.refs[0].sentences[0]
    assert (sentence.raw, sentence.sent, sentence.kind) == ("The mug!", "the mug", "")
    assert dataset.mask(1).area == 36
    assert read_refer(tmp_path / "refcoco").refs == dataset.refs


def test_every_mask_form_is_decoded(tmp_path):
    mask_hw = np.zeros((10, 12), dtype=np.uint8)
    mask_hw[2:8, 2:8] = 1
    runs = np.flatnonzero(np.diff(np.concatenate([[0], mask_hw.ravel(order="F"), [0]])))
    counts = np.diff(np.concatenate([[0], runs, [120]])).tolist()
    from tas_desktop.domain.mask import Mask

    compressed = Mask.from_array(mask_hw).to_rle()
    for form in ({"size": [10, 12], "counts": counts}, compressed, [compressed], SQUARE):
        assert read_refer(write(tmp_path, segmentation=form)).mask(1) == Mask.from_array(mask_hw)


def test_overlapping_polygons_are_a_union_or_a_hole(tmp_path):
    dataset = read_refer(write(tmp_path, segmentation=[*SQUARE, [4, 4, 10, 4, 10, 8, 4, 8]]))
    assert dataset.mask(1).area == 36 + 24 - 16
    assert dataset.mask(1, rule=PolygonRule.ONCE).area == 36 + 24 - 32


class Evil:
    def __reduce__(self):
        return os.system, ("touch /tmp/tas-desktop-pwned",)


def test_a_pickle_that_names_code_runs_nothing(tmp_path):
    target = tmp_path / "refs.p"
    target.write_bytes(pickle.dumps([REF, Evil()]))
    with pytest.raises(InputRefused, match="plain values"):
        read_plain_pickle(target)
    assert not os.path.exists("/tmp/tas-desktop-pwned")  # noqa: PTH110


@pytest.mark.parametrize("protocol", range(6))
def test_plain_values_of_every_protocol_are_read(tmp_path, protocol):
    target = tmp_path / "refs.p"
    target.write_bytes(pickle.dumps([REF], protocol=protocol))
    assert read_plain_pickle(target) == [REF]


@pytest.mark.parametrize(
    "content", [b"", b"no pickle", pickle.dumps([REF])[:-9], b"\x80\x04\x95\xff", b"(l." * 3]
)
def test_damaged_pickles_are_refused_or_plain(tmp_path, content):
    (write(tmp_path) / "refcoco" / "refs(unc).p").write_bytes(content)
    with pytest.raises(InputRefused):
        read_refer(tmp_path)


@pytest.mark.parametrize(
    "changed",
    [{"ann_id": 9}, {"image_id": 9}, {"sentences": "none"}, {"ref_id": None}],
)
def test_records_that_lead_nowhere_are_refused(tmp_path, changed):
    with pytest.raises(InputRefused):
        read_refer(write(tmp_path, refs=[REF | changed]))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\x.jpg", "C:/x.jpg", ""])
def test_file_names_stay_inside(tmp_path, name):
    with pytest.raises(InputRefused, match="the file name"):
        read_refer(write(tmp_path, file_name=name))


@pytest.mark.parametrize(
    "segmentation",
    [
        [[1, 2, 3]],
        {"size": [10, 12]},
        [["a"] * 6],
        {"size": [5, 5], "counts": [25]},
        {"size": [10, 12], "counts": [7]},
    ],
)
def test_damaged_masks_are_refused(tmp_path, segmentation):
    dataset = read_refer(write(tmp_path, segmentation=segmentation))
    with pytest.raises(InputRefused):
        dataset.mask(1)


def test_missing_parts_and_empty_splits_are_refused(tmp_path):
    with pytest.raises(InputRefused, match="no REFER"):
        read_refer(tmp_path)
    with pytest.raises(InputRefused, match="testA"):
        read_refer(write(tmp_path), split="testA")
    (tmp_path / "refcoco" / "refs(unc).p").unlink()
    with pytest.raises(InputRefused, match="refs"):
        read_refer(tmp_path)
