"""The shipped networks, loaded once, and pictures to try them on."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.backends.loading import load_captioner_of, load_encoder_of
from tas_desktop.config.profiles import load_profile
from tas_desktop.engine.crops import blur_background, blurred_crop, masked_crop
from tas_desktop.starter.scenes import Split, generate_scene


@pytest.fixture(scope="session")
def starter_profile():
    return load_profile("starter")


@pytest.fixture(scope="session")
def encoder(starter_profile):
    return load_encoder_of(starter_profile.encoder)


@pytest.fixture(scope="session")
def captioner(starter_profile):
    return load_captioner_of(starter_profile.captioner)


@pytest.fixture(scope="session")
def scenes():
    return [generate_scene(seed, split=Split.VALIDATION) for seed in range(900, 912)]


@pytest.fixture(scope="session")
def objects(scenes):
    """(scene, object, crop on black, crop before blur) of every object of the scenes."""
    found = []
    for scene in scenes:
        blurred = blur_background(scene.image_rgb)
        for index, item in enumerate(scene.objects):
            mask = scene.mask_hw(index)
            black = masked_crop(scene.image_rgb, mask_hw=mask)
            before_blur = blurred_crop(scene.image_rgb, mask_hw=mask, blurred_rgb=blurred)
            found.append((scene, item, black, before_blur))
    return found


@pytest.fixture
def odd_crops():
    """Sizes that a proposal can have: one pixel, a sliver that stayed one short of square, a large one."""
    rng = np.random.default_rng(3)
    shapes = ((1, 1, 3), (5, 4, 3), (2, 1, 3), (700, 700, 3))
    return [rng.integers(0, 256, shape, dtype=np.uint8) for shape in shapes]
