"""Lists of expressions to import: CSV with the header ``image,expression``, or JSON lines of the same."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COLUMNS = ("image", "expression")
_MAX_LINE = 100_000


class ListedExpression(NamedTuple):
    """One line: an image's path, relative to the list or absolute, and an expression of it."""

    image: str
    expression: str


class BadLine(NamedTuple):
    """A line that is not as it should be: its number, from 1, and why."""

    line: int
    reason: str


class ScannedList(NamedTuple):
    """The lines of a list, the good ones with their numbers."""

    good: list[tuple[int, ListedExpression]]
    bad: list[BadLine]


def read_expression_list(file: Path) -> list[ListedExpression]:
    """Read a list that has to be right to the last line; see ``scan_expression_list``.

    Raises:
        InputRefused: the file is missing or unreadable, or a line is not as it should be; the message
            names the line.
    """
    scanned = scan_expression_list(file)
    if scanned.bad:
        line, reason = scanned.bad[0]
        raise _refused(f"{file}: line {line} {reason}")
    return [listed for _, listed in scanned.good]


def scan_expression_list(file: Path) -> ScannedList:
    """Read a list; ``*.jsonl`` as JSON lines, anything else as CSV in UTF-8.

    Further columns and keys are left out, blank lines too. Lines that are not as they should be are told.

    Raises:
        InputRefused: the file is missing or unreadable, or the CSV's header lacks a column.
    """
    good: list[tuple[int, ListedExpression]] = []
    bad: list[BadLine] = []
    try:
        # Bytes that are no UTF-8 come in as lone surrogates, so that the other lines can still be read.
        with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
            lines = _json_lines(stream) if file.suffix.lower() == ".jsonl" else _csv_lines(stream)
            for number, read in lines:
                if isinstance(read, ListedExpression):
                    good.append((number, read))
                else:
                    bad.append(BadLine(number, read))
    except OSError as error:
        raise _refused(f"{file} cannot be read: {error.strerror or error}") from error
    except (ValueError, csv.Error) as error:
        raise _refused(f"{file}: {error}") from error
    return ScannedList(good, bad)


def _csv_lines(stream: Iterator[str]) -> Iterator[tuple[int, ListedExpression | str]]:
    reader = csv.DictReader(stream)
    missing = set(_COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise ValueError(f"the header lacks {' and '.join(sorted(missing))}")
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield reader.reader.line_num, f"is no CSV: {error}"
        else:
            yield reader.line_num, _listed(row["image"], row["expression"])


def _json_lines(stream: Iterator[str]) -> Iterator[tuple[int, ListedExpression | str]]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line[:_MAX_LINE])
        except (ValueError, RecursionError):
            yield number, "is no JSON"
            continue
        fields = record if isinstance(record, dict) else {}
        yield number, _listed(fields.get("image"), fields.get("expression"))


def _listed(image: object, expression: object) -> ListedExpression | str:
    """The line's content, or what is wrong with it."""
    if not (isinstance(image, str) and image and isinstance(expression, str) and expression.strip()):
        return "lacks an image or an expression"
    if max(len(image), len(expression)) > _MAX_LINE:
        return f"has more than {_MAX_LINE:,} characters in a field"
    try:
        f"{image}{expression}".encode()
    except UnicodeEncodeError:
        return "is not valid UTF-8"
    return ListedExpression(image, expression)


def _refused(message: str) -> InputRefused:
    return InputRefused(
        message, next_step="Write CSV in UTF-8 with the header image,expression, or JSON lines"
    )
