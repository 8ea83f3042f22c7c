"""Control names and labels of a labelling configuration, XML that is not trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple
from xml.parsers import expat

from tas_desktop.formats.untrusted.refusals import ItemRefused, in_file
from tas_desktop.formats.untrusted.texts import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

_MAX_BYTES: Final = 4 * 2**20


class LabellingConfig(NamedTuple):
    """What regions can refer to: names of controls, and labels."""

    names: frozenset[str]
    labels: frozenset[str]


def read_config(file: Path) -> LabellingConfig:
    """The names in a labelling configuration.

    Raises:
        InputRefused: the file is unreadable, no XML, or declares entities, which could grow without end.
    """
    content = read_bytes(file, max_bytes=_MAX_BYTES)
    names: set[str] = set()
    labels: set[str] = set()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if "name" in attributes:
            names.add(attributes["name"])
        if tag == "Label":
            labels.add(attributes.get("value", ""))

    def refuse(*_declaration: Any) -> None:
        raise ItemRefused("", "it declares entities of its own")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    with in_file(file):
        try:
            parser.Parse(content, True)  # noqa: FBT003 - expat's own interface
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise ItemRefused("", f"it is no XML: {error}") from error
    return LabellingConfig(frozenset(names), frozenset(labels))
