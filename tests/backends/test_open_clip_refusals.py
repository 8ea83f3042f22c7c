"""Encoders that are refused: every file of theirs is a stranger's."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.encoders.choosing import open_encoder
from tas_desktop.backends.refusals import ModelRefused
from tas_desktop.config.profiles import ComponentChoice, ProfileRefused
from tas_desktop.domain.errors import KnownError, WeightsDamaged
from tas_desktop.engine.control import Control
from tests.support.open_clip_folders import SIGLIP_LOOKS, SIGLIP_TINY, VIT_TINY, write_open_clip

pytestmark = pytest.mark.usefixtures("no_network")
CONFIG = "open_clip_config.json"
WEIGHTS = "open_clip_model.safetensors"
PICTURE = np.zeros((8, 8, 3), np.uint8)


@pytest.fixture(scope="module")
def vit(tmp_path_factory):
    return write_open_clip(tmp_path_factory.mktemp("vit"), VIT_TINY)


@pytest.fixture
def folder(vit, tmp_path):
    """A copy that a test may spoil."""
    for file in vit.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def open_at(path, **params):
    choice = ComponentChoice("encoder", "open-clip-model", "mine", (), params, path=path)
    return open_encoder(choice, placement=Placement("cpu"))


def encode_at(path, **params):
    return open_at(path, **params).encode_images([PICTURE], control=Control())


def describe(folder, **changes):
    """Change the description, ``vision__layers`` meaning ``model_cfg.vision_cfg.layers``."""
    content = json.loads((folder / CONFIG).read_text())
    for key, value in changes.items():
        tower, _, name = key.partition("__")
        if name:
            content["model_cfg"][f"{tower}_cfg"][name] = value
        else:
            content["model_cfg"][tower] = value
    (folder / CONFIG).write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"architecture": 3}, "architecture"),
        ({"archtecture": "ViT-B-32"}, "archtecture"),
        ({"resize_mode": "stretch"}, "squash"),
        ({"quick_gelu": "yes"}, "quick_gelu"),
    ],
)
def test_wrong_parameters_are_named(vit, params, words):
    with pytest.raises(ProfileRefused, match=words):
        open_at(vit, **params)


@pytest.mark.parametrize("params", [{}, {"architecture": "ViT-B-31"}])
def test_a_single_file_needs_a_known_architecture(vit, params):
    with pytest.raises(ProfileRefused, match="architecture"):
        open_at(vit / WEIGHTS, **params)


def test_an_unknown_tag_is_told_with_the_known_ones(vit):
    with pytest.raises(ProfileRefused) as refused:
        open_at(vit / WEIGHTS, architecture="ViT-B-32", pretrained="nobodys")
    assert "openai" in refused.value.next_step


def test_weights_of_another_architecture_are_told_by_their_first_difference(vit):
    with pytest.raises(ModelRefused, match=r"missing|shape"):
        encode_at(vit / WEIGHTS, architecture="ViT-B-32", pretrained="openai")


def test_half_a_file_is_damaged(folder):
    whole = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WeightsDamaged, match=WEIGHTS):
        encode_at(folder)


def test_half_of_the_tensors_are_too_few(folder):
    state = load_file(folder / WEIGHTS)
    save_file({name: state[name] for name in sorted(state)[::2]}, folder / WEIGHTS)
    with pytest.raises(ModelRefused, match="missing"):
        encode_at(folder)


def test_a_tensor_too_many_and_one_of_another_shape_are_told(folder):
    state = load_file(folder / WEIGHTS)
    save_file({**state, "visual.surplus": torch.ones(1)}, folder / WEIGHTS)
    with pytest.raises(ModelRefused, match="surplus"):
        encode_at(folder)
    save_file({**state, "visual.proj": torch.ones(3, 3)}, folder / WEIGHTS)
    with pytest.raises(ModelRefused, match="shape"):
        encode_at(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"vision__layers": 10**9},
        {"vision__image_size": 10**8},
        {"text__vocab_size": 10**12},
        {"vision__image_size": -5},
        {"vision__patch_size": 0},
        {"vision__width": "wide"},
        {"vision": None},
        {"embed_dim": None},
        {"vision__unheard_of": 1},
        {"text__layers": [1, 2]},
    ],
    ids=str,
)
def test_impossible_descriptions_are_damaged(folder, changes):
    describe(folder, **{name: value for name, value in changes.items() if "__" in name or value is not None})
    if None in changes.values():
        content = json.loads((folder / CONFIG).read_text())
        for name in changes:
            content["model_cfg"].pop("vision_cfg" if name == "vision" else name)
        (folder / CONFIG).write_text(json.dumps(content))
    with pytest.raises(WeightsDamaged):
        encode_at(folder)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"model_cfg": 3}', "[" * 100_000, "\xff\xfe"])
def test_what_is_no_description_is_damaged(folder, text):
    (folder / CONFIG).write_text(text, encoding="utf-16" if text.startswith("\xff") else "utf-8")
    with pytest.raises(WeightsDamaged, match=CONFIG):
        open_at(folder)


@pytest.mark.parametrize(
    "name", ["hf-hub:someone/tower", "local-dir:/etc", "someone/tower", "vit_of_tomorrow"]
)
def test_no_image_tower_is_fetched(folder, name):
    describe(folder, vision__timm_model_name=name)
    with pytest.raises(ModelRefused, match=r"tower"):
        open_at(folder)


def test_no_text_tower_is_fetched(folder):
    describe(folder, text__hf_model_name="someone/roberta")
    with pytest.raises(ModelRefused, match="fetched"):
        open_at(folder)


@pytest.mark.parametrize(
    "looks", [{"mean": "grey"}, {"resize_mode": "fold"}, {"interpolation": 4}, {"std": [1]}]
)
def test_no_way_to_prepare_pictures_is_damaged(folder, looks):
    content = json.loads((folder / CONFIG).read_text())
    content["preprocess_cfg"] = looks
    (folder / CONFIG).write_text(json.dumps(content))
    with pytest.raises(WeightsDamaged, match="prepare"):
        encode_at(folder)


def test_siglip_without_its_tokenizer_is_refused(tmp_path):
    folder = write_open_clip(tmp_path / "siglip", SIGLIP_TINY, looks=SIGLIP_LOOKS)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (folder / name).unlink()
    with pytest.raises(ModelRefused, match="tokenizer"):
        open_at(folder)


def test_a_tokenizer_that_wants_code_is_refused(tmp_path):
    folder = write_open_clip(tmp_path / "siglip", SIGLIP_TINY, looks=SIGLIP_LOOKS)
    config = json.loads((folder / "tokenizer_config.json").read_text())
    config["auto_map"] = {"AutoTokenizer": ["evil.Tokenizer", None]}
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    (folder / "evil.py").write_text("raise SystemExit('ran')")
    with pytest.raises(ModelRefused, match="auto_map"):
        open_at(folder).encode_texts(["a"])


def test_a_tokenizer_of_rubbish_is_damaged(tmp_path):
    folder = write_open_clip(tmp_path / "siglip", SIGLIP_TINY, looks=SIGLIP_LOOKS)
    (folder / "tokenizer.json").write_text('{"model": 1}')
    with pytest.raises(KnownError):
        open_at(folder).encode_texts(["a"])


def test_a_choice_without_a_model_is_refused():
    choice = ComponentChoice("encoder", "open-clip-model", "mine", (), {})
    with pytest.raises(ProfileRefused, match="names no model"):
        open_encoder(choice, placement=Placement("cpu"))
