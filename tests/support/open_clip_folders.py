"""Encoders as their authors publish them for open_clip: random weights of any size, described by JSON."""

from __future__ import annotations

import json

import torch
from safetensors.torch import save_file

from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tests.support.drawn_weights import draw_weights, eight_pictures, settle_norms

CLIP_LOOKS = {
    "mean": [0.48145466, 0.4578275, 0.40821073],
    "std": [0.26862954, 0.26130258, 0.27577711],
    "interpolation": "bicubic",
    "resize_mode": "shortest",
}
SIGLIP_LOOKS = {
    "mean": [0.5, 0.5, 0.5],
    "std": [0.5, 0.5, 0.5],
    "interpolation": "bicubic",
    "resize_mode": "squash",
}
_TINY_TEXT = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2}

VIT_TINY = {
    "embed_dim": 24,
    "quick_gelu": True,
    "vision_cfg": {"image_size": 64, "layers": 3, "width": 48, "patch_size": 16, "head_width": 16},
    "text_cfg": _TINY_TEXT,
}
RESNET_TINY = {
    "embed_dim": 24,
    "vision_cfg": {"image_size": 64, "layers": [1, 1, 1, 1], "width": 8, "patch_size": None},
    "text_cfg": _TINY_TEXT,
}
SIGLIP_TINY = {
    "embed_dim": 192,
    "init_logit_bias": -10,
    "custom_text": True,
    "vision_cfg": {
        "image_size": 224,
        "timm_model_name": "vit_tiny_patch16_224",
        "timm_model_pretrained": False,
        "timm_pool": "map",
        "timm_proj": "none",
    },
    "text_cfg": {
        "context_length": 16,
        "vocab_size": 500,
        "hf_tokenizer_name": "nobody/nothing",
        "tokenizer_kwargs": {"clean": "canonicalize"},
        "width": 32,
        "heads": 2,
        "layers": 2,
        "no_causal_mask": True,
        "proj_bias": True,
        "pool_type": "last",
        "norm_kwargs": {"eps": 1e-6},
        "act_kwargs": {"approximate": "tanh"},
    },
}


def write_open_clip(folder, shape, *, looks=CLIP_LOOKS):
    """A folder with ``open_clip_config.json``, weights and, where the shape names one, a tokenizer."""
    network = random_open_clip(shape)
    folder.mkdir(parents=True, exist_ok=True)
    described = {"model_cfg": shape, "preprocess_cfg": {**looks, "size": shape["vision_cfg"]["image_size"]}}
    (folder / "open_clip_config.json").write_text(json.dumps(described), encoding="utf-8")
    state = {name: tensor.contiguous().clone() for name, tensor in network.state_dict().items()}
    save_file(state, folder / "open_clip_model.safetensors")
    if "hf_tokenizer_name" in shape["text_cfg"]:
        write_tokenizer(folder, rows=min(500, shape["text_cfg"]["vocab_size"]))
    return folder


def random_open_clip(shape):
    """open_clip's own network of a shape."""
    ensure_torchvision()
    from open_clip.model import CLIP, CustomTextCLIP
    from open_clip.transform import image_transform
    from PIL import Image

    words = {name: value for name, value in shape.items() if name != "custom_text"}
    network = (CustomTextCLIP if shape.get("custom_text") else CLIP)(**words)
    draw_weights(network, gain=1.5)
    look = image_transform(shape["vision_cfg"]["image_size"], is_train=False)
    pictures = torch.stack([look(Image.fromarray(picture)) for picture in eight_pictures()])
    return settle_norms(network, lambda: network.encode_image(pictures))


def write_tokenizer(folder, *, rows):
    """Pieces of words with their likelihoods, as SigLIP's: letters and numbered words."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyz'"
    pieces = [("<pad>", 0.0), ("<eos>", 0.0), ("<bos>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(letter, -4.0) for letter in letters] + [(f"▁{letter}", -5.0) for letter in letters]
    pieces += [(f"▁word{row}", -9.0) for row in range(len(pieces), rows)]
    made = Tokenizer(models.Unigram(pieces, unk_id=3))
    made.normalizer = normalizers.Replace(Regex(" +"), " ")
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    made.decoder = decoders.Metaspace()
    made.post_processor = processors.TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="<pad>", eos_token="<eos>", bos_token="<bos>", unk_token="<unk>"
    ).save_pretrained(folder)
