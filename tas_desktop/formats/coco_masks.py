"""Reading COCO's mask forms from files that are not trusted."""

from __future__ import annotations

from enum import StrEnum
from math import isfinite
from typing import Any, TypeGuard

import numpy as np
from pycocotools import mask as coco_mask

from tas_desktop.domain.errors import InputRefused
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.rle import is_sound_rle


class PolygonRule(StrEnum):
    """Which pixels of several polygons of one annotation are foreground (methods.md 6)."""

    UNION = "union"  # any covered pixel: TAS
    ONCE = "once"  # pixels covered exactly once: LAVT, MagNet, Global-Local


def decode_segmentation(segmentation: Any, height: int, width: int, rule: PolygonRule) -> Mask:
    """The mask of an annotation's ``segmentation``: any form of formats.md section 2, or a list of them.

    Raises:
        InputRefused: it is no mask of an image of that size.
    """
    parts = [segmentation] if isinstance(segmentation, dict) else segmentation
    try:
        rles = [_part_to_rle(part, height, width) for part in parts]
        covered = coco_mask.decode(rles).sum(axis=2, dtype=np.int64) if rles else np.zeros((height, width))
    except (TypeError, ValueError) as error:
        raise InputRefused(f"An annotation's segmentation is damaged: {error}") from error
    return Mask.from_array(covered > 0 if rule is PolygonRule.UNION else covered == 1)


def _part_to_rle(part: Any, height: int, width: int) -> Any:
    """One polygon, or one run-length encoding with its counts packed or listed.

    Checked before pycocotools sees it: four numbers would pass for a box, and a size of its own would be
    decoded as it stands.
    """
    if isinstance(part, dict):
        counts, size = part.get("counts"), part.get("size")
        if size != [height, width]:
            raise ValueError(f"size {size} in an image of {[height, width]}")
        if isinstance(counts, (str, bytes)):
            packed = counts if isinstance(counts, str) else counts.decode("ascii")
            if not is_sound_rle(packed, height=height, width=width):
                raise ValueError("its packed runs do not fill the image")
            return part
        if (
            not _are_numbers(counts)
            or any(n < 0 or n != int(n) for n in counts)
            or sum(counts) != height * width
        ):
            raise ValueError("its runs do not fill the image")
        return coco_mask.frPyObjects({"size": size, "counts": [int(n) for n in counts]}, height, width)
    if not _are_numbers(part) or len(part) < 6 or len(part) % 2:
        raise ValueError("a polygon needs three points or more")
    if max(map(abs, part)) > 2 * max(height, width):
        raise ValueError("a polygon leads far out of its image")
    return coco_mask.frPyObjects([[float(n) for n in part]], height, width)[0]


def _are_numbers(values: Any) -> TypeGuard[list[float]]:
    return isinstance(values, list) and all(
        isinstance(n, (int, float)) and not isinstance(n, bool) and isfinite(n) for n in values
    )
