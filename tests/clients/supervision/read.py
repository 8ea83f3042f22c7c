"""supervision's DetectionDataset, with masks."""

from __future__ import annotations

import sys
from pathlib import Path

import supervision
from telling import runs_of, tell

file, images = sys.argv[1:3]
dataset = supervision.DetectionDataset.from_coco(images, file, force_masks=True)
objects = []
for path, picture, found in dataset:
    for number in range(len(found)):
        mask = found.mask[number]
        assert mask.shape == picture.shape[:2]
        x, y, right, bottom = found.xyxy[number].tolist()
        objects.append(
            {
                "image": Path(path).relative_to(images).as_posix(),
                "category": dataset.classes[found.class_id[number]],
                "runs": runs_of(mask),
                "box": [x, y, right - x, bottom - y],
            }
        )
tell(objects=objects, images=len(dataset))
