"""Scenes and expressions as the records of a REFER dataset (formats.md sections 0 to 2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tas_desktop.formats.polygon import trace_polygons
from tas_desktop.starter.scenes.grammar import Expression
from tas_desktop.starter.scenes.lexicon import CATEGORIES
from tas_desktop.starter.scenes.scene import Scene
from tas_desktop.starter.scenes.splits import GENERATOR_VERSION, Split

_CATEGORY_IDS = {name: number for number, name in enumerate(CATEGORIES, start=1)}
_SPLIT_NAMES = {Split.TRAIN: "train", Split.VALIDATION: "val", Split.TEST: "test"}
_NOT_WORDS = re.compile(r"[^\w\s]")


def image_file_name(image_id: int) -> str:
    """File name of an image, in the form that every REFER client takes apart (clause 12)."""
    return f"COCO_train2014_{image_id:012d}.jpg"


@dataclass
class ReferRecords:
    """Collects the records of one dataset; ids are plain ints from 1 and unique over the file."""

    split: Split
    images: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    refs: list[dict[str, Any]] = field(default_factory=list)
    _sentences: int = 0

    def add(self, scene: Scene, expressions: tuple[Expression, ...]) -> str:
        """Add a scene with every object, and one ref for each object that was named.

        Returns:
            The file name that the picture must get. The image id is the scene's seed + 1.
        """
        image_id = scene.seed + 1
        height, width = scene.instance_hw.shape
        file_name = image_file_name(image_id)
        self.images.append(
            {"id": image_id, "file_name": file_name, "height": height, "width": width, "license": 1}
        )
        for index in range(len(scene.objects)):
            annotation = self._annotate(scene, index, image_id)
            said = [e for e in expressions if e.referent_index == index]
            if said:
                self._refer(annotation, said)
        return file_name

    def instances(self) -> dict[str, Any]:
        """The whole of `instances.json`."""
        return {
            "info": {
                "description": f"TAS Desktop drawn scenes, generator {GENERATOR_VERSION}, {self.split}",
                "version": str(GENERATOR_VERSION),
                "year": 2026,
                "contributor": "TAS Desktop",
                "url": "",
                "date_created": "2026/01/01",
            },
            "licenses": [{"id": 1, "name": "Apache-2.0", "url": ""}],
            "images": self.images,
            "annotations": self.annotations,
            "categories": [
                {"id": number, "name": name, "supercategory": "drawn"}
                for name, number in _CATEGORY_IDS.items()
            ],
        }

    def _annotate(self, scene: Scene, index: int, image_id: int) -> dict[str, Any]:
        item = scene.objects[index]
        annotation = {
            "id": len(self.annotations) + 1,
            "image_id": image_id,
            "category_id": _CATEGORY_IDS[item.category],
            "iscrowd": 0,
            "area": float(item.area_px),
            "bbox": [float(v) for v in item.box_xywh],
            "segmentation": trace_polygons(scene.mask_hw(index)),
            "attributes": {
                "colour": item.colour,
                "pattern": item.pattern,
                "size": item.size_name,
                "occluded_fraction": round(item.occluded_fraction, 4),
            },
        }
        self.annotations.append(annotation)
        return annotation

    def _refer(self, annotation: dict[str, Any], said: list[Expression]) -> None:
        first = self._sentences + 1
        self._sentences += len(said)
        stem = image_file_name(annotation["image_id"]).removesuffix(".jpg")
        self.refs.append(
            {
                "ref_id": len(self.refs) + 1,
                "ann_id": annotation["id"],
                "category_id": annotation["category_id"],
                "image_id": annotation["image_id"],
                "file_name": f"{stem}_{annotation['id']}.jpg",
                "split": _SPLIT_NAMES[self.split],
                "sent_ids": list(range(first, first + len(said))),
                "sentences": [_sentence(expression, number) for number, expression in enumerate(said, first)],
            }
        )


def _sentence(expression: Expression, sent_id: int) -> dict[str, Any]:
    """A sentence record with the grammar's notes in extra keys, which no client minds."""
    plain = " ".join(_NOT_WORDS.sub(" ", expression.text.replace("'", "")).lower().split())
    return {
        "tokens": plain.split(),
        "raw": expression.text,
        "sent_id": sent_id,
        "sent": plain,
        "kind": expression.kind.value,
        "template": expression.template_id,
        "unseen": [str(what) for what in expression.unseen],
    }
