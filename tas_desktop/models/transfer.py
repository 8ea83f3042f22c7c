"""Getting one file: on from where it stopped, checked on the way, in its place only when it is whole."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from tas_desktop.models.answers import expect_file
from tas_desktop.models.digests import CHUNK_BYTES
from tas_desktop.models.errors import ModelDamaged, NoRoom
from tas_desktop.models.parts import Origin, Part, validator_of
from tas_desktop.models.receipts import ReceivedFile
from tas_desktop.models.remote import ContentCheck
from tas_desktop.models.retries import TryAgain, keep_trying
from tas_desktop.models.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.models.pull_settings import PullSettings
    from tas_desktop.models.remote import RemoteFile
    from tas_desktop.models.wire import Answer

_RANGE: Final = re.compile(r"^bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)$")
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Transfer:
    """One file's way from a server to its place.

    Args:
        remote: the file.
        target: its place; beside it lies ``NAME.part`` until it is whole.
        settings: how patiently, with what token.
        control: may cancel; is told of pauses and of checking.
        show: is told how many bytes of this file there are, as they come.
    """

    def __init__(
        self,
        remote: RemoteFile,
        target: Path,
        *,
        settings: PullSettings,
        control: WorkControl,
        show: Callable[[int], None],
    ) -> None:
        self._remote = remote
        self._target = target
        self._settings = settings
        self._control = control
        self._show = show
        self._part = Part(target)
        self._check = ContentCheck(remote)
        self._checked_bytes = 0
        self._was_resumed = False
        self._furthest = self._part.size_bytes()

    def run(self) -> ReceivedFile:
        """Get the file.

        Raises:
            DownloadRefused: the server does not give it.
            DownloadFailed: it did not come, though tried again; the part is kept.
            ModelDamaged: what came, twice if a part of it was old, is not the published file.
            NoRoom: the disk is full; the part is kept.
            TargetNotWritable: the folder cannot be written.
            Cancelled: asked to stop; the part is kept.
        """
        self._target.parent.mkdir(parents=True, exist_ok=True)
        what = f"The download of {self._remote.name}"
        try:
            keep_trying(self._attempt, what=what, settings=self._settings, control=self._control)
            if not self._check.fits and self._was_resumed:
                # The old bytes may have been the wrong ones: a broken disk, or a server that lies of ranges.
                self._part.discard()
                self._furthest = 0
                keep_trying(self._attempt, what=what, settings=self._settings, control=self._control)
            return self._put_in_place()
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            raise NoRoom(
                f"The disk became full while {self._remote.name} was downloaded into {self._target.parent}",
                next_step="Free some space; what has come is kept, and the next try goes on from there",
            ) from error

    def _attempt(self) -> None:
        """One request; afterwards the part is whole."""
        have = self._usable_bytes()
        headers = self._settings.headers_for(self._remote.url)
        origin = self._part.origin()
        if have and origin is not None:
            headers["Range"] = f"bytes={have}-"
            if origin.validator:
                headers["If-Range"] = origin.validator
        with Wire(self._remote.url, headers=headers, settings=self._settings, control=self._control) as wire:
            answer = wire.answer()
            expect_file(answer, self._remote, resumed=bool(have))
            if answer.status == 416:
                self._take_as_whole(have)
                return
            start, total = self._start_of(answer, have)
            if start == 0:
                validator = validator_of(answer.headers)
                self._part.begin(Origin(self._remote.url, validator, total))
            self._hash_what_is_there(start)
            self._receive(wire, start=start, total=total)

    def _usable_bytes(self) -> int:
        """How much of an old part can be gone on with; without any, it is removed."""
        have, origin = self._part.size_bytes(), self._part.origin()
        sure = origin is not None and origin.url == self._remote.url
        sure = sure and bool(origin and (origin.validator or self._remote.checksum))
        if have and sure and (not self._remote.size_bytes or have <= self._remote.size_bytes):
            return have
        self._part.discard()
        return 0

    def _take_as_whole(self, have: int) -> None:
        """The server has nothing beyond what there is: then it is whole, or of another file."""
        origin = self._part.origin()
        if have in {self._remote.size_bytes, origin.size_bytes if origin else 0} - {0}:
            self._hash_what_is_there(have)
            return
        self._part.discard()
        raise TryAgain("the server's file has changed")

    def _start_of(self, answer: Answer, have: int) -> tuple[int, int]:
        """Where the body begins, and the length of the whole, 0 where nobody says."""
        known = self._remote.size_bytes
        if answer.status == 200:
            length = answer.headers.get("Content-Length", "")
            return 0, known or (int(length) if length.isdigit() else 0)
        found = _RANGE.match(answer.headers.get("Content-Range", "").strip())
        if found is None or int(found[1]) != have or (known and found[3] not in {"*", str(known)}):
            self._part.discard()
            raise TryAgain("the server sent another range than was asked for")
        return have, known or (int(found[3]) if found[3] != "*" else 0)

    def _hash_what_is_there(self, start: int) -> None:
        """Read an old part through, so that the check covers the whole file; ours went through it already."""
        self._was_resumed = start > 0
        if start and start == self._checked_bytes:
            return
        self._check, self._checked_bytes = ContentCheck(self._remote), 0
        if not start:
            return
        with self._part.file.open("rb") as stream:
            done = 0
            while done < start and (chunk := stream.read(min(CHUNK_BYTES, start - done))):
                self._check.add(chunk)
                done += len(chunk)
                self._control.step("check", done, start)
        self._checked_bytes = done
        self._show(start)

    def _receive(self, wire: Wire, *, start: int, total: int) -> None:
        done = start
        with self._part.file.open("ab") as stream:
            try:
                for chunk in wire.chunks():
                    done += len(chunk)
                    self._refuse_more(done, total)
                    stream.write(chunk)
                    self._check.add(chunk)
                    self._checked_bytes = done
                    self._show(done)
            except TryAgain as failure:
                failure.progressed = self._got_further(done)
                raise
            stream.flush()
            os.fsync(stream.fileno())
        if total and done < total:
            raise TryAgain("the connection broke off", progressed=self._got_further(done))

    def _got_further(self, done: int) -> bool:
        """Whether more is there than ever; a server that breaks off at the same byte is given up."""
        further = done > self._furthest
        self._furthest = max(self._furthest, done)
        return further

    def _refuse_more(self, done: int, total: int) -> None:
        if total and done > total:
            self._part.discard()
            raise TryAgain("the server sent more than the file's length")

    def _put_in_place(self) -> ReceivedFile:
        if not self._check.fits:
            self._part.discard()
            raise ModelDamaged(
                f"What came from {_host(self._remote.url)} as {self._remote.name} is not the published file: "
                "its checksum differs",
                next_step="Nothing was kept; try again, or from another mirror (HF_ENDPOINT)",
            )
        self._part.file.replace(self._target)
        self._part.forget()
        with suppress(OSError):  # not every system can sync a folder; the rename itself is done
            _sync(self._target.parent)
        return received(self._target, sha256=self._check.sha256, published=self._remote.checksum is not None)


def received(file: Path, *, sha256: str, published: bool) -> ReceivedFile:
    """The receipt's line for a file that was checked."""
    status = file.stat()
    return ReceivedFile(
        size_bytes=status.st_size, mtime_ns=status.st_mtime_ns, sha256=sha256, published=published
    )


def _host(url: str) -> str:
    return url.split("/")[2]


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
