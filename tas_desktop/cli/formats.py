"""``tas-desktop formats``: which file formats there are, and what each can hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tas_desktop.formats.format import Format


def formats(
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the file formats: what can be done with each and what it can hold."""
    from tas_desktop.formats.registry import FORMATS

    known = [found for found in FORMATS if _abilities(found)]
    if as_json:
        typer.echo(json.dumps([_as_json(found) for found in known]))
        return
    width = max(len(found.name) for found in known)
    for found in known:
        typer.echo(f"{found.name:<{width}}  {found.title}: {', '.join(_abilities(found))}")
        typer.echo(f"{'':<{width}}  holds {', '.join(sorted(found.carries))}")


def _abilities(found: Format) -> list[str]:
    abilities = {"export": found.writer, "import": found.reader, "validate": found.checker}
    return [name for name, function in abilities.items() if function]


def _as_json(found: Format) -> dict[str, object]:
    return {
        "name": found.name,
        "title": found.title,
        "layout": found.layout,
        "suffix": found.suffix,
        "abilities": _abilities(found),
        "carries": sorted(found.carries),
        "options": sorted(found.options),
    }
