"""Batches with the shipped networks: pace, memory, how soon Cancel acts, and what the window feels of one.

    python benchmarks/batch.py run [--images 300] [--side 160]      pace and growth of memory
    python benchmarks/batch.py cancel [--trials 20]                 from cancel() to the batch's return
    python benchmarks/batch.py steps [--images 3] [--side 640]      longest ways between two looks at the flag
    python benchmarks/batch.py window [--images 20] [--seconds 60]  gaps of the event loop beside a batch

Pictures are the samples, cropped, turned and shrunk so that no two are alike; nothing comes from the cache.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tas_desktop.engine.control import CancelToken  # noqa: E402 - found by the line above

if TYPE_CHECKING:
    from tas_desktop.batch.progress import BatchProgress
    from tas_desktop.batch.proposer import EngineProposer

WARM = 100  # images before growth is counted
GOAL_GROWTH = 0.05
GOAL_CANCEL_S = 1.0
LISTED = 12
TEXTS = ("the red one on the left", "the largest", "the blue thing")


def main() -> int:
    """Run one measurement; exit code 1 when its goal is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("run", "cancel", "steps", "window"))
    parser.add_argument("--images", type=int, default=0, help="300 for run, 20 else")
    parser.add_argument("--side", type=int, default=160, help="pixels of a picture's side")
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    images = arguments.images or (300 if arguments.what == "run" else 20)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TAS_DESKTOP_DATA_DIR"] = home
        project = make_project(Path(home) / "pictures", count=images, side=arguments.side)
        if arguments.what == "run":
            figures, reached = measure_run(project)
        elif arguments.what == "cancel":
            figures, reached = measure_cancel(project, trials=arguments.trials)
        elif arguments.what == "steps":
            figures, reached = measure_steps(project)
        else:
            figures, reached = measure_window(project, seconds=arguments.seconds)
    from benchmarks.calibration import calibration_line

    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {calibration_line()}")
    print(json.dumps(figures, indent=1))
    print("goal reached" if reached else "goal MISSED")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 0 if reached else 1


def make_project(folder: Path, *, count: int, side: int) -> Path:
    """A project of that many different pictures, each with two expressions."""
    import numpy as np
    from PIL import Image

    from tas_desktop.config.resources import resource_path
    from tas_desktop.storage.project import ProjectStore

    chance = random.Random(0)
    shown = [Image.open(file).convert("RGB") for file in sorted(resource_path("samples").glob("*.jpg"))]
    folder.mkdir()
    files = []
    for number in range(count):
        whole = shown[number % len(shown)]
        width = chance.randint(whole.width // 2, whole.width)
        left, top = (chance.randint(0, whole.width - width) for _ in range(2))
        part = whole.crop((left, top, left + width, top + width)).resize((side, side))
        pixels = np.array(part.transpose(Image.Transpose(number % 7)))
        files.append(folder / f"{number:05}.png")
        Image.fromarray(pixels).save(files[-1])
    with ProjectStore.create(folder) as store:
        store.add_images(files, annotator="benchmark")
        rows = store.list_images()
        texts = [(row.image_id, text) for row in rows for text in chance.sample(TEXTS, 2)]
        store.add_expressions(texts, annotator="benchmark")
    return folder


def starter() -> EngineProposer:
    """The shipped networks, without a cache."""
    from tas_desktop.backends.loading import load_components
    from tas_desktop.batch.proposer import EngineProposer
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.engine.methods import method_named

    return EngineProposer(
        load_components(load_profile("starter")), method=method_named("tas"), profile="starter"
    )


def measure_run(project: Path) -> tuple[dict[str, float], bool]:
    """Images a second, and resident memory after the first hundred and at the end."""
    from tas_desktop.batch.runner import run_batch
    from tas_desktop.storage.project import ProjectStore

    resident: list[tuple[int, int]] = []

    def look(progress: BatchProgress) -> None:
        resident.append((progress.proposed, resident_bytes()))
        if progress.proposed % 10 == 0:
            print(
                f"{progress.proposed} images, {resident[-1][1] / 2**20:.0f} MB", file=sys.stderr, flush=True
            )

    with ProjectStore.open(project) as store:
        report = run_batch(store, starter(), on_progress=look)
    warm = next((size for done, size in resident if done >= min(WARM, report.images // 2)), resident[0][1])
    last = resident[-1][1]
    growth = last / warm - 1
    figures = {
        "images": report.images,
        "expressions": report.expressions,
        "seconds": round(report.seconds, 1),
        "images_per_second": round(report.images / report.seconds, 3),
        "resident_mb_warm": round(warm / 2**20, 1),
        "resident_mb_end": round(last / 2**20, 1),
        "growth": round(growth, 4),
    }
    return figures, growth < GOAL_GROWTH and not report.failures


def measure_cancel(project: Path, *, trials: int) -> tuple[dict[str, float], bool]:
    """Seconds from the flag to the return, at random moments of a picture's work."""
    import numpy as np

    from tas_desktop.batch.runner import run_batch
    from tas_desktop.storage.project import ProjectStore

    proposer, chance, waits = starter(), random.Random(1), []
    for _ in range(trials):
        token, cancelled_at = CancelToken(), []

        def cancel(token: CancelToken = token, at: list[float] = cancelled_at) -> None:
            at.append(time.perf_counter())
            token.cancel()

        timer = threading.Timer(chance.uniform(0.2, 4.0), cancel)
        timer.start()
        with ProjectStore.open(project) as store:
            run_batch(store, proposer, again=True, token=token)
        waits.append(time.perf_counter() - cancelled_at[0])
    figures = {
        "trials": trials,
        "median_s": round(float(np.median(waits)), 3),
        "max_s": round(max(waits), 3),
    }
    return figures, max(waits) <= GOAL_CANCEL_S


class WatchedToken(CancelToken):
    """A flag that notes where and when it was looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.looks: list[tuple[float, str]] = []

    def check(self) -> None:
        frame = sys._getframe(1)  # noqa: SLF001 - whose line is what is wanted
        while frame.f_back is not None and frame.f_code.co_name in {"step", "check", "report"}:
            frame = frame.f_back
        place = f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}:{frame.f_lineno}"
        self.looks.append((time.perf_counter(), place))
        super().check()


def measure_steps(project: Path) -> tuple[dict[str, float], bool]:
    """Milliseconds between two looks at the flag: how long a cancel may have to wait, step by step."""
    from tas_desktop.batch.runner import run_batch
    from tas_desktop.storage.project import ProjectStore

    proposer, token = starter(), WatchedToken()
    with ProjectStore.open(make_project(project.with_name("first"), count=1, side=160)) as store:
        run_batch(store, proposer)  # libraries are imported with the first picture
    with ProjectStore.open(project) as store:
        run_batch(store, proposer, token=token)
    longest: dict[str, float] = {}
    for (before, begun), (after, ended) in pairwise(token.looks):
        name = f"{begun} to {ended}"
        longest[name] = max(longest.get(name, 0.0), 1000 * (after - before))
    ordered = sorted(longest.items(), key=lambda item: -item[1])[:LISTED]
    return {name: round(spent, 1) for name, spent in ordered}, ordered[0][1] <= 1000 * GOAL_CANCEL_S


def measure_window(project: Path, *, seconds: float) -> tuple[dict[str, float], bool]:
    """Gaps between heartbeats of the real window while a batch runs and somebody types and steps."""
    from PySide6.QtCore import QTimer

    from benchmarks.event_loop import GOAL_MAX_MS, GOAL_P999_MS, Gaps, beat_for, beat_until
    from tas_desktop.app import build_window, make_application
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.settings import Settings, save_settings

    paths = find_paths()
    save_settings(paths.settings_file, Settings().with_value("cache", "limit_gb", 0))
    window = build_window(make_application(), paths)
    window.resize(1400, 860)
    window.show()
    desk, session, batch = window.workspace.desk, window.workspace.session, window.workspace.batch
    beat_until(lambda: window.workspace.source.loaded is not None)
    window.workspace.open_path(project)
    beat_until(lambda: desk.phase.name == "READY")
    typed = [0]

    def act() -> None:
        typed[0] += 1
        window.box.setText(TEXTS[typed[0] % len(TEXTS)])
        if typed[0] % 10 == 0 and not session.step_image(1):
            session.go_to_image(session.project.images.image_at(0).image_id)

    timer = QTimer()
    timer.timeout.connect(act)
    idle = Gaps.of("idle", beat_for(5.0))
    batch.start(again=True)
    timer.start(500)
    gaps = Gaps.of("beside a batch", beat_for(seconds))
    done = 0 if batch.progress is None else batch.progress.proposed
    timer.stop()
    begun = time.perf_counter()
    window.close()
    ended = window.workspace.close()
    print(idle)
    print(gaps)
    figures = {
        "images_done": done,
        "p50_ms": round(gaps.p50, 1),
        "p99_ms": round(gaps.p99, 1),
        "p999_ms": round(gaps.p999, 1),
        "max_ms": round(gaps.largest, 1),
        "idle_p999_ms": round(idle.p999, 1),
        "idle_max_ms": round(idle.largest, 1),
        "close_s": round(time.perf_counter() - begun, 2),
    }
    return figures, ended and gaps.p999 <= GOAL_P999_MS and gaps.largest <= GOAL_MAX_MS


def resident_bytes() -> int:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main())
