"""Masks as PNG with an index."""

from __future__ import annotations

import csv
import shutil

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.formats.format import WriteOptions
from tas_desktop.formats.masks.reading import check_masks, read_masks
from tas_desktop.formats.masks.writing import INDEX, write_masks
from tests.support.datasets import RING, coco_dataset, datasets, listed


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets(with_scores=True))
def test_what_is_read_back_is_what_was_written(tmp_path, dataset):
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, written in ((first, dataset), (second, None)):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write_masks(folder, written or read_masks(first), options=WriteOptions())
    assert listed(read_masks(first)).listed == dataset.listed
    assert content_of(first) == content_of(second)
    assert list(check_masks(first)) == []


def content_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def exported(tmp_path):
    mask = Mask.from_array(np.pad(RING, 2))
    said = Reference(1, (7,), (Sentence(1, "the ring"),))
    dataset = coco_dataset([DatasetImage(3, "a.png", 7, 8, (DatasetObject(7, "cup", mask),), (said,))])
    write_masks(tmp_path, dataset, options=WriteOptions())
    with (tmp_path / INDEX).open(encoding="utf-8", newline="") as stream:
        return tmp_path, next(csv.DictReader(stream)), dataset


def test_files_are_black_and_white(exported):
    folder, row, dataset = exported
    with Image.open(folder / row["mask"]) as image:
        known = {item.object_id: item for item in dataset.listed[0].objects}[int(row["object_id"])]
        assert image.mode == "L"
        assert np.array_equal(np.asarray(image), known.mask.to_array() * np.uint8(255))


@pytest.mark.parametrize("damage", ["missing", "size", "colour", "truncated", "outside", "link"])
def test_damage_is_refused_by_line(exported, damage):
    folder, row, _ = exported
    place = folder / row["mask"]
    if damage == "missing":
        place.unlink()
    elif damage == "size":
        Image.new("L", (99, 99)).save(place)
    elif damage == "colour":
        Image.new("RGB", (int(row["width"]), int(row["height"]))).save(place)
    elif damage == "truncated":
        place.write_bytes(place.read_bytes()[:30])
    elif damage == "outside":
        index = (folder / INDEX).read_text(encoding="utf-8").replace(row["mask"], "../x.png")
        (folder / INDEX).write_text(index, encoding="utf-8", newline="")
    else:
        place.unlink()
        place.symlink_to("/etc/passwd")
    with pytest.raises(InputRefused, match=r"index\.csv.*line 2"):
        list(read_masks(folder).images())
    assert [finding.check for finding in check_masks(folder)] == ["readable"]
