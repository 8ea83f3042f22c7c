"""Putting other models to work in the open window: the old ones go, the new ones load in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from tas_desktop.session.analyses import Analyses
    from tas_desktop.session.batch_session import BatchSession
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.preferences import Preferences

WATCHED: Final = (("ranking", "profile"), ("models", "device"), ("models", "precision"))
"""Settings that say which models run and where."""


class ModelSwitch(QObject):
    """Follows the settings, whoever changes them: this dialog, the settings dialog, a reset.

    The model process reads the settings file itself, so the models go only once the file has what the
    settings say. What was decided stays as it is; the picture at the screen is analysed anew, and analyses
    of the other models are found again where they were kept, under keys of their own.
    """

    def __init__(
        self,
        preferences: Preferences,
        *,
        analyses: Analyses,
        desk: ImageDesk,
        batch: BatchSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._analyses = preferences, analyses
        self._desk, self._batch = desk, batch
        self._at_work = self._on_disk = self._wanted
        preferences.written.connect(self._on_written)

    @property
    def _wanted(self) -> tuple[object, ...]:
        settings = self._preferences.settings
        return tuple(getattr(getattr(settings, section), name) for section, name in WATCHED)

    def load_if_none(self) -> None:
        """Load the models of the settings' profile where none are loaded: what they lacked is here now."""
        if not self._analyses.has_models:
            self.load_again()

    def load_again(self) -> None:
        """Let go of the models, and load what the settings and their profile say now."""
        self._at_work = self._wanted
        self._batch.cancel()  # the rest of it would be of other models under the name of these
        self._analyses.change_models()
        self._desk.analyse_anew()

    @Slot(str, str, object)
    def _on_written(self, section: str, name: str, value: object) -> None:
        if (section, name) not in WATCHED:
            return
        place = WATCHED.index((section, name))
        self._on_disk = (*self._on_disk[:place], value, *self._on_disk[place + 1 :])
        if self._on_disk == self._wanted != self._at_work:
            self.load_again()
