"""The language bench as a page of ``docs/``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.evaluation.language_bench_words import SPATIAL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.evaluation.language_bench import BenchFigures, BenchPoint

_POINTS_A_LINE: Final = 8

_PAGE: Final = """# Words of place on human sentences

Written by `tas-desktop bench language FILE.csv… --images {images} --method {method} --docs PAGE`; every
figure is a run. All referents' boxes of a picture are the candidates, at least two; nothing but the
words of place decides: no picture, no kind of thing. *Kept*: share of sentences whose true referent is left;
*left*: mean share of the candidates that are. A sentence that a rule does not act on counts as all left.
*Top-1*: the true referent is the one the rule likes best; among equals chance decides.

Our rule was developed and its weights fitted on pictures with an even id only (`benchmarks/rectifier.py`).
The plain rule halves the picture at the median of the candidates' centres and knows left, right, top, above,
below and under. Parser: {parser}.

{tables}

## The words that make a sentence count

{words}
"""


def bench_page(figures: Mapping[str, BenchFigures], *, method: str, images: str, parser: ComponentId) -> str:
    """Markdown: a table of figures for each table of sentences, the whole curves, the words."""
    return _PAGE.format(
        images=images,
        method=method,
        parser=f"{parser.name} ({parser.revision})",
        tables="\n\n".join(_section(name, one, method) for name, one in figures.items()),
        words=", ".join(SPATIAL_WORDS) + ".",
    )


def _section(name: str, one: BenchFigures, method: str) -> str:
    lines = [
        f"## {name}",
        "",
        "| rule | sentences | kept | left | top-1 |",
        "|---|---|---|---|---|",
        _row(f"`{method}` (acts on {one.acted:.0%})", one.point, f"{one.top1:.3f}"),
        _row("plain rule", one.plain),
        _row("plain rule, where it acts", one.plain_acted),
        _row(f"`{method}`, there", one.own_there),
        f"| chance | {one.point.n} | | | {one.chance:.3f} |",
        "",
        "The curve, from the strictest setting to the one that leaves all; kept / left:",
        "",
        *_lines(one.curve),
    ]
    return "\n".join(lines)


def _lines(curve: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Points in lines of a readable length."""
    for start in range(0, len(curve), _POINTS_A_LINE):
        points = curve[start : start + _POINTS_A_LINE]
        yield ", ".join(f"{kept:.3f} / {left:.3f}" for kept, left in points) + "  "


def _row(name: str, point: BenchPoint, top1: str = "") -> str:
    return f"| {name} | {point.n} | {point.kept:.3f} | {point.left:.3f} | {top1} |"
