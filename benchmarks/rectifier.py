"""Direction words on human language without pictures (starter-pack.md 7).

All referents' boxes of one COCO image are the candidates; nothing but the direction words chooses. Printed
for our rectifier and for the plain rule (left, right, above/top, below/under by the median of centres):
the share of sentences whose true referent is kept, and the mean share of candidates kept.

    python benchmarks/rectifier.py --odd --parser ../shared/data/en_core_web_sm/model

The weights in ``engine.places`` were fitted on the images with even ids; ``--odd``
reports on the others only.
"""

from __future__ import annotations

import argparse
import ast
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tas_desktop.engine.layout import Layout
from tas_desktop.engine.rectifier import KEPT_WITHIN, rectify
from tas_desktop.language.directions import find_directions
from tas_desktop.language.pipeline import SpacyPipeline
from tas_desktop.starter.parser.teacher import register_legacy_tok2vec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

    from tas_desktop.domain.understanding import Direction

DATA = Path(__file__).parents[2] / "shared" / "data"
TABLES = ("refcoco_unc_val", "refcoco+_unc_val", "refcocog_umd_val")
SMALLEST_GROUP = 30
TRACE = (0.3, 0.6, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0)


@dataclass(frozen=True)
class Sample:
    """One sentence: its image, directions, candidates and which of them is meant."""

    image_id: int
    sentence: str
    directions: tuple[Direction, ...]
    boxes_xywh: NDArray[np.float64]
    true: int


def any_image(_image_id: int) -> bool:
    """Choose every image."""
    return True


def read_samples(
    table: Path, parser: SpacyPipeline, *, chosen: Callable[[int], bool] = any_image
) -> list[Sample]:
    """Sentences with at least two candidates, of the images chosen by their id."""
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    referents: dict[int, dict[str, tuple[float, ...]]] = defaultdict(dict)
    for row in rows:
        referents[int(row["img_id"])][row["ref_id"]] = tuple(ast.literal_eval(row["bbox"]))
    samples = []
    for row in rows:
        boxes = referents[int(row["img_id"])]
        if len(boxes) < 2 or not chosen(int(row["img_id"])):
            continue
        directions = find_directions(parser.parse(row["sent"], lower=True))
        true = list(boxes).index(row["ref_id"])
        boxes_xywh = np.array(list(boxes.values()))
        samples.append(Sample(int(row["img_id"]), row["sent"], directions, boxes_xywh, true))
    return samples


def layout_of(boxes_xywh: NDArray[np.float64]) -> Layout:
    """Boxes as candidates; the picture's size is not in the tables, so all boxes' extent stands for it."""
    right, low = (boxes_xywh[:, 0] + boxes_xywh[:, 2]), (boxes_xywh[:, 1] + boxes_xywh[:, 3])
    size = np.array([max(right.max(), 480.0), max(low.max(), 426.0)])
    size = np.minimum(size, 640.0)
    top_left, bottom_right = boxes_xywh[:, :2] / size, np.stack([right, low], axis=1) / size
    count = len(boxes_xywh)
    return Layout(
        centres_xy=(top_left + bottom_right) / 2,
        boxes_xyxy=np.concatenate([top_left, bottom_right], axis=1),
        area_n=(bottom_right - top_left).prod(axis=1),
        shared_nn=np.eye(count),  # every box is a referent of its own
        likely_n=np.ones(count),
    )


def plain_rule(sample: Sample) -> NDArray[np.bool_] | None:
    """Halves by the median of the candidates' centres, on whole words; None without a direction word."""
    words = set(sample.sentence.split())
    centres = sample.boxes_xywh[:, :2] + sample.boxes_xywh[:, 2:] / 2
    middle = np.median(centres, axis=0)
    kept = np.ones(len(centres), dtype=bool)
    acted = False
    for names, axis, low_side in (
        ({"left", "leftmost"}, 0, True),
        ({"right", "rightmost"}, 0, False),
        ({"top", "above"}, 1, True),
        ({"below", "under"}, 1, False),
    ):
        if words & names:
            acted = True
            kept &= centres[:, axis] < middle[axis] if low_side else centres[:, axis] >= middle[axis]
    return kept if acted else None


def figures(verdicts: Iterable[tuple[Sample, NDArray[np.bool_]]]) -> tuple[int, float, float]:
    """Sentences, share with the true referent kept, mean share of candidates kept."""
    kept = [(bool(mask[sample.true]), float(mask.mean())) for sample, mask in verdicts]
    true, left = np.array(kept).T if kept else (np.zeros(1), np.zeros(1))
    return len(kept), float(true.mean()), float(left.mean())


def ours(samples: Iterable[Sample], within: float) -> Iterator[tuple[Sample, NDArray[np.bool_]]]:
    """Our verdict on each sentence with a direction."""
    for sample in samples:
        verdict = rectify(layout_of(sample.boxes_xywh), sample.directions, kept_within=within)
        if verdict is not None:
            yield sample, verdict.kept_n


def report(name: str, samples: list[Sample]) -> None:
    """Print the plain rule's figures, our trace, and ours by kind of direction."""
    plain = [(s, kept) for s in samples if (kept := plain_rule(s)) is not None]
    spoken = {id(s) for s, _ in plain}
    same = [s for s in samples if id(s) in spoken]
    print(f"{name}: {len(samples)} sentences with at least two candidates; n, true kept, candidates kept")
    print(f"  {'plain median rule':40s}" + _cells(figures(plain)))
    for within in TRACE:
        print(
            f"  {f'ours within {within:.1f}, the plain rule’s sentences':40s}"
            + _cells(figures(ours(same, within)))
            + "   every direction"
            + _cells(figures(ours(samples, within)))
        )
    by_kind = defaultdict(list)
    for sample in samples:
        if len(sample.directions) == 1:
            d = sample.directions[0]
            by_kind[f"{d.kind.value}: " + "+".join(p.value for p in d.places)].append(sample)
    for kind, group in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        if len(group) >= SMALLEST_GROUP:
            print(f"    {kind:38s}" + _cells(figures(ours(group, KEPT_WITHIN))))


def _cells(found: tuple[int, float, float]) -> str:
    return "{:6d} {:.3f} {:.3f}".format(*found)


def main() -> None:
    """Read the tables, parse every sentence, report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DATA / "expressions")
    arguments.add_argument("--parser", type=Path, default=DATA / "en_core_web_sm" / "model")
    arguments.add_argument("--odd", action="store_true", help="only images that no weight was fitted on")
    chosen = arguments.parse_args()
    register_legacy_tok2vec()
    parser = SpacyPipeline(chosen.parser, single_sentence=True)
    for table in TABLES:
        path = chosen.data / f"{table}.csv"
        odd = (lambda image_id: image_id % 2 == 1) if chosen.odd else any_image
        report(table, read_samples(path, parser, chosen=odd))


if __name__ == "__main__":
    main()
