"""The plots, drawn by matplotlib: the same ones for the window, for files and for the command line.

Nothing here touches ``pyplot`` or a display: a `Figure` of its own each time, so a worker thread may draw.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from tas_desktop.evaluation.drawing import new_figure, save_figure
from tas_desktop.evaluation.statistics.counting import NO_METHOD, RANKS
from tas_desktop.evaluation.statistics.plot_style import Plot, PlotStyle, PlotTexts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from tas_desktop.evaluation.statistics.counting import Group, Statistics

SIZE_INCHES = (6.4, 3.4)
FORMATS = ("png", "svg")
FEWEST_PLACES = 3
TITLE_PAD = 10  # points between a title and what it is the title of
ABOVE_ALL = 1.02  # end of an axis of shares: the caps of error bars at 100 % are seen


def draw_plot(
    plot: Plot,
    statistics: Statistics,
    *,
    style: PlotStyle | None = None,
    texts: PlotTexts | None = None,
    size_inches: tuple[float, float] = SIZE_INCHES,
) -> Figure:
    """Draw one plot; one without any figures says so."""
    drawing = _Drawing(statistics, style or PlotStyle(), texts or PlotTexts())
    with new_figure(size_inches, ground=drawing.style.ground) as figure:
        drawing.draw(plot, figure)
    return figure


def render_rgba(figure: Figure, *, dpi: float) -> NDArray[np.uint8]:
    """The figure as pixels, uint8 of shape (height, width, 4)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return np.array(canvas.buffer_rgba(), dtype=np.uint8)  # type: ignore[no-untyped-call]


def write_plots(
    folder: Path,
    statistics: Statistics,
    *,
    style: PlotStyle | None = None,
    texts: PlotTexts | None = None,
    formats: Sequence[str] = FORMATS,
) -> list[Path]:
    """Write every plot into a folder and return the files; each replaces what was there in one step.

    Raises:
        TargetNotWritable: the folder cannot be written.
    """
    files = []
    for plot in Plot:
        figure = draw_plot(plot, statistics, style=style, texts=texts)
        files += [save_figure(figure, folder / f"{plot}.{form}") for form in formats]
    return files


class _Drawing:
    """Draws on the axes of one figure."""

    def __init__(self, statistics: Statistics, style: PlotStyle, texts: PlotTexts) -> None:
        self.style = style
        self._statistics, self._texts = statistics, texts

    def draw(self, plot: Plot, figure: Figure) -> None:
        statistics, texts = self._statistics, self._texts
        if plot is Plot.OVER_TIME:
            self._over_time(figure)
            return
        axes = figure.add_subplot()
        if plot is Plot.RANKS_BY_KIND:
            self._ranks(axes, statistics.by_kind, title=texts.accepted_by_kind)
        elif plot is Plot.RANKS_BY_METHOD:
            ranked = [group for group in statistics.by_method if group.name != NO_METHOD]
            self._ranks(axes, ranked, title=texts.accepted_by_method)
        elif plot is Plot.OUTCOMES:
            self._outcomes(axes)
        elif plot is Plot.SECONDS:
            self._seconds(axes)
        else:
            self._back_checks(axes)

    def _ranks(self, axes: Axes, groups: Sequence[Group], *, title: str) -> None:
        shown = [group for group in groups if group.accepted_at[0].of]
        self._frame(axes, title, empty=not shown)
        if not shown:
            return
        places, width = np.arange(len(shown)), 0.8 / len(RANKS)
        for number, rank in enumerate(RANKS):
            shares = [group.accepted_at[number] for group in shown]
            values = np.array([share.value or 0.0 for share in shares])
            low, high = np.array([share.interval for share in shares]).T
            axes.bar(
                places + (number - 1) * width,
                values,
                width * 0.92,
                color=self.style.series[number],
                label=self._texts.rank.format(rank),
                yerr=np.clip([values - low, high - values], 0, None),
                error_kw={"ecolor": self.style.text, "elinewidth": 0.8, "capsize": 1.5},
            )
        self._name_groups(axes, places, [(group.name, group.accepted_at[0].of) for group in shown])
        self._percent(axes)
        self._legend(axes, columns=len(RANKS))

    def _outcomes(self, axes: Axes) -> None:
        shown = [group for group in self._statistics.by_kind if group.decisions]
        self._frame(axes, self._texts.outcomes, empty=not shown)
        if not shown:
            return
        places, floor = np.arange(len(shown)), np.zeros(len(shown))
        for label, colour, hatch, counts in self._outcome_parts(shown):
            values = np.array(counts) / np.array([group.decisions for group in shown])
            if values.any():
                edge = self.style.ground
                axes.bar(
                    places, values, 0.7, bottom=floor, color=colour, label=label, hatch=hatch, edgecolor=edge
                )
            floor = floor + values
        self._name_groups(axes, places, [(group.name, group.decisions) for group in shown])
        self._percent(axes)
        self._legend(axes, columns=3)

    def _outcome_parts(self, groups: Sequence[Group]) -> list[tuple[str, str, str, list[int]]]:
        """Label, colour, hatching and counts of each way to decide; they add up to all decisions."""
        texts, style = self._texts, self.style
        kept = [group.edited.of - group.edited.hits - group.drawn.hits for group in groups]
        return [
            (texts.as_proposed, style.series[0], "", kept),
            (texts.edited, style.series[1], "", [group.edited.hits for group in groups]),
            (texts.drawn, style.series[2], "//", [group.drawn.hits for group in groups]),
            (texts.no_target, style.warm[0], "", [group.no_target.hits for group in groups]),
            (texts.flagged, style.warm[1], "..", [group.flagged.hits for group in groups]),
            (texts.skipped, style.spared, "", [group.skipped.hits for group in groups]),
        ]

    def _seconds(self, axes: Axes) -> None:
        shown = [(group.name, group.seconds) for group in self._statistics.by_kind if group.seconds]
        self._frame(axes, self._texts.seconds, empty=not shown)
        if not shown:
            return
        places = np.arange(len(shown))
        quartiles = [seconds for _, seconds in shown]
        medians = [seconds.median for seconds in quartiles]
        lower = [seconds.lower for seconds in quartiles]
        upper = [seconds.upper for seconds in quartiles]
        axes.vlines(places, lower, upper, color=self.style.series[1], linewidth=9, alpha=0.75)
        axes.plot(places, medians, "o", color=self.style.series[0], markersize=6, clip_on=False)
        for place, median in zip(places, medians, strict=True):
            axes.annotate(
                f"{median:.1f}",
                (place, median),
                xytext=(9, 0),
                textcoords="offset points",
                va="center",
                color=self.style.text,
                fontsize=8,
            )
        self._name_groups(axes, places, [(name, seconds.count) for name, seconds in shown])
        axes.set_ylim(0, max(upper) * 1.12)

    def _over_time(self, figure: Figure) -> None:
        periods, texts = self._statistics.over_time, self._texts
        counts, rates = figure.subplots(2, 1, sharex=True)
        self._frame(counts, texts.over_time, empty=not periods)
        if not periods:
            rates.remove()
            return
        self._frame(rates, "", empty=False)
        starts: list[Any] = [period.start for period in periods]
        width = min(period.length for period in periods)
        counts.bar(
            starts,
            [period.group.decisions for period in periods],
            width * 0.9,
            align="edge",
            color=self.style.series[0],
        )
        counts.set_ylabel(texts.decisions, color=self.style.muted, fontsize=8)
        known = [(p.start + width / 2, p.group.accepted_at[0]) for p in periods if p.group.accepted_at[0].of]
        middle: list[Any] = [moment for moment, _ in known]
        low, high = np.array([share.interval for _, share in known]).T if known else ([], [])
        rates.fill_between(middle, low, high, color=self.style.series[2], alpha=0.5, linewidth=0)
        rates.plot(
            middle,
            [share.value or 0.0 for _, share in known],
            "o-",
            color=self.style.series[0],
            markersize=4,
            linewidth=1.2,
        )
        rates.set_ylabel(texts.rank_one, color=self.style.muted, fontsize=8)
        self._percent(rates)
        figure.autofmt_xdate(rotation=0, ha="center")
        self._dates(rates)

    def _dates(self, axes: Axes) -> None:
        from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

        here = datetime.now().astimezone().tzinfo
        locator = AutoDateLocator(tz=here, minticks=2, maxticks=6)  # type: ignore[no-untyped-call]
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, tz=here))  # type: ignore[no-untyped-call]
        axes.xaxis.get_offset_text().set(color=self.style.muted, fontsize=8)

    def _back_checks(self, axes: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        agreement, texts = self._statistics.agreement, self._texts
        self._frame(axes, texts.back_checks, empty=not agreement.ious)
        if not agreement.ious:
            return
        axes.hist(
            agreement.ious,
            bins=np.linspace(0, 1, 11).tolist(),
            color=self.style.series[0],
            edgecolor=self.style.ground,
        )
        axes.set_xlabel(texts.iou, color=self.style.muted, fontsize=8)
        axes.set_ylabel(texts.checks, color=self.style.muted, fontsize=8)
        axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
        same = agreement.same_referent
        axes.text(
            0.02,
            0.95,
            texts.same_object.format(same.hits, same.of),
            transform=axes.transAxes,
            va="top",
            color=self.style.text,
            fontsize=9,
        )

    def _frame(self, axes: Axes, title: str, *, empty: bool) -> None:
        style = self.style
        axes.set_facecolor(style.ground)
        axes.set_title(title, loc="left", color=style.text, fontsize=10, fontweight="bold", pad=TITLE_PAD)
        axes.tick_params(colors=style.muted, labelsize=8, length=0)
        axes.grid(axis="y", color=style.line, linewidth=0.7)
        axes.set_axisbelow(True)
        for side, spine in axes.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_color(style.line)
        if empty:
            axes.grid(visible=False)
            axes.set_xticks([])
            axes.set_yticks([])
            axes.text(
                0.5,
                0.5,
                self._texts.nothing,
                transform=axes.transAxes,
                ha="center",
                va="center",
                color=style.muted,
            )

    def _name_groups(self, axes: Axes, places: NDArray[np.int64], names: Sequence[tuple[str, int]]) -> None:
        axes.set_xlim(-0.5, max(len(names), FEWEST_PLACES) - 0.5)  # a lone group is no wall
        axes.set_xticks(places, [f"{self._texts.name(name)}\n{count:,}" for name, count in names])

    def _percent(self, axes: Axes) -> None:
        from matplotlib.ticker import PercentFormatter

        axes.set_ylim(0, ABOVE_ALL)
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1.0])
        axes.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))

    def _legend(self, axes: Axes, *, columns: int) -> None:
        axes.figure.legend(
            loc="outside lower left",
            ncols=columns,
            frameon=False,
            fontsize=8,
            labelcolor=self.style.text,
            handlelength=1.2,
        )
