"""The Hugging Face hub: which files a repository has at a commit, and where each is fetched.

``huggingface_hub`` says what there is and under which address. The bytes themselves come by
:mod:`tas_desktop.models.transfer`, as those of plain URLs do: it checks each file against the hub's checksum,
stops within a second, and goes on after a kill, with the same messages for both.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tas_desktop import __version__
from tas_desktop.models.answers import LEAVE_STEP, is_passing, passing, refusal
from tas_desktop.models.errors import DownloadRefused
from tas_desktop.models.receipts import inside
from tas_desktop.models.remote import Checksum, RemoteFile
from tas_desktop.models.retries import TryAgain, keep_trying
from tas_desktop.models.wanted import choose_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.models.entry import HubSource
    from tas_desktop.models.pull_settings import PullSettings

_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be fetched of a repository.

    Attributes:
        commit: 40 hexadecimal digits.
        files: the small ones first, so that a model that cannot be used is refused before its weights come.
        licence: as the repository's card names it; empty where it does not.
    """

    commit: str
    files: tuple[RemoteFile, ...]
    licence: str


def list_repository(source: HubSource, *, settings: PullSettings, control: WorkControl) -> Listing:
    """Ask the hub for the files of a repository.

    Raises:
        DownloadRefused: there is no such repository or commit, no access to it, or nothing of use in it.
        DownloadFailed: the hub did not answer, though asked again.
        Cancelled: asked to stop.
    """
    control.step("list", 0, 0)
    found = keep_trying(
        lambda: _ask(source, settings=settings, control=control),
        what=f"Asking for the files of {source.repo}",
        settings=settings,
        control=control,
    )
    try:
        return _as_listing(found, source, endpoint=settings.endpoint)
    except (TypeError, ValueError, AttributeError) as error:
        raise _no_hub(settings) from error


def _as_listing(found: Any, source: HubSource, *, endpoint: str) -> Listing:
    from huggingface_hub import hf_hub_url

    siblings = {}
    for sibling in found.siblings or ():
        try:
            siblings[inside(sibling.rfilename)] = sibling
        except ValueError:
            continue  # a name that leads out of the folder is nothing we want
    sums = dict(source.sums)
    files = [
        RemoteFile(
            name=name,
            url=hf_hub_url(source.repo, name, revision=found.sha, endpoint=endpoint),
            size_bytes=int(siblings[name].size or 0),
            checksum=_checksum_of(siblings[name], known=sums.get(name, "")),
        )
        for name in choose_files(siblings, patterns=source.files)
    ]
    card = found.card_data
    return Listing(
        commit=str(found.sha),
        files=tuple(sorted(files, key=lambda file: (file.size_bytes, file.name))),
        licence=str(getattr(card, "license", None) or ""),
    )


def _checksum_of(sibling: Any, *, known: str) -> Checksum | None:
    """The catalogue's own word before the hub's, so that no mirror can give something else."""
    if known:
        return Checksum("sha256", known)
    if sibling.lfs is not None:
        return Checksum("sha256", str(sibling.lfs.sha256).lower())
    if sibling.blob_id and sibling.size is not None:
        return Checksum("git", str(sibling.blob_id).lower())
    return None


def _ask(source: HubSource, *, settings: PullSettings, control: WorkControl) -> Any:
    """The hub's word on a repository, with its refusals turned into ours."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    import httpx2
    from huggingface_hub import HfApi, errors

    headers = settings.headers_for(settings.endpoint + "/")
    api = HfApi(
        endpoint=settings.endpoint,
        token=settings.token if headers else False,
        library_name="tas-desktop",
        library_version=__version__,
    )
    limit_s = settings.connect_s + settings.stall_s
    try:
        return _in_a_thread(
            lambda: api.model_info(
                source.repo, revision=source.revision or None, files_metadata=True, timeout=limit_s
            ),
            control=control,
            limit_s=limit_s,
        )
    except errors.OfflineModeIsEnabled as error:
        raise DownloadRefused(
            "HF_HUB_OFFLINE is set, so nothing is asked of the hub", next_step="Unset it to download"
        ) from error
    except errors.HFValidationError as error:
        raise DownloadRefused(
            f"{source.repo!r} is no repository's name", next_step="Write owner/name"
        ) from error
    except errors.RevisionNotFoundError as error:
        raise DownloadRefused(
            f"{source.repo} has no revision {source.revision}",
            next_step="Update TAS Desktop, or name another",
        ) from error
    except errors.HfHubHTTPError as error:
        raise _refused(error, source) from error
    except httpx2.HTTPError as error:
        raise TryAgain(f"no answer from {settings.endpoint} ({type(error).__name__})") from error
    except ValueError as error:  # a page of somebody else where the hub's JSON should be
        raise _no_hub(settings) from error


def _no_hub(settings: PullSettings) -> DownloadRefused:
    return DownloadRefused(
        f"{settings.endpoint} does not answer as the hub does",
        next_step="Look at HF_ENDPOINT, or whether this network asks to log in first",
    )


def _refused(error: Any, source: HubSource) -> Exception:
    status = error.response.status_code if error.response is not None else 0
    headers = error.response.headers if error.response is not None else {}
    host = error.response.url.host if error.response is not None else "the hub"
    if is_passing(status):
        return passing(status, headers, host=host)
    if headers.get("X-Error-Code") == "GatedRepo" or status != 401:
        return refusal(status, headers, what=source.repo, host=host)
    return DownloadRefused(  # the hub answers 401 also to a name that it does not have
        f"{host} has no repository {source.repo}, or does not show it without leave", next_step=LEAVE_STEP
    )


def _in_a_thread(run: Callable[[], Any], *, control: WorkControl, limit_s: float) -> Any:
    """Wait for a call that cannot be interrupted, no longer than wanted; its thread ends by itself."""
    outcome: list[Any] = []
    failure: list[Exception] = []
    done = threading.Event()

    def call() -> None:
        try:
            outcome.append(run())
        except Exception as error:  # noqa: BLE001 raised again where it is waited for
            failure.append(error)
        finally:
            done.set()

    threading.Thread(target=call, name="hub", daemon=True).start()
    waited_s = 0.0
    while not done.wait(_LOOK_S):
        control.token.check()
        waited_s += _LOOK_S
        if waited_s > limit_s:
            raise TryAgain("the hub went silent")
    if failure:
        raise failure[0]
    return outcome[0]
