"""Models of the hub that are in no catalogue: named by the user, with what the hub says of them."""

from __future__ import annotations

from typing import Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.entry import HubSource, Licence, ModelEntry
from tas_desktop.models.hub import list_repository
from tas_desktop.models.pull_settings import HUB, PullSettings
from tas_desktop.models.receipts import is_model_id

OWN_LICENCE_MARK: Final = "hub:"
"""Begins the ids of licences that no catalogue has."""

_PERMISSIVE: Final = frozenset({
    *("apache-2.0", "mit", "bsd", "bsd-2-clause", "bsd-3-clause", "cc0-1.0", "cc-by-4.0", "unlicense"),
})  # fmt: skip


def read_hub_entry(
    repo: str, *, revision: str = "", control: WorkControl | None = None, settings: PullSettings | None = None
) -> ModelEntry:
    """Ask the hub for a repository and describe it as a model; part of a download, so it opens a connection.

    Args:
        repo: ``owner/name``, which becomes the model's id.
        revision: a commit, a branch or a tag; empty takes the newest.
        control: may cancel.
        settings: from where; those of the environment when left out.

    Raises:
        InputRefused: the name is none.
        DownloadRefused: there is no such repository, no access to it, or nothing of use in it.
        DownloadFailed: the hub did not answer.
        Cancelled: asked to stop.
    """
    if not is_model_id(repo) or repo.count("/") != 1:
        raise InputRefused(f"{repo!r} is no repository of the hub", next_step="Write hub:OWNER/NAME")
    settings = settings or PullSettings.from_environment()
    listing = list_repository(HubSource(repo, revision), settings=settings, control=control or WorkControl())
    return entry_of_repository(
        repo,
        revision=listing.commit,
        licence=listing.licence,
        size_bytes=sum(file.size_bytes for file in listing.files),
    )


def entry_of_repository(repo: str, *, revision: str, licence: str, size_bytes: int) -> ModelEntry:
    """An entry for a repository at a commit, under the licence that its card names."""
    free = licence.lower() in _PERMISSIVE
    terms = Licence(
        licence_id=f"{OWN_LICENCE_MARK}{licence.lower() or 'unnamed'}",
        title=licence or "a licence that its page does not name",
        url=f"{HUB}/{repo}",
        commercial=free,
        labels="" if free else "Whether labels made with it may be used freely is for you to find out.",
    )
    return ModelEntry(repo, repo, (), HubSource(repo, revision), terms, size_bytes)
