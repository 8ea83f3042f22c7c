"""Reading a COCO file back with pycocotools and comparing it with what was meant."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

from pycocotools import mask as coco_mask
from pycocotools.coco import COCO

from tas_desktop.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tas_desktop.domain.annotation import AnnotatedImage


class ExportCheckFailed(KnownError):
    """A file that was just written does not read back as it should; it was not kept."""

    exit_code = 1


def check_coco(file: Path, images: Sequence[AnnotatedImage]) -> None:
    """Compare each mask of a COCO file with its source: IoU exactly 1, parts without overlap.

    Raises:
        ExportCheckFailed: something is missing, too much, or differs.
    """
    with contextlib.redirect_stdout(io.StringIO()):  # pycocotools prints while it loads
        read = COCO(str(file))
    expected = {annotation.referent_id for image in images for annotation in image.annotations}
    if set(read.anns) != expected or set(read.imgs) != {image.image_id for image in images}:
        raise _failed("it lacks annotations or images, or has too many")
    for image in images:
        for annotation in image.annotations:
            record = read.anns[annotation.referent_id]
            if record["image_id"] != image.image_id:
                raise _failed(f"annotation {annotation.referent_id} is on another image")
            if not _is_exact(record["segmentation"], source=annotation.mask.to_rle()):
                raise _failed(f"the mask of annotation {annotation.referent_id} differs")


def _is_exact(segmentation: Any, *, source: dict[str, Any]) -> bool:
    """Whether a segmentation decodes to the source and covers no pixel twice (clauses 2, 3)."""
    parts = (
        coco_mask.frPyObjects(segmentation, *source["size"])
        if isinstance(segmentation, list)
        else [segmentation]
    )
    whole = coco_mask.merge(parts)
    covered = sum(int(area) for area in coco_mask.area(parts))
    return float(coco_mask.iou([whole], [source], [0])[0, 0]) == 1.0 and covered == int(
        coco_mask.area(source)
    )


def _failed(cause: str) -> ExportCheckFailed:
    return ExportCheckFailed(
        f"The exported file did not read back as written: {cause}",
        next_step="Nothing was replaced. Please report this with the log file",
    )
