"""Dropping folders, projects and pictures onto the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGraphicsView, QLineEdit

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.opening.drop_hint import DropHint
from tas_desktop.ui.opening.dropped import local_files, sort_out

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.ui.main_window import MainWindow
    from tas_desktop.ui.opening.dropped import Dropped


class DropTarget(QObject):
    """Takes the drags that reach the window, says what letting go will do, and opens what was dropped."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.hint = DropHint(window.theme, window)
        self._wanted: Path | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        # These would take a file for text, or a picture for their scene.
        for field in window.findChildren(QLineEdit):
            field.setAcceptDrops(False)
        for view in window.findChildren(QGraphicsView):
            view.setAcceptDrops(False)
        # Queued: the session goes to the first picture itself when a project opens.
        queued = Qt.ConnectionType.QueuedConnection
        self._workspace.project.opened.connect(self._on_opened, queued)
        self._workspace.project.open_failed.connect(self._on_failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's drags; everything else passes."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragMoveEvent) and event.type() == QEvent.Type.DragMove:
            event.setAccepted(self.hint.isVisible())
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        else:
            return False
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            self.hint.show_over(self._describe(sort_out(paths)))
            event.acceptProposedAction()
        else:
            event.ignore()

    def _drop(self, event: QDropEvent) -> None:
        self.hint.hide()
        dropped = sort_out(local_files(event.mimeData()))
        event.acceptProposedAction()
        if dropped.place is None:
            self._refuse()
            return
        self._wanted = dropped.picture
        if dropped.left_out:
            text = self.tr("Opened {0}; {1} more things that were dropped are not part of it.")
            self._workspace.notices.post(
                Message(text.format(dropped.place.name, dropped.left_out), Severity.WARNING, key="dropped")
            )
        self._workspace.open_path(dropped.place)

    def _describe(self, dropped: Dropped) -> str:
        if dropped.place is None:
            return self.tr("This cannot be opened here")
        name = dropped.place.name or str(dropped.place)
        if dropped.place.is_dir():
            return self.tr("Let go to open the folder “{0}”").format(name)
        return self.tr("Let go to open the project “{0}”").format(name)

    def _refuse(self) -> None:
        text = self.tr("None of what was dropped can be opened here.")
        step = self.tr("Drop a folder of pictures, a project file or pictures.")
        self._workspace.notices.post(Message(text, Severity.WARNING, step, key="dropped"))

    @Slot()
    def _on_opened(self) -> None:
        """Go to the picture that was dropped."""
        wanted, self._wanted = self._wanted, None
        store, images = self._workspace.project.store, self._workspace.project.images
        if wanted is None or store is None:
            return
        rows = (images.image_at(row) for row in range(images.rowCount()))
        found = next((row for row in rows if row is not None and images.path_of(row) == wanted), None)
        if found is not None:
            self._workspace.session.go_to_image(found.image_id)

    @Slot()
    def _on_failed(self) -> None:
        self._wanted = None
