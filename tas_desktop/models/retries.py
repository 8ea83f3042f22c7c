"""Trying again where a server or the way to it failed for a while."""

from __future__ import annotations

import email.utils
import logging
import random
import time
from typing import TYPE_CHECKING, TypeVar

from tas_desktop.models.errors import DownloadFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.models.pull_settings import PullSettings

_Outcome = TypeVar("_Outcome")
_LOG = logging.getLogger(__name__)


class TryAgain(Exception):
    """An attempt that failed in a way that may pass.

    Args:
        reason: what happened, in words that go into a sentence.
        after_s: how long the server asks to wait; None where it does not say.
        progressed: whether bytes came, so that patience starts anew.
    """

    def __init__(self, reason: str, *, after_s: float | None = None, progressed: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after_s = after_s
        self.progressed = progressed


def keep_trying(
    attempt: Callable[[], _Outcome], *, what: str, settings: PullSettings, control: WorkControl
) -> _Outcome:
    """Do something over the network until it is done, given up, or cancelled.

    Args:
        attempt: raises ``TryAgain`` to be called once more.
        what: is done, for the message: "The download of sam.pth".
        settings: how patiently.
        control: its token ends a pause at once.

    Raises:
        DownloadFailed: it failed too often, or the server asks to wait for longer than the settings allow.
        Cancelled: asked to stop.
    """
    failures = 0
    while True:
        control.token.check()
        try:
            return attempt()
        except TryAgain as failure:
            failures = 1 if failure.progressed else failures + 1
            if failures > settings.tries:
                raise DownloadFailed(
                    f"{what} failed: {failure.reason}",
                    next_step="Try again later; what has come is kept, and the next try goes on from there",
                ) from failure
            pause_s = _pause_s(failure, failures=failures, what=what, settings=settings)
            _LOG.info("%s: %s; again in %.1f s", what, failure.reason, pause_s)
        control.step("wait", 0, 0)
        control.token.wait(pause_s)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to wait (RFC 9110, 10.2.3: seconds or a date); None where it is silent."""
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None


def _pause_s(failure: TryAgain, *, failures: int, what: str, settings: PullSettings) -> float:
    if failure.after_s is not None:
        if failure.after_s > settings.longest_pause_s:
            raise DownloadFailed(
                f"{what} has to wait: {failure.reason}, and asks for {failure.after_s:.0f} s",
                next_step="Try again after that; what has come is kept",
            ) from failure
        return failure.after_s
    pause_s = settings.backoff_s * 2.0 ** (failures - 1)
    spread = random.uniform(0.75, 1.25)  # several machines do not come back at the same moment
    return min(pause_s * spread, settings.longest_pause_s)
