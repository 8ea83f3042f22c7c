"""How good a parser is: agreement with its teacher, heads labelled by hand, time and size."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.language.directions import find_directions
from tas_desktop.language.referent import find_referent
from tas_desktop.language.target import code_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tas_desktop.language.parse import ParsedExpression

    Parse = Callable[[str], ParsedExpression]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares of sentences, in [0, 1], on which two parsers agree.

    Attributes:
        sentences: how many were compared.
        target: same target phrase by TAS's rule (``language.target``).
        chunks: same noun chunks.
        root: same roots.
    """

    sentences: int
    target: float
    chunks: float
    root: float


def compare(student: Parse, teacher: Parse, texts: Iterable[str]) -> Agreement:
    """Parse the texts with both and count where they agree."""
    count = target = chunks = root = 0
    for text in texts:
        ours, theirs = student(text), teacher(text)
        count += 1
        target += code_target(ours) == code_target(theirs)
        chunks += [(c.start, c.end) for c in ours.chunks] == [(c.start, c.end) for c in theirs.chunks]
        root += ours.roots == theirs.roots
    return Agreement(count, target / max(1, count), chunks / max(1, count), root / max(1, count))


def rule_head(parsed: ParsedExpression) -> int | None:
    """Word that our rules take for the target's head, counted in words between blanks."""
    referent = find_referent(parsed, find_directions(parsed))
    return None if referent.head is None else word_number(parsed, referent.head)


def root_head(parsed: ParsedExpression) -> int | None:
    """Word that the bare tree gives: the root of TAS's target chunk, or the last root itself."""
    if not parsed.roots:
        return None
    root = parsed.roots[-1]
    children = parsed.children(root)
    chunk = parsed.chunk_at(root) or (parsed.chunk_at(children[0]) if children else None)
    return word_number(parsed, root if chunk is None else chunk.root)


def word_number(parsed: ParsedExpression, token: int) -> int:
    """Which word between blanks a token lies in; a word may hold several tokens ("t-shirt")."""
    return sum(bool(before.whitespace) for before in parsed.tokens[:token])


def head_accuracy(
    parse: Parse,
    labelled: Sequence[tuple[str, int | None]],
    *,
    head: Callable[[ParsedExpression], int | None],
) -> float:
    """Share of (text, head word) pairs whose head is found; None means that no word names the target."""
    right = sum(head(parse(text)) == expected for text, expected in labelled)
    return right / max(1, len(labelled))


def seconds_each(parse: Parse, texts: Sequence[str]) -> float:
    """Median seconds that one parse takes, the first (which loads) left out."""
    parse(texts[0])
    spent = []
    for text in texts:
        started = time.perf_counter()
        parse(text)
        spent.append(time.perf_counter() - started)
    return sorted(spent)[len(spent) // 2]


def size_of(folder: str | Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
