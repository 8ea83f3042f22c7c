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
from tas_desktop.starter.regions.masks import cut_part, draw_blob, shake_edges
from tas_desktop.starter.scenes import Split, generate_scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tas_desktop.starter.clip.network import EncoderNetwork

_FIRST_SEED = 500_000
_REGIONS = 16
_BEST = 5
_FALSE_ALARMS = 0.01


def calibrate_recognition(network: EncoderNetwork, *, pictures: int = 40) -> RecognitionScale:
    """Choose midpoint and slope so that 1 % of validation scenes fall below a confidence of 0.5.

    The midpoint errs towards recognising: a drawn scene called unknown is a fault that everybody sees,
    while photographs lie far below (measured after training, never trained on).
    """
    rng = np.random.default_rng(_FIRST_SEED)
    network.eval()
    known = tuple(with_article(name) for name in CATEGORY_NAMES)
    unknown = (FOREIGN_CAPTION, BACKGROUND_CAPTION)
    with torch.inference_mode():
        known_kd, unknown_ud = encode_all(network, list(known)), encode_all(network, list(unknown))
        values = [
            [
                familiarity(_features(network, crops), known_kd=known_kd, unknown_ud=unknown_ud, best=_BEST)
                for crops in (_scene_crops(_FIRST_SEED + number, rng), _foreign_crops(rng))
            ]
            for number in range(pictures)
        ]
    scenes, foreign = np.array(values).T
    low, high = float(np.quantile(scenes, _FALSE_ALARMS)), float(np.quantile(foreign, 1 - _FALSE_ALARMS))
    midpoint = low if high >= low else 0.5 * (low + high)
    # A confidence of 0.95 at the median scene.
    slope = float(np.log(19) / max(np.median(scenes) - midpoint, 1e-3))
    return RecognitionScale(known, unknown, round(slope, 4), round(midpoint, 4), _BEST)


def _features(network: EncoderNetwork, crops: list[NDArray[np.uint8]]) -> NDArray[np.float32]:
    return network.encode_images(normalise(stack_squares(crops, side=network.shape.image_px))).numpy()


def _scene_crops(seed: int, rng: np.random.Generator) -> list[NDArray[np.uint8]]:
    """Objects with loose edges, their pieces, and ground: about what proposals of a scene are."""
    scene = generate_scene(seed, split=Split.VALIDATION)
    objects = [shake_edges(scene.mask_hw(index), rng) for index in range(len(scene.objects))]
    masks = [*objects, *(cut_part(mask, rng) for mask in objects)]
    masks += [draw_blob(scene.instance_hw == -1, rng) for _ in range(_REGIONS - len(objects))]
    return [masked_crop(scene.image_rgb, mask_hw=mask) for mask in masks if mask is not None]


def _foreign_crops(rng: np.random.Generator) -> list[NDArray[np.uint8]]:
    picture = draw_foreign_picture(rng)
    return [masked_crop(picture, mask_hw=draw_foreign_mask(rng)) for _ in range(_REGIONS)]
