"""Profiles: named choices of models and parameters, one TOML file each.

::

    schema_version = 1
    name = "mine"
    title = "SAM and my own CLIP"
    speed = "slow"                      # fast, medium or slow
    method = "tas-paper"                # the way to rank that goes with it; may be left out
    memory = { gpu_gb = 6, ram_gb = 12 }

    [proposals]
    backend = "segment-anything"
    name = "sam-vit-b"
    model = "sam-vit-b"                 # of the catalogue: `tas-desktop models list`
    params = { points_per_side = 8 }

    [encoder]
    backend = "open-clip-model"
    name = "my-clip"
    path = "/models/my-clip.safetensors"  # a file or folder of one's own

A component has one of ``files`` (relative to ``resources/`` in shipped profiles and to the profile's folder
in the user's own, where ``shipped:`` before a name leads to ``resources/`` again), ``model`` and ``path``, or
nothing where its backend needs none. `models.choices.place_of` says where a component's files are.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import ValidationError

from tas_desktop.config.paths import find_paths
from tas_desktop.config.profile_file import SHIPPED_MARK, ComponentFile, ParamValue, ProfileFile, Speed
from tas_desktop.config.resources import resource_path
from tas_desktop.domain.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        model: id of a model of the catalogue, in place of ``files``; may be empty.
        path: a local file or folder, in place of ``files``.
    """

    role: str
    backend: str
    name: str
    files: tuple[Path, ...]
    params: Mapping[str, ParamValue]
    model: str = ""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One complete choice of components.

    Attributes:
        name: what settings and command line call it.
        title, description: for people.
        speed: how long a picture takes, roughly.
        method: the way to rank that goes with the models; empty where any does.
        gpu_gb, ram_gb: memory at the peak in GB (2**30 bytes), on a GPU and beside it; 0 where unknown.
        file: where it was read from.
    """

    name: str
    title: str
    description: str
    proposals: ComponentChoice
    encoder: ComponentChoice
    captioner: ComponentChoice
    parser: ComponentChoice
    synonyms: ComponentChoice
    speed: Speed = Speed.MEDIUM
    method: str = ""
    gpu_gb: float = 0.0
    ram_gb: float = 0.0
    file: Path = Path()

    @property
    def components(self) -> tuple[ComponentChoice, ...]:
        """All choices, in the order of ``ROLES``."""
        return (self.proposals, self.encoder, self.captioner, self.parser, self.synonyms)

    @property
    def is_own(self) -> bool:
        """Whether the user wrote it, rather than that it ships with the program."""
        return not self.file.is_relative_to(resource_path("profiles"))


def load_profile(name: str) -> Profile:
    """Load a profile by name: the user's own before the shipped one.

    Raises:
        ProfileRefused: there is none of that name, or its file cannot be used.
    """
    file, base = profile_place(name)
    return read_profile(file, base=base)


def profile_place(name: str) -> tuple[Path, Path]:
    """The file of a profile and the folder that its component files are relative to.

    Raises:
        ProfileRefused: there is none of that name.
    """
    for folder, base in _places():
        file = folder / f"{name}.toml"
        if is_plain_name(name) and file.is_file():
            return file, base
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
        content = ProfileFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileRefused(f"{file} cannot be read: {error}", next_step="Correct or remove it") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ProfileRefused(f"{file}: {place}: {first['msg']}", next_step="Correct or remove it") from error
    choices = {role: _choice(role, getattr(content, role), base=base) for role in ROLES}
    return Profile(
        name=content.name,
        title=content.title,
        description=content.description,
        speed=content.speed,
        method=content.method,
        gpu_gb=content.memory.gpu_gb,
        ram_gb=content.memory.ram_gb,
        file=file,
        **choices,
    )


def is_plain_name(name: str) -> bool:
    """Whether a name is a file's name and no way to somewhere else."""
    return name == Path(name).name and name not in ("", ".", "..")


def _choice(role: str, written: ComponentFile, *, base: Path) -> ComponentChoice:
    return ComponentChoice(
        role=role,
        backend=written.backend,
        name=written.name,
        files=tuple(_located(file, base=base) for file in written.files),
        params=MappingProxyType(dict(written.params)),
        model=written.model,
        path=Path(written.path).expanduser() if written.path else None,
    )


def _located(file: str, *, base: Path) -> Path:
    if file.startswith(SHIPPED_MARK):
        return resource_path(*file.removeprefix(SHIPPED_MARK).split("/"))
    return base / file


def _places() -> tuple[tuple[Path, Path], ...]:
    """Folders that hold profiles, each with what their files are relative to."""
    own = find_paths().own_profiles
    return ((own, own), (resource_path("profiles"), resource_path()))
