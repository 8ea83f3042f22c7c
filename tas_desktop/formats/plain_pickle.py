"""Reading a pickle that may hold nothing but plain containers of builtins.

REFER keeps its refs in a pickle (formats.md section 1). A pickle can run any code that it names, so this
one may name nothing: no class, no function, no persistent object.
"""

from __future__ import annotations

import pickle  # noqa: TID251 - the one place that reads one, and it refuses everything but builtins
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 512 * 2**20


def read_plain_pickle(path: Path) -> Any:
    """The value in a pickle of any protocol, Python 2's included (its text is taken as Latin-1).

    Raises:
        InputRefused: the file is missing, too large, damaged, or names anything but builtin values.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputRefused(f"{path} is larger than {MAX_BYTES // 2**20} MB")
        with path.open("rb") as stream:
            return _PlainUnpickler(stream, encoding="latin-1").load()
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror or error}") from error
    except _ForbiddenName as error:
        raise InputRefused(
            f"{path} names “{error}”: a list of refs holds plain values only",
            next_step="Do not open it with other programs; get the file from where it was published.",
        ) from error
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, KeyError, IndexError, AttributeError,
            MemoryError, OverflowError, RecursionError) as error:  # fmt: skip
        raise InputRefused(
            f"{path} is not a complete pickle: {error}", next_step="Copy or download it again."
        ) from error


class _ForbiddenName(Exception):
    """A global that the pickle asked for."""


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        raise _ForbiddenName(f"{module}.{name}")

    def persistent_load(self, pid: Any, /) -> Any:
        raise _ForbiddenName(f"persistent object {pid!r}")
