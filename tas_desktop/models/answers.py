"""What a server's answer to a request for a file means: take it, try again, or give up with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tas_desktop.models.errors import DownloadRefused
from tas_desktop.models.retries import TryAgain, retry_after_s

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.models.remote import RemoteFile
    from tas_desktop.models.wire import Answer

LEAVE_STEP: Final = (
    "Give a token of an account that may read it: set HF_TOKEN, or run 'hf auth login', "
    "or 'keyring set tas-desktop huggingface'"
)
_GONE: Final = {404, 410}
_DENIED: Final = {401, 403}
_PASSING: Final = {408, 425, 429, 500, 502, 503, 504}


def expect_file(answer: Answer, remote: RemoteFile, *, resumed: bool) -> None:
    """Go on where the body is the file, or the wanted rest of it.

    Args:
        answer: of the server.
        remote: what was asked for.
        resumed: whether a range of it was asked for; then 206 and 416 are answers too.

    Raises:
        DownloadRefused: it is not to be had there.
        TryAgain: it may be, later.
    """
    host = urlsplit(remote.url).netloc
    if remote.url.startswith("https:") and not answer.secure:
        raise DownloadRefused(
            f"{host} sends on to an address without encryption", next_step="Nothing was downloaded"
        )
    if answer.status in _DENIED | _GONE:
        raise refusal(answer.status, answer.headers, what=remote.name, host=host)
    if answer.status in _PASSING:
        raise passing(answer.status, answer.headers, host=host)
    if answer.status not in ({200, 206, 416} if resumed else {200}):
        raise DownloadRefused(
            f"{host} answered {answer.status} to the request for {remote.name}",
            next_step="Try another mirror (HF_ENDPOINT), or import the file with: tas-desktop models import",
        )
    if answer.headers.get("Content-Encoding", "identity").lower() not in {"", "identity"}:
        raise DownloadRefused(
            f"{host} sends {remote.name} packed, though it was asked not to",
            next_step="Try another mirror (HF_ENDPOINT), or without the proxy",
        )
    length = answer.headers.get("Content-Length", "")
    if answer.status == 200 and remote.size_bytes and length.isdigit() and int(length) != remote.size_bytes:
        raise DownloadRefused(
            f"{host} has {int(length):,} bytes under the name of {remote.name}, not {remote.size_bytes:,}",
            next_step="A proxy or a mirror may stand between; try another network or mirror (HF_ENDPOINT)",
        )


def refusal(status: int, headers: Mapping[str, str], *, what: str, host: str) -> DownloadRefused:
    """Why 401, 403, 404 and 410 are what they are."""
    code = headers.get("X-Error-Code", "")
    if code == "GatedRepo":
        return DownloadRefused(
            f"{what} is given only to accounts that have agreed to its terms on {host}",
            next_step=f"Agree to them there, on the model's page. {LEAVE_STEP}",
        )
    if status in _DENIED:
        return DownloadRefused(f"{host} does not give {what} without leave ({status})", next_step=LEAVE_STEP)
    return DownloadRefused(
        f"{host} has no {what} ({status})",
        next_step="It may have moved: update TAS Desktop, or import the file with: tas-desktop models import",
    )


def passing(status: int, headers: Mapping[str, str], *, host: str) -> TryAgain:
    """A refusal that may pass, with the server's own word on when."""
    said = {429: "is asked too often", 503: "is not at work"}.get(status, "has a trouble of its own")
    return TryAgain(f"{host} {said} ({status})", after_s=retry_after_s(headers))


def is_passing(status: int) -> bool:
    """Whether a status says that another try may go better."""
    return status in _PASSING
