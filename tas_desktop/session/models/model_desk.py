"""Everything that the dialog of models and profiles shows and asks for; it outlives the dialog."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.models.inventory import Presence
from tas_desktop.session.models.downloads import Downloads
from tas_desktop.session.models.shelf import Shelf
from tas_desktop.session.models.upkeep import Upkeep

if TYPE_CHECKING:
    from pathlib import Path

    from tas_desktop.config.profiles import Profile
    from tas_desktop.models.profile_needs import NeededPart, ProfileNeeds
    from tas_desktop.session.method_choice import MethodChoice
    from tas_desktop.session.models.model_switch import ModelSwitch
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.preferences import Preferences


class Hindrance(Enum):
    """Why a profile cannot be put to work just now."""

    IN_USE = auto()
    MISSING = auto()
    NOT_AGREED = auto()


class ModelDesk(QObject):
    """Profiles, their models, downloads and what was agreed to.

    Attributes:
        shelf: what is there.
        downloads: what is on its way.
        upkeep: what is checked, removed or brought in.

    Signals:
        changed: another profile is in use, or a model runs elsewhere.
    """

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        *,
        method: MethodChoice,
        switch: ModelSwitch,
        source: PipelineSource,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._method = preferences, method
        self._switch, self._source = switch, source
        self.shelf, self.downloads, self.upkeep = Shelf(self), Downloads(parent=self), Upkeep(self)
        self._lacked = False
        self._seen: Profile | None = None
        self.downloads.arrived.connect(self._on_model_changed)
        self.downloads.changed.connect(self._on_download_changed)
        self.upkeep.done.connect(self._on_model_changed)
        self.shelf.surveyed.connect(self._on_surveyed)
        preferences.changed.connect(self._on_preference)

    def device_of(self, role: str) -> str:
        """Where the model of a role runs, as it says itself; empty while none is loaded."""
        pipeline = self._source.loaded
        return "" if pipeline is None else dict(pipeline.devices).get(role, "")

    @property
    def in_use(self) -> str:
        """Name of the profile that the settings name."""
        return self._preferences.settings.ranking.profile

    def hindrance(self, needs: ProfileNeeds) -> Hindrance | None:
        """Why this profile cannot be put to work now; None where it can."""
        if needs.profile.file.stem == self.in_use:
            return Hindrance.IN_USE
        if needs.missing:
            return Hindrance.MISSING
        return Hindrance.NOT_AGREED if needs.unaccepted(self.shelf.accepted) else None

    def use(self, needs: ProfileNeeds) -> None:
        """Put a profile's models to work, and the way to rank that goes with them."""
        if self.hindrance(needs) is not None:
            return
        if needs.profile.method:
            self._method.choose(needs.profile.method)
        self._preferences.keep("ranking", "profile", needs.profile.file.stem)

    def may_download(self, part: NeededPart) -> bool:
        """Whether a part can be downloaded: it is in the catalogue, not here, and its licence agreed to."""
        agreed = part.terms.commercial or part.terms.licence_id in self.shelf.accepted
        is_known = part.entry is not None and part.entry.source is not None
        return is_known and part.state is not Presence.HERE and agreed

    def download(self, part: NeededPart) -> None:
        """Download a part, or go on with it, where `may_download` says so."""
        if part.entry is not None and self.may_download(part):
            self.downloads.start(part.entry)

    def download_missing(self, needs: ProfileNeeds) -> None:
        """Download all that a profile lacks."""
        for part in needs.missing:
            self.download(part)

    def bring_in(self, part: NeededPart, path: Path) -> None:
        """Use a file or folder of one's own for a part."""
        if part.entry is not None:
            self.upkeep.bring_in(part.entry, path)

    def close(self) -> bool:
        """Stop what is under way and end every lane."""
        ended = [lane.close() for lane in (self.downloads, self.upkeep, self.shelf)]
        return all(ended)

    @Slot(str)
    def _on_model_changed(self, _model_id: str) -> None:
        self.shelf.survey()

    @Slot(str)
    def _on_download_changed(self, model_id: str) -> None:
        """One that has ended without arriving has left something to go on from."""
        if self.downloads.transfer_of(model_id) is None:
            self.shelf.survey()

    @Slot()
    def _on_surveyed(self) -> None:
        """What the chosen profile lacked is here or agreed to, or its file was edited: put it to work."""
        chosen = self.shelf.profile(self.in_use)
        if chosen is None or chosen.needs is None:
            return
        profile = chosen.needs.profile
        lacks = bool(chosen.needs.missing or chosen.needs.unaccepted(self.shelf.accepted))
        before, self._seen = self._seen, profile
        was_edited = before is not None and before.file == profile.file and before != profile
        if was_edited and not lacks:
            self._switch.load_again()
        elif self._lacked and not lacks:
            self._switch.load_if_none()
        self._lacked = lacks

    @Slot(str, str, object)
    def _on_preference(self, section: str, name: str, _value: object) -> None:
        if (section, name) == ("ranking", "profile"):
            self.changed.emit()
