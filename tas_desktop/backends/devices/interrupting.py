"""Stopping a network within one of its blocks: a large image encoder takes many seconds on a CPU."""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torch import nn

    from tas_desktop.engine.control import CancelToken


@contextmanager
def checking_between(blocks: Iterable[nn.Module], token: CancelToken) -> Iterator[None]:
    """Look at the cancel flag before each of these blocks runs in this thread.

    Args:
        blocks: layers that are called one after the other, such as a transformer's.
        token: the flag; a block that finds it set raises ``Cancelled`` instead of running.
    """
    here = threading.get_ident()

    def look(_module: nn.Module, _inputs: tuple[object, ...]) -> None:
        if threading.get_ident() == here:  # the hooks are the network's, which others may be running
            token.check()

    with ExitStack() as hooks:
        for block in blocks:
            hooks.callback(block.register_forward_pre_hook(look).remove)
        yield
