"""Notes that a batch has begun, so that one which was killed is offered again.

What is done stands in the project; a note only says that somebody wanted more. It lies with the user's own
data, not in the project, which may belong to several people. It may be lost at no cost.
"""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from tas_desktop.config.writing import replace_file
from tas_desktop.domain.errors import KnownError
from tas_desktop.storage.signed_lock import Holder

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger(__name__)


class _Note(BaseModel):
    model_config = ConfigDict(frozen=True)

    project: str
    by: Holder


class UnfinishedBatches:
    """Reads and writes the notes.

    Args:
        folder: where they lie; made with the first one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, project: Path) -> None:
        """A batch of this project begins; whoever sees its end calls ``forget``."""
        note = _Note(project=str(project.absolute()), by=Holder.me())
        try:
            replace_file(self._file(project), note.model_dump_json().encode("utf-8"))
        except KnownError as error:
            _LOG.warning("A batch that is killed will not be offered again: %s", error)

    def wants_more(self, project: Path) -> bool:
        """Whether a batch of this project was begun and neither ended nor is still running."""
        try:
            note = _Note.model_validate_json(self._file(project).read_bytes())
        except (OSError, ValidationError):
            return False
        return note.by.is_gone

    def forget(self, project: Path) -> None:
        """Nobody wants more of this project."""
        try:
            self._file(project).unlink(missing_ok=True)
        except OSError as error:
            _LOG.warning("A batch's note cannot be removed: %s", error)

    def _file(self, project: Path) -> Path:
        place = str(project.absolute()).encode("utf-8", "surrogateescape")
        return self._folder / f"{hashlib.sha256(place).hexdigest()[:32]}.json"
