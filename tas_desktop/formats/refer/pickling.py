"""Writing REFER's pickle: a list of plain values, protocol 2, value by value.

The opcodes are written here, because ``pickle`` needs the whole list in memory and writes a text that
occurs twice differently when both are one object, so that equal lists need not give equal bytes.
"""

from __future__ import annotations

import struct
from types import TracebackType
from typing import Any, BinaryIO, Self

_PROTOCOL_2, _STOP = b"\x80\x02", b"."
_EMPTY_LIST, _APPEND = b"]", b"a"
_MARK, _APPENDS, _SETITEMS = b"(", b"e", b"u"
_EMPTY_DICT = b"}"
_TEXT, _FLOAT, _NONE, _TRUE, _FALSE = b"X", b"G", b"N", b"\x88", b"\x89"
_INT4, _LONG1 = b"J", b"\x8a"


class PickledList:
    """A list that grows in a file; complete once the ``with`` block has ended."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __enter__(self) -> Self:
        self._stream.write(_PROTOCOL_2 + _EMPTY_LIST)
        return self

    def append(self, value: Any) -> None:
        """Add a value made of dicts, lists, str, int, float, bool and None.

        Raises:
            TypeError: it holds anything else.
        """
        pieces: list[bytes] = []
        _encode(value, pieces)
        self._stream.write(b"".join(pieces) + _APPEND)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._stream.write(_STOP)


def _encode(value: Any, pieces: list[bytes]) -> None:
    if type(value) is dict:
        pieces += (_EMPTY_DICT, _MARK)
        for key, entry in value.items():
            _encode(key, pieces)
            _encode(entry, pieces)
        pieces.append(_SETITEMS)
    elif type(value) is list:
        pieces += (_EMPTY_LIST, _MARK)
        for entry in value:
            _encode(entry, pieces)
        pieces.append(_APPENDS)
    else:
        pieces.append(_encode_scalar(value))


def _encode_scalar(value: Any) -> bytes:
    if type(value) is str:
        text = value.encode("utf-8")
        return _TEXT + struct.pack("<I", len(text)) + text
    if type(value) is bool:
        return _TRUE if value else _FALSE
    if type(value) is int:
        if -(2**31) <= value < 2**31:
            return _INT4 + struct.pack("<i", value)
        long = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
        return _LONG1 + bytes([len(long)]) + long
    if type(value) is float:
        return _FLOAT + struct.pack(">d", value)
    if value is None:
        return _NONE
    raise TypeError(f"{type(value).__name__} is no plain value")
