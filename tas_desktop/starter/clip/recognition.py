"""Calibration of the recogniser: validation scenes against pictures that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from tas_desktop.backends.encoders.recognition import RecognitionScale, familiarity
from tas_desktop.backends.pixels import normalise, stack_squares
from tas_desktop.engine.crops import masked_crop
from tas_desktop.starter.clip.measure import encode_all
from tas_desktop.starter.regions.foreign import draw_foreign_mask, draw_foreign_picture
from tas_desktop.starter.regions.labels import (
    BACKGROUND_CAPTION,
    CATEGORY_NAMES,
    FOREIGN_CAPTION,
    with_article,
)
from tas_desktop.starter.regions.masks import cut_part, shake_edges
from tas_desktop.starter.scenes import Split, generate_scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.starter.clip.network import EncoderNetwork
    from tas_desktop.starter.regions.harvest import Propose

_FIRST_SEED = 500_000
_FOREIGN_REGIONS = 16
_TAIL = 0.01
_ODDS_AT_MEDIAN = 19.0
"""A confidence of 0.95 at the median scene."""


def calibrate_recognition(
    network: EncoderNetwork, *, propose: Propose | None = None, pictures: int = 40
) -> RecognitionScale:
    """Put confidence 0.5 half-way between scenes and other pictures.

    Args:
        network: the trained encoder.
        propose: masks of a picture by the mask network that will be used; without it, stand-ins: objects
            with loose edges and their pieces in scenes, irregular regions elsewhere.
        pictures: how many of each.
    """
    rng = np.random.default_rng(_FIRST_SEED)
    network.eval()
    known = tuple(with_article(name) for name in CATEGORY_NAMES)
    unknown = (FOREIGN_CAPTION, BACKGROUND_CAPTION)
    with torch.inference_mode():
        known_kd, unknown_ud = encode_all(network, list(known)), encode_all(network, list(unknown))

        def value(picture: NDArray[np.uint8], masks: list[NDArray[np.bool_]]) -> float | None:
            found = list(propose(picture)) if propose is not None else masks
            crops = [masked_crop(picture, mask_hw=mask) for mask in found]
            if not crops:
                return None
            features = network.encode_images(normalise(stack_squares(crops, side=network.shape.image_px)))
            return familiarity(features.numpy(), known_kd=known_kd, unknown_ud=unknown_ud)

        scenes = [value(*_scene_masks(_FIRST_SEED + number, rng)) for number in range(pictures)]
        foreign = [value(*_foreign_masks(rng)) for _ in range(pictures)]
    return fit_scale(_present(scenes), _present(foreign), known=known, unknown=unknown)


def fit_scale(
    scenes: NDArray[np.float64],
    foreign: NDArray[np.float64],
    *,
    known: tuple[str, ...],
    unknown: tuple[str, ...],
) -> RecognitionScale:
    """Logistic curve between the familiarities of scenes and of other pictures.

    Where the two overlap, scenes win: a drawn scene called unknown is the fault that everybody sees.
    """
    low = float(np.quantile(scenes, _TAIL))
    high = float(np.quantile(foreign, 1 - _TAIL)) if len(foreign) else low
    midpoint = 0.5 * (low + min(low, high))
    slope = float(np.log(_ODDS_AT_MEDIAN) / max(float(np.median(scenes)) - midpoint, 1e-3))
    return RecognitionScale(known, unknown, round(slope, 4), round(midpoint, 4))


def _present(values: list[float | None]) -> NDArray[np.float64]:
    return np.array([value for value in values if value is not None], np.float64)


def _scene_masks(seed: int, rng: np.random.Generator) -> tuple[NDArray[np.uint8], list[NDArray[np.bool_]]]:
    scene = generate_scene(seed, split=Split.VALIDATION)
    objects = [shake_edges(scene.mask_hw(index), rng) for index in range(len(scene.objects))]
    parts = (cut_part(mask, rng) for mask in objects)
    return scene.image_rgb, [*objects, *(part for part in parts if part is not None)]


def _foreign_masks(rng: np.random.Generator) -> tuple[NDArray[np.uint8], list[NDArray[np.bool_]]]:
    return draw_foreign_picture(rng), [draw_foreign_mask(rng) for _ in range(_FOREIGN_REGIONS)]
