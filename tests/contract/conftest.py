"""The shipped networks, loaded once, and pictures to try them on."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.loading import load_captioner_of, load_encoder_of
from tas_desktop.config.profiles import ComponentChoice, load_profile
from tas_desktop.engine.crops import blur_background, blurred_crop, masked_crop
from tas_desktop.starter.scenes import Split, generate_scene
from tests.support.hub_folders import write_blip, write_blip2, write_florence2, write_llava
from tests.support.open_clip_folders import RESNET_TINY, VIT_TINY, write_open_clip


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
def drawn_models(tmp_path_factory):
    """Folders of small random models, as their families publish them, by backend and form."""
    base = tmp_path_factory.mktemp("drawn")
    return {
        ("open-clip-model", "transformer"): write_open_clip(base / "vit", VIT_TINY),
        ("open-clip-model", "resnet"): write_open_clip(base / "resnet", RESNET_TINY),
        ("blip-transformers", ""): write_blip(base / "blip"),
        ("blip2", ""): write_blip2(base / "blip2"),
        ("image-text-to-text", "florence2"): write_florence2(base / "florence2"),
        ("image-text-to-text", "chat"): write_llava(base / "llava"),
    }


def open_drawn(models, role, kind):
    """A component over one of ``drawn_models``."""
    params = {"max_new_tokens": 4} if role == "captioner" else {}
    choice = ComponentChoice(role, kind[0], "drawn", (), params, path=models[kind])
    load = load_captioner_of if role == "captioner" else load_encoder_of
    return load(choice, placement=Placement("cpu"))


ENCODERS = [None, ("open-clip-model", "transformer"), ("open-clip-model", "resnet")]
CAPTIONERS = [
    None,
    ("blip-transformers", ""),
    ("blip2", ""),
    ("image-text-to-text", "florence2"),
    ("image-text-to-text", "chat"),
]


def name_of(kind):
    return "-".join(filter(None, kind)) if kind else "starter"


@pytest.fixture(scope="session", params=ENCODERS, ids=name_of)
def any_encoder(request, starter_profile, drawn_models):
    """One of each kind of encoder."""
    if request.param is None:
        return load_encoder_of(starter_profile.encoder)
    return open_drawn(drawn_models, "encoder", request.param)


@pytest.fixture(scope="session", params=CAPTIONERS, ids=name_of)
def any_captioner(request, starter_profile, drawn_models):
    """One of each kind of captioner."""
    if request.param is None:
        return load_captioner_of(starter_profile.captioner)
    return open_drawn(drawn_models, "captioner", request.param)


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
