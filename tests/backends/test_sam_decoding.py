"""Our arrangement of Sam's mask decoder computes what Sam's own forward pass computes."""

from __future__ import annotations

import pytest
import torch

from tas_desktop.backends.sam.architecture import SamShape, build_sam
from tas_desktop.backends.sam.decoding import cell_maps, cell_pixels, decode_prompts, mask_logits

SHAPE = SamShape(image_size=64, widths=(8, 8, 16, 16, 16), decoder_dim=32, decoder_heads=2)


@pytest.fixture(scope="module")
def sam():
    torch.manual_seed(0)
    return build_sam(SHAPE).eval()


@torch.inference_mode()
def test_decoding_equals_the_stock_decoder(sam):
    images = torch.randn(2, 3, 64, 64)
    points = torch.rand(2, 5, 2) * 64
    embedding = sam.image_encoder(images)
    assert embedding.shape == (2, 32, 8, 8)
    tokens, cells = decode_prompts(sam, embedding, points_bk2=points)
    logits = cell_maps(mask_logits(sam.mask_decoder, tokens, cells), height=8, width=8)
    quality = sam.mask_decoder.iou_prediction_head(tokens[:, 0])
    for image in range(2):
        sparse, dense = sam.prompt_encoder(
            points=(points[image][:, None], torch.ones(5, 1)), boxes=None, masks=None
        )
        expected, expected_quality = sam.mask_decoder.predict_masks(
            image_embeddings=embedding[image : image + 1],
            image_pe=sam.prompt_encoder.get_dense_pe(),
            sparse_prompt_embeddings=sparse,
            dense_prompt_embeddings=dense,
        )
        rows = slice(5 * image, 5 * image + 5)
        torch.testing.assert_close(logits[rows], expected, atol=1e-5, rtol=1e-4)
        torch.testing.assert_close(quality[rows], expected_quality, atol=1e-5, rtol=1e-4)
        assert expected.std() > 1e-3


def test_chosen_cells_give_the_same_pixels(sam):
    with torch.inference_mode():
        embedding = sam.image_encoder(torch.randn(1, 3, 64, 64))
        tokens, cells = decode_prompts(sam, embedding, points_bk2=torch.rand(1, 3, 2) * 64)
        whole = mask_logits(sam.mask_decoder, tokens, cells)
        chosen = torch.tensor([5, 63, 0])
        some = mask_logits(sam.mask_decoder, tokens, cells[:, chosen])
    torch.testing.assert_close(some, whole[:, :, chosen])


def test_no_prompts_give_no_masks(sam):
    with torch.inference_mode():
        logits = mask_logits(sam.mask_decoder, torch.zeros(0, 7, 32), torch.zeros(0, 64, 32))
    assert logits.shape == (0, 4, 64, 16)


def test_cells_and_maps_are_inverse():
    maps = torch.arange(2 * 12 * 20.0).reshape(2, 12, 20)
    cells = cell_pixels(maps)
    assert cells.shape == (2, 15, 16)
    assert set(cells[0, 1].tolist()) == set(maps[0, :4, 4:8].flatten().tolist())
    assert torch.equal(cell_maps(cells, height=3, width=5), maps)
