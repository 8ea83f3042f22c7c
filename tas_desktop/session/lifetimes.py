"""Objects with threads of their own, held until they are closed.

Qt ends the program when a QThread goes while it runs, and an object whose last reference goes in another
thread is destroyed in that thread. Both depend on when Python lets go, which is no design: such an object
is held here from its start, and released by its own ``close`` once its threads have stopped.
"""

from __future__ import annotations

_held: set[object] = set()


def hold(thing: object) -> None:
    """Keep an object, whoever else lets go of it."""
    _held.add(thing)


def release(thing: object) -> None:
    """Its threads have stopped: it may go with its last other reference."""
    _held.discard(thing)
