"""The paper's script order beside ours: the same models, pictures and sentences, in one process.

    python -m benchmarks.reference_flow [--profile starter | --full-size FOLDER] [--pictures 8]
        [--sentences 20] [--generator stock | own] [--device auto] [--precision float32] [--limit-gb 10]
        [--json FILE]

The script order (``script_order.py``) captions one mask at a time and encodes a picture's crops again for
each sentence; a third column remembers them for each picture. It draws masks with segment_anything's own
generator on the profile's network, or with ``--generator own`` as we do; region hierarchies, which the paper
has not, are left out of both. The scores have to agree to 1e-4, on the masks that the script kept, or the
ratios do not count: the exit code is then 1. Where ours is timed in another precision, its scores in float32
are compared as well, and those count.

``--full-size`` takes random networks of full size (SAM ViT-B, CLIP ViT-B/32, BLIP base), written to the
folder on the first run; on a CPU with ``--pictures 1``. On a GPU with the paper's models at hand:
``--profile tas-paper --device cuda --limit-gb 10``. Run from the checkout's root.
"""

from __future__ import annotations

import argparse
import json
import statistics
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.calibration import calibration_line
from benchmarks.reference_flow.full_size import full_size_profile
from benchmarks.reference_flow.pictures import SCENES_ASIDE, draw_tasks
from benchmarks.reference_flow.stock_generator import stock_generator
from benchmarks.reference_flow.turns import COLD, OURS, REMEMBERED, SCRIPT, SENTENCE, Gauge, take_turns
from tas_desktop.backends.devices.placement import Placement
from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.engine.control import Control

if TYPE_CHECKING:
    from benchmarks.reference_flow.turns import Turns
    from tas_desktop.config.profiles import Profile
    from tas_desktop.engine.components import Components

TOLERANCE = 1e-4
GOALS = {
    "warm sentence, script order with its share of the picture / ours": 50.0,
    "warm sentence, features remembered / ours": 5.0,
    "cold picture, script order / ours": 1.5,
}


def main() -> int:
    """Measure, print, compare; 1 where the scores do not agree."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--profile", default="starter")
    arguments.add_argument("--full-size", type=Path, metavar="FOLDER")
    arguments.add_argument("--words", type=int, default=10, help="of a caption, with --full-size")
    arguments.add_argument("--beams", type=int, default=1, help="of the search for it, likewise")
    arguments.add_argument("--generator", choices=("stock", "own"), default="stock")
    arguments.add_argument("--pictures", type=int, default=8)
    arguments.add_argument("--sentences", type=int, default=20)
    arguments.add_argument(
        "--aside", type=int, default=SCENES_ASIDE, help="drawn scenes along each side of a picture"
    )
    arguments.add_argument("--device", default="auto")
    arguments.add_argument("--precision", default="float32", help="of ours; the script order has float32")
    arguments.add_argument("--limit-gb", type=float, help="of the device's memory, for ours")
    arguments.add_argument("--json", type=Path)
    options = arguments.parse_args()

    limit = round(options.limit_gb * 2**30) if options.limit_gb else None
    placement = Placement(options.device, precision=options.precision, limit_bytes=limit)
    profile = (
        full_size_profile(options.full_size, words=options.words, beams=options.beams)
        if options.full_size
        else load_profile(options.profile)
    )
    profile = without_hierarchy(profile)
    ours = without_recogniser(load_components(profile, placement=placement))
    script = ours
    if options.precision != "float32":
        full = Placement(options.device, precision="float32")
        script = without_recogniser(load_components(profile, placement=full))
    draw_masks = partial(script.proposer.propose, control=Control())
    if options.generator == "stock":
        draw_masks = stock_generator(profile.proposals, device=placement.device)
    turns = take_turns(
        draw_tasks(options.pictures, sentences=options.sentences, aside=options.aside),
        ours=ours,
        script=script,
        draw_masks=draw_masks,
        gauge=Gauge(str(placement.device)),
    )
    figures = summarise(turns, sentences=options.sentences)
    for residence in placement.residences:
        print(f"{residence.role}: {residence.name}, {residence.text}")
    for name, value in figures.items():
        goal = f"  (goal: at least {GOALS[name]:g})" if name in GOALS else ""
        print(f"{name}: {value:.6g}{goal}")
    print(calibration_line())
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if turns.largest_difference > TOLERANCE:
        print(f"the scores differ by up to {turns.largest_difference:.2g}: the ratios do not count")
        return 1
    return 0


def without_hierarchy(profile: Profile) -> Profile:
    """The profile with its mask network alone."""
    if profile.proposals.backend != "joined":
        return profile
    return replace(profile, proposals=replace(profile.proposals, backend="sam"))


def without_recogniser(components: Components) -> Components:
    """The parts without what spares unknown pictures their captions: the script captions all."""
    return replace(components, recogniser=None)


def summarise(turns: Turns, *, sentences: int) -> dict[str, float]:
    """Medians, ratios and agreement, by name."""
    script_cold, our_cold = turns.median(SCRIPT, COLD), turns.median(OURS, COLD)
    script_warm, our_warm = turns.median(SCRIPT, SENTENCE), turns.median(OURS, SENTENCE)
    remembered = turns.median(SCRIPT, REMEMBERED)
    figures = {
        "pictures": len(turns.masks[OURS]),
        "masks of a picture, script order": statistics.fmean(turns.masks[SCRIPT]),
        "masks of a picture, ours": statistics.fmean(turns.masks[OURS]),
        "seconds per picture, script order": script_cold,
        "seconds per picture, ours": our_cold,
        "seconds per sentence, script order": script_warm,
        "seconds per sentence, features remembered": remembered,
        "seconds per sentence, ours": our_warm,
        f"seconds per sentence with its share of the picture at {sentences}, script order": (
            script_warm + script_cold / sentences
        ),
        f"seconds per sentence with its share of the picture at {sentences}, ours": (
            our_warm + our_cold / sentences
        ),
        "cold picture, script order / ours": script_cold / our_cold,
        "warm sentence, script order / ours": script_warm / our_warm,
        "warm sentence, script order with its share of the picture / ours": (
            (script_warm + script_cold / sentences) / our_warm
        ),
        "warm sentence, features remembered / ours": remembered / our_warm,
        "largest difference of a score, float32": turns.largest_difference,
        "largest difference of a score, as timed": turns.timed_difference,
        "sentences with the same first mask, share": sum(turns.same_first) / max(1, len(turns.same_first)),
    }
    for (flow, kind), peak_mb in turns.peak_mb.items():
        figures[f"peak memory in MB, {flow}, {kind}"] = round(peak_mb)
    return figures


if __name__ == "__main__":
    raise SystemExit(main())
