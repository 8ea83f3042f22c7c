"""All findings about this installation, in the order in which a reader wants them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.desktop import survey_desktop
from tas_desktop.config.diagnosis.devices import survey_devices
from tas_desktop.config.diagnosis.disk_cache import survey_disk_cache
from tas_desktop.config.diagnosis.folders import survey_folders
from tas_desktop.config.diagnosis.language_data import survey_language_data
from tas_desktop.config.diagnosis.packages import survey_packages
from tas_desktop.config.diagnosis.profiles import survey_profiles
from tas_desktop.config.diagnosis.weights import survey_weights
from tas_desktop.config.resources import resource_path

if TYPE_CHECKING:
    from tas_desktop.config.diagnosis.finding import Finding


def survey_installation() -> tuple[Finding, ...]:
    """Look at everything the application needs; imports none of it."""
    return tuple(
        chain(
            survey_packages(),
            survey_devices(),
            survey_weights(resource_path("starter")),
            survey_profiles(),
            survey_language_data(),
            survey_desktop(),
            survey_folders(),
            survey_disk_cache(),
        )
    )
