"""The starter pack's CLIP behind ``engine.ports.ImageTextEncoder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.encoders.inside.form import Family, TowerForm
from tas_desktop.backends.encoders.masked_tokens import masked_token_features
from tas_desktop.backends.encoders.towers import TowerEncoder
from tas_desktop.backends.encoders.weights import LoadedEncoder, load_encoder
from tas_desktop.backends.failures import backend_failures
from tas_desktop.backends.pixels import fit_square, normalise, stack_squares
from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tas_desktop.backends.encoders.recognition import RecognitionScale


class ClipEncoder(TowerEncoder):
    """A small CLIP, whose vocabulary is small too.

    Offers ``engine.ports.KnowsWords`` too.

    Args:
        loaded: what ``encoders.weights.load_encoder`` read.
        component: its identity in float32.
        placement: the device that it shares with others.
    """

    cuts_texts = False  # its few places cost little, and its numbers stay what they were, bit for bit

    def __init__(self, loaded: LoadedEncoder, *, component: ComponentId, placement: Placement) -> None:
        resident = Resident(loaded.network, component.name, component.role, placement)
        shape = loaded.shape
        grid = shape.image_px // shape.patch_px
        form = TowerForm(Family.TRANSFORMER, shape.image_px, grid, shape.layers)
        super().__init__(resident, component=component, dim=shape.embed_dim, form=form)
        self._shape, self._tokenizer, self._recognition = loaded.shape, loaded.tokenizer, loaded.recognition

    @property
    def recognition(self) -> RecognitionScale:
        """Calibration that came with the weights."""
        return self._recognition

    def knows(self, word: str) -> bool:
        """Whether the text tower was trained on every word of the text."""
        return self._tokenizer.knows(word)

    def prepare(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> torch.Tensor:
        """See `TowerEncoder`; crops are resized to the square as they are: pad them first."""
        return normalise(stack_squares(crops_rgb, side=self._shape.image_px))

    def tokens(self, texts: Sequence[str]) -> torch.Tensor:
        """See `TowerEncoder`; an unknown word is one token."""
        return self._tokenizer.batch(texts)

    def encode_regions(
        self, image_rgb: NDArray[np.uint8], masks_hw: Sequence[NDArray[np.bool_]]
    ) -> NDArray[np.float32]:
        """Features of regions from masked tokens of the whole picture (methods.md 2), rows of norm 1.

        Args:
            image_rgb: uint8, shape (height, width, 3); squashed to the network's square.
            masks_hw: bool, each of shape (height, width).

        Returns:
            Shape (len(masks_hw), dim).
        """
        shape, resident = self._shape, self.resident
        if not masks_hw:
            return np.zeros((0, shape.embed_dim), np.float32)
        grid = shape.image_px // shape.patch_px
        with backend_failures("The image encoder"), resident.ready() as network, torch.inference_mode():
            device = resident.device
            pixels = torch.from_numpy(fit_square(image_rgb, side=shape.image_px).copy())
            masks = torch.stack([torch.from_numpy(mask.astype(np.float32)) for mask in masks_hw])
            found = masked_token_features(
                network.visual,
                normalise(pixels.permute(2, 0, 1)[None].to(device)).to(resident.dtype),
                masks=F.adaptive_avg_pool2d(masks, (grid, grid)).to(device),
                picture_of_mask=torch.zeros(len(masks), dtype=torch.long, device=device),
                masked_layers=shape.masked_layers,
            )
            return np.asarray(found.cpu().numpy(), dtype=np.float32)


def open_clip_encoder(
    path: Path, *, sha256: str, name: str, placement: Placement | None = None
) -> ClipEncoder:
    """Import the libraries and load the weights.

    Args:
        path: weights file of ``encoders.weights.save_encoder``.
        sha256: its expected digest, which is also its revision.
        name: how the profile calls it.
        placement: the device that it shares with others; the CPU where left out.

    Raises:
        WeightsDamaged: the weights cannot be loaded.
    """
    loaded = load_encoder(path, sha256=sha256)
    component = ComponentId("encoder", name, sha256[:16])
    return ClipEncoder(loaded, component=component, placement=placement or Placement("cpu"))
