"""Dealing the pictures of the open project into the parts of a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.session.project_work.image_edits import ImageEdits

if TYPE_CHECKING:
    from collections import Counter

    from tas_desktop.projects.dataset_splits import DealWish, PlannedDeal
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.project import ProjectStore


class SplitDealing(QObject):
    """Plans and deals; one undoable step.

    Signals:
        planned: ``PlannedDeal`` for the newest wish.
        dealt: pictures in each split afterwards, a ``Counter`` by name.
        refused: exception.
    """

    planned = Signal(object)
    dealt = Signal(object)
    refused = Signal(object)

    def __init__(self, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._wish: DealWish | None = None
        self._edits = ImageEdits(project, self)
        self._edits.refused.connect(self.refused)

    def plan(self, wish: DealWish) -> None:
        """Ask what dealing would do; ``planned`` follows for the newest wish alone."""
        from tas_desktop.projects.dataset_splits import plan_deal

        store = self._project.store
        if store is None:
            return
        self._wish = wish

        def take(planned: PlannedDeal) -> None:
            if self._wish == wish:
                self.planned.emit(planned)

        self._project.ask(
            lambda: plan_deal(store.list_images(), wish), then=take, otherwise=self.refused.emit
        )

    @Slot(object)
    def deal(self, wish: DealWish) -> None:
        """Deal; ``dealt`` follows."""
        from tas_desktop.projects.dataset_splits import deal_splits

        annotator = self._project.annotator

        def edit(store: ProjectStore) -> Counter[str]:
            return deal_splits(store, wish, annotator=annotator)

        self._edits.run(edit, then=self.dealt.emit)
