"""A small Segment Anything: its shape, its weights and how it is asked for masks.

Importing this package imports torch; everything outside ``backends`` and ``starter`` reaches it
through functions that do so late.
"""

from tas_desktop.backends.torchvision_ops import ensure_torchvision

ensure_torchvision()  # segment_anything imports torchvision, which needs this beside a CPU torch
