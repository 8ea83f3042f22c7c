"""Writing an export: aside, checked clause by clause, synced, renamed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tas_desktop.config.folder_writing import folder_written_aside
from tas_desktop.config.writing import replace_file, written_aside
from tas_desktop.domain.errors import KnownError
from tas_desktop.formats.format import IMAGE_FILE, Format, Layout
from tas_desktop.formats.losses import Losses
from tas_desktop.formats.registry import find_format, writable_formats
from tas_desktop.projects.exporting.card import PAGE, add_to_page, card_place, make_card
from tas_desktop.projects.exporting.card_facts import gather_facts
from tas_desktop.projects.exporting.carried import CarriedDataset
from tas_desktop.projects.exporting.counting import CountedDataset, DatasetCounts
from tas_desktop.projects.exporting.project_dataset import open_dataset

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.formats.format import Finding, Loss
    from tas_desktop.projects.exporting.request import ExportRequest

WRITING = "write"
CHECKING = "check"
_MOST_FINDINGS: Final = 5


class ExportCheckFailed(KnownError):
    """What was just written breaks a clause of its format; it was not kept."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written.

    Attributes:
        target: the file or folder.
        format_name: of the registry.
        counts: what the project gave.
        losses: what of it is not in the files, and why.
        images_folder: the folder that file names are relative to, as text; empty without one.
    """

    target: Path
    format_name: str
    counts: DatasetCounts
    losses: tuple[Loss, ...]
    images_folder: str


def export_project(control: WorkControl, *, request: ExportRequest) -> ExportReport:
    """Write what was decided on a project, from one consistent moment.

    The target is complete and has passed the format's own checks, or it is as it was before.

    Raises:
        Cancelled: between two images; nothing is left behind.
        ExportCheckFailed: the files break a clause of their format.
        KnownError: the project cannot be read, the target not be written, the format is none, or the rule
            deals nothing.
    """
    chosen = find_format(request.format_name, among=writable_formats())
    aside = written_aside if chosen.layout is Layout.FILE else folder_written_aside
    with (
        open_dataset(
            request.project,
            rule=request.rule,
            with_origin=request.options.with_origin or request.with_card,
            step=lambda done, total: control.step(WRITING, done, total),
        ) as dataset,
        aside(request.target) as place,
    ):
        counted = CountedDataset(dataset)
        losses = Losses()
        losses.extend(chosen.write(place, counted, options=request.options))
        losses.extend(dataset.losses())
        _check(chosen, place, control)
        card = _make_card(counted, losses.all(), request, chosen) if request.with_card else ""
        if card and chosen.layout is Layout.FOLDER:
            _put_card(card, place)
    if card and chosen.layout is Layout.FILE:
        replace_file(card_place(request.target), card.encode())
    return ExportReport(
        target=request.target,
        format_name=chosen.name,
        counts=counted.counts(),
        losses=losses.all(),
        images_folder=str(dataset.images_folder or ""),
    )


def _make_card(
    dataset: CountedDataset, losses: tuple[Loss, ...], request: ExportRequest, chosen: Format
) -> str:
    carried = CountedDataset(CarriedDataset(dataset, chosen))
    facts = gather_facts(carried)
    return make_card(
        carried.counts(), facts, losses, chosen=chosen, name=request.target.stem, licence=request.licence
    )


def _put_card(card: str, folder: Path) -> None:
    """The folder's page with the card before what the format has to say; where it has none, the card."""
    page = folder / PAGE
    own = page.read_text(encoding="utf-8") if page.is_file() else ""
    page.write_text(add_to_page(own, card) if own else card, encoding="utf-8", newline="\n")


def _check(chosen: Format, place: Path, control: WorkControl) -> None:
    """Run the format's checks on what nobody else has seen yet."""
    if not chosen.checker:
        return
    steps = itertools.count(1)
    findings = chosen.check(place, tick=lambda: control.step(CHECKING, next(steps)))
    broken = (finding for finding in findings if finding.check != IMAGE_FILE)  # the losses tell of images
    first = list(itertools.islice(broken, _MOST_FINDINGS))
    if first:
        raise ExportCheckFailed(
            f"What was written breaks rules of {chosen.title}: {'; '.join(map(_worded, first))}",
            next_step="Nothing was replaced. Please report this with the log file",
        )


def _worded(finding: Finding) -> str:
    return f"{finding.item}: {finding.message}" if finding.item else finding.message
