"""The table of commands: names, one-line helps and where each command lives.

A command's module is imported only when that command runs, so ``--help`` costs no heavy import. An
entry names a function with typer annotations, or a ``typer.Typer`` for a command with subcommands.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """One command of the command line.

    Attributes:
        module: module below ``tas_desktop.cli``.
        attribute: the typer function or ``typer.Typer`` in it.
        help: one line for the list of commands.
    """

    module: str
    attribute: str
    help: str

    def load(self, name: str) -> Any:
        """Import the module and build the command under the given name."""
        target = getattr(importlib.import_module(f"tas_desktop.cli.{self.module}"), self.attribute)
        if not isinstance(target, typer.Typer):
            single = typer.Typer(add_completion=False, rich_markup_mode=None)
            single.command(name=name)(target)
            target = single
        command = typer.main.get_command(target)
        command.name = name
        return command


COMMANDS: Mapping[str, CommandEntry] = {
    "open": CommandEntry("window", "open_window", "Open the window on a folder, a picture or a project."),
    "project": CommandEntry("project", "app", "Make projects, hand parts out and bring them back."),
    "propose": CommandEntry("propose", "propose", "Rank masks for an expression on pictures."),
    "suggest": CommandEntry("suggest", "suggest", "Find words for the things of pictures without text."),
    "batch": CommandEntry("batch", "batch", "Propose for every picture of a project."),
    "cache": CommandEntry("cache", "app", "Show or clear the analyses kept on disk."),
    "evaluate": CommandEntry("evaluate", "evaluate", "Measure a method on labelled scenes."),
    "bench": CommandEntry("bench", "app", "Measure words of place on human sentences."),
    "queue": CommandEntry("queue", "queue", "List what is left to decide, the doubtful first."),
    "stats": CommandEntry("stats", "stats", "Say how the work on a project goes, with plots."),
    "lint": CommandEntry("lint", "lint", "Look through a project's expressions for slips."),
    "export": CommandEntry("export", "export", "Write what was decided to a file or folder."),
    "import": CommandEntry("importing", "import_labels", "Read labels of other programs into a project."),
    "validate": CommandEntry("validate", "validate", "Check files against the rules of their format."),
    "formats": CommandEntry("formats", "formats", "List the file formats and what each can hold."),
    "models": CommandEntry("models", "app", "List, download, check, remove and bring in models."),
    "profiles": CommandEntry("profiles", "app", "Show which choices of models there are, and copy them."),
    "methods": CommandEntry("methods", "methods", "List the ranking methods and their parameters."),
    "starter": CommandEntry("starter", "app", "Make scenes and train the starter pack."),
    "settings": CommandEntry("settings", "settings", "List, show, change or reset settings."),
    "demo": CommandEntry("demo", "demo", "Run the whole pipeline on the sample pictures."),
    "doctor": CommandEntry("doctor", "doctor", "Say what is installed, what is missing and what to do."),
}
