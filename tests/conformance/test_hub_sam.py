"""Our proposer on transformers' mask-generation models against transformers' own pipeline and processors.

The tiny networks are of the same code; those of full size run with `make conformance`, minutes each.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from tas_desktop.backends.proposals.transformers_sam import open_hub_network
from tas_desktop.backends.sam.automatic import draw_masks, grid_points
from tas_desktop.backends.sam.networks import Question
from tas_desktop.engine.control import Control
from tests.support.hub_sam_models import (
    SAM3_SIDE,
    TINY_SIDE,
    hiera_large,
    sam2_processor,
    sam3_processor,
    sam_processor,
    save_hub_sam,
    save_undrawn,
    small_edgetam,
    tiny_sam,
    tiny_sam2,
    tiny_sam3,
    tiny_sam_hq,
    vit_base,
)
from tests.support.sam_fixtures import proposals_of
from tests.support.sam_models import picture
from tests.support.sam_references import assert_equal_masks, assert_varied, generate_with_transformers

full_size = pytest.mark.conformance


@dataclass(frozen=True)
class Family:
    """How a family's model and processor are made."""

    config: Callable[[], Any]
    processor: Callable[..., Any]
    user_processor: str
    side: int


FAMILIES = [
    pytest.param(Family(tiny_sam, sam_processor, "SamProcessor", TINY_SIDE), id="tiny-sam"),
    pytest.param(Family(tiny_sam2, sam2_processor, "Sam2Processor", TINY_SIDE), id="tiny-sam2"),
    pytest.param(Family(vit_base, sam_processor, "SamProcessor", 1024), id="sam-vit-base", marks=full_size),
    pytest.param(
        Family(hiera_large, sam2_processor, "Sam2Processor", 1024), id="sam2.1-hiera-large", marks=full_size
    ),
]


@pytest.fixture(scope="module", params=FAMILIES)
def family(request, tmp_path_factory):
    """(family, its folder, its own model)."""
    folder = tmp_path_factory.mktemp("hub") / "model"
    save_hub_sam(request.param.config(), folder, processor=request.param.processor(side=request.param.side))
    model = transformers.AutoModelForMaskGeneration.from_pretrained(folder).eval()
    yield request.param, folder, model, transformers.AutoImageProcessor.from_pretrained(folder)
    del model
    gc.collect()


@pytest.fixture(scope="module")
def square():
    """A square picture: on others the pipeline asks SAM 2 in the wrong places."""
    image = picture()
    side = min(image.shape[:2])
    return np.ascontiguousarray(image[:side, :side])


def test_masks_are_the_pipelines(family, square, cpu):
    _family, folder, model, processor = family
    expected = generate_with_transformers(model, processor, square)
    assert_varied(expected)
    choice = proposals_of(folder, backend="sam-transformers", min_mask_region_area=0)
    proposer = open_hub_network(choice, cpu)
    found = draw_masks(proposer.network, square, settings=proposer.settings, control=Control())
    assert_equal_masks(found, expected)


def test_a_perturbed_folder_gives_other_masks(family, square, cpu, tmp_path):
    _family, folder, _model, _processor = family
    choice = proposals_of(folder, backend="mask-generation")
    before = open_hub_network(choice, cpu).propose(square, control=Control())
    shutil.copytree(folder, tmp_path / "other")
    file = tmp_path / "other" / "model.safetensors"
    state = load_file(file)
    name = next(name for name in state if "patch_embed" in name and name.endswith("weight"))
    save_file({**state, name: state[name] * 1.5}, file, metadata={"format": "pt"})
    choice = proposals_of(tmp_path / "other", backend="mask-generation")
    after = open_hub_network(choice, cpu).propose(square, control=Control())
    assert [one.mask for one in before] != [one.mask for one in after]


def test_points_are_put_where_the_processor_puts_a_users(family, cpu):
    made, folder, model, processor = family
    compare_with_processor(folder, model, processor, cpu, user_processor=made.user_processor)


OTHERS = [
    pytest.param(Family(tiny_sam_hq, sam_processor, "SamHQProcessor", TINY_SIDE), id="sam-hq"),
    pytest.param(Family(small_edgetam, sam2_processor, "Sam2Processor", TINY_SIDE), id="edgetam"),
    pytest.param(Family(tiny_sam3, sam3_processor, "Sam3TrackerProcessor", SAM3_SIDE), id="sam3-tracker"),
]


@full_size
@pytest.mark.parametrize("made", OTHERS)
def test_the_other_families_answer_points_as_their_own_code_does(made, tmp_path, cpu):
    """Small ones; with `make conformance` because nothing but transformers' code differs between them."""
    save_undrawn(made.config(), tmp_path, processor=made.processor(side=made.side))
    model = transformers.AutoModelForMaskGeneration.from_pretrained(tmp_path).eval()
    processor = transformers.AutoImageProcessor.from_pretrained(tmp_path)
    compare_with_processor(tmp_path, model, processor, cpu, user_processor=made.user_processor)


def compare_with_processor(folder, model, processor, placement, *, user_processor):
    """Masks of points on a picture that is not square, against the model's way with a user's points."""
    image = picture(7, height=200)
    points = grid_points(3, picture_hw=image.shape[:2])
    user = getattr(transformers, user_processor)(processor)
    inputs = user(images=image, input_points=[[[list(point)] for point in points]], return_tensors="pt")
    with torch.inference_mode():
        said = model(**{name: inputs[name] for name in ("pixel_values", "input_points")})
    given = {name: inputs[name] for name in ("reshaped_input_sizes",) if name in inputs}
    expected = processor.post_process_masks(
        said.pred_masks, inputs["original_sizes"], binarize=False, **given
    )
    network = open_hub_network(proposals_of(folder, backend="sam-transformers"), placement).network
    embedding = network.embed(image)
    with network.resident.ready() as module, torch.inference_mode():
        logits, quality = network.ask(module, embedding, [Question((point,)) for point in points])
        enlarged = embedding.frame.enlarge(logits.flatten(0, 1))
    # Where weights were drawn, logits were with a deviation of 40.
    torch.testing.assert_close(enlarged, expected[0].flatten(0, 1), atol=4e-3, rtol=1e-5)
    torch.testing.assert_close(quality, said.iou_scores[0], atol=1e-5, rtol=1e-5)
