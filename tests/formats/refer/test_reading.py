"""Reading RefCOCO, RefCOCO+, RefCOCOg and gRefCOCO as they are published, and files that mean harm."""

from __future__ import annotations

import json
import os
import pickle
from dataclasses import replace

import numpy as np
import pytest

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.refer.reading import read_grefcoco, read_refcoco

# Two refs as Python 2 wrote them with protocol 0: texts are byte strings, keys are shared.
PYTHON_2 = (
    b"(lp0\n(dp1\nS'sent_ids'\np2\n(lp3\nI0\naI1\nasS'file_name'\np4\n"
    b"S'COCO_train2014_000000581857_16.jpg'\np5\nsS'ann_id'\np6\nI1719310\nsS'ref_id'\np7\nI0\n"
    b"sS'image_id'\np8\nI581857\nsS'split'\np9\nS'train'\np10\nsS'sentences'\np11\n(lp12\n(dp13\n"
    b"S'tokens'\np14\n(lp15\nS'the'\np16\naS'lady'\np17\nasS'raw'\np18\nS'THE LADY'\np19\nsS'sent_id'\n"
    b"p20\nI0\nsS'sent'\np21\nS'the lady'\np22\nsa(dp23\ng14\n(lp24\ng17\nasg18\nS''\np25\nsg20\nI1\n"
    b"sg21\ng17\n"
    b"sasS'category_id'\np26\nI1\nsa."
)

SQUARE = [[2, 2, 8, 2, 8, 8, 2, 8]]


def published(**changes):
    """instances.json with COCO's own slips: float boxes, a crowd as run lengths, areas of polygons."""
    known = {
        "info": {"description": "This is dev 1.0 version"},
        "licenses": [],
        "images": [
            {
                "license": 1,
                "file_name": "COCO_train2014_000000581857.jpg",
                "coco_url": "http://example.org/a.jpg",
                "height": 10,
                "width": 12,
                "id": 581857,
            }
        ],
        "categories": [
            {"supercategory": "person", "id": 1, "name": "person"},
            {"supercategory": "animal", "id": 18, "name": "dog"},
        ],
        "annotations": [
            {
                "id": 1719310,
                "image_id": 581857,
                "category_id": 1,
                "iscrowd": 0,
                "area": 35.98495,
                "bbox": [2.03, 1.98, 6.01, 5.97],
                "segmentation": SQUARE,
            },
            {
                "id": 900100581857,
                "image_id": 581857,
                "category_id": 18,
                "iscrowd": 1,
                "area": 20,
                "bbox": [10, 0, 2, 10],
                "segmentation": {"size": [10, 12], "counts": [100, 20]},
            },
        ],
    }
    return known | changes


def write(root, *, refs=PYTHON_2, document=None, folder="refcoco", name="refs(unc).p"):
    place = root / folder
    place.mkdir(exist_ok=True)
    (place / "instances.json").write_text(json.dumps(document or published()))
    (place / name).write_bytes(refs if isinstance(refs, bytes) else pickle.dumps(refs, protocol=2))
    return root


def ref(**changes):
    known = {
        "ref_id": 3,
        "ann_id": 1719310,
        "image_id": 581857,
        "category_id": 1,
        "split": "val",
        "sent_ids": [5],
        "sentences": [{"sent_id": 5, "sent": "the mug", "raw": "The mug!", "tokens": ["the", "mug"]}],
    }
    return known | changes


def test_refcoco_as_published_is_read(tmp_path):
    folder = tmp_path / "images/mscoco/images/train2014"
    folder.mkdir(parents=True)
    (folder / "COCO_train2014_000000581857.jpg").touch()
    dataset = read_refcoco(write(tmp_path))
    assert dataset.image_count == 1
    assert [category.name for category in dataset.categories.categories] == ["person", "dog", "object"]
    [image] = dataset.images()
    assert (image.image_id, image.height, image.width, image.split) == (581857, 10, 12, "train")
    assert image.source == folder / "COCO_train2014_000000581857.jpg"
    square_hw = np.zeros((10, 12), bool)
    square_hw[2:8, 2:8] = True
    crowd_hw = np.zeros((10, 12), bool)
    crowd_hw[:, 10:] = True
    assert [(known.object_id, known.category, known.mask) for known in image.objects] == [
        (1719310, "person", Mask.from_array(square_hw)),
        (900100581857, "dog", Mask.from_array(crowd_hw)),
    ]
    [reference] = image.references
    assert (reference.reference_id, reference.object_ids) == (1, (1719310,))  # the file counts from 0
    assert [(said.sentence_id, said.text) for said in reference.sentences] == [(1, "THE LADY"), (2, "lady")]


def test_another_scheme_of_splits_is_chosen_by_its_file(tmp_path):
    write(tmp_path, refs=[ref(split="val")], folder="refcocog", name="refs(umd).p")
    apart = ref(ref_id=4, split="train")
    apart |= {"sent_ids": [6], "sentences": [{"sent_id": 6, "sent": "it", "raw": "it", "tokens": ["it"]}]}
    write(tmp_path, refs=[apart, ref(split="val")], folder="refcocog", name="refs(google).p")
    [umd] = read_refcoco(tmp_path).images()
    assert [known.reference_id for known in umd.references] == [3]
    [google] = read_refcoco(tmp_path / "refcocog/refs(google).p").images()
    assert [known.reference_id for known in google.references] == [3, 4]
    assert google.split == "val"  # never into training what another ref keeps out of it


def test_one_of_several_datasets_has_to_be_named(tmp_path):
    write(tmp_path)
    write(tmp_path, folder="refcoco+")
    with pytest.raises(InputRefused, match=r"refcoco, refcoco\+"):
        read_refcoco(tmp_path)
    assert read_refcoco(tmp_path / "refcoco+").image_count == 1


def test_grefs_are_read_as_published(tmp_path):
    records = [
        gref(ref_id=0, ann_id=[1719310, 900100581857], category_id=[1, 18], number=0),
        gref(ref_id=1, ann_id=[-1], category_id=[-1], no_target=True, number=1),
        gref(ref_id=2, ann_id=1719310, category_id=1, number=2),
    ]
    write_grefs(tmp_path, records)
    [image] = read_grefcoco(tmp_path).images()
    assert [known.object_ids for known in image.references] == [(1719310, 900100581857), (), (1719310,)]
    assert [known.sentences[0].sentence_id for known in image.references] == [1, 2, 3]


def gref(*, number, **changes):
    said = {"sent_id": number, "sent": "both dogs", "raw": "both dogs", "tokens": ["both", "dogs"]}
    return ref(sentences=[said], sent_ids=[number], no_target=False) | changes


def write_grefs(root, records):
    place = root / "grefcoco"
    place.mkdir(exist_ok=True)
    (place / "instances.json").write_text(json.dumps(published()))
    (place / "grefs(unc).json").write_text(json.dumps(records))


@pytest.mark.parametrize(
    ("targets", "words"),
    [([], "nobody"), ([-1, 1719310], "its annotation"), ([7], "annotation 7"), ("all", "not a list")],
)
def test_targets_that_lead_nowhere_are_refused(tmp_path, targets, words):
    write_grefs(tmp_path, [gref(number=0, ann_id=targets)])
    with pytest.raises(InputRefused, match=words):
        read_grefcoco(tmp_path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ref_id": True}, "id is True"),
        ({"ref_id": -4}, "id is -4"),
        ({"ref_id": 2**70}, "more than 64 bits"),
        ({"ann_id": 8}, "annotation 8"),
        ({"ann_id": 1719310.0}, "1719310.0"),
        ({"ann_id": [1719310]}, r"\[1719310\]"),
        ({"image_id": 8}, "image 8"),
        ({"split": 4}, "split is 4"),
        ({"sentences": "none"}, "not a list"),
        ({"sentences": [{"sent_id": 5, "raw": 7}]}, "sentence 0"),
        ({"sentences": [{"raw": "x"}]}, "sentence 0"),
        ({"sentences": [{"sent_id": 5, "raw": "x"}, {"sent_id": 5, "raw": "y"}]}, "sentence 5: its id"),
    ],
)
def test_refs_that_are_none_are_refused_by_name(tmp_path, changes, words):
    with pytest.raises(InputRefused, match=words) as refusal:
        read_refcoco(write(tmp_path, refs=[ref(**changes)]))
    assert "refs(unc).p" in refusal.value.message


def test_a_ref_id_that_is_there_twice_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="ref 3: its id is there twice"):
        read_refcoco(write(tmp_path, refs=[ref(), ref()]))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"images": [{"id": 1, "file_name": "../a.jpg", "height": 4, "width": 4}]}, "leads out"),
        ({"images": [{"id": 1, "file_name": "/a.jpg", "height": 4, "width": 4}]}, "absolute"),
        ({"images": [{"id": 1, "file_name": "C:\\a.jpg", "height": 4, "width": 4}]}, "absolute"),
        ({"images": [{"id": 1, "file_name": "a.jpg", "height": 10**9, "width": 10**9}]}, "image 1"),
        ({"images": [{"id": 1, "file_name": "a.jpg", "height": -1, "width": 4}]}, "image 1"),
        ({"images": published()["images"] * 2}, "image 581857: its id is there twice"),
        ({"annotations": published()["annotations"] * 2}, "annotation 1719310: its id is there twice"),
        ({"categories": [{"id": 1, "name": " "}]}, "category 1: its name is blank"),
        ({"categories": [{"id": 2, "name": "x"}]}, "its category 1"),
    ],
)
def test_instances_that_are_none_are_refused_by_name(tmp_path, changes, words):
    with pytest.raises(InputRefused, match=words) as refusal:
        read_refcoco(write(tmp_path, document=published(**changes)))
    assert "instances.json" in refusal.value.message


def test_a_mask_that_is_none_is_refused_when_its_image_comes(tmp_path):
    damaged = published()
    damaged["annotations"][0]["segmentation"] = [[0, 0, 1e8, 1e8, 5, 5]]
    dataset = read_refcoco(write(tmp_path, document=damaged))
    with pytest.raises(InputRefused, match="annotation 1719310") as refusal:
        list(dataset.images())
    assert "instances.json" in refusal.value.message


def test_an_image_that_links_out_of_its_folder_is_refused(tmp_path):
    folder = tmp_path / "data/images/mscoco/images/train2014"
    folder.mkdir(parents=True)
    (tmp_path / "secret.jpg").touch()
    (folder / "COCO_train2014_000000581857.jpg").symlink_to(tmp_path / "secret.jpg")
    with pytest.raises(InputRefused, match="link"):
        list(read_refcoco(write(tmp_path / "data")).images())


class Touching:
    """A value whose pickle makes a file when Python's own reader opens it."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch {self.path}",)


def test_a_pickle_that_would_run_code_runs_none(tmp_path):
    mark = tmp_path / "mark"
    refs = [ref(sentences=[{"sent_id": 1, "raw": Touching(mark)}])]
    write(tmp_path, refs=refs)
    with pytest.raises(InputRefused):
        read_refcoco(tmp_path)
    assert not mark.exists()
    pickle.loads((tmp_path / "refcoco/refs(unc).p").read_bytes())
    assert mark.exists()  # so the pickle was one


def test_a_small_pickle_that_grows_without_end_is_refused(tmp_path):
    doubling = b"\x80\x02]q\x00" + b"".join(
        b"]q%c(h%ch%ce" % (number + 1, number, number) for number in range(60)
    )
    with pytest.raises(InputRefused):
        read_refcoco(write(tmp_path, refs=doubling + b"."))


def test_blank_sentences_of_a_file_are_passed_over(tmp_path):
    blank = {"sent_id": 9, "sent": "", "raw": " ", "tokens": []}
    other = ref(ref_id=4, sent_ids=[9], sentences=[blank])
    [image] = read_refcoco(write(tmp_path, refs=[ref(), other])).images()
    assert [known.reference_id for known in image.references] == [3]


def test_a_dataset_can_be_gone_through_twice(tmp_path):
    dataset = read_refcoco(write(tmp_path))
    assert list(dataset.images()) == list(dataset.images())
    assert replace(dataset).image_count == 1
