"""A server on this machine that gives model files as their makers' servers do, and fails as they do.

It speaks plain HTTP, and as much of the hub's interface as ``huggingface_hub`` uses: what a repository holds
at a revision, and its files, the large ones by a redirect to another address.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from tests.support.patience import PATIENCE_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BLOCK = 2**14
LARGE_BYTES = 1000
"""Files of a repository from this length are kept as LFS keeps them: with a SHA-256, at another address."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one request.

    Attributes:
        status: answered in place of the file; 0 answers the file.
        headers: sent with it.
        stop_after: bytes of the body after which the connection ends; None sends all.
        stall_after: bytes of the body after which nothing comes until the server closes; None never stalls.
    """

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    stop_after: int | None = None
    stall_after: int | None = None


@dataclass
class ServedFile:
    """A file and how it is given.

    Attributes:
        content: its bytes.
        etag: sent as it is; None sends none.
        ranges: whether a range of it can be asked for.
        says_length: whether ``Content-Length`` is sent; without, the connection's end is the file's.
        faults: of the next requests, one each.
        token: that has to come with a request; empty asks for none.
        redirect: an address that a request is sent on to; empty answers here.
    """

    content: bytes = b""
    etag: str | None = None
    ranges: bool = True
    says_length: bool = True
    faults: deque[Fault] = field(default_factory=deque)
    token: str = ""
    redirect: str = ""


@dataclass(frozen=True)
class Request:
    """One request that came."""

    path: str
    headers: Mapping[str, str]

    @property
    def first_byte(self) -> int:
        """Where the range asked for begins."""
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        return int(found[1]) if found else 0


class ModelServer:
    """Serves files by path; ``with serving() as server``."""

    def __init__(self) -> None:
        self.files: dict[str, ServedFile] = {}
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def run(self) -> None:
        self._http.serve_forever(poll_interval=0.02)

    def close(self) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()

    def add(self, path: str, content: bytes, **how: Any) -> ServedFile:
        """Serve a file, with an ETag of its content unless told otherwise."""
        how.setdefault("etag", f'"{hashlib.md5(content).hexdigest()}"')
        self.files[path] = ServedFile(content, **how)
        return self.files[path]

    def asked_for(self, ending: str) -> list[Request]:
        return [request for request in self.requests if request.path.endswith(ending)]

    def add_repository(
        self,
        name: str,
        files: Mapping[str, bytes],
        *,
        commit: str = "c" * 40,
        token: str = "",
        elsewhere: ModelServer | None = None,
        licence: str = "mit",
    ) -> None:
        """Serve a repository of the hub at a commit, which is also its newest.

        Args:
            name: ``owner/name``.
            files: their content by name.
            commit: 40 hexadecimal digits.
            token: that reading the files takes; empty makes it public.
            elsewhere: the server that the large files are given by.
            licence: of its card.
        """
        siblings: list[dict[str, Any]] = []
        for file, content in files.items():
            sha256 = hashlib.sha256(content).hexdigest()
            blob = hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest()
            sibling: dict[str, Any] = {"rfilename": file, "size": len(content), "blobId": blob}
            place = f"/{name}/resolve/{commit}/{file}"
            served = self.add(place, content, token=token)
            if len(content) >= LARGE_BYTES:
                sibling["lfs"] = {"sha256": sha256, "size": len(content), "pointerSize": 130}
                if elsewhere is not None:
                    elsewhere.add(f"/lfs/{sha256}", content)
                    served.redirect = f"{elsewhere.url}/lfs/{sha256}?signature=secret"
            siblings.append(sibling)
        listing = {
            "id": name,
            "sha": commit,
            "siblings": siblings,
            "cardData": {"license": licence},
            "gated": bool(token),
        }
        for place in (f"/api/models/{name}", f"/api/models/{name}/revision/{commit}"):
            self.add(place, json.dumps(listing).encode())


@contextmanager
def serving() -> Iterator[ModelServer]:
    """A server at work for the block."""
    server = ModelServer()
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(PATIENCE_S)


def _handler_of(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            headers = {name.title(): value for name, value in self.headers.items()}
            server.requests.append(Request(path, headers))
            with suppress(ConnectionError):
                _answer(self, server, server.files.get(path))

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


def _answer(handler: BaseHTTPRequestHandler, server: ModelServer, file: ServedFile | None) -> None:
    given = handler.headers.get("Authorization", "").removeprefix("Bearer ")
    if file is None:
        _say(handler, 404, {"X-Error-Code": "EntryNotFound"})
        return
    if file.token and given != file.token:
        _say(handler, 403 if given else 401, {"X-Error-Code": "GatedRepo"})
        return
    fault = file.faults.popleft() if file.faults else Fault()
    if fault.status:
        _say(handler, fault.status, fault.headers)
        return
    if file.redirect:
        _say(handler, 302, {"Location": file.redirect})
        return
    _send(handler, server, file, fault)


def _say(handler: BaseHTTPRequestHandler, status: int, headers: Mapping[str, str]) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": "0", **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()


def _send(handler: BaseHTTPRequestHandler, server: ModelServer, file: ServedFile, fault: Fault) -> None:
    start = Request("", dict(handler.headers.items())).first_byte if file.ranges else 0
    if handler.headers.get("If-Range", file.etag) != file.etag:
        start = 0
    total = len(file.content)
    if start and start >= total:
        _say(handler, 416, {"Content-Range": f"bytes */{total}"})
        return
    body = file.content[start:]
    handler.send_response(206 if start else 200)
    if start:
        handler.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
    if file.etag is not None:
        handler.send_header("ETag", file.etag)
    if file.says_length:
        handler.send_header("Content-Length", str(len(body)))
    for name, value in fault.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.close_connection = not file.says_length or fault.stop_after is not None
    limit = min((n for n in (fault.stop_after, fault.stall_after) if n is not None), default=len(body))
    for at in range(0, min(limit, len(body)), BLOCK):
        handler.wfile.write(body[at : min(at + BLOCK, limit)])
    handler.wfile.flush()
    if fault.stall_after is not None:
        server.closing.wait(PATIENCE_S)
        handler.close_connection = True
