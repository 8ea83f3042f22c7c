"""pyarrow, which writes and reads parquet: an extra, because it is large and few formats need it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tas_desktop.domain.errors import KnownError

if TYPE_CHECKING:
    from types import ModuleType


class LibraryMissing(KnownError):
    """A library that only some formats need is not installed."""


def import_arrow() -> tuple[ModuleType, ModuleType]:
    """``pyarrow`` and ``pyarrow.parquet``.

    Raises:
        LibraryMissing: it is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise LibraryMissing(
            "Parquet files need the library pyarrow, which is not installed",
            next_step='Install it: python -m pip install "tas-desktop[formats]"',
        ) from error
    return pa, parquet


def row_schema() -> Any:
    """Arrow's schema of a row of ``rows.to_row`` with its picture, told to ``datasets`` too."""
    pa, _ = import_arrow()
    sentences = pa.list_(pa.struct({"id": pa.int64(), "text": pa.string(), "origin": pa.string()}))
    fields = {
        "image": pa.struct({"bytes": pa.binary(), "path": pa.string()}),
        "image_id": pa.int64(),
        "file_name": pa.string(),
        "height": pa.int32(),
        "width": pa.int32(),
        "split": pa.string(),
        "objects": pa.list_(
            pa.struct(
                {
                    "id": pa.int64(),
                    "category_id": pa.int64(),
                    "category": pa.string(),
                    "supercategory": pa.string(),
                    "bbox": pa.list_(pa.float64()),
                    "area": pa.int64(),
                    "score": pa.float64(),
                    "segmentation": pa.struct({"size": pa.list_(pa.int32()), "counts": pa.string()}),
                }
            )
        ),
        "references": pa.list_(
            pa.struct({"id": pa.int64(), "object_ids": pa.list_(pa.int64()), "sentences": sentences})
        ),
        "undecided": sentences,
    }
    features = {name: _feature(kind) for name, kind in fields.items()} | {"image": {"_type": "Image"}}
    metadata = {"huggingface": json.dumps({"info": {"features": features}})}
    return pa.schema(list(fields.items()), metadata=metadata)


def _feature(kind: Any) -> Any:
    """What ``datasets`` calls the feature of an Arrow type, in the notation that all its versions read."""
    pa, _ = import_arrow()
    if pa.types.is_list(kind):
        return [_feature(kind.value_type)]
    if pa.types.is_struct(kind):
        return {field.name: _feature(field.type) for field in kind}
    names = {"double": "float64"}
    return {"dtype": names.get(str(kind), str(kind)), "_type": "Value"}
