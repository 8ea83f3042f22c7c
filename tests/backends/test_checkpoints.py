"""Weights out of strangers' files: read where they are tensors, refused where they are anything else."""

from __future__ import annotations

import os
import pickle
import zipfile

import pytest
import torch
from safetensors.torch import save_file

from tas_desktop.backends.checkpoints import read_state
from tas_desktop.backends.refusals import ModelRefused
from tas_desktop.domain.errors import KnownError, WeightsDamaged

STATE = {"a.weight": torch.arange(6.0).reshape(2, 3), "b": torch.ones(2, dtype=torch.float16)}


def same(found):
    return found.keys() == STATE.keys() and all(torch.equal(found[name], STATE[name]) for name in STATE)


def write_old(path, content):
    torch.save(content, path, _use_new_zipfile_serialization=False)


@pytest.mark.parametrize(
    "content",
    [
        STATE,
        {"state_dict": STATE, "epoch": 3},
        {"model": STATE},
        {f"module.{name}": tensor for name, tensor in STATE.items()},
        {"state_dict": {f"module.{name}": tensor for name, tensor in STATE.items()}, "loss": 0.1},
    ],
)
@pytest.mark.parametrize("write", [torch.save, write_old], ids=["zip", "old"])
def test_what_training_adds_is_taken_off(tmp_path, content, write):
    if write is torch.save:
        torch.save(content, tmp_path / "w.pt")
    else:
        write(tmp_path / "w.pt", content)
    assert same(read_state(tmp_path / "w.pt"))


def test_safetensors_are_known_by_content(tmp_path):
    save_file(STATE, tmp_path / "w.bin")
    assert same(read_state(tmp_path / "w.bin"))


@pytest.mark.parametrize("kind", ["safetensors", "zip", "old"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.95])
def test_a_file_that_ends_early_is_damaged(tmp_path, kind, share):
    path = tmp_path / ("w.safetensors" if kind == "safetensors" else "w.pt")
    if kind == "safetensors":
        save_file(STATE, path)
    elif kind == "zip":
        torch.save(STATE, path)
    else:
        write_old(path, STATE)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(WeightsDamaged, match=path.name):
        read_state(path)


class Bomb:
    """What a malicious file makes of itself when a plain pickle reader opens it."""

    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        return os.mkdir, (str(self.target),)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_pickle_that_runs_something_is_refused_and_does_not_run(tmp_path, wrapped):
    went_off = tmp_path / "went-off"
    content = {"state_dict": STATE, "extra": Bomb(went_off)} if wrapped else Bomb(went_off)
    torch.save(content, tmp_path / "w.pt")
    with pytest.raises(ModelRefused, match="never run"):
        read_state(tmp_path / "w.pt")
    (tmp_path / "plain.pt").write_bytes(pickle.dumps(content))
    with pytest.raises(KnownError):
        read_state(tmp_path / "plain.pt")
    assert not went_off.exists()


def test_torchscript_is_refused_with_what_to_use_instead(tmp_path):
    with zipfile.ZipFile(tmp_path / "ViT-B-32.pt", "w") as archive:
        archive.writestr("ViT-B-32/code/__torch__.py", "class CLIP: pass")
        archive.writestr("ViT-B-32/constants.pkl", b"\x80\x02.")
    with pytest.raises(ModelRefused, match="TorchScript") as refused:
        read_state(tmp_path / "ViT-B-32.pt")
    assert "safetensors" in refused.value.next_step


@pytest.mark.parametrize("content", [{}, [1, 2], {"a": 1}, {1: torch.ones(1)}, torch.ones(3)])
def test_what_is_no_table_of_weights_is_damaged(tmp_path, content):
    torch.save(content, tmp_path / "w.pt")
    with pytest.raises(WeightsDamaged):
        read_state(tmp_path / "w.pt")


@pytest.mark.parametrize("content", [b"", b"no weights", b"PK\x03\x04" + b"\0" * 50, b"\0" * 200])
def test_what_is_no_file_of_weights_is_damaged(tmp_path, content):
    (tmp_path / "w.pt").write_bytes(content)
    with pytest.raises(WeightsDamaged):
        read_state(tmp_path / "w.pt")


def test_a_missing_file_is_missed(tmp_path):
    with pytest.raises(WeightsDamaged, match="missing"):
        read_state(tmp_path / "w.pt")
