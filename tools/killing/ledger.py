"""What the victims said was committed, and whether the project still has it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from killing.victims import Death

MOST_UNREPORTED = 2  # events of the one operation under way: an added expression and its decision


@dataclass
class Ledger:
    """Everything that was ever reported as committed to one project.

    Attributes:
        file: the project.
        events: by seq: kind, expression id, value.
        masks: by expression text: run lengths of the mask that was on the screen.
        reports_all: whether victims report every event, so that a stray one is a fault.
    """

    file: Path
    reports_all: bool = True
    events: dict[int, tuple[str, int | None, str | None]] = field(default_factory=dict)
    masks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, file: Path, *, reports_all: bool = True) -> Ledger:
        """A ledger that starts with what the project has now."""
        ledger = cls(file, reports_all=reports_all)
        ledger.events = ledger._read_events()
        return ledger

    def settle(self, death: Death) -> list[str]:
        """Take over what a victim had said, look into the project, and return what is wrong."""
        for line in death.lines:
            if line["kind"] == "committed":
                self.events |= {seq: (kind, owner, value) for seq, kind, owner, value in line["events"]}
            elif line["kind"] == "op" and line.get("counts"):
                self.masks[line["text"]] = line["counts"]
        try:
            faults = self._look()
        except Exception as error:  # noqa: BLE001 - whatever it is, the project cannot be read
            return [f"unreadable: {type(error).__name__}: {error}"]
        return faults

    def _look(self) -> list[str]:
        found = self._read_events()
        lost = [seq for seq, event in self.events.items() if found.get(seq) != event]
        faults = [f"lost: event {seq} {self.events[seq]}" for seq in lost]
        fresh = {seq: event for seq, event in found.items() if seq not in self.events}
        if self.reports_all and len(fresh) > MOST_UNREPORTED:
            faults.append(f"{len(fresh)} events nobody reported: {fresh}")
        self.events |= fresh
        with closing(sqlite3.connect(self.file)) as connection:
            faults += _broken_rules(connection)
            faults += self._wrong_masks(connection)
        return faults

    def _read_events(self) -> dict[int, tuple[str, int | None, str | None]]:
        from tas_desktop.storage.project import ProjectStore

        with ProjectStore.open(self.file) as store:
            if store.read_only_reason is not None:
                raise OSError(store.read_only_reason)
            return {e.seq: (e.kind.value, e.expression_id, e.value) for e in store.events_since(0)}

    def _wrong_masks(self, connection: sqlite3.Connection) -> list[str]:
        rows = connection.execute(
            "SELECT d.text, m.counts FROM decisions d JOIN decision_masks m ON m.decision_id = d.id "
            "WHERE d.annotator = 'kill test'"
        )
        return [
            f"not the mask on the screen: {t}" for t, counts in rows if self.masks.get(t, counts) != counts
        ]


def _broken_rules(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself and the project's own bookkeeping find wrong."""
    faults = [f"damaged: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"dangling: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    counted: dict[int, Counter[str]] = {}
    for image, status, number in connection.execute(
        "SELECT image_id, status, count(*) FROM expressions WHERE NOT removed GROUP BY image_id, status"
    ):
        counted.setdefault(image, Counter())[status] = number
    for image, total, decided in connection.execute("SELECT id, expression_count, decided_count FROM images"):
        have = counted.get(image, Counter())
        if (total, decided) != (have.total(), have.total() - have["undecided"]):
            faults.append(f"image {image} counts {total}/{decided}, its expressions say {dict(have)}")
    without = connection.execute(
        "SELECT text FROM expressions WHERE status = 'accepted' AND NOT removed "
        "AND decision_id NOT IN (SELECT decision_id FROM decision_masks)"
    )
    return faults + [f"accepted without a mask: {row[0]}" for row in without]


class ExportCheck:
    """Whether the exported file is whole: the one of before, byte for byte, or a complete new one."""

    def __init__(self, target: Path, *, annotations: int) -> None:
        self._target, self._annotations = target, annotations
        self._before: bytes | None = None

    def settle(self) -> list[str]:
        """Return what is wrong with the file now."""
        if not self._target.exists():
            return [] if self._before is None else ["half-written: the file of before is gone"]
        content = self._target.read_bytes()
        if content == self._before:
            return []
        self._before = content
        try:
            found: dict[str, Any] = json.loads(content)
        except ValueError as error:
            return [f"half-written: {error}"]
        if len(found.get("annotations", ())) != self._annotations:
            return [f"half-written: {len(found.get('annotations', ()))} of {self._annotations} annotations"]
        return []
