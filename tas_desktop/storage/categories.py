"""The project's own category table: an edit is an event, the table what the standing edits leave.

A referent keeps the name that it was given; what the category of that name is called now, or that it was
removed, is looked up when it is read. So a rename costs the same with one referent and with a million.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from tas_desktop.domain.category import FALLBACK_CATEGORY, Category, CategoryTable
from tas_desktop.domain.errors import InputRefused
from tas_desktop.storage.log import append_event
from tas_desktop.storage.models import CATEGORIES_ONLY, CategoryRecord, Event
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from tas_desktop.storage.transactions import Transactions

_LONGEST_NAME = 100


class CategoryRefused(InputRefused):
    """The category's name is blank, too long or taken, or the table cannot do without it."""


class Categories:
    """Reads and edits the table; each edit is one undoable event.

    Names and synonyms are kept in lower case with single spaces.

    Raises:
        CategoryRefused: by each edit, with the reason.
    """

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def table(self) -> CategoryTable:
        """The categories in use, by id."""
        with self._transactions.read() as connection:
            return read_categories(connection)

    def add(
        self, name: str, *, annotator: str, supercategory: str = "", synonyms: Iterable[str] = ()
    ) -> Category:
        """Add a category; its id is one that the project never used."""
        with self._transactions.write() as session:
            connection = session.connection()
            known = _read(connection)
            added = Category(
                id=next_id(connection),
                name=_normal(name),
                supercategory=_normal(supercategory) if supercategory.strip() else "",
                synonyms=_normal_words(synonyms),
            )
            _write(session, added, known=known, annotator=annotator)
        return added

    def rename(self, name: str, *, to: str, annotator: str) -> Category:
        """Give a category another name; referents that bear the old one follow."""
        return self._change(name, annotator=annotator, name=_normal(to))

    def set_synonyms(self, name: str, *, synonyms: Iterable[str], annotator: str) -> Category:
        """Replace the further words that lead to a category."""
        return self._change(name, annotator=annotator, synonyms=_normal_words(synonyms))

    def set_group(self, name: str, *, group: str, annotator: str) -> Category:
        """Put a category into another group (COCO's supercategory); an empty one takes it out of any."""
        return self._change(name, annotator=annotator, supercategory=_normal(group) if group.strip() else "")

    def remove(self, name: str, *, annotator: str) -> int:
        """Take a category out of the table and return the event's seq; its referents become ``object``."""
        with self._transactions.write() as session:
            category = _find(_read(session.connection()), name)
            if category.name == FALLBACK_CATEGORY:
                raise _kept()
            return append_event(
                session,
                EventKind.CATEGORY_REMOVED,
                annotator=annotator,
                value=json.dumps({"id": category.id, "name": category.name}),
            )

    def _change(self, name: str, /, *, annotator: str, **changes: Any) -> Category:
        with self._transactions.write() as session:
            known = _read(session.connection())
            before = _find(known, name)
            if before.name == FALLBACK_CATEGORY and "name" in changes:
                raise _kept()
            after = replace(before, **changes)
            _write(session, after, known=known, annotator=annotator)
        return after


def read_categories(connection: Connection) -> CategoryTable:
    """The categories in use, by id."""
    return CategoryTable(tuple(_read(connection)))


def _read(connection: Connection) -> list[Category]:
    rows = connection.execute(
        select(CategoryRecord.id, CategoryRecord.name, CategoryRecord.supercategory, CategoryRecord.synonyms)
        .where(CategoryRecord.removed.is_(False))
        .order_by(CategoryRecord.id)
    )
    return [Category(number, name, group, tuple(words)) for number, name, group, words in rows]


def _write(session: Session, category: Category, *, known: list[Category], annotator: str) -> None:
    """Append the edit after looking whether another category has one of its words."""
    words = {category.name, *category.synonyms}
    for other in known:
        shared = words & {other.name, *other.synonyms} if other.id != category.id else set()
        if shared:
            raise CategoryRefused(
                f"{min(shared)!r} already leads to the category {other.name!r}",
                next_step="Choose another word, or take it from that category first",
            )
    value = {
        "id": category.id,
        "name": category.name,
        "supercategory": category.supercategory,
        "synonyms": list(category.synonyms),
    }
    append_event(session, EventKind.CATEGORY_WRITTEN, annotator=annotator, value=json.dumps(value))


def next_id(connection: Connection) -> int:
    """An id above all that were ever given, undone ones too: exports name categories by it."""
    told = connection.execute(select(Event.value).where(text(CATEGORIES_ONLY))).scalars()
    used = [json.loads(value) for value in told if value]
    rows = [row for value in used for row in (value if isinstance(value, list) else [value])]
    return max(int(row["id"]) for row in rows) + 1


def _find(known: list[Category], name: str) -> Category:
    wanted = _normal(name)
    for category in known:
        if category.name == wanted:
            return category
    raise CategoryRefused(
        f"The project has no category {wanted!r}", next_step="Look it up in the list of categories"
    )


def _kept() -> CategoryRefused:
    return CategoryRefused(
        f"{FALLBACK_CATEGORY!r} stays: it is the category of everything that no word leads anywhere else",
        next_step="Edit another category",
    )


def _normal_words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_normal(word) for word in words))


def _normal(name: str) -> str:
    normal = " ".join(name.lower().split())
    if not normal or len(normal) > _LONGEST_NAME:
        raise CategoryRefused(
            f"A category's name has 1 to {_LONGEST_NAME} characters", next_step="Choose a shorter word"
        )
    return normal
