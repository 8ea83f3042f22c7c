"""Pictures inside parquet files: given one by one, in any order, none where there is none."""

from __future__ import annotations

import pytest

from tas_desktop.domain.dataset import DatasetImage, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.format import WriteOptions
from tas_desktop.formats.hugging_face.pictures import ParquetPictures
from tas_desktop.formats.hugging_face.reading import read_parquet
from tas_desktop.formats.hugging_face.writing import write_parquet
from tests.support.datasets import coco_dataset, with_files

pa = pytest.importorskip("pyarrow")


@pytest.fixture
def exported(tmp_path):
    """Nine images of one split as parquet, and the dataset they are from."""
    images = [
        DatasetImage(n, f"{n}.png", 4, 5, undecided=(Sentence(n, "the mug"),), split="train")
        for n in range(1, 10)
    ]
    dataset = with_files(coco_dataset(images), tmp_path / "files")
    (tmp_path / "out").mkdir()
    write_parquet(tmp_path / "out", dataset, options=WriteOptions())
    return tmp_path / "out", dataset


def test_every_image_brings_its_picture(exported):
    folder, dataset = exported
    found = [image.read_picture() for image in read_parquet(folder).images()]
    assert found == [image.source.read_bytes() for image in dataset.images()]


def test_they_can_be_asked_for_in_any_order(exported):
    folder, dataset = exported
    pictures = [image.source.read_bytes() for image in dataset.images()]
    reader = ParquetPictures(next(folder.rglob("*.parquet")))
    assert [reader.read(number) for number in (7, 2, 3, 9, 9, 1)] == [
        pictures[n - 1] for n in (7, 2, 3, 9, 9, 1)
    ]


def test_rows_without_a_picture_have_none_and_damaged_files_are_refused(tmp_path, exported):
    import pyarrow.parquet as pq

    folder, _ = exported
    file = next(folder.rglob("*.parquet"))
    table = pq.read_table(file)
    pq.write_table(table.drop_columns(["image"]), tmp_path / "none.parquet")
    assert ParquetPictures(tmp_path / "none.parquet").read(1) == b""
    content = bytearray(file.read_bytes())
    content[4:400] = bytes(396)
    (tmp_path / "bad.parquet").write_bytes(content)
    damaged = ParquetPictures(tmp_path / "bad.parquet")
    with pytest.raises(InputRefused, match="cannot be read"):
        damaged.read(9)
