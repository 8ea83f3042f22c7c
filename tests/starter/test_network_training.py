"""The two-minute recipes: training learns, can be stopped and resumed, and writes what the backends read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from tas_desktop.backends.captioners.architecture import build_blip
from tas_desktop.backends.captioners.weights import load_captioner
from tas_desktop.backends.encoders.architecture import EncoderShape, build_clip
from tas_desktop.backends.encoders.masked_tokens import masked_token_features
from tas_desktop.backends.encoders.weights import load_encoder
from tas_desktop.starter.captioner import trainer as captioner_training
from tas_desktop.starter.captioner.measure import kind_of, score_captions
from tas_desktop.starter.captioner.trunk import copy_trunk
from tas_desktop.starter.clip import trainer as encoder_training
from tas_desktop.starter.clip.losses import contrast
from tas_desktop.starter.regions.harvest import harvest_scenes
from tas_desktop.starter.regions.labels import RegionKind, RegionLabel, caption_region
from tas_desktop.starter.scenes import Split

# Trains networks, which takes its time on a loaded machine.
pytestmark = pytest.mark.timeout(900)

SMALL = EncoderShape(
    embed_dim=32, image_px=64, width=64, layers=2, masked_layers=1, text_width=64, text_heads=2, text_layers=1
)


@pytest.fixture(scope="module")
def pool():
    return harvest_scenes(60, split=Split.TRAIN)


@pytest.fixture(scope="module")
def trained_encoder(tmp_path_factory, pool):
    folder = tmp_path_factory.mktemp("encoder")
    told = []
    recipe = replace(encoder_training.SMOKE_RECIPE, shape=SMALL)
    figures = encoder_training.train_encoder(
        folder / "clip.safetensors",
        progress=told.append,
        recipe=recipe,
        pool=pool,
        checkpoint=folder / "run.pt",
    )
    return folder, figures, told, recipe


@pytest.mark.slow
def test_encoder_learns(trained_encoder):
    _, figures, told, _ = trained_encoder
    assert set(figures) == {"v", "v_junk", "p", "v_p", "tokens"}
    assert told[-1].loss < told[0].loss
    assert figures["p"] > 0.3  # one of five or six by chance


@pytest.mark.slow
def test_encoder_is_written_as_the_backend_reads_it(trained_encoder):
    folder, *_ = trained_encoder
    loaded = load_encoder(folder / "clip.safetensors", sha256=None)
    assert loaded.shape == SMALL
    assert loaded.recognition.slope > 0


@pytest.mark.slow
def test_a_finished_run_resumes_where_it_stood(trained_encoder, pool, tmp_path):
    folder, _, told, recipe = trained_encoder
    again = []
    encoder_training.train_encoder(
        tmp_path / "clip.safetensors",
        resume=True,
        progress=again.append,
        recipe=recipe,
        pool=pool,
        checkpoint=folder / "run.pt",
    )
    assert again[-1].step == told[-1].step
    first = load_encoder(folder / "clip.safetensors", sha256=None).network.state_dict()
    second = load_encoder(tmp_path / "clip.safetensors", sha256=None).network.state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)


@pytest.mark.slow
def test_captioner_learns_and_is_written_as_the_backend_reads_it(pool, tmp_path):
    recipe = replace(
        captioner_training.SMOKE_RECIPE,
        shape=captioner_training.CaptionerShape(
            image_px=64, width=64, layers=2, heads=2, text_width=64, text_layers=2, text_heads=2
        ),
    )
    told = []
    figures = captioner_training.train_captioner(
        tmp_path / "blip.safetensors", progress=told.append, recipe=recipe, pool=pool
    )
    assert told[-1].loss < told[0].loss
    assert set(figures) == {"colour", "category", "pattern", "exact", "kind"}
    loaded = load_captioner(tmp_path / "blip.safetensors", sha256=None)
    words = set(loaded.vocabulary.words)
    assert all(word in words for i in range(len(pool)) for word in caption_region(pool.label(i)).split())


def test_the_trunk_sees_the_same_in_both_networks():
    """One picture through both image towers gives the same tokens."""
    torch.manual_seed(0)
    shape = EncoderShape(image_px=64, width=64, layers=2, text_layers=1)
    clip = build_clip(shape, vocabulary_size=8).eval()
    sizes = captioner_training.CaptionerShape(image_px=64, width=64, layers=2, heads=2)
    blip = build_blip(sizes, vocabulary_size=8).eval()
    torch.nn.init.normal_(clip.visual.ln_post.bias)
    copy_trunk(clip, blip)
    pixels = torch.randn(2, 3, 64, 64)
    with torch.inference_mode():
        seen = blip.vision_model(pixel_values=pixels).last_hidden_state[:, 0] @ clip.visual.proj
        expected = clip.encode_image(pixels)
    torch.testing.assert_close(seen, expected, atol=1e-4, rtol=1e-4)
    with pytest.raises(ValueError, match="differ"):
        copy_trunk(build_clip(EncoderShape(image_px=32, width=64, layers=2), vocabulary_size=8), blip)


def test_full_masks_change_nothing():
    """Masked tokens with a mask of ones are the plain encoder."""
    torch.manual_seed(0)
    clip = build_clip(SMALL, vocabulary_size=8).eval()
    pixels = torch.randn(2, 3, 64, 64)
    with torch.inference_mode():
        masked = masked_token_features(
            clip.visual,
            pixels,
            masks=torch.ones(3, 4, 4),
            picture_of_mask=torch.tensor([0, 1, 1]),
            masked_layers=1,
        )
        plain = F.normalize(clip.encode_image(pixels), dim=-1)
    torch.testing.assert_close(masked, plain[[0, 1, 1]], atol=1e-5, rtol=1e-5)


def test_contrast_prefers_positives():
    positives = torch.tensor([[1, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=torch.bool)
    good, bad = torch.where(positives, 5.0, -5.0), torch.where(positives, -5.0, 5.0)
    assert contrast(good, positives) < contrast(torch.zeros(3, 3), positives) < contrast(bad, positives)
    assert contrast(good, torch.zeros_like(positives)) == 0


def test_caption_scores():
    labels = [RegionLabel(RegionKind.OBJECT, 0, 0, 0), RegionLabel(RegionKind.BACKGROUND)]
    scores = score_captions(["a plain red car", "a plain red mug"], labels)
    assert scores == {"colour": 1, "category": 0, "pattern": 1, "exact": 0, "kind": 0.5}
    assert [kind_of(caption_region(RegionLabel(kind, 0, 0, 0, 1, 1, 1))) for kind in RegionKind] == list(
        RegionKind
    )
    assert np.isfinite(list(score_captions([], []).values())).all()
