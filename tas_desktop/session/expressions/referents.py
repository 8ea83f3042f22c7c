"""The referents of the image on the desk: what accepted masks there are already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.storage.rows import ExpressionRow, ReferentRow


class ImageReferents(QObject):
    """Reads the image's referents whenever its expressions were read or changed."""

    changed = Signal()

    def __init__(self, project: ProjectSession, desk: ImageDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._desk = project, desk
        self.rows: tuple[ReferentRow, ...] = ()
        project.expressions_loaded.connect(self._on_expressions)
        desk.image_changed.connect(self._on_image)

    def of_expression(self, expression_id: int | None) -> ReferentRow | None:
        """The first referent that an expression names."""
        return next((row for row in self.rows if expression_id in row.expression_ids), None)

    @Slot()
    def _on_image(self) -> None:
        self._take(())

    @Slot(int, object)
    def _on_expressions(self, image_id: int, rows: tuple[ExpressionRow, ...]) -> None:
        if self._desk.image is None or image_id != self._desk.image.image_id:
            return
        if not any(row.referent_ids for row in rows):
            self._take(())
            return

        def deliver(referents: list[ReferentRow]) -> None:
            if self._desk.image is not None and image_id == self._desk.image.image_id:
                self._take(tuple(referents))

        store = self._project.store
        if store is not None:
            fail = self._project.write_failed.emit
            self._project.ask(lambda: store.list_referents(image_id), then=deliver, otherwise=fail)

    def _take(self, rows: tuple[ReferentRow, ...]) -> None:
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()
