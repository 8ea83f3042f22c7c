"""The project that an import goes into; one that is made for it goes again where nothing comes of it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tas_desktop.storage.opening import remove_project_file
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened_target(path: Path, *, new: bool = False, dry_run: bool = False) -> Iterator[ProjectStore]:
    """Open a project, or make one for the time of the block and for good where the block succeeds.

    Args:
        path: the project's folder or file; the folder of a new one.
        new: make it.
        dry_run: make a new one elsewhere, to throw it away afterwards.

    Raises:
        ProjectNotFound: there is none.
        TargetNotWritable: there is one already, or the folder cannot be written.
    """
    if not new:
        with ProjectStore.open(path) as store:
            yield store
    elif dry_run:
        with TemporaryDirectory() as folder, ProjectStore.create(Path(folder)) as store:
            yield store
    else:
        store = ProjectStore.create(path)
        try:
            with store:
                yield store
        except BaseException:
            remove_project_file(store.file)
            raise
