"""The category table as the standing events leave it, and what a name in the log is called now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, text

from tas_desktop.domain.category import FALLBACK_CATEGORY
from tas_desktop.storage.models import CATEGORIES_ONLY, CategoryRecord, Event
from tas_desktop.storage.projection import read_with_compensations, standing_events
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


def project_categories(session: Session) -> None:
    """Write the table anew from its events: the shipped one, then each edit that stands."""
    events = read_with_compensations(session, select(Event).where(text(CATEGORIES_ONLY)))
    rows = replay(standing_events(events))
    session.execute(delete(CategoryRecord))
    session.execute(insert(CategoryRecord), rows)


def replay(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Rows of the table after the events, by id.

    Undo in any order can leave two edits standing that claim one name: the earlier one has it.
    """
    rows: dict[int, dict[str, Any]] = {}
    for event in events:
        told = json.loads(event.value or "null")
        if event.kind == EventKind.CATEGORIES_SHIPPED:
            rows.update({row["id"]: dict(row) for row in told})
        elif event.kind == EventKind.CATEGORY_REMOVED and told["id"] in rows:
            rows[told["id"]]["removed"] = True
        elif event.kind == EventKind.CATEGORY_WRITTEN and not _is_taken(rows, told):
            _write(rows, told)
    return [rows[number] for number in sorted(rows)]


def read_aliases(connection: Connection) -> dict[str, str]:
    """What a name that the log gives is called now, where that is another one.

    A former name leads to the present one, the name of a removed category to ``object``.
    """
    aliases: dict[str, str] = {}
    live: set[str] = set()
    query = select(CategoryRecord.name, CategoryRecord.former_names, CategoryRecord.removed)
    # Removed ones first: where a name is in use again, its present owner has it.
    for name, former_names, removed in connection.execute(query.order_by(CategoryRecord.removed.desc())):
        aliases |= dict.fromkeys([name, *former_names], FALLBACK_CATEGORY if removed else name)
        if not removed:
            live.add(name)
    return {name: now for name, now in aliases.items() if name not in live}


def _is_taken(rows: dict[int, dict[str, Any]], told: dict[str, Any]) -> bool:
    return any(
        row["name"] == told["name"] and not row["removed"] and row["id"] != told["id"]
        for row in rows.values()
    )


def _write(rows: dict[int, dict[str, Any]], told: dict[str, Any]) -> None:
    before = rows.get(told["id"])
    former = [] if before is None else list(before["former_names"])
    if before is not None and before["name"] != told["name"]:
        former.append(before["name"])
    rows[told["id"]] = told | {"former_names": former, "removed": False}
