"""The statistics page: key figures, plots, a table, and what to save them as."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.evaluation.statistics.plot_style import Plot
from tas_desktop.ui.expression.flow_layout import FlowLayout
from tas_desktop.ui.statistics.figure_table import FigureTable
from tas_desktop.ui.statistics.key_figures import KeyFigures
from tas_desktop.ui.statistics.plot_picture import PlotPicture
from tas_desktop.ui.statistics.wording import plot_style, plot_texts, plot_title

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.session.workspace import Workspace
    from tas_desktop.ui.theme import Theme

PICTURE = QSize(500, 280)
POINTS = 100.0  # logical pixels to an inch: how large the plots' letters are
FIRST_SIZE = (1080, 760)


class StatisticsPage(QDialog):
    """Beside the work; counted when it opens and by "Count again", never on its own under the eyes."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statistics")
        self.setWindowTitle(self.tr("Statistics"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._statistics, self._project, self._theme = workspace.statistics, workspace.project, theme
        self.key_figures = KeyFigures(self)
        self.state = QLabel(self)
        self.state.setObjectName("muted")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.pictures = {plot: PlotPicture(plot_title(plot), PICTURE, self) for plot in Plot}
        self.table = FigureTable(self)
        self.again = QPushButton(self.tr("Count again"), self)
        self.save_plots = QPushButton(self.tr("Save plots …"), self)
        self.save_figures = QPushButton(self.tr("Save figures …"), self)
        self._lay_out()
        self.resize(*FIRST_SIZE)
        self.again.clicked.connect(self._count)
        self.save_plots.clicked.connect(self._on_save_plots)
        self.save_figures.clicked.connect(self._on_save_figures)
        self._statistics.counted.connect(self._on_counted)
        self._statistics.drawn.connect(self._on_drawn)
        self._statistics.failed.connect(self._on_failed)
        theme.changed.connect(self._draw)
        workspace.project.opened.connect(self._count)

    def showEvent(self, event: QShowEvent) -> None:
        """Count when it opens."""
        super().showEvent(event)
        if not event.spontaneous():
            self._count()

    def retranslate(self, _retranslation: object) -> None:
        """Another language: the plots' words are pixels."""
        for plot, picture in self.pictures.items():
            picture.setAccessibleName(plot_title(plot))
        self.key_figures.show_figures(self._statistics.figures)
        self.table.show_figures(self._statistics.figures)
        self._draw()

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("panel")
        plots = FlowLayout(gap=12)
        for picture in self.pictures.values():
            plots.addWidget(picture)
        content = QVBoxLayout(inside)
        content.setContentsMargins(20, 16, 20, 16)
        content.setSpacing(16)
        content.addWidget(self.key_figures)
        content.addLayout(plots)
        content.addWidget(self.table)
        content.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 10, 20, 14)
        buttons.setSpacing(8)
        buttons.addWidget(self.state, 1)
        for button in (self.again, self.save_figures, self.save_plots):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)
        self.again.setFocus()

    @Slot()
    def _count(self) -> None:
        self.state.setText(self.tr("Counting …"))
        self.save_plots.setEnabled(False)
        self.save_figures.setEnabled(False)
        self._statistics.count()

    @Slot()
    def _on_counted(self) -> None:
        figures = self._statistics.figures
        self.key_figures.show_figures(figures)
        self.table.show_figures(figures)
        self.save_plots.setEnabled(True)
        self.save_figures.setEnabled(True)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._statistics.figures is None:
            return
        self.state.setText(self.tr("Drawing …"))
        size = (PICTURE.width() / POINTS, PICTURE.height() / POINTS)
        self._statistics.draw(
            style=plot_style(self._theme.tones),
            texts=plot_texts(),
            size_inches=size,
            dpi=POINTS * self.devicePixelRatioF(),
        )

    @Slot(object, object)
    def _on_drawn(self, plot: Plot, pixels_rgba: NDArray[np.uint8]) -> None:
        self.pictures[plot].show_pixels(pixels_rgba)
        if plot is list(Plot)[-1]:
            self.state.setText("")

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self.state.setText("")

    @Slot()
    def _on_save_plots(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save plots as PNG and SVG"), self._start())
        if folder:
            self._statistics.write_plots(Path(folder), texts=plot_texts())

    @Slot()
    def _on_save_figures(self) -> None:
        forms = {self.tr("Table (*.csv)"): ".csv", self.tr("JSON (*.json)"): ".json"}
        start = str(Path(self._start()) / "statistics.csv")
        file, chosen = QFileDialog.getSaveFileName(self, self.tr("Save figures"), start, ";;".join(forms))
        if file:
            target = Path(file)
            self._statistics.write_figures(
                target if target.suffix else target.with_suffix(forms.get(chosen, ".csv"))
            )

    def _start(self) -> str:
        store = self._project.store
        return "" if store is None else str(store.folder)
