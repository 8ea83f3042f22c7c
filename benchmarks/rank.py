"""How long a keystroke's ranking takes: ``rank()`` of new expressions on an image with 50 proposals.

    python benchmarks/rank.py [--profile starter] [--proposals 50] [--encoder full-size]

``--encoder full-size`` puts a ViT-B/32 with random weights in the place of the profile's encoder: what it
knows is nothing, what it costs is the real thing. Prints the median over 200 new expressions and the time
under which 95 % of them stay, five times, and the medians of those. Nothing is remembered between
expressions but the image's analysis; a calibration line tells machines apart.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from calibration import RUNS, calibration_line
from full_size import RandomTowers

from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.image import LoadedImage
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine import texts
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.engine.pipeline import analyse, rank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tas_desktop.engine.control import Control

COLOURS = ("red", "blue", "green", "yellow", "black", "white", "orange", "purple", "pink", "brown")
NOUNS = ("mug", "car", "bottle", "tree", "book", "lamp", "hat", "ball", "box", "chair")
PLACES = (
    "",
    "on the left",
    "in the top right corner",
    "second from the left",
    "left of the blue car",
    "that is not striped",
    "next to the tree",
    "in the middle",
)


class RandomRectangles:
    """As many masks as asked for, of no particular thing: the time does not depend on what they show."""

    component = ComponentId("proposals", "random-rectangles", "1")

    def __init__(self, count: int) -> None:
        self._count = count

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        rng = np.random.default_rng(0)
        height, width = image_rgb.shape[:2]
        proposals = []
        for _ in range(self._count):
            control.token.check()
            mask_hw = np.zeros((height, width), dtype=bool)
            x, y = rng.integers(0, width - 64), rng.integers(0, height - 64)
            mask_hw[y : y + rng.integers(20, 64), x : x + rng.integers(20, 64)] = True
            proposals.append(Proposal(Mask.from_array(mask_hw), 0.9, ProposalSource.GIVEN))
        return proposals


def new_expressions() -> Iterator[str]:
    """Expressions that differ from each other, for as long as anyone asks."""
    kinds = list(itertools.product(COLOURS, NOUNS, PLACES))
    np.random.default_rng(1).shuffle(kinds)
    for number in itertools.count():
        for colour, noun, place in kinds:
            size = ("", "small", "large", "plain", "striped", "dotted")[number % 6]
            yield " ".join(["the", *f"{size} {colour} {noun} {place}".split()])


def main() -> None:
    """Analyse one picture, then rank new expressions on it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--profile", default="starter")
    arguments.add_argument("--proposals", type=int, default=50)
    arguments.add_argument("--expressions", type=int, default=200)
    arguments.add_argument("--encoder", choices=("profile", "full-size"), default="profile")
    chosen = arguments.parse_args()
    parts = load_components(load_profile(chosen.profile))
    if chosen.encoder == "full-size":
        parts = replace(parts, encoder=RandomTowers(), recogniser=None)
    pixels_rgb = np.random.default_rng(2).integers(0, 256, (384, 384, 3), dtype=np.uint8)
    components = type(parts)(
        RandomRectangles(chosen.proposals),
        parts.encoder,
        parts.parser,
        parts.synonyms,
        parts.captioner,
        parts.scene_captioner,
    )
    analysis = analyse(
        LoadedImage(pixels_rgb, "0" * 64), components, AnalysisParams(overlap=OverlapRule.NONE)
    )
    expressions = new_expressions()

    def one() -> float:
        expression = next(expressions)
        texts.forget()
        start = time.perf_counter()
        rank(
            analysis,
            expression,
            METHODS["tas"].ranking,
            encoder=parts.encoder,
            parser=parts.parser,
            synonyms=parts.synonyms,
        )
        return 1000 * (time.perf_counter() - start)

    one()
    medians, slow = [], []
    for _ in range(RUNS):
        times = [one() for _ in range(chosen.expressions)]
        medians.append(statistics.median(times))
        slow.append(float(np.quantile(times, 0.95)))
        print(f"rank(): median {medians[-1]:.2f} ms, 95 % below {slow[-1]:.2f} ms")
    goal = "95 % below 50 ms" if chosen.encoder == "full-size" else "median 20 ms"
    print(
        f"rank() on {len(analysis.proposals)} proposals, {len(set(analysis.phrases))} phrases, "
        f"{parts.encoder.component.name}: median {statistics.median(medians):.2f} ms, "
        f"95 % below {statistics.median(slow):.2f} ms (goal: {goal})"
    )
    print(calibration_line())


if __name__ == "__main__":
    main()
