"""Keeping what the annotator chose in the window: at once for the window, off its thread for the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tas_desktop.config.settings import Settings, load_settings, save_settings
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from tas_desktop.domain.notice import Notice


class Preferences(QObject):
    """The settings as they are now; single ones are changed and written, in order.

    Signals:
        changed: section, name and value of a setting that has another value now.
        written: section, name and value of a setting, once the file has it.
        failed: why a setting could not be written.
    """

    changed = Signal(str, str, object)
    written = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, settings_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = settings_file
        self._lane = JobRunner("preferences")
        self._settings, self._notices = load_settings(settings_file)

    @property
    def settings(self) -> Settings:
        """What holds now."""
        return self._settings

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What could not be used of the file, as it was read at the start."""
        return self._notices

    def keep(self, section: str, name: str, value: Any) -> None:
        """Change one setting and write it; the others stay as they are in the file.

        Raises:
            ValidationError: the value is out of range (a ``ValueError``); nothing changes.
        """
        before = self._settings
        self._settings = before.with_value(section, name, value)

        def run(_control: JobControl) -> None:
            settings = load_settings(self._file).settings.with_value(section, name, value)
            save_settings(self._file, settings)

        held = getattr(getattr(self._settings, section), name)

        def tell(_none: object) -> None:
            self.written.emit(section, name, held)

        self._lane.submit(Job("", run, on_success=tell, on_failure=self.failed.emit))
        if held != getattr(getattr(before, section), name):
            self.changed.emit(section, name, held)

    def reset(self, section: str, name: str) -> None:
        """Go back to the default; the override goes from the file."""
        self.keep(section, name, Settings().model_dump()[section][name])

    def close(self) -> bool:
        """Finish writing and end the lane."""
        return self._lane.close(drain=True)
