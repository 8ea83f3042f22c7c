"""Under which licences the libraries come that this program stands on, as their own metadata say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from importlib import metadata
from typing import TYPE_CHECKING, Final

from packaging.requirements import InvalidRequirement, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRAM: Final = "tas-desktop"
QT: Final = frozenset({"pyside6", "pyside6-addons", "pyside6-essentials", "shiboken6"})
"""Distributions that may be LGPL: they are linked dynamically and can be exchanged, as the licence asks."""

PERMISSIVE: Final = frozenset({
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python"),
    *("HPND", "ISC", "MIT", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib"),
})  # fmt: skip
LIBRARY_COPYLEFT: Final = frozenset(
    {"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"}
)
SAID_ELSEWHERE: Final = {"segment-anything": "Apache-2.0"}
"""Distributions without a word in their metadata; segment-anything has the LICENSE file in its wheel."""

_NAMES: Final = (  # free texts and classifiers, the more particular first
    (r"gnu affero|agpl", "AGPL-3.0-only"),
    (r"lesser general|lgpl", "LGPL-3.0-only"),
    (r"gnu general|gpl", "GPL-3.0-only"),
    (r"mozilla public license 2|mpl[- ]2", "MPL-2.0"),
    (r"apache", "Apache-2.0"),
    (r"python software foundation|psf", "PSF-2.0"),
    (r"\bisc\b", "ISC"),
    (r"bsd[- ]2|freebsd|simplified bsd", "BSD-2-Clause"),
    (r"bsd", "BSD-3-Clause"),
    (r"\bmit\b", "MIT"),
)
_HOMES: Final = ("homepage", "home", "repository", "source", "source code", "code", "github", "documentation")
_SPDX: Final = re.compile(r"^[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+()-]+)*$")


class Verdict(Enum):
    """Whether a library may be part of a program under the Apache licence."""

    PERMISSIVE = auto()
    QT_LIBRARY = auto()  # LGPL, of Qt
    REFUSED = auto()  # GPL, AGPL, LGPL of anything else
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Library:
    """One distribution that is installed with the program.

    Attributes:
        name: as the package index writes it.
        version: the installed one.
        licence: an SPDX expression; empty where its metadata say nothing that can be understood.
        home: a page about it; may be empty.
        is_direct: named in ``pyproject.toml``, not only needed by one that is.
    """

    name: str
    version: str
    licence: str
    home: str
    is_direct: bool

    @property
    def verdict(self) -> Verdict:
        """Whether it may be there."""
        return judge(self.licence, is_qt=canonical(self.name) in QT)


def judge(expression: str, *, is_qt: bool = False) -> Verdict:
    """Judge an SPDX expression: one alternative that may be chosen is enough, and all its parts must be."""
    if not expression:
        return Verdict.UNKNOWN
    found = {_judge_all(alternative, is_qt=is_qt) for alternative in expression.split(" OR ")}
    for verdict in (Verdict.PERMISSIVE, Verdict.QT_LIBRARY, Verdict.UNKNOWN):
        if verdict in found:
            return verdict
    return Verdict.REFUSED


def list_libraries(requirements: Iterable[str]) -> tuple[Library, ...]:
    """What is installed for these requirements, and for what they require in turn, by name.

    Args:
        requirements: as in ``pyproject.toml``; those for other systems are passed over.
    """
    direct = {canonical(requirement.name) for requirement in _parse(requirements)}
    found: dict[str, Library] = {}
    waiting = list(direct)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = _read(distribution, is_direct=name in direct)
        waiting += [canonical(each.name) for each in _parse(distribution.requires or ())]
    return tuple(found[name] for name in sorted(found))


def list_own_libraries() -> tuple[Library, ...]:
    """What is installed for this program; nothing where it runs without being installed."""
    try:
        return list_libraries(metadata.requires(PROGRAM) or ())
    except metadata.PackageNotFoundError:
        return ()


def canonical(name: str) -> str:
    """A distribution's name in the one form that compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _parse(requirements: Iterable[str]) -> Iterator[Requirement]:
    for line in requirements:
        try:
            requirement = Requirement(line)
        except InvalidRequirement:  # somebody else's metadata
            continue
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def _read(distribution: metadata.Distribution, *, is_direct: bool) -> Library:
    about = distribution.metadata
    name = _said(about, "Name")
    licence = SAID_ELSEWHERE.get(canonical(name)) or _licence_of(about)
    return Library(name, distribution.version, licence, _home_of(about), is_direct)


def _said(about: metadata.PackageMetadata, field: str) -> str:
    """A field's first value, or empty; with ``importlib_metadata``, which keyring imports, ``[]`` raises."""
    return next(iter(about.get_all(field) or ()), "")


def _home_of(about: metadata.PackageMetadata) -> str:
    """The page that the metadata call home, or where the source is; not a list of changes."""
    links = {
        label.strip().lower(): link.strip()
        for label, _, link in (line.partition(",") for line in about.get_all("Project-URL") or [])
    }
    found = (links.get(label) for label in _HOMES)
    return _said(about, "Home-page") or next((link for link in found if link), "")


def _licence_of(about: metadata.PackageMetadata) -> str:
    """The expression where there is one, else what its free text or its classifiers amount to."""
    for field in ("License-Expression", "License"):
        text = " ".join(_said(about, field).split())
        if text and _SPDX.match(text) and all(_is_known(part) for part in _parts(text)):
            return text
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    for text in (*classifiers, _said(about, "License")[:80]):
        for pattern, name in _NAMES:
            if re.search(pattern, text.lower()):
                return name
    return ""


def _judge_all(alternative: str, *, is_qt: bool) -> Verdict:
    parts = [part.strip("() ") for part in alternative.split(" AND ")]
    verdicts = {_judge_one(part.partition(" WITH ")[0], is_qt=is_qt) for part in parts}
    for verdict in (Verdict.REFUSED, Verdict.UNKNOWN, Verdict.QT_LIBRARY):
        if verdict in verdicts:
            return verdict
    return Verdict.PERMISSIVE


def _judge_one(licence: str, *, is_qt: bool) -> Verdict:
    if licence in PERMISSIVE:
        return Verdict.PERMISSIVE
    if licence in LIBRARY_COPYLEFT:
        return Verdict.QT_LIBRARY if is_qt else Verdict.REFUSED
    return Verdict.REFUSED if "GPL" in licence else Verdict.UNKNOWN


def _parts(expression: str) -> list[str]:
    found = re.split(r" (?:AND|OR) ", expression)
    return [part.strip("() ").partition(" WITH ")[0] for part in found]


def _is_known(licence: str) -> bool:
    return licence in PERMISSIVE or "GPL" in licence
