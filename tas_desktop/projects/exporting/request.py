"""What somebody wants exported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tas_desktop.formats.format import WriteOptions

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.projects.split_building import SplitRule


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export; pickles.

    Attributes:
        project: the project's folder or its ``.tas`` file.
        target: the file or folder to write; an earlier export there is replaced.
        format_name: a name from the registry of formats.
        options: how it is written.
        rule: deals the images into splits for this export only; None takes the project's own splits.
        with_card: write a dataset card: the folder's ``README.md``, or ``<name>.card.md`` beside a file.
        licence: of the dataset, as given; the card says so.
    """

    project: Path
    target: Path
    format_name: str
    options: WriteOptions = field(default_factory=WriteOptions)
    rule: SplitRule | None = None
    with_card: bool = False
    licence: str = ""
