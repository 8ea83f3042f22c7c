"""The catalogue of models that can be downloaded, from ``resources/models.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from tas_desktop.config.resources import resource_path
from tas_desktop.models.entry import MODEL_ROLES, HubSource, Licence, ModelEntry, UrlSource
from tas_desktop.models.errors import ModelUnknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SHA256 = r"^([0-9a-f]{64})?$"
_COMMIT = r"^([0-9a-f]{40})?$"


@cache
def catalogue() -> Mapping[str, ModelEntry]:
    """Entries by model id, in the order of the file: proposals, encoders, captioners."""
    return read_catalogue(resource_path("models.toml"))


def entry_of(model_id: str) -> ModelEntry:
    """The catalogue's entry of that id.

    Raises:
        ModelUnknown: there is none.
    """
    try:
        return catalogue()[model_id]
    except KeyError:
        raise ModelUnknown(
            f"There is no model {model_id!r}", next_step="See the ids with: tas-desktop models list"
        ) from None


def read_catalogue(file: Path) -> Mapping[str, ModelEntry]:
    """Read a catalogue file, which ships with the program.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no catalogue.
    """
    written = _CatalogueFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    terms = {name: Licence(name, **licence.model_dump()) for name, licence in written.licences.items()}
    return {name: model.as_entry(name, terms[model.licence]) for name, model in written.models.items()}


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _LicenceTable(_Written):
    title: Annotated[str, Field(min_length=1)]
    url: Annotated[str, Field(pattern=r"^https://")]
    commercial: bool
    labels: Annotated[str, Field(min_length=1)]


class _ModelTable(_Written):
    title: Annotated[str, Field(min_length=1)]
    role: str
    licence: str
    gated: bool = False
    url: Annotated[str, Field(pattern=r"^(https://.*)?$")] = ""
    sha256: Annotated[str, Field(pattern=_SHA256)] = ""
    hub: Annotated[str, Field(pattern=r"^(\w[\w.-]*/\w[\w.-]*)?$")] = ""
    revision: Annotated[str, Field(pattern=_COMMIT)] = ""
    files: tuple[str, ...] = ()
    sums: dict[str, Annotated[str, Field(pattern=_SHA256)]] = Field(default_factory=dict)
    size_bytes: Annotated[int, Field(ge=0)] = 0
    about_bytes: Annotated[int, Field(ge=0)] = 0

    def as_entry(self, model_id: str, terms: Licence) -> ModelEntry:
        if bool(self.url) == bool(self.hub) or self.role not in MODEL_ROLES:
            raise ValueError(f"{model_id} needs one of url and hub, and a role")
        source: UrlSource | HubSource = (
            UrlSource(self.url, self.sha256, self.size_bytes)
            if self.url
            else HubSource(self.hub, self.revision, self.files, tuple(self.sums.items()))
        )
        return ModelEntry(
            model_id=model_id,
            title=self.title,
            roles=(self.role,),
            source=source,
            terms=terms,
            size_bytes=self.size_bytes or self.about_bytes,
            size_exact=bool(self.size_bytes),
            gated=self.gated,
        )


class _CatalogueFile(_Written):
    schema_version: Annotated[int, Field(ge=1, le=1)]
    licences: dict[str, _LicenceTable]
    models: dict[str, _ModelTable]
