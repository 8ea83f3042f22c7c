"""A picture, its masks and what is said of them, for the starter's encoder and for drawn ones."""

from __future__ import annotations

import numpy as np
import pytest

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.components import Components

HEIGHT, WIDTH = 150, 230

CAPTIONS = ["a red mug", "a small tree", "a dog", "a blue car on a road", "the sky", "a striped box"]


class GivenMasks:
    component = ComponentId("proposals", "parity-masks", "1")

    def __init__(self, masks):
        self.masks = masks

    def propose(self, image_rgb, *, control):
        return [Proposal(Mask.from_array(mask), 0.9, ProposalSource.GIVEN) for mask in self.masks]


class GivenCaptions:
    """Says what was written down for the masks, in order: their words are not what is compared."""

    component = ComponentId("captioner", "parity-captions", "1")

    def caption(self, crops_rgb, *, control):
        return CAPTIONS[: len(crops_rgb)]


class JoinedCaptions:
    component = ComponentId("scene captioner", "parity-joined", "1")

    def caption_scene(self, image_rgb, *, proposals, captions, control):
        return " and ".join(captions)


@pytest.fixture(scope="session")
def picture():
    """Waves, discs and noise: no two parts look alike."""
    chance = np.random.default_rng(4)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    base = 128 + 70 * np.sin(rows / 11)[..., None] * np.cos(columns[..., None] / np.array([7, 13, 29]))
    for _ in range(9):
        y, x, radius = chance.integers(0, HEIGHT), chance.integers(0, WIDTH), chance.integers(10, 45)
        base[np.hypot(rows - y, columns - x) < radius] = chance.integers(0, 256, 3)
    return np.clip(base + chance.normal(0, 6, base.shape), 0, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def masks():
    """Of many sizes: a disc, bars, a frame with a hole, one at the border, a few pixels."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    found = [
        np.hypot(rows - 60, columns - 70) < 38,
        (rows > 20) & (rows < 120) & (columns > 150) & (columns < 185),
        (rows > 100) & (columns < 120),
        (np.hypot(rows - 75, columns - 150) < 60) & (np.hypot(rows - 75, columns - 150) > 30),
        (rows < 18),
        (rows > 40) & (rows < 47) & (columns > 200) & (columns < 204),
    ]
    return [np.ascontiguousarray(mask) for mask in found]


@pytest.fixture(scope="session")
def loaded_image(picture):
    picture.setflags(write=False)
    return LoadedImage(picture, "7" * 64)


@pytest.fixture(scope="session")
def words():
    """(parser, synonyms) of the starter pack."""
    from tas_desktop.backends.loading import load_parser, load_synonyms
    from tas_desktop.config.profiles import load_profile

    profile = load_profile("starter")
    parser = load_parser(profile.parser)
    return parser, load_synonyms(profile.synonyms, parser=parser)


@pytest.fixture(scope="session")
def components_with(masks, words):
    """Components around an encoder."""

    def make(encoder):
        return Components(
            GivenMasks(masks), encoder, *words, captioner=GivenCaptions(), scene_captioner=JoinedCaptions()
        )

    return make
