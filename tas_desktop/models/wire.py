"""Bytes over HTTP, read by a thread of their own.

A read that waits for the network cannot be interrupted, and neither can a look-up of a name: so both happen
in a daemon thread, and the caller looks for chunks, for a wish to cancel and for a stall ten times a second.
Once it leaves, the thread closes its connection and ends, at the latest with its own timeout. It touches no
file.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from tas_desktop import __version__
from tas_desktop.models.retries import TryAgain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import httpx2

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.models.pull_settings import PullSettings

_LOOK_S: Final = 0.1
_QUEUED_CHUNKS: Final = 64
_LEAST_BYTES: Final = 1024
"""A connection that brings fewer within the stall time is as good as dead."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, before its body.

    Attributes:
        status: the HTTP status.
        headers: names are looked up in any case.
        secure: whether every address on the way was an ``https`` one.
    """

    status: int
    headers: Mapping[str, str]
    secure: bool


class Wire:
    """One request and its answer; a context that ends the connection.

    Args:
        url: where to.
        headers: beside our own.
        settings: how patiently.
        control: its token is looked at while waiting.
    """

    def __init__(
        self, url: str, *, headers: Mapping[str, str], settings: PullSettings, control: WorkControl
    ) -> None:
        self._url = url
        self._headers = {
            "User-Agent": f"tas-desktop/{__version__}",
            "Accept-Encoding": "identity",  # lengths and ranges count the file's own bytes
            **headers,
        }
        self._settings = settings
        self._control = control
        self._queue: queue.Queue[Answer | bytes | TryAgain | None] = queue.Queue(_QUEUED_CHUNKS)
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._read, name="download", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()

    def answer(self) -> Answer:
        """The status and the headers.

        Raises:
            TryAgain: no connection, or no answer in time.
            Cancelled: asked to stop.
        """
        item = self._next(self._settings.connect_s + self._settings.stall_s)
        if not isinstance(item, Answer):
            raise TryAgain("the server did not answer")
        return item

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes, to its end or the connection's, which look alike where no length was said.

        Raises:
            TryAgain: the connection broke, or brings next to nothing.
            Cancelled: asked to stop.
        """
        since, brought = time.monotonic(), 0
        while True:
            item = self._next(self._settings.stall_s)
            if not isinstance(item, bytes):
                return
            brought += len(item)
            if time.monotonic() - since > self._settings.stall_s:
                if brought < _LEAST_BYTES:
                    raise TryAgain("the connection brought next to nothing")
                since, brought = time.monotonic(), 0
            yield item

    def _next(self, limit_s: float) -> Answer | bytes | None:
        end = time.monotonic() + limit_s
        while True:
            self._control.token.check()
            try:
                item = self._queue.get(timeout=_LOOK_S)
            except queue.Empty:
                if time.monotonic() > end:
                    raise TryAgain("the server went silent") from None
                continue
            if isinstance(item, TryAgain):
                raise item
            return item

    def _read(self) -> None:
        """What the thread does: hand on the answer, the chunks and what went wrong."""
        import httpx2

        patience = httpx2.Timeout(self._settings.stall_s, connect=self._settings.connect_s)
        try:
            with (
                httpx2.Client(follow_redirects=True, timeout=patience) as client,
                client.stream("GET", self._url, headers=self._headers) as response,
            ):
                self._put(_answer_of(response))
                for chunk in response.iter_raw():
                    if not self._put(chunk):
                        return
            self._put(None)
        except httpx2.HTTPError as error:
            self._put(TryAgain(_reason(error)))
        except (httpx2.InvalidURL, OSError, ValueError) as error:
            self._put(TryAgain(str(error) or type(error).__name__))

    def _put(self, item: Answer | bytes | TryAgain | None) -> bool:
        """Hand something on; False once nobody is there to take it."""
        while not self._left.is_set():
            try:
                self._queue.put(item, timeout=_LOOK_S)
            except queue.Full:
                continue
            return True
        return False


def _answer_of(response: httpx2.Response) -> Answer:
    on_the_way = [*response.history, response]
    return Answer(
        status=response.status_code,
        headers=response.headers,
        secure=all(one.url.scheme == "https" for one in on_the_way),
    )


def _reason(error: Any) -> str:
    """What went wrong, without the address, which may carry a signature."""
    import httpx2

    reasons = {
        httpx2.ConnectTimeout: "no connection in time",
        httpx2.ReadTimeout: "the server went silent",
        httpx2.ConnectError: "no connection to the server",
        httpx2.ProxyError: "the proxy refused",
        httpx2.RemoteProtocolError: "the connection broke off",
        httpx2.ReadError: "the connection broke off",
        httpx2.TooManyRedirects: "the server sends from one address to the next",
    }
    said = next((text for kind, text in reasons.items() if isinstance(error, kind)), "the connection failed")
    detail = str(error) if isinstance(error, (httpx2.ConnectError, httpx2.ProxyError)) else ""
    return f"{said} ({detail})" if detail else said
