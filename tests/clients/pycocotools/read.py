"""pycocotools: every mask, and COCOeval of the set against itself."""

from __future__ import annotations

import contextlib
import io
import sys

from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from telling import runs_of, tell

file = sys.argv[1]
with contextlib.redirect_stdout(io.StringIO()):
    coco = COCO(file)
    objects = [
        {
            "image": coco.imgs[record["image_id"]]["file_name"],
            "category": coco.cats[record["category_id"]]["name"],
            "runs": runs_of(coco.annToMask(record)),
            "box": record["bbox"],
            "area": record["area"],
            "texts": record.get("expressions", []),
        }
        for record in coco.anns.values()
    ]
    predictions = [
        {
            "image_id": record["image_id"],
            "category_id": record["category_id"],
            "segmentation": coco.annToRLE(record),
            "bbox": record["bbox"],
            "score": 1.0,
        }
        for record in coco.anns.values()
    ]
    scores = {}
    for kind in ("segm", "bbox"):
        evaluation = COCOeval(coco, coco.loadRes(predictions), kind)
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
        scores[kind] = float(evaluation.stats[0])
tell(objects=objects, scores=scores)
