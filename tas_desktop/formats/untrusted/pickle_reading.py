"""Reading a pickle that may hold nothing but plain containers of builtins.

REFER keeps its refs in a pickle (formats.md section 1). A pickle is a program for a machine with a stack,
which may call any function that it names. So none of Python's own readers runs here: the standard library
only takes the instructions apart, and the machine below knows no instruction that names or calls anything.
"""

from __future__ import annotations

import codecs
import io
import pickletools
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.untrusted.expansion import check_expansion
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file, shown
from tas_desktop.formats.untrusted.texts import read_bytes
from tas_desktop.formats.untrusted.values import LARGEST_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAX_BYTES: Final = 256 * 2**20
MAX_STEPS: Final = 16_000_000
"""Instructions; RefCOCO's 142,000 sentences take under half of that."""

MAX_CONTAINERS: Final = 4_000_000
MAX_REMEMBERED: Final = 6_000_000
"""Values that the pickle may come back to."""

_STEPS_BETWEEN_TICKS: Final = 100_000
_FOREIGN: Final = "Do not open it with other programs; get the file from where it was published"


def read_plain_pickle(
    path: Path, *, max_bytes: int = MAX_BYTES, tick: Callable[[], None] = lambda: None
) -> Any:
    """The value in a pickle of any protocol; plain texts of Python 2 are taken as UTF-8, else as Latin-1.

    Args:
        path: the file.
        max_bytes: the most that is read.
        tick: called now and then; raises to stop.

    Raises:
        InputRefused: the file is missing, too large or damaged, asks for anything but builtin values, or is
            beyond the limits on numbers, depth and on what it becomes when its parts are read one by one.
    """
    content = read_bytes(path, max_bytes=max_bytes)
    with in_file(path):
        return parse_plain_pickle(content, tick=tick)


def parse_plain_pickle(content: bytes, *, tick: Callable[[], None] = lambda: None) -> Any:
    """The value of a pickle's bytes.

    Raises:
        ItemRefused: as ``read_plain_pickle``.
    """
    machine = _Machine()
    try:
        for number, (name, argument) in enumerate(_instructions(content)):
            if number % _STEPS_BETWEEN_TICKS == 0:
                tick()
            if number > MAX_STEPS:
                raise ItemRefused("", f"it has more than {MAX_STEPS:,} instructions")
            machine.step(name, argument)
    except (ValueError, IndexError, KeyError, OverflowError) as error:
        raise ItemRefused("", f"it is no complete pickle: {shown(str(error))}") from error
    if machine.value is _NOTHING:
        raise ItemRefused("", "it is no complete pickle")
    check_expansion(machine.value)
    return machine.value


def _instructions(content: bytes) -> Iterator[tuple[str, Any]]:
    """Names and arguments; as ``pickletools.genops``, which takes Python 2's quoted texts for ASCII only."""
    stream = io.BytesIO(content)
    while code := stream.read(1):
        instruction = _BY_CODE[code]
        if instruction.name == "STRING":
            yield "STRING", _unquoted(stream.readline())
        else:
            yield instruction.name, instruction.arg.reader(stream) if instruction.arg else None
        if instruction.name == "STOP":
            return


def _unquoted(line: bytes) -> str:
    """A text in Python 2's quotes, escapes in it undone."""
    quoted = line.rstrip(b"\r\n").strip()
    if len(quoted) < 2 or quoted[:1] not in (b"'", b'"') or quoted[-1:] != quoted[:1]:
        raise ValueError("a text without quotes")
    return codecs.escape_decode(quoted[1:-1])[0].decode("latin-1")


_BY_CODE: Final = {instruction.code.encode("latin-1"): instruction for instruction in pickletools.opcodes}


class _Mark:
    """Where on the stack a list of arguments begins."""


_MARK: Final = _Mark()
_NOTHING: Final = _Mark()
_CONSTANTS: Final[dict[str, Any]] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_LITERALS: Final = frozenset(
    {
        "INT", "LONG", "LONG1", "LONG4", "BININT", "BININT1", "BININT2", "FLOAT", "BINFLOAT",
        "STRING", "BINSTRING", "SHORT_BINSTRING", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8",
        "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8",
    }
)  # fmt: skip
_BYTE_TEXTS: Final = frozenset({"STRING", "BINSTRING", "SHORT_BINSTRING"})
"""Python 2's plain texts: bytes, which the library gives as Latin-1."""

_PUTS: Final = frozenset({"PUT", "BINPUT", "LONG_BINPUT"})
_GETS: Final = frozenset({"GET", "BINGET", "LONG_BINGET"})
_TUPLES: Final = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}


class _Machine:
    """The part of the pickle machine that builds lists, tuples, dicts, texts, bytes and numbers."""

    def __init__(self) -> None:
        self.value: Any = _NOTHING
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}
        self._containers = 0

    def step(self, name: str, argument: Any) -> None:
        """Do one instruction; the commonest first."""
        if name in _LITERALS:
            self._stack.append(_checked(argument) if name not in _BYTE_TEXTS else _text_of(argument))
        elif name in _GETS:
            self._stack.append(self._memo[argument])
        elif name in _PUTS:
            self._remember(argument)
        elif name == "MEMOIZE":
            self._remember(len(self._memo))
        elif name == "MARK":
            self._stack.append(_MARK)
        elif name in _CONSTANTS:
            self._stack.append(_CONSTANTS[name])
        else:
            self._build(name)

    def _build(self, name: str) -> None:
        other = _BUILDERS.get(name)
        if other is not None:
            other(self)
        elif name in _TUPLES:
            self._hold(tuple(self._pop_many(_TUPLES[name])))
        elif name not in ("PROTO", "FRAME"):
            raise ItemRefused("", f"it asks for {name}: only plain values are read", next_step=_FOREIGN)

    def _remember(self, number: int) -> None:
        if len(self._memo) >= MAX_REMEMBERED:
            raise ItemRefused("", f"it comes back to more than {MAX_REMEMBERED:,} values")
        self._memo[number] = self._top()

    def _hold(self, container: Any) -> None:
        self._containers += 1
        if self._containers > MAX_CONTAINERS:
            raise ItemRefused("", f"it has more than {MAX_CONTAINERS:,} lists and records")
        self._stack.append(container)

    def stop(self) -> None:
        self.value = self._pop()

    def append(self) -> None:
        entry = self._pop()
        _as(list, self._top()).append(entry)

    def append_all(self) -> None:
        entries = self._pop_to_mark()
        _as(list, self._top()).extend(entries)

    def set_item(self) -> None:
        key, value = self._pop_many(2)
        _put(self._top(), [key, value])

    def set_items(self) -> None:
        pairs = self._pop_to_mark()
        _put(self._top(), pairs)

    def push_list(self) -> None:
        self._hold([])

    def push_dict(self) -> None:
        self._hold({})

    def push_tuple(self) -> None:
        self._stack.append(())

    def take_list(self) -> None:
        self._hold(self._pop_to_mark())

    def take_tuple(self) -> None:
        self._hold(tuple(self._pop_to_mark()))

    def take_dict(self) -> None:
        made: dict[str, Any] = {}
        _put(made, self._pop_to_mark())
        self._hold(made)

    def drop(self) -> None:
        if not self._stack:
            raise IndexError("nothing to drop")
        self._stack.pop()

    def drop_to_mark(self) -> None:
        self._pop_to_mark()

    def double(self) -> None:
        self._stack.append(self._top())

    def _top(self) -> Any:
        top = self._stack[-1]
        if top is _MARK:
            raise ValueError("a mark where a value should be")
        return top

    def _pop(self) -> Any:
        top = self._top()
        self._stack.pop()
        return top

    def _pop_many(self, count: int) -> list[Any]:
        return [self._pop() for _ in range(count)][::-1]

    def _pop_to_mark(self) -> list[Any]:
        entries = []
        while (entry := self._stack.pop()) is not _MARK:
            entries.append(entry)
        entries.reverse()
        return entries


_BUILDERS: Final[dict[str, Callable[[_Machine], None]]] = {
    "STOP": _Machine.stop,
    "APPEND": _Machine.append,
    "APPENDS": _Machine.append_all,
    "SETITEM": _Machine.set_item,
    "SETITEMS": _Machine.set_items,
    "EMPTY_LIST": _Machine.push_list,
    "EMPTY_DICT": _Machine.push_dict,
    "EMPTY_TUPLE": _Machine.push_tuple,
    "LIST": _Machine.take_list,
    "TUPLE": _Machine.take_tuple,
    "DICT": _Machine.take_dict,
    "POP": _Machine.drop,
    "POP_MARK": _Machine.drop_to_mark,
    "DUP": _Machine.double,
}


def _text_of(latin: Any) -> Any:
    """A text of Python 2, whose bytes are UTF-8 almost always, and Latin-1 otherwise."""
    if not isinstance(latin, str) or latin.isascii():
        return latin
    try:
        return latin.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return latin


def _checked(value: Any) -> Any:
    """A literal; numbers within 64 bits."""
    if type(value) is int and not -LARGEST_ID <= value <= LARGEST_ID:
        raise ItemRefused("", f"it holds {shown(value)}, more than 64 bits")
    return value


def _as(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ItemRefused("", f"it adds to {shown(value)}, which is no {kind.__name__}")
    return value


def _put(target: Any, flat: list[Any]) -> None:
    """Set names and values; other keys than texts could be chosen so that a dict takes hours to fill."""
    if len(flat) % 2:
        raise ValueError("a name without a value")
    record = _as(dict, target)
    for place in range(0, len(flat), 2):
        name = flat[place]
        if type(name) is not str:
            raise ItemRefused("", f"it has a record with the name {shown(name)}, which is no text")
        record[name] = flat[place + 1]
