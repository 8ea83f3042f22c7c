"""COCO folders for CVAT and datumaro: out and in again, after CVAT, and breaches."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.registry import find_format
from tests.support.datasets import RING, coco_dataset, datasets, listed, with_files, without_files

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset

FORMAT = find_format("cvat")
OPTIONS = WriteOptions(with_origin=True, image_files=ImageFiles.LEAVE)


def export(target: Path, dataset: Dataset, options: WriteOptions = OPTIONS) -> tuple:
    target.mkdir(parents=True)
    return FORMAT.write(target, dataset, options=options)


def content(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def checks(folder: Path) -> list[str]:
    return [finding.check for finding in FORMAT.check(folder)]


def ring() -> Mask:
    mask_hw = np.zeros((6, 8), bool)
    mask_hw[1:4, 2:6] = RING
    return Mask.from_array(mask_hw)


def image(number: int, split: str = "", **more: Any) -> DatasetImage:
    objects = (DatasetObject(2 * number, "cup", ring()), DatasetObject(2 * number + 1, "dog", ring()))
    said = [
        Sentence(4 * number + place, text) for place, text in enumerate(["the cup", "der Becher", "both"])
    ]
    references = (
        Reference(said[0].sentence_id, (2 * number,), tuple(said[:2])),
        Reference(said[2].sentence_id, (2 * number, 2 * number + 1), tuple(said[2:])),
    )
    made = DatasetImage(number, f"räum/{number}.png", 6, 8, objects, references, split=split)
    return replace(made, **more)


SCENES = coco_dataset([image(1, "train"), image(2, "testA"), image(3, "train")])


@given(dataset=datasets(with_origins=True, with_scores=True))
def test_nothing_is_lost_but_synonyms_of_categories(dataset, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trip")

    losses = export(folder / "one", dataset)
    read = FORMAT.read(folder / "one")
    export(folder / "two", read)

    assert losses == ()
    assert without_files(read).listed == dataset.listed
    assert read.image_count == dataset.image_count
    assert [(known.id, known.name) for known in read.categories.categories] == [
        (known.id, known.name) for known in dataset.categories.categories
    ]
    assert content(folder / "one") == content(folder / "two")
    assert set(checks(folder / "one")) <= {"image-file"}


def test_each_split_has_a_file_and_a_folder_of_images(tmp_path):
    losses = export(tmp_path / "out", with_files(SCENES, tmp_path / "in"), WriteOptions())

    assert losses == ()
    assert sorted(content(tmp_path / "out")) == [
        "README.md",
        "annotations/instances_testA.json",
        "annotations/instances_train.json",
        "images/testA/räum/2.png",
        "images/train/räum/1.png",
        "images/train/räum/3.png",
        "labels.json",
    ]
    read = listed(FORMAT.read(tmp_path / "out"))
    assert [known.image_id for known in read.listed] == [1, 2, 3]
    assert all(known.source is not None for known in read.listed)
    assert checks(tmp_path / "out") == []


def test_texts_are_attributes_which_the_labels_have(tmp_path):
    export(tmp_path / "out", SCENES)

    document = json.loads((tmp_path / "out/annotations/instances_testA.json").read_text("ascii"))
    labels = json.loads((tmp_path / "out/labels.json").read_text("ascii"))
    assert [record["attributes"] for record in document["annotations"]] == [
        {"ref_id": 8, "expression": "the cup || der Becher", "expression_plural": "both"},
        {"expression_plural": "both"},
    ]
    names = {
        attribute["name"]
        for attribute in next(known for known in labels if known["name"] == "cup")["attributes"]
    }
    assert names == {"ref_id", "expression", "expression_plural"}


def through_cvat(folder: Path) -> None:
    """What is left when CVAT writes the file anew: COCO's own keys, attributes as text, ids of its own."""
    for file in (folder / "annotations").iterdir():
        document = json.loads(file.read_text("ascii"))
        del document["references"], document["undecided"]
        ids = {record["id"]: number for number, record in enumerate(document["images"], start=1)}
        for number, record in enumerate(document["annotations"], start=1):
            record["attributes"] = {name: str(value) for name, value in record["attributes"].items()}
            record.update(id=number, image_id=ids[record["image_id"]])
        for record in document["images"]:
            record["id"] = ids[record["id"]]
            record.pop("split", None)
        file.write_text(json.dumps(document))


def test_after_cvat_texts_objects_and_splits_are_still_there(tmp_path):
    export(tmp_path / "out", SCENES)
    through_cvat(tmp_path / "out")

    images = listed(FORMAT.read(tmp_path / "out")).listed

    assert [(known.image_id, known.file_name, known.split) for known in images] == [
        (1, "räum/2.png", "testA"),
        (2, "räum/1.png", "train"),
        (3, "räum/3.png", "train"),
    ]
    assert [[item.object_id for item in known.objects] for known in images] == [[1, 2], [3, 4], [5, 6]]
    assert [
        [(known.object_ids, tuple(said.text for said in known.sentences)) for known in one.references]
        for one in images[:2]
    ] == [
        [((1,), ("the cup", "der Becher")), ((1, 2), ("both",))],
        [((3,), ("the cup", "der Becher")), ((3, 4), ("both",))],
    ]
    sentence_ids = [
        said.sentence_id for one in images for known in one.references for said in known.sentences
    ]
    assert len(set(sentence_ids)) == 9
    export(tmp_path / "again", FORMAT.read(tmp_path / "out"))
    assert listed(FORMAT.read(tmp_path / "again")).listed == images


def change(folder: Path, **changes: Any) -> None:
    file = folder / "annotations" / "instances_train.json"
    document = json.loads(file.read_text("ascii"))
    for place, value in changes.items():
        *way, last = place.split("__")
        holder = document
        for step in way:
            holder = holder[int(step) if step.isdigit() else step]
        holder[last] = value
    file.write_text(json.dumps(document))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"undecided": {}}, "undecided is"),
        ({"undecided": [{"image_id": 99, "id": 1, "text": "x"}]}, "entry 0 of undecided: its image 99"),
        ({"undecided": [{"image_id": 1, "id": -1, "text": "x"}]}, "its id is -1"),
        ({"references": 3}, "references is"),
        ({"images__0__file_name": "../x.png"}, "leads out"),
        ({"annotations__0__id": 1.5}, r"its id is 1\.5"),
        ({"annotations__0__segmentation": [[0, 0, 1, 1]]}, "three points"),
    ],
)
def test_damaged_files_are_refused_by_name(tmp_path, changes, fault):
    export(tmp_path / "out", SCENES)
    change(tmp_path / "out", **changes)

    with pytest.raises(InputRefused, match=rf"instances_train\.json.*{fault}"):
        listed(FORMAT.read(tmp_path / "out"))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"annotations__0__attributes": [1]}, "its attributes"),
        ({"annotations__0__attributes": {"expression": 3}}, ""),
    ],
)
def test_damaged_attributes_are_refused_where_they_count(tmp_path, changes, fault):
    export(tmp_path / "out", SCENES)
    through_cvat(tmp_path / "out")
    change(tmp_path / "out", **changes)

    with pytest.raises(InputRefused, match=f"annotation 1.*{fault}"):
        FORMAT.read(tmp_path / "out")


def test_a_folder_without_annotations_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="has no annotations"):
        FORMAT.read(tmp_path)


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"annotations__0__attributes": {"expression": ["a"]}}, "attributes"),
        ({"annotations__0__attributes": "a"}, "attributes"),
        ({"images__0__file_name": "nothing.png"}, "image-file"),
    ],
)
def test_each_breach_is_found(tmp_path, changes, check):
    export(tmp_path / "out", with_files(SCENES, tmp_path / "in"), WriteOptions())
    change(tmp_path / "out", **changes)

    assert check in checks(tmp_path / "out")
