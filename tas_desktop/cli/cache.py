"""``tas-desktop cache``: what analyses take of the disk, and taking it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tas_desktop.storage.analyses import AnalysisCache

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

_Project = Annotated[
    Path | None, typer.Option(help="Also what this project keeps: analyses without their embeddings.")
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def _cache() -> None:
    """Show or clear the analyses of pictures that are kept on disk.

    Whole analyses, with embeddings, lie in the user's cache below the limit of the settings; the longest
    unused go first. A project keeps its own without embeddings, so that they can be completed quickly.
    Nothing in either is needed: it is made anew.
    """


@app.command()
def show(project: _Project = None, as_json: _Json = False) -> None:
    """Say how much is kept, and where."""
    from tas_desktop.config.disk_use import readable_size
    from tas_desktop.storage.project import ProjectStore

    use = _user_cache().use()
    in_project = None
    if project is not None:
        with ProjectStore.open(project) as store:
            in_project = store.analyses.size_bytes()
    if as_json:
        content = use._asdict() | {"folder": str(use.folder), "project_bytes": in_project}
        typer.echo(json.dumps(content))
        return
    taken, limit = readable_size(use.size_bytes), readable_size(use.limit_bytes)
    typer.echo(f"{taken} of {limit} in {use.analyses} analyses, in {use.folder}")
    if in_project is not None:
        typer.echo(f"{readable_size(in_project)} in {project}")


@app.command()
def clear(project: _Project = None, as_json: _Json = False) -> None:
    """Remove all of them; what is opened next is analysed anew."""
    from tas_desktop.config.disk_use import readable_size
    from tas_desktop.storage.project import ProjectStore

    freed_in_project = 0
    if project is not None:
        with ProjectStore.open(project) as store:
            freed_in_project = store.analyses.size_bytes()
            store.analyses.clear()
    freed = _user_cache().clear()
    if as_json:
        typer.echo(json.dumps({"freed_bytes": freed, "freed_in_project_bytes": freed_in_project}))
        return
    typer.echo(f"{readable_size(freed)} freed")
    if project is not None:
        typer.echo(
            f"{readable_size(freed_in_project)} in {project} will be used again by what it stores next"
        )


def _user_cache() -> AnalysisCache:
    from tas_desktop.config.paths import find_paths
    from tas_desktop.storage.analyses import AnalysisCache
    from tas_desktop.storage.analysing import cache_limit_bytes

    paths = find_paths()
    return AnalysisCache(paths.analyses, limit_bytes=cache_limit_bytes(paths))
