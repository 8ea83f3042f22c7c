"""transformers' mask-generation models with drawn weights, as hub folders, tiny and of full size."""

from __future__ import annotations

from typing import Any

import torch

from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tests.support.sam_drawing import calm_upscaling, centre_heads, slow_waves
from tests.support.sam_models import grid, picture

TINY_SIDE = 256


def tiny_sam() -> Any:
    """transformers' SAM, small."""
    from transformers import SamConfig

    return SamConfig(
        vision_config={
            "hidden_size": 48,
            "output_channels": 128,
            "num_hidden_layers": 4,
            "num_attention_heads": 3,
            "image_size": TINY_SIDE,
            "window_size": 6,
            "global_attn_indexes": [1, 3],
            "num_pos_feats": 64,
        },
        prompt_encoder_config={"hidden_size": 128, "image_size": TINY_SIDE},
        mask_decoder_config={"hidden_size": 128, "mlp_dim": 64, "iou_head_hidden_dim": 32},
    )


def tiny_sam2(config_class: str = "Sam2Config") -> Any:
    """transformers' SAM 2, small; named as the hub's SAM 2.1 folders are on request."""
    import transformers

    backbone = {
        "hidden_size": 16,
        "image_size": [TINY_SIDE, TINY_SIDE],
        "blocks_per_stage": [1, 1, 2, 1],
        "embed_dim_per_stage": [16, 32, 64, 128],
        "num_attention_heads_per_stage": [1, 2, 4, 8],
        "global_attention_blocks": [3],
    }
    side = TINY_SIDE
    return getattr(transformers, config_class)(
        vision_config={
            "backbone_config": {"model_type": "sam2_hiera_det_model", **backbone},
            "backbone_channel_list": [128, 64, 32, 16],
            "backbone_feature_sizes": [[side // step, side // step] for step in (4, 8, 16)],
            "fpn_hidden_size": 128,
        },
        prompt_encoder_config={"hidden_size": 128, "image_size": side},
        mask_decoder_config={"hidden_size": 128, "mlp_dim": 64, "iou_head_hidden_dim": 32},
    )


def save_hub_sam(config: Any, folder: Any, *, processor: Any) -> None:
    """Draw a model and write it as the hub has it.

    Args:
        config: transformers' configuration of the model.
        folder: where to.
        processor: transformers' image processor for it.
    """
    model = draw_hub_sam(config, processor=processor)
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


def draw_hub_sam(config: Any, *, processor: Any) -> Any:
    """A model whose masks depend on picture and prompt, in evaluation mode."""
    ensure_torchvision()
    from transformers import AutoModelForMaskGeneration

    torch.manual_seed(0)
    model = AutoModelForMaskGeneration.from_config(config).eval()
    _redraw(model)
    calm_upscaling(model.mask_decoder.upscale_conv1, model.mask_decoder.upscale_conv2)
    inputs = processor(images=picture(), return_tensors="pt")
    found = model.get_image_embeddings(inputs["pixel_values"])
    named = {"image_embeddings": found}
    if isinstance(found, tuple):
        named = {"image_embeddings": found[0], "intermediate_embeddings": found[1]}
    filled = inputs.get("reshaped_input_sizes", [inputs["pixel_values"].shape[-2:]])[0]
    points = grid(tuple(map(int, filled)))

    def answer(points):
        found = model(**named, input_points=points[None], multimask_output=True)
        return found.pred_masks[0], found.iou_scores[0]

    decoder = model.mask_decoder
    heads = [(mlp, mlp.proj_out) for mlp in list(decoder.output_hypernetworks_mlps)[1:4]]
    quality = decoder.iou_prediction_head
    centre_heads(
        answer,
        points,
        upscaling=[one for name in ("upscale_conv2", "conv_s0") if (one := getattr(decoder, name, None))],
        mask_heads=heads,
        quality_head=(quality, quality.proj_out),
        sigmoid=getattr(quality, "sigmoid_output", False),
    )
    return model


@torch.no_grad()
def _redraw(model: Any) -> None:
    """torch's own draw for every layer: SAM's configuration asks for weights of 1e-10."""
    generator = torch.Generator().manual_seed(1)
    for module in model.modules():
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()
    for name, tensor in (*model.named_parameters(), *model.named_buffers()):
        if name.endswith(("rel_pos_h", "rel_pos_w")):
            tensor.normal_(0, 0.02, generator=generator)
        elif name.endswith(("pos_embed", "pos_embed_window")):
            last = tensor.shape[1] == tensor.shape[2]
            sizes = tensor.shape[1:] if last else (*tensor.shape[2:], tensor.shape[1])
            waves = slow_waves(*sizes)
            tensor.copy_(waves[None] if last else waves.permute(2, 0, 1)[None])
        elif name.endswith("positional_embedding"):
            tensor.normal_(0, 1, generator=generator)


def sam_processor(*, side: int = 1024) -> Any:
    """SAM's image processor for a side of its input."""
    ensure_torchvision()
    from transformers import SamImageProcessor

    square = {"height": side, "width": side}
    quarter = {"height": side // 4, "width": side // 4}
    return SamImageProcessor(
        size={"longest_edge": side},
        pad_size=square,
        mask_size={"longest_edge": side // 4},
        mask_pad_size=quarter,
    )


def sam2_processor(*, side: int = 1024) -> Any:
    """SAM 2's image processor for a side of its input."""
    ensure_torchvision()
    from transformers import Sam2ImageProcessor

    return Sam2ImageProcessor(
        size={"height": side, "width": side}, mask_size={"height": side // 4, "width": side // 4}
    )


def vit_base() -> Any:
    """``facebook/sam-vit-base``."""
    from transformers import SamConfig

    return SamConfig()


def hiera_large() -> Any:
    """``facebook/sam2.1-hiera-large``."""
    from transformers import Sam2Config

    return Sam2Config(
        vision_config={
            "backbone_config": {
                "model_type": "sam2_hiera_det_model",
                "hidden_size": 144,
                "blocks_per_stage": [2, 6, 36, 4],
                "embed_dim_per_stage": [144, 288, 576, 1152],
                "num_attention_heads_per_stage": [2, 4, 8, 16],
                "window_size_per_stage": [8, 4, 16, 8],
                "global_attention_blocks": [23, 33, 43],
                "num_attention_heads": 2,
            },
            "backbone_channel_list": [1152, 576, 288, 144],
        }
    )


def save_undrawn(config: Any, folder: Any, *, processor: Any) -> None:
    """Write a model with torch's own random weights: its masks are noise, but its numbers are numbers."""
    ensure_torchvision()
    from transformers import AutoModelForMaskGeneration

    torch.manual_seed(0)
    model = AutoModelForMaskGeneration.from_config(config).eval()
    _redraw(model)
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


def tiny_sam_hq() -> Any:
    """transformers' SAM-HQ, small."""
    from transformers import SamHQConfig

    return SamHQConfig(
        vision_config={
            "hidden_size": 48,
            "output_channels": 128,
            "num_hidden_layers": 4,
            "num_attention_heads": 3,
            "image_size": TINY_SIDE,
            "window_size": 6,
            "global_attn_indexes": [1, 3],
            "num_pos_feats": 64,
        },
        prompt_encoder_config={"hidden_size": 128, "image_size": TINY_SIDE},
        mask_decoder_config={"hidden_size": 128, "mlp_dim": 64, "iou_head_hidden_dim": 32, "vit_dim": 48},
    )


def small_edgetam() -> Any:
    """EdgeTAM's own image encoder, which is small, on a smaller picture."""
    from transformers import EdgeTamConfig

    backbone = {
        "model_type": "timm_wrapper",
        "architecture": "repvit_m1",
        "num_classes": 2,
        "model_args": {"in_chans": 3, "features_only": True, "out_indices": [0, 1, 2, 3]},
    }
    sizes = [[TINY_SIDE // step] * 2 for step in (4, 8, 16)]
    return EdgeTamConfig(
        vision_config={"backbone_config": backbone, "backbone_feature_sizes": sizes},
        prompt_encoder_config={"image_size": TINY_SIDE},
    )


SAM3_SIDE = 252


def tiny_sam3() -> Any:
    """SAM 3's tracker, the part of it that takes points, small."""
    from transformers import Sam3TrackerConfig

    cells = SAM3_SIDE // 14
    return Sam3TrackerConfig(
        vision_config={
            "backbone_config": {
                "model_type": "sam3_vit_model",
                "hidden_size": 64,
                "intermediate_size": 128,
                "num_hidden_layers": 4,
                "num_attention_heads": 4,
                "image_size": SAM3_SIDE,
                "pretrain_image_size": 84,
                "window_size": 6,
                "global_attn_indexes": [1, 3],
            },
            "backbone_feature_sizes": [[4 * cells] * 2, [2 * cells] * 2, [cells] * 2],
        },
        prompt_encoder_config={"image_size": SAM3_SIDE},
    )


def sam3_processor(*, side: int = 1008) -> Any:
    """SAM 3's image processor for a side of its input."""
    ensure_torchvision()
    from transformers import Sam3ImageProcessor

    return Sam3ImageProcessor(size={"height": side, "width": side})
