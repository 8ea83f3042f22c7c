"""Refusing what a file holds, by the name of the item and of the file."""

from __future__ import annotations

import reprlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    OnFault = Callable[["ItemRefused"], None]
    """Takes an item that is not as it should be; it is left out where this returns."""

_GET_AGAIN = "Get the file again from where it came from, or mend it there"


class ItemRefused(InputRefused):
    """Something in a file is not as it should be; ``in_file`` says in which.

    Args:
        item: what it is called, such as ``annotation 17``; empty for the file as a whole.
        fault: what is wrong with it, as the end of a sentence about the item.
        next_step: what to do about it.
    """

    def __init__(self, item: str, fault: str, *, next_step: str = _GET_AGAIN) -> None:
        super().__init__(f"{item}: {fault}" if item else fault, next_step=next_step)


class ItemTwice(ItemRefused):
    """An id that is there already.

    Args:
        item: what has it.
    """

    def __init__(self, item: str) -> None:
        super().__init__(item, "its id is there twice")


def refuse_all(fault: ItemRefused) -> None:
    """An ``OnFault`` that leaves nothing out: one item refuses the whole file."""
    raise fault


@contextmanager
def in_file(path: Path) -> Iterator[None]:
    """Say of what is refused inside that it is in this file, and of files that they cannot be read.

    A reader that gives its images one by one wraps the loop's body in it.
    """
    try:
        yield
    except ItemRefused as error:
        raise InputRefused(f"{path}: {error.message}", next_step=error.next_step) from error
    except OSError as error:
        raise InputRefused(
            f"{path} cannot be read: {error.strerror or error}",
            next_step="Check that it is there and may be read",
        ) from error


def shown(value: Any) -> str:
    """A value of a file in a few characters, safe to print whatever it is."""
    text = _SHORT.repr(value).encode("ascii", "backslashreplace").decode("ascii")
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


_LONGEST_SHOWN: Final = 300


class _ShortRepr(reprlib.Repr):
    """Numbers of many digits are never written out: that alone could take minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 2, 60, 60
        self.maxdict = self.maxlist = self.maxtuple = 4

    def repr_int(self, value: int, _level: int) -> str:
        return str(value) if value.bit_length() <= 128 else "a number of many digits"


_SHORT = _ShortRepr()
