"""Where MDETR's parts lie: ``--refexp_ann_path`` and ``--coco_path`` are both the export's folder."""

from __future__ import annotations

from typing import Final

PREFIX: Final = "finetune_"
IMAGES: Final = "train2014"
INSTANCES: Final = "annotations/instances_train2014.json"
"""What MDETR's own converter takes sizes and boxes from; ``original_id`` leads into it."""

NO_TARGET: Final = -1
NO_BOX: Final = [0.0, 0.0, 0.0, 0.0]

PAGE: Final = """# MDETR fine-tuning files

- `finetune_<dataset>_<split>.json`: one image record per sentence; each of its annotations is an object that
  the sentence names. `original_id` leads to `annotations/instances_train2014.json`.
- `annotations/instances_train2014.json`: every object as COCO instances, with polygons exact to the pixel
- `train2014/`: the images, where they were exported too

Give this folder to `--refexp_ann_path` and to `--coco_path`. `tokens_positive` is the head noun by a rule on
words; MDETR's own files have it from a parser.
"""


def file_name(dataset: str, split: str) -> str:
    """Name of a split's file."""
    return f"{PREFIX}{dataset}_{split}.json"
