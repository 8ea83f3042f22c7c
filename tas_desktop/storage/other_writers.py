"""What other processes wrote to the project while this one had it open.

Events bear no process: they would have to be kept for ever for a question that lasts a second. But whoever
writes holds the write lock, so the events of one transaction are consecutive. Those between two of ours are
somebody else's.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tas_desktop.storage.models import Event, ImageChange
from tas_desktop.storage.rows import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_BRINGS_IMAGES = frozenset({EventKind.IMAGES_ADDED})


@dataclass(frozen=True, slots=True)
class OthersChanges:
    """What other processes changed, so that a reader can refresh just that.

    Attributes:
        last_seq: seq of the newest event when this was read.
        image_ids: images with something new: expressions, decisions, predictions, path, split.
        images_added: whether there are new images.
        categories_changed: whether the category table may be another.
        annotators: who wrote, as far as they have a name.
    """

    last_seq: int
    image_ids: frozenset[int]
    images_added: bool
    categories_changed: bool
    annotators: frozenset[str]


class OtherWriters:
    """Keeps apart which events this process wrote; may be used from several threads.

    Args:
        last_seq: seq of the newest event when the project was opened.
    """

    def __init__(self, last_seq: int) -> None:
        self._seen = last_seq
        self._gaps: list[tuple[int, int]] = []  # (after, up to and with)
        self._lock = threading.Lock()

    def note_own_start(self, last_seq: int) -> None:
        """Our transaction begins, and this is the newest event: what we have not seen is not ours."""
        with self._lock:
            self._see(last_seq)

    def note_own_end(self, last_seq: int) -> None:
        """Our transaction was committed with this as its newest event."""
        with self._lock:
            self._seen = max(self._seen, last_seq)

    def take_gaps(self, last_seq: int) -> list[tuple[int, int]]:
        """Ranges of others' events since the last call, now that this is the newest event.

        To be asked only while no transaction of ours is under way.
        """
        with self._lock:
            self._see(last_seq)
            gaps, self._gaps = self._gaps, []
        return gaps

    def _see(self, last_seq: int) -> None:
        if last_seq > self._seen:
            self._gaps.append((self._seen, last_seq))
            self._seen = last_seq


def read_changes(connection: Connection, gaps: Iterable[tuple[int, int]]) -> OthersChanges | None:
    """What the events of these ranges are about; None where there are none."""
    found: set[tuple[int | None, str, str]] = set()
    last_seq = 0
    changed: set[int] = set()
    for after, last in gaps:
        within = (Event.seq > after, Event.seq <= last)
        query = select(Event.image_id, Event.kind, Event.annotator).where(*within)
        found |= {(row.image_id, row.kind, row.annotator) for row in connection.execute(query.distinct())}
        # An undo or redo changes what the event did that it is about.
        about = select(func.coalesce(Event.target_seq, Event.seq)).where(*within)
        changed.update(
            connection.scalars(select(ImageChange.image_id).where(ImageChange.event_seq.in_(about)))
        )
        last_seq = max(last_seq, last)
    if not found:
        return None
    kinds = {EventKind(kind) for _, kind, _ in found}
    undone = kinds & {EventKind.UNDONE, EventKind.REDONE}  # of what, is not worth another question
    return OthersChanges(
        last_seq=last_seq,
        image_ids=frozenset(changed | {image_id for image_id, _, _ in found if image_id is not None}),
        images_added=bool(kinds & _BRINGS_IMAGES),
        categories_changed=bool(undone) or any(kind.is_about_categories for kind in kinds),
        annotators=frozenset(name for _, _, name in found if name),
    )
