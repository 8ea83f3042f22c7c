"""Rows that wait in a temporary file, because those of a large import do not fit into memory."""

from __future__ import annotations

import json
from tempfile import TemporaryFile, gettempdir
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


class RowSpool:
    """Keeps rows of plain values in the order they came; gone when the block ends, or the process."""

    def __enter__(self) -> Self:
        self._file = TemporaryFile("w+", encoding="ascii")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Keep rows of one table, which all have the same columns.

        Raises:
            TargetNotWritable: there is no room for them.
        """
        if not rows:
            return
        values = [list(row.values()) for row in rows]
        try:
            self._file.write(json.dumps([table, list(rows[0]), values], separators=(",", ":")) + "\n")
            self._file.flush()
        except OSError as error:
            cause = error.strerror or error
            raise TargetNotWritable(
                f"The folder for temporary files, {gettempdir()}, cannot be written: {cause}",
                next_step="Free some space there",
            ) from error

    def clear(self) -> None:
        """Forget all rows."""
        self._file.seek(0)
        self._file.truncate()

    def chunks(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The rows again, as they came."""
        self._file.seek(0)
        for line in self._file:
            table, names, values = json.loads(line)
            yield table, [dict(zip(names, row, strict=True)) for row in values]
