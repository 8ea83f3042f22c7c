"""Leaving out the places that no text reaches changes no feature."""

from __future__ import annotations

import pytest
import torch

from tas_desktop.backends.encoders.short_texts import encode_tokens
from tas_desktop.backends.torchvision_ops import ensure_torchvision

LOOKING_BACK = [
    {"kind": "CLIP"},
    {"kind": "CustomTextCLIP"},
    {"kind": "CustomTextCLIP", "pool_type": "eos", "eos_id": 49},
    {"kind": "CustomTextCLIP", "proj_type": "none", "output_dim": 24},
]
OTHERS = [
    {"kind": "CustomTextCLIP", "pool_type": "last", "no_causal_mask": True},
    {"kind": "CustomTextCLIP", "embed_cls": True},
]


def network_of(kind, **text):
    ensure_torchvision()
    from open_clip import model

    torch.manual_seed(3)
    wide = {"context_length": 20, "vocab_size": 50, "width": 24, "heads": 2, "layers": 3}
    image = {"image_size": 16, "layers": 1, "width": 16, "patch_size": 8, "head_width": 8}
    dim = text.pop("output_dim", 16)
    built = getattr(model, kind)(embed_dim=dim, vision_cfg=image, text_cfg={**wide, **text}).eval()
    for parameter in built.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return built


def tokens_of(*lengths):
    """Random words, then the end-of-text token, which is the last of the vocabulary, then zeros."""
    rows = torch.zeros((len(lengths), 20), dtype=torch.long)
    for row, length in zip(rows, lengths, strict=True):
        row[:length] = torch.randint(1, 49, (length,))
        row[length] = 49
    return rows


@pytest.mark.parametrize("shape", LOOKING_BACK + OTHERS, ids=str)
@torch.inference_mode()
def test_features_are_those_of_all_places(shape):
    network, tokens = network_of(**shape), tokens_of(3, 11, 1)
    whole, cut = network.encode_text(tokens), encode_tokens(network, tokens)
    assert whole.std() > 1e-3
    torch.testing.assert_close(cut, whole, rtol=1e-4, atol=1e-5)
    assert not torch.allclose(whole[0], whole[1], atol=1e-2)


@pytest.mark.parametrize("shape", LOOKING_BACK, ids=str)
@torch.inference_mode()
def test_only_places_that_count_are_computed(shape):
    network, seen = network_of(**shape), []
    tower = network if hasattr(network, "token_embedding") else network.text
    tower.transformer.register_forward_pre_hook(lambda _module, inputs: seen.append(inputs[0].shape[1]))
    encode_tokens(network, tokens_of(3, 11, 1))
    assert seen == [12]
    encode_tokens(network, tokens_of(19))  # a text that was cut: it fills every place
    assert seen == [12, 20]


@pytest.mark.parametrize("shape", OTHERS, ids=str)
@torch.inference_mode()
def test_towers_that_look_ahead_get_every_place(shape):
    network, seen = network_of(**shape), []
    network.text.transformer.register_forward_pre_hook(
        lambda _module, inputs: seen.append(inputs[0].shape[1])
    )
    encode_tokens(network, tokens_of(3, 4))
    assert seen[0] >= 20
