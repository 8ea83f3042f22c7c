"""Which Sam a checkpoint holds, read off the names and shapes of its tensors.

Public checkpoints are bare state dicts without a word on their architecture (ViT-B, -L or -H), and people
fine-tune and shrink them. All that the network's sizes depend on can be read off but the decoder's number of
heads, which is 8 in every Sam.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from torch import Tensor

DECODER_HEADS: Final = 8
_TITLES: Final = {(768, 12): "SAM ViT-B", (1024, 24): "SAM ViT-L", (1280, 32): "SAM ViT-H"}


class NoSam(Exception):
    """The tensors are not those of a Sam; the message says what they look like, or what is missing."""


@dataclass(frozen=True, slots=True)
class CheckpointShape:
    """Sizes of ``segment_anything``'s Sam.

    Attributes:
        image_side: pixels of the square input.
        patch_side: pixels of a token's square.
        width, depth, heads: of the image encoder.
        mlp_ratio: hidden width of its MLPs in units of ``width``.
        window: tokens along one side of a block's window; 0 where every block is global.
        global_blocks: which blocks see the whole picture.
        relative: whether attention has relative positions.
        decoder_width, decoder_depth, decoder_mlp: of the mask decoder's transformer.
        mask_tokens: masks it draws, with the one for unambiguous prompts.
        quality_depth, quality_width: of the head that predicts IoU.
        mask_channels: of the prompt encoder's mask input.
    """

    image_side: int
    patch_side: int
    width: int
    depth: int
    heads: int
    mlp_ratio: float
    window: int
    global_blocks: tuple[int, ...]
    relative: bool
    decoder_width: int
    decoder_depth: int
    decoder_mlp: int
    mask_tokens: int
    quality_depth: int
    quality_width: int
    mask_channels: int

    @property
    def title(self) -> str:
        """For people: the public one of that size, or its sizes."""
        return _TITLES.get((self.width, self.depth), f"SAM ViT of width {self.width}, depth {self.depth}")


def find_shape(state: Mapping[str, Tensor]) -> CheckpointShape:
    """Sizes of the Sam that a checkpoint holds.

    Raises:
        NoSam: it holds another network, or a tensor that tells a size is missing.
    """
    other = _known_stranger(state)
    if other:
        raise NoSam(other)
    try:
        return _read_off(state)
    except KeyError as error:
        raise NoSam(f"{error.args[0]} is missing") from error
    except (ValueError, IndexError, ZeroDivisionError) as error:
        raise NoSam(f"its tensors do not fit together ({error})") from error


def _read_off(state: Mapping[str, Tensor]) -> CheckpointShape:
    encoder, decoder = "image_encoder.", "mask_decoder."
    width, _channels, patch, _patch = state[f"{encoder}patch_embed.proj.weight"].shape
    side = state[f"{encoder}pos_embed"].shape[1]
    depth = _count(state, r"image_encoder\.blocks\.(\d+)\.")
    positions = [state.get(f"{encoder}blocks.{block}.attn.rel_pos_h") for block in range(depth)]
    spans = [0 if one is None else (one.shape[0] + 1) // 2 for one in positions]
    relative = [one for one in positions if one is not None]
    windowed = [span for span in spans if span not in (0, side)]
    head_width = relative[0].shape[1] if relative else 64
    return CheckpointShape(
        image_side=side * patch,
        patch_side=patch,
        width=width,
        depth=depth,
        heads=width // head_width,
        mlp_ratio=state[f"{encoder}blocks.0.mlp.lin1.weight"].shape[0] / width,
        window=windowed[0] if windowed else 0,
        global_blocks=tuple(block for block, span in enumerate(spans) if span == side),
        relative=bool(relative),
        decoder_width=state[f"{encoder}neck.0.weight"].shape[0],
        decoder_depth=_count(state, r"mask_decoder\.transformer\.layers\.(\d+)\."),
        decoder_mlp=state[f"{decoder}transformer.layers.0.mlp.lin1.weight"].shape[0],
        mask_tokens=state[f"{decoder}mask_tokens.weight"].shape[0],
        quality_depth=_count(state, r"mask_decoder\.iou_prediction_head\.layers\.(\d+)\."),
        quality_width=state[f"{decoder}iou_prediction_head.layers.0.weight"].shape[0],
        mask_channels=state["prompt_encoder.mask_downscaling.3.weight"].shape[0],
    )


def _count(names: Iterable[str], pattern: str) -> int:
    """One more than the largest number at the pattern's group."""
    found = [int(match.group(1)) for name in names if (match := re.match(pattern, name))]
    if not found:
        raise KeyError(pattern.replace("\\", "").replace("(d+)", "0") + "…")
    return max(found) + 1


def _known_stranger(state: Mapping[str, Tensor]) -> str:
    """What else the tensors are, where it is a common mistake; empty otherwise."""
    names = list(state)

    def any_starts(*prefixes: str) -> bool:
        return any(name.startswith(prefixes) for name in names)

    if any_starts("image_encoder.trunk.", "sam_mask_decoder."):
        return "it is a SAM 2 checkpoint; choose its hub folder with the backend 'sam-transformers'"
    if any_starts("vision_encoder."):
        return "it is a transformers model; choose its whole folder with the backend 'sam-transformers'"
    if any_starts("image_encoder.layers.", "image_encoder.patch_embed.seq."):
        return "it is a MobileSAM checkpoint, whose image encoder this program does not have"
    if any_starts("visual.", "text_model.", "text_decoder."):
        return "it is an image-text model, no mask network"
    return ""
