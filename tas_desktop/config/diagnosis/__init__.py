"""The diagnosis of an installation, without importing any of the libraries it looks at."""

from __future__ import annotations

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.diagnosis.survey import survey_installation

__all__ = ["Area", "Finding", "State", "survey_installation"]
