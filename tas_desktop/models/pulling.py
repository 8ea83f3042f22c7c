"""Downloading a model. Nothing else in the program opens a connection, and this only when asked to."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tas_desktop.config.writing import not_writable
from tas_desktop.engine.control import WorkControl
from tas_desktop.models.claims import claim_model
from tas_desktop.models.consent import require_consent
from tas_desktop.models.digests import CHUNK_BYTES
from tas_desktop.models.entry import HubSource, UrlSource
from tas_desktop.models.errors import ModelUnknown, RemoteCodeRefused
from tas_desktop.models.hub import list_repository
from tas_desktop.models.parts import Part
from tas_desktop.models.places import ModelPlace, find_model, place_of_receipt
from tas_desktop.models.pull_settings import PullSettings
from tas_desktop.models.receipts import (
    Pending,
    Receipt,
    ReceivedFile,
    folder_of,
    read_pending,
    remove_strays,
    write_pending,
    write_receipt,
)
from tas_desktop.models.remote import Checksum, ContentCheck, RemoteFile
from tas_desktop.models.space import require_room
from tas_desktop.models.transfer import Transfer, received
from tas_desktop.models.wanted import refuse_remote_code

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.models.entry import ModelEntry


@dataclass(frozen=True, slots=True)
class _Order:
    """What a download fetches, decided before its first byte."""

    origin: str
    revision: str
    files: tuple[RemoteFile, ...]


def pull(
    entry: ModelEntry, *, control: WorkControl | None = None, settings: PullSettings | None = None
) -> ModelPlace:
    """Download a model, or go on with a download that stopped; what is here already is not asked for again.

    Args:
        entry: what to download.
        control: is told of ``list``, ``download`` (bytes done of all), ``check`` (bytes of an old part read
            through) and ``wait`` (a pause before another try). The first ``download`` counts what had come
            before. Its token ends everything within a second; what has come is kept.
        settings: from where and how; those of the environment when left out.

    Raises:
        LicenceNotAccepted: see :mod:`tas_desktop.models.consent`.
        ModelBusy: another process is at it.
        NoRoom: the disk has not enough room, before or on the way.
        DownloadRefused: the server does not give it.
        DownloadFailed: it did not come, though tried again; the next try goes on.
        ModelDamaged: what came is not what was published; it is not kept.
        RemoteCodeRefused: it asks to run its own code; it is not kept.
        TargetNotWritable: the folder cannot be written.
        Cancelled: asked to stop.
    """
    control, settings = control or WorkControl(), settings or PullSettings.from_environment()
    place = find_model(entry.model_id)
    if place is not None:
        return place
    require_consent(entry)
    with claim_model(entry.model_id):
        place = find_model(entry.model_id)  # another process may have brought it meanwhile
        if place is not None:
            return place
        order = _order(entry, settings=settings, control=control)
        return _Pull(entry, order, settings=settings, control=control).run()


def _order(entry: ModelEntry, *, settings: PullSettings, control: WorkControl) -> _Order:
    source = entry.source
    if source is None:
        raise ModelUnknown(
            f"{entry.title} is a model of your own: there is nowhere to download it from",
            next_step=f"Bring it in again: tas-desktop models import PATH --as {entry.model_id}",
        )
    if isinstance(source, UrlSource):
        checksum = Checksum("sha256", source.sha256) if source.sha256 else None
        return _Order(source.url, "", (RemoteFile(source.name, source.url, source.size_bytes, checksum),))
    origin = f"hub:{source.repo}"
    pending = read_pending(entry.model_id)
    if not source.revision and pending is not None and pending.origin == origin:
        source = replace(source, revision=pending.revision)
    listing = list_repository(source, settings=settings, control=control)
    return _Order(origin, listing.commit, listing.files)


class _Pull:
    """A download of several files, one after the other."""

    def __init__(
        self, entry: ModelEntry, order: _Order, *, settings: PullSettings, control: WorkControl
    ) -> None:
        self._entry = entry
        self._order = order
        self._settings = settings
        self._control = control
        self._folder = folder_of(entry.model_id)
        self._total = sum(file.size_bytes for file in order.files)
        self._done = 0

    def run(self) -> ModelPlace:
        have = sum(self._bytes_there(file) for file in self._order.files)
        require_room(self._folder, needed_bytes=max(0, self._total - have), title=self._entry.title)
        note = Pending(origin=self._order.origin, revision=self._order.revision, size_bytes=self._total)
        write_pending(self._entry.model_id, note)
        try:
            self._control.step("download", have, self._total)
            files = {file.name: self._fetch(file) for file in self._order.files}
        except RemoteCodeRefused:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        except OSError as error:
            raise not_writable(self._folder, error) from error
        finally:
            if not any(self._bytes_there(file) for file in self._order.files):
                shutil.rmtree(self._folder, ignore_errors=True)  # nothing came that could be gone on with
        receipt = Receipt(
            model_id=self._entry.model_id,
            origin=self._order.origin,
            revision=self._order.revision,
            licence=self._entry.licence,
            files=files,
        )
        write_receipt(receipt)
        remove_strays(receipt)
        return place_of_receipt(receipt)

    def _fetch(self, file: RemoteFile) -> ReceivedFile:
        target = self._folder / file.name
        known = self._already_there(file, target)
        if known is None:
            transfer = Transfer(file, target, settings=self._settings, control=self._control, show=self._show)
            known = transfer.run()
        if isinstance(self._entry.source, HubSource) and known.size_bytes <= CHUNK_BYTES:
            refuse_remote_code(file.name, target.read_bytes(), where=self._entry.source.repo)
        self._done += known.size_bytes
        self._show(0)
        return known

    def _already_there(self, file: RemoteFile, target: Path) -> ReceivedFile | None:
        """A file that an earlier try brought to its end, where its checksum says that it is the one."""
        if file.checksum is None or not target.is_file() or target.stat().st_size != file.size_bytes:
            return None
        check, done = ContentCheck(file), 0
        with target.open("rb") as stream:
            while chunk := stream.read(CHUNK_BYTES):
                check.add(chunk)
                done += len(chunk)
                self._control.step("check", done, file.size_bytes)
        if not check.fits:
            return None
        return received(target, sha256=check.sha256, published=True)

    def _bytes_there(self, file: RemoteFile) -> int:
        target = self._folder / file.name
        there = target.stat().st_size if target.is_file() else Part(target).size_bytes()
        return min(there, file.size_bytes) if file.size_bytes else there

    def _show(self, of_this_file: int) -> None:
        done = self._done + of_this_file
        self._control.step("download", done, max(self._total, done) if self._total else 0)
