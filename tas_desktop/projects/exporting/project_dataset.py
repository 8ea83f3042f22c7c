"""A project as a dataset that can be written: images named, measured, dealt into splits."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.formats.image_reading import read_header
from tas_desktop.formats.losses import Losses
from tas_desktop.projects.exporting.naming import NamedImages, name_images
from tas_desktop.projects.split_building import build_splits
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tas_desktop.domain.category import CategoryTable
    from tas_desktop.domain.dataset import DatasetImage
    from tas_desktop.formats.format import Loss
    from tas_desktop.projects.split_building import SplitRule
    from tas_desktop.storage.dataset import StoredDataset

UNMEASURED = "images of unknown size, because their file cannot be read"
SKIPPED = "expressions that were skipped"
FLAGGED = "expressions that were flagged"

Step = Callable[[int, int], None]
"""Called with images given and images in all of a pass; raises ``Cancelled`` to stop it."""


class _View(NamedTuple):
    """How a project is looked at."""

    named: NamedImages
    splits: Mapping[int, str] | None
    with_origin: bool
    step: Step


class ProjectDataset:
    """What ``open_dataset`` gives: a project at one moment, in the form in which formats take it."""

    def __init__(self, stored: StoredDataset, view: _View) -> None:
        self._stored = stored
        self._view = view
        self._sizes_hw: dict[int, tuple[int, int] | None] = {}

    @property
    def categories(self) -> CategoryTable:
        """The project's own table."""
        return self._stored.categories

    @property
    def image_count(self) -> int:
        """Images with expressions, those included that ``losses`` names."""
        return self._stored.image_count

    @property
    def images_folder(self) -> Path | None:
        """The folder that file names are relative to."""
        return self._view.named.folder

    def images(self) -> Iterator[DatasetImage]:
        """Images with expressions whose size is known, by id."""
        named, splits, with_origin, step = self._view
        total = self.image_count
        for number, image in enumerate(self._stored.images(with_origin=with_origin), start=1):
            step(number, total)
            source = named.places[image.image_id]
            size_hw = (image.height, image.width) if image.height else self._measure(image.image_id, source)
            if size_hw is None:
                continue
            yield replace(
                image,
                file_name=named.names[image.image_id],
                height=size_hw[0],
                width=size_hw[1],
                split=image.split if splits is None else splits.get(image.image_id, ""),
                source=source,
            )

    def losses(self) -> tuple[Loss, ...]:
        """What no format gets to see; complete after a pass over the images."""
        losses = Losses()
        counts = self._stored.count_by_status()
        losses.note(SKIPPED, count=counts.get(ExpressionStatus.SKIPPED, 0))
        losses.note(FLAGGED, count=counts.get(ExpressionStatus.FLAGGED, 0))
        for image_id, size_hw in self._sizes_hw.items():
            if size_hw is None:
                losses.note(UNMEASURED, example=self._view.named.names[image_id])
        return losses.all()

    def _measure(self, image_id: int, source: Path) -> tuple[int, int] | None:
        """Height and width by the file's header; None where it cannot be read."""
        if image_id not in self._sizes_hw:
            try:
                header = read_header(source)
                self._sizes_hw[image_id] = (header.height, header.width)
            except ImageRefused:
                self._sizes_hw[image_id] = None
        return self._sizes_hw[image_id]


@contextmanager
def open_dataset(
    project: Path, *, rule: SplitRule | None = None, with_origin: bool = False, step: Step
) -> Iterator[ProjectDataset]:
    """A project's dataset, from one consistent moment, while the block lasts; decisions go on meanwhile.

    Args:
        project: its folder or ``.tas`` file.
        rule: deals the images for this dataset only; None takes the project's own splits.
        with_origin: sentences say how they came to their masks.
        step: called at each image of each pass.

    Raises:
        KnownError: the project cannot be read, or the rule is none.
    """
    with ProjectStore.open(project) as store, store.begin_dataset() as stored:
        places = ((image_id, store.image_path(path).absolute()) for image_id, path in stored.paths())
        splits = None if rule is None else build_splits(stored, rule, place_of=store.image_path)
        yield ProjectDataset(stored, _View(name_images(places), splits, with_origin, step))
