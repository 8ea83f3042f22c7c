"""datumaro's importer of COCO instances, which CVAT imports through too."""

from __future__ import annotations

import sys

import datumaro
import numpy as np
from pycocotools import mask as coco_mask
from telling import runs_of, tell

[folder] = sys.argv[1:2]
dataset = datumaro.Dataset.import_from(folder, "coco_instances")
labels = dataset.categories()[datumaro.AnnotationType.label]
objects = []
for item in dataset:
    height, width = item.media.data.shape[:2]
    groups: dict[int, list] = {}
    for known in item.annotations:
        groups.setdefault(known.group, []).append(known)
    for group in groups.values():
        parts = coco_mask.frPyObjects([known.points for known in group], height, width)
        covered = coco_mask.decode(parts).sum(axis=2)
        assert covered.max() == 1
        objects.append(
            {
                "image": item.id,
                "subset": item.subset,
                "category": labels[group[0].label].name,
                "runs": runs_of(np.asarray(covered)),
                "attributes": {
                    name: group[0].attributes.get(name) for name in ("expression", "expression_plural")
                },
            }
        )
tell(objects=objects, items=len(dataset))
