"""Why a model that lies on disk is not run, told with what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tas_desktop.domain.errors import BackendFailed, WeightsDamaged

if TYPE_CHECKING:
    from pathlib import Path

_STOPPED: Final = ("unsupported global", "unsupported class", "unrecognized function", "can only build")
"""How torch's reader of weights says that it met something else; at noise it says "Unsupported operand"."""

_FETCH_AGAIN: Final = "Download it again ('tas-desktop models pull'), or choose another model"


class ModelRefused(BackendFailed):
    """The files of a model are whole, but this program cannot or must not run them."""


def missing(path: Path) -> WeightsDamaged:
    """A file or folder of a model is not where it should be."""
    return WeightsDamaged(f"{path} is missing or unreadable", next_step=_FETCH_AGAIN)


def damaged(path: Path, *, how: str) -> WeightsDamaged:
    """A file of a model ends early or is none of its kind.

    Args:
        path: the file.
        how: what is wrong with it, after "is" or "holds", such as "is cut off".
    """
    return WeightsDamaged(f"{path.name} {how}", next_step=_FETCH_AGAIN)


def runs_code(path: Path, *, how: str) -> ModelRefused:
    """A model wants code of its own to be run, which is never done.

    Args:
        path: its file or folder.
        how: where the code comes in.
    """
    return ModelRefused(
        f"{path.name} is refused: {how}, and programs that come with a model are never run",
        next_step="Choose a model whose code is part of the installed libraries",
    )


def would_run_code(error: BaseException) -> bool:
    """Whether torch's reader of weights, or who called it, stopped at a program in a pickle."""
    said = str(error).lower()
    stopped = type(error).__name__ == "UnpicklingError" and any(sign in said for sign in _STOPPED)
    cause = error.__cause__ or error.__context__
    return stopped or (cause is not None and would_run_code(cause))


def misfit(path: Path, *, what: str, detail: str) -> ModelRefused:
    """The weights are those of another network.

    Args:
        path: file or folder of the weights.
        what: the network they were expected to be.
        detail: the first difference.
    """
    return ModelRefused(
        f"{path.name} does not hold the weights of {what}: {detail}",
        next_step="Correct the architecture in the profile, or choose the weights that belong to it",
    )


def needs(path: Path, *, library: str, detail: str) -> ModelRefused:
    """A model asks for a library, or a newer version of one, than is installed."""
    return ModelRefused(
        f"{path.name} cannot be opened with the installed {library}: {detail}",
        next_step=f"Install a newer {library}, or choose another model",
    )
