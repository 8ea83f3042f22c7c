"""What a profile needs of models: which are here, what they take, and the strictest terms among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tas_desktop.config.disk_use import folder_bytes
from tas_desktop.config.profiles import ProfileRefused, load_profile
from tas_desktop.models.consent import accepted_licences
from tas_desktop.models.entry import Licence
from tas_desktop.models.errors import LicenceNotAccepted, ModelDamaged, ModelMissing, ModelUnknown
from tas_desktop.models.inventory import Presence, known_entry, state_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tas_desktop.config.profiles import ComponentChoice, Profile
    from tas_desktop.models.entry import ModelEntry

SHIPPED_TERMS: Final = Licence(
    licence_id="apache-2",
    title="Apache-2.0",
    url="https://www.apache.org/licenses/LICENSE-2.0",
    commercial=True,
    labels="Labels made with it are yours.",
)
"""Of what ships with the program, its starter pack included."""

OWN_TERMS: Final = Licence(
    licence_id="own",
    title="of your own file",
    url="",
    commercial=True,
    labels="The program knows no terms of a file of your own; you do.",
)

_PERMISSIVE: Final = {"mit": 0, "bsd-3": 0, "apache-2": 1}
_PARTICULAR, _NOT_COMMERCIAL = 2, 3


@dataclass(frozen=True, slots=True)
class NeededPart:
    """One part of a profile.

    Attributes:
        choice: what the profile says.
        entry: the model, of the catalogue or brought in; None for files of the program, local paths and
            unknown ids.
        state: whether it can be used now.
        size_bytes: of all its files, also of those that are not here; 0 where unknown.
        received_bytes: of them on this machine.
    """

    choice: ComponentChoice
    entry: ModelEntry | None
    state: Presence
    size_bytes: int = 0
    received_bytes: int = 0

    @property
    def terms(self) -> Licence:
        """Its licence."""
        if self.entry is not None and self.entry.terms.title:
            return self.entry.terms
        return OWN_TERMS if self.choice.model or self.choice.path else SHIPPED_TERMS

    @property
    def title(self) -> str:
        """What people call it."""
        return self.choice.name if self.entry is None else self.entry.title


@dataclass(frozen=True, slots=True)
class ProfileNeeds:
    """All parts of a profile, in the order of ``ROLES``; a model that plays two roles is in it twice."""

    profile: Profile
    parts: tuple[NeededPart, ...]

    @property
    def missing(self) -> tuple[NeededPart, ...]:
        """Parts that cannot be used now, each model once."""
        wanting = {_key(part): part for part in self.parts if part.state is not Presence.HERE}
        return tuple(wanting.values())

    @property
    def size_bytes(self) -> int:
        """Of all files, each model once."""
        return sum(part.size_bytes for part in {_key(part): part for part in self.parts}.values())

    @property
    def strictest(self) -> Licence:
        """The terms that bind whoever uses the profile, and the labels made with it, the most."""
        return max((part.terms for part in self.parts), key=strictness)

    @property
    def not_commercial(self) -> tuple[Licence, ...]:
        """Terms that rule out commercial use, each once; the user has to agree to them."""
        terms = {part.terms.licence_id: part.terms for part in self.parts if not part.terms.commercial}
        return tuple(terms.values())

    def unaccepted(self, accepted: Collection[str]) -> tuple[Licence, ...]:
        """Terms that the user has yet to agree to."""
        return tuple(terms for terms in self.not_commercial if terms.licence_id not in accepted)

    def check(self, accepted: Collection[str]) -> None:
        """See that the profile can be loaded.

        Args:
            accepted: ids of licences that the user agreed to.

        Raises:
            ProfileRefused: a part names a model that there is not, or one for something else.
            ModelMissing: models are not here; names all of them.
            ModelDamaged: files of a model have changed.
            LicenceNotAccepted: a licence that rules out commercial use was not agreed to.
        """
        name = self.profile.name
        self._check_fields()
        absent = [part for part in self.missing if part.state is not Presence.CHANGED]
        if absent:
            titles = ", ".join(part.title for part in absent)
            raise ModelMissing(
                f"The profile {name!r} needs what is not on this machine: {titles}",
                next_step=_how_to_get(absent),
            )
        for part in self.missing:
            raise ModelDamaged(
                f"Files of {part.title}, which the profile {name!r} needs, have changed",
                next_step=f"Bring it in again: tas-desktop models pull {part.choice.model}",
            )
        for terms in self.unaccepted(accepted):
            raise LicenceNotAccepted(
                f"The profile {name!r} is not for commercial use: {terms.title} ({terms.url})",
                next_step="Agree under Tools, Models and profiles, or with: "
                f"tas-desktop profiles accept {terms.licence_id}",
            )

    def _check_fields(self) -> None:
        """See that every model that is named is known, and plays the role it is named for."""
        for part in self.parts:
            choice, entry = part.choice, part.entry
            if choice.model and entry is None:
                raise ProfileRefused(
                    f"{self.profile.file}: {choice.role}.model: there is no model {choice.model!r}",
                    next_step="See the ids with: tas-desktop models list",
                )
            if entry is not None and entry.roles and choice.role not in entry.roles:
                raise ProfileRefused(
                    f"{self.profile.file}: {choice.role}.model: {choice.model} is for {entry.roles[0]}",
                    next_step=f"Name a model for {choice.role}: tas-desktop models list",
                )


def needs_of(profile: Profile) -> ProfileNeeds:
    """Look for every part of a profile; reads lengths of files, never what is in them."""
    return ProfileNeeds(profile, tuple(_needed(choice) for choice in profile.components))


def load_usable(name: str) -> Profile:
    """Load a profile whose models are all here, under licences that were agreed to.

    Raises:
        ProfileRefused: there is none of that name, or its file cannot be used.
        KnownError: see `ProfileNeeds.check`; everything that is missing is named at once.
    """
    profile = load_profile(name)
    needs_of(profile).check(accepted_licences())
    return profile


def strictness(terms: Licence) -> int:
    """0 for the most permissive; terms that rule out commercial use are the strictest."""
    if not terms.commercial:
        return _NOT_COMMERCIAL
    return _PERMISSIVE.get(terms.licence_id, _PARTICULAR)


def _needed(choice: ComponentChoice) -> NeededPart:
    if choice.model:
        return _needed_model(choice)
    files = choice.files if choice.path is None else (choice.path,)
    state = Presence.HERE if all(file.exists() for file in files) else Presence.MISSING
    return NeededPart(choice, None, state, sum(map(_bytes_of, files)))


def _needed_model(choice: ComponentChoice) -> NeededPart:
    try:
        entry = known_entry(choice.model)
    except ModelUnknown:
        return NeededPart(choice, None, Presence.MISSING)
    state = state_of(entry)
    return NeededPart(choice, entry, state.presence, state.size_bytes, state.bytes_here)


def _bytes_of(path: Path) -> int:
    try:
        return folder_bytes(path) if path.is_dir() else path.stat().st_size
    except OSError:
        return 0


def _key(part: NeededPart) -> object:
    return part.choice.model or part.choice.path or part.choice.files or part.choice.role


def _how_to_get(absent: list[NeededPart]) -> str:
    ids = [part.choice.model for part in absent if part.choice.model]
    if not ids:
        return "Bring the files back, or correct the profile"
    return f"Download them: tas-desktop models pull {' '.join(ids)}, or Tools, Models and profiles"
