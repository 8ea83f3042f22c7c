"""``tas-desktop settings``: the table of settings, for terminals and scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from tas_desktop.config.setting_rows import SettingRow
    from tas_desktop.config.settings import Settings


_PAGE_HEAD = """# Settings

Made by `tas-desktop settings --markdown` from the same table as the settings dialog. In the window:
File > Settings (Ctrl+,); on the command line: `tas-desktop settings [NAME [VALUE]] [--reset] [--json]`.
What differs from the defaults is kept in `settings.toml` in the program's folder (`tas-desktop doctor` says
where); comments in it stay. Keys that were changed are there too, under `[shortcuts.keys]`.
"""


def settings(
    name: Annotated[str | None, typer.Argument(help="One setting, such as ranking.debounce_ms.")] = None,
    value: Annotated[str | None, typer.Argument(help="What to set it to.")] = None,
    *,
    reset: Annotated[bool, typer.Option("--reset", help="Go back to the default.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
    as_page: Annotated[bool, typer.Option("--markdown", help="Print the page of the manual.")] = False,
) -> None:
    """List the settings, or show, change or reset one of them."""
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.setting_rows import SETTINGS
    from tas_desktop.config.settings import load_settings, save_settings

    if as_page:
        typer.echo(render_page(), nl=False)
        return
    file = find_paths().settings_file
    held, notices = load_settings(file)
    for notice in notices:
        typer.echo(f"tas-desktop: {notice.text}", err=True)
    rows = SETTINGS if name is None else (_find(name),)
    if name is not None and (value is not None or reset):
        held = _changed(held, rows[0], rows[0].default if value is None else value)
        save_settings(file, held)
    if as_json:
        typer.echo(json.dumps({row.key: describe(row, held) for row in rows}, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo(_line(row, held))
        typer.echo(f"    {row.help}")
    if name is None:
        typer.echo(f"\nKept in {file}; keys are changed in the window, under Settings.")


def render_page() -> str:
    """The manual's page on settings, ``docs/settings.md``; the same for everybody."""
    from tas_desktop.config.setting_rows import SECTIONS, SETTINGS

    parts = [_PAGE_HEAD]
    for section, title in SECTIONS.items():
        rows = [
            f"| `{row.key}` | {row.text} | {_default_of(row)} | {range_of(row)} | {row.help}{_when(row)} |"
            for row in SETTINGS
            if row.section == section
        ]
        head = ["| key | in the window | default | can be | what it does |", "|---|---|---|---|---|"]
        parts.append("\n".join([f"## {title}", "", *head, *rows, ""]))
    return "\n".join(parts)


def _default_of(row: SettingRow) -> str:
    if row.key == "general.annotator":
        return "the name of your account"
    return f"`{json.dumps(row.default)}`"


def _when(row: SettingRow) -> str:
    from tas_desktop.config.setting_rows import Applied

    return " Takes effect at the next start." if row.applied is Applied.AT_NEXT_START else ""


def describe(row: SettingRow, held: Settings) -> dict[str, Any]:
    """One setting for machines: what it is now, by default, and what it can be."""
    limits = row.limits
    return {
        "value": row.value_in(held),
        "default": row.default,
        "can_be": range_of(row),
        "limits": None if limits is None else list(limits),
        "choices": [choice.value for choice in row.choices()] or None,
        "help": row.help,
        "applied": row.applied.name.lower().replace("_", " "),
    }


def range_of(row: SettingRow) -> str:
    """What a setting can be, in words."""
    from tas_desktop.config.setting_rows import Kind

    choices = [choice.value or '""' for choice in row.choices()]
    if choices:
        return ", ".join(choices)
    if row.kind is Kind.SWITCH:
        return "true, false"
    if row.limits is not None:
        lowest, highest = (f"{limit:g}" for limit in row.limits)
        return f"{lowest} to {highest}{f' {row.unit}' if row.unit else ''}"
    return f"text, at most {row.longest} characters" if row.longest else "text"


def _line(row: SettingRow, held: Settings) -> str:
    value = json.dumps(row.value_in(held), ensure_ascii=False)
    mark = "" if row.value_in(held) == row.default else f" (default {json.dumps(row.default)})"
    return f"{row.key} = {value}{mark}   [{range_of(row)}]"


def _find(name: str) -> SettingRow:
    from tas_desktop.config.setting_rows import SETTINGS, row_of
    from tas_desktop.domain.errors import InputRefused

    row = row_of(name)
    if row is None:
        known = ", ".join(row.key for row in SETTINGS)
        raise InputRefused(f"There is no setting {name}", next_step=f"Choose one of: {known}")
    return row


def _changed(held: Settings, row: SettingRow, value: Any) -> Settings:
    """The settings with another value, read as the setting's type demands."""
    from pydantic import ValidationError

    from tas_desktop.domain.errors import InputRefused

    choices = [choice.value for choice in row.choices()]
    if choices and value not in choices:
        raise InputRefused(f"{row.key} cannot be {value}", next_step=f"It can be: {range_of(row)}")
    try:
        return held.with_value(row.section, row.name, value)
    except ValidationError as error:
        raise InputRefused(f"{row.key} cannot be {value}", next_step=f"It can be: {range_of(row)}") from error
