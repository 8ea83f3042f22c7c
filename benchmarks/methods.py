"""What an expression costs with each ranking method, on a picture that is analysed already.

    OPENBLAS_NUM_THREADS=1 python benchmarks/methods.py [--profile starter] [--proposals 50] [--expressions N]

One thread for numpy, as the program has it (``cli/entry.py``).
Prints for each method the median and the 95th percentile of ``rank()`` over new expressions, and what its
extras add to the analysis once; evaluating all methods costs that one analysis. Methods that the profile's
models cannot serve are named with the reason.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import replace

import numpy as np
from calibration import calibration_line
from rank import RandomRectangles, new_expressions

from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.domain.image import LoadedImage
from tas_desktop.engine import texts
from tas_desktop.engine.capabilities import MethodUnfit
from tas_desktop.engine.methods import METHODS
from tas_desktop.engine.params import AnalysisParams, OverlapRule
from tas_desktop.engine.pipeline import add_extras, analyse, rank


def main() -> None:
    """Analyse one picture, add each method's extras, rank new expressions."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--profile", default="starter")
    arguments.add_argument("--proposals", type=int, default=50)
    arguments.add_argument("--expressions", type=int, default=100)
    chosen = arguments.parse_args()
    parts = replace(
        load_components(load_profile(chosen.profile)),
        proposer=RandomRectangles(chosen.proposals),
        recogniser=None,
    )
    pixels_rgb = np.random.default_rng(2).integers(0, 256, (384, 384, 3), dtype=np.uint8)
    image = LoadedImage(pixels_rgb, "0" * 64)
    bare = AnalysisParams(overlap=OverlapRule.NONE)
    start = time.perf_counter()
    analysis = analyse(image, parts, bare)
    print(f"analysis of {len(analysis.proposals)} proposals: {time.perf_counter() - start:.2f} s")
    expressions = new_expressions()
    for method in METHODS.values():
        try:
            method.check_fit(parts)
        except MethodUnfit as error:
            print(f"{method.name:14} {error.message}")
            continue
        start = time.perf_counter()
        analysis = add_extras(image, analysis, parts, replace(bare, extras=method.ranking.extras))
        added = time.perf_counter() - start
        times = []
        for _ in range(chosen.expressions + 1):
            expression = next(expressions)
            texts.forget()
            start = time.perf_counter()
            rank(
                analysis,
                expression,
                method.ranking,
                encoder=parts.encoder,
                parser=parts.parser,
                synonyms=parts.synonyms,
            )
            times.append(1000 * (time.perf_counter() - start))
        median, high = statistics.median(times[1:]), float(np.quantile(times[1:], 0.95))
        print(f"{method.name:14} median {median:6.2f} ms, 95 % below {high:6.2f} ms; extras {added:5.2f} s")
    print(calibration_line())


if __name__ == "__main__":
    main()
