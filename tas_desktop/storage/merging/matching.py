"""Which events and images of two projects are the same ones."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tas_desktop.domain.errors import InputRefused
from tas_desktop.storage.lineage import read_lineage
from tas_desktop.storage.models import Event, Image
from tas_desktop.storage.rows import EventKind, EventRow, Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Connection


_OF_EXPRESSIONS = frozenset(
    {
        EventKind.EXPRESSION_ADDED,
        EventKind.EXPRESSION_EDITED,
        EventKind.EXPRESSION_REMOVED,
        EventKind.DECIDED,
        EventKind.UNDONE,
        EventKind.REDONE,
    }
)


@dataclass(frozen=True, slots=True)
class KnownImage:
    """An image with everything that can tell it from others."""

    image_id: int
    keys: frozenset[tuple[str, ...]]


@dataclass(slots=True)
class Matched:
    """What of one project (*theirs*) is in another (*ours*) already, by id in theirs.

    Attributes:
        events, images, expressions, decisions: ids in ours; they grow while the rest is told.
    """

    events: dict[int, int] = field(default_factory=dict)
    images: dict[int, int] = field(default_factory=dict)
    expressions: dict[int, int] = field(default_factory=dict)
    decisions: dict[int, int] = field(default_factory=dict)


def read_log(connection: Connection) -> list[EventRow]:
    """The whole log, oldest first."""
    columns = [getattr(Event, name) for name in EventRow._fields]
    rows = connection.execute(select(*columns).order_by(Event.seq))
    kinds = {kind.value: kind for kind in EventKind}
    origins = {origin.value: origin for origin in Origin}
    try:
        return [EventRow._make((row[0], kinds[row[1]], *row[2:-1], origins[row[-1]])) for row in rows]
    except KeyError as error:
        raise InputRefused(
            f"The log tells of {error.args[0]!r}, which this version does not know",
            next_step="Update the program",
        ) from error


def match_events(ours: list[EventRow], theirs: list[EventRow], *, name: str) -> dict[int, int]:
    """Seq in theirs to seq in ours: of the common past, and of what an earlier merge brought.

    Args:
        ours: our log.
        theirs: their log.
        name: of their file, as ``project_name`` gives it.
    """
    by_seq = {event.seq: event for event in ours}
    known = {}
    for event in theirs:
        twin = by_seq.get(event.seq)
        if twin is not None and twin[1:4] == event[1:4] and twin.value == event.value:
            known[event.seq] = event.seq
    moments = {event.seq: event.created_at for event in theirs}
    for event in ours:
        told = json.loads(event.value or "{}") if event.kind is EventKind.MERGED else {}
        # Two copies of one file bear one name: only the one that was merged has the last event we know of.
        if told.get("name") == name and str(moments.get(told["last_seq"])) == told["last_moment"]:
            for first_theirs, first_ours, length in told["events"]:
                known |= {first_theirs + n: first_ours + n for n in range(length)}
    return known


def match_told_back(ours: list[EventRow], theirs: list[EventRow], matched: Matched) -> None:
    """Match further events by who did what at which microsecond: what we told them comes back this way."""
    left = [event for event in ours if event.kind in _OF_EXPRESSIONS]
    taken = set(matched.events.values())
    mine = _by_identity(event for event in left if event.seq not in taken)
    yours = _by_identity(e for e in theirs if e.kind in _OF_EXPRESSIONS and e.seq not in matched.events)
    for identity, found in yours.items():
        twins = mine.get(identity, [])
        if len(found) == len(twins) == 1:
            matched.events[found[0]] = twins[0]


def _by_identity(events: Iterable[EventRow]) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = {}
    for event in events:
        found.setdefault((*event[1:4], event.value), []).append(event.seq)
    return found


def match_ids(ours: list[EventRow], theirs: list[EventRow], matched: Matched) -> None:
    """Expressions and decisions whose events are the same are the same."""
    by_seq = {event.seq: event for event in ours}
    for event in theirs:
        twin = by_seq.get(matched.events.get(event.seq, 0))
        if twin is None:
            continue
        if event.kind is EventKind.EXPRESSION_ADDED and event.expression_id and twin.expression_id:
            matched.expressions[event.expression_id] = twin.expression_id
        elif event.kind is EventKind.DECIDED and event.decision_id and twin.decision_id:
            matched.decisions[event.decision_id] = twin.decision_id


def match_images(ours: list[KnownImage], theirs: list[KnownImage]) -> dict[int, int]:
    """Id in theirs to id in ours, of images that share content, place or place of origin."""
    owners: dict[tuple[str, ...], int] = {}
    for image in ours:
        for key in image.keys:
            owners.setdefault(key, image.image_id)
    found: dict[int, int] = {}
    taken: set[int] = set()
    # The surest sign first: where a picture came from, then its place, then what is in it.
    for sign in ("origin", "file", "content"):
        for image in theirs:
            owner = next((owners[key] for key in image.keys if key[0] == sign and key in owners), None)
            if owner is not None and image.image_id not in found and owner not in taken:
                found[image.image_id] = owner
                taken.add(owner)
    return found


def known_images(connection: Connection, *, resolve: Callable[[str], Path]) -> list[KnownImage]:
    """The images of a project with their signs.

    Args:
        connection: to the project.
        resolve: gives the place of a stored path.
    """
    lineage = read_lineage(connection)
    images = []
    for image_id, path, content_hash in connection.execute(
        select(Image.id, Image.path, Image.content_hash).order_by(Image.id)
    ):
        keys = {("origin", lineage.origin, lineage.paths.get(image_id, path)), ("file", str(resolve(path)))}
        if content_hash is not None:
            keys.add(("content", content_hash))
        if lineage.part and image_id not in lineage.paths:  # added to the part later
            keys = {key for key in keys if key[0] != "origin"}
        images.append(KnownImage(image_id, frozenset(keys)))
    return images


def project_name(connection: Connection) -> str:
    """A name that a project shares only with copies of its file."""
    lineage = read_lineage(connection)
    return lineage.part or lineage.origin


def in_runs(pairs: dict[int, int]) -> list[list[int]]:
    """Pairs of numbers as ``[first, first, length]`` where both go up by one."""
    runs: list[list[int]] = []
    for theirs, ours in sorted(pairs.items()):
        if runs and runs[-1][0] + runs[-1][2] == theirs and runs[-1][1] + runs[-1][2] == ours:
            runs[-1][2] += 1
        else:
            runs.append([theirs, ours, 1])
    return runs


def merged_value(name: str, told: dict[int, int], *, theirs: list[EventRow]) -> dict[str, Any]:
    """What the event of a merge says, so that the next one tells nothing twice."""
    last = theirs[-1]
    moment = str(last.created_at)
    return {"name": name, "last_seq": last.seq, "last_moment": moment, "events": in_runs(told)}
