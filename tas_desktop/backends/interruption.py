"""Stopping a network between two of its blocks, however it is built.

A full-size image tower takes seconds on a CPU; looking at the cancel flag between batches is then too
seldom. `watch_blocks` hangs a look before each block of a network once; what the look asks is set by
`stopping_when` for the thread that runs the network, so that two threads may share one.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from torch import nn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHECK: ContextVar[Callable[[], None] | None] = ContextVar("check", default=None)


def watch_blocks(network: nn.Module) -> int:
    """Look, before each block of a network, whether its work is still wanted.

    A block is a part of a list or sequence of parts that has parts itself: a transformer's layer, a
    ResNet's bottleneck.

    Args:
        network: any network; call once.

    Returns:
        How many blocks are watched.
    """
    blocks = {
        id(part): part
        for row in network.modules()
        if isinstance(row, nn.ModuleList | nn.Sequential)
        for part in row
        if next(part.children(), None) is not None
    }
    for block in blocks.values():
        block.register_forward_pre_hook(_look)
    return len(blocks)


@contextmanager
def stopping_when(check: Callable[[], None]) -> Iterator[None]:
    """Within, watched blocks that this thread runs call ``check`` first; what it raises ends the pass.

    Args:
        check: such as ``CancelToken.check``.
    """
    outer = _CHECK.set(check)
    try:
        yield
    finally:
        _CHECK.reset(outer)


def _look(_block: nn.Module, _inputs: object) -> None:
    check = _CHECK.get()
    if check is not None:
        check()
