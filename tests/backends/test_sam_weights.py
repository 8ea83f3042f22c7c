"""The mask network's weights file, sound and damaged."""

from __future__ import annotations

import hashlib
import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from tas_desktop.backends.proposals.sam_proposer import WEIGHTS, open_sam_proposer
from tas_desktop.backends.sam.architecture import SamShape, build_sam
from tas_desktop.backends.sam.weights import load_sam, save_sam
from tas_desktop.domain.errors import WeightsDamaged

SHAPE = SamShape(image_size=64, widths=(8, 8, 16, 16, 16), decoder_dim=32)


@pytest.fixture
def pack(tmp_path):
    torch.manual_seed(0)
    save_sam(tmp_path / WEIGHTS, build_sam(SHAPE), shape=SHAPE)
    write_manifest(tmp_path)
    return tmp_path


def write_manifest(folder):
    content = (folder / WEIGHTS).read_bytes()
    entry = {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    (folder / "manifest.json").write_text(json.dumps({"files": {WEIGHTS: entry}}), encoding="utf-8")


def test_weights_come_back_in_float32_up_to_half_precision(pack):
    torch.manual_seed(0)
    before, after = build_sam(SHAPE).state_dict(), load_sam(pack / WEIGHTS, sha256=None).state_dict()
    assert before.keys() == after.keys()
    for key, value in before.items():
        assert after[key].dtype == value.dtype
        torch.testing.assert_close(after[key], value, atol=2e-3, rtol=2e-3)


def test_a_pack_opens_and_names_its_revision(pack):
    proposer = open_sam_proposer(pack)
    assert proposer.component.role == "proposals"
    assert proposer.component == open_sam_proposer(pack).component


@pytest.mark.parametrize("harm", ["missing", "truncated", "flipped", "other network", "no manifest", "text"])
def test_a_damaged_pack_is_refused_with_a_next_step(pack, harm):
    file = pack / WEIGHTS
    content = bytearray(file.read_bytes())
    if harm == "missing":
        file.unlink()
    elif harm == "truncated":
        file.write_bytes(content[: len(content) // 2])
    elif harm == "flipped":
        content[-3] ^= 0xFF
        file.write_bytes(content)
    elif harm == "other network":
        save_file({"w": torch.zeros(3)}, file, metadata={"shape": '{"image_size": 64}'})
        write_manifest(pack)
    elif harm == "no manifest":
        (pack / "manifest.json").unlink()
    else:
        file.write_text("not weights", encoding="utf-8")
        write_manifest(pack)
    with pytest.raises(WeightsDamaged) as caught:
        open_sam_proposer(pack)
    assert caught.value.next_step
    assert WEIGHTS in str(caught.value) or "manifest" in str(caught.value)


def test_shipped_weights_are_the_ones_the_card_describes(checkout):
    card = json.loads((checkout / "resources" / "starter" / "sam_card.json").read_text(encoding="utf-8"))
    content = (checkout / "resources" / "starter" / WEIGHTS).read_bytes()
    assert card["sha256"] == hashlib.sha256(content).hexdigest()
    assert np.isfinite(list(card["validation"]["network alone"].values())).all()
