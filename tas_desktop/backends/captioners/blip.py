"""transformers' BLIP behind ``engine.ports.Captioner``."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import torch

from tas_desktop.backends.captioners.weights import LoadedCaptioner, load_captioner
from tas_desktop.backends.failures import backend_failures
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control

_BATCH = 32


class BlipCaptioner:
    """A small BLIP that loads its weights with the first use and writes greedily.

    Args:
        path: weights file of ``captioners.weights.save_captioner``.
        sha256: its expected digest, which is also its revision.
        name: how the profile calls it.
        device: torch device.
    """

    def __init__(self, path: Path, *, sha256: str, name: str, device: str = "cpu") -> None:
        self._path, self._sha256, self._name, self._device = path, sha256, name, device
        self._lock = threading.Lock()
        self._loaded: LoadedCaptioner | None = None

    @property
    def component(self) -> ComponentId:
        return ComponentId("captioner", self._name, self._sha256[:16])

    def load(self) -> None:
        """Import the libraries and load the weights now rather than with the first use.

        Raises:
            WeightsDamaged: the weights cannot be loaded.
        """
        self._load()

    def caption(self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control) -> list[str]:
        """One caption per uint8 crop of any size, in order.

        Crops are resized to the network's square as they are; pad them first. Looks at the cancel flag
        before every 32 crops.

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory or a lost device.
            WeightsDamaged: the weights cannot be loaded.
        """
        loaded = self._load()
        captions: list[str] = []
        for start in range(0, len(crops_rgb), _BATCH):
            control.step(Stage.CAPTION, start, len(crops_rgb))
            with backend_failures("The captioner"), torch.inference_mode():
                pixels = stack_squares(crops_rgb[start : start + _BATCH], side=loaded.shape.image_px)
                captions += write_captions(loaded, normalise(pixels.to(self._device)))
        return captions

    def _load(self) -> LoadedCaptioner:
        with self._lock:
            if self._loaded is None:
                loaded = load_captioner(self._path, sha256=self._sha256)
                loaded.network.to(self._device)  # type: ignore[arg-type]  # transformers' stub wants no str
                self._loaded = loaded
            return self._loaded


def write_captions(loaded: LoadedCaptioner, pixels: torch.Tensor) -> list[str]:
    """Captions of normalised pixels, shape (N, 3, side, side): the likeliest word each time."""
    rows = loaded.network.generate(
        pixel_values=pixels, max_new_tokens=loaded.shape.max_words, do_sample=False, num_beams=1
    )
    return [loaded.vocabulary.decode(row) for row in rows.tolist()]
