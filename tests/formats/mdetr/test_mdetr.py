"""MDETR's fine-tuning files: what its reader and mmdetection's take from them, back again, and breaches."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import ImageFiles, ImageNames, WriteOptions
from tas_desktop.formats.mdetr.checking import check_mdetr
from tas_desktop.formats.mdetr.reading import read_mdetr
from tas_desktop.formats.mdetr.spans import head_span
from tas_desktop.formats.mdetr.writing import write_mdetr
from tas_desktop.formats.refer.sentences import spoken
from tests.support.datasets import ListedDataset, datasets, listed, with_files

LEAVE = WriteOptions(image_files=ImageFiles.LEAVE)


def content(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def documents(folder):
    found = [json.loads(file.read_bytes().decode("ascii")) for file in folder.glob("finetune_*.json")]
    return [(image, known) for document in found for image, known in paired(document)]


def paired(document):
    """Each image record with its annotations, as mmdetection's COCO index pairs them."""
    named = {}
    for annotation in document["annotations"]:
        named.setdefault(annotation["image_id"], []).append(annotation)
    return [(image, named[image["id"]]) for image in document["images"]]


@settings(max_examples=100)
@given(datasets(with_origins=True, with_scores=True))
def test_each_sentence_has_its_boxes(dataset):
    with tempfile.TemporaryDirectory() as name:
        write_mdetr(Path(name), dataset, options=LEAVE)
        records = {image["id"]: (image, named) for image, named in documents(Path(name))}
        objects = {known.object_id: known for image in dataset.images() for known in image.objects}
        written = 0
        for image in dataset.images():
            for reference in image.references:
                for sentence in reference.sentences:
                    said = spoken(sentence.text)
                    if said is None:
                        continue
                    written += 1
                    record, named = records[sentence.sentence_id]
                    assert record["caption"] == said.sent
                    assert (record["original_id"], record["file_name"]) == (image.image_id, image.file_name)
                    for known in named:
                        [[start, end]] = known["tokens_positive"]
                        assert said.sent[start:end].strip()
                    if not reference.object_ids:
                        [nothing] = named
                        assert (nothing["bbox"], nothing["category_id"]) == ([0, 0, 0, 0], -1)
                        assert nothing["empty"] is True
                    else:
                        boxes = [list(objects[number].mask.box_xywh) for number in reference.object_ids]
                        assert [known["bbox"] for known in named] == boxes
        assert len(records) == written
        assert not list(check_mdetr(Path(name)))


@settings(max_examples=100)
@given(datasets(with_origins=True, with_scores=True))
def test_exports_are_equal_from_the_second_on(dataset):
    options = replace(LEAVE, with_origin=True)
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(3)]
        for folder in folders:
            folder.mkdir()
        losses = write_mdetr(folders[0], dataset, options=options)
        first = listed(read_mdetr(folders[0]))
        write_mdetr(folders[1], first, options=options)
        assert write_mdetr(folders[2], listed(read_mdetr(folders[1])), options=options) == ()
        assert content(folders[1]) == content(folders[2])
        masks = {known.object_id: known for image in dataset.images() for known in image.objects}
        assert {known.object_id: known for image in first.images() for known in image.objects} == masks
        if not losses:
            assert first.listed == dataset.listed


def test_images_lie_where_mdetr_looks(tmp_path):
    dataset = with_files(one_image(), tmp_path / "photos")
    out = tmp_path / "out"
    out.mkdir()
    write_mdetr(out, dataset, options=WriteOptions(image_names=ImageNames.COCO, dataset="refcoco+"))
    [file] = out.glob("finetune_*.json")
    assert file.name == "finetune_refcoco+_val.json"
    assert (out / "train2014/COCO_train2014_000000000007.jpg").is_file()
    [image] = read_mdetr(out).images()
    assert image.source == out / "train2014/COCO_train2014_000000000007.jpg"
    assert image.file_name == "a.png"
    assert image.split == "val"


def one_image():
    from tests.formats.refer.test_writing import lake

    return ListedDataset(small_table(), (lake(image_id=7, file_name="a.png", split="val"),))


def small_table():
    from tas_desktop.domain.category import Category, CategoryTable

    return CategoryTable((Category(1, "boat", "vehicle"), Category(2, "object", "object")))


def record(**changes):
    known = {
        "id": 0,
        "original_id": 581857,
        "file_name": "COCO_train2014_000000581857.jpg",
        "height": 640,
        "width": 427,
        "caption": "the lady with the blue shirt",
        "dataset_name": "refcoco",
        "tokens_negative": [[0, 28]],
    }
    return known | changes


def annotation(**changes):
    known = {
        "id": 0,
        "original_id": 1719310,
        "image_id": 0,
        "category_id": 1,
        "bbox": [103.9, 299.9, 134.2, 177.4],
        "area": 22617.0,
        "iscrowd": 0,
        "tokens_positive": [[4, 8]],
    }
    return known | changes


def write(folder, images=None, annotations=None, name="finetune_refcoco_train.json"):
    document = {
        "images": [record()] if images is None else images,
        "annotations": [annotation()] if annotations is None else annotations,
        "categories": [],
        "info": {},
        "licenses": [],
    }
    (folder / name).write_text(json.dumps(document))
    return folder


def test_files_of_mdetr_are_read_without_masks(tmp_path):
    write(tmp_path)
    nothing = annotation(
        original_id=-1, bbox=[0, 0, 0, 0], category_id=-1, empty=True, tokens_positive=[[2, 5]]
    )
    write(
        tmp_path,
        [record(caption="a cat", tokens_negative=[[0, 5]])],
        [nothing],
        name="finetune_refcoco_val.json",
    )
    [image] = read_mdetr(tmp_path).images()
    assert (image.image_id, image.split, image.objects) == (581857, "train", ())
    assert [said.text for said in image.undecided] == ["the lady with the blue shirt"]
    [reference] = image.references
    assert (reference.object_ids, reference.sentences[0].text) == ((), "a cat")
    assert not list(check_mdetr(tmp_path))


@pytest.mark.parametrize(
    ("images", "annotations", "words"),
    [
        ([record(id="0")], None, "entry 0 of images"),
        ([record(), record()], None, "image 0: its id is there twice"),
        ([record(original_id=1.5)], None, "image 0, its original"),
        ([record(caption=" ")], None, "its caption is blank"),
        ([record(file_name="../a.jpg")], None, "leads out"),
        ([record(height=0)], None, "its height"),
        ([record(ref_id=-1)], None, "its ref"),
        (None, [], "no annotation"),
        (None, [annotation(), annotation()], "annotation 0: its id is there twice"),
        (None, [annotation(), annotation(id=1, image_id=4)], "image 4"),
        (None, [annotation(), annotation(id=1)], "names object 1719310 twice"),
        (None, [annotation(empty=True)], "empty and has an original"),
        (None, [annotation(original_id=-1)], "its original"),
        ("none", None, "images is 'none', not a list"),
    ],
)
def test_what_is_none_is_refused_by_name(tmp_path, images, annotations, words):
    with pytest.raises(InputRefused, match=words) as refusal:
        read_mdetr(write(tmp_path, images, annotations))
    assert "finetune_refcoco_train.json" in refusal.value.message


def test_objects_have_to_be_in_the_instances(tmp_path):
    dataset = one_image()
    write_mdetr(tmp_path, dataset, options=LEAVE)
    file = tmp_path / "finetune_refcoco_val.json"
    file.write_text(file.read_text().replace('"original_id":20', '"original_id":21'))
    with pytest.raises(InputRefused, match="object 21"):
        read_mdetr(tmp_path)
    assert {finding.check for finding in check_mdetr(tmp_path)} == {"annotation-there"}


@pytest.mark.parametrize(
    ("images", "annotations", "check"),
    [
        ([record(tokens_negative=[[0, 29]])], None, "token-spans"),
        (None, [annotation(tokens_positive=[[8, 4]])], "token-spans"),
        ([record(caption="")], None, "caption"),
        ([record(id=True)], None, "ids-plain"),
        ([record(), record()], None, "ids-unique"),
        ([record(width=None)], None, "image-size"),
        ([{"id": 0, "caption": "x"}], None, "image-keys"),
        (None, [], "annotation-there"),
        (None, [annotation(image_id=5)], "image-there"),
        (None, [annotation(bbox=[1, 2, 3])], "bbox"),
        (None, [annotation(iscrowd=1)], "iscrowd"),
        (None, [annotation(empty=True)], "no-target"),
        (None, [{"id": 0, "image_id": 0}], "annotation-keys"),
        (None, ["x"], "records"),
        ({}, None, "sections"),
    ],
)
def test_breaches_are_found(tmp_path, images, annotations, check):
    findings = list(check_mdetr(write(tmp_path, images, annotations)))
    assert check in {finding.check for finding in findings}
    assert all("finetune_refcoco_train.json" in finding.item for finding in findings)


@pytest.mark.parametrize(
    ("caption", "head"),
    [
        ("the lady with the blue shirt", "lady"),
        ("left black shirt", "shirt"),
        ("the man in red on the left", "man"),
        ("boy wearing a cap", "boy"),
        ("guy left", "guy"),
        ("left", "left"),
        ("der große hund", "hund"),
        ("in the middle", "in"),
    ],
)
def test_heads_are_found_by_rule(caption, head):
    start, end = head_span(caption)
    assert caption[start:end] == head


def test_a_caption_without_words_has_no_head():
    assert head_span("🙂") is None
