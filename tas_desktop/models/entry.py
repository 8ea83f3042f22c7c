"""One model that the program knows, before anything of it is on this machine."""

from __future__ import annotations

from dataclasses import dataclass

MODEL_ROLES = ("proposals", "encoder", "captioner")


@dataclass(frozen=True, slots=True)
class UrlSource:
    """A single file at a plain URL.

    Attributes:
        url: where it is.
        sha256: its published checksum, 64 hexadecimal digits; empty where none is published.
        size_bytes: its published length; 0 where none is.
    """

    url: str
    sha256: str = ""
    size_bytes: int = 0

    @property
    def name(self) -> str:
        """The file's name, the last part of the URL."""
        return self.url.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class HubSource:
    """Files of a repository on the Hugging Face hub.

    Attributes:
        repo: ``owner/name``.
        revision: the commit, 40 hexadecimal digits; empty takes the newest, and the commit that was found
            is kept with the model, so that a later download finishes the same one.
        files: patterns (``fnmatch``) of the files to take; empty takes weights, configuration and tokeniser
            of the repository's top folder.
        sums: published checksums (sha256) of some of its files, as pairs of name and digest; what the hub
            says of the others is checked.
    """

    repo: str
    revision: str = ""
    files: tuple[str, ...] = ()
    sums: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms a model is given under.

    Attributes:
        licence_id: name in the catalogue, such as ``apache-2.0``.
        title: as people write it.
        url: its text.
        commercial: whether commercial use is allowed.
        labels: what it says of labels made with the model, one sentence.
    """

    licence_id: str
    title: str
    url: str
    commercial: bool
    labels: str


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model of the catalogue, or one that the user brought in.

    Attributes:
        model_id: name in profiles and commands.
        title: name for people.
        roles: what it can be used for, of ``MODEL_ROLES``.
        source: where it comes from; None for the user's own.
        terms: its licence.
        size_bytes: of all its files together.
        size_exact: False where the size follows from the number of its weights.
        gated: whether the hub asks for an account that agreed to its terms.
    """

    model_id: str
    title: str
    roles: tuple[str, ...]
    source: UrlSource | HubSource | None
    terms: Licence
    size_bytes: int = 0
    size_exact: bool = True
    gated: bool = False

    @property
    def licence(self) -> str:
        return self.terms.title

    @property
    def licence_url(self) -> str:
        return self.terms.url

    @property
    def label_licence(self) -> str:
        return self.terms.labels

    @property
    def commercial(self) -> bool:
        return self.terms.commercial
