"""One file on a server, and how to tell that what came is it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a file's content must give.

    Attributes:
        kind: ``sha256`` of the content, or ``git``: the SHA-1 that git names a blob by, which is all the hub
            publishes of its small files.
        digest: in hexadecimal digits.
    """

    kind: Literal["sha256", "git"]
    digest: str


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a model on a server.

    Attributes:
        name: path below the model's folder, with forward slashes.
        url: where it is.
        size_bytes: its length; 0 where it is not known before.
        checksum: published, or None.
    """

    name: str
    url: str
    size_bytes: int = 0
    checksum: Checksum | None = None


class ContentCheck:
    """Hashes a file while it comes: its SHA-256, and what its published checksum is made of."""

    def __init__(self, remote: RemoteFile) -> None:
        self._checksum = remote.checksum
        self._sha256 = hashlib.sha256()
        self._git: Any = None
        if remote.checksum is not None and remote.checksum.kind == "git":
            self._git = hashlib.sha1(f"blob {remote.size_bytes}\0".encode(), usedforsecurity=False)

    def add(self, chunk: bytes) -> None:
        self._sha256.update(chunk)
        if self._git is not None:
            self._git.update(chunk)

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    @property
    def fits(self) -> bool:
        """Whether it is the published file; true where nothing is published."""
        if self._checksum is None:
            return True
        found = self._git.hexdigest() if self._git is not None else self.sha256
        return bool(found == self._checksum.digest)
