"""The projects opened last, newest first, in a small file of their own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tas_desktop.config.writing import replace_file

MOST_KEPT = 12
RECENT_FILE = "recent.json"


@dataclass(frozen=True, slots=True)
class RecentProject:
    """One project file that has been open.

    Attributes:
        file: the ``*.tas`` file.
        name: what the window's title called it.
    """

    file: Path
    name: str


def load_recent(file: Path) -> tuple[RecentProject, ...]:
    """What the file lists; nothing where it is missing or damaged: it is a convenience, no record."""
    try:
        listed = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(listed, list):
        return ()
    found = [
        RecentProject(Path(entry["file"]), entry["name"])
        for entry in listed
        if isinstance(entry, dict)
        and isinstance(entry.get("file"), str)
        and isinstance(entry.get("name"), str)
        and entry["file"]
    ]
    return tuple(found[:MOST_KEPT])


def save_recent(file: Path, projects: tuple[RecentProject, ...]) -> None:
    """Write the list.

    Raises:
        TargetNotWritable: the folder cannot be written.
    """
    listed = [{"file": str(project.file), "name": project.name} for project in projects[:MOST_KEPT]]
    replace_file(file, json.dumps(listed, ensure_ascii=False, indent=1).encode("utf-8", "surrogateescape"))


def with_newest(projects: tuple[RecentProject, ...], newest: RecentProject) -> tuple[RecentProject, ...]:
    """The list with that project at its head, once."""
    others = (project for project in projects if project.file != newest.file)
    return (newest, *others)[:MOST_KEPT]
