"""``tas-desktop batch``: propose for every image of a project."""

from __future__ import annotations

import json
import signal
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tas_desktop.cli.caching import NO_CACHE_HELP
from tas_desktop.cli.choosing_methods import METHOD_HELP, PARAM_HELP
from tas_desktop.cli.choosing_models import DEVICE_HELP, PRECISION_HELP, PROFILE_HELP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tas_desktop.batch.progress import BatchProgress, BatchReport
    from tas_desktop.batch.proposer import Proposer
    from tas_desktop.engine.control import CancelToken
    from tas_desktop.engine.methods import Method

INTERRUPTED = 130
_MOST_LISTED = 20


def batch(
    project: Annotated[Path, typer.Argument(help="The project's folder or its .tas file.")],
    method: Annotated[str, typer.Option(help=METHOD_HELP)] = "tas",
    param: Annotated[list[str] | None, typer.Option(help=PARAM_HELP, metavar="NAME=VALUE")] = None,
    profile: Annotated[str, typer.Option(help=PROFILE_HELP)] = "starter",
    device: Annotated[str, typer.Option(help=DEVICE_HELP)] = "",
    precision: Annotated[str, typer.Option(help=PRECISION_HELP)] = "",
    again: Annotated[bool, typer.Option("--again", help="Rank also what is done already.")] = False,
    workers: Annotated[
        int, typer.Option(help="Processes side by side; each takes the memory of all models.", min=1, max=64)
    ] = 1,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=NO_CACHE_HELP)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    no_progress: Annotated[bool, typer.Option("--no-progress", help="Show no progress bar.")] = False,
) -> None:
    """Analyse every image and rank every expression that nobody has decided.

    Each image is committed as soon as it is done. A run that was stopped, or killed, is continued by running
    it again: what is done with the same method, models, parameters and image content is passed over. A bad
    picture is listed and the others go on.

    Exit code 0: all done; 1: done, but pictures were passed over; 2: refused; 130: stopped before the end.
    """
    from tas_desktop.batch.claim import claim_batch
    from tas_desktop.batch.runner import run_batch
    from tas_desktop.batch.unfinished import UnfinishedBatches
    from tas_desktop.cli.choosing_methods import choose_method
    from tas_desktop.cli.terminal import waiting
    from tas_desktop.config.paths import find_paths
    from tas_desktop.storage.project import ProjectStore

    chosen = choose_method(method, param)
    unfinished = UnfinishedBatches(find_paths().batches)
    load = partial(
        load_proposer,
        method=chosen,
        profile=profile,
        device=device,
        precision=precision,
        with_cache=not no_cache,
    )
    with ProjectStore.open(project) as store, claim_batch(store), _until_interrupted() as token:
        with waiting("Loading the models"):
            proposer, close = _proposer(load, workers=workers)
        try:
            unfinished.note(store.file)
            with _bar(wanted=not no_progress) as show:
                report = run_batch(store, proposer, again=again, lanes=workers, token=token, on_progress=show)
        finally:
            close()
        if not report.cancelled:
            unfinished.forget(store.file)
    typer.echo(json.dumps(report.to_json()) if as_json else _as_text(report))
    if report.cancelled:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(1 if report.failures else 0)


def load_proposer(
    *, method: Method, profile: str, with_cache: bool, device: str = "", precision: str = ""
) -> Proposer:
    """Load a profile's models for a batch; in this process or in a worker.

    Raises:
        MethodUnfit: the profile's models do not give what the method needs.
        KnownError: the profile is unknown, or weights are missing or damaged.
    """
    from tas_desktop.batch.proposer import EngineProposer
    from tas_desktop.cli.caching import open_cache
    from tas_desktop.cli.choosing_models import load_models

    components = load_models(profile, device=device, precision=precision)
    method.check_fit(components)
    return EngineProposer(
        components,
        method=method,
        profile=profile,
        cache=open_cache(wanted=with_cache),
    )


def _proposer(load: Callable[[], Proposer], *, workers: int) -> tuple[Proposer, Callable[[], None]]:
    """The models, and what ends their processes."""
    if workers == 1:
        return load(), lambda: None
    from tas_desktop.batch.workers import WorkerPool

    pool = WorkerPool(load, workers=workers)
    return pool, pool.close


@contextmanager
def _until_interrupted() -> Iterator[CancelToken]:
    """A flag that Ctrl+C or a polite kill sets; a second Ctrl+C ends the program at once.

    Whoever started the program with a signal ignored (a shell in the background, ``nohup``) wants it so.
    """
    from tas_desktop.engine.control import CancelToken

    token = CancelToken()
    heeded = [
        number
        for number in (signal.SIGINT, signal.SIGTERM)
        if signal.getsignal(number) not in {signal.SIG_IGN, None}
    ]

    def stop(_number: int, _frame: Any) -> None:
        token.cancel()
        if signal.SIGINT in heeded:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {number: signal.signal(number, stop) for number in heeded}
    try:
        yield token
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _bar(*, wanted: bool) -> Iterator[Callable[[BatchProgress], None]]:
    """A bar on standard error with pace and time left; nothing at all where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    terminal = Console(stderr=True)
    columns = (TextColumn("Pictures"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    hidden = not (wanted and terminal.is_terminal)
    with Progress(*columns, console=terminal, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=None)

        def show(progress: BatchProgress) -> None:
            bar.update(task, total=progress.total, completed=progress.done, description=describe(progress))

        yield show


def describe(progress: BatchProgress) -> str:
    """Pace, time left and what was passed over, in a few words."""
    from tas_desktop.batch.pace import written_pace

    parts = []
    if progress.images_per_second:
        parts.append(f"{written_pace(progress.images_per_second)}/s")
    if progress.seconds_left:
        minutes, seconds = divmod(round(progress.seconds_left), 60)
        hours, minutes = divmod(minutes, 60)
        parts.append(f"{hours}:{minutes:02}:{seconds:02} left")
    if progress.failed:
        parts.append(f"{progress.failed} passed over")
    return ", ".join(parts)


def _as_text(report: BatchReport) -> str:
    counts = f"{report.proposed} pictures proposed for, {report.known} done before"
    passed = f"{len(report.failures)} passed over; {report.expressions} expressions ranked"
    lines = [f"{counts}, {passed} in {report.seconds:.1f} s"]
    if report.cancelled:
        lines.append(f"Stopped with {report.left} pictures left; run it again to go on")
    if report.changed:
        lines.append(f"Another mask comes first for {len(report.changed)} expressions:")
        lines += [f"  {row.path}: {row.text} (IoU {row.iou:.2f})" for row in report.changed[:_MOST_LISTED]]
        lines += _rest(len(report.changed))
    if report.failures:
        lines.append("Passed over:")
        lines += [f"  {row.path}: {row.cause}. {row.next_step}" for row in report.failures[:_MOST_LISTED]]
        lines += _rest(len(report.failures))
    return "\n".join(lines)


def _rest(count: int) -> list[str]:
    return [f"  and {count - _MOST_LISTED} more; --json lists all"] if count > _MOST_LISTED else []
