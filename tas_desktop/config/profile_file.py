"""What may stand in a profile's TOML file, and how it is checked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

ParamValue = str | int | float | bool
SHIPPED_MARK = "shipped:"
"""Begins the name of a file of the program's own in a profile that lies elsewhere."""


class Speed(StrEnum):
    """How long a picture takes, roughly; a word in its file, for people who choose."""

    FAST = "fast"  # a second or two on the CPU of a laptop
    MEDIUM = "medium"  # seconds on a GPU, a minute on a CPU
    SLOW = "slow"  # wants a GPU: many minutes a picture without


def _inside(path: str) -> str:
    """Refuse a path that leaves its base."""
    bare = path.removeprefix(SHIPPED_MARK)
    pure = PurePosixPath(bare)
    if not bare or pure.is_absolute() or ".." in pure.parts or "\\" in bare or ":" in bare:
        raise ValueError("a file has to be a relative path with forward slashes")
    return path


def _absolute(path: str) -> str:
    """Refuse a path that depends on where the program was started."""
    if path and not Path(path).expanduser().is_absolute():
        raise ValueError("a path has to be absolute, such as /models/sam.pth")
    return path


class ComponentFile(BaseModel):
    """One role's table."""

    model_config = ConfigDict(extra="forbid")

    backend: Annotated[str, Field(min_length=1)]
    name: Annotated[str, Field(min_length=1)]
    files: tuple[Annotated[str, AfterValidator(_inside)], ...] = ()
    model: str = ""
    path: Annotated[str, AfterValidator(_absolute)] = ""
    params: dict[str, ParamValue] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_source(self) -> ComponentFile:
        if sum(map(bool, (self.files, self.model, self.path))) > 1:
            raise ValueError("give one of files, model and path, not several")
        return self


class MemoryFile(BaseModel):
    """What the models need at their peak, in GB (2**30 bytes); 0 where nothing is said."""

    model_config = ConfigDict(extra="forbid")

    gpu_gb: Annotated[float, Field(ge=0, le=10_000)] = 0.0
    ram_gb: Annotated[float, Field(ge=0, le=10_000)] = 0.0


class ProfileFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    schema_version: Literal[1]
    name: Annotated[str, Field(min_length=1)]
    title: Annotated[str, Field(min_length=1)]
    description: str = ""
    speed: Speed = Speed.MEDIUM
    method: str = ""
    memory: MemoryFile = Field(default_factory=MemoryFile)
    proposals: ComponentFile
    encoder: ComponentFile
    captioner: ComponentFile
    parser: ComponentFile
    synonyms: ComponentFile
