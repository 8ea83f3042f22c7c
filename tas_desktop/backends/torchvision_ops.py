"""Make torchvision importable where its compiled operators do not fit the installed torch.

PyPI's torchvision is built against CUDA torch. Beside a CPU build of torch (the small one, and the
usual choice on a laptop) its extension does not load and ``import torchvision`` stops at the shape
rules it registers for two operators that then do not exist. segment-anything, open_clip and
transformers import torchvision for its plain-Python transforms only, so declaring the two operators is
enough. Calls of the compiled operators themselves still fail; ours never make any (the mask generator
suppresses boxes with ``backends.proposals``' own function).
"""

from __future__ import annotations

from functools import cache

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


@cache
def ensure_torchvision() -> bool:
    """Import torchvision, declaring its missing operators first where needed.

    Call before importing segment_anything, open_clip or transformers' image code.

    Returns:
        True when torchvision's compiled operators work, False when they are only declared.
    """
    import importlib
    import sys

    import torch

    try:
        importlib.import_module("torchvision")
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
        for name in [n for n in sys.modules if n == "torchvision" or n.startswith("torchvision.")]:
            del sys.modules[name]
        library = torch.library.Library("torchvision", "FRAGMENT")
        for schema in _SCHEMAS:
            library.define(schema)
        ensure_torchvision.library = library  # type: ignore[attr-defined]  # its end would undo the declaration
        importlib.import_module("torchvision")
        return False
    return True
