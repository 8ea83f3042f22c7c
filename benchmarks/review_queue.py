"""How quickly the review queue answers with 100,000 pictures and 300,000 expressions.

    python benchmarks/review_queue.py [--images 100000] [--json FILE]

A generated project with predictions and decisions, no pictures. Printed: reading the columns, each filter and
order (median and 95th percentile), one picture read anew after a decision, the search for due back-checks,
counting the statistics; and, with the real `ReviewQueue` in its lane, the longest time the event loop stood
still while the columns were read and while letters were typed into the filter. Goal: each filter 100 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from calibration import calibration_line

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.session.review.columns import QueueColumns

EXPRESSIONS_PER_IMAGE = 3
DECIDED_SHARE = 0.02
FILTER_GOAL_MS = 100.0
RUNS = 9
HEARTBEAT_MS = 2
FILTERS = (
    "",
    "r",
    "im0999",
    "red mug",
    "zebra",
    "status:todo",
    "margin<0.05",
    "status:todo margin<0.05 rivals>1 split:val",
    "category:cup",
    '-text:left "the red"',
)
_WORDS = (
    *("red", "blue", "tall", "small", "striped", "big", "old", "left", "right", "behind", "near", "the"),
    *("man", "woman", "mug", "cup", "dog", "cat", "chair"),
)


def main() -> int:
    """Generate, measure, print; exit code 1 where a filter misses its goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "project"
        fill(place, images=arguments.images)
        figures = measure(place)
        figures |= measure_lane(place)
    print(calibration_line())
    slowest = max(figures["filters_p95_ms"].values())
    print(f"slowest filter {slowest:.1f} ms at the 95th percentile, goal {FILTER_GOAL_MS:.0f} ms")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return int(slowest > FILTER_GOAL_MS)


def fill(place: Path, *, images: int) -> None:
    """Make the project: predictions for every expression, decisions for some."""
    from tas_desktop.domain.decision import Decision, DecisionAction
    from tas_desktop.storage import log
    from tas_desktop.storage.prediction_rows import Prediction, Setup
    from tas_desktop.storage.project import ProjectStore

    chance = random.Random(0)
    with ProjectStore.create(place) as store:
        paths = [place / f"{n // 1000:03d}" / f"im{n:06d}.jpg" for n in range(images)]
        store.add_images(paths, annotator="bench")
        texts = [
            (n // EXPRESSIONS_PER_IMAGE + 1, " ".join(chance.choices(_WORDS, k=6)))
            for n in range(images * EXPRESSIONS_PER_IMAGE)
        ]
        numbers = store.add_expressions(texts, annotator="bench")
        store.set_splits({n: ("train", "val")[n % 2] for n in range(1, images + 1)}, annotator="bench")
        setup = Setup("tas", "bench")
        for start in range(0, len(numbers), 30_000):
            chunk = zip(numbers[start : start + 30_000], texts[start : start + 30_000], strict=True)
            store.predictions.write(
                setup,
                [
                    Prediction(
                        number,
                        "r",
                        text,
                        None,
                        (),
                        chance.random(),
                        chance.randrange(4),
                        chance.random(),
                        "position",
                    )
                    for number, (_, text) in chunk
                ],
            )
        with store.begin_writing() as session:
            for number, (_, text) in zip(numbers, texts, strict=True):
                if chance.random() < DECIDED_SHARE:
                    log.append_decision(
                        session,
                        Decision(number, DecisionAction.NO_TARGET, text, "bench", seconds_spent=2.0),
                    )


def measure(place: Path) -> dict[str, Any]:
    """The parts without Qt."""
    from tas_desktop.evaluation.statistics.counting import count_decisions
    from tas_desktop.session.review.category_guess import CategoryGuess
    from tas_desktop.session.review.columns import QueueColumns
    from tas_desktop.session.review.due_checks import BackCheckPlan, find_due
    from tas_desktop.session.review.orders import QueueOrder
    from tas_desktop.storage.project import ProjectStore

    figures: dict[str, Any] = {}
    with ProjectStore.open(place) as store:
        start = time.perf_counter()
        guess = CategoryGuess(store.categories.table())
        with store.review.stream() as (images, expressions):
            columns = QueueColumns.build(images, expressions, guess=guess)
        figures["read_s"] = time.perf_counter() - start
        pictures, rows = len(columns.images.ids), len(columns.expressions.texts)
        print(f"{pictures:,} pictures, {rows:,} expressions")
        print(f"{'read the columns':<58} {figures['read_s']:8.2f} s")
        figures["filters_p95_ms"] = {text: time_filter(columns, text) for text in FILTERS}
        for order in QueueOrder:
            figures[f"order_{order}_ms"] = time_order(columns, order)
        middle = pictures // 2
        figures["read_again_ms"] = say(
            "one picture read anew", lambda: columns.with_image(*one(store.review.read(middle)))
        )
        plan = BackCheckPlan(share=0.05, minutes=0)
        figures["due_checks_ms"] = say(
            "due back-checks", lambda: find_due(columns, plan, now=time.time() + 3600)
        )
        start = time.perf_counter()
        counted = count_decisions(store.decision_facts.iterate(), store.back_checks.list_all())
        figures["statistics_s"] = time.perf_counter() - start
        print(f"{f'count {counted.overall.decisions:,} decisions':<58} {figures['statistics_s']:8.2f} s")
    return figures


def one(read: tuple[list[Any], list[Any]]) -> tuple[Any, list[Any]]:
    """The one picture that was read, and its expressions."""
    images, expressions = read
    return images[0], expressions


def time_filter(columns: QueueColumns, text: str) -> float:
    """95th percentile of a filter in milliseconds, from the text to the ordered pictures."""
    from tas_desktop.session.review.filter_terms import QueueFilter
    from tas_desktop.session.review.orders import QueueOrder
    from tas_desktop.session.review.selecting import select

    def work() -> None:
        select(columns, QueueFilter.parse(text), order=QueueOrder.MARGIN)

    return say(f"filter {text!r}, by margin", work)


def time_order(columns: QueueColumns, order: str) -> float:
    """95th percentile of an order in milliseconds."""
    from tas_desktop.session.review.filter_terms import QueueFilter
    from tas_desktop.session.review.orders import QueueOrder
    from tas_desktop.session.review.selecting import select

    return say(f"order {order}", lambda: select(columns, QueueFilter(), order=QueueOrder(order)))


def say(what: str, work: Callable[[], object]) -> float:
    """Print median and 95th percentile of a piece of work; return the latter in milliseconds."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    p95 = float(np.percentile(times, 95))
    print(f"{what:<58} {np.median(times):8.1f} ms median, {p95:.1f} ms p95")
    return p95


def measure_lane(place: Path) -> dict[str, Any]:
    """The queue in its lane beside a running event loop."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from tas_desktop.session.collector import GuiCollector
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.thumbnails import Thumbnails

    application = QApplication.instance() or QApplication([])
    collector = GuiCollector()
    collector.start()  # as in the program: no lane's thread collects
    session = ProjectSession(
        thumbnails=Thumbnails(lambda _path: np.zeros((2, 2, 3), dtype=np.uint8)),
        annotator="bench",
        fallback_folder=place,
    )
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(HEARTBEAT_MS)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    figures: dict[str, Any] = {}

    def until(signal: Any, begin: Callable[[], object], what: str, key: str) -> None:
        loop = QEventLoop()
        signal.connect(loop.quit)
        beats.clear()
        heart.start()
        start = time.perf_counter()
        begin()
        loop.exec()
        heart.stop()
        signal.disconnect(loop.quit)
        took = time.perf_counter() - start
        moments = np.array([start, *beats, start + took])
        figures[key] = {"seconds": took, "longest_gap_ms": 1000 * float(np.diff(moments).max())}
        print(f"{what:<58} {1000 * took:8.1f} ms; longest gap {figures[key]['longest_gap_ms']:.1f} ms")

    queue = session.queue
    until(queue.shown, lambda: session.open_project(next(place.glob("*.tas"))), "open and read", "open")
    until(queue.columns_changed, queue.reload, "columns read anew", "reload")
    for text in ("r", "re", "red", "red m", "margin<0.05"):
        until(queue.shown, lambda text=text: queue.set_filter(text), f"typed {text!r}", f"typed {text}")
    session.close()
    collector.stop()
    del application
    return figures


if __name__ == "__main__":
    sys.exit(main())
