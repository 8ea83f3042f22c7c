"""Captioners that are refused: every file of their folders is a stranger's."""

from __future__ import annotations

import json
import os

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from tas_desktop.backends.captioners.choosing import open_captioner
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.refusals import ModelRefused
from tas_desktop.config.profiles import ComponentChoice, ProfileRefused
from tas_desktop.domain.errors import KnownError, WeightsDamaged
from tas_desktop.engine.control import Control
from tests.support.hub_folders import write_blip

pytestmark = pytest.mark.usefixtures("no_network")
WEIGHTS = "model.safetensors"
PICTURE = np.zeros((8, 8, 3), np.uint8)


@pytest.fixture(scope="module")
def blip(tmp_path_factory):
    return write_blip(tmp_path_factory.mktemp("blip"))


@pytest.fixture
def folder(blip, tmp_path):
    """A copy that a test may spoil."""
    for file in blip.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def open_at(path, backend="image-text-to-text", **params):
    choice = ComponentChoice("captioner", backend, "mine", (), params, path=path)
    return open_captioner(choice, placement=Placement("cpu"))


def caption_at(path, **params):
    return open_at(path, max_new_tokens=3, **params).caption([PICTURE], control=Control())


def change(file, **changes):
    content = json.loads(file.read_text())
    file.write_text(json.dumps({**content, **changes}))


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json", "processor_config.json"])
def test_a_folder_that_wants_its_own_code_is_refused(folder, name):
    change(folder / name, auto_map={"AutoModelForImageTextToText": "evil.Model"})
    (folder / "evil.py").write_text("raise SystemExit('ran')")
    with pytest.raises(ModelRefused, match="auto_map"):
        caption_at(folder)


@pytest.mark.parametrize("key", ["attn_implementation", "_attn_implementation"])
def test_a_folder_that_wants_a_kernel_from_the_hub_is_refused(folder, key):
    change(folder / "config.json", text_config={key: "someone/fast-attention"})
    with pytest.raises(ModelRefused, match="kernel"):
        open_at(folder)


def test_a_model_of_a_newer_transformers_is_told_so(folder):
    change(folder / "config.json", model_type="blip-9", transformers_version="9.1.0")
    with pytest.raises(ModelRefused, match=r"blip-9.*9\.1\.0") as refused:
        open_at(folder)
    assert "newer transformers" in refused.value.next_step


def test_a_family_of_its_own_takes_no_other(blip):
    with pytest.raises(ProfileRefused, match="blip model, not blip-2"):
        open_at(blip, backend="blip2")


def test_a_network_of_another_role_is_refused(folder):
    change(folder / "config.json", model_type="vit")
    with pytest.raises(KnownError):
        caption_at(folder)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"num_beams": 0}, "num_beams"),
        ({"num_beams": 2.5}, "num_beams"),
        ({"temperature": 1}, "temperature"),
        ({"max_new_tokens": 10**6}, "between"),
        ({"length_penalty": "much"}, "length_penalty"),
    ],
)
def test_wrong_parameters_are_named(blip, params, words):
    with pytest.raises(ProfileRefused, match=words):
        open_at(blip, **params)


def test_parameters_change_the_identity(blip):
    plain = open_at(blip).component
    assert open_at(blip, num_beams=2).component != plain
    assert open_at(blip, length_penalty=2).component != plain
    assert open_at(blip, precision="bfloat16").component.revision == f"{plain.revision}+bfloat16"


def test_half_a_file_is_damaged(folder):
    whole = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WeightsDamaged):
        caption_at(folder)


def test_half_of_the_tensors_are_too_few(folder):
    state = load_file(folder / WEIGHTS)
    save_file({name: state[name] for name in sorted(state)[::2]}, folder / WEIGHTS, metadata={"format": "pt"})
    with pytest.raises(ModelRefused, match="missing"):
        caption_at(folder)


def test_weights_of_other_sizes_are_refused(folder):
    content = json.loads((folder / "config.json").read_text())
    content["text_config"]["hidden_size"] = 96
    (folder / "config.json").write_text(json.dumps(content))
    with pytest.raises(KnownError):
        caption_at(folder)


class Bomb:
    """What a malicious file makes of itself when a plain pickle reader opens it."""

    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        return os.mkdir, (str(self.target),)


def test_pickled_weights_are_read_and_a_pickle_that_runs_something_is_not(folder, tmp_path):
    state = load_file(folder / WEIGHTS)
    expected = caption_at(folder)
    (folder / WEIGHTS).unlink()
    torch.save(state, folder / "pytorch_model.bin")
    assert caption_at(folder) == expected
    torch.save({**state, "extra": Bomb(tmp_path / "went-off")}, folder / "pytorch_model.bin")
    with pytest.raises(ModelRefused, match="never run"):
        caption_at(folder)
    assert not (tmp_path / "went-off").exists()


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json", WEIGHTS, "tokenizer.json"])
def test_a_missing_or_empty_file_is_named_or_told(folder, name):
    (folder / name).write_bytes(b"")
    with pytest.raises(KnownError):
        caption_at(folder)
    (folder / name).unlink()
    if name in {"config.json", WEIGHTS}:
        with pytest.raises(KnownError):
            caption_at(folder)


def test_a_file_is_no_folder(blip):
    with pytest.raises(WeightsDamaged, match=r"config\.json"):
        open_at(blip / WEIGHTS)


def test_nothing_is_read_before_it_is_needed(blip):
    captioner = open_at(blip)
    assert not captioner.resident.is_loaded
    captioner.caption([PICTURE], control=Control())
    assert captioner.resident.is_loaded
    captioner.resident.close()
    with pytest.raises(KnownError, match="let go of"):
        captioner.caption([PICTURE], control=Control())
