"""Pipelines that never come, or whose rankings do not get through to the window; of a model process."""

from __future__ import annotations

import sys
import threading

from tests.support.colour_pipeline import colour_pipeline


class Unreadable:
    """Pickles well, and raises where it is read."""

    def __reduce__(self):
        return _refuse, ()


def _refuse():
    raise ValueError("nobody can read this")


def endless_pipeline():
    """Says that it is loading, and never has been."""
    sys.stdout.write("loading\n")
    sys.stdout.flush()
    threading.Event().wait(24 * 3600)


def unpicklable_pipeline():
    """Ranks into something that no process can send."""
    return _ranking_into(threading.Lock())


def unreadable_pipeline():
    """Ranks into something that no process can read."""
    return _ranking_into(Unreadable())


def _ranking_into(outcome):
    pipeline = colour_pipeline()
    pipeline.rank = lambda *_arguments, **_options: outcome
    return pipeline
