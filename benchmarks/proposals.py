"""Recall and oracle IoU of mask proposals on drawn scenes and on photographs.

    python benchmarks/proposals.py [--scenes 200] [--split test] [--photos FOLDER] [--json FILE]

Scenes are measured at the limits that the starter pack is judged by: the network alone at 60 proposals,
joined with the region hierarchy at 100. Photographs: the joined proposer as users get it and the
hierarchy alone at 300, over instances of more than 2,000 pixels. Settings were chosen on validation
scenes and on every other photo, so photos are reported in two halves.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from calibration import calibration_line

from tas_desktop.backends.proposals.hierarchy import HierarchyProposer
from tas_desktop.backends.proposals.joined import JoinedProposer
from tas_desktop.backends.proposals.sam_proposer import open_sam_proposer
from tas_desktop.starter.sam.measure import measure_coverage, with_masks
from tas_desktop.starter.scenes import Split, generate_scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.mask import Mask
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.ports import MaskProposer

ROOT = Path(__file__).resolve().parent.parent
LEAST_INSTANCE = 2000


def main() -> None:
    """Print the figures and, on request, write them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--pack", type=Path, default=ROOT / "resources" / "starter")
    arguments.add_argument("--scenes", type=int, default=200)
    arguments.add_argument("--split", choices=("validation", "test"), default="test")
    arguments.add_argument("--photos", type=Path, default=ROOT.parent / "shared" / "data" / "photos")
    arguments.add_argument("--json", type=Path)
    options = arguments.parse_args()

    network, hierarchy = Remembering(open_sam_proposer(options.pack)), Remembering(HierarchyProposer())
    joined = JoinedProposer(network, hierarchy)
    figures: dict[str, object] = {}
    if options.scenes:
        at_100 = JoinedProposer(network, hierarchy, settings=replace(joined.settings, photo_limit=100))
        for name, proposer in (("network alone", network), ("joined", joined), ("joined at 100", at_100)):
            figures[f"scenes ({options.split}), {name}"] = measure_scenes(
                proposer, options.scenes, options.split
            )
    if options.photos.is_dir():
        for half, start in (("tuned on", 0), ("held out", 1)):
            for name, proposer in (("hierarchy", hierarchy), ("joined", joined)):
                pictures = read_photos(options.photos, start=start, step=2)
                figures[f"photos ({half}), {name}"] = measure_coverage(proposer, pictures).as_json()
    for name, maker in (("network", network), ("hierarchy", hierarchy)):
        if maker.seconds:
            figures[f"seconds, {name}"] = maker.summary()
    figures["calibration"] = calibration_line()
    for name, line in figures.items():
        print(f"{name}: {line}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


class Remembering:
    """A proposer that notes how long each picture took, and remembers what it proposed for it."""

    def __init__(self, proposer: MaskProposer) -> None:
        self._proposer = proposer
        self._known: dict[bytes, list[Proposal]] = {}
        self.seconds: list[float] = []

    @property
    def component(self) -> ComponentId:
        """The inner proposer's."""
        return self._proposer.component

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Propose once per picture."""
        key = hashlib.sha256(image_rgb.tobytes()).digest()
        if key not in self._known:
            start = time.perf_counter()
            self._known[key] = self._proposer.propose(image_rgb, control=control)
            self.seconds.append(time.perf_counter() - start)
        return self._known[key]

    def summary(self) -> dict[str, float]:
        """Median and largest time of a picture."""
        return {"median": round(float(np.median(self.seconds)), 3), "most": round(max(self.seconds), 3)}


def measure_scenes(proposer: MaskProposer, count: int, split: str) -> dict[str, float | int]:
    """Coverage of the first scenes of a split."""
    scenes = (generate_scene(seed, split=Split(split)) for seed in range(count))
    return measure_coverage(proposer, with_masks(scenes)).as_json()


def read_photos(folder: Path, *, start: int, step: int) -> Iterator[tuple[NDArray[np.uint8], list[Mask]]]:
    """Photographs with the masks of their larger instances."""
    from PIL import Image

    from tas_desktop.domain.mask import Mask

    content = json.loads((folder / "instances.json").read_text(encoding="utf-8"))
    for image in content["images"][start::step]:
        with Image.open(folder / "images" / image["file_name"]) as opened:
            pixels = np.asarray(opened.convert("RGB"))
        masks = [
            Mask.from_rle(one["segmentation"])
            for one in content["annotations"]
            if one["image_id"] == image["id"] and one["area"] > LEAST_INSTANCE and not one["iscrowd"]
        ]
        yield pixels, masks


if __name__ == "__main__":
    main()
