"""Values and pickles that somebody would write to hurt, rather than by mistake."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.rle import run_lengths

if TYPE_CHECKING:
    import random

_SMALL: Final = 200  # characters
PICKLES: Final = (
    b"]q\x00h\x00a.",  # a list in itself
    b"]" * 100_000 + b"a" * 99_999 + b".",  # deep
    b"\x8d" + struct.pack("<Q", 2**62) + b".",  # a text of 2^62 bytes
    b"\x8b" + struct.pack("<i", 9_000) + b"\x7f" * 9_000 + b".",  # a number of many digits
    b"cos\nsystem\n(S'touch pwned'\ntR.",
    b"\x80\x04\x8c\x02os\x8c\x06system\x93.",
    b"P1\n.",
    b"}K\x01K\x02s.",  # a record by numbers
    b"K\x01K\x01a.",
    b"(.",
    b"}(K\x01u.",
    b"0.",
    b"(dp0\nS'a'\np1\nI1\ns.",
    b"(lp0\n(dp1\nS'ref_id'\nL7L\nsa.",
    b"((1\x80\x02K\x012K\x02K\x03\x870.",
    b"]q\x00" + b"".join(b"](%sq%c" % (b"h%c" % n * 10 + b"e", n + 1) for n in range(12)) + b".",
)


def hostile_pickle(rng: random.Random) -> bytes:
    """One of them."""
    return rng.choice(PICKLES)


def is_small(value: Any) -> bool:
    """Whether a value is a point or a polygon rather than a whole image."""
    return len(str(value)) < _SMALL


def hostile_value(old: Any, rng: random.Random) -> Any:
    """Something of the same kind that is beyond all measure, or told in another form."""
    if isinstance(old, dict) and isinstance(old.get("counts"), str):
        return _retold(old, rng)
    if isinstance(old, list):
        return rng.choice(
            [
                old[:1]
                * (20_001 if is_small(old[:1]) else 50),  # many whole images are no harm, only much work
                [[0.0, 1.0] * 300_001],
                [[0.0, 0.0, 9.0, 9.0] * 100_000],
                [[1.0, 1.0, 10**400, 2.0, 2.0, 1.0]],
                [[1, 1, 5, "5", 1, 2]],
                [[1, 1, 5, 5]],
                [float(n % 7) for n in range(100_000)],
            ]
        )
    if isinstance(old, str):
        return rng.choice(["x" * 100_001, "/".join("a" * 150), "a" * 300, "a/", ".", "c:x", "//x/y"])
    return rng.choice([10**400, -(2**63), 2**53 + 1, 400_000_001])


def _retold(rle: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Run lengths as a list, sound or not."""
    runs = run_lengths(rle["counts"])
    counts = [] if runs is None else runs.tolist()
    forms = [counts, [0, 0, *counts], [*counts, 2**70], [*counts, -1, 1], [float(n) for n in counts], []]
    return {**rle, "counts": rng.choice(forms)}
