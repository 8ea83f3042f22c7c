"""transformers' BLIP behind ``engine.ports.Captioner``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from tas_desktop.backends.captioners.weights import LoadedCaptioner, load_captioner
from tas_desktop.backends.devices.batches import run_in_batches
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.devices.resident import Resident
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.domain.component import ComponentId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from transformers import BlipForConditionalGeneration

    from tas_desktop.backends.captioners.architecture import CaptionVocabulary
    from tas_desktop.engine.control import Control

_BATCH = 32


class BlipCaptioner:
    """A small BLIP that writes greedily.

    Args:
        loaded: what ``captioners.weights.load_captioner`` read.
        component: its identity in float32.
        placement: the device that it shares with others.
    """

    def __init__(self, loaded: LoadedCaptioner, *, component: ComponentId, placement: Placement) -> None:
        self._shape, self._vocabulary = loaded.shape, loaded.vocabulary
        self.resident = Resident(loaded.network, component.name, component.role, placement)
        self.component = self.resident.identify(component)

    def caption(self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control) -> list[str]:
        """One caption per uint8 crop of any size, in order.

        Crops are resized to the network's square as they are; pad them first. Looks at the cancel flag
        before every batch and every word.

        Raises:
            Cancelled: the control's token was set.
            BackendFailed: out of memory or a lost device.
        """

        def run(network: BlipForConditionalGeneration, part: Sequence[NDArray[np.uint8]]) -> list[str]:
            pixels = stack_squares(part, side=self._shape.image_px).to(self.resident.device)
            return write_captions(
                network,
                normalise(pixels).to(self.resident.dtype),
                vocabulary=self._vocabulary,
                max_words=self._shape.max_words,
                before_word=control.token.check,
            )

        return run_in_batches(self.resident, crops_rgb, run, control=control, first_batch=_BATCH)


def open_blip_captioner(
    path: Path, *, sha256: str, name: str, placement: Placement | None = None
) -> BlipCaptioner:
    """Import the libraries and load the weights.

    Args:
        path: weights file of ``captioners.weights.save_captioner``.
        sha256: its expected digest, which is also its revision.
        name: how the profile calls it.
        placement: the device that it shares with others; the CPU where left out.

    Raises:
        WeightsDamaged: the weights cannot be loaded.
    """
    loaded = load_captioner(path, sha256=sha256)
    component = ComponentId("captioner", name, sha256[:16])
    return BlipCaptioner(loaded, component=component, placement=placement or Placement("cpu"))


def write_captions(
    network: BlipForConditionalGeneration,
    pixels: torch.Tensor,
    *,
    vocabulary: CaptionVocabulary,
    max_words: int,
    before_word: Callable[[], None] = lambda: None,
) -> list[str]:
    """Captions of normalised pixels, shape (N, 3, side, side): the likeliest word each time.

    Args:
        network: a small BLIP, in evaluation mode.
        pixels: the crops.
        vocabulary: its words.
        max_words: of a caption.
        before_word: called after each word of all captions; what it raises ends the work.
    """

    def go_on(words: torch.Tensor, *_scores: object, **_more: object) -> torch.Tensor:
        before_word()
        return torch.zeros(len(words), dtype=torch.bool, device=words.device)

    rows = network.generate(
        pixel_values=pixels,
        max_new_tokens=max_words,
        do_sample=False,
        num_beams=1,
        stopping_criteria=[go_on],
    )
    return [vocabulary.decode(row) for row in rows.tolist()]
