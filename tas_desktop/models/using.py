"""Files and folders of the user's own that a profile names by path, without bringing them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.models.digests import remembered_sha256
from tas_desktop.models.errors import ModelDamaged
from tas_desktop.models.places import ModelPlace, digest_of
from tas_desktop.models.receipts import ReceivedFile
from tas_desktop.models.wanted import wanted_below

if TYPE_CHECKING:
    from pathlib import Path


def use_path(path: Path) -> ModelPlace:
    """A file or folder as a model: its files and their digest.

    Raises:
        ModelDamaged: it cannot be read, or holds no file that a model is made of.
    """
    try:
        files = (path,) if path.is_file() else wanted_below(path)
        known = {
            file.name if file == path else file.relative_to(path).as_posix(): ReceivedFile(
                size_bytes=file.stat().st_size,
                mtime_ns=file.stat().st_mtime_ns,
                sha256=remembered_sha256(file),
                published=False,
            )
            for file in files
        }
    except OSError as error:
        raise ModelDamaged(
            f"{path} cannot be read ({error.strerror})", next_step="Name another file in the profile"
        ) from error
    if not known:
        raise ModelDamaged(
            f"{path} holds no weights and no configuration", next_step="Name a folder that holds a model"
        )
    return ModelPlace("", path, files, "", digest_of(known), in_place=True)
