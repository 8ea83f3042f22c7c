"""Processes of ours that must not outlive the one that started them."""

from __future__ import annotations

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """From now on end this process when the one that started it is gone, whatever it is busy with.

    A parent that was killed cannot stop its children: they would wait for work, or load models, for ever,
    and hold its standard output open. For processes of ``multiprocessing``; others are left alone.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, name="parent watch", daemon=True).start()
