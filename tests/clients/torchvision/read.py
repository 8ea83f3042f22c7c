"""torchvision's CocoDetection with the wrapper for its version 2 transforms."""

from __future__ import annotations

import contextlib
import io
import sys

import torch
from telling import runs_of, tell

# PyPI's torchvision is built for CUDA; beside torch's CPU build two of its operators are not there, and the
# import stops at their shapes. Nothing here calls them.
operators = torch.library.Library("torchvision", "FRAGMENT")
for name in ("nms", "qnms"):
    with contextlib.suppress(RuntimeError):
        operators.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

from torchvision.datasets import CocoDetection, wrap_dataset_for_transforms_v2  # noqa: E402

file, images = sys.argv[1:3]
with contextlib.redirect_stdout(io.StringIO()):
    plain = CocoDetection(images, file)
wrapped = wrap_dataset_for_transforms_v2(plain, target_keys=("image_id", "boxes", "labels", "masks"))
objects = []
for place in range(len(wrapped)):
    picture, target = wrapped[place]
    masks, boxes = target.get("masks", []), target.get("boxes", [])
    for mask, box, label in zip(masks, boxes, target.get("labels", []), strict=True):
        assert tuple(mask.shape) == (picture.height, picture.width)
        x, y, right, bottom = box.tolist()
        objects.append(
            {
                "image": plain.coco.imgs[target["image_id"]]["file_name"],
                "category": plain.coco.cats[int(label)]["name"],
                "runs": runs_of(mask.numpy()),
                "box": [x, y, right - x, bottom - y],
            }
        )
tell(objects=objects, images=len(wrapped))
