"""The parquet files of one split: a new one after so many bytes, named ``train-00001-of-00003.parquet``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.hugging_face.arrow import import_arrow, row_schema

if TYPE_CHECKING:
    from pathlib import Path

_SHARD_BYTES: Final = 500 * 2**20  # what the Hub recommends at most
_GROUP_BYTES: Final = 32 * 2**20
_GROUP_ROWS: Final = 100  # so that the Hub's viewer need not read hundreds of images to show one


class ShardWriter:
    """Writes rows of one split.

    Args:
        folder: where the files go; it is there.
        split: the name they begin with.
    """

    def __init__(self, folder: Path, *, split: str, shard_bytes: int = _SHARD_BYTES) -> None:
        self._folder = folder
        self._split = split
        self._shard_bytes = shard_bytes
        self._schema = row_schema()
        self._parts: list[Path] = []
        self._open: Any = None
        self._rows: list[dict[str, Any]] = []
        self._group_bytes = 0
        self._written = 0

    def append(self, row: dict[str, Any]) -> None:
        """Add a row with its picture."""
        self._rows.append(row)
        self._group_bytes += len(row["image"]["bytes"]) if row["image"] else 0
        if len(self._rows) >= _GROUP_ROWS or self._group_bytes >= _GROUP_BYTES:
            self._flush()

    def finish(self) -> None:
        """Write what is left, and give the files their names."""
        if self._rows or not self._parts:
            self._flush()
        self.close()
        for number, part in enumerate(self._parts):
            part.rename(self._folder / f"{self._split}-{number:05d}-of-{len(self._parts):05d}.parquet")

    def close(self) -> None:
        """Let go of the open file, also where nothing goes on."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _flush(self) -> None:
        pa, parquet = import_arrow()
        if self._open is not None and self._written >= self._shard_bytes:
            self.close()
        if self._open is None:
            part = self._folder / f"{self._split}.{len(self._parts):05d}.part"
            self._parts.append(part)
            self._open = parquet.ParquetWriter(part, self._schema, write_page_checksum=True)
            self._written = 0
        self._open.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._written += self._group_bytes
        self._rows, self._group_bytes = [], 0
