"""Limits for what a test waits for: processes, threads and the lines that they write."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

# Longer than anything takes on a loaded machine, and within one test's time limit (pyproject.toml).
PATIENCE_S = 240.0


@contextmanager
def ended_after(process: subprocess.Popen[Any], *, seconds: float = PATIENCE_S) -> Iterator[None]:
    """Let a process live for the block and no longer than that; whoever reads from it comes to an end."""
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        process.kill()
        process.communicate(timeout=seconds)


def run_aside(work: Callable[..., object], *arguments: Any, **options: Any) -> threading.Thread:
    """Start work in a thread that keeps no process alive."""
    thread = threading.Thread(target=work, args=arguments, kwargs=options, daemon=True)
    thread.start()
    return thread


def join(*threads: threading.Thread) -> None:
    """Wait until the threads are done; fails where one is not in time."""
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive(), f"{thread.name} is still at work"
