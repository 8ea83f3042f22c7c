"""PhraseCut folders: what its tools draw from them, back again, and breaches."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from PIL import Image, ImageDraw

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.phrasecut.checking import check_phrasecut
from tas_desktop.formats.phrasecut.reading import read_phrasecut
from tas_desktop.formats.phrasecut.structure import structure_of
from tas_desktop.formats.phrasecut.writing import write_phrasecut
from tas_desktop.formats.refer.sentences import spoken
from tests.formats.refer.test_writing import park
from tests.support.datasets import coco_dataset, datasets, listed, texts, with_files

LEAVE = WriteOptions(image_files=ImageFiles.LEAVE)


def drawn(polygons, height, width):
    """The tools' rule: each polygon drawn for itself with Pillow, points cut to whole pixels, added up."""
    summed_hw = np.zeros((height, width))
    for polygon in polygons:
        if len(polygon) < 2:
            continue
        image = Image.new("L", (width, height), 0)
        ImageDraw.Draw(image).polygon([(int(x), int(y)) for x, y in polygon], outline=1, fill=1)
        summed_hw += np.array(image)
    return summed_hw > 0


def put_together(structure):
    """How phrases were made from their parts: attributes before the name, relations after it."""
    phrase = structure["name"]
    for attribute in structure["attributes"]:
        phrase = f"{attribute} {phrase}"
    for predicate, thing in structure["relation_descriptions"]:
        phrase += f" {predicate} {thing}"
    return " ".join(phrase.split())


def content(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def tasks(folder):
    found = [json.loads(file.read_bytes().decode("ascii")) for file in folder.glob("refer_*.json")]
    return {int(task["task_id"].partition("__")[2]): task for listed_tasks in found for task in listed_tasks}


@settings(max_examples=100)
@given(datasets())
def test_its_tools_draw_each_instance(dataset):
    with tempfile.TemporaryDirectory() as name:
        write_phrasecut(Path(name), dataset, options=LEAVE)
        found = tasks(Path(name))
        sizes = {
            row["image_id"]: (row["height"], row["width"])
            for row in json.loads((Path(name) / "image_data_split3000.json").read_text())
        }
        written = 0
        for image in dataset.images():
            masks = {known.object_id: known.mask for known in image.objects}
            for reference in image.references:
                for sentence in reference.sentences:
                    said = spoken(sentence.text)
                    if said is None or not reference.object_ids:
                        continue
                    written += 1
                    task = found[sentence.sentence_id]
                    assert task["phrase"] == said.raw
                    assert put_together(task["phrase_structure"]) == " ".join(said.raw.split())
                    assert sizes[image.image_id] == (image.height, image.width)
                    for number, polygons, box in zip(
                        reference.object_ids, task["Polygons"], task["instance_boxes"], strict=True
                    ):
                        seen_hw = drawn(polygons, image.height, image.width)
                        assert np.array_equal(seen_hw, masks[number].to_array())
                        assert box == list(masks[number].box_xywh)
        assert len(found) == written
        assert not list(check_phrasecut(Path(name)))


@settings(max_examples=100)
@given(datasets(with_scores=True))
def test_exports_are_equal_from_the_second_on(dataset):
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(number) for number in range(3)]
        for folder in folders:
            folder.mkdir()
        write_phrasecut(folders[0], dataset, options=LEAVE)
        first = listed(read_phrasecut(folders[0]))
        assert write_phrasecut(folders[1], first, options=LEAVE) == ()
        write_phrasecut(folders[2], listed(read_phrasecut(folders[1])), options=LEAVE)
        assert content(folders[1]) == content(folders[2])
        objects = {known.object_id: known for image in dataset.images() for known in image.objects}
        for image in first.images():
            for known in image.objects:
                assert known == objects[known.object_id]


def test_images_and_tables_are_what_the_loader_opens(tmp_path):
    dataset = with_files(coco_dataset([park()]), tmp_path / "photos")
    out = tmp_path / "out"
    out.mkdir()
    losses = {loss.what for loss in write_phrasecut(out, dataset, options=WriteOptions())}
    assert {path.name for path in out.iterdir()} == {
        "README.md",
        "images",
        "image_data_split3000.json",
        "name_att_rel_count.json",
        "refer_testA.json",
    }
    assert (out / "images/5.jpg").read_bytes() == (tmp_path / "photos/fotos/schöner Park.jpg").read_bytes()
    counts = json.loads((out / "name_att_rel_count.json").read_text())
    assert ["man", 1] in counts["cat"]
    assert any("name nothing" in what for what in losses)
    assert not list(check_phrasecut(out))
    [image] = read_phrasecut(out).images()
    assert (image.file_name, image.split, image.source) == (
        "fotos/schöner Park.jpg",
        "testA",
        out / "images/5.jpg",
    )
    assert [known.object_ids for known in image.references] == [(3,), (4,), (3, 4)]


def task(number=1, **changes):
    known = {
        "task_id": f"7__{number}",
        "image_id": 7,
        "ann_ids": [11, 12, 13],
        "instance_boxes": [[1, 1, 12, 12]],
        "Polygons": [[[[1, 1], [12.7, 1], [12, 12], [1, 12]]]],
        "phrase": "red ball",
        "phrase_structure": {
            "name": "ball",
            "attributes": ["red"],
            "relation_ids": [],
            "relation_descriptions": [],
            "type": "attribute",
        },
    }
    return {key: value for key, value in (known | changes).items() if value is not None}


def write(folder, *listed_tasks, table=True, split="miniv"):
    (folder / f"refer_{split}.json").write_text(json.dumps(listed_tasks))
    if table:
        row = {"image_id": 7, "height": 20, "width": 30, "split": split, "coco_id": None, "url": "http://x"}
        (folder / "image_data_split3000.json").write_text(json.dumps([row]))
    return folder


def test_the_published_form_is_read(tmp_path):
    write(tmp_path, task(1), task(2, phrase="two balls", Polygons=task()["Polygons"] * 2))
    [image] = read_phrasecut(tmp_path).images()
    assert (image.image_id, image.split, image.file_name) == (7, "miniv", "7.jpg")
    expected_hw = np.zeros((20, 30), bool)
    expected_hw[1:13, 1:13] = True
    assert [np.array_equal(known.mask.to_array(), expected_hw) for known in image.objects] == [True] * 3
    assert [known.object_ids for known in image.references] == [(1,), (2, 3)]
    assert [known.sentences[0].text for known in image.references] == ["red ball", "two balls"]
    assert {known.category for known in image.objects} == {"object"}


def test_sizes_come_from_the_pictures_where_there_is_no_table(tmp_path):
    write(tmp_path, task(), table=False)
    with pytest.raises(InputRefused, match="how large image 7"):
        read_phrasecut(tmp_path)
    (tmp_path / "images").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "images/7.jpg")
    [image] = read_phrasecut(tmp_path / "refer_miniv.json").images()
    assert (image.height, image.width, image.split) == (20, 30, "miniv")
    assert {finding.check for finding in check_phrasecut(tmp_path)} == {"image-table", "image-there"}


OURS = {"ref_id": 4, "instances": [{"id": 9, "category": "ball"}]}
OTHER = [[[[1, 1], [3, 1], [3, 3]]]]


@pytest.mark.parametrize(
    ("listed_tasks", "words"),
    [
        ([task(task_id=5)], "task_id is 5"),
        ([task(), task()], "task 7__1: its id is there twice"),
        ([task(image_id="7")], "task 7__1, its image"),
        ([task(image_id=8)], "how large image 8"),
        ([task(phrase=" ")], "blank"),
        ([task(phrase=None)], "no 'phrase'"),
        ([task(Polygons=[])], "no instance"),
        ([task(Polygons=[[[1, 1, 2, 2, 3, 3]]])], "no point"),
        ([task(Polygons=[[[[1, 1], [1e9, 2]]]])], "far out"),
        ([task(Polygons=[[[[n % 30, n % 20] for n in range(600_000)]]])], "points, more than"),
        ([task(**OURS), task(2)], "and others have not"),
        ([task(**OURS | {"instances": []})], "1 polygons and 0 instances"),
        ([task(**OURS | {"ref_id": 0})], "its ref"),
        ([task(**OURS), task(2, **OURS | {"instances": [{"id": 8}]})], "ref 4 names other"),
        ([task(**OURS), task(2, **OURS | {"ref_id": 5}, Polygons=OTHER)], "its polygons differ"),
        ([task(**OURS), task(task_id="7__01", **OURS)], "sentence 1 is there twice"),
        ([task(**OURS, task_id="8__1")], "not 7__ and a number"),
        (["task"], "entry 0"),
    ],
)
def test_tasks_that_are_none_are_refused_by_name(tmp_path, listed_tasks, words):
    with pytest.raises(InputRefused, match=words) as refusal:
        read_phrasecut(write(tmp_path, *listed_tasks))
    assert "refer_miniv.json" in refusal.value.message


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"task_id": "5__1"}, "task-id"),
        ({"phrase": ""}, "phrase"),
        ({"phrase_structure": {"name": "ball"}}, "phrase-structure"),
        ({"image_id": 9, "task_id": "9__1"}, "image-there"),
        ({"instance_boxes": []}, "instances"),
        ({"Polygons": [[[1, 1, 5, 1, 5, 5]]]}, "polygons"),
        ({"Polygons": [[[[35, 25], [36, 25], [36, 26]]]]}, "mask-there"),
        ({"instance_boxes": [[1, 2, 3]]}, "box"),
        ({"ann_ids": None}, "task-keys"),
    ],
)
def test_breaches_are_found(tmp_path, changes, check):
    [finding] = list(check_phrasecut(write(tmp_path, task(**changes))))
    assert finding.check == check
    assert "refer_miniv.json" in finding.item


def test_damaged_files_are_found(tmp_path):
    write(tmp_path)
    (tmp_path / "refer_val.json").write_text("{")
    (tmp_path / "image_data_split3000.json").write_text("{}")
    assert {finding.check for finding in check_phrasecut(tmp_path)} == {"readable", "image-table"}


@given(texts())
def test_structures_give_the_phrase_again(text):
    assert put_together(structure_of(text).as_json()) == " ".join(text.split())


@pytest.mark.parametrize(
    ("phrase", "name", "attributes", "relation"),
    [
        ("red ball", "ball", ["red"], []),
        ("left black shirt", "shirt", ["black", "left"], []),
        ("lady with the blue shirt", "lady", [], ["with", "the blue shirt"]),
        ("guy left", "guy left", [], []),
        ('"big" mug on table', "mug", ['"big"'], ["on", "table"]),
        ('the "mug', '"mug', ["the"], []),
        ("🙂", "🙂", [], []),
    ],
)
def test_structures_are_found_by_rule(phrase, name, attributes, relation):
    assert structure_of(phrase) == (name, attributes, relation)
