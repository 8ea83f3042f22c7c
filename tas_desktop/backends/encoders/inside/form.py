"""What an image network is like inside, known before its weights are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CLIP_MEAN: Final = (0.48145466, 0.4578275, 0.40821073)
CLIP_STD: Final = (0.26862954, 0.26130258, 0.27577711)

_RESNET_STRIDE: Final = 32
_OWN_BLOCKS: Final = frozenset(
    {
        "block_type",
        "qk_norm",
        "scaled_cosine_attn",
        "scale_heads",
        "scale_attn",
        "scale_attn_inner",
        "scale_fc",
    }
)
"""Settings under which open_clip builds blocks of another kind."""


class Family(Enum):
    """Kinds of networks that can be looked into."""

    TRANSFORMER = auto()  # open_clip's VisionTransformer with a class token
    RESNET = auto()  # CLIP's ModifiedResNet with attention pooling


@dataclass(frozen=True, slots=True)
class TowerForm:
    """Sizes of an image network and what its pixels are like.

    Attributes:
        family: what it is.
        side_px: rows and columns of its input.
        grid: places down and across.
        depth: blocks that tokens pass; 1 for a ResNet, whose places meet in its pooling only.
        mean_rgb, std_rgb: of its pixels, on the scale of 0 to 1.
    """

    family: Family
    side_px: int
    grid: int
    depth: int
    mean_rgb: tuple[float, float, float] = CLIP_MEAN
    std_rgb: tuple[float, float, float] = CLIP_STD


def form_of(vision: Mapping[str, Any], looks: Mapping[str, Any]) -> TowerForm | None:
    """The form that a model's description tells, or None for a network that cannot be looked into.

    Args:
        vision: open_clip's ``vision_cfg``.
        looks: its ``preprocess_cfg``.
    """
    side, layers = vision.get("image_size", 224), vision.get("layers", 12)
    if "timm_model_name" in vision or not isinstance(side, int):
        return None
    mean, std = looks.get("mean") or CLIP_MEAN, looks.get("std") or CLIP_STD
    means = (float(mean[0]), float(mean[1]), float(mean[2])), (float(std[0]), float(std[1]), float(std[2]))
    if isinstance(layers, list | tuple):
        return TowerForm(Family.RESNET, side, side // _RESNET_STRIDE, 1, *means)
    patch = vision.get("patch_size", 16)
    is_plain = (
        isinstance(patch, int)
        and not vision.get("attentional_pool")
        and not vision.get("final_ln_after_pool")
        and vision.get("pool_type", "tok") == "tok"
        and not any(vision.get(name) for name in _OWN_BLOCKS)
    )
    return TowerForm(Family.TRANSFORMER, side, side // patch, int(layers), *means) if is_plain else None
