"""Keeping what the annotator chose in the window: written off the GUI thread, as overrides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tas_desktop.session.jobs import Job, JobControl, JobRunner


class Preferences(QObject):
    """Writes single settings to the settings file, in order."""

    failed = Signal(object)

    def __init__(self, settings_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = settings_file
        self._lane = JobRunner("preferences")

    def keep(self, section: str, name: str, value: Any) -> None:
        """Write one setting; the others stay as they are in the file."""

        def run(_control: JobControl) -> None:
            from tas_desktop.config.settings import load_settings, save_settings

            settings = load_settings(self._file).settings.with_value(section, name, value)
            save_settings(self._file, settings)

        self._lane.submit(Job("", run, on_failure=self.failed.emit))

    def close(self) -> bool:
        """Finish writing and end the lane."""
        return self._lane.close(drain=True)
