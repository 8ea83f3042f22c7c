"""One process at a time on a model's folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tas_desktop.config.writing import not_writable
from tas_desktop.models.errors import ModelBusy
from tas_desktop.models.receipts import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def claim_model(model_id: str) -> Iterator[None]:
    """Be the one who changes a model, until the block ends or the process does, however it does.

    Raises:
        ModelBusy: another process downloads or removes it.
        TargetNotWritable: the folder of models cannot be written.
    """
    import filelock

    folder = folder_of(model_id)
    lock = filelock.FileLock(folder.with_name(f".{folder.name}.lock"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except filelock.Timeout as error:
        raise ModelBusy(
            f"{model_id} is being downloaded or removed by another program",
            next_step="Wait for it to end, or stop it there",
        ) from error
    except OSError as error:
        raise not_writable(folder, error) from error
    try:
        yield
    finally:
        lock.release()
