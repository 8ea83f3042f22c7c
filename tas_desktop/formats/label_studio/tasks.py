"""The tasks of a file that is not trusted, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.formats.image_reading import read_header
from tas_desktop.formats.label_studio.writing import IMAGES, SERVED_AT, TASKS
from tas_desktop.formats.untrusted.json_reading import parse_json, read_json
from tas_desktop.formats.untrusted.names import inside, plain_name
from tas_desktop.formats.untrusted.refusals import ItemRefused
from tas_desktop.formats.untrusted.texts import open_text
from tas_desktop.formats.untrusted.values import as_image_size, as_list, as_record, as_text, field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES: Final = 4 * 2**30
_LONGEST_LINE: Final = 64 * 2**20


class Task(NamedTuple):
    """One task, of which only the image has been looked at.

    Attributes:
        item: what to call it.
        record: as the file has it.
        file_name: of its image, plain.
        source: the image's file, where it lies in the export's folder.
        height, width: of the image in pixels.
        results: what Label Studio calls results of the annotation that counts.
    """

    item: str
    record: dict[str, Any]
    file_name: str
    source: Path | None
    height: int
    width: int
    results: list[Any]


def tasks_file(path: Path) -> Path:
    """The file with the tasks, given itself or the folder of an export."""
    return path / TASKS if path.is_dir() else path


def iterate_records(file: Path) -> Iterator[tuple[int, Any]]:
    """Number, from 1, and value of each entry of the list that the file is.

    A file with an entry a line, as ours are, is read line by line, so that its size does not matter.

    Raises:
        InputRefused: the file is unreadable, no JSON, or no list.
    """
    if _has_an_entry_a_line(file):
        yield from _iterate_lines(file)
        return
    yield from enumerate(as_list(read_json(file), item="", name="the file"), start=1)


def _has_an_entry_a_line(file: Path) -> bool:
    with open_text(file, max_bytes=MAX_BYTES) as stream:
        if stream.readline(4).strip() != "[":
            return False
        second = stream.readline(_LONGEST_LINE).strip()
    # A list that is spread over more lines has only a bracket here.
    return second.startswith("{") and second.endswith(("}", "},"))


def _iterate_lines(file: Path) -> Iterator[tuple[int, Any]]:
    with open_text(file, max_bytes=MAX_BYTES) as stream:
        stream.readline()
        number, ended = 0, False
        while line := stream.readline(_LONGEST_LINE + 1):
            entry = line.strip()
            if len(line) > _LONGEST_LINE:
                raise ItemRefused(f"task {number + 1}", f"it has more than {_LONGEST_LINE:,} characters")
            if ended and entry:
                raise ItemRefused("", "something follows the end of its list")
            ended = ended or entry.endswith("]")
            entry = entry.removesuffix("]").rstrip().removesuffix(",")
            if entry:
                number += 1
                yield number, parse_json(entry, item=f"task {number}")
        if not ended:
            raise ItemRefused("", f"it ends in the middle, after task {number}")


def open_task(number: int, value: Any, *, folder: Path) -> Task:
    """Look at a task's image and choose the annotation that counts.

    Raises:
        ItemRefused: it names no image, or nothing says how large it is.
    """
    item = f"task {number}"
    record = as_record(value, item=item)
    data = as_record(field(record, "data", item=item), item=f"{item}, data")
    name = _file_name(data, item=item)
    source = inside(folder, f"{IMAGES}/{name}", item=item)
    found = source if source.is_file() else None
    results = _results(record, item=item)
    height, width = _size(data, results, source=found, item=item)
    return Task(item, record, name, found, height, width, results)


def _file_name(data: dict[str, Any], *, item: str) -> str:
    """Our own name of the image, or that in its address: what Label Studio serves, or anywhere else."""
    if "file_name" in data:
        return plain_name(data["file_name"], item=item)
    address = as_text(field(data, "image", item=f"{item}, data"), item=item, name="its image")
    if address.startswith(SERVED_AT):
        name = unquote(address.removeprefix(SERVED_AT)).removeprefix(f"{IMAGES}/")
        return plain_name(name, item=item)
    try:
        path = urlsplit(address).path
    except ValueError as error:
        raise ItemRefused(item, f"its image's address is damaged: {error}") from error
    return plain_name(unquote(path).lstrip("/"), item=item)


def _results(record: dict[str, Any], *, item: str) -> list[Any]:
    """Those of the ground truth, else of the last annotation not cancelled, else of the last prediction."""
    annotations = [
        as_record(known, item=f"{item}, annotation {number}")
        for number, known in enumerate(_listed(record, "annotations", item=item), start=1)
    ]
    kept = [known for known in annotations if not known.get("was_cancelled")]
    best = [known for known in kept if known.get("ground_truth")] or kept
    if not best:
        best = [
            as_record(known, item=f"{item}, prediction {number}")
            for number, known in enumerate(_listed(record, "predictions", item=item), start=1)
        ]
    return _listed(best[-1], "result", item=item) if best else []


def _listed(record: dict[str, Any], name: str, *, item: str) -> list[Any]:
    value = record.get(name)
    return [] if value is None else as_list(value, item=item, name=name)


def _size(data: dict[str, Any], results: list[Any], *, source: Path | None, item: str) -> tuple[int, int]:
    for holder, names in (
        *((known, ("original_height", "original_width")) for known in results if type(known) is dict),
        (data, ("height", "width")),
    ):
        if names[0] in holder and names[1] in holder:
            return as_image_size(holder[names[0]], holder[names[1]], item=item)
    if source is None:
        raise ItemRefused(
            item,
            "nothing says how large its image is",
            next_step=f"Put the image into a folder {IMAGES!r} beside the file",
        )
    try:
        header = read_header(source)
    except ImageRefused as error:
        raise ItemRefused(item, error.message, next_step=error.next_step) from error
    return header.height, header.width
