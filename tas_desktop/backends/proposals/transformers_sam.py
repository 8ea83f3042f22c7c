"""transformers' mask-generation models, from hub folders on this machine, as mask proposers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch

from tas_desktop.backends.choices import require_place
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.proposals.network_proposer import NetworkProposer, read_settings
from tas_desktop.backends.sam.hub_network import HubSam, load_hub_network, load_image_processor

if TYPE_CHECKING:
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice

HOLDS: Final = (torch.float16, torch.bfloat16)
"""As in `proposals.segment_anything`."""


def open_hub_network(choice: ComponentChoice, placement: Placement) -> NetworkProposer:
    """The proposer of a profile's part; its weights are read when they are first needed.

    Raises:
        ModelMissing: it is not on this machine.
        ProfileRefused: the part's parameters are wrong.
        WeightsDamaged, ModelRefused: the folder's descriptions cannot be used.
    """
    place = require_place(choice)
    settings, precision = read_settings(choice)
    processor = load_image_processor(place.path)
    resident: Resident[torch.nn.Module] = Resident.lazily(
        lambda dtype: load_hub_network(place.path, processor=processor, precision=dtype),
        choice.name,
        choice.role,
        placement,
        holds=HOLDS,
        wanted=precision,
    )
    network = HubSam(resident, processor)
    return NetworkProposer(network, name=choice.name, weights=place.digest, settings=settings)
