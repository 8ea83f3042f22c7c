"""A ranking as a table for people, as wide as their terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tas_desktop.domain.ranking import Candidate, Ranking

_PIPE_WIDTH: Final = 140


class _Column(NamedTuple):
    """A column; on terminals narrower than ``from_width`` it is left out, rather than all cut short."""

    heading: str
    cell: Callable[[Candidate], str]
    from_width: int = 0


def _score(value: float) -> str:
    return f"{value:+z.3f}"


_COLUMNS: Final = (
    _Column("#", lambda c: str(c.rank)),
    _Column("total", lambda c: _score(c.total)),
    _Column("V", lambda c: _score(c.v)),
    _Column("P", lambda c: _score(c.p)),
    _Column("N", lambda c: _score(c.n)),
    _Column("place", lambda c: _score(c.spatial)),
    _Column("mask", lambda c: _score(c.prior), from_width=90),
    _Column("was", lambda c: str(c.rank_before), from_width=132),
    _Column("area", lambda c: str(c.proposal.mask.area), from_width=132),
    _Column("x, y, w, h", lambda c: ", ".join(f"{v:.0f}" for v in c.proposal.mask.box_xywh), from_width=116),
)


def print_ranking(
    ranking: Ranking, *, about: str, seconds: Mapping[str, float], top: int, from_cache: bool
) -> None:
    """Print the first candidates with their scores, and what was understood.

    Args:
        ranking: of one expression on one picture.
        about: the picture's name.
        seconds: wall time by stage.
        top: how many candidates; the rest is left out.
        from_cache: whether the analysis was read from the disk.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=_PIPE_WIDTH)
    columns = [column for column in _COLUMNS if column.from_width <= console.width]
    table = Table(
        title=escape(f"{about}: {ranking.expression}"),
        caption=escape(_summary(ranking, seconds=sum(seconds.values()), from_cache=from_cache)),
        title_justify="left",
        caption_justify="left",
    )
    for column in columns:
        table.add_column(column.heading, justify="right", no_wrap=True)
    table.add_column("caption", overflow="fold")
    for candidate in ranking.candidates[:top]:
        table.add_row(*(column.cell(candidate) for column in columns), escape(candidate.caption))
    if not ranking.candidates:
        table.add_row(*("-" for _ in columns), "no candidates")
    console.print(table)


def _summary(ranking: Ranking, *, seconds: float, from_cache: bool) -> str:
    understood = ranking.understood
    directions = ", ".join(direction.text for direction in understood.directions) or "none"
    return (
        f"target: {understood.target}; directions: {directions}; "
        f"negatives: {', '.join(ranking.negatives) or 'none'}; "
        f"{seconds:.2f} s{', analysis from the cache' if from_cache else ''}"
    )
