"""What commands print for people: progress on a terminal only, notices on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tas_desktop.domain.notice import Notice


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error that ``(done, total)`` moves; nothing at all where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    terminal = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as bar:
        task = bar.add_task(label, total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield show


def print_notices(notices: Iterable[Notice], *, about: str = "") -> None:
    """Each notice once, on standard error."""
    lead = f"{about}: " if about else ""
    for notice in dict.fromkeys(notices):
        typer.echo(f"{lead}{notice.level.value}: {notice.text}", err=True)
