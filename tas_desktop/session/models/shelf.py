"""What is there of profiles and models, looked up off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tas_desktop.config.profiles import ProfileRefused
from tas_desktop.session.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from tas_desktop.models.profile_needs import ProfileNeeds


@dataclass(frozen=True, slots=True)
class ShelvedProfile:
    """A profile as the shelf has it.

    Attributes:
        name: its name.
        needs: what it needs; None where its file cannot be used.
        error: why not.
    """

    name: str
    needs: ProfileNeeds | None
    error: ProfileRefused | None = None


class Shelf(QObject):
    """All profiles with what they need; its lane comes into being when it is first asked.

    Attributes:
        profiles: as of the last survey.
        accepted: ids of the licences that the user agreed to.

    Signals:
        surveyed: `profiles` is known anew.
        copied: file of a profile that was copied.
        failed: exception.
    """

    surveyed = Signal()
    copied = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.profiles: tuple[ShelvedProfile, ...] = ()
        self.accepted: frozenset[str] = frozenset()
        self._made: JobRunner | None = None

    @Slot()
    def survey(self) -> None:
        """Look anew; `surveyed` follows."""
        job = Job("", _survey, on_success=self._take, on_failure=self.failed.emit)
        self._lane.submit(job)

    def agree(self, licence_id: str) -> None:
        """Remember that the user agrees to a licence, and look anew."""

        def run(_control: JobControl) -> None:
            from tas_desktop.models.consent import accept_licence

            accept_licence(licence_id)

        self._lane.submit(Job("", run, on_success=lambda _none: self.survey(), on_failure=self.failed.emit))

    def copy(self, name: str) -> None:
        """Copy a profile under a free name, and look anew; ``copied`` tells the file."""

        def run(_control: JobControl) -> object:
            from tas_desktop.config.profile_copies import copy_profile, free_name

            return copy_profile(name, free_name(name))

        def deliver(file: object) -> None:
            self.copied.emit(file)
            self.survey()

        self._lane.submit(Job("", run, on_success=deliver, on_failure=self.failed.emit))

    def profile(self, name: str) -> ShelvedProfile | None:
        """The profile of that name, as of the last survey."""
        return next((one for one in self.profiles if one.name == name), None)

    def close(self) -> bool:
        """End the lane."""
        return self._made is None or self._made.close()

    @property
    def _lane(self) -> JobRunner:
        if self._made is None:
            self._made = JobRunner("shelf")
        return self._made

    def _take(self, found: tuple[tuple[ShelvedProfile, ...], frozenset[str]]) -> None:
        self.profiles, self.accepted = found
        self.surveyed.emit()


def _survey(control: JobControl) -> tuple[tuple[ShelvedProfile, ...], frozenset[str]]:
    from tas_desktop.config.profiles import load_profile, profile_names
    from tas_desktop.models.consent import accepted_licences
    from tas_desktop.models.profile_needs import needs_of

    found = []
    for name in profile_names():
        control.token.check()
        try:
            found.append(ShelvedProfile(name, needs_of(load_profile(name))))
        except ProfileRefused as error:
            found.append(ShelvedProfile(name, None, error))
    return tuple(found), accepted_licences()
