"""``tas-desktop models``: which models there are, fetching, checking, removing and bringing them in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tas_desktop.models.entry import ModelEntry
    from tas_desktop.models.inventory import ModelState
    from tas_desktop.models.places import ModelPlace

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Ids = Annotated[list[str], typer.Argument(help="Ids, as the list has them.", metavar="ID…")]


@app.callback()
def _models() -> None:
    """List, download, check, remove and bring in the models that profiles are made of.

    Only pull opens a connection. HF_ENDPOINT names a mirror of the hub, HTTPS_PROXY a proxy; HF_TOKEN, the
    keyring (keyring set tas-desktop huggingface) or hf auth login give the token of gated models.
    """


@app.command("list")
def list_models(as_json: _Json = False) -> None:
    """List all models: what each is for, its size, its licence, and what of it is here."""
    from tas_desktop.models.inventory import list_models as found_models

    states = found_models()
    if as_json:
        typer.echo(json.dumps([_state_as_json(state) for state in states], ensure_ascii=False, indent=1))
        return
    width = max(len(state.entry.model_id) for state in states)
    for state in states:
        typer.echo(_state_line(state, width))


@app.command()
def pull(
    ids: _Ids,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask after showing the licence.")] = False,
    accept_licence: Annotated[
        list[str] | None,
        typer.Option(
            help="Agree to a licence that limits use, by its name; may be given again.", metavar="NAME"
        ),
    ] = None,
    as_json: _Json = False,
) -> None:
    """Download models, or go on with downloads that stopped.

    An id of the list; or, for any other model of the Hugging Face hub, hub:OWNER/NAME, with @COMMIT where it
    shall not be the newest. Ctrl+C stops; what has come is kept, and the next call goes on from there.
    """
    from tas_desktop.cli.model_download import agree, download, entry_for
    from tas_desktop.models.consent import accept_licence as accept

    for name in accept_licence or ():
        accept(name)
    entries = [entry_for(name) for name in dict.fromkeys(ids)]
    agree(entries, asked=not yes)
    places = [download(entry) for entry in entries]
    _print_places(places, as_json=as_json)


@app.command()
def verify(
    ids: Annotated[
        list[str] | None, typer.Argument(help="All that are here where left out.", metavar="[ID…]")
    ] = None,
    as_json: _Json = False,
) -> None:
    """Read models through: are they what was published, or at least what came?

    Exit code 1 where a file is missing or differs.
    """
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.models.inventory import Presence, known_entry
    from tas_desktop.models.inventory import list_models as found_models
    from tas_desktop.models.verifying import verify as verify_model

    here = (Presence.HERE, Presence.CHANGED)
    entries = (
        [known_entry(name) for name in dict.fromkeys(ids)]
        if ids
        else [state.entry for state in found_models() if state.presence in here]
    )
    rows = []
    for entry in entries:
        with work_bar(entry.model_id) as control:
            rows += [(entry.model_id, file) for file in verify_model(entry, control=control)]
    if as_json:
        content = [
            {
                "model_id": model_id,
                "file": file.name,
                "ok": file.verdict.is_good,
                "verdict": file.verdict.value,
            }
            for model_id, file in rows
        ]
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1))
    else:
        for model_id, file in rows:
            typer.echo(
                f"{'ok  ' if file.verdict.is_good else 'FAIL'}  {model_id}  {file.name}: {file.verdict.value}"
            )
        if not rows:
            typer.echo("No model is here beside the starter pack.", err=True)
    raise typer.Exit(0 if all(file.verdict.is_good for _, file in rows) else 1)


@app.command()
def remove(ids: _Ids, as_json: _Json = False) -> None:
    """Remove what was downloaded or copied of models; files used in place stay where they are."""
    from tas_desktop.config.disk_use import readable_size
    from tas_desktop.models.inventory import known_entry
    from tas_desktop.models.removing import remove as remove_model

    entries = [known_entry(name) for name in dict.fromkeys(ids)]
    freed = {entry.model_id: remove_model(entry) for entry in entries}
    if as_json:
        typer.echo(json.dumps({"freed_bytes": freed}))
        return
    for model_id, size_bytes in freed.items():
        typer.echo(f"{model_id}: {readable_size(size_bytes)} freed")


@app.command("import")
def import_model(
    path: Annotated[Path, typer.Argument(help="A weights file, or the folder of a model.")],
    model_id: Annotated[
        str, typer.Option("--as", help="Which model it is, or a new name for one of your own.", metavar="ID")
    ] = "",
    copy: Annotated[bool, typer.Option("--copy", help="Copy it, so that it may be moved away.")] = False,
    as_json: _Json = False,
) -> None:
    """Bring in a model that is on this machine already, where it lies or as a copy.

    Without --as its checksum tells which of the list it is; another one gets the name of its file or folder.
    """
    from tas_desktop.cli.terminal import work_bar
    from tas_desktop.models.importing import import_model as bring_in

    with work_bar(path.name) as control:
        place = bring_in(path, model_id=model_id, copy=copy, control=control)
    _print_places([place], as_json=as_json)


def _print_places(places: list[ModelPlace], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([_place_as_json(place) for place in places], ensure_ascii=False, indent=1))
        return
    for place in places:
        typer.echo(f"{place.model_id} is here: {place.path}")


def _place_as_json(place: ModelPlace) -> dict[str, Any]:
    return {
        "model_id": place.model_id,
        "path": str(place.path),
        "files": [str(file) for file in place.files],
        "revision": place.revision,
        "digest": place.digest,
        "in_place": place.in_place,
    }


def _state_line(state: ModelState, width: int) -> str:
    entry = state.entry
    terms = entry.licence or "terms of its own"
    if not entry.commercial:
        terms += ", not for commercial use"
    line = f"{state.presence.value:<8} {entry.model_id:<{width}}  {', '.join(entry.roles) or 'own':<10} "
    return f"{line}{_size(state):>9}  {terms}" + (f"  {state.place.path}" if state.place else "")


def _size(state: ModelState) -> str:
    from tas_desktop.config.disk_use import readable_size
    from tas_desktop.models.inventory import Presence

    if not state.size_bytes:
        return ""
    if state.presence is Presence.PARTLY:
        return f"{state.bytes_here / state.size_bytes:.0%} of {readable_size(state.size_bytes)}"
    return readable_size(state.size_bytes)


def _state_as_json(state: ModelState) -> dict[str, Any]:
    return _entry_as_json(state.entry) | {
        "state": state.presence.value,
        "bytes_here": state.bytes_here,
        "size_bytes": state.size_bytes,
        "place": _place_as_json(state.place) if state.place else None,
    }


def _entry_as_json(entry: ModelEntry) -> dict[str, Any]:
    return {
        "model_id": entry.model_id,
        "title": entry.title,
        "roles": list(entry.roles),
        "licence": entry.licence,
        "licence_id": entry.terms.licence_id,
        "licence_url": entry.licence_url,
        "label_licence": entry.label_licence,
        "commercial": entry.commercial,
        "gated": entry.gated,
        "size_exact": entry.size_exact,
    }
