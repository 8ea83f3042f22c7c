"""How long the project store takes with 100,000 images and 300,000 expressions.

Usage: python benchmarks/project_store.py [IMAGES]. Prints wall seconds; nothing is read from pictures.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from calibration import calibration_line

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXPRESSIONS_PER_IMAGE = 3
_DECISIONS = 500


@contextmanager
def _timed(what: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    print(f"{what:<42} {time.perf_counter() - start:8.3f} s")


def _mask(place: int) -> Mask:
    mask_hw = np.zeros((480, 640), bool)
    mask_hw[100:200, place : place + 80] = True
    return Mask.from_array(mask_hw)


def _decide(store: ProjectStore) -> None:
    seconds = []
    for number in range(_DECISIONS):
        text = f"object {number}"
        chosen = ChosenMask(_mask(number))
        decision = Decision(number + 1, DecisionAction.ACCEPT, text, "bench", (chosen,))
        start = time.perf_counter()
        store.record_decision(decision)
        seconds.append(time.perf_counter() - start)
    median, p95 = 1e3 * np.median(seconds), 1e3 * np.percentile(seconds, 95)
    print(f"{'one decision, committed':<42} {median:8.1f} ms median, {p95:.1f} ms p95")


def _predict(store: ProjectStore) -> None:
    """What a batch writes, image by image, then all at once; and what the review queue reads of it."""
    setup, mask = Setup("tas", "starter"), _mask(0)
    with _timed("what a batch has to rank"):
        listed = store.predictions.unpredicted(setup)
    rows = [
        Prediction(row.expression_id, "r" * 32, row.text, mask, (0.5, 0.4, 0.3, 0.2, 0.1), 0.1)
        for row in listed
    ]
    seconds = []
    for first in range(0, 3 * _DECISIONS, 3):
        start = time.perf_counter()
        store.predictions.write(setup, rows[first : first + 3])
        seconds.append(time.perf_counter() - start)
    median, p95 = 1e3 * np.median(seconds), 1e3 * np.percentile(seconds, 95)
    print(f"{'one image of a batch, committed':<42} {median:8.1f} ms median, {p95:.1f} ms p95")
    with _timed(f"{len(rows):,} predictions at once"):
        store.predictions.write(setup, rows)
    with _timed("expressions predicted"):
        store.predictions.count()
    with _timed("what a batch has to rank, nothing left"):
        store.predictions.count_unpredicted(setup)


def _watch(store: ProjectStore) -> None:
    with ProjectStore.open(store.file) as other:
        with _timed("a look for others' changes, none"):
            other.changes_of_others()
        store.add_expression(1, text="another", annotator="bench")
        with _timed("a look for others' changes, one"):
            other.changes_of_others()


def run(images: int) -> None:
    """Fill a project, then time what the window does with it."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "project"
        with ProjectStore.create(folder) as store:
            with _timed(f"add {images:,} images"):
                paths = [folder / f"{n // 1000:03d}" / f"{n:06d}.jpg" for n in range(images)]
                store.add_images(paths, annotator="bench")
            texts = [(n % images + 1, f"object {n}") for n in range(images * _EXPRESSIONS_PER_IMAGE)]
            with _timed(f"add {len(texts):,} expressions"):
                store.add_expressions(texts, annotator="bench")
            _decide(store)
            _predict(store)
            _watch(store)
        with _timed("open"):
            store = ProjectStore.open(folder)
        with store, _timed("list the first 200 images"):
            store.list_images(limit=200)
        with _timed("list all images"):
            store.list_images()
        with _timed("expressions of one image"):
            store.list_expressions(images // 2)
        with _timed("totals"):
            store.counts()
        with _timed("totals of one image, after each write"):
            store.counts(image_id=images // 2)
        with _timed("undo stack"):
            store.undo_history("bench")
        with _timed("all annotations"), store.begin_dataset() as dataset:
            sum(len(image.objects) for image in dataset.images())
        store.close()
        size = sum(file.stat().st_size for file in folder.iterdir())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{'file':<42} {size / 1e6:8.1f} MB; peak memory {peak:.0f} MB")
        print(calibration_line())


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
