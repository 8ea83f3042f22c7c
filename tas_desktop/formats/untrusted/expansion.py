"""How large nested values are for somebody who reads them one by one.

A pickle can hold one list in a thousand places at no cost, and that list another one a thousand times: a
few hundred bytes that a reader would be busy with for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.untrusted.refusals import ItemRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_VALUES: Final = 50_000_000
MAX_CHARACTERS: Final = 2**30
MAX_DEPTH: Final = 50


class _Extent:
    """Of one container: values and characters in it, counted as often as they occur, and depth."""

    __slots__ = ("characters", "depth", "values")

    def __init__(self) -> None:
        self.values, self.characters, self.depth = 1, 0, 1


def check_expansion(value: Any) -> None:
    """Refuse lists, tuples and dicts that hold too much when each place is counted, or themselves.

    Raises:
        ItemRefused: there are too many values or characters, the nesting is too deep, or without end.
    """
    if not isinstance(value, (list, tuple, dict)):
        return
    known: dict[int, _Extent] = {}
    open_ids: set[int] = set()
    path: list[Any] = [value]
    while path:
        container = path[-1]
        number = id(container)
        if number in known:
            path.pop()
            continue
        missing = [entry for entry in _entries(container) if _is_container(entry) and id(entry) not in known]
        if not missing:
            known[number] = _measure(container, known)
            open_ids.discard(number)
            path.pop()
            continue
        open_ids.add(number)
        if any(id(entry) in open_ids for entry in missing):
            raise ItemRefused("", "it holds a list inside itself")
        path.extend(missing)


def _measure(container: Any, known: dict[int, _Extent]) -> _Extent:
    extent = _Extent()
    for entry in _entries(container):
        if _is_container(entry):
            inner = known[id(entry)]
            extent.values += inner.values
            extent.characters += inner.characters
            extent.depth = max(extent.depth, inner.depth + 1)
        else:
            extent.values += 1
            if isinstance(entry, (str, bytes)):
                extent.characters += len(entry)
    if isinstance(container, dict):
        extent.characters += sum(map(len, container))
    if extent.values > MAX_VALUES or extent.characters > MAX_CHARACTERS:
        raise ItemRefused(
            "", f"it stands for more than {MAX_VALUES:,} values or {MAX_CHARACTERS:,} characters"
        )
    if extent.depth > MAX_DEPTH:
        raise ItemRefused("", f"it is nested more than {MAX_DEPTH} deep")
    return extent


def _entries(container: Any) -> Iterable[Any]:
    return container.values() if isinstance(container, dict) else container


def _is_container(value: Any) -> bool:
    return isinstance(value, (list, tuple, dict))
