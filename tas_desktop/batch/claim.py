"""One batch at a time on a project: a second one would do the same pictures and store them twice."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tas_desktop.storage.errors import ProjectBusy, ProjectReadOnly, not_written
from tas_desktop.storage.signed_lock import SignedLock, read_holder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.signed_lock import Holder

SUFFIX = ".batch.lock"


@contextmanager
def claim_batch(store: ProjectStore) -> Iterator[None]:
    """Be the one batch of a project, until the block ends or the process does, however it does.

    Raises:
        ProjectReadOnly: the project cannot be written.
        ProjectBusy: another batch is at work; the message names its process and its machine.
        TargetNotWritable: nothing can be written beside the project.
    """
    refuse_read_only(store)
    lock = SignedLock(store.file.with_name(store.file.name + SUFFIX))
    try:
        handle = lock.try_take()
    except OSError as error:
        raise not_written(store.file, error) from error
    if handle is None:
        raise ProjectBusy(
            f"{store.file.name} has a batch at work already: {_name(read_holder(lock.file))}",
            next_step="Wait for it to end, or stop it there; what it has done is in the project already",
        )
    try:
        yield
    finally:
        os.close(handle)
        lock.remove_unless_held()


def _name(holder: Holder | None) -> str:
    """Process and machine, also where that is this one: the person may look for it in a list of processes."""
    if holder is None:
        return "another program"
    return f"{holder.program or 'a program'} (process {holder.pid} on {holder.host})"


def refuse_read_only(store: ProjectStore) -> None:
    """Raise ``ProjectReadOnly``, with the reason, for a project that cannot be written."""
    if store.read_only_reason is not None:
        raise ProjectReadOnly(
            f"{store.file.name} is open for reading only: {store.read_only_reason}",
            next_step="Work on a copy, or on a machine that can write it",
        )
