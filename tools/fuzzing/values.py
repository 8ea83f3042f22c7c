"""Changing one thing in a nest of lists, records and values."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from fuzzing.hostile import AIMED, hostile_value, is_small

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

_FROM_ELSEWHERE: Final = 0.15
_AIMED: Final = 0.15

Place = tuple[Any, Any]
"""A container and the key or index of one of its values."""

_TEXTS: Final = (
    "", " ", "\0", "\ud800", "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\a.jpg", "..\\..\\a.jpg",
    "a" * 5000,
    "person", "train", "1", "NaN", "=1+1", "<img src=x>", "a\nb", "rectangle", "\u202egnp.exe", "é" * 200,
)  # fmt: skip
_NUMBERS: Final = (
    0, -1, 1, 2, 2**31, 2**63, 10**30, 0.5, -0.5, 1e308, float("nan"), float("inf"), -float("inf"),
    1e9, 100_001,
)  # fmt: skip


def change(value: Any, rng: random.Random) -> str:
    """Change one value somewhere inside, in place; returns what was done, in a few words."""
    places = list(_places(value))
    if not places:
        return "nothing to change"
    chance = rng.random()
    if chance < _FROM_ELSEWHERE:
        return _take_from_elsewhere([place for _, place in places], rng)
    if chance < _FROM_ELSEWHERE + _AIMED:
        return _aim([place for _, place in places], rng)
    # Evenly over depths first: there are a thousand coordinates for each id.
    depth = rng.choice(sorted({depth for depth, _ in places}))
    holder, key = rng.choice([place for found, place in places if found == depth])
    do = rng.choice(_KINDS)
    return f"{do.__name__.strip('_')} at {str(key)[:40]!a}: {do(holder, key, rng)}"


def _aim(places: list[Place], rng: random.Random) -> str:
    """Give a value that its name makes hurtful: a size that differs, an outline that is none."""
    named = [(holder, key) for holder, key in places if isinstance(holder, dict) and key in AIMED]
    if not named:
        return "no such names"
    name = rng.choice(sorted({key for _, key in named}))
    holder, key = rng.choice([(holder, key) for holder, key in named if key == name])
    holder[key] = copy.deepcopy(rng.choice(AIMED[key]))
    return f"{name!a} aimed at"


def _take_from_elsewhere(places: list[Place], rng: random.Random) -> str:
    """Give a value what another record has under the same name: ids there twice, things on two images."""
    named = [(holder, key) for holder, key in places if isinstance(holder, dict)]
    if not named:
        return "no records"
    name = rng.choice(sorted({str(key) for _, key in named}))
    alike = [(holder, key) for holder, key in named if str(key) == name]
    (holder, key), (other, its_key) = rng.choice(alike), rng.choice(alike)
    holder[key] = copy.deepcopy(other[its_key])
    return f"{name[:40]!a} of another record"


def _other_type(_old: Any, rng: random.Random) -> Any:
    return rng.choice([None, True, False, 7, -3.5, "text", [], {}, [1], {"a": 1}, [[]], [[1, 2], [3]]])


def _other_text(_old: Any, rng: random.Random) -> Any:
    return rng.choice(_TEXTS)


def _other_number(_old: Any, rng: random.Random) -> Any:
    return rng.choice(_NUMBERS)


def _nested(old: Any, rng: random.Random) -> Any:
    for _ in range(rng.choice([1, 2, 60, 300])):
        old = [old]
    return old


def _emptied(old: Any, _rng: random.Random) -> Any:
    return type(old)() if isinstance(old, (list, dict, str)) else None


def _grown(old: Any, rng: random.Random) -> Any:
    if not isinstance(old, (list, str)):
        return [old] * 50
    return old * rng.choice([2, 3, 50, 25_000 if is_small(old) else 5])


def _nudged(old: Any, rng: random.Random) -> Any:
    if isinstance(old, bool) or old is None:
        return not old
    if isinstance(old, int):
        return old + rng.choice([-1, 1, 100, -100])
    if isinstance(old, float):
        return old + rng.choice([-0.5, 0.5, 1000.0, -1000.0])
    if isinstance(old, bytes):
        return old[:-1]
    if isinstance(old, str):
        place = rng.randrange(len(old) + 1)
        return old[:place] + rng.choice(["x", "\0", "/", "..", "\ud800", "é"]) + old[place + 1 :]
    return list(old)[::-1] if isinstance(old, (list, tuple)) else {**old, "more": 1}


def _replace(holder: Any, key: Any, rng: random.Random) -> str:
    old = holder[key]
    holder[key] = new = rng.choice(_MAKERS)(old, rng)
    return f"{str(old)[:40]!a} -> {type(new).__name__}"


def _delete(holder: Any, key: Any, _rng: random.Random) -> str:
    return f"{str(holder.pop(key))[:40]!a}"


def _swap(holder: Any, key: Any, rng: random.Random) -> str:
    other = rng.choice(list(_keys(holder)))
    holder[key], holder[other] = holder[other], holder[key]
    return f"with {str(other)[:40]!a}"


def _double(holder: Any, key: Any, _rng: random.Random) -> str:
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key}2"] = holder[key]
    return "twice"


def _keys(holder: Any) -> Iterator[Any]:
    return iter(range(len(holder))) if isinstance(holder, list) else iter(holder)


def _places(value: Any, depth: int = 0) -> Iterator[tuple[int, Place]]:
    if isinstance(value, (list, dict)):
        for key in _keys(value):
            yield depth, (value, key)
            yield from _places(value[key], depth + 1)


_MAKERS: Final = (
    _other_type, _other_type, _other_text, _other_number, _nudged, _nudged, _nested, _emptied, _grown,
    hostile_value, hostile_value,
)  # fmt: skip
_KINDS: Final = (_replace, _replace, _replace, _replace, _replace, _delete, _double, _swap)
