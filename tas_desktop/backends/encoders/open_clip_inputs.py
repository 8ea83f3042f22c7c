"""Pictures and texts as an open_clip model was trained on them, by open_clip's own transforms."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch

from tas_desktop.backends.refusals import damaged
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.backends.transformers_folders import check_no_code, refusing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from tas_desktop.backends.encoders.open_clip_files import OpenClipFiles

_MOST_THREADS: Final = 8
_TOKENIZER_WORDS: Final = ("clean", "strip_sep_token", "language")
"""What a description may say to its tokenizer; all else could lead out of the folder."""


class PictureTransform:
    """From uint8 crops to the network's square: resized as PIL does it with antialiasing, normalised.

    Args:
        files: the model, whose ``preprocess_cfg`` counts.

    Raises:
        WeightsDamaged: what it says is no way to prepare pictures.
    """

    def __init__(self, files: OpenClipFiles) -> None:
        ensure_torchvision()
        from open_clip.transform import PreprocessCfg, image_transform_v2, merge_preprocess_dict

        size = files.shape["vision_cfg"].get("image_size", 224)
        told = merge_preprocess_dict(asdict(PreprocessCfg()), {**files.looks, "size": size})
        try:
            self._transform: Callable[[Any], Tensor] = image_transform_v2(
                PreprocessCfg(**told), is_train=False
            )
            self._transform(_picture(np.zeros((3, 2, 3), np.uint8)))
        except (AssertionError, TypeError, ValueError, RuntimeError, AttributeError) as error:
            raise damaged(files.weights, how="comes with no usable way to prepare pictures") from error

    def __call__(self, crops_rgb: Sequence[NDArray[np.uint8]]) -> Tensor:
        """Float32, shape (len(crops_rgb), 3, side, side), bit for bit what open_clip's transform gives."""
        # PIL lets other threads run while it resizes.
        with ThreadPoolExecutor(max_workers=min(_MOST_THREADS, len(crops_rgb), os.cpu_count() or 1)) as pool:
            return torch.stack(list(pool.map(self._prepare, crops_rgb)))

    def _prepare(self, crop_rgb: NDArray[np.uint8]) -> Tensor:
        return self._transform(_picture(crop_rgb))


class TextTransform:
    """From texts to rows of token ids. Safe to call from several threads.

    Args:
        files: the model; its tokenizer's files are read from its own folder, never fetched.

    Raises:
        WeightsDamaged, ModelRefused: the tokenizer's files cannot be used.
    """

    def __init__(self, files: OpenClipFiles) -> None:
        ensure_torchvision()
        self._lock = threading.Lock()  # fast tokenizers set their padding anew in each call
        self._tokenizer: Callable[[list[str]], Tensor]
        text = files.shape["text_cfg"]
        words = {k: v for k, v in (text.get("tokenizer_kwargs") or {}).items() if k in _TOKENIZER_WORDS}
        with refusing(files.tokens or files.weights, what="its tokenizer"):
            if files.tokens is None:
                from open_clip.tokenizer import SimpleTokenizer

                words = {key: value for key, value in words.items() if key == "clean"}
                self._tokenizer = SimpleTokenizer(context_length=files.context_length, **words)
            else:
                from open_clip.tokenizer import HFTokenizer

                check_no_code(files.tokens)
                self._tokenizer = HFTokenizer(
                    str(files.tokens),
                    context_length=files.context_length,
                    tokenizer_mode=text.get("tokenizer_mode"),
                    local_files_only=True,
                    trust_remote_code=False,
                    **words,
                )

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Int64, shape (len(texts), context length); longer texts are cut."""
        with self._lock:
            return self._tokenizer(list(texts))


def _picture(crop_rgb: NDArray[np.uint8]) -> Any:
    from PIL import Image

    return Image.fromarray(np.ascontiguousarray(crop_rgb))
