"""Pictures and sentences: drawn scenes of a photograph's size, so that nothing has to be fetched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from tas_desktop.domain.image import LoadedImage
from tas_desktop.starter.scenes import Split, generate_scene, speak

SIDE_PX = 640
FIRST_SEED = 4000  # beyond the validation scenes that anything was chosen on
_MOST_ATTEMPTS = 50


@dataclass(frozen=True)
class Task:
    """A picture and what is said about it."""

    image: LoadedImage
    sentences: tuple[str, ...]


def draw_tasks(pictures: int, *, sentences: int, side_px: int = SIDE_PX) -> list[Task]:
    """The same tasks each time.

    Args:
        pictures: how many.
        sentences: of each picture, all different; fewer where no more can be said.
        side_px: of the square pictures.
    """
    return [draw_task(FIRST_SEED + i, sentences=sentences, side_px=side_px) for i in range(pictures)]


def draw_task(seed: int, *, sentences: int, side_px: int = SIDE_PX) -> Task:
    """One scene with sentences about it."""
    scene = generate_scene(seed, split=Split.VALIDATION, size_px=side_px)
    content_hash = hashlib.sha256(scene.image_rgb.tobytes()).hexdigest()
    spoken: dict[str, None] = {}
    for attempt in range(_MOST_ATTEMPTS):
        for expression in speak(scene, per_kind=3, rng=np.random.default_rng((seed, attempt))):
            spoken[expression.text] = None
        if len(spoken) >= sentences:
            break
    return Task(LoadedImage(scene.image_rgb, content_hash), tuple(spoken)[:sentences])
