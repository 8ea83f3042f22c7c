"""An import as a piece of work for another process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.projects.importing.running import import_files
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.projects.importing.options import ImportOptions
    from tas_desktop.projects.importing.report import ImportReport


def import_into(
    control: WorkControl, *, project: Path, options: ImportOptions, rehearse: bool = False
) -> ImportReport:
    """Import into a project file; see ``import_files``.

    Args:
        control: progress and cancel.
        project: the project's folder or its ``.tas`` file.
        options: what to import and how.
        rehearse: write nothing, only say what would happen.

    Raises:
        KnownError: the project cannot be opened, or what ``import_files`` raises.
        Cancelled: nothing was written.
    """
    with ProjectStore.open(project) as store:
        return import_files(store, options, dry_run=rehearse, control=control)
