"""Weights files of encoder and captioner: written, read back, and refused when anything is off."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from tas_desktop.backends.captioners.architecture import CaptionerShape, CaptionVocabulary, build_blip
from tas_desktop.backends.captioners.blip import open_blip_captioner
from tas_desktop.backends.captioners.weights import load_captioner, save_captioner
from tas_desktop.backends.encoders.architecture import EncoderShape, build_clip
from tas_desktop.backends.encoders.clip import open_clip_encoder
from tas_desktop.backends.encoders.recognition import RecognitionScale
from tas_desktop.backends.encoders.tokens import PrunedTokenizer, pieces_of
from tas_desktop.backends.encoders.weights import load_encoder, save_encoder
from tas_desktop.domain.errors import WeightsDamaged
from tas_desktop.engine.control import Control

SMALL_ENCODER = EncoderShape(
    embed_dim=16, image_px=32, width=32, layers=2, masked_layers=1, text_width=32, text_heads=2, text_layers=1
)
SMALL_CAPTIONER = CaptionerShape(
    image_px=32, width=32, layers=1, heads=2, text_width=32, text_layers=1, text_heads=2
)


@pytest.fixture
def encoder_file(tmp_path):
    torch.manual_seed(1)
    tokenizer = PrunedTokenizer(pieces_of(["red", "mug"]), context_length=SMALL_ENCODER.context_length)
    network = build_clip(SMALL_ENCODER, vocabulary_size=tokenizer.size)
    scale = RecognitionScale(("a mug",), ("something",), slope=2.0, midpoint=0.1)
    path = tmp_path / "clip.safetensors"
    save_encoder(path, network, shape=SMALL_ENCODER, tokenizer=tokenizer, recognition=scale)
    return path


@pytest.fixture
def captioner_file(tmp_path):
    torch.manual_seed(1)
    vocabulary = CaptionVocabulary(["a", "red", "mug"])
    network = build_blip(SMALL_CAPTIONER, vocabulary_size=vocabulary.size)
    path = tmp_path / "blip.safetensors"
    save_captioner(path, network, shape=SMALL_CAPTIONER, vocabulary=vocabulary)
    return path


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_encoder_comes_back_with_all_it_needs(encoder_file):
    loaded = load_encoder(encoder_file, sha256=digest(encoder_file))
    assert loaded.shape == SMALL_ENCODER
    assert loaded.tokenizer.knows("red mug")
    assert loaded.recognition == RecognitionScale(("a mug",), ("something",), slope=2.0, midpoint=0.1)
    saved = load_file(encoder_file)
    assert {tensor.dtype for tensor in saved.values()} == {torch.float16}
    state = loaded.network.state_dict()
    assert all(torch.equal(state[name], tensor.float()) for name, tensor in saved.items())


def test_captioner_comes_back_with_tied_words(captioner_file):
    network = load_captioner(captioner_file, sha256=None).network
    bert, head = network.text_decoder.bert, network.text_decoder.cls.predictions.decoder
    assert head.weight.data_ptr() == bert.embeddings.word_embeddings.weight.data_ptr()
    assert network.vision_model.encoder.layers[0].mlp.fc1.weight.std() > 0.01  # not transformers' 1e-10


def test_untrained_captioner_ends_within_its_words(captioner_file):
    captioner = open_blip_captioner(captioner_file, sha256=digest(captioner_file), name="t")
    picture = np.zeros((9, 9, 3), np.uint8)
    (caption,) = captioner.caption([picture], control=Control())
    assert len(caption.split()) <= SMALL_CAPTIONER.max_words


@pytest.mark.parametrize("open_weights", [open_clip_encoder, open_blip_captioner])
def test_another_digest_is_refused_before_anything_is_read(open_weights, encoder_file):
    with pytest.raises(WeightsDamaged, match="checksum"):
        open_weights(encoder_file, sha256="0" * 64, name="t")


@pytest.mark.parametrize("open_weights", [open_clip_encoder, open_blip_captioner])
def test_missing_file(open_weights, tmp_path):
    with pytest.raises(WeightsDamaged, match="missing"):
        open_weights(tmp_path / "none.safetensors", sha256="0" * 64, name="t")


@pytest.mark.parametrize("load", [load_encoder, load_captioner])
def test_truncated_file(load, encoder_file):
    encoder_file.write_bytes(encoder_file.read_bytes()[:-100])
    with pytest.raises(WeightsDamaged):
        load(encoder_file, sha256=None)


def change(path, *, description=None, drop=None, add=None):
    """Write the file anew with other metadata or tensors."""
    from safetensors import safe_open

    with safe_open(path, framework="pt") as opened:
        told = json.loads(opened.metadata()["description"])
    state = load_file(path)
    if drop:
        del state[drop]
    if add:
        state[add] = torch.zeros(1)
    told.update(description or {})
    save_file(state, path, metadata={"description": json.dumps(told)})


@pytest.mark.parametrize(
    "harm",
    [
        {"drop": "visual.proj"},
        {"add": "visual.extra"},
        {"description": {"pieces": [1, 2, 3, 4, 5, 6]}},
        {"description": {"shape": {"width": 64}}},
        {"description": {"recognition": {}}},
        {"description": {"recognition": {"known": [], "unknown": ["a"], "slope": 1, "midpoint": 0}}},
    ],
)
def test_encoder_file_with_something_else_in_it(encoder_file, harm):
    change(encoder_file, **harm)
    with pytest.raises(WeightsDamaged, match="image-text encoder"):
        load_encoder(encoder_file, sha256=None)


@pytest.mark.parametrize(
    "harm", [{"drop": "vision_model.post_layernorm.bias"}, {"description": {"words": ["a"]}}]
)
def test_captioner_file_with_something_else_in_it(captioner_file, harm):
    change(captioner_file, **harm)
    with pytest.raises(WeightsDamaged, match="captioner"):
        load_captioner(captioner_file, sha256=None)


def test_neither_takes_the_other(encoder_file, captioner_file):
    with pytest.raises(WeightsDamaged):
        load_encoder(captioner_file, sha256=None)
    with pytest.raises(WeightsDamaged):
        load_captioner(encoder_file, sha256=None)
