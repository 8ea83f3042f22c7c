"""The files of a PhraseCut folder: tasks by split, and the table of images."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tas_desktop.domain.errors import ImageRefused, InputRefused
from tas_desktop.formats.image_reading import read_header
from tas_desktop.formats.phrasecut import layout
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_list, as_record, as_text

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_SPLIT: Final = 100


class PhraseCutFiles(NamedTuple):
    """Where things are: files of tasks, and the table of images, which may be missing."""

    folder: Path
    tasks: list[Path]
    table: Path | None


@dataclass(frozen=True, slots=True)
class ImageRow:
    """One image of the table; ``own_name`` and ``split`` are the project's where the file has them."""

    image_id: int
    height: int
    width: int
    own_name: str
    split: str


def find_phrasecut(path: Path) -> PhraseCutFiles:
    """The files of a folder, or around one file of tasks.

    Raises:
        InputRefused: there is none.
    """
    folder = path.parent if path.is_file() else path
    tasks = [path] if path.is_file() else sorted(path.glob(f"{layout.PREFIX}*.json"))
    if not tasks:
        raise InputRefused(
            f"{path} holds no tasks of PhraseCut",
            next_step=f"Name a folder with {layout.PREFIX}<split>.json in it, or one such file",
        )
    table = next((folder / name for name in layout.IMAGE_TABLES if (folder / name).is_file()), None)
    return PhraseCutFiles(folder, tasks, table)


def read_table(path: Path) -> dict[int, ImageRow]:
    """Images by id.

    Raises:
        InputRefused: a row is none, or an id is there twice.
    """
    rows: dict[int, ImageRow] = {}
    document = read_json(path)
    with in_file(path):
        for number, entry in enumerate(as_list(document, item="", name="the file")):
            record = as_record(entry, item=f"entry {number}")
            image_id = as_id(record.get("image_id"), item=f"entry {number}")
            item = f"image {image_id}"
            if image_id in rows:
                raise ItemRefused(item, "its id is there twice")
            height, width = as_image_size(record.get("height"), record.get("width"), item=item)
            rows[image_id] = ImageRow(
                image_id, height, width, _name(record, image_id, item), _split(record, item)
            )
    return rows


def _name(record: dict[str, Any], image_id: int, item: str) -> str:
    return plain_name(record.get("file_name", layout.image_name(image_id)), item=item)


def _split(record: dict[str, Any], item: str) -> str:
    split = record.get("own_split", record.get("split", ""))
    return as_text(split, item=item, name="its split", longest=_LONGEST_SPLIT)


def row_of_picture(folder: Path, image_id: int, *, split: str, item: str) -> ImageRow:
    """An image that no table has, by its picture.

    Raises:
        ItemRefused: there is no picture either.
    """
    name = layout.image_name(image_id)
    try:
        header = read_header(folder / layout.IMAGES / name)
    except ImageRefused as error:
        raise ItemRefused(
            item,
            f"nothing says how large image {image_id} is: {error.message}",
            next_step=f"Put {layout.IMAGE_TABLES[0]} beside the tasks, or the pictures into {layout.IMAGES}/",
        ) from error
    return ImageRow(image_id, header.height, header.width, name, split)


def split_of(file: Path) -> str:
    """The split that a file of tasks is named for."""
    return file.stem.removeprefix(layout.PREFIX) if file.name.startswith(layout.PREFIX) else ""
