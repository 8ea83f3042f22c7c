"""The network looks at a picture while the annotator still reads it: the first click need not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from tas_desktop.session.image_desk import Phase

if TYPE_CHECKING:
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.repair.prompting import Prompting

REST_MS = 400
"""How long nothing must have happened: who steps through pictures, or types, wants other things first."""


class LookingAhead(QObject):
    """Has the picture at the desk looked at once, when it is analysed and the annotator rests a moment.

    It costs a twentieth of what the picture's analysis cost and begins after that only. Another picture stops
    it, and whatever is asked of the network by a click comes first.
    """

    def __init__(
        self, prompting: Prompting, *, desk: ImageDesk, ranking: RankingDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._prompting, self._desk = prompting, desk
        self._seen: str | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        desk.image_changed.connect(self._on_image)
        desk.phase_changed.connect(self._on_changed)
        ranking.pending_changed.connect(self._on_changed)
        ranking.selection_changed.connect(self._on_changed)

    @Slot()
    def _on_image(self) -> None:
        self._rest.stop()
        self._seen = None
        self._prompting.stop_looking()

    @Slot()
    def _on_changed(self) -> None:
        """Something happened: the rest begins anew."""
        if self._desk.phase is Phase.READY and self._seen is None:
            self._rest.start()
        else:
            self._rest.stop()

    @Slot()
    def _on_rested(self) -> None:
        picture = self._desk.picture
        if picture is not None and self._prompting.look_ahead(picture.image):
            self._seen = picture.image.content_hash
