"""Pieces of work for the work process: what it imports in the child."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path

from tas_desktop.config.writing import written_aside
from tas_desktop.domain.errors import TargetNotWritable

LONGEST_S = 60.0


def count_to(control, *, number):
    """Report every step; return them all and the process that did it."""
    logging.getLogger("tests.works").warning("counting to %d", number)
    for step in range(number):
        control.step("count", step, number)
    return list(range(number)), os.getpid()


def wait_for_stop(control, *, target):
    """Write half a file, say so, and go on until somebody stops it."""
    with written_aside(target) as aside:
        aside.write_text("half")
        control.step("half", 1, 2)
        _spin(control.token.check)


def wait_deaf(control, *, target):
    """The same, without looking at the flag."""
    with written_aside(target) as aside:
        aside.write_text("half")
        control.step("half", 1, 2)
        _spin(lambda: None)


def die(control, *, target):
    """Write half a file, and end as a process does that the system kills."""
    with written_aside(target) as aside:
        aside.write_text("half")
        os._exit(7)


def refuse(control, *, target):
    """A condition of the world, in the middle of a file."""
    with written_aside(target):
        raise TargetNotWritable("the disk is full", next_step="Free some space")


def break_down(control):
    """A bug."""
    raise ZeroDivisionError("of the program")


def note_process(control, *, file):
    """Write down which process works, then go on until somebody stops it."""
    Path(file).write_text(str(os.getpid()))
    _spin(control.token.check)


def _spin(look):
    end = time.monotonic() + LONGEST_S
    while time.monotonic() < end:
        look()
        time.sleep(0.01)
