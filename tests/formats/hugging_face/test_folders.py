"""Folders for ``datasets``: out and in again without a loss, what stands beside the rows, and breaches."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from PIL import Image

from tas_desktop.domain.category import Category, CategoryTable
from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.hugging_face.shards import ShardWriter
from tas_desktop.formats.registry import find_format
from tests.support.datasets import (
    RING,
    ListedDataset,
    coco_dataset,
    datasets,
    listed,
    with_files,
    without_files,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.domain.dataset import Dataset

PARQUET, FOLDER = find_format("hf"), find_format("hf-imagefolder")
OPTIONS = WriteOptions(with_origin=True, image_files=ImageFiles.LEAVE)
both = pytest.mark.parametrize("known", [PARQUET, FOLDER], ids=lambda known: known.name)


def export(known, target: Path, dataset: Dataset, options: WriteOptions = OPTIONS) -> tuple:
    target.mkdir(parents=True)
    return known.write(target, dataset, options=options)


def content(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def checks(known, folder: Path) -> list[str]:
    return [finding.check for finding in known.check(folder)]


def ring() -> Mask:
    mask_hw = np.zeros((6, 8), bool)
    mask_hw[1:4, 2:6] = RING
    return Mask.from_array(mask_hw)


def scene(number: int, split: str = "", **more: Any) -> DatasetImage:
    image = DatasetImage(
        image_id=number,
        file_name=f"räum/{number}.png",
        height=6,
        width=8,
        objects=(DatasetObject(number, "cup", ring()),),
        references=(Reference(number, (number,), (Sentence(number, "der Becher"),)),),
        split=split,
    )
    return replace(image, **more)


@both
@given(dataset=datasets(with_origins=True, with_scores=True))
def test_nothing_is_lost(known, dataset, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trip")

    losses = export(known, folder / "one", dataset)
    read = known.read(folder / "one")
    export(known, folder / "two", read)

    assert {loss.what for loss in losses} <= {"image files whose place is not known"}
    assert without_files(read).listed == dataset.listed
    assert read.image_count == dataset.image_count
    assert read.categories == dataset.categories
    assert content(folder / "one") == content(folder / "two")
    assert set(checks(known, folder / "one")) <= {"image-file"}


@both
def test_origins_are_left_out_unless_they_are_asked_for(known, tmp_path):
    from tas_desktop.domain.dataset import SentenceOrigin

    told = Sentence(1, "the cup", SentenceOrigin("person", "Ann", "accept"))
    image = scene(1, references=(Reference(1, (1,), (told,)),))

    export(known, tmp_path / "out", coco_dataset([image]), WriteOptions(image_files=ImageFiles.LEAVE))

    [read] = known.read(tmp_path / "out").images()
    assert read.references[0].sentences == (Sentence(1, "the cup"),)


@both
def test_the_moment_is_not_in_the_files(known, tmp_path):
    dataset = coco_dataset([scene(1)])

    export(known, tmp_path / "one", dataset)
    export(known, tmp_path / "two", dataset, replace(OPTIONS, created=datetime(2026, 1, 1, tzinfo=UTC)))

    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_pictures_are_in_the_parquet_upright(tmp_path):
    from pyarrow import parquet

    dataset = with_files(coco_dataset([scene(1), scene(2)]), tmp_path / "in")
    turned = Image.open(tmp_path / "in" / "räum/2.png").transpose(Image.Transpose.ROTATE_270)
    exif = Image.Exif()
    exif[0x0112] = 8
    turned.save(tmp_path / "in" / "räum/2.png", exif=exif)

    losses = export(PARQUET, tmp_path / "out", dataset)

    table = parquet.read_table(tmp_path / "out" / "data" / "train-00000-of-00001.parquet")
    first, second = table.column("image").to_pylist()
    assert first == {"bytes": (tmp_path / "in" / "räum/1.png").read_bytes(), "path": "räum/1.png"}
    (tmp_path / "second.png").write_bytes(second["bytes"])
    with Image.open(tmp_path / "second.png") as upright:
        assert upright.size == (8, 6)
        assert upright.getexif().get(0x0112, 1) == 1
    assert [loss.count for loss in losses] == [1]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "README.md",
        "categories.json",
        "data",
    ]
    assert checks(PARQUET, tmp_path / "out") == []


def test_an_image_folder_holds_the_files_of_each_split(tmp_path):
    dataset = with_files(coco_dataset([scene(1, "train"), scene(2, "testA"), scene(3)]), tmp_path / "in")

    losses = export(FOLDER, tmp_path / "out", dataset, WriteOptions())

    assert losses == ()
    names = [name for name in content(tmp_path / "out") if name.startswith("data/")]
    assert names == [
        "data/testA/metadata.jsonl",
        "data/testA/räum/2.png",
        "data/train/metadata.jsonl",
        "data/train/räum/1.png",
        "data/unassigned/metadata.jsonl",
        "data/unassigned/räum/3.png",
    ]
    assert 'split: "testA"\n    path: "data/testA/**"' in (tmp_path / "out" / "README.md").read_text()
    images = list(FOLDER.read(tmp_path / "out").images())
    assert [image.split for image in images] == ["train", "testA", ""]
    assert all(image.source is not None for image in images)
    assert checks(FOLDER, tmp_path / "out") == []


def test_an_image_without_a_file_is_left_out_of_a_folder_and_told(tmp_path):
    dataset = with_files(coco_dataset([scene(1)]), tmp_path / "in")
    dataset = coco_dataset([*dataset.listed, scene(2)])

    losses = export(FOLDER, tmp_path / "out", dataset, WriteOptions())

    assert [(loss.what.split()[0], loss.count) for loss in losses] == [
        ("images", 1),
        ("expressions", 1),
        ("image", 1),
    ]
    assert [image.image_id for image in FOLDER.read(tmp_path / "out").images()] == [1]


def test_large_splits_are_divided(tmp_path):
    from pyarrow import parquet

    writer = ShardWriter(tmp_path, split="val", shard_bytes=10)
    for number in range(250):
        writer.append({"image": {"bytes": b"x", "path": "x"}, "image_id": number})
    writer.finish()

    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [f"val-0000{number}-of-00003.parquet" for number in range(3)]
    assert [parquet.read_metadata(tmp_path / name).num_rows for name in files] == [100, 100, 50]


@both
def test_an_empty_dataset_comes_back_empty(known, tmp_path):
    export(known, tmp_path / "out", coco_dataset([]))

    assert listed(known.read(tmp_path / "out")) == coco_dataset([])


def test_categories_beyond_the_table_get_free_ids(tmp_path):
    table = CategoryTable((Category(3, "object", ""), Category(5, "cup", "kitchen", ("mug",))))
    image = scene(1, objects=(DatasetObject(1, "ufo", ring()),))

    export(FOLDER, tmp_path / "out", ListedDataset(table, (image,)))

    read = FOLDER.read(tmp_path / "out")
    assert read.categories.categories == (*table.categories, Category(6, "ufo", "ufo"))
    (tmp_path / "out" / "categories.json").unlink()
    assert FOLDER.read(tmp_path / "out").categories.categories == (
        Category(6, "ufo", "ufo"),
        Category(7, "object", "object"),
    )


def write_rows(folder: Path, *rows: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "metadata.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def row(**more: Any) -> dict[str, Any]:
    made = {
        "file_name": "a.png",
        "image_id": 4,
        "height": 6,
        "width": 8,
        "objects": [{"id": 2, "category": "cup", "segmentation": ring().to_rle()}],
        "references": [{"id": 1, "object_ids": [2], "sentences": [{"id": 1, "text": "the cup"}]}],
    }
    return made | more


def test_rows_of_others_may_hold_plain_lists_and_tell_no_split(tmp_path):
    write_rows(tmp_path / "validation", row())

    [image] = FOLDER.read(tmp_path).images()

    assert (image.split, image.image_id, image.objects[0].mask) == ("validation", 4, ring())


def test_shuffled_rows_are_numbered_anew(tmp_path):
    others = [row(image_id=n, objects=[], references=[], file_name=f"{n}.png") for n in (5, 2, 9)]
    file = write_rows(tmp_path, *others)

    images = list(FOLDER.read(file).images())

    assert [(image.image_id, image.file_name) for image in images] == [
        (1, "5.png"),
        (2, "2.png"),
        (3, "9.png"),
    ]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([row(image_id=0)], "row 1: its id is 0"),
        ([row(image_id=1.0)], "row 1: its id is 1.0"),
        ([row(image_id=True)], "row 1: its id is True"),
        ([row(), row(references=[])], "row 2: another row has its image_id 4"),
        ([row(), row(image_id=5, references=[])], "row 2: the object id 2 is there twice"),
        ([row(height=10**6, width=10**6)], "row 1.*megapixels"),
        ([row(file_name="../a.png")], "row 1.*leads out"),
        ([row(file_name="/etc/passwd")], "row 1.*absolute"),
        ([row(file_name=None)], "row 1.*not a text"),
        ([row(objects={})], "row 1: objects is"),
        ([row(objects="[")], "line 1, objects.*no JSON"),
        ([row(objects=[{"id": 2, "category": "cup"}])], "row 1, object 2.*size"),
        ([row(references=[{"id": 1, "object_ids": [3], "sentences": []}])], "reference 1: its object 3"),
        (
            [row(references=[{"id": 1, "object_ids": [2], "sentences": []}])],
            "reference 1: it has no sentence",
        ),
        ([row(split=7)], "row 1: its split"),
        ([3], "line 1: it is 3"),
    ],
)
def test_damaged_rows_are_refused_by_name(tmp_path, rows, fault):
    write_rows(tmp_path, *rows)

    with pytest.raises(InputRefused, match=rf"(?s)metadata\.jsonl.*{fault}"):
        listed(FOLDER.read(tmp_path))
    assert checks(FOLDER, tmp_path)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    write_rows(tmp_path / "set", row())
    (tmp_path / "set" / "a.png").symlink_to(tmp_path / "secret.png")

    with pytest.raises(InputRefused, match="link that leads out"):
        FOLDER.read(tmp_path / "set")


@both
def test_a_folder_without_rows_is_refused(known, tmp_path):
    with pytest.raises(InputRefused, match="has no"):
        known.read(tmp_path)


def some_parquet(tmp_path: Path) -> Path:
    export(PARQUET, tmp_path / "out", coco_dataset([scene(1), scene(2)]))
    return tmp_path / "out" / "data" / "train-00000-of-00001.parquet"


@pytest.mark.parametrize("kept", [0, 3, 100, -1])
def test_a_truncated_parquet_is_refused(tmp_path, kept):
    file = some_parquet(tmp_path)
    file.write_bytes(file.read_bytes()[:kept])

    with pytest.raises(InputRefused, match=r"train-00000-of-00001\.parquet"):
        PARQUET.read(file)
    assert "rows-sound" in checks(PARQUET, file)


def test_a_flipped_byte_of_a_page_is_found_by_its_checksum(tmp_path):
    file = some_parquet(tmp_path)
    data = bytearray(file.read_bytes())
    place = data.index(b"der Becher")
    data[place] ^= 1
    file.write_bytes(bytes(data))

    with pytest.raises(InputRefused, match="cannot be read as parquet"):
        PARQUET.read(file)


def test_a_parquet_of_other_columns_is_refused_and_its_breaches_found(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(pa.table({"a": [1, 2]}), tmp_path / "x.parquet")

    with pytest.raises(InputRefused, match=r"x\.parquet: row 1"):
        PARQUET.read(tmp_path)
    assert checks(PARQUET, tmp_path) == ["image-feature", "row-sound", "row-sound"]


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"area": 3}, "area"),
        ({"bbox": [0, 0, 1, 1]}, "bbox"),
        ({"segmentation": {"size": [6, 8], "counts": [48]}}, "mask-not-empty"),
        ({"segmentation": {"size": [6, 8], "counts": [49]}}, "row-sound"),
    ],
)
def test_each_breach_of_a_row_is_found(tmp_path, change, check):
    item = row()["objects"][0] | {"area": 10, "bbox": [2.0, 1.0, 4.0, 3.0]} | change
    write_rows(tmp_path, row(objects=[item]))
    Image.new("RGB", (8, 6)).save(tmp_path / "a.png")

    assert check in checks(FOLDER, tmp_path)
