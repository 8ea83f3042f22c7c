"""``tas-desktop profiles``: which choices of models there are, what each needs, and copies of one's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tas_desktop.models.profile_needs import NeededPart, ProfileNeeds

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Name = Annotated[str, typer.Argument(help="Name of a profile.", metavar="NAME")]


@app.callback()
def _profiles() -> None:
    """Show profiles, each a choice of models and parameters, and copy them to change them.

    Nothing here is downloaded: that is asked for with ``tas-desktop models pull``.
    """


@app.command("list")
def list_profiles(as_json: _Json = False) -> None:
    """List the profiles: title, size, memory, speed, strictest licence, and whether the models are here."""
    from tas_desktop.config.profiles import ProfileRefused, load_profile, profile_names
    from tas_desktop.models.profile_needs import needs_of

    rows: list[dict[str, Any]] = []
    for name in profile_names():
        try:
            rows.append(_summary(needs_of(load_profile(name))))
        except ProfileRefused as error:
            rows.append({"name": name, "refused": str(error)})
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo(_as_lines(row))


@app.command()
def show(name: _Name, as_json: _Json = False) -> None:
    """Show one profile with its parts, where they come from and what is missing."""
    from tas_desktop.config.profiles import load_profile
    from tas_desktop.models.profile_needs import needs_of

    needs = needs_of(load_profile(name))
    content = _summary(needs) | {
        "description": needs.profile.description,
        "file": str(needs.profile.file),
        "parts": [_part(part) for part in needs.parts],
    }
    if as_json:
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1))
        return
    typer.echo(_as_lines(content))
    typer.echo(f"    {content['description']}\n    {needs.strictest.labels}")
    for part in needs.parts:
        typer.echo(_part_line(part))
    typer.echo(f"Written in {content['file']}")


@app.command()
def copy(
    name: _Name,
    new_name: Annotated[str, typer.Argument(help="What the copy is called.", metavar="NEW")],
    as_json: _Json = False,
) -> None:
    """Copy a profile to a file of your own, to be changed with a text editor."""
    from tas_desktop.config.profile_copies import copy_profile

    file = copy_profile(name, new_name)
    typer.echo(json.dumps({"name": new_name, "file": str(file)}) if as_json else str(file))


@app.command()
def path(
    name: Annotated[str | None, typer.Argument(help="A profile; your own folder where left out.")] = None,
    as_json: _Json = False,
) -> None:
    """Print where a profile's file is, or the folder of your own profiles."""
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.profiles import profile_place

    place = find_paths().own_profiles if name is None else profile_place(name)[0]
    typer.echo(json.dumps({"path": str(place)}) if as_json else str(place))


@app.command()
def accept(
    licence: Annotated[str, typer.Argument(help="The licence's name, as profiles list --json has it.")],
) -> None:
    """Agree to a licence that rules out commercial use, so that profiles under it can be used."""
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.models.catalogue import catalogue
    from tas_desktop.models.consent import accept_licence

    known = {entry.terms.licence_id: entry.terms for entry in catalogue().values()}
    if licence not in known:
        raise InputRefused(
            f"No model is under a licence called {licence!r}", next_step=f"Name one of: {', '.join(known)}"
        )
    accept_licence(licence)
    terms = known[licence]
    typer.echo(f"Agreed to {terms.title} ({terms.url}). {terms.labels}")


def _summary(needs: ProfileNeeds) -> dict[str, Any]:
    profile, strictest = needs.profile, needs.strictest
    return {
        "name": profile.name,
        "title": profile.title,
        "own": profile.is_own,
        "speed": profile.speed.value,
        "method": profile.method,
        "size_bytes": needs.size_bytes,
        "gpu_gb": profile.gpu_gb,
        "ram_gb": profile.ram_gb,
        "licence": strictest.licence_id,
        "licence_title": strictest.title,
        "licence_url": strictest.url,
        "labels": strictest.labels,
        "commercial": strictest.commercial,
        "ready": not needs.missing,
        "missing": [part.choice.model or part.title for part in needs.missing],
    }


def _part(part: NeededPart) -> dict[str, Any]:
    return {
        "role": part.choice.role,
        "backend": part.choice.backend,
        "name": part.choice.name,
        "title": part.title,
        "model": part.choice.model,
        "path": str(part.choice.path or ""),
        "state": part.state.value,
        "size_bytes": part.size_bytes,
        "received_bytes": part.received_bytes,
        "licence": part.terms.licence_id,
        "params": dict(part.choice.params),
    }


def _as_lines(row: dict[str, Any]) -> str:
    if "refused" in row:
        return f"{row['name']}: cannot be used\n    {row['refused']}"
    from tas_desktop.config.disk_use import readable_size

    memory = [
        f"{row[key]:g} GB {what}" for key, what in (("gpu_gb", "GPU"), ("ram_gb", "memory")) if row[key]
    ]
    terms = row["licence_title"] + ("" if row["commercial"] else ", NOT for commercial use")
    facts = ", ".join((row["speed"], readable_size(row["size_bytes"]), *memory, terms))
    state = "ready" if row["ready"] else f"missing: {', '.join(row['missing'])}"
    return f"{row['name']}: {row['title']}\n    {facts}\n    {state}"


def _part_line(part: NeededPart) -> str:
    from tas_desktop.config.disk_use import readable_size

    size = f", {readable_size(part.size_bytes)}" if part.size_bytes else ""
    source = part.choice.model or str(part.choice.path or "") or "ships with the program"
    return f"  {part.choice.role:<10} {part.title} ({source}{size}, {part.terms.title}): {part.state.value}"
