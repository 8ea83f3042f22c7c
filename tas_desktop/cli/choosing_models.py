"""``--device`` and ``--precision``, and loading a profile's models for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tas_desktop.config.profiles import Profile
    from tas_desktop.engine.components import Components

AUTO: Final = "auto"
PROFILE_HELP: Final = "Which models to use; see them with: tas-desktop profiles list."
DEVICE_HELP: Final = "Where they run: auto, cuda, cuda:1, mps or cpu; as in the settings where left out."
PRECISION_HELP: Final = "auto, float32, float16 or bfloat16; as in the settings where left out."


def load_models(profile: str, *, device: str = "", precision: str = "") -> Components:
    """Load a profile's models; everything that is missing is named before any library is imported.

    Args:
        profile: its name.
        device: torch's name of one; empty takes what the settings say.
        precision: likewise.

    Raises:
        ModelMissing: models are not on this machine; the next step says how to get them.
        LicenceNotAccepted: a licence that rules out commercial use was not agreed to.
        KnownError: the profile is unknown, weights are damaged, or the device cannot be used.
    """
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.settings import load_settings
    from tas_desktop.models.profile_needs import load_usable

    chosen = load_usable(profile)
    kept = load_settings(find_paths().settings_file).settings.models
    where, how = device or kept.device, precision or kept.precision
    return _load(chosen) if (where, how) == (AUTO, AUTO) else _load_at(chosen, where, how)


def _load(profile: Profile) -> Components:
    from tas_desktop.backends.loading import load_components

    return load_components(profile)


def _load_at(profile: Profile, device: str, precision: str) -> Components:
    from tas_desktop.backends.devices.placement import Placement
    from tas_desktop.backends.loading import load_components

    return load_components(profile, placement=Placement(device, precision=precision))
