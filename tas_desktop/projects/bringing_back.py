"""Bringing the work of a part back into its project, and what both sides make of the same expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tas_desktop.projects.agreement import by_pair, measure_agreement
from tas_desktop.storage.merging.merge import merge_project
from tas_desktop.storage.project import ProjectStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tas_desktop.engine.control import WorkControl
    from tas_desktop.projects.agreement import AgreementReport
    from tas_desktop.storage.merging.merge import MergeReport


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What a merge did, or would do.

    Attributes:
        project: what was merged into.
        other: the project whose work was brought in.
        report: what came in, and the expressions that both went on with.
        agreement: over those that both decided.
        pairs: the same for each pair of annotators, ours first.
        paths: of the images with conflicts, by id.
    """

    project: Path
    other: Path
    report: MergeReport
    agreement: AgreementReport
    pairs: Mapping[tuple[str, str], AgreementReport]
    paths: Mapping[int, str]


def bring_back_work(
    control: WorkControl, *, project: Path, other: Path, annotator: str, rehearse: bool = False
) -> BroughtBack:
    """Merge one project file into another; a piece of work for another process too.

    Args:
        control: progress and cancel.
        project: what is merged into.
        other: the part or other project whose work is brought in.
        annotator: who merges.
        rehearse: write nothing, only say what would happen.

    Raises:
        KnownError: one of them cannot be read, or the project not be written.
        Cancelled: nothing was written.
    """
    with ProjectStore.open(project) as ours, ProjectStore.open(other) as theirs:
        report = merge_project(ours, theirs, annotator=annotator, control=control, rehearse=rehearse)
        known = ours.read_images({row.image_id for row in report.conflicts})
        return BroughtBack(
            ours.file,
            theirs.file,
            report,
            measure_agreement(report.compared),
            by_pair(report.compared),
            {row.image_id: row.path for row in known},
        )
