"""Figures of matplotlib without a display: nothing here touches ``pyplot``, so a worker thread may draw."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tas_desktop.config.paths import find_paths
from tas_desktop.config.writing import written_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.figure import Figure

FILE_DPI: Final = 160
# The first that is there is used for each letter; Chinese needs one of its own.
_FONTS: Final = (
    *(
        "Noto Sans",
        "DejaVu Sans",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
    ),
    *("PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Arial Unicode MS", "Droid Sans Fallback"),
)


@contextmanager
def new_figure(size_inches: tuple[float, float], *, ground: str = "#ffffff") -> Iterator[Figure]:
    """An empty figure to draw on inside the block, in fonts that know every script in use."""
    # matplotlib keeps its list of fonts with our other caches, wherever the user moved them.
    os.environ.setdefault("MPLCONFIGDIR", str(find_paths().cache / "matplotlib"))
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context({"font.family": _known_fonts(), "axes.unicode_minus": False}):
        figure = Figure(figsize=size_inches, layout="constrained", facecolor=ground)
        yield figure
        figure.draw_without_rendering()  # while the fonts above are in force


def save_figure(figure: Figure, file: Path, *, dpi: float = FILE_DPI) -> Path:
    """Write a figure in the form that the file's name says, in one step.

    Raises:
        TargetNotWritable: the place cannot be written.
    """
    form = file.suffix.lstrip(".")
    with written_aside(file) as aside:
        # No date: the same figures give the same file.
        metadata = {"Date": None} if form == "svg" else {"Software": None}
        figure.savefig(aside, format=form, dpi=dpi, metadata=metadata)
    return file


def rgb_hex(rgb: tuple[int, int, int]) -> str:
    """``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _known_fonts() -> list[str]:
    from matplotlib.font_manager import fontManager

    known = set(fontManager.get_font_names())
    return [name for name in _FONTS if name in known] or ["sans-serif"]
