"""Handing the open project out in parts and bringing their work back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.project_work.work_lane import WorkLane

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.projects.bringing_back import BroughtBack
    from tas_desktop.session.project_session import ProjectSession


@dataclass(frozen=True, slots=True)
class HandOut:
    """How a project shall be handed out.

    Attributes:
        count: how many parts.
        out: folder for the parts' folders.
        shared: share of the images that every part gets, in [0, 1].
        with_pictures: copy the pictures too.
    """

    count: int
    out: Path
    shared: float
    with_pictures: bool


class Parts(QObject):
    """Starts the work and keeps what came of it.

    Signals:
        handed_out: list of ``WrittenPart``.
        foreseen: ``BroughtBack`` of a rehearsal: nothing was written.
        brought_back: ``BroughtBack``.

    Attributes:
        work: what is under way, with progress, Cancel and failures.
        last: what the last merge into the open project did; None before.
    """

    handed_out = Signal(object)
    foreseen = Signal(object)
    brought_back = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.work = WorkLane(project, self)
        self.last: BroughtBack | None = None
        project.opened.connect(self._on_opened)

    def hand_out(self, wanted: HandOut) -> None:
        """Write the parts; ``handed_out`` follows. The project itself stays as it is."""
        from tas_desktop.projects.splitting import hand_out

        store = self._project.store
        if store is not None:
            work = partial(
                hand_out,
                project=store.file,
                count=wanted.count,
                out=wanted.out,
                shared=wanted.shared,
                with_pictures=wanted.with_pictures,
            )
            self.work.start(work, then=self.handed_out.emit)

    def foresee(self, other: Path) -> None:
        """See what bringing in another project's work would do; ``foreseen`` follows."""
        self._merge(other, rehearse=True)

    def bring_back(self, other: Path) -> None:
        """Bring it in, all or nothing; ``brought_back`` follows."""
        self._merge(other, rehearse=False)

    def close(self) -> bool:
        """Stop what is under way."""
        return self.work.close()

    def _merge(self, other: Path, *, rehearse: bool) -> None:
        from tas_desktop.projects.bringing_back import bring_back_work

        store = self._project.store
        if store is None:
            return
        work = partial(
            bring_back_work,
            project=store.file,
            other=other,
            annotator=self._project.annotator,
            rehearse=rehearse,
        )
        take = self.foreseen.emit if rehearse else self._take_merged
        self.work.start(work, then=take, writes=not rehearse)

    def _take_merged(self, brought: BroughtBack) -> None:
        """The lists follow as after any other process's writing."""
        self.last = brought
        self._project.watch.look()
        self.brought_back.emit(brought)

    @Slot()
    def _on_opened(self) -> None:
        self.last = None
