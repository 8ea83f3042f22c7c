"""What the preparation says, and how it gives up."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def say(text: str) -> None:
    """Tell the user what happens, on standard error, so that the main job's output stays its own."""
    print(f"[prepare] {text}", file=sys.stderr, flush=True)


def give_up(text: str) -> NoReturn:
    """Stop with a message that names the next step."""
    say(text)
    raise SystemExit(1)


def run_step(command: Sequence[str], *, environ: Mapping[str, str] | None = None) -> None:
    """Run a command, in sight on a terminal, else shown only where it fails; then give up."""
    in_sight = sys.stderr.isatty()
    output = sys.stderr if in_sight else subprocess.PIPE
    try:
        step = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environ,
            text=True,
            errors="replace",
        )
    except FileNotFoundError:
        give_up(f"There is no {command[0]} here.")
    if step.returncode:
        if not in_sight:
            print(step.stdout, file=sys.stderr)
        give_up(f"This failed with exit code {step.returncode}: {shlex.join(command)}")
