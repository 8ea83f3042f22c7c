"""Public Sam checkpoints (ViT-B, -L, -H and their fine-tuned kin) as mask proposers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from tas_desktop.backends.choices import require_place
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.proposals.network_proposer import NetworkProposer, read_settings
from tas_desktop.backends.sam.checkpoints import load_checkpoint
from tas_desktop.backends.sam.public_network import PublicSam

if TYPE_CHECKING:
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice

HOLDS: Final = (torch.float16, torch.bfloat16)
"""Half precisions of the image encoder, the one that keeps masks better first.

On a small network with drawn weights (tests/conformance/test_public_sam.py) masks had a median IoU of 0.999
with their float32 selves in float16, 0.986 in bfloat16; networks of full size are to be measured yet.
"""


def open_segment_anything(choice: ComponentChoice, placement: Placement) -> NetworkProposer:
    """The proposer of a profile's part; its checkpoint is read when it is first needed.

    Raises:
        ModelMissing: it is not on this machine.
        ProfileRefused: the part's parameters are wrong.
    """
    place = require_place(choice)
    settings, precision = read_settings(choice)
    resident: Resident[torch.nn.Module] = Resident.lazily(
        lambda dtype: load_checkpoint(place.path, precision=dtype),
        choice.name,
        choice.role,
        placement,
        holds=HOLDS,
        wanted=precision,
    )
    return NetworkProposer(PublicSam(resident), name=choice.name, weights=place.digest, settings=settings)
