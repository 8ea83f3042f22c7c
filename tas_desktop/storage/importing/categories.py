"""Bringing the categories of a file into a project's table."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category
from tas_desktop.storage import log
from tas_desktop.storage.categories import next_id, read_categories
from tas_desktop.storage.category_projection import project_categories
from tas_desktop.storage.rows import EventKind, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

LONGEST_NAME: Final = 100


def normal_name(name: str) -> str:
    """A category's name as projects have it: lower case, single spaces; ``object`` for a blank one."""
    return " ".join(name.lower().split())[:LONGEST_NAME].strip() or FALLBACK_CATEGORY


class ImportedCategories:
    """What the categories of a file are called in the project.

    Attributes:
        names: the project's name for each name of the file.
        added: those that are new to the project, as ``write`` adds them.
    """

    def __init__(self, session: Session, categories: Iterable[Category]) -> None:
        connection = session.connection()
        self._words = {
            word: known.name
            for known in read_categories(connection).categories
            for word in (*known.synonyms, known.name)
        }
        self._free_id = next_id(connection)
        self._first_free_id = self._free_id
        self.names: dict[str, str] = {}
        self.added: list[Category] = []
        for category in categories:
            self._take(category)

    def write(self, session: Session, *, annotator: str) -> None:
        """Add what is new, an event each."""
        now = datetime.now(UTC)
        event: dict[str, Any] = {
            "kind": EventKind.CATEGORY_WRITTEN,
            "annotator": annotator,
            "origin": Origin.IMPORT,
            "created_at": now,
        }
        if self.added:
            log.append_events(session, [event | {"value": _told(category)} for category in self.added])
            project_categories(session)

    def name_of(self, name: str) -> str:
        """The project's name for a name of the file; ``object`` for one that the file does not list."""
        return self.names.get(name, FALLBACK_CATEGORY)

    def renamed(self) -> list[tuple[str, str]]:
        """Names of the file that are words of another category here, with that one's name."""
        return [(name, known) for name, known in self.names.items() if normal_name(name) != known]

    def _take(self, category: Category) -> None:
        name = normal_name(category.name)
        known = self._words.get(name)
        if known is None:
            known = name
            synonyms = dict.fromkeys(normal_name(word) for word in category.synonyms)
            own = tuple(word for word in synonyms if word not in self._words and word != name)
            supercategory = normal_name(category.supercategory) if category.supercategory.strip() else ""
            self.added.append(Category(self._id_for(category.id), name, supercategory, own))
            self._words |= dict.fromkeys((name, *own), name)
        self.names[category.name] = known

    def _id_for(self, wanted: int) -> int:
        """The file's id where the project never used it, nor anything above."""
        taken = {category.id for category in self.added}
        if wanted < self._first_free_id or wanted in taken:
            wanted = self._free_id
        self._free_id = max(self._free_id, wanted + 1)
        return wanted


def _told(category: Category) -> str:
    return json.dumps(
        {
            "id": category.id,
            "name": category.name,
            "supercategory": category.supercategory,
            "synonyms": list(category.synonyms),
        }
    )
