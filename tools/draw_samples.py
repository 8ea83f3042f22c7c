"""Draw the sample pictures of ``resources/samples`` anew: our own scenes, of no data set.

Usage: python tools/draw_samples.py [OUT]. Their seeds are those of the test split, far behind the ones
that ``evaluate`` uses, so no network was trained on them and no figure is taken from them.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from tas_desktop.starter.scenes.composition import generate_scene
from tas_desktop.starter.scenes.splits import Split

_SIDE_PX = 480
_JPEG_QUALITY = 90


class Sample(NamedTuple):
    """One picture: its file name, the seed of its scene, and what a person would call things in it."""

    name: str
    seed: int
    expressions: tuple[str, ...]


SAMPLES = (
    Sample(
        "mugs.jpg",
        72515,
        ("the striped red mug on the left", "the pink cup", "the plain black umbrella"),
    ),
    Sample("boats.jpg", 70020, ("the white boat", "striped red umbrella", "the brown boat at the bottom")),
    Sample("books.jpg", 70011, ("the pink book", "rightmost book", "the mushroom next to the white bag")),
    Sample("buses.jpg", 70008, ("the red bus", "yellow bus at the bottom", "the heart on top of the bus")),
    Sample("planes.jpg", 70023, ("the purple plane", "the airplane on the right", "the striped fish")),
    Sample("teapots.jpg", 70003, ("the yellow teapot", "the smallest teapot", "the green car")),
    Sample("trees.jpg", 70010, ("the red tree", "second tree from the left", "the blue mug")),
    Sample("trucks.png", 70009, ("the smallest truck", "the red car", "the checked lorry")),
)


def draw_samples(out: Path) -> None:
    """Write the pictures and ``samples.csv``."""
    out.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        scene = generate_scene(sample.seed, split=Split.TEST, size_px=_SIDE_PX)
        picture = Image.fromarray(scene.image_rgb)
        picture.save(out / sample.name, quality=_JPEG_QUALITY, optimize=True)
    with (out / "samples.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(("image", "expression"))
        writer.writerows((sample.name, text) for sample in SAMPLES for text in sample.expressions)


if __name__ == "__main__":
    draw_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/samples"))
