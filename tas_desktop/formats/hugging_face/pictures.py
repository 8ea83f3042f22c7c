"""The pictures that parquet files hold, read one by one where somebody asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.hugging_face.arrow import import_arrow
from tas_desktop.formats.hugging_face.parquet_rows import FAULTS, PICTURE
from tas_desktop.formats.image_refusals import MAX_FILE_BYTES
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AT_ONCE: Final = 4  # pictures in memory together


class ParquetPictures:
    """The pictures of one file; asking for them in their order costs one pass over it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._rows: Iterator[Any] = iter(())
        self._next = 0

    def read(self, number: int) -> bytes:
        """The picture of a row, from 1, as the file's bytes; empty where the row has none.

        Raises:
            InputRefused: the file is damaged.
        """
        item = f"row {number}"
        if self._next == 0 or number < self._next:
            self._rows, self._next = self._pictures(), 1
        with in_file(self._file):
            try:
                while self._next <= number:
                    picture = next(self._rows, None)
                    self._next += 1
            except FAULTS as error:
                raise ItemRefused(item, f"its picture cannot be read: {error}") from error
            content = picture.get("bytes") if isinstance(picture, dict) else picture
            return content if isinstance(content, bytes) else b""

    def _pictures(self) -> Iterator[Any]:
        _, parquet = import_arrow()
        with parquet.ParquetFile(self._file, page_checksum_verification=True) as opened:
            if PICTURE not in opened.schema_arrow.names:
                return
            for batch in opened.iter_batches(batch_size=_AT_ONCE, columns=[PICTURE]):
                if batch.nbytes > MAX_FILE_BYTES:
                    raise ItemRefused("", f"{_AT_ONCE} of its pictures have {batch.nbytes:,} bytes")
                yield from batch.column(0).to_pylist()
