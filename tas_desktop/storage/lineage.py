"""Which projects come from one: their first event is the same, and parts say where their images were.

A project needs no name of its own for that: its first event bears a moment to the microsecond, and a part
or a copy of the file carries that event along.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tas_desktop.storage.models import Event
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a project comes from.

    Attributes:
        origin: the same for a project, its copies and its parts.
        part: id of the part that it is; empty for a whole project.
        paths: for a part, the paths its images had in the project it was split from, by image id.
    """

    origin: str
    part: str
    paths: Mapping[int, str]


def read_lineage(connection: Connection) -> Lineage:
    """Where the project comes from, as its log tells."""
    first = connection.execute(select(Event.kind, Event.created_at).order_by(Event.seq).limit(1)).first()
    origin = "" if first is None else f"{first.kind} {first.created_at.isoformat()}"
    split = connection.execute(
        select(Event.value).where(Event.kind == EventKind.SPLIT_OFF).order_by(Event.seq.desc()).limit(1)
    ).scalar_one_or_none()
    if split is None:
        return Lineage(origin, "", {})
    told: dict[str, Any] = json.loads(split)
    paths = {int(image_id): str(path) for image_id, path in told["paths"].items()}
    return Lineage(origin, str(told["part"]), paths)
