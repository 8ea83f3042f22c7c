"""COCO files: every clause of formats.md section 0 that they have to keep, and reading them back."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycocotools.coco import COCO

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.dataset import (
    DatasetImage,
    DatasetObject,
    ListedDataset,
    Reference,
    Sentence,
    SentenceOrigin,
)
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.coco.checking import check_coco
from tas_desktop.formats.coco.reading import read_coco
from tas_desktop.formats.coco.writing import write_coco
from tas_desktop.formats.format import MaskForm, WriteOptions
from tests.support.datasets import datasets, listed

GOLDEN = Path(__file__).parent.parent.parent / "golden"


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


def said(first_id, *texts):
    return tuple(Sentence(number, text) for number, text in enumerate(texts, start=first_id))


def two_images():
    return (
        DatasetImage(
            3,
            "fotos/schöne Tasse.jpg",
            40,
            60,
            objects=(DatasetObject(7, "cup", ring()), DatasetObject(9, "gizmo", dot())),
            references=(
                Reference(21, (7,), said(21, "the striped mug", "the mug on the left 🙂")),
                Reference(23, (9,), said(23, 'the "tiny" one\ton the 右')),
                Reference(24, (7, 9), said(24, "both")),
                Reference(25, (), said(25, "the elephant")),
            ),
            undecided=said(30, "perhaps"),
            split="train",
        ),
        DatasetImage(
            4,
            "b.png",
            20,
            30,
            objects=(DatasetObject(12, "object", dot(20, 30), score=0.5),),
            references=(Reference(26, (12,), said(26, "it")),),
        ),
    )


def write(target, images=None, **options):
    dataset = ListedDataset(load_coco_categories(), two_images() if images is None else tuple(images))
    return write_coco(target, dataset, options=WriteOptions(**options))


@pytest.mark.parametrize("form", list(MaskForm))
def test_pycocotools_reads_every_mask_exactly(tmp_path, form, capsys):
    write(tmp_path / "out.json", masks=form)
    read = COCO(str(tmp_path / "out.json"))
    capsys.readouterr()
    assert set(read.anns) == {7, 9, 12}
    for image in two_images():
        for known in image.objects:
            record = read.anns[known.object_id]
            assert np.array_equal(read.annToMask(record), known.mask.to_array())
            assert record["area"] == known.mask.area
            assert record["bbox"] == list(known.mask.box_xywh)
            assert (record["iscrowd"], record["image_id"]) == (0, image.image_id)
    assert read.anns[7]["expressions"] == ["the striped mug", "the mug on the left 🙂"]
    assert read.anns[7]["attributes"] == {"expression": "the striped mug", "ref_id": 21}
    assert read.anns[12]["score"] == 0.5


@pytest.mark.parametrize("form", list(MaskForm))
def test_the_file_has_one_mask_form_plain_ints_and_only_ascii(tmp_path, form):
    write(tmp_path / "out.json", masks=form)
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


def test_categories_are_cocos_ours_and_the_projects(tmp_path):
    write(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text())
    ids = {category["name"]: category["id"] for category in document["categories"]}
    assert (ids["person"], ids["cup"], ids["toothbrush"], ids["object"], ids["gizmo"]) == (1, 47, 90, 91, 92)
    assert len(ids) == 82


def test_equal_datasets_give_equal_bytes_and_the_clock_is_asked_only_on_request(tmp_path):
    write(tmp_path / "a.json")
    write(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert b"date_created" not in (tmp_path / "a.json").read_bytes()
    write(tmp_path / "c.json", created=datetime(2026, 3, 4, tzinfo=UTC))
    info = json.loads((tmp_path / "c.json").read_text())["info"]
    assert (info["year"], info["date_created"]) == (2026, "2026/03/04")


@pytest.mark.parametrize("form", list(MaskForm))
def test_golden_file(tmp_path, form):
    write(tmp_path / "out.json", masks=form)
    assert (tmp_path / "out.json").read_text() == (GOLDEN / f"coco_{form}.json").read_text()


def test_no_images_give_a_readable_file(tmp_path):
    assert write(tmp_path / "out.json", []) == ()
    assert COCO(str(tmp_path / "out.json")).anns == {}
    assert list(check_coco(tmp_path / "out.json")) == []


def test_what_a_file_does_not_hold_is_said(tmp_path):
    unfit = DatasetObject(50, "cup", Mask.from_array(np.zeros((40, 60), bool)))
    small = DatasetObject(51, "cup", dot(10, 10))
    first, second = two_images()
    both = Reference(60, (7, 51), said(60, "the mug and the bad one"))
    first = dataclasses.replace(
        first, objects=(*first.objects, unfit, small), references=(*first.references, both)
    )
    bare = DatasetImage(8, "c.png", 40, 60, undecided=said(70, "later"))
    losses = write(tmp_path / "out.json", [first, second, bare])
    assert [(loss.count, loss.examples[0]) for loss in losses] == [
        (2, "perhaps"),
        (1, "fotos/schöne Tasse.jpg, object 50"),
        (1, "fotos/schöne Tasse.jpg, object 51"),
        (1, "the mug and the bad one"),
        (1, "c.png"),
    ]
    assert set(COCO(str(tmp_path / "out.json")).anns) == {7, 9, 12}
    assert list(check_coco(tmp_path / "out.json")) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets(undecided=False, with_origins=True, with_scores=True), st.sampled_from(MaskForm))
def test_what_is_read_back_is_what_was_written(tmp_path, dataset, form):
    """Nothing but the words of categories is lost, so a second file is equal byte by byte."""
    options = WriteOptions(masks=form, with_origin=True)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    losses = write_coco(first, dataset, options=options)
    read = listed(read_coco(first))
    written = [image for image in dataset.images() if image.objects or image.references]
    assert sum(loss.count for loss in losses) == dataset.image_count - len(written)
    assert list(read.images()) == written
    assert list(check_coco(first)) == []
    write_coco(second, read, options=options)
    assert first.read_bytes() == second.read_bytes()


def test_origins_are_written_on_request_only(tmp_path):
    image = dataclasses.replace(
        two_images()[1],
        references=(Reference(26, (12,), (Sentence(26, "it", SentenceOrigin("person", "ann", "draw")),)),),
    )
    write(tmp_path / "without.json", [image])
    write(tmp_path / "with.json", [image], with_origin=True)
    assert "ann" not in (tmp_path / "without.json").read_text().replace("annotation", "")
    assert list(read_coco(tmp_path / "with.json").images()) == [image]


FOREIGN = {
    "images": [{"id": 0, "file_name": "a.jpg", "height": 20, "width": 30}],
    "categories": [{"id": 0, "name": "cup"}],
    "annotations": [
        {"id": 0, "image_id": 0, "category_id": 0, "segmentation": [[1, 1, 9, 1, 9, 9]], "caption": "a cup"},
        {
            "id": 5,
            "image_id": 0,
            "category_id": 0,
            "segmentation": {"size": [20, 30], "counts": [0, 600]},
            "attributes": {"text": "everything", "colour": "red"},
        },
        {"id": 6, "image_id": 0, "category_id": 0, "segmentation": {"size": [20, 30], "counts": "Pb0h2"}},
    ],
}


def test_files_of_others_are_read_with_ids_from_1_and_texts_where_they_keep_them(tmp_path):
    FOREIGN["annotations"][2]["segmentation"] = dot(20, 30).to_rle()
    (tmp_path / "f.json").write_text(json.dumps(FOREIGN))
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.jpg").touch()
    (image,) = read_coco(tmp_path / "f.json").images()
    assert image.image_id == 1
    assert image.source == tmp_path / "images" / "a.jpg"
    assert [known.object_id for known in image.objects] == [1, 6, 7]
    assert image.objects[1].mask.area == 600
    assert image.objects[2].mask == dot(20, 30)
    assert [(known.object_ids, known.sentences[0].text) for known in image.references] == [
        ((1,), "a cup"),
        ((6,), "everything"),
    ]


@pytest.mark.parametrize(
    ("section", "change", "check"),
    [
        ("annotations", {"id": 0}, "ids-plain"),
        ("annotations", {"id": "7"}, "ids-plain"),
        ("annotations", {"id": True}, "ids-plain"),
        ("annotations", {"id": 9}, "ids-unique"),
        ("annotations", {"image_id": "3"}, "ids-plain"),
        ("annotations", {"image_id": 99}, "image-there"),
        ("annotations", {"category_id": 9999}, "category-there"),
        ("annotations", {"iscrowd": 1}, "iscrowd"),
        ("annotations", {"iscrowd": None}, "iscrowd"),
        ("annotations", {"area": 1.0}, "area"),
        ("annotations", {"bbox": [0.0, 0.0, 1.0, 1.0]}, "bbox"),
        ("annotations", {"segmentation": []}, "mask-there"),
        ("annotations", {"segmentation": [[1, 1, 2, 2]]}, "polygon-points"),
        ("annotations", {"segmentation": [[1, 1, 2, 2, "x", 3]]}, "mask-decodes"),
        ("annotations", {"segmentation": [[1, 1, 9, 1, 9, 9, 1, 9], [2, 2, 8, 2, 8, 8]]}, "parts-apart"),
        ("annotations", {"segmentation": [{"size": [40, 60], "counts": "0"}]}, "mask-form"),
        ("images", {"height": 0}, "image-size"),
        ("images", {"file_name": "../a.jpg"}, "file-name"),
        ("images", {"file_name": "a\\b.jpg"}, "file-name"),
        ("images", {"file_name": "b.png"}, "file-name-unique"),
        ("categories", {"name": None}, "category-name"),
    ],
)
def test_each_breach_is_found_by_name(tmp_path, section, change, check):
    write(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text())
    document[section][0] |= change
    (tmp_path / "out.json").write_text(json.dumps(document))
    assert check in {finding.check for finding in check_coco(tmp_path / "out.json")}


def test_mixed_masks_missing_sections_and_other_letters_are_found(tmp_path):
    write(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text())
    document["annotations"][0]["segmentation"] = ring().to_rle()
    del document["info"], document["categories"]
    (tmp_path / "out.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    found = {finding.check for finding in check_coco(tmp_path / "out.json")}
    assert {"ascii", "mask-form", "sections", "info-and-licenses", "category-there"} <= found
    (tmp_path / "out.json").write_text('{"images": [NaN]}')
    assert [finding.check for finding in check_coco(tmp_path / "out.json")] == ["json"]
    with pytest.raises(InputRefused):
        list(check_coco(tmp_path / "nowhere.json"))


@pytest.mark.parametrize(
    ("section", "change"),
    [
        ("annotations", {"id": 9}),
        ("annotations", {"image_id": 99}),
        ("annotations", {"segmentation": {"size": [40, 60], "counts": [1]}}),
        ("images", {"file_name": "/etc/passwd"}),
        ("images", {"split": 5}),
        ("references", {"object_ids": [12]}),
        ("references", {"object_ids": [7, 7]}),
        ("references", {"sentences": []}),
        ("references", {"id": 23}),
        ("references", {"image_id": 77}),
    ],
)
def test_damaged_files_are_refused_by_item(tmp_path, section, change):
    write(tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text())
    document[section][0] |= change
    (tmp_path / "out.json").write_text(json.dumps(document))
    with pytest.raises(InputRefused, match=r"out\.json: ") as caught:
        list(read_coco(tmp_path / "out.json").images())
    assert caught.value.next_step
