"""Hub folders that are no mask-generation model, or not a whole one."""

from __future__ import annotations

import json
import shutil

import pytest
from safetensors.torch import load_file, save_file

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.proposals.choosing import open_proposer
from tas_desktop.backends.refusals import ModelRefused
from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.domain.errors import KnownError, WeightsDamaged
from tas_desktop.engine.control import Control
from tests.support.sam_fixtures import proposals_of
from tests.support.sam_models import picture


@pytest.fixture
def folder(tiny_hub_sam2, tmp_path):
    """A copy to damage."""
    return shutil.copytree(tiny_hub_sam2, tmp_path / "model")


def propose(folder, **params):
    proposer = open_proposer(
        proposals_of(folder, backend="sam-transformers", **params), placement=Placement("cpu")
    )
    return proposer.propose(picture(), control=Control())


def rewrite(file, **changes):
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


def test_another_kind_of_model_is_refused(folder):
    rewrite(folder / "config.json", model_type="blip")
    with pytest.raises(ModelRefused, match="mask-generation"):
        propose(folder)


def test_a_model_of_a_newer_transformers_is_refused(folder):
    rewrite(folder / "config.json", model_type="sam9", transformers_version="9.1")
    with pytest.raises(ModelRefused, match="sam9"):
        propose(folder)


def test_code_of_its_own_is_never_run(folder):
    rewrite(folder / "config.json", auto_map={"AutoModelForMaskGeneration": "evil.Model"})
    (folder / "evil.py").write_text("raise SystemExit")
    with pytest.raises(ModelRefused, match="never run"):
        propose(folder)


def test_half_the_weights_are_refused(folder):
    file = folder / "model.safetensors"
    state = load_file(file)
    save_file({k: v for k, v in state.items() if "mask_decoder" not in k}, file, metadata={"format": "pt"})
    with pytest.raises(ModelRefused, match="missing"):
        propose(folder)


def test_a_file_that_is_cut_off_is_damaged(folder):
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(WeightsDamaged):
        propose(folder)


def test_a_processor_of_another_size_is_refused(folder):
    file = folder / "preprocessor_config.json"
    rewrite(file, size={"height": 128, "width": 128})
    with pytest.raises(ModelRefused, match="128 x 128"):
        propose(folder)


@pytest.mark.parametrize("name", ["config.json", "preprocessor_config.json", "model.safetensors"])
def test_a_missing_file_is_told(folder, name):
    (folder / name).unlink()
    with pytest.raises(KnownError):
        propose(folder)


@pytest.mark.parametrize(
    "params", [{"points_per_side": 0}, {"pred_iou_thresh": 2.0}, {"precision": "int3"}, {"crops": 1}]
)
def test_parameters_out_of_bounds_are_refused(folder, params):
    with pytest.raises(ProfileRefused):
        propose(folder, **params)
