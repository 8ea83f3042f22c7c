"""Segment Anything: the starter pack's small one, public checkpoints and transformers' families.

Importing this package imports torch; everything outside ``backends`` and ``starter`` reaches it
through functions that do so late.
"""

from tas_desktop.backends.torchvision_ops import ensure_torchvision

ensure_torchvision()  # segment_anything imports torchvision, which needs this beside a CPU torch
