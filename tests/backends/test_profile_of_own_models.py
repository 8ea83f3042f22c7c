"""A profile of the user's own with models by path, through the whole pipeline."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pytest

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import read_profile
from tas_desktop.engine.analysing import analyse, embed_again
from tas_desktop.formats.image_reading import read_image
from tas_desktop.starter.scenes import Split, generate_scene
from tas_desktop.storage.analysis_file import decode_analysis, encode_analysis
from tests.support.hub_folders import write_blip
from tests.support.open_clip_folders import VIT_TINY, write_open_clip

pytestmark = pytest.mark.usefixtures("no_network")
PROFILE = """
schema_version = 1
name = "own"
title = "My models"

[proposals]
backend = "hierarchy"
name = "regions"

[encoder]
backend = "open-clip-model"
name = "my-clip"
path = "{clip}"

[captioner]
backend = "blip-transformers"
name = "my-blip"
path = "{blip}"
params = {{ num_beams = 1, max_new_tokens = 4 }}

[parser]
backend = "spacy"
name = "starter-parser"
files = ["shipped:starter/parser"]

[synonyms]
backend = "lexicon"
name = "starter-lexicon"
"""


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own-models")
    clip, blip = write_open_clip(folder / "clip", VIT_TINY), write_blip(folder / "blip")
    file = folder / "own.toml"
    file.write_text(PROFILE.format(clip=clip.as_posix(), blip=blip.as_posix()), encoding="utf-8")
    return read_profile(file, base=folder)


@pytest.fixture(scope="module")
def components(profile):
    return load_components(profile, placement=Placement("cpu"))


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    from PIL import Image

    file = tmp_path_factory.mktemp("pictures") / "scene.png"
    Image.fromarray(generate_scene(77, split=Split.VALIDATION).image_rgb[::3, ::3]).save(file)
    return read_image(file)


@pytest.fixture(scope="module")
def analysis(components, image):
    return analyse(image, components)


def test_features_captions_and_the_scenes_caption_are_made(analysis, components):
    count = len(analysis.proposals)
    assert count > 3
    assert analysis.crop_features_nd.shape == (count, VIT_TINY["embed_dim"])
    assert len(analysis.captions) == count
    assert all(analysis.captions)
    assert analysis.scene_caption
    assert analysis.complete
    assert components.recogniser is None
    assert analysis.recognised == 1.0
    assert {"my-clip", "my-blip", "my-blip-whole"} <= {part.name for part in components.ids}


def test_a_stored_analysis_is_the_one_that_was_made(analysis):
    kept = decode_analysis(encode_analysis(analysis))
    assert kept is not None
    np.testing.assert_array_equal(kept.crop_features_nd, analysis.crop_features_nd)
    np.testing.assert_array_equal(kept.caption_features_nd, analysis.caption_features_nd)
    assert kept.captions == analysis.captions


def test_features_made_again_for_a_kept_outline_are_the_same(analysis, components, image):
    again = embed_again(image, analysis, components)
    np.testing.assert_allclose(again.crop_features_nd, analysis.crop_features_nd, atol=1e-4)
    np.testing.assert_allclose(again.caption_features_nd, analysis.caption_features_nd, atol=1e-4)


def test_the_same_files_have_the_same_identity(profile, components):
    again = load_components(profile, placement=Placement("cpu"))
    assert [asdict(part) for part in again.ids] == [asdict(part) for part in components.ids]
