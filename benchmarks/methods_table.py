"""All ranking methods on drawn test scenes, as the page ``docs/methods.md``.

    tas-desktop starter scenes scenes/ --split test --count 500
    python benchmarks/methods_table.py scenes/ --limit 500 --run run/ --out docs/methods.md
    python benchmarks/methods_table.py scenes/ --handwritten handwritten/ --run run/ --out docs/methods.md

A section for each set of sentences: every figure with its interval, mIoU by kind of expression, what part of
the oracle's mIoU that is, the paired difference to the first method, and what ranking a sentence costs. The
run folder keeps what is measured: a run that was stopped goes on, and a further method costs itself only.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.backends.loading import load_components
from tas_desktop.config.profiles import load_profile
from tas_desktop.config.writing import replace_file
from tas_desktop.engine.capabilities import MethodUnfit
from tas_desktop.engine.methods import METHODS, method_named
from tas_desktop.evaluation.answering.methods import RankedMethods
from tas_desktop.evaluation.comparison import compare
from tas_desktop.evaluation.intervals import Resampling
from tas_desktop.evaluation.labels.refer import read_refer_labels
from tas_desktop.evaluation.proposers import ProposalsFrom
from tas_desktop.evaluation.protocol import Protocol
from tas_desktop.evaluation.run_folder import opened_run
from tas_desktop.evaluation.running import run_evaluation
from tas_desktop.evaluation.writing.page import (
    cost_table,
    difference_table,
    figure_table,
    kind_table,
    share_table,
)

if TYPE_CHECKING:
    from tas_desktop.engine.components import Components
    from tas_desktop.engine.methods import Method
    from tas_desktop.evaluation.comparison import Comparison

FIRST = "tas-plus"
DEFAULT = [FIRST, *(name for name in METHODS if name != FIRST)]
CANDIDATES = {
    ProposalsFrom.MODEL: "proposals of the networks",
    ProposalsFrom.GROUND_TRUTH: "true masks as candidates",
}


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scenes", type=Path)
    parser.add_argument("--handwritten", type=Path)
    parser.add_argument("--split", default="test")
    parser.add_argument("--limit", type=int, default=500)
    parser.add_argument("--profile", default="starter")
    parser.add_argument("--methods", nargs="*", default=DEFAULT, help="the first is held against the others")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    components = load_components(load_profile(arguments.profile))
    methods, unfit = fitting([method_named(name) for name in arguments.methods], components)
    parts = [head(methods, unfit, components)]
    sets = {"Sentences of the grammar": arguments.scenes, "Hand-written sentences": arguments.handwritten}
    for title, folder in sets.items():
        for proposals in CANDIDATES if folder is not None else ():
            comparison = measure(
                folder,
                methods,
                components,
                proposals,
                split=arguments.split,
                limit=arguments.limit,
                run=arguments.run,
            )
            parts.append(section(f"{title}, {CANDIDATES[proposals]}", comparison))
            print(f"{title}, {proposals}: {len(comparison.run.image_ids)} images")
    replace_file(arguments.out, "\n".join(parts).encode())


def fitting(methods: list[Method], components: Components) -> tuple[list[Method], list[str]]:
    """Methods that the models can serve, and what is said of the others."""
    fit, unfit = [], []
    for method in methods:
        try:
            method.check_fit(components)
        except MethodUnfit as error:
            unfit.append(error.message)
        else:
            fit.append(method)
    return fit, unfit


def measure(
    folder: Path,
    methods: list[Method],
    components: Components,
    proposals: ProposalsFrom,
    *,
    split: str,
    limit: int,
    run: Path,
) -> Comparison:
    """Every method on one set of sentences."""
    protocol = Protocol()
    labels = read_refer_labels(folder, split=split).first_images(limit)
    source = RankedMethods(
        {method.name: method for method in methods}, components, protocol=protocol, proposals=proposals
    )
    with opened_run(run) as kept:
        measured = run_evaluation(labels, [source], protocol, folder=kept)
    return compare(measured, Resampling(), proposals=proposals.value)


def head(methods: list[Method], unfit: list[str], components: Components) -> str:
    """Title, how to read the tables, and what took part."""
    parts = [
        "# Ranking methods, measured",
        "",
        "Written by `python benchmarks/methods_table.py`. Every method ranks the same proposals of the same",
        "scenes; the first candidate is held against the referent's mask. In brackets 95 % intervals of a",
        "bootstrap over images; differences are paired, and `*` marks those whose interval leaves 0 out. The",
        "oracle takes the best candidate of each sentence. docs/evaluation.md says how all of it is counted.",
        "",
        *(f"- `{method.name}`: {method.summary}" for method in methods),
        *(f"- not measured: {said}" for said in unfit),
        "",
        *(f"- {part.role}: {part.name} ({part.revision})" for part in components.ids),
        "",
    ]
    return "\n".join(parts)


def section(title: str, comparison: Comparison) -> str:
    """The tables of one set of sentences."""
    sentences = sum(len(image.units) for image in comparison.run.labels.images)
    left_out = [f"Left out: {loss.count} {loss.what}." for loss in comparison.run.left_out]
    lines = [
        f"## {title}",
        "",
        f"{sentences:,} sentences on {len(comparison.run.image_ids):,} images. {' '.join(left_out)}".rstrip(),
        "",
        *figure_table(comparison),
        "",
        "mIoU by kind of expression:",
        "",
        *kind_table(comparison),
        "",
        "Share of the oracle's mIoU:",
        "",
        *share_table(comparison),
        "",
        *(
            ["Paired differences of mIoU:", "", *difference_table(comparison), ""]
            if comparison.differences
            else []
        ),
        "Cost of ranking a sentence on an analysed image:",
        "",
        *cost_table(comparison),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
