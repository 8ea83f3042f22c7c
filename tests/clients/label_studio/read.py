"""Label Studio's converters: brush regions to masks, texts to JSON-MIN, and COCO to its own polygons."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from label_studio_sdk.converter import brush
from label_studio_sdk.converter.converter import Converter
from label_studio_sdk.converter.imports.coco import convert_coco_to_ls
from telling import runs_of, tell

folder, coco = map(Path, sys.argv[1:3])
config, tasks_file = folder / "labeling_config.xml", folder / "tasks.json"
converter = Converter(config.read_text("ascii"), str(folder), download_resources=False)
scratch = Path(tempfile.mkdtemp())
(scratch / "brush").mkdir()

can_write = sys.getfilesystemencoding() == "utf-8"  # labels into names and files, which the C locale cannot
if can_write:
    converter.convert(str(tasks_file), str(scratch / "brush"), "BRUSH_TO_NUMPY", is_dir=False)
layers = [runs_of(np.load(path) > 0) for path in sorted((scratch / "brush").glob("*.npy"))]

converter.convert(str(tasks_file), str(scratch / "min"), "JSON_MIN", is_dir=False)
[small] = (scratch / "min").glob("*.json")

objects, same_bytes = [], True
for task in json.loads(tasks_file.read_text("ascii")):
    [annotation] = task["annotations"]
    for result in annotation["result"]:
        if result["type"] == "brushlabels":
            rgba = brush.decode_rle(result["value"]["rle"])
            alpha = rgba.reshape(result["original_height"], result["original_width"], 4)[:, :, 3]
            same_bytes = same_bytes and brush.mask2rle(alpha) == result["value"]["rle"]
            objects.append(
                {
                    "image": task["data"]["file_name"],
                    "category": result["value"]["brushlabels"][0],
                    "runs": runs_of(alpha),
                }
            )

polygons = []
if can_write:
    convert_coco_to_ls(str(coco), str(scratch / "from_coco.json"))
    made = json.loads((scratch / "from_coco.json").read_text("utf-8"))
    polygons = [
        sum(result["type"] == "polygonlabels" for result in task["annotations"][0]["result"]) for task in made
    ]
tell(
    objects=objects,
    layers=layers,
    same_bytes=same_bytes,
    texts=json.loads(small.read_text("utf-8")),
    polygons=polygons,
)
