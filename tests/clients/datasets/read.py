"""Hugging Face's datasets: a folder of parquet, or of image files with metadata."""

from __future__ import annotations

import json
import os
import sys

folder, cache = sys.argv[1:3]
os.environ.update(HF_HOME=cache, HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")

from datasets import load_dataset  # noqa: E402
from pycocotools import mask as coco_mask  # noqa: E402
from telling import runs_of, tell  # noqa: E402

loaded = load_dataset(folder)
images = []
for split, rows in loaded.items():
    for row in rows:
        nested = {
            name: json.loads(row[name]) if isinstance(row[name], str) else row[name]
            for name in ("objects", "references", "undecided")
        }
        images.append(
            {
                "split": split,
                "own_split": row["split"],
                "size": [row["image"].height, row["image"].width],
                "objects": [
                    {
                        "id": known["id"],
                        "category": known["category"],
                        "runs": runs_of(coco_mask.decode(known["segmentation"])),
                        "box": known["bbox"],
                    }
                    for known in nested["objects"]
                ],
                "references": [
                    [known["object_ids"], [said["text"] for said in known["sentences"]]]
                    for known in nested["references"]
                ],
                "undecided": [said["text"] for said in nested["undecided"]],
            }
        )
tell(images=images)
