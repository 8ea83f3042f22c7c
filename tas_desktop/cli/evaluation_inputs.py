"""What ``tas-desktop evaluate`` was pointed at: labels and predictions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from tas_desktop.evaluation.answering.given import GivenAnswers
    from tas_desktop.evaluation.labels.labels import Labels

_PROJECT_SUFFIX = ".tas"


def is_project(path: Path) -> bool:
    """Whether a path is a project file or a folder with one."""
    return path.suffix == _PROJECT_SUFFIX or (path.is_dir() and any(path.glob(f"*{_PROJECT_SUFFIX}")))


def read_labels(path: Path, *, format_name: str, split: str) -> Labels:
    """Labels from a dataset of a named format, a project, or a folder in REFER's layout.

    Raises:
        KnownError: nothing of the kind is there, or it cannot be read.
    """
    from tas_desktop.evaluation.labels.dataset import read_dataset_labels
    from tas_desktop.evaluation.labels.project import read_project_labels
    from tas_desktop.evaluation.labels.refer import read_refer_labels
    from tas_desktop.storage.project import ProjectStore

    if format_name:
        return read_dataset_labels(path, format_name=format_name, split=split)
    if is_project(path):
        with ProjectStore.open(path) as store:
            return read_project_labels(store, split=split)
    return read_refer_labels(path, split=split)


def given_answers(
    path: Path, labels: Labels, files: list[str], *, format_name: str, with_imported: bool
) -> list[GivenAnswers]:
    """Predictions of files, and those that the project holds.

    Args:
        path: of the labels.
        labels: what they are about.
        files: ``[NAME=]FILE`` each.
        format_name: of the files.
        with_imported: whether those of the project are wanted.

    Raises:
        InputRefused: a file cannot be read, or the project holds no predictions.
    """
    from tas_desktop.evaluation.answering.given import read_imported, read_predictions
    from tas_desktop.storage.project import ProjectStore

    given = []
    for file in files:
        name, _, place = file.rpartition("=") if not Path(file).exists() else ("", "", file)
        given.append(read_predictions(Path(place), labels, format_name=format_name, name=name))
    if with_imported:
        if not is_project(path):
            raise InputRefused(
                f"{path} is no project, and only projects hold imported predictions",
                next_step="Name their file with --predictions",
            )
        with ProjectStore.open(path) as store:
            found = read_imported(store, labels)
        if not found:
            raise InputRefused(
                f"{path} holds no imported predictions",
                next_step="tas-desktop import PROJECT FILE --as predictions brings them in",
            )
        given += found
    return given
