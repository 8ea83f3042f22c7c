"""Working on several things at the same time and taking what comes of them in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

Item = TypeVar("Item")
Made = TypeVar("Made")


def side_by_side(
    items: Sequence[Item], work: Callable[[Item], Made], *, lanes: int
) -> Iterator[tuple[Item, Callable[[], Made]]]:
    """Each item with the function that gives what came of it, or raises what went wrong.

    With one lane the work is done when that function is called; with more, in that many threads, no more
    than one item per lane ahead of the one handed out.
    """
    if lanes == 1:
        for item in items:
            yield item, partial(work, item)
        return
    pending: deque[tuple[Item, Future[Made]]] = deque()
    with ThreadPoolExecutor(lanes, thread_name_prefix="batch") as pool:
        try:
            for item in items:
                pending.append((item, pool.submit(work, item)))
                if len(pending) > lanes:
                    first, future = pending.popleft()
                    yield first, future.result
            while pending:
                first, future = pending.popleft()
                yield first, future.result
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
