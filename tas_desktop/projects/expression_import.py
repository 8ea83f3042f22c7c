"""Bringing a list of expressions into a project: what fits is added, what does not is told by its line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import ExpressionRefused, InputRefused
from tas_desktop.domain.expression import check_expression
from tas_desktop.formats.expression_list import BadLine, ListedExpression, ScannedList, scan_expression_list
from tas_desktop.storage.adding import stored_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tas_desktop.storage.project import ProjectStore


class ImportedExpressions(NamedTuple):
    """How many expressions were added, and the lines that were left out with the reason."""

    added: int
    bad: list[BadLine]


def read_list(file: Path) -> ScannedList:
    """Read a list before anything is made for it.

    Raises:
        InputRefused: it cannot be read, or holds no expression at all.
    """
    scanned = scan_expression_list(file)
    if not scanned.good:
        reason = f"; line {scanned.bad[0].line} {scanned.bad[0].reason}" if scanned.bad else ""
        raise InputRefused(
            f"{file} holds no expression{reason}",
            next_step="Write one image and one expression a line, below the header image,expression",
        )
    return scanned


def import_expressions(
    store: ProjectStore, scanned: ScannedList, *, list_folder: Path, image_folder: Path, annotator: str
) -> ImportedExpressions:
    """Add the expressions of a list to their images, in one transaction.

    Args:
        store: the project, which has the images already.
        scanned: the list.
        list_folder: where the list lies; its relative paths may start here.
        image_folder: where they may start too; tried first.
        annotator: who imports them.
    """
    ids = {row.path: row.image_id for row in store.list_images()}
    fitting: list[tuple[int, str]] = []
    bad = list(scanned.bad)
    seen: dict[tuple[int, str], int | None] = dict.fromkeys(store.list_texts())
    for line, listed in scanned.good:
        image_id = _find(listed, ids, folder=store.folder, bases=(image_folder, list_folder))
        reason = _why_not(listed, image_id, seen)
        if reason is None and image_id is not None:
            seen[image_id, listed.expression] = line
            fitting.append((image_id, listed.expression))
        elif reason is not None:
            bad.append(BadLine(line, reason))
    store.add_expressions(fitting, annotator=annotator)
    return ImportedExpressions(len(fitting), sorted(bad))


def _why_not(
    listed: ListedExpression, image_id: int | None, seen: Mapping[tuple[int, str], int | None]
) -> str | None:
    """Why a line cannot be added, or None when it can."""
    if image_id is None:
        return f"names {listed.image!r}, which is no picture of the project"
    if (image_id, listed.expression) in seen:
        line = seen[image_id, listed.expression]
        return "is in the project already" if line is None else f"repeats line {line}"
    try:
        check_expression(listed.expression)
    except ExpressionRefused as error:
        return f"is no expression: {error.message}"
    return None


def _find(
    listed: ListedExpression, ids: Mapping[str, int], *, folder: Path, bases: tuple[Path, ...]
) -> int | None:
    """The image that a line names, seen from one of the bases."""
    for base in bases:
        try:
            found = ids.get(stored_path(base / Path(listed.image), folder=folder))
        except ValueError:  # a name that no path can have, such as one with a NUL
            return None
        if found is not None:
            return found
    return None
