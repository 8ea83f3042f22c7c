"""A real network on a device that has room for a few pictures at a time only."""

from __future__ import annotations

from torch import nn

from tests.backends.devices.budget import small_placement

PICTURE_BYTES = 10**9


def placement_with_room(pictures):
    """(placement, memory, notices) of a device for so many pictures, beside weights that `squeeze` adds."""
    notices = []
    placement, memory = small_placement(int(pictures * PICTURE_BYTES), on_notice=notices.append)
    return placement, memory, notices


def squeeze(resident, memory):
    """Let each picture that enters the network's first convolution take `PICTURE_BYTES` of the device."""
    with resident.ready() as network:
        memory.budget += resident.nbytes
        first = next(part for part in network.modules() if isinstance(part, nn.Conv2d))

    def take(_part, inputs):
        if resident.is_on_device:
            memory.take(len(inputs[0]) * PICTURE_BYTES)

    first.register_forward_pre_hook(take)
