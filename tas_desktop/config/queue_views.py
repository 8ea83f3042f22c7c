"""How each project's list was filtered and ordered last, in a small file of their own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tas_desktop.config.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping

QUEUE_VIEWS_FILE = "queues.json"
MOST_KEPT = 200
LONGEST_FILTER = 2000  # characters
MOST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class QueueView:
    """What a list shows and in what order.

    Attributes:
        order: word of the order, as ``session.review.orders`` knows it; it may know it no longer.
        filter: text of the filter.
    """

    order: str = "dataset"
    filter: str = ""


def load_queue_views(file: Path) -> dict[Path, QueueView]:
    """The views by project file, the one kept last at the end.

    Nothing where the file is missing or damaged: it is a convenience, no record.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            return {}
        listed = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    entries = listed if isinstance(listed, list) else []
    views = dict(view for entry in entries if (view := _read(entry)) is not None)
    return dict(list(views.items())[-MOST_KEPT:])


def save_queue_views(file: Path, views: Mapping[Path, QueueView]) -> None:
    """Write the newest of them.

    Raises:
        TargetNotWritable: the folder cannot be written.
    """
    listed = [
        {"file": str(project), "order": view.order, "filter": view.filter}
        for project, view in list(views.items())[-MOST_KEPT:]
    ]
    replace_file(file, json.dumps(listed, indent=1).encode("ascii"))


def _read(entry: Any) -> tuple[Path, QueueView] | None:
    if not isinstance(entry, dict):
        return None
    file, order, text = entry.get("file"), entry.get("order"), entry.get("filter")
    if not (isinstance(file, str) and file and isinstance(order, str) and isinstance(text, str)):
        return None
    return Path(file), QueueView(order, text[:LONGEST_FILTER])
