"""The statistics of the open project: counted and drawn in a lane, so that the window never waits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.evaluation.statistics.counting import Statistics
    from tas_desktop.evaluation.statistics.plot_style import Plot, PlotStyle, PlotTexts
    from tas_desktop.session.project_session import ProjectSession


class StatisticsSession(QObject):
    """Counts, draws and writes; the newest request supersedes the ones before.

    The lane and matplotlib come into being when they are first asked for.

    Signals:
        counted: the figures are there, see ``figures``.
        drawn: a plot is there: its name, and pixels as uint8 RGBA of shape (height, width, 4).
        written: files were written.
        failed: something could not be done.

    Attributes:
        figures: of the last counting; None before, and after another project was opened.
    """

    counted = Signal()
    drawn = Signal(object, object)
    written = Signal(object)  # tuple of Path
    failed = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.figures: Statistics | None = None
        self._project = project
        self._made: JobRunner | None = None
        project.opened.connect(self._on_opened)

    def count(self) -> None:
        """Count the decisions that stand now; ``counted`` follows."""
        store = self._project.store
        if store is None:
            return

        def run(control: JobControl) -> Statistics:
            from tas_desktop.evaluation.statistics.counting import count_decisions

            facts, checks = store.decision_facts.iterate(), store.back_checks.list_all()
            return count_decisions(facts, checks, token=control.token)

        def deliver(figures: Statistics) -> None:
            self.figures = figures
            self.counted.emit()

        self._lane.submit(Job("", run, on_success=deliver, on_failure=self.failed.emit), supersede=True)

    def draw(
        self,
        *,
        style: PlotStyle,
        texts: PlotTexts,
        size_inches: tuple[float, float],
        dpi: float,
    ) -> None:
        """Draw every plot of the last figures; ``drawn`` follows for each."""
        figures = self.figures
        if figures is None:
            return

        def run(control: JobControl) -> None:
            from tas_desktop.evaluation.statistics.plot_style import Plot
            from tas_desktop.evaluation.statistics.plots import draw_plot, render_rgba

            for plot in Plot:
                control.token.check()
                figure = draw_plot(plot, figures, style=style, texts=texts, size_inches=size_inches)
                control.deliver_partial((plot, render_rgba(figure, dpi=dpi)))

        self._lane.submit(
            Job("", run, on_partial=self._take_drawn, on_failure=self.failed.emit), supersede=True
        )

    def write_plots(self, folder: Path, *, texts: PlotTexts) -> None:
        """Write every plot as PNG and SVG, in light colours; ``written`` follows."""
        figures = self.figures
        if figures is None:
            return

        def run(_control: JobControl) -> tuple[Path, ...]:
            from tas_desktop.evaluation.statistics.plots import write_plots

            return tuple(write_plots(folder, figures, texts=texts))

        self._write(run)

    def write_figures(self, target: Path) -> None:
        """Write the figures as CSV where the name says so, else as JSON; ``written`` follows."""
        figures = self.figures
        if figures is None:
            return

        def run(_control: JobControl) -> tuple[Path, ...]:
            from tas_desktop.config.writing import replace_file
            from tas_desktop.evaluation.statistics.tables import statistics_to_csv, statistics_to_json

            if target.suffix.lower() == ".csv":
                text = statistics_to_csv(figures)
            else:
                text = json.dumps(statistics_to_json(figures), indent=1, ensure_ascii=False)
            replace_file(target, text.encode("utf-8"))
            return (target,)

        self._write(run)

    def close(self) -> bool:
        """End the lane where there is one."""
        return self._made is None or self._made.close()

    @property
    def _lane(self) -> JobRunner:
        if self._made is None:
            self._made = JobRunner("statistics")
        return self._made

    def _write(self, run: Callable[[JobControl], tuple[Path, ...]]) -> None:
        self._lane.submit(Job("", run, on_success=self.written.emit, on_failure=self.failed.emit))

    def _take_drawn(self, drawn: tuple[Plot, NDArray[np.uint8]]) -> None:
        self.drawn.emit(*drawn)

    @Slot()
    def _on_opened(self) -> None:
        self.figures = None
        if self._made is not None:
            self._made.drop_all()
