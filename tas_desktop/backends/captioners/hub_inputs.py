"""Pictures into what a hub captioner's network takes, and its tokens into captions.

All of it by transformers' own processor of the folder, so that pixels and tokens are the published ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.backends.transformers_folders import load_processor
from tas_desktop.domain.errors import BackendFailed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import torch
    from numpy.typing import NDArray


class CaptionInputs:
    """A folder's processor with one prompt for all pictures.

    Args:
        folder: as downloaded from the hub.
        prompt: see ``CaptionSettings``.
        writes_on: whether the network goes on writing what it is given (a decoder alone), so that shorter
            inputs are padded at their start.

    Raises:
        WeightsDamaged, ModelRefused: the processor's files cannot be used.
    """

    def __init__(self, folder: Path, *, prompt: str, writes_on: bool) -> None:
        self._processor, self._prompt = load_processor(folder), prompt
        tokenizer = getattr(self._processor, "tokenizer", None)
        if writes_on and tokenizer is not None:
            tokenizer.padding_side = "left"

    def prepare(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> Any:
        """Tensors by the names of the network's ``generate``, on the CPU; pixels float32.

        Raises:
            BackendFailed: the processor takes no picture of such a shape.
        """
        from PIL import Image

        # PIL images: of an array of 3x3 pixels, transformers would guess which axis is the colours'.
        pictures = [Image.fromarray(np.ascontiguousarray(crop)) for crop in crops_rgb]
        try:
            if self._prompt and getattr(self._processor, "chat_template", None):
                return self._as_chat(pictures)
            texts = {"text": [self._prompt] * len(pictures), "padding": True} if self._prompt else {}
            return self._processor(images=pictures, return_tensors="pt", **texts)
        except ValueError as error:
            raise BackendFailed(
                f"The captioner cannot look at this picture: {error}",
                next_step="Choose another captioner for such pictures",
            ) from error

    def _as_chat(self, pictures: Sequence[Any]) -> Any:
        chats = [
            [
                {
                    "role": "user",
                    "content": [{"type": "image", "image": picture}, {"type": "text", "text": self._prompt}],
                }
            ]
            for picture in pictures
        ]
        return self._processor.apply_chat_template(
            chats,
            add_generation_prompt=True,
            tokenize=True,
            return_dict=True,
            return_tensors="pt",
            processor_kwargs={"padding": True},
        )

    def read(self, rows: torch.Tensor, *, given: torch.Tensor | None) -> list[str]:
        """Captions of generated rows of tokens, white space made single.

        Args:
            rows: shape (N, length).
            given: the tokens that were given, shape (N, g); where the rows begin with them they are cut off.
        """
        if given is not None and rows.shape[1] >= given.shape[1]:
            before = rows[:, : given.shape[1]]
            if before.shape == given.shape and bool((before == given).all()):
                rows = rows[:, given.shape[1] :]
        texts = self._processor.batch_decode(rows, skip_special_tokens=True)
        return [" ".join(text.split()) for text in texts]
