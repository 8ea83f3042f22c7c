"""Taking a model off this machine."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tas_desktop.config.disk_use import folder_bytes
from tas_desktop.config.writing import not_writable
from tas_desktop.models.claims import claim_model
from tas_desktop.models.errors import ModelMissing
from tas_desktop.models.receipts import folder_of

if TYPE_CHECKING:
    from tas_desktop.models.entry import ModelEntry


def remove(entry: ModelEntry) -> int:
    """Remove what was downloaded or copied of a model; a file used in place stays, and is only forgotten.

    Returns:
        Bytes freed.

    Raises:
        ModelMissing: there is nothing of it.
        ModelBusy: it is being downloaded.
        TargetNotWritable: it cannot be removed.
    """
    folder = folder_of(entry.model_id)
    if not folder.is_dir():
        raise ModelMissing(f"There is nothing of {entry.title} to remove")
    with claim_model(entry.model_id):
        freed = folder_bytes(folder)
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise not_writable(folder, error) from error
    return freed
