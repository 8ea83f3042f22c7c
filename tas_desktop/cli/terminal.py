"""What commands print for people: progress on a terminal only, notices on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from tas_desktop.engine.control import Control, WorkControl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import rich.progress

    from tas_desktop.domain.notice import Notice
    from tas_desktop.engine.control import Progress


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error that ``(done, total)`` moves; nothing at all where that is no terminal."""
    with _bar() as bar:
        task = bar.add_task(label, total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield show


@contextmanager
def stages_bar(label: str) -> Iterator[Control]:
    """A control whose progress moves a bar that names the stage."""
    with _bar() as bar:
        task = bar.add_task(label, total=None)

        def show(progress: Progress) -> None:
            text = f"{label}: {progress.stage.value}"
            bar.update(task, description=text, completed=progress.done, total=progress.total or None)

        yield Control(report=show)


@contextmanager
def work_bar(label: str) -> Iterator[WorkControl]:
    """A control for a piece of work on a project, whose progress moves a bar."""
    with progress_bar(label) as show:
        yield WorkControl(report=lambda progress: show(progress.done, progress.total))


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """A sign of life on a terminal while something takes seconds and cannot say how far it is."""
    with _bar(counts=False) as bar:
        bar.add_task(label, total=None)
        yield


def print_notices(notices: Iterable[Notice], *, about: str = "") -> None:
    """Each notice once, on standard error."""
    lead = f"{about}: " if about else ""
    for notice in dict.fromkeys(notices):
        typer.echo(f"{lead}{notice.level.value}: {notice.text}", err=True)


def _bar(*, counts: bool = True) -> rich.progress.Progress:
    """A bar that is gone once it is done, and never there in a pipe; ``counts``: with steps done of all."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    terminal = Console(stderr=True)
    steps = (MofNCompleteColumn(),) if counts else ()
    columns = (TextColumn("{task.description}"), BarColumn(), *steps, TimeElapsedColumn())
    return Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal)
