"""Rows of a parquet file that is not trusted, without their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tas_desktop.formats.hugging_face.arrow import import_arrow
from tas_desktop.formats.hugging_face.rows import unpack_origins
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_ROWS: Final = 20_000_000
_MOST_BYTES: Final = 2**30  # of one row group without pictures, and of one batch, unpacked
_BATCH: Final = 64
PICTURE: Final = "image"
# What pyarrow raises besides its own exceptions, which are ValueErrors, TypeErrors and so on too.
FAULTS: Final = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
)


def iterate_parquet(file: Path) -> Iterator[dict[str, Any]]:
    """The rows as plain values; where there is no ``file_name`` it is the path that the picture has.

    Raises:
        InputRefused: the file is no parquet, damaged, or unpacks to more than memory holds.
    """
    with in_file(file):
        rows = _rows(file)
        number = 0
        while True:
            try:
                row = next(rows, None)
            except (OSError, *FAULTS) as error:
                if getattr(error, "errno", None):
                    raise  # the file system's word; pyarrow's own OSErrors have no number
                raise ItemRefused(f"after row {number}", f"it cannot be read as parquet: {error}") from error
            if row is None:
                return
            number += 1
            yield unpack_origins(row, item=f"row {number}")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    _, parquet = import_arrow()
    with parquet.ParquetFile(file, page_checksum_verification=True) as opened:
        names = opened.schema_arrow.names
        if len(set(names)) < len(names):
            raise ItemRefused("", "two of its columns have one name")
        chosen = [name for name in names if name != PICTURE]
        with_path = PICTURE in names and "file_name" not in names
        _check_size(opened.metadata, with_pictures=PICTURE in names)
        if with_path:
            chosen.append(f"{PICTURE}.path")
        for batch in opened.iter_batches(batch_size=_BATCH, columns=chosen):
            if batch.nbytes > _MOST_BYTES:
                raise ItemRefused("", f"{_BATCH} of its rows unpack to {batch.nbytes:,} bytes")
            for row in batch.to_pylist():
                picture = row.pop(PICTURE, None)
                if with_path and isinstance(picture, dict):
                    row["file_name"] = picture.get("path")
                yield row


def _check_size(metadata: Any, *, with_pictures: bool) -> None:
    """Refuse what is too much before it is unpacked.

    A group with pictures may be large, and only its other columns are read; how large those are is not asked:
    pyarrow 26 ends the process where the statistics of a column are damaged. Each batch is looked at instead.
    """
    if metadata.num_rows > _MOST_ROWS:
        raise ItemRefused("", f"it has {metadata.num_rows:,} rows, more than {_MOST_ROWS:,}")
    for group in range(0 if with_pictures else metadata.num_row_groups):
        size = metadata.row_group(group).total_byte_size
        if size > _MOST_BYTES:
            raise ItemRefused(
                f"row group {group}", f"it unpacks to {size:,} bytes", next_step="Write smaller groups"
            )
