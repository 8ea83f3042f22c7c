"""A comparison as a folder: ``report.md``, ``report.json``, plots, and pictures of cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import cv2

from tas_desktop.config.writing import replace_file
from tas_desktop.domain.errors import InputRefused
from tas_desktop.evaluation.answering.methods import read_labelled
from tas_desktop.evaluation.writing.case_picture import draw_case
from tas_desktop.evaluation.writing.cases import choose_cases
from tas_desktop.evaluation.writing.page import comparison_page
from tas_desktop.evaluation.writing.plots import write_plots

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.engine.control import CancelToken
    from tas_desktop.evaluation.comparison import Comparison, Verdict
    from tas_desktop.evaluation.labels.labels import LabelledImage, Unit

PAGE: Final = "report.md"
FIGURES_FILE: Final = "report.json"
CASES: Final = 8
_PICTURES: Final = "cases"


def write_report(
    folder: Path,
    comparison: Comparison,
    *,
    title: str = "Evaluation",
    cases: int = CASES,
    token: CancelToken | None = None,
) -> list[Path]:
    """Write everything and return the files, the page first; each replaces what was there in one step.

    Args:
        folder: made where it is missing.
        comparison: what was measured.
        title: of the page.
        cases: at most so many pictures of each kind; 0 writes none.
        token: the cancel flag, looked at between pictures.

    Raises:
        TargetNotWritable: the folder cannot be written.
        Cancelled: the flag was set.
    """
    plots = write_plots(folder, comparison)
    writer = _CaseWriter(folder, comparison)
    listed = {}
    for kind, verdicts in choose_cases(comparison.verdicts(), most=cases).items():
        rows = []
        for number, verdict in enumerate(verdicts, start=1):
            if token is not None:
                token.check()
            rows.append(writer.write(verdict, name=f"{kind}-{number}.png"))
        listed[kind] = rows
    text = comparison_page(
        comparison, title=title, plots=[_beside(plot, folder) for plot in plots], cases=listed
    )
    page, figures = folder / PAGE, folder / FIGURES_FILE
    replace_file(page, f"{text}\n".encode())
    replace_file(figures, json.dumps(comparison.to_json(), indent=1, ensure_ascii=False).encode())
    return [page, figures, *plots, *writer.files]


class _CaseWriter:
    """Draws cases beside the page."""

    def __init__(self, folder: Path, comparison: Comparison) -> None:
        self.files: list[Path] = []
        self._folder, self._comparison = folder, comparison
        self._images = {image.image_id: image for image in comparison.run.labels.images}

    def write(self, verdict: Verdict, *, name: str) -> tuple[Verdict, Unit, str]:
        """One case; without a picture where that cannot be read any more."""
        image = self._images[verdict.image_id]
        unit = next(unit for unit in image.units if unit.unit_id == verdict.unit_id)
        return verdict, unit, self._draw(image, unit, verdict, name=name)

    def _draw(self, image: LabelledImage, unit: Unit, verdict: Verdict, *, name: str) -> str:
        try:
            pixels_rgb = read_labelled(image).pixels_rgb
        except InputRefused:
            return ""
        true = unit.truth(self._comparison.run.protocol.truth)
        canvas = draw_case(pixels_rgb, true, [sample.predicted for sample in verdict.samples])
        encoded, content = cv2.imencode(".png", cv2.cvtColor(canvas, cv2.COLOR_RGB2BGR))
        if not encoded:
            raise RuntimeError("OpenCV could not encode a case as PNG")
        place = self._folder / _PICTURES / name
        replace_file(place, content.tobytes())
        self.files.append(place)
        return f"{_PICTURES}/{name}"


def _beside(file: Path, folder: Path) -> Path:
    return file.relative_to(folder)
