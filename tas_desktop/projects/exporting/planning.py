"""What an export will hold and what it will leave out, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.config.marking import QT_TRANSLATE_NOOP
from tas_desktop.formats.format import Carries, Format, Loss
from tas_desktop.formats.registry import find_format, writable_formats
from tas_desktop.projects.exporting.counting import CountedDataset, DatasetCounts
from tas_desktop.projects.exporting.project_dataset import open_dataset

if TYPE_CHECKING:
    from tas_desktop.engine.control import WorkControl
    from tas_desktop.projects.exporting.request import ExportRequest

READING = "read"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """The preview of an export.

    Attributes:
        counts: what the project has to give.
        unreadable: what of it no format gets, and why.
        losses: these, and what this format has no place for.
        images_folder: the folder that file names are relative to, as text; empty without one.
    """

    counts: DatasetCounts
    unreadable: tuple[Loss, ...]
    losses: tuple[Loss, ...]
    images_folder: str


def plan_export(control: WorkControl, *, request: ExportRequest) -> ExportPlan:
    """Go through a project once; nothing is written.

    Raises:
        Cancelled: between two images.
        KnownError: the project cannot be read, the format is none, or the rule deals nothing.
    """
    chosen = find_format(request.format_name, among=writable_formats())
    with open_dataset(
        request.project, rule=request.rule, step=lambda done, total: control.step(READING, done, total)
    ) as dataset:
        counted = CountedDataset(dataset)
        counts = counted.counts()
        unreadable = tuple(dataset.losses())
        losses = (*unreadable, *foresee_losses(counts, chosen))
        return ExportPlan(counts, unreadable, losses, str(dataset.images_folder or ""))


def foresee_losses(counts: DatasetCounts, chosen: Format) -> tuple[Loss, ...]:
    """What a format has no place for, by what it says of itself."""
    in_splits = sum(count for name, count in (counts.splits or {}).items() if name)
    foreseen = (
        (
            Carries.SEVERAL_TARGETS,
            QT_TRANSLATE_NOOP("Known", "expressions that name several objects"),
            counts.several,
        ),
        (
            Carries.NO_TARGET,
            QT_TRANSLATE_NOOP("Known", "expressions that name nothing in their image"),
            counts.no_target,
        ),
        (Carries.UNDECIDED, QT_TRANSLATE_NOOP("Known", "expressions that nobody decided"), counts.undecided),
        (Carries.MASKS, QT_TRANSLATE_NOOP("Known", "masks of objects"), counts.objects),
        (Carries.CATEGORIES, QT_TRANSLATE_NOOP("Known", "categories of objects"), counts.objects),
        (Carries.SPLITS, QT_TRANSLATE_NOOP("Known", "splits of images"), in_splits),
    )
    return tuple(
        Loss(f"{what}: {chosen.title} has no place for them", count)
        for carried, what, count in foreseen
        if count and carried not in chosen.carries
    )
