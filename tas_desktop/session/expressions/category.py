"""The category of the expression in the box: from its head noun, or as the annotator says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.domain.category import FALLBACK_CATEGORY, CategoryTable
from tas_desktop.session.expressions.comparison import find_joined

if TYPE_CHECKING:
    from tas_desktop.domain.ranking import Ranking
    from tas_desktop.session.expressions.referents import ImageReferents
    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.storage.project import ProjectStore
    from tas_desktop.storage.rows import ReferentRow


class CategoryChoice(QObject):
    """Looks the head noun up in the project's table; what the annotator chose stands until the next text.

    Signals:
        changed: ``current`` or ``table`` differs.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        project: ProjectSession,
        navigation: Navigation,
        ranking: RankingDesk,
        referents: ImageReferents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project, self._navigation = project, navigation
        self._ranking, self._referents = ranking, referents
        self._table: CategoryTable | None = None
        self._chosen = ""
        self._told = ""
        project.opened.connect(self._on_opened)
        project.reverted.connect(self.reload)
        project.watch.changed.connect(self.reload)
        navigation.expression_changed.connect(self._on_expression)
        for signal in (ranking.ranking_changed, ranking.selection_changed, referents.changed):
            signal.connect(self._on_fact)

    @property
    def table(self) -> CategoryTable:
        """The project's categories; COCO's until they have been read."""
        if self._table is None:
            from tas_desktop.config.categories import load_coco_categories

            return load_coco_categories()
        return self._table

    @property
    def is_chosen(self) -> bool:
        """Whether the annotator chose it against the head noun."""
        return bool(self._chosen)

    @property
    def referent(self) -> ReferentRow | None:
        """The referent that has a category already: the expression's own, or the one it would join."""
        own, selected = self._navigation.expression, self._ranking.selected
        if own is not None and own.referent_ids and own.text == self._ranking.text:
            return self._referents.of_expression(own.expression_id)
        if selected is None or not self._ranking.is_current:
            return None
        joined = find_joined(
            selected.proposal.mask,
            self._referents.rows,
            own_expression=None if own is None else own.expression_id,
        )
        return None if joined is None else joined[0]

    @property
    def current(self) -> str:
        """What the chip shows; empty without a text."""
        referent = self.referent
        if referent is not None:
            return referent.category
        ranking = self._ranking.ranking
        if not self._ranking.text or ranking is None:
            return self._chosen
        return self.of(ranking)

    def of(self, ranking: Ranking | None) -> str:
        """The category that a decision on a ranking stores."""
        if self._chosen:
            return self._chosen
        if ranking is None or not ranking.understood.head:
            return FALLBACK_CATEGORY
        return self.table.find(ranking.understood.head).name

    def choose(self, name: str) -> None:
        """Take another category: at once for an object that is accepted, else with the next decision."""
        image, referent = self._navigation.image, self.referent
        if image is None or self.table.named(name) is None:
            return
        if referent is None:
            self._chosen = name
            self._on_fact()
            return
        annotator = self._project.annotator
        if referent.category != name:

            def write(store: ProjectStore) -> None:
                store.set_category(referent.referent_id, category=name, annotator=annotator)

            self._project.write(image.image_id, write)

    def add(self, name: str) -> None:
        """Put a new category into the project's table, an undoable edit, and take it."""
        image, referent, annotator = self._navigation.image, self.referent, self._project.annotator
        if image is None:
            return

        def write(store: ProjectStore) -> None:
            added = store.categories.add(name, annotator=annotator)
            if referent is not None:
                store.set_category(referent.referent_id, category=added.name, annotator=annotator)

        self._project.write(image.image_id, write)
        if referent is None:
            self._chosen = " ".join(name.lower().split())
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the table again: it was edited."""

        def deliver(table: CategoryTable) -> None:
            self._table = table
            if self._chosen and table.named(self._chosen) is None:  # its adding was refused or undone
                self._chosen = ""
            self._on_fact()

        store = self._project.store
        if store is not None:
            fail = self._project.write_failed.emit
            self._project.ask(store.categories.table, then=deliver, otherwise=fail)

    @Slot()
    def _on_opened(self) -> None:
        self._table = None
        self.reload()

    @Slot()
    def _on_expression(self) -> None:
        self._chosen = ""
        self._on_fact()

    @Slot()
    def _on_fact(self) -> None:
        told = f"{self.current}\n{self._chosen}\n{id(self._table)}"
        if told != self._told:
            self._told = told
            self.changed.emit()
