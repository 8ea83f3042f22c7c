"""Finding the files of a REFER or gRefCOCO dataset below the folder that somebody named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tas_desktop.domain.errors import InputRefused
from tas_desktop.formats.refer.layout import IMAGE_DIRS, INSTANCES
from tas_desktop.formats.untrusted.names import inside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REFER_FILES: Final = ("refs(unc).p", "refs(umd).p", "refs(google).p", "refs(berkeley).p")
GREF_FILES: Final = ("grefs(unc).json", "grefs(unc).p")


class DatasetFiles(NamedTuple):
    """The files of one dataset.

    Attributes:
        folder: ``refcoco`` and the like.
        instances, refs: files in it.
    """

    folder: Path
    instances: Path
    refs: Path

    def image_folder(self, examples: Sequence[str]) -> Path:
        """The folder where one of a few images lies; where REFER's own reader looks if none is found."""
        found = find_image_folder((self.folder.parent, self.folder), examples)
        return found or self.folder.parent / IMAGE_DIRS[0]


def find_image_folder(roots: Sequence[Path], examples: Sequence[str]) -> Path | None:
    """The first of the field's image folders below some roots that has one of a few images.

    Raises:
        ItemRefused: an example's name leads out of a folder.
    """
    for above in roots:
        for name in IMAGE_DIRS:
            if any(inside(above / name, example).is_file() for example in examples):
                return above / name
    return None


def find_files(path: Path, *, names: Sequence[str]) -> DatasetFiles:
    """The files of a dataset.

    Args:
        path: the refs file, its folder, or the folder above where only one dataset is in it.
        names: what the refs file may be called, the preferred name first.

    Raises:
        InputRefused: nothing, or more than one dataset, is there.
    """
    wanted = f"Name a folder with <name>/{INSTANCES} and <name>/{names[0]} in it"
    if path.is_file():
        return _complete(path.parent, path, wanted=wanted)
    found = [path] if (path / INSTANCES).is_file() else _below(path, names)
    if len(found) != 1:
        several = f": {', '.join(folder.name for folder in found)}" if found else ""
        kind = "gRefCOCO" if names is GREF_FILES else "REFER"
        raise InputRefused(f"{path} holds {len(found) or 'no'} {kind} datasets{several}", next_step=wanted)
    refs = next((found[0] / name for name in names if (found[0] / name).is_file()), found[0] / names[0])
    return _complete(found[0], refs, wanted=wanted)


def _below(path: Path, names: Sequence[str]) -> list[Path]:
    """Dataset folders; those with a refs file where there are any."""
    folders = sorted(found.parent for found in path.glob(f"*/{INSTANCES}"))
    return [folder for folder in folders if any((folder / name).is_file() for name in names)] or folders


def _complete(folder: Path, refs: Path, *, wanted: str) -> DatasetFiles:
    for file in (refs, folder / INSTANCES):
        if not file.is_file():
            raise InputRefused(f"{folder} has no {file.name}", next_step=wanted)
    return DatasetFiles(folder, folder / INSTANCES, refs)
