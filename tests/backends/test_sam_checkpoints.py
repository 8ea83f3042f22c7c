"""Public Sam checkpoints: which Sam they hold, and why others are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tas_desktop.backends.refusals import ModelRefused
from tas_desktop.backends.sam.checkpoint_shape import NoSam, find_shape
from tas_desktop.backends.sam.checkpoints import build_public_sam, load_checkpoint
from tas_desktop.domain.errors import WeightsDamaged
from tests.support.sam_models import TINY, VIT_B, VIT_H, VIT_L


def state_of(shape):
    """Names and shapes of a Sam's tensors, without the memory that they would take."""
    with torch.device("meta"):
        return build_public_sam(shape).state_dict()


@pytest.mark.parametrize(
    ("shape", "title"), [(VIT_B, "SAM ViT-B"), (VIT_L, "SAM ViT-L"), (VIT_H, "SAM ViT-H")]
)
def test_the_shape_is_found_in_the_tensors(shape, title):
    found = find_shape(state_of(shape))
    assert found == shape
    assert found.title == title


@pytest.mark.parametrize(
    "changes", [{"relative": False, "window": 0, "global_blocks": (), "width": 128, "heads": 2}]
)
def test_other_sizes_are_found_too(changes):
    shape = replace(TINY, **changes)
    assert find_shape(state_of(shape)) == shape


def test_the_public_builder_makes_the_same_network():
    """Our builder at the public sizes has exactly the tensors of segment_anything's own."""
    from segment_anything import build_sam_vit_b

    with torch.device("meta"):
        theirs = build_sam_vit_b().state_dict()
    ours = state_of(VIT_B)
    assert {name: tensor.shape for name, tensor in ours.items()} == {
        name: tensor.shape for name, tensor in theirs.items()
    }


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("image_encoder.trunk.pos_embed", "SAM 2"),
        ("vision_encoder.pos_embed", "folder"),
        ("image_encoder.layers.0.blocks.0.attn.qkv.weight", "MobileSAM"),
        ("visual.proj", "image-text"),
        ("layer1.0.conv1.weight", "missing"),
    ],
)
def test_other_networks_are_called_by_their_names(name, says):
    with pytest.raises(NoSam, match=says):
        find_shape({name: torch.zeros(1)})


def test_a_checkpoint_is_read_as_it_was_written(tiny_sam_file):
    sam = load_checkpoint(tiny_sam_file)
    state = torch.load(tiny_sam_file, weights_only=True)
    assert not sam.training
    for name, tensor in sam.state_dict().items():
        torch.testing.assert_close(tensor, state[name], rtol=0, atol=0)
    assert sam.pixel_mean.flatten().tolist() == pytest.approx([123.675, 116.28, 103.53])


def test_safetensors_and_training_checkpoints_hold_the_same(tiny_sam_file, tmp_path):
    from safetensors.torch import save_file

    state = torch.load(tiny_sam_file, weights_only=True)
    save_file(state, tmp_path / "sam.safetensors")
    torch.save({"model": {f"module.{name}": one for name, one in state.items()}}, tmp_path / "training.pth")
    for name in ("sam.safetensors", "training.pth"):
        found = load_checkpoint(tmp_path / name).state_dict()
        assert all(torch.equal(found[key], state[key]) for key in state)


def test_the_image_encoder_takes_half_precision_and_the_decoder_does_not(tiny_sam_file):
    sam = load_checkpoint(tiny_sam_file, precision=torch.bfloat16)
    assert {one.dtype for one in sam.image_encoder.parameters()} == {torch.bfloat16}
    assert {one.dtype for one in sam.mask_decoder.parameters()} == {torch.float32}
    assert {one.dtype for one in sam.prompt_encoder.parameters()} == {torch.float32}


def without(state, part):
    return {name: tensor for name, tensor in state.items() if part not in name}


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda state: without(state, "blocks.2."), "missing"),
        (lambda state: without(state, "mask_tokens"), "mask_tokens.weight is missing"),
        (lambda state: without(state, "iou_token"), "1 tensors are missing"),
        (lambda state: {**state, "image_encoder.extra": torch.zeros(1)}, "too many"),
        (lambda state: {**state, "mask_decoder.iou_token.weight": torch.zeros(1, 7)}, "size mismatch"),
        (lambda state: {**state, "image_encoder.patch_embed.proj.weight": torch.zeros(3)}, "fit together"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_first_difference(tiny_sam_file, tmp_path, damage, says):
    torch.save(damage(torch.load(tiny_sam_file, weights_only=True)), tmp_path / "other.pth")
    with pytest.raises(ModelRefused, match=says) as refused:
        load_checkpoint(tmp_path / "other.pth")
    assert refused.value.next_step


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_half_a_file_is_damaged(tiny_sam_file, tmp_path, share):
    whole = tiny_sam_file.read_bytes()
    (tmp_path / "half.pth").write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(WeightsDamaged):
        load_checkpoint(tmp_path / "half.pth")


class Bomb:
    """What a pickle that runs a program looks like."""

    def __init__(self, place):
        self.place = place

    def __reduce__(self):
        return Path.touch, (self.place,)


def test_a_pickle_with_a_program_is_not_run(tmp_path):
    torch.save({"image_encoder.pos_embed": Bomb(tmp_path / "run")}, tmp_path / "bomb.pth")
    with pytest.raises(ModelRefused, match="run"):
        load_checkpoint(tmp_path / "bomb.pth")
    assert not (tmp_path / "run").exists()
