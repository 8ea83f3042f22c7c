"""FiftyOne's importer of COCO detections; its database is not installed and not needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["FIFTYONE_DO_NOT_TRACK"] = "1"

import numpy as np
from fiftyone.utils.coco import COCODetectionDatasetImporter
from telling import runs_of, tell

file, images = sys.argv[1:3]
importer = COCODetectionDatasetImporter(
    data_path=images, labels_path=file, label_types=["segmentations"], include_id=True
)
objects = []
with importer:
    for path, metadata, labels in importer:
        for known in labels["segmentations"].detections if labels else []:
            x, y, width, height = known.bounding_box
            left, top = round(x * metadata.width), round(y * metadata.height)
            mask = np.zeros((metadata.height, metadata.width), bool)
            mask[top : top + known.mask.shape[0], left : left + known.mask.shape[1]] = known.mask
            objects.append(
                {
                    "image": Path(path).relative_to(images).as_posix(),
                    "category": known.label,
                    "runs": runs_of(mask),
                    "box": [
                        x * metadata.width,
                        y * metadata.height,
                        width * metadata.width,
                        height * metadata.height,
                    ],
                    "texts": known["expressions"] if known.has_field("expressions") else [],
                }
            )
tell(objects=objects)
