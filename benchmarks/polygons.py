"""How long a mask takes to become a polygon, and that none changes: on real masks where they are at hand.

Usage: python benchmarks/polygons.py [INSTANCES.json], by default those beside the checkout.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from calibration import calibration_line
from pycocotools import mask as coco_mask

from tas_desktop.formats.polygon import trace_polygons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "photos" / "instances.json"


def _masks(file: Path) -> Iterator[NDArray[np.bool_]]:
    read = json.loads(file.read_text(encoding="utf-8"))
    sizes = {image["id"]: (image["height"], image["width"]) for image in read["images"]}
    for annotation in read["annotations"]:
        segmentation, size = annotation["segmentation"], sizes[annotation["image_id"]]
        if isinstance(segmentation, list):
            segmentation = coco_mask.merge(coco_mask.frPyObjects(segmentation, *size))
        elif isinstance(segmentation["counts"], list):
            segmentation = coco_mask.frPyObjects(segmentation, *size)
        yield coco_mask.decode(segmentation).astype(bool)


def run(file: Path) -> None:
    """Trace every mask of a COCO file once, after one for the imports."""
    masks = list(_masks(file))
    trace_polygons(masks[0])
    seconds, points, exact = [], 0, 0
    for mask_hw in masks:
        start = time.perf_counter()
        polygons = trace_polygons(mask_hw)
        seconds.append(time.perf_counter() - start)
        points += sum(len(polygon) // 2 for polygon in polygons)
        read_back = coco_mask.decode(coco_mask.merge(coco_mask.frPyObjects(polygons, *mask_hw.shape)))
        exact += bool((read_back == mask_hw).all())
    milliseconds = 1e3 * np.array(seconds)
    print(f"{len(masks)} masks, {exact} exact, {points / len(masks):.0f} points each")
    median = np.median(milliseconds)
    print(f"mean {milliseconds.mean():.2f} ms, median {median:.2f} ms, max {milliseconds.max():.1f} ms")
    print(calibration_line())


if __name__ == "__main__":
    run(Path(sys.argv[1]) if len(sys.argv) > 1 else _SHARED)
