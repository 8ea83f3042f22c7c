"""What Sam sees of a picture: the whole of it or a window, encoded once and asked as often as needed.

Unlike ``SamPredictor`` these functions keep nothing in the network, so that an analysis may go on in
another thread with the same weights.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch

from tas_desktop.backends.sam.decoding import CELL_SIDE, cell_maps, decode_prompts, mask_logits
from tas_desktop.engine.prompting import MaskChoices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from segment_anything.modeling import Sam
    from torch import Tensor

    from tas_desktop.domain.prompt import BoxXywh, PointXy


@dataclass(frozen=True, eq=False)
class View:
    """A window of a picture as the network sees it.

    Attributes:
        origin_xy: the window's corner in pixels of the picture.
        scale: network pixels per pixel of the picture.
        map_scale: pixels of a mask per pixel of the picture.
        filled_hw: network pixels that the window fills; the rest of the square is padding.
        features: (1, C, h, w) embedding.
    """

    origin_xy: PointXy
    scale: float
    map_scale: float
    filled_hw: tuple[int, int]
    features: Tensor

    @property
    def nbytes(self) -> int:
        """Bytes of the embedding."""
        return int(self.features.nbytes)

    def to_network(self, point_xy: PointXy) -> PointXy:
        """A point of the picture in network pixels, moved to the window's border where it lies beyond."""
        rows, columns = self.filled_hw
        x, y = ((point_xy[axis] - self.origin_xy[axis]) * self.scale for axis in (0, 1))
        return min(max(x, 0.5), columns - 0.5), min(max(y, 0.5), rows - 0.5)


@torch.inference_mode()
def encode_view(
    sam: Sam,
    image_rgb: NDArray[np.uint8],
    *,
    window_xywh: tuple[int, int, int, int],
    picture_scale: float = 1.0,
) -> View:
    """Encode a window of a picture.

    Args:
        sam: the network, in evaluation mode.
        image_rgb: uint8 (height, width, 3), the picture or a smaller copy of it.
        window_xywh: the window in its pixels.
        picture_scale: pixels of the picture per pixel of ``image_rgb``.
    """
    x, y, w, h = window_xywh
    side = sam.image_encoder.img_size
    scale = side / max(h, w)
    size = max(1, round(w * scale)), max(1, round(h * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = cv2.resize(np.ascontiguousarray(image_rgb[y : y + h, x : x + w]), size, interpolation=way)
    pixels = torch.from_numpy(small).permute(2, 0, 1)[None].float()
    features = sam.image_encoder(sam.preprocess(pixels))
    map_side = CELL_SIDE * features.shape[-1]
    return View(
        origin_xy=(x * picture_scale, y * picture_scale),
        scale=scale / picture_scale,
        map_scale=scale / picture_scale * map_side / side,
        filled_hw=(size[1], size[0]),
        features=features,
    )


@torch.inference_mode()
def decode_points(sam: Sam, view: View, points_xy: Sequence[PointXy]) -> MaskChoices:
    """Three masks for each point, each point asked by itself, as the starter pack's network learnt it.

    Args:
        sam: the network.
        view: where to look.
        points_xy: in pixels of the picture.
    """
    prompts = torch.tensor([view.to_network(point) for point in points_xy]).reshape(1, -1, 2)
    tokens, cells = decode_prompts(sam, view.features, points_bk2=prompts)
    quality = sam.mask_decoder.iou_prediction_head(tokens[:, 0])[:, 1:]
    logits = mask_logits(sam.mask_decoder, tokens, cells)[:, 1:].flatten(0, 1)
    maps = cell_maps(logits, height=view.features.shape[-2], width=view.features.shape[-1])
    owners = np.repeat(np.arange(len(points_xy)), quality.shape[1])
    return _as_choices(view, maps, quality.flatten(), owners=owners)


@torch.inference_mode()
def decode_together(
    sam: Sam,
    view: View,
    *,
    inside_xy: Sequence[PointXy],
    outside_xy: Sequence[PointXy],
    box_xywh: BoxXywh | None,
) -> MaskChoices:
    """Three masks for all prompts at once, for networks that were trained so; owned by -1.

    Args:
        sam: the network.
        view: where to look.
        inside_xy: points on the object, in pixels of the picture.
        outside_xy: points beside it.
        box_xywh: its box, or None.
    """
    points, box = None, None
    if inside_xy or outside_xy:
        places = torch.tensor([[view.to_network(point) for point in (*inside_xy, *outside_xy)]])
        points = places, torch.tensor([[1] * len(inside_xy) + [0] * len(outside_xy)])
    if box_xywh is not None:
        x, y, w, h = box_xywh
        box = torch.tensor([(*view.to_network((x, y)), *view.to_network((x + w, y + h)))])
    sparse, dense = sam.prompt_encoder(points=points, boxes=box, masks=None)
    maps, quality = sam.mask_decoder(
        image_embeddings=view.features,
        image_pe=sam.prompt_encoder.get_dense_pe(),
        sparse_prompt_embeddings=sparse,
        dense_prompt_embeddings=dense,
        multimask_output=True,
    )
    return _as_choices(view, maps[0], quality[0], owners=np.full(maps.shape[1], -1))


def _as_choices(view: View, maps: Tensor, quality: Tensor, *, owners: NDArray[np.intp]) -> MaskChoices:
    """Cut the padding off."""
    rows, columns = (math.ceil(side * view.map_scale / view.scale) for side in view.filled_hw)
    shares = maps[:, :rows, :columns].sigmoid()
    return MaskChoices(shares.numpy(), quality.numpy().astype(np.float64), owners)
