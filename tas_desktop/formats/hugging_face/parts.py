"""Where the rows of a folder are: its files, each with the split that its name tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.hugging_face.jsonl_rows import iterate_metadata
from tas_desktop.formats.hugging_face.parquet_rows import iterate_parquet
from tas_desktop.formats.hugging_face.writing import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_FILES: Final = 10_000
_SHARD: Final = re.compile(r"(.+?)(-\d{5}-of-\d{5}(-[0-9a-f]+)?)?")


@dataclass(frozen=True, slots=True)
class Part:
    """One file with rows.

    Attributes:
        file: parquet, or a ``metadata.jsonl``.
        split: for rows that do not name theirs.
    """

    file: Path
    split: str

    @property
    def image_folder(self) -> Path | None:
        """Where the image files are; None where the pictures are in the rows."""
        return None if self.file.suffix == ".parquet" else self.file.parent

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as plain values. Raises ``InputRefused``."""
        yield from iterate_parquet(self.file) if self.image_folder is None else iterate_metadata(self.file)


def find_parts(path: Path, *, pattern: str) -> tuple[Path, list[Part]]:
    """The folder and its files with rows, in the order of their names.

    Args:
        path: the folder of a dataset, or one of the files.
        pattern: ``*.parquet`` or ``metadata.jsonl``.

    Raises:
        InputRefused: there are none, or too many.
    """
    if path.is_file():
        parent = path.parent
        return (parent.parent if parent.name == "data" else parent), [_part(path, root=parent)]
    for start in (f"data/**/{pattern}", f"**/{pattern}"):
        files = sorted(islice(path.glob(start), _MOST_FILES + 1))
        if len(files) > _MOST_FILES:
            raise InputRefused(
                f"{path} has more than {_MOST_FILES:,} files {pattern}", next_step="Name a folder in it"
            )
        if files:
            return path, [_part(file, root=path) for file in files]
    raise InputRefused(
        f"{path} has no {pattern}", next_step="Name the folder that holds the dataset, or one of its files"
    )


def _part(file: Path, *, root: Path) -> Part:
    if file.name == METADATA:
        return Part(file, "" if file.parent in (root, root / "data") else file.parent.name)
    match = _SHARD.fullmatch(file.stem)
    return Part(file, match[1] if match else file.stem)
