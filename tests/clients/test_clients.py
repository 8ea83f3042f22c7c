"""The field's own loaders read our exports and find what was decided, to the pixel."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest

from tests.clients.project import FOREIGN

if TYPE_CHECKING:
    from tests.clients.conftest import Exports
    from tests.clients.project import Meant, MeantImage, MeantObject


def told(objects: list[dict[str, Any]], *names: str) -> list[tuple]:
    """What a client said of each object, sorted: image, category, runs, and what else is asked for."""
    return sorted(
        (item["image"], item["category"], tuple(item["runs"]), *(_frozen(item[name]) for name in names))
        for item in objects
    )


def _frozen(value: Any) -> Any:
    return tuple(round(one, 3) if isinstance(one, float) else one for one in value)


def meant(exported: Meant, *, boxes: bool = False, texts: bool = False) -> list[tuple]:
    """The same of what was decided."""
    return sorted(
        (
            name,
            item.category,
            tuple(item.runs),
            *([tuple(item.box_xywh)] if boxes else []),
            *([tuple(item.alone)] if texts else []),
        )
        for name, item in exported.objects()
    )


def test_the_project_has_what_is_hard(exports):
    """Holes, several parts, names that are not in ASCII: else the loaders prove little."""
    objects = [item for _, item in exports.meant.objects()]
    assert len(objects) == 12
    assert {item.category for item in objects} == {"cup", FOREIGN, "dog"}
    assert any(item.plural and not item.alone for item in objects)
    assert any(_has_hole(item, exports.meant.images[0]) for item in exports.meant.images[0].objects)


def _has_hole(item: MeantObject, image: MeantImage) -> bool:
    contours, hierarchy = cv2.findContours(
        mask_of(item.runs, image).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE
    )
    return len(contours) > 1 and bool((hierarchy[0, :, 3] >= 0).any())


def mask_of(runs: list[int] | tuple[int, ...], image: MeantImage) -> np.ndarray:
    values = np.arange(len(runs)) % 2 == 1
    return np.repeat(values, runs).reshape(image.height, image.width)


@pytest.mark.parametrize("file", ["coco.json", "coco-rle.json"])
def test_pycocotools(exports: Exports, file):
    found = exports.read_with("pycocotools", exports.folder / file)

    assert told(found["objects"], "box", "texts") == meant(exports.meant, boxes=True, texts=True)
    assert all(item["area"] == sum(item["runs"][1::2]) for item in found["objects"])
    assert found["scores"] == {"segm": pytest.approx(1.0), "bbox": pytest.approx(1.0)}


@pytest.mark.parametrize("file", ["coco.json", "coco-rle.json"])
def test_torchvision(exports: Exports, file):
    found = exports.read_with("torchvision", exports.folder / file, exports.meant.images_folder)

    assert found["images"] == len(exports.meant.images)
    assert told(found["objects"], "box") == meant(exports.meant, boxes=True)


def test_supervision_of_run_lengths(exports: Exports):
    found = exports.read_with("supervision", exports.folder / "coco-rle.json", exports.meant.images_folder)

    assert found["images"] == len(exports.meant.images)
    assert told(found["objects"], "box") == meant(exports.meant, boxes=True)


def test_supervision_of_polygons(exports: Exports):
    """It fills polygons with cv2, which adds their border: at most one pixel more, none less."""
    found = exports.read_with("supervision", exports.folder / "coco.json", exports.meant.images_folder)

    by_name = {image.name: image for image in exports.meant.images}
    assert Counter(item["image"] for item in found["objects"]) == dict.fromkeys(by_name, 3)
    for image in exports.meant.images:
        masks = [mask_of(item["runs"], image) for item in found["objects"] if item["image"] == image.name]
        for item in image.objects:
            own = mask_of(item.runs, image)
            near = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
            assert any((own <= mask).all() and (mask <= near).all() for mask in masks)


def test_fiftyone(exports: Exports):
    found = exports.read_with("fiftyone", exports.folder / "coco.json", exports.meant.images_folder)

    assert told(found["objects"], "box", "texts") == meant(exports.meant, boxes=True, texts=True)


def test_datumaro(exports: Exports):
    found = exports.read_with("datumaro", exports.folder / "cvat")

    assert found["items"] == len(exports.meant.images)
    expected = sorted(
        (
            image.name.removesuffix(".png"),
            item.category,
            tuple(item.runs),
            image.split,
            " || ".join(item.alone) or None,
            " || ".join(item.plural) or None,
        )
        for image in exports.meant.images
        for item in image.objects
    )
    by_attribute = [
        (
            item["image"],
            item["category"],
            tuple(item["runs"]),
            item["subset"],
            item["attributes"]["expression"],
            item["attributes"]["expression_plural"],
        )
        for item in found["objects"]
    ]
    assert sorted(by_attribute, key=lambda row: row[:3]) == sorted(expected, key=lambda row: row[:3])


@pytest.mark.parametrize("form", ["hf", "hf-imagefolder"])
def test_datasets(exports: Exports, form, tmp_path):
    found = exports.read_with("datasets", exports.folder / form, tmp_path)

    assert [image["split"] for image in found["images"]] == [image["own_split"] for image in found["images"]]
    for split in ("train", "testA", "testB"):
        read = [image for image in found["images"] if image["split"] == split]
        expected = [image for image in exports.meant.images if image.split == split]
        assert len(read) == len(expected)
        for one, image in zip(read, expected, strict=True):
            assert one["size"] == [image.height, image.width]
            assert {
                tuple(item["runs"]): (item["category"], tuple(item["box"])) for item in one["objects"]
            } == {tuple(item.runs): (item.category, item.box_xywh) for item in image.objects}
            by_id = {item["id"]: tuple(item["runs"]) for item in one["objects"]}
            said = {tuple(sorted(by_id[number] for number in ids)): texts for ids, texts in one["references"]}
            plural = tuple(sorted(tuple(item.runs) for item in image.objects if item.plural))
            assert said == {
                **{(tuple(item.runs),): item.alone for item in image.objects if item.alone},
                plural: ["both things"],
                (): image.no_target,
            }
            assert one["undecided"] == image.undecided


def test_label_studio(exports: Exports):
    found = exports.read_with("label_studio", exports.folder / "label-studio", exports.folder / "coco.json")

    assert told(found["objects"]) == meant(exports.meant)
    assert found["same_bytes"]
    layers = sorted(tuple(item.runs) for _, item in exports.meant.objects())
    assert sorted(map(tuple, found["layers"])) == ([] if exports.environ else layers)
    for row, image in zip(found["texts"], exports.meant.images, strict=True):
        assert row["file_name"] == image.name
        assert _listed(row["expression"]) == [text for item in image.objects for text in item.alone]
        assert set(_listed(row["plural"])) == {"both things"}
        assert _listed(row["no_target"]) == image.no_target
        assert row["undecided"] == image.undecided
    parts = Counter[int]()  # it makes a region of each polygon
    for record in json.loads((exports.folder / "coco.json").read_text("ascii"))["annotations"]:
        parts[record["image_id"]] += len(record["segmentation"])
    assert found["polygons"] == ([] if exports.environ else [parts[key] for key in sorted(parts)])


def _listed(value: Any) -> list[str]:
    """JSON-MIN gives a single text as it is, several as lists, those of regions with their sizes."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _listed(value["text"])
    return [text for entry in value for text in _listed(entry)]
