"""Our proposer on public Sam checkpoints against segment_anything's own generator and predictor.

The tiny network is of the same code; those of full size run with `make conformance`, minutes each.
"""

from __future__ import annotations

import gc

import numpy as np
import pytest
import torch

from tas_desktop.backends.proposals.segment_anything import open_segment_anything
from tas_desktop.backends.sam.automatic import draw_masks
from tas_desktop.backends.sam.checkpoints import load_checkpoint
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.engine.control import Control
from tests.support.sam_fixtures import proposals_of
from tests.support.sam_models import TINY, VIT_B, VIT_H, VIT_L, draw_public_sam, picture
from tests.support.sam_references import (
    assert_equal_masks,
    assert_varied,
    generate_with_segment_anything,
)
from tests.support.tight_memory import PICTURE_BYTES, placement_with_room

full_size = pytest.mark.conformance
SHAPES = [
    pytest.param(TINY, id="tiny"),
    pytest.param(VIT_B, id="vit_b", marks=full_size),
    pytest.param(VIT_L, id="vit_l", marks=full_size),
    pytest.param(VIT_H, id="vit_h", marks=full_size),
]


@pytest.fixture(scope="module", params=SHAPES)
def checkpoint(request, tmp_path_factory):
    """(file, what the family's generator makes of a picture): the generator's network is gone by then."""
    file = tmp_path_factory.mktemp("sam") / "sam_vit.pth"
    sam = draw_public_sam(request.param)
    torch.save(sam.state_dict(), file)
    expected = generate_with_segment_anything(sam, picture())
    del sam
    gc.collect()
    yield file, expected
    file.unlink()


def test_masks_are_the_librarys(checkpoint, cpu):
    file, expected = checkpoint
    assert_varied(expected)
    proposer = open_segment_anything(proposals_of(file, backend="segment-anything"), cpu)
    found = draw_masks(proposer.network, picture(), settings=proposer.settings, control=Control())
    assert_equal_masks(found, expected)


def test_a_perturbed_file_gives_other_masks(checkpoint, cpu, tmp_path):
    file, expected = checkpoint
    state = torch.load(file, weights_only=True)
    state["image_encoder.patch_embed.proj.weight"] *= 1.5
    torch.save(state, tmp_path / "other.pth")
    del state
    proposer = open_segment_anything(proposals_of(tmp_path / "other.pth", backend="segment-anything"), cpu)
    found = proposer.propose(picture(), control=Control())
    assert [one.mask for one in found] != [Mask.from_array(one.mask_hw) for one in expected]


@pytest.mark.parametrize("checkpoint", SHAPES[:2], indirect=True)
@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_half_precision_keeps_the_masks(checkpoint, cpu, precision, record_property):
    file, expected = checkpoint
    choice = proposals_of(file, backend="segment-anything", precision=precision)
    found = open_segment_anything(choice, cpu).propose(picture(), control=Control())
    best = pairwise_iou([Mask.from_array(one.mask_hw) for one in expected], [one.mask for one in found]).max(
        1
    )
    record_property("mean_iou", float(best.mean()))
    assert np.median(best) > 0.9


@pytest.mark.parametrize("checkpoint", SHAPES[:1], indirect=True)
@pytest.mark.parametrize(("room", "news"), [(3.5, "memory-smaller-batches"), (0.5, "memory-on-cpu")])
def test_little_memory_gives_the_same_masks(checkpoint, room, news):
    """Real out-of-memory errors in the decoder, met by fewer points at a time, then by the CPU."""
    file, expected = checkpoint
    placement, memory, notices = placement_with_room(room)
    choice = proposals_of(file, backend="segment-anything", precision="float32")
    proposer = open_segment_anything(choice, placement)
    resident = proposer.network.resident
    with resident.ready() as sam:
        memory.budget += resident.nbytes

    def take(_part, inputs):
        if resident.is_on_device:
            memory.take(len(inputs[0]) * PICTURE_BYTES)

    sam.mask_decoder.iou_prediction_head.register_forward_pre_hook(take)
    del sam
    found = draw_masks(proposer.network, picture(), settings=proposer.settings, control=Control())
    proposer.close()
    assert news in [notice.code for notice in notices]
    assert_equal_masks(found, expected)


@pytest.mark.parametrize("checkpoint", SHAPES[:2], indirect=True)
def test_prompts_are_answered_as_by_the_librarys_predictor(checkpoint, cpu):
    from segment_anything import SamPredictor

    file, _expected = checkpoint
    image = picture(6, height=300)
    predictor = SamPredictor(load_checkpoint(file))
    predictor.set_image(image)
    proposer = open_segment_anything(proposals_of(file, backend="segment-anything"), cpu)
    decoder = proposer.prompt_decoder()
    height, width = image.shape[:2]
    view = decoder.look(image, window_xywh=(0, 0, width, height), scale=1.0)
    box = (40.0, 50.0, 160.0, 120.0)
    for inside, outside, box_xywh in (
        ([(150.0, 120.0)], [], None),
        ([(150.0, 120.0), (90.0, 80.0)], [(300.0, 40.0)], None),
        ([(150.0, 120.0)], [], box),
        ([], [], box),
    ):
        found = decoder.decode(view, inside_xy=inside, outside_xy=outside, box_xywh=box_xywh)
        _masks, quality, logits = predictor.predict(
            point_coords=np.array(inside + outside) if inside else None,
            point_labels=np.array([1] * len(inside) + [0] * len(outside)) if inside else None,
            box=None if box_xywh is None else np.array([40, 50, 200, 170]),
        )
        rows, columns = found.shares_nhw.shape[1:]
        shares = 1 / (1 + np.exp(-logits[:, :rows, :columns].astype(np.float64)))
        np.testing.assert_allclose(found.shares_nhw[:3], shares, atol=1e-4)
        np.testing.assert_allclose(found.quality_n[:3], quality, atol=1e-4)
        assert found.owner_n.tolist() == [-1] * 3 + sorted([*range(len(inside))] * 3)
