"""The plots of a comparison, drawn by matplotlib without a display."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from tas_desktop.evaluation.drawing import FILE_DPI, new_figure, rgb_hex, save_figure
from tas_desktop.evaluation.metrics import THRESHOLDS
from tas_desktop.evaluation.writing.case_picture import look_of

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from tas_desktop.evaluation.comparison import Comparison
    from tas_desktop.evaluation.intervals import Estimate

_LINE = "#d9dde4"
_TEXT = "#1c2230"
_LINES: Final = ("-", "--", ":")  # after five contenders the colours begin anew
_HATCHES: Final = ("", "//", "..")
_SMALLEST_INCHES: Final = (7.2, 3.8)
_MOST_BARS: Final = 0.8  # of the place between two kinds


class ComparisonPlot(StrEnum):
    """The plots; the value is the file's name."""

    BY_KIND = "miou-by-kind"
    PRECISION = "precision"
    DIFFERENCES = "differences"


def write_plots(folder: Path, comparison: Comparison) -> list[Path]:
    """Write each plot that there is something for as PNG.

    Raises:
        TargetNotWritable: the folder cannot be written.
    """
    files = []
    for plot in ComparisonPlot:
        if plot is ComparisonPlot.DIFFERENCES and not comparison.differences:
            continue
        with new_figure(_size(plot, comparison)) as figure:
            _DRAW[plot](figure, comparison)
        files.append(save_figure(figure, folder / f"{plot}.png", dpi=FILE_DPI))
    return files


def _size(plot: ComparisonPlot, comparison: Comparison) -> tuple[float, float]:
    """Inches: bars and rows of many contenders need room."""
    width, height = _SMALLEST_INCHES
    if plot is ComparisonPlot.BY_KIND:
        width = max(width, 2.5 + 0.085 * len(comparison.groups) * len(comparison.names))
    if plot is ComparisonPlot.DIFFERENCES:
        height = max(height, 1.0 + 0.06 * len(comparison.groups) * len(comparison.differences))
    return width, height


def _by_kind(figure: Figure, comparison: Comparison) -> None:
    axes = figure.add_subplot()
    groups = [group for group in comparison.groups if group.division != "words"]
    wide = _MOST_BARS / len(comparison.names)
    for number, name in enumerate(comparison.names):
        estimates = [comparison.estimates[name].get(group, {}).get("miou") for group in groups]
        places = np.arange(len(groups)) + (number - (len(comparison.names) - 1) / 2) * wide
        heights = [0.0 if one is None else one.value for one in estimates]
        hatch = _HATCHES[number // 5 % len(_HATCHES)]
        axes.bar(places, heights, 0.92 * wide, color=_colour(number), hatch=hatch, label=name)
        axes.errorbar(
            places, heights, yerr=_arms(estimates), fmt="none", ecolor=_TEXT, elinewidth=1, capsize=2
        )
    labels = [f"{group.name}\nn = {comparison.count(group)}" for group in groups]
    axes.set_xticks(range(len(groups)), labels, fontsize=8)
    axes.set_ylim(0, 1)
    _finish(axes, title="mIoU by kind of expression, with intervals", y="mIoU")


def _precision(figure: Figure, comparison: Comparison) -> None:
    axes = figure.add_subplot()
    for number, report in enumerate(comparison.reports):
        style = _LINES[number // 5 % len(_LINES)]
        axes.plot(
            THRESHOLDS,
            report.overall.precision,
            style,
            marker="o",
            color=_colour(number),
            label=report.method,
        )
    axes.set_ylim(0, 1)
    axes.set_xticks(THRESHOLDS)
    comparator = comparison.run.protocol.comparator
    _finish(axes, title=f"P@X: share of sentences with IoU {comparator} X", y="share", x="X")


def _differences(figure: Figure, comparison: Comparison) -> None:
    axes = figure.add_subplot()
    groups = [group for group in comparison.groups if group.division != "words"]
    apart = _MOST_BARS / len(comparison.differences)
    for number, (name, by_group) in enumerate(comparison.differences.items()):
        estimates = [by_group.get(group, {}).get("miou") for group in groups]
        known = [(place, one) for place, one in enumerate(estimates) if one is not None]
        rows = [-place - (number - (len(comparison.differences) - 1) / 2) * apart for place, _ in known]
        values = [one.value for _, one in known]
        axes.errorbar(
            values,
            rows,
            xerr=_arms([one for _, one in known]),
            fmt="o",
            color=_colour(number + 1),
            capsize=3,
            label=f"{comparison.names[0]} − {name}",
        )
    axes.axvline(0.0, color=_TEXT, linewidth=1)
    axes.set_yticks([-place for place in range(len(groups))], [group.name for group in groups], fontsize=8)
    _finish(axes, title="Paired difference of mIoU, with intervals", x="difference of mIoU")


_DRAW: Final = {
    ComparisonPlot.BY_KIND: _by_kind,
    ComparisonPlot.PRECISION: _precision,
    ComparisonPlot.DIFFERENCES: _differences,
}


def _arms(estimates: list[Estimate | None] | list[Estimate]) -> list[list[float]]:
    """How far each interval reaches below and above its value; 0 where there is none."""
    below, above = [], []
    for one in estimates:
        known = one is not None and one.low is not None and one.high is not None
        below.append(max(0.0, one.value - one.low) if known else 0.0)  # type: ignore[union-attr, operator]
        above.append(max(0.0, one.high - one.value) if known else 0.0)  # type: ignore[union-attr, operator]
    return [below, above]


def _colour(number: int) -> str:
    return rgb_hex(look_of(number).rgb)


def _finish(axes: Axes, *, title: str, x: str = "", y: str = "") -> None:
    axes.set_title(title, fontsize=10, color=_TEXT, pad=10)
    axes.set_xlabel(x, fontsize=9)
    axes.set_ylabel(y, fontsize=9)
    axes.grid(axis="both", color=_LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=8)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
