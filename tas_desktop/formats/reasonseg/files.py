"""The files of a ReasonSeg folder, and what one of them says beside its shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.domain.errors import ImageRefused, InputRefused
from tas_desktop.formats.image_reading import read_header
from tas_desktop.formats.untrusted.json_reading import read_json
from tas_desktop.formats.untrusted.names import plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.values import as_id, as_image_size, as_list, as_record, as_text, field

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 64 * 2**20
_EXPLANATORY: Final = "explanatory"
_MOST_TEXTS: Final = 10_000
_LONGEST_SPLIT: Final = 100
_OUR_KEYS: Final = ("image_id", "ref_id", "sent_ids", "file_name", "height", "width")


@dataclass(frozen=True, slots=True)
class Query:
    """What one file says beside its shapes.

    Attributes:
        image_id, ref_id, sent_ids: ours; None and nothing in files of others.
        file_name: the picture's own name.
    """

    path: Path
    split: str
    texts: tuple[str, ...]
    image_id: int | None
    ref_id: int | None
    sent_ids: tuple[int, ...]
    file_name: str
    height: int
    width: int

    @property
    def picture(self) -> Path | None:
        """The picture beside the file, unless it is a link that leads elsewhere."""
        place = self.path.with_suffix(".jpg")
        return place if place.is_file() else None


def find_queries(path: Path) -> list[Path]:
    """The JSON files of a folder, or of the folders of its splits, by their names.

    Raises:
        InputRefused: there is none.
    """
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.json")) or [
        file for file in sorted(path.glob("*/*.json")) if file.parent.name != _EXPLANATORY
    ]
    if not found and not (path / _EXPLANATORY).is_dir():  # which an export without references has too
        raise InputRefused(
            f"{path} holds no queries of ReasonSeg",
            next_step="Name a folder with train/, val/ or test/ full of .json and .jpg files",
        )
    return found


def read_query(path: Path, *, root: Path) -> tuple[Query, Any]:
    """One file, and its shapes as they stand.

    Raises:
        InputRefused: it is none, or nothing says how large its picture is.
    """
    document = read_json(path, max_bytes=MAX_BYTES)
    with in_file(path):
        record = as_record(document, item="")
        texts = _texts(record)
        shapes = field(record, "shapes", item="")
        is_ours = all(key in record for key in _OUR_KEYS)
        height, width = (
            as_image_size(record["height"], record["width"], item="")
            if "height" in record and "width" in record
            else _picture_size(path)
        )
        split = path.parent.name if path.parent != root else ""
        if is_ours:
            split = as_text(record.get("split", ""), item="", name="its split", longest=_LONGEST_SPLIT)
        query = Query(
            path=path,
            split=split,
            texts=texts,
            image_id=as_id(record["image_id"], item="its image") if is_ours else None,
            ref_id=as_id(record["ref_id"], item="its ref") if is_ours else None,
            sent_ids=_sentence_ids(record["sent_ids"], len(texts)) if is_ours else (),
            file_name=plain_name(record["file_name"], item="") if is_ours else path.with_suffix(".jpg").name,
            height=height,
            width=width,
        )
    return query, shapes


def _texts(record: dict[str, Any]) -> tuple[str, ...]:
    value = field(record, "text", item="")
    listed = as_list([value] if type(value) is str else value, item="", name="text", longest=_MOST_TEXTS)
    texts = tuple(as_text(text, item="", name="a text") for text in listed)
    if not texts or not all(text.strip() for text in texts):
        raise ItemRefused("", "it has no text, or a blank one")
    return texts


def _sentence_ids(value: Any, count: int) -> tuple[int, ...]:
    ids = tuple(as_id(number, item="a sentence") for number in as_list(value, item="", name="sent_ids"))
    if len(ids) != count:
        raise ItemRefused("", f"it has {len(ids)} sent_ids and {count} texts")
    return ids


def _picture_size(path: Path) -> tuple[int, int]:
    picture = path.with_suffix(".jpg")
    try:
        header = read_header(picture)
    except ImageRefused as error:
        raise ItemRefused("", f"nothing says how large its picture is: {error.message}") from error
    return header.height, header.width
