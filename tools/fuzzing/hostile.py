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
    b"2.",
    b"(h.",
    b"(q\x00.",
    b"\xff.",
    b"",
    b"K\x01",
    b"S'a\n.",
    b"S\n.",
    b"(lS'a\\\\x41\\\\n'\na.",
    b"(lp0\n(dp1\nS'raw'\nS'd\xc3\xa9j\xc3\xa0'\nsS'sent'\nS'd\xe9j'\nsa.",
    b"((K\x01K\x02tlK\x01a.",
    b"(K\x01d.",
    b"((K\x01K\x021K\x01K\x02t.",
    b"\x80\x05]\x94(K\x01\x8a\x09\xff\xff\xff\xff\xff\xff\xff\xff\x7fe.",
    b"]" + b"]\x94h\x00a" * 3 + b".",
    b"}\x94" + b"U\x01ah\x00s.",
    b"X\xff\xff\xff\x7fabc.",
    b"N" * 10 + b".",
    b"C\x02ab.",
    b"\x96\x02\0\0\0\0\0\0\0ab.",
    b"G\x7f\xf8\0\0\0\0\0\0.",
    b"(dp0\nS'a'\np1\nI1\ns.",
    b"(lp0\n(dp1\nS'ref_id'\nL7L\nsa.",
    b"((1\x80\x02K\x012K\x02K\x03\x870.",
    b"]q\x00" + b"".join(b"](%sq%c" % (b"h%c" % n * 10 + b"e", n + 1) for n in range(12)) + b".",
)


AIMED: Final[dict[str, tuple[Any, ...]]] = {
    "size": ([1, 1], [10**7, 10**7], ["5", "6"], [5], None),
    "counts": ("", "0", "~~~~", "é", [], [-1, 5], [10**30], [1.5], "0" * 2_000_001),
    "segmentation": (
        {},
        [],
        [[]],
        [[1, 1, 2, 2]],
        [{"size": [5, 5], "counts": "0P1"}, {"size": [5, 5], "counts": [25]}],
        [{"size": [5, 5], "counts": [0, 25]}, [1, 1, 3, 1, 3, 3]],
        [[1, 1, "3", 1, 3, 3]],
        [[1, 1, 10**400, 1, 3, 3]],
        [[1, 1, float("nan"), 1, 3, 3]],
        [[0.0, 0.0, 9.0, 9.0] * 90_000],
        [[0.0, 1.0, 2.0, 2.0, 1.0, 1.0]] * 20_001,
        [[1.0, 2.0] * 500_001],
        "polygon",
    ),
    "Polygons": (
        [],
        [[]],
        [[[]]],
        [[[[1, 1]]]],
        [[[[1, 1], [3]]]],
        [[[[1, "1"], [3, 1], [3, 3]]]],
        [[[[1, 1], [3, 1], [10**400, 3]]]],
    ),
    "points": (
        [],
        [[1, 1]],
        [[1, 1], [3]],
        [[1, 1], [3, "1"], [3, 3]],
        [[1, 1], [3, 1], [10**400, 3]],
        [[1, 1], [9**9, 1], [3, 3]],
        "1 1",
        [[0, 0], [0, 0], [0, 0]],
    ),
    "rle": ([], [0, 1, 2], [0] * 20, [0, 0, 10**6, 0], [255] * 40, ["1"], [0, 0, 1, 0, 50, 0, 7], None),
    "id": (0, -1, "1", None, 2**63, True),
    "image_id": (0, -1, 999, "1", None),
    "original_id": (0, -1, 999, None),
    "category_id": (0, 999, "1", None),
    "category": ("", "no such", "a" * 300, 3, "person"),
    "name": ("", "man", "person", "a" * 300, 3),
    "ref_id": (999, 1, None, "1"),
    "width": (0, -1, 10**9, "5", 5.5, 1),
    "height": (0, -1, 10**9, "5", 5.5, 1),
    "file_name": ("../x.png", "", "a//b.png", "1.png", "nowhere.png", 3),
    "image": (
        "http://[::1/x.png",
        "https://example.org/images/1.png?x=1",
        "s3://bucket/sub/2.png",
        "/data/local-files/?d=../../x.png",
        "1.png",
        None,
    ),
    "split": ("train", "", "a" * 300, 3),
    "text": ("", " ", [], [" "], ["a", "a"], "the mug", 3, ["x"] * 2000),
    "sent_ids": ([], [1], [1, 1], "1", [0]),
    "sent_id": (0, 1, None, "1"),
    "sentences": ([], [{}], [None], "text"),
    "shapes": ([], [{}], [{"label": "ignore", "points": [[0, 0], [3, 0], [3, 3]]}], None),
    "label": ("ignore", "flag", "other", 3),
    "annotations": ([], None, [{"result": [], "was_cancelled": True}], [{}]),
    "predictions": ([{"result": []}], [{}], None),
    "result": ([], None, [{"id": 3}], [{"value": {}, "type": "choices", "id": "x"}]),
    "value": ({}, {"x": 1, "y": 1}, {"points": [[1, 1], [3]]}, {"text": "a"}, {"rle": "x"}, None),
    "attributes": ({}, {"expressions": "the mug"}, {"caption": "the mug"}, None),
    "expressions": ([], ["a", ""], "the mug", [3]),
    "task_id": ("1__1", "x", "1__", "__1", "1__" + "9" * 30, 3),
    "phrase": ("", " ", 3),
    "instances": ([], [{}], [{"id": 1}], None),
    "score": (-1, 2, "0.5", float("nan"), None, True),
    "target": ("object", "none", "undecided", "x", None),
    "object_id": ("", "0", "1", "x", 1, None),
    "object_ids": ([], [1], [1, 1], [999], "1", None),
    "reference_id": ("1", "0", 1, 2, None),
    "expression_id": ("1", "0", 1, 2, None),
    "empty": (True, False, 1),
    "caption": ("", " ", 3),
    "raw": ("", 3),
    "tas_desktop": (0, 2, "1", None),
}
"""What hurts under a name that the formats use."""


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
