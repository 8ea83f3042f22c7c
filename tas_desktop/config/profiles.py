"""Profiles: named choices of models and parameters, one TOML file each.

::

    schema_version = 1
    name = "starter"
    title = "Starter pack"

    [proposals]
    backend = "sam"
    name = "starter-sam"
    files = ["starter/sam.safetensors"]
    params = { points_per_side = 8 }

Files are relative to ``resources/`` in shipped profiles and to the profile's folder in the user's own.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tas_desktop.config.paths import find_paths
from tas_desktop.config.resources import resource_path
from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

ParamValue = str | int | float | bool
ROLES = ("proposals", "encoder", "captioner", "parser", "synonyms")


class ProfileRefused(InputRefused):
    """The profile does not exist or its file cannot be used."""


@dataclass(frozen=True, slots=True)
class ComponentChoice:
    """Which backend plays a role, with what files and parameters.

    Attributes:
        role: one of ``ROLES``.
        backend: which code runs it, as ``backends/loading.py`` names it.
        name: name of the component in provenance and cache keys.
        files: absolute paths of its weights or data; they need not exist.
        params: parameters of the backend.
    """

    role: str
    backend: str
    name: str
    files: tuple[Path, ...]
    params: Mapping[str, ParamValue]


@dataclass(frozen=True, slots=True)
class Profile:
    """One complete choice of components."""

    name: str
    title: str
    description: str
    proposals: ComponentChoice
    encoder: ComponentChoice
    captioner: ComponentChoice
    parser: ComponentChoice
    synonyms: ComponentChoice

    @property
    def components(self) -> tuple[ComponentChoice, ...]:
        """All choices, in the order of ``ROLES``."""
        return (self.proposals, self.encoder, self.captioner, self.parser, self.synonyms)


def load_profile(name: str) -> Profile:
    """Load a profile by name: the user's own before the shipped one.

    Raises:
        ProfileRefused: there is none of that name, or its file cannot be used.
    """
    for folder, base in _places():
        file = folder / f"{name}.toml"
        if _is_plain(name) and file.is_file():
            return read_profile(file, base=base)
    known = ", ".join(profile_names()) or "none"
    raise ProfileRefused(f"There is no profile {name!r}", next_step=f"Choose one of: {known}")


def profile_names() -> tuple[str, ...]:
    """Names of all profiles, shipped and own, sorted."""
    return tuple(sorted({file.stem for folder, _ in _places() for file in folder.glob("*.toml")}))


def read_profile(file: Path, *, base: Path) -> Profile:
    """Read a profile file whose component files are relative to ``base``.

    Raises:
        ProfileRefused: the file is missing, no TOML, or says something a profile cannot.
    """
    try:
        content = _ProfileFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileRefused(f"{file} cannot be read: {error}", next_step="Correct or remove it") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ProfileRefused(f"{file}: {place}: {first['msg']}", next_step="Correct or remove it") from error
    choices = {role: _choice(role, getattr(content, role), base=base) for role in ROLES}
    return Profile(content.name, content.title, content.description, **choices)


def _choice(role: str, written: _ComponentFile, *, base: Path) -> ComponentChoice:
    return ComponentChoice(
        role=role,
        backend=written.backend,
        name=written.name,
        files=tuple(base / file for file in written.files),
        params=MappingProxyType(dict(written.params)),
    )


def _places() -> tuple[tuple[Path, Path], ...]:
    """Folders that hold profiles, each with what their files are relative to."""
    own = find_paths().own_profiles
    return ((own, own), (resource_path("profiles"), resource_path()))


def _is_plain(name: str) -> bool:
    return name == Path(name).name and name not in ("", ".", "..")


def _inside(path: str) -> str:
    """Refuse a path that leaves its base."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path:
        raise ValueError("a file has to be a relative path with forward slashes")
    return path


class _ComponentFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    backend: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    files: tuple[Annotated[str, AfterValidator(_inside)], ...] = ()
    params: dict[str, ParamValue] = Field(default_factory=dict)


class _ProfileFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    schema_version: Literal[1]
    name: Annotated[str, Field(min_length=1)]
    title: Annotated[str, Field(min_length=1)]
    description: str = ""
    proposals: _ComponentFile
    encoder: _ComponentFile
    captioner: _ComponentFile
    parser: _ComponentFile
    synonyms: _ComponentFile
