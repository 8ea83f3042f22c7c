"""Starting a victim, and killing it: by its own hand at a chosen step, or from outside at a random moment."""

from __future__ import annotations

import contextlib
import json
import os
import random
import select
import signal
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

STUCK_S = 180.0
# What a random moment is drawn from, counted from the victim's word that it is at work: so many times what it
# took to get there, which is its first operation for the window and the mere start for a command.
SPANS = {"accept": 2.0, "edit": 4.0, "export": 20.0, "batch": 30.0}
LEAST_SPAN_S = 0.4
STEPS = {"accept": 40, "edit": 90, "export": 8, "batch": 40}


@dataclass
class Death:
    """One kill.

    Attributes:
        scenario: what the victim was busy with.
        chosen: at a chosen step of its own, or at a random moment from outside.
        lines: everything it had said.
        error: why it ended otherwise than by SIGKILL; empty when it did not.
    """

    scenario: str
    chosen: bool
    lines: list[dict[str, Any]] = field(default_factory=list)
    error: str = ""

    @property
    def hit(self) -> str:
        """What the kill hit, for people."""
        step = next((x for x in reversed(self.lines) if x["kind"] in {"sql", "file"}), None)
        operation = next((x for x in reversed(self.lines) if x["kind"] == "op"), None)
        name = "start" if operation is None else str(operation["name"])
        if self.lines and self.lines[-1]["kind"] in {"committed", "exported", "batched", "opened"}:
            return f"after {name} was done"
        if self.lines and self.lines[-1]["kind"] in {"op", "armed"}:
            return f"{name}: before its first write"
        return (
            f"{name}: {'in transaction' if self.in_transaction else 'last'}, {step['what'] if step else '-'}"
        )

    @property
    def in_transaction(self) -> bool:
        """Whether it died between BEGIN and COMMIT."""
        last = next((x["what"] for x in reversed(self.lines) if x["kind"] == "sql"), "COMMIT")
        return not last.startswith(("COMMIT", "ROLLBACK"))


def kill_one(scenario: str, project: Path, home: Path, *, chosen: bool, rng: random.Random) -> Death:
    """Start a process, let it work on the project, kill it, and return what it had said."""
    reading, writing = os.pipe()
    dies_at = rng.randint(1, STEPS[scenario]) if chosen else None
    process = os.fork()
    if process == 0:
        os.close(reading)
        _be_victim(scenario, project, home, writing, dies_at=dies_at)
    os.close(writing)
    death = Death(scenario, chosen)
    status = _watch(process, reading, death, share=None if chosen else rng.random())
    os.close(reading)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        told = next((line["text"] for line in death.lines if line["kind"] == "error"), "it ended by itself")
        death.error = f"status {status}: {told}"
    return death


def _watch(process: int, reading: int, death: Death, *, share: float | None) -> int:
    """Collect what the victim says until it is dead; return its wait status.

    Args:
        process: the victim.
        reading: where it is heard.
        death: gets what it says.
        share: how far into the scenario's span it is killed, 0 to 1; None leaves that to itself.
    """
    buffer, began = b"", time.monotonic()
    give_up = began + STUCK_S
    kill_at: float | None = None
    while True:
        now = time.monotonic()
        due = give_up if kill_at is None else kill_at
        if now >= due:
            if kill_at is None:
                death.error = "it got stuck"
            os.kill(process, signal.SIGKILL)
            kill_at, give_up = None, now + STUCK_S
        if not select.select([reading], [], [], max(0.0, min(due - now, 1.0)))[0]:
            continue
        part = os.read(reading, 65536)
        if not part:
            break
        buffer += part
        *whole, buffer = buffer.split(b"\n")
        for line in whole:
            death.lines.append(json.loads(line))
            now, kind = time.monotonic(), death.lines[-1]["kind"]
            if kind == "opened":
                began = now
            elif share is not None and kill_at is None and kind == "armed":
                kill_at = now + share * max(LEAST_SPAN_S, SPANS[death.scenario] * (now - began))
    return os.waitpid(process, 0)[1]


def _be_victim(scenario: str, project: Path, home: Path, pipe: int, *, dies_at: int | None) -> None:
    """The child's whole life; never returns."""
    from killing.scenarios import SCENARIOS
    from killing.witness import Witness

    witness = Witness(pipe, dies_at=dies_at)
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        witness.watch_database()
        SCENARIOS[scenario](project, home, witness)
    except BaseException:  # noqa: BLE001 - told to the parent, which fails the run
        with contextlib.suppress(OSError):
            witness.tell("error", text=traceback.format_exc()[-1500:])
    os._exit(70)
