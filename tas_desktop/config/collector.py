"""Python's cycle collector in a program that holds lists of 100,000 rows."""

from __future__ import annotations

import gc

YOUNG = 20_000  # new containers before the first look; the interpreter's own 700 suits small scripts


def calm_collector() -> None:
    """Look for garbage cycles less often, and never among what the program has built at its start.

    Each full look walks through everything that is alive and holds the interpreter, so the window too. With
    100,000 rows read the rows of a project cost three times as much as without.
    """
    gc.set_threshold(YOUNG, 20, 50)
    gc.freeze()
