"""Downloads on the command line: what is about to come, the question, and a bar with speed and time left."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import typer

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import WorkControl

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tas_desktop.engine.control import WorkProgress
    from tas_desktop.models.entry import ModelEntry
    from tas_desktop.models.places import ModelPlace

HUB_MARK: Final = "hub:"


def entry_for(name: str) -> ModelEntry:
    """The model that an argument names; a ``hub:`` one is asked for at the hub."""
    from tas_desktop.models.hub_entries import read_hub_entry
    from tas_desktop.models.inventory import known_entry

    if not name.startswith(HUB_MARK):
        return known_entry(name)
    repo, _, revision = name.removeprefix(HUB_MARK).partition("@")
    return read_hub_entry(repo, revision=revision)


def agree(entries: Sequence[ModelEntry], *, asked: bool) -> None:
    """Show what is about to come and under which terms, and ask.

    Raises:
        LicenceNotAccepted: a licence that limits use was not agreed to.
        InputRefused: there is nobody to ask.
        typer.Exit: the answer is no.
    """
    from tas_desktop.models.consent import require_consent
    from tas_desktop.models.inventory import Presence, state_of

    coming = [entry for entry in entries if state_of(entry).presence is not Presence.HERE]
    for entry in coming:
        typer.echo(_summary(entry), err=True)
    for entry in coming:
        require_consent(entry)
    if not coming or not asked:
        return
    if not sys.stdin.isatty():
        raise InputRefused("There is nobody to ask whether to download", next_step="Say so with --yes")
    if not typer.confirm("Download?", default=True, err=True):
        raise typer.Exit(1)


def download(entry: ModelEntry) -> ModelPlace:
    """Fetch one model, with a bar on a terminal."""
    from tas_desktop.models.pulling import pull

    with _download_bar(entry.title) as control:
        try:
            return pull(entry, control=control)
        except KeyboardInterrupt:
            typer.echo("Stopped; what has come is kept, and the next pull goes on from there.", err=True)
            raise


def _summary(entry: ModelEntry) -> str:
    from tas_desktop.config.disk_use import readable_size

    size = readable_size(entry.size_bytes) if entry.size_bytes else "of unknown size"
    about = "" if entry.size_exact or not entry.size_bytes else "about "
    terms = f"{entry.licence} ({entry.licence_url})" if entry.licence_url else entry.licence
    lines = [f"{entry.title}: {about}{size}, under {terms or 'terms that it does not name'}"]
    if entry.label_licence:
        lines.append(f"  Labels: {entry.label_licence}")
    return "\n".join(lines)


@contextmanager
def _download_bar(title: str) -> Iterator[WorkControl]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    terminal = Console(stderr=True)
    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=terminal, transient=True, disable=not terminal.is_terminal) as bar:
        waiting = bar.add_task(title, total=None)
        tasks: dict[str, Any] = {}

        def show(progress: WorkProgress) -> None:
            if progress.step in {"list", "wait"}:
                bar.update(waiting, description=f"{title}: {_DOING[progress.step]}", visible=True)
                return
            bar.update(waiting, visible=False)
            if progress.step not in tasks:  # begins at what had come before, which says nothing of the speed
                text = f"{title}: {_DOING[progress.step]}" if progress.step in _DOING else title
                tasks[progress.step] = bar.add_task(text, total=None, completed=progress.done)
            for step, task in tasks.items():
                bar.update(task, visible=step == progress.step)
            bar.update(tasks[progress.step], completed=progress.done, total=progress.total or None)

        yield WorkControl(report=show)


_DOING: Final = {
    "list": "asking for its files",
    "wait": "waiting to try again",
    "check": "checking what is there",
}
