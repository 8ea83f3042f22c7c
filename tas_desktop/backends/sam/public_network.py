"""``segment_anything``'s Sam as a `MaskNetwork`, with the preprocessing of its ``SamPredictor``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torchvision.transforms.functional import resize, to_pil_image

from tas_desktop.backends.sam.frames import Frame
from tas_desktop.backends.sam.networks import Embedding, Features, MaskNetwork, PromptTensors, as_float32

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from segment_anything.modeling import Sam
    from torch import Tensor, nn


class PublicSam(MaskNetwork):
    """Sam with weights of a public checkpoint; see `checkpoints.load_checkpoint`."""

    def encode(self, module: nn.Module, image_rgb: NDArray[np.uint8]) -> Embedding:
        """See `MaskNetwork.encode`."""
        sam = cast("Sam", module)
        height, width = image_rgb.shape[:2]
        frame = Frame.padded((height, width), side=sam.image_encoder.img_size)
        # As ``ResizeLongestSide.apply_image`` does it, for which some pictures are too thin.
        small = np.array(resize(to_pil_image(np.ascontiguousarray(image_rgb)), frame.filled_hw))
        pixels = torch.from_numpy(small).to(sam.device).permute(2, 0, 1).contiguous()
        squared = sam.preprocess(pixels[None])
        features = sam.image_encoder(squared.to(sam.image_encoder.patch_embed.proj.weight.dtype))
        return Embedding(frame, as_float32({"image_embeddings": features}))

    def decode(self, module: nn.Module, features: Features, prompts: PromptTensors) -> tuple[Tensor, Tensor]:
        """See `MaskNetwork.decode`."""
        sam = cast("Sam", module)
        points = None
        if prompts.points_kp2 is not None:
            points = prompts.points_kp2, prompts.labels_kp
        sparse, dense = sam.prompt_encoder(points=points, boxes=prompts.boxes_k4, masks=None)
        logits, quality = sam.mask_decoder(
            image_embeddings=features["image_embeddings"],
            image_pe=sam.prompt_encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
            multimask_output=True,
        )
        return logits, quality
