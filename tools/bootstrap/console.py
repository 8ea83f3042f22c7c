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
    """Run a command in sight; give up where it fails."""
    try:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environ)
    except FileNotFoundError:
        give_up(f"There is no {command[0]} here.")
    except subprocess.CalledProcessError as error:
        give_up(f"This failed with exit code {error.returncode}: {shlex.join(command)}")
