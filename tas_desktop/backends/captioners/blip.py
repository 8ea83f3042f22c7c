"""transformers' BLIP behind ``engine.ports.Captioner``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from tas_desktop.backends.captioners.weights import LoadedCaptioner, load_captioner
from tas_desktop.backends.failures import backend_failures
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.domain.component import ComponentId
from tas_desktop.engine.control import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control

_BATCH = 32


class BlipCaptioner:
    """A small BLIP that writes greedily.

    Args:
        loaded: what ``captioners.weights.load_captioner`` read.
        component: its identity.
        device: torch device; the network is moved there.
    """

    def __init__(self, loaded: LoadedCaptioner, *, component: ComponentId, device: str = "cpu") -> None:
        self._loaded, self.component, self._device = loaded, component, device
        loaded.network.to(device)  # type: ignore[arg-type]  # transformers' stub wants no str

    def caption(self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control) -> list[str]:
        """One caption per uint8 crop of any size, in order.

        Crops are resized to the network's square as they are; pad them first. Looks at the cancel flag
        before every 32 crops and every word.

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory or a lost device.
        """
        loaded = self._loaded
        captions: list[str] = []
        for start in range(0, len(crops_rgb), _BATCH):
            control.step(Stage.CAPTION, start, len(crops_rgb))
            with backend_failures("The captioner"), torch.inference_mode():
                pixels = stack_squares(crops_rgb[start : start + _BATCH], side=loaded.shape.image_px)
                captions += write_captions(
                    loaded, normalise(pixels.to(self._device)), before_word=control.token.check
                )
        return captions


def open_blip_captioner(path: Path, *, sha256: str, name: str, device: str = "cpu") -> BlipCaptioner:
    """Import the libraries and load the weights.

    Args:
        path: weights file of ``captioners.weights.save_captioner``.
        sha256: its expected digest, which is also its revision.
        name: how the profile calls it.
        device: torch device.

    Raises:
        WeightsDamaged: the weights cannot be loaded.
    """
    loaded = load_captioner(path, sha256=sha256)
    return BlipCaptioner(loaded, component=ComponentId("captioner", name, sha256[:16]), device=device)


def write_captions(
    loaded: LoadedCaptioner, pixels: torch.Tensor, *, before_word: Callable[[], None] = lambda: None
) -> list[str]:
    """Captions of normalised pixels, shape (N, 3, side, side): the likeliest word each time.

    Args:
        loaded: network and vocabulary.
        pixels: the crops.
        before_word: called after each word of all captions; what it raises ends the work.
    """

    def go_on(words: torch.Tensor, *_scores: object, **_more: object) -> torch.Tensor:
        before_word()
        return torch.zeros(len(words), dtype=torch.bool, device=words.device)

    rows = loaded.network.generate(
        pixel_values=pixels,
        max_new_tokens=loaded.shape.max_words,
        do_sample=False,
        num_beams=1,
        stopping_criteria=[go_on],
    )
    return [loaded.vocabulary.decode(row) for row in rows.tolist()]
