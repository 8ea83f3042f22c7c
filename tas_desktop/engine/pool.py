"""A box answered from masks that are there already, on pictures that the network does not know.

On photographs the starter pack's mask decoder draws things it has never seen; the region hierarchy's nested
regions fill a box better there: mean IoU .50 against .34 on 65 things of ten photographs, while points did
not gain (benchmarks/prompting.py --photos).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.prompt import BoxXywh

LEAST_BOX_FIT = 0.3
"""IoU with the box from which a mask may be what the box means."""


def choose_by_box(pool: Sequence[Mask], box_xywh: BoxXywh) -> Mask | None:
    """The mask whose extent fits a box best; None where none fits at all."""
    best = max(pool, key=lambda mask: box_iou(mask.box_xywh, box_xywh), default=None)
    return best if best is not None and box_iou(best.box_xywh, box_xywh) >= LEAST_BOX_FIT else None


def box_iou(box_xywh: BoxXywh, other_xywh: BoxXywh) -> float:
    """Intersection over union of two boxes, in [0, 1]; 0 where both are empty."""
    (x, y, w, h), (ox, oy, ow, oh) = box_xywh, other_xywh
    across = max(0.0, min(x + w, ox + ow) - max(x, ox))
    down = max(0.0, min(y + h, oy + oh) - max(y, oy))
    union = w * h + ow * oh - across * down
    return across * down / union if union > 0 else 0.0
