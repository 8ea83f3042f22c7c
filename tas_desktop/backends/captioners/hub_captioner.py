"""BLIP, BLIP-2, Florence-2 and other captioners of the hub behind ``engine.ports.Captioner``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import torch

from tas_desktop.backends.captioners.hub_inputs import CaptionInputs
from tas_desktop.backends.captioners.hub_settings import CaptionSettings, read_settings
from tas_desktop.backends.choices import require_place
from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.devices.choosing import AUTO
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.interruption import stopping_when, watch_blocks
from tas_desktop.backends.refusals import missing
from tas_desktop.backends.transformers_folders import load_network, quietly, read_model_type
from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from torch import nn

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice
    from tas_desktop.engine.control import Control

FAMILY_OF: Final = {"blip-transformers": "blip", "blip2": "blip-2"}
"""Backends that are for one of transformers' model types; ``image-text-to-text`` takes any."""

HOLDS: Final = (torch.bfloat16, torch.float16)
"""Half precisions to write in; bfloat16 first, for language models overflow float16."""

_FIRST_BATCH: Final = 16


class HubCaptioner:
    """A captioner that transformers builds; its weights are read when it is first needed.

    Args:
        folder: as downloaded from the hub.
        settings: prompt and search.
        component: its identity in float32.
        placement: the device that it shares with others.
        precision: what the profile asks for; ``auto`` leaves it to the placement.
    """

    def __init__(
        self,
        folder: Path,
        *,
        settings: CaptionSettings,
        component: ComponentId,
        placement: Placement,
        precision: str = AUTO,
    ) -> None:
        def load(dtype: torch.dtype) -> nn.Module:
            network = load_network(folder, auto="AutoModelForImageTextToText", dtype=dtype)
            watch_blocks(network)
            return network

        self.settings, self._folder = settings, folder
        self.resident: Resident[Any] = Resident.lazily(
            load, component.name, component.role, placement, holds=HOLDS, wanted=precision
        )
        self.component = self.resident.identify(component)

    def caption(self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control) -> list[str]:
        """One caption per uint8 crop of any size, in order; as many at a time as memory allows.

        Looks at the cancel flag before every batch, block and token.

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory, or a picture that the network takes no look at.
        """
        check = control.token.check

        def go_on(rows: torch.Tensor, *_scores: object, **_more: object) -> torch.Tensor:
            check()
            return torch.zeros(len(rows), dtype=torch.bool, device=rows.device)

        def run(network: Any, part: Sequence[NDArray[np.uint8]]) -> list[str]:
            inputs = self.inputs.prepare(part).to(self.resident.device, self.resident.dtype)
            rows = network.generate(**inputs, **self.settings.search, stopping_criteria=[go_on])
            return self.inputs.read(rows, given=inputs.get("input_ids"))

        with stopping_when(check), quietly():
            return run_in_batches(
                self.resident, crops_rgb, run, control=control, first_batch=_FIRST_BATCH, kind="crops"
            )

    @cached_property
    def inputs(self) -> CaptionInputs:
        """The folder's processor, read when first needed."""
        with self.resident.ready() as network:
            writes_on = not network.config.get_text_config().is_encoder_decoder
        return CaptionInputs(self._folder, prompt=self.settings.prompt, writes_on=writes_on)


def open_hub_captioner(choice: ComponentChoice, placement: Placement) -> HubCaptioner:
    """The captioner of a profile's part, from a local folder.

    Raises:
        ModelMissing: it is not on this machine.
        ProfileRefused: a parameter is wrong, or the folder is of another family than the backend's.
        WeightsDamaged, ModelRefused: its description cannot be used.
    """
    place = require_place(choice)
    if not place.path.is_dir():
        raise missing(place.path / "config.json")
    model_type = read_model_type(place.path)
    wanted = FAMILY_OF.get(choice.backend, model_type)
    if wanted != model_type:
        raise ProfileRefused(
            f"The profile's {choice.role} {choice.name!r} is a {model_type} model, not {wanted}",
            next_step='Write backend = "image-text-to-text", or choose another model',
        )
    settings = read_settings(choice, model_type=model_type)
    # The precision is not part of the identity: a project that a GPU analysed stays good on a laptop.
    component = ComponentId("captioner", choice.name, f"{place.digest[:16]}-{settings.mark}")
    precision = str(choice.params.get("precision", AUTO))
    return HubCaptioner(
        place.path, settings=settings, component=component, placement=placement, precision=precision
    )
