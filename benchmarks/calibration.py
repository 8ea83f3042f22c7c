"""A fixed numpy workload, timed beside every benchmark: machines are noisy, ratios travel."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

RUNS = 5


def median_ms(work: Callable[[], object], *, runs: int = RUNS) -> float:
    """Median wall time of ``runs`` calls in milliseconds, after one call to warm up."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def calibration_ms() -> float:
    """Median time in milliseconds of twenty 512x512 float64 products and a sort of a million numbers."""
    rng = np.random.default_rng(0)
    matrix = rng.standard_normal((512, 512))
    numbers = rng.standard_normal(1_000_000)

    def work() -> None:
        product = matrix
        for _ in range(20):
            product = np.tanh(product @ matrix / 512)
        np.sort(numbers)

    return median_ms(work)


def calibration_line() -> str:
    """The line every benchmark prints beside its figures."""
    return f"calibration: {calibration_ms():.1f} ms (fixed numpy workload, median of {RUNS})"
