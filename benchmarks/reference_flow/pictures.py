"""Pictures and sentences: drawn scenes side by side, so that nothing has to be fetched.

A scene alone leaves three masks after the script's filter; nine of them leave about as many as a photograph.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.domain.image import LoadedImage
from tas_desktop.starter.scenes import Split, generate_scene, speak

if TYPE_CHECKING:
    from tas_desktop.starter.scenes import Scene

FIRST_SEED = 4000  # beyond the validation scenes that anything was chosen on
SCENES_ASIDE = 3
SCENE_PX = 320


@dataclass(frozen=True)
class Task:
    """A picture and what is said about it."""

    image: LoadedImage
    sentences: tuple[str, ...]


def draw_tasks(pictures: int, *, sentences: int, aside: int = SCENES_ASIDE) -> list[Task]:
    """The same tasks each time.

    Args:
        pictures: how many.
        sentences: of each picture, all different; fewer where no more can be said.
        aside: scenes along each side of a picture.
    """
    seeds = range(FIRST_SEED, FIRST_SEED + pictures * aside**2, aside**2)
    return [draw_task(seed, sentences=sentences, aside=aside) for seed in seeds]


def draw_task(seed: int, *, sentences: int, aside: int = SCENES_ASIDE) -> Task:
    """One picture of ``aside`` x ``aside`` scenes with sentences about them by turns."""
    scenes = [
        generate_scene(seed + number, split=Split.VALIDATION, size_px=SCENE_PX) for number in range(aside**2)
    ]
    rows = [scenes[start : start + aside] for start in range(0, len(scenes), aside)]
    image_rgb = np.vstack([np.hstack([scene.image_rgb for scene in row]) for row in rows])
    by_turns = chain.from_iterable(zip_longest(*map(_sentences, scenes)))
    texts = tuple(islice(dict.fromkeys(text for text in by_turns if text), sentences))
    return Task(LoadedImage(image_rgb, hashlib.sha256(image_rgb.tobytes()).hexdigest()), texts)


def _sentences(scene: Scene) -> list[str]:
    return [expression.text for expression in speak(scene, per_kind=3)]
