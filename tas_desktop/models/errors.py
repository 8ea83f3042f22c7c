"""What can go wrong with models, each with its next step."""

from __future__ import annotations

from tas_desktop.domain.errors import InputRefused, KnownError, WeightsDamaged


class ModelUnknown(InputRefused):
    """No model of that id is in the catalogue, and none was brought in under it."""


class ModelMissing(KnownError):
    """The model is known but is not on this machine, or only a part of it."""


class ModelDamaged(WeightsDamaged):
    """A model's file is not what it was when it was downloaded, or not what its makers published."""


class ModelBusy(KnownError):
    """Another process is downloading or removing the model."""


class LicenceNotAccepted(InputRefused):
    """The model's licence asks for a word of the user first."""


class RemoteCodeRefused(InputRefused):
    """The model asks to run code from its repository."""


class DownloadRefused(KnownError):
    """The server does not give the file: no access, no such file, no such revision."""


class DownloadFailed(KnownError):
    """The file did not come, though it was tried again; what has come is kept for the next try."""


class NoRoom(KnownError):
    """The disk has not enough room for the model."""
