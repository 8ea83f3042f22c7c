"""Make torchvision importable where its compiled operators do not fit the installed torch.

PyPI's torchvision is built against CUDA torch. Beside a CPU build of torch (the small one, and the
usual choice on a laptop) its extension does not load and ``import torchvision`` stops at the shape
rules it registers for two operators that then do not exist. segment-anything, open_clip and
transformers import torchvision for its plain-Python transforms only, so declaring the two operators is
enough. Calls of the compiled operators themselves still fail; ours never make any (mask generators
suppress boxes with ``backends.sam.suppression``).
"""

from __future__ import annotations

import importlib
import sys
from functools import cache

import torch

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
    try:
        importlib.import_module("torchvision")
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
    else:
        return True
    for name in [n for n in sys.modules if n == "torchvision" or n.startswith("torchvision.")]:
        del sys.modules[name]
    _declare_operators()
    importlib.import_module("torchvision")
    return False


@cache
def _declare_operators() -> torch.library.Library:
    """Declare them for as long as the process lives: a declaration ends with its library, which is kept."""
    library = torch.library.Library("torchvision", "FRAGMENT")
    for schema in _SCHEMAS:
        library.define(schema)
    return library
