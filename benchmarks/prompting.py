"""How masks get better with an annotator's clicks: simulated points and boxes on drawn scenes.

    python benchmarks/prompting.py [--scenes 40] [--first 0] [--split validation] [--clicks 5]
                                   [--photos FOLDER] [--json FILE]

The usual protocol of interactive segmentation: the first click lies in the middle of the object, each
further one in the middle of the largest remaining error, on the object or beside it as the error is. A
box is the true mask's. "Two things" are two objects of a scene: one click adds the second to a mask of
the first, or cuts one from a mask of both. Nothing is drawn by hand. Times are of one answer on the
embedding made before, the first of each object with its window still to be looked at.

With --photos the same on every fourth photograph, over at most five of its larger instances: there the
network is a stranger, and a box may choose among the proposals.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from calibration import calibration_line
from proposals import read_photos

from tas_desktop.backends.loading import load_prompt_decoder, load_proposer
from tas_desktop.config.profiles import load_profile
from tas_desktop.domain.mask import Mask, pairwise_iou
from tas_desktop.domain.mask_algebra import subtract, unite
from tas_desktop.domain.prompt import PointPrompt, Prompts
from tas_desktop.engine.control import Control
from tas_desktop.engine.seen import SeenPicture, working_copy
from tas_desktop.engine.segmenting import segment
from tas_desktop.starter.scenes import Split, generate_scene

if TYPE_CHECKING:
    from tas_desktop.engine.ports import MaskProposer, PromptDecoder

INSTANCES_A_PHOTO = 5


def main() -> None:
    """Print the figures and, on request, write them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--profile", default="starter")
    arguments.add_argument("--scenes", type=int, default=40)
    arguments.add_argument("--first", type=int, default=0)
    arguments.add_argument("--split", choices=("validation", "test"), default="validation")
    arguments.add_argument("--clicks", type=int, default=5)
    arguments.add_argument("--photos", type=Path)
    arguments.add_argument("--json", type=Path)
    options = arguments.parse_args()
    choice = load_profile(options.profile).proposals
    proposer = load_proposer(choice)
    decoder = load_prompt_decoder(choice, proposer=proposer)
    if decoder is None:
        raise SystemExit("this profile has no mask decoder")
    figures = Figures()
    for seed in range(options.first, options.first + options.scenes):
        scene = generate_scene(seed, split=Split(options.split))
        masks = [Mask.from_array(scene.mask_hw(index)) for index in range(len(scene.objects))]
        start = time.perf_counter()
        height, width = scene.image_rgb.shape[:2]
        seen = SeenPicture(working_copy(scene.image_rgb), height=height, width=width, decoder=decoder)
        figures.seconds["embedding"].append(time.perf_counter() - start)
        for index, truth in enumerate(masks):
            simulate_clicks(decoder, seen, truth, count=options.clicks, figures=figures)
            simulate_box(decoder, seen, truth, figures=figures)
            simulate_two(decoder, seen, truth, masks[index - 1], figures=figures)
    if options.photos:
        measure_photos(decoder, proposer, options.photos, count=options.clicks, figures=figures)
    figures.show()
    print(calibration_line())
    if options.json:
        options.json.write_text(json.dumps(figures.as_json(), indent=2) + "\n", encoding="utf-8")


def measure_photos(
    decoder: PromptDecoder, proposer: MaskProposer, folder: Path, *, count: int, figures: Figures
) -> None:
    """Clicks and boxes on photographs, the latter with and without proposals to choose among."""
    for pixels, truths in read_photos(folder, start=1, step=4):
        height, width = pixels.shape[:2]
        pool = tuple(proposal.mask for proposal in proposer.propose(pixels, control=Control()))
        seen = SeenPicture(working_copy(pixels), height=height, width=width, decoder=decoder)
        for truth in truths[:INSTANCES_A_PHOTO]:
            simulate_clicks(decoder, seen, truth, count=count, figures=figures, name="photo: ")
            simulate_box(decoder, seen, truth, figures=figures, name="photo: network, ")
            simulate_box(decoder, seen, truth, figures=figures, name="photo: proposals, ", pool=pool)


class Figures:
    """IoU and seconds by what was simulated."""

    def __init__(self) -> None:
        self.iou: defaultdict[str, list[float]] = defaultdict(list)
        self.seconds: defaultdict[str, list[float]] = defaultdict(list)

    def show(self) -> None:
        """One line for each."""
        for name, values in self.as_json().items():
            print(f"{name:32}", "  ".join(f"{key} {value}" for key, value in values.items()))

    def as_json(self) -> dict[str, dict[str, float | int]]:
        """Means, medians and shares."""
        shown: dict[str, dict[str, float | int]] = {}
        for name, values in self.iou.items():
            array = np.array(values)
            shown[name] = {
                "mean IoU": round(float(array.mean()), 4),
                "median": round(float(np.median(array)), 4),
                "at least .85": round(float((array >= 0.85).mean()), 3),
                "objects": len(array),
            }
        for name, values in self.seconds.items():
            shown[f"{name} ms"] = {
                "median": round(1000 * float(np.median(values)), 1),
                "95th": round(1000 * float(np.quantile(values, 0.95)), 1),
            }
        return shown


def simulate_clicks(
    decoder: PromptDecoder, seen: SeenPicture, truth: Mask, *, count: int, figures: Figures, name: str = ""
) -> None:
    """Click into the largest error, again and again."""
    mask = subtract(truth, truth)
    points: tuple[PointPrompt, ...] = ()
    for number in range(1, count + 1):
        points += (next_click(truth, mask),)
        start = time.perf_counter()
        mask = segment(decoder, seen, Prompts(points), base=mask).mask
        when = "first click" if number == 1 else "further click"
        figures.seconds[name + when].append(time.perf_counter() - start)
        figures.iou[f"{name}{number} click{'s' * (number > 1)}"].append(overlap(mask, truth))


def simulate_box(
    decoder: PromptDecoder,
    seen: SeenPicture,
    truth: Mask,
    *,
    figures: Figures,
    name: str = "",
    pool: tuple[Mask, ...] = (),
) -> None:
    """Draw the true mask's box, then click once into the largest error."""
    nothing = subtract(truth, truth)
    start = time.perf_counter()
    mask = segment(decoder, seen, Prompts(box_xywh=truth.box_xywh), base=nothing, pool=pool).mask
    figures.seconds[f"{name}box"].append(time.perf_counter() - start)
    figures.iou[f"{name}box"].append(overlap(mask, truth))
    click = next_click(truth, mask)
    mask = segment(decoder, seen, Prompts((click,), truth.box_xywh), base=mask).mask
    figures.iou[f"{name}box and a click"].append(overlap(mask, truth))


def simulate_two(
    decoder: PromptDecoder, seen: SeenPicture, truth: Mask, other: Mask, *, figures: Figures
) -> None:
    """Add a second object to a mask by one click, and cut it by another."""
    both, nothing = unite(truth, other), subtract(truth, truth)
    middle = next_click(truth, nothing).point_xy
    added = segment(decoder, seen, Prompts((PointPrompt(middle, inside=True),)), base=other).mask
    figures.iou["second thing added"].append(overlap(added, both))
    cut = segment(decoder, seen, Prompts((PointPrompt(middle, inside=False),)), base=both).mask
    figures.iou["one of two cut"].append(overlap(cut, other))


def next_click(truth: Mask, mask: Mask) -> PointPrompt:
    """The middle of the largest error, by distance to its border."""
    wanted, held = truth.to_array(), mask.to_array()
    missing, surplus = (
        cv2.distanceTransform(np.pad(error, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
        for error in (wanted & ~held, held & ~wanted)
    )
    inside = bool(missing.max() >= surplus.max())
    row, column = np.unravel_index(int((missing if inside else surplus).argmax()), wanted.shape)
    return PointPrompt((float(column) + 0.5, float(row) + 0.5), inside)


def overlap(mask: Mask, truth: Mask) -> float:
    """IoU of two masks."""
    return float(pairwise_iou([mask], [truth])[0, 0])


if __name__ == "__main__":
    main()
