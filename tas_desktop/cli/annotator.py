"""Who works on the command line."""

from __future__ import annotations


def annotator_name() -> str:
    """The annotator's name, as the settings have it."""
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.settings import load_settings

    return load_settings(find_paths().settings_file).settings.general.annotator
