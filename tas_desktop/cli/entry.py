"""The ``tas-desktop`` program: global options, lazy commands, exit codes.

Exit codes: 0 done; 1 a check failed or a bug (with its traceback); 2 refused, with the cause and the next
step on standard error and nothing written; 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
import typer.core

from tas_desktop import __version__
from tas_desktop.cli.registry import COMMANDS
from tas_desktop.config.paths import DATA_DIR_VARIABLE
from tas_desktop.domain.errors import KnownError, TargetNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class LazyGroup(typer.core.TyperGroup):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        entry = COMMANDS.get(cmd_name)
        return entry.load(cmd_name) if entry else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


program = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tas-desktop {__version__}")
        raise typer.Exit


@program.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option(help="Keep settings, projects, caches and logs in this folder.", file_okay=False),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Annotate referring expressions: type what you mean, pick the mask, export COCO.

    Without a command the window opens; where there is no display, the sample pictures are worked through
    without one.
    """
    del version
    if data_dir is not None:
        os.environ[DATA_DIR_VARIABLE] = str(data_dir.expanduser().resolve())
    if context.invoked_subcommand is None:
        raise typer.Exit(_run_main_job())


def _run_main_job() -> int:
    """Open the window, or do its job on the samples where there is no display to open it on."""
    from tas_desktop.config.display import display_available

    if display_available(os.environ):
        from tas_desktop.app import run_window

        return run_window([])
    from tas_desktop.cli.demo import run_headless_demo

    out = Path("out") / "demo"
    typer.echo(f"No display: working through the sample pictures without a window, into {out}/", err=True)
    run_headless_demo(out)
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: arguments without the program's name; the process's own where omitted.

    Returns:
        The exit code (see the module's docstring).
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")  # before anything imports the hub's library
    # Before numpy: its matrices are small here, and threads that spin after each hold up torch's for 0.1 s.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with _standard_output():
            program(args=arguments, prog_name="tas-desktop")
    except KnownError as error:
        typer.echo(f"tas-desktop: {error.message}", err=True)
        if error.next_step:
            typer.echo(f"  {error.next_step}", err=True)
        return error.exit_code
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else int(leave.code is not None)
    return 0


@contextmanager
def _standard_output() -> Iterator[None]:
    """Say so where what was printed did not get to where it was led, such as a full disk."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        with suppress(OSError, ValueError):  # else the interpreter's own last flush fails once more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise TargetNotWritable(
            f"The output cannot be written: {error.strerror}", next_step="Free some space where it is led to"
        ) from error
