"""Any open_clip model of full size behind ``engine.ports.ImageTextEncoder``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import torch

from tas_desktop.backends.choices import require_place
from tas_desktop.backends.devices.choosing import AUTO
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.encoders.inside.form import form_of
from tas_desktop.backends.encoders.open_clip_files import OpenClipFiles, read_open_clip
from tas_desktop.backends.encoders.open_clip_inputs import PictureTransform, TextTransform
from tas_desktop.backends.encoders.open_clip_network import load_open_clip
from tas_desktop.backends.encoders.towers import TowerEncoder
from tas_desktop.backends.interruption import watch_blocks
from tas_desktop.domain.component import ComponentId, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from torch import nn

    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.config.profiles import ComponentChoice

_HOLDS: Final = (torch.float16,)
"""Half precisions in which transformers' features stay within 3e-4 of float32's (tests/conformance).

ResNets do not: a random one's differ by 2e-2, and in bfloat16 by 7e-2.
"""


class OpenClipEncoder(TowerEncoder):
    """A CLIP, SigLIP, DFN, Perception Encoder or other model that open_clip builds.

    Args:
        files: where it is and what it is; its weights are read when it is first needed.
        component: its identity in float32.
        placement: the device that it shares with others.
        precision: what the profile asks for; ``auto`` leaves it to the placement.
    """

    def __init__(
        self, files: OpenClipFiles, *, component: ComponentId, placement: Placement, precision: str = AUTO
    ) -> None:
        def load(dtype: torch.dtype) -> nn.Module:
            network = load_open_clip(files, dtype=dtype)
            watch_blocks(network)
            return network

        holds = _HOLDS if files.is_transformer else ()
        resident = Resident.lazily(
            load, component.name, component.role, placement, holds=holds, wanted=precision
        )
        form = form_of(files.shape["vision_cfg"], files.looks)
        super().__init__(resident, component=component, dim=files.width, form=form)
        self.files = files

    def prepare(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> torch.Tensor:
        """See `TowerEncoder`; bit for bit open_clip's own transform of the crops."""
        return self._pictures(crops_rgb)

    def tokens(self, texts: Sequence[str]) -> torch.Tensor:
        """See `TowerEncoder`; open_clip's own tokens of the texts."""
        return self._texts(texts)

    @cached_property
    def _pictures(self) -> PictureTransform:
        return PictureTransform(self.files)

    @cached_property
    def _texts(self) -> TextTransform:
        return TextTransform(self.files)


def open_clip_model(choice: ComponentChoice, placement: Placement) -> OpenClipEncoder:
    """The encoder of a profile's part, from a local file or folder.

    Raises:
        ModelMissing: it is not on this machine.
        ProfileRefused: the part's parameters are wrong, or leave open which architecture it is.
        WeightsDamaged, ModelRefused: its description cannot be used.
    """
    place = require_place(choice)
    files = read_open_clip(place.path, choice)
    precision = str(choice.params.get("precision", AUTO))
    revision = place.digest[:16]
    corrections = {key: value for key, value in choice.params.items() if key != "precision"}
    if corrections:
        revision += f"-{fingerprint(corrections)[:8]}"
    component = ComponentId("encoder", choice.name, revision)
    return OpenClipEncoder(files, component=component, placement=placement, precision=precision)
