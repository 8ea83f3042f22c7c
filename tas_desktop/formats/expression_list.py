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


def read_expression_list(file: Path) -> list[ListedExpression]:
    """Read a list; ``*.jsonl`` as JSON lines, anything else as CSV in UTF-8.

    Further columns and keys are left out, blank lines too.

    Raises:
        InputRefused: the file is missing or unreadable, or a line is not as it should be; the message
            names the line.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            lines = _json_lines(stream) if file.suffix.lower() == ".jsonl" else _csv_lines(stream)
            return list(lines)
    except OSError as error:
        raise _refused(f"{file} cannot be read: {error.strerror or error}") from error
    except (ValueError, csv.Error) as error:
        raise _refused(f"{file}: {error}") from error


def _csv_lines(stream: Iterator[str]) -> Iterator[ListedExpression]:
    reader = csv.DictReader(stream)
    missing = set(_COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise ValueError(f"the header lacks {' and '.join(sorted(missing))}")
    for row in reader:
        yield _listed(row["image"], row["expression"], line=reader.line_num)


def _json_lines(stream: Iterator[str]) -> Iterator[ListedExpression]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line[:_MAX_LINE])
        except (ValueError, RecursionError) as error:
            raise ValueError(f"line {number} is no JSON") from error
        fields = record if isinstance(record, dict) else {}
        yield _listed(fields.get("image"), fields.get("expression"), line=number)


def _listed(image: object, expression: object, *, line: int) -> ListedExpression:
    if not (isinstance(image, str) and image and isinstance(expression, str) and expression.strip()):
        raise ValueError(f"line {line} lacks an image or an expression")
    return ListedExpression(image, expression)


def _refused(message: str) -> InputRefused:
    return InputRefused(
        message, next_step="Write CSV in UTF-8 with the header image,expression, or JSON lines"
    )
