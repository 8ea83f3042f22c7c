"""Our open_clip backend beside open_clip itself, on random models saved as their authors publish them.

The small ones are part of `make test`; those of full size run by `make conformance`.
"""

from __future__ import annotations

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.encoders.choosing import open_encoder, recogniser_for
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.config.profiles import ComponentChoice
from tas_desktop.engine.control import Cancelled, CancelToken, Control
from tests.support.drawn_weights import eight_pictures
from tests.support.open_clip_folders import (
    CLIP_LOOKS,
    RESNET_TINY,
    SIGLIP_LOOKS,
    SIGLIP_TINY,
    VIT_TINY,
    write_open_clip,
)
from tests.support.tight_memory import placement_with_room, squeeze

TEXTS = [
    "the red mug on the left",
    "a photo of a man in a striped shirt who looks at the second tree from the right",
    "MUG",
    "",
    "ein rotes Haus & 3 cafés 🙂",
    "a tree",
    "word " * 90,
]
FULL = pytest.mark.conformance
MODELS = [
    pytest.param("vit-tiny", id="vit-tiny"),
    pytest.param("resnet-tiny", id="resnet-tiny"),
    pytest.param("siglip-tiny", id="siglip-tiny"),
    pytest.param("ViT-B-32-quickgelu", id="vit-b-32", marks=FULL),
    pytest.param("RN50-quickgelu", id="rn50", marks=FULL),
    pytest.param("ViT-B-16", id="vit-b-16", marks=FULL),
    pytest.param("ViT-B-16-SigLIP2", id="siglip2-b-16", marks=FULL),
    pytest.param("PE-Core-B-16", id="pe-core-b-16", marks=FULL),
]
SMALL = {
    "vit-tiny": (VIT_TINY, CLIP_LOOKS),
    "resnet-tiny": (RESNET_TINY, {**CLIP_LOOKS, "resize_mode": "longest", "interpolation": "bilinear"}),
    "siglip-tiny": (SIGLIP_TINY, SIGLIP_LOOKS),
}


def shape_and_looks(name):
    if name in SMALL:
        return SMALL[name]
    ensure_torchvision()
    from open_clip.factory import get_model_config

    return get_model_config(name), SIGLIP_LOOKS if "SigLIP" in name else CLIP_LOOKS


@pytest.fixture(scope="module", params=MODELS)
def folder(request, tmp_path_factory):
    shape, looks = shape_and_looks(request.param)
    return write_open_clip(tmp_path_factory.mktemp("encoders") / request.param, shape, looks=looks)


def open_ours(folder, *, placement=None, **params):
    choice = ComponentChoice("encoder", "open-clip-model", "drawn", (), params, path=folder)
    return open_encoder(choice, placement=placement or Placement("cpu"))


@pytest.fixture(scope="module")
def ours(folder):
    encoder = open_ours(folder)
    yield encoder
    encoder.resident.close()


@pytest.fixture(scope="module")
def theirs(folder):
    """(network, transform, tokenizer) as open_clip opens the folder."""
    from open_clip import create_model_and_transforms, get_tokenizer

    network, _, transform = create_model_and_transforms(f"local-dir:{folder}")
    return network.eval(), transform, get_tokenizer(f"local-dir:{folder}")


@pytest.fixture(scope="module")
def pictures():
    return eight_pictures()


@pytest.fixture(scope="module")
def image_features(ours, pictures):
    return ours.encode_images(pictures, control=Control())


def as_pil(picture):
    from PIL import Image

    return Image.fromarray(picture)


def reference_images(theirs, pictures):
    network, transform, _ = theirs
    with torch.inference_mode():
        return torch.cat(
            [network.encode_image(transform(as_pil(one))[None], normalize=True) for one in pictures]
        )


def reference_texts(theirs):
    network, _, tokenizer = theirs
    with torch.inference_mode():
        return torch.cat([network.encode_text(tokenizer([text]), normalize=True) for text in TEXTS])


def largest_cosine(features):
    """Between two different rows."""
    cosines = np.asarray(features) @ np.asarray(features).T
    return (cosines - 2 * np.eye(len(cosines))).max()


def test_the_drawn_network_tells_pictures_and_texts_apart(theirs, pictures):
    assert largest_cosine(reference_images(theirs, pictures)) < 0.99
    assert largest_cosine(reference_texts(theirs)) < 0.99


def test_pictures_are_prepared_bit_for_bit(ours, theirs, pictures):
    expected = torch.stack([theirs[1](as_pil(one)) for one in pictures])
    assert torch.equal(ours.prepare(pictures), expected)


def test_texts_become_the_same_tokens(ours, theirs):
    assert torch.equal(ours.tokens(TEXTS), theirs[2](TEXTS))


def test_picture_features_are_open_clips(image_features, theirs, pictures):
    np.testing.assert_allclose(image_features, reference_images(theirs, pictures), atol=1e-4)


def test_text_features_are_open_clips(ours, theirs):
    np.testing.assert_allclose(ours.encode_texts(TEXTS), reference_texts(theirs), atol=1e-4)


def test_one_at_a_time_gives_what_a_batch_gives(ours, image_features, pictures):
    alone = np.concatenate([ours.encode_images([one], control=Control()) for one in pictures[:3]])
    np.testing.assert_allclose(alone, image_features[:3], atol=1e-4)


def test_nothing_in_nothing_out(ours, image_features):
    assert ours.encode_images([], control=Control()).shape == (0, image_features.shape[1])
    assert ours.encode_texts([]).shape == (0, image_features.shape[1])


def test_a_changed_weight_changes_the_features(folder, image_features, pictures, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for file in folder.iterdir():
        if file.suffix != ".safetensors":
            (other / file.name).write_bytes(file.read_bytes())
    state = load_file(folder / "open_clip_model.safetensors")
    name = next(name for name, tensor in state.items() if name.startswith("visual") and tensor.ndim == 4)
    state[name] = state[name].flip(0)  # what only scales is taken back by a norm behind it
    save_file(state, other / "open_clip_model.safetensors")
    encoder = open_ours(other)
    changed = encoder.encode_images(pictures[:2], control=Control())
    assert np.abs(changed - image_features[:2]).max() > 1e-3
    assert encoder.component != open_ours(folder).component


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_half_precision_stays_near(folder, image_features, pictures, precision, record_property):
    half = open_ours(folder, precision=precision)
    found = half.encode_images(pictures, control=Control())
    assert half.resident.dtype is getattr(torch, precision)
    half.resident.close()
    record_property(f"largest difference {precision}", float(np.abs(found - image_features).max()))
    if half.files.is_transformer:
        assert (found * image_features).sum(axis=1).min() > 0.99


def test_half_precision_is_taken_where_it_holds(folder):
    placement, _, _ = placement_with_room(8)
    encoder = open_ours(folder, placement=placement)
    assert encoder.resident.dtype is (torch.float16 if encoder.files.is_transformer else torch.float32)


@pytest.mark.parametrize(("room", "news"), [(3.5, "memory-smaller-batches"), (0.5, "memory-on-cpu")])
def test_little_memory_gives_the_same_features(folder, image_features, pictures, room, news):
    placement, memory, notices = placement_with_room(room)
    encoder = open_ours(folder, placement=placement, precision="float32")
    squeeze(encoder.resident, memory)
    found = encoder.encode_images(pictures, control=Control())
    encoder.resident.close()
    assert news in [notice.code for notice in notices]
    np.testing.assert_allclose(found, image_features, atol=1e-4)


def test_cancelling_stops_within_one_block(ours, pictures):
    looks = []

    class LateToken(CancelToken):
        """Set at the third look: one before the batch, then one before each block."""

        def check(self):
            looks.append(1)
            if len(looks) == 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        ours.encode_images(pictures[:1], control=Control(LateToken()))
    assert len(looks) == 3


def test_they_are_taken_to_know_photographs(ours):
    assert recogniser_for(ours) is None
