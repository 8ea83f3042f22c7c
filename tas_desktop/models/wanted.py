"""Which files of a model are taken: weights, configuration and tokeniser; never code.

Where a repository has its weights as safetensors, nothing else that holds tensors is taken, since other kinds
are pickles. Where it has none, the others are, and whoever loads them does so with ``weights_only=True``.
"""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.models.errors import DownloadRefused, RemoteCodeRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SAFE_WEIGHTS: Final = (".safetensors",)
PICKLED_WEIGHTS: Final = (".bin", ".pt", ".pth")
_PLAIN: Final = (".json", ".txt", ".model", ".jinja", ".toml")
_FOREIGN: Final = ("flax_model*", "tf_model*", "rust_model*", "training_args*", "optimizer*", "scheduler*")
_MOST_JSON_BYTES: Final = 2**20


def choose_files(names: Iterable[str], *, patterns: Sequence[str] = ()) -> tuple[str, ...]:
    """The files to take of a repository, sorted.

    Args:
        names: of all its files, with forward slashes.
        patterns: ``fnmatch`` patterns of those wanted; empty wants the top folder's.

    Raises:
        DownloadRefused: there are no weights among them.
    """
    allowed = [name for name in names if _is_wanted(name, patterns)]
    safe = [name for name in allowed if name.endswith(SAFE_WEIGHTS)]
    if any(PurePosixPath(name).name.startswith(("model.", "model-")) for name in safe):
        # Beside the whole model lie variants of it in other precisions, and towers of it.
        safe = [name for name in safe if _is_whole(PurePosixPath(name).name) or patterns]
    weights = safe or [name for name in allowed if name.endswith(PICKLED_WEIGHTS)]
    if not weights:
        raise DownloadRefused(
            "The repository has no weights that this program reads",
            next_step="It takes safetensors, .bin, .pt and .pth files",
        )
    return tuple(sorted([*weights, *(name for name in allowed if name.endswith(_PLAIN))]))


def wanted_below(folder: Path) -> tuple[Path, ...]:
    """The files of a local model folder that belong to it, sorted; code and foreign weights do not."""
    files = {
        file.relative_to(folder).as_posix(): file
        for file in folder.iterdir()
        if file.is_file() and _is_wanted(file.name, ())
    }
    safe = [name for name in files if name.endswith(SAFE_WEIGHTS)]
    kept = [name for name in files if not (safe and name.endswith(PICKLED_WEIGHTS))]
    return tuple(files[name] for name in sorted(kept))


def refuse_remote_code(name: str, content: bytes, *, where: str) -> None:
    """Look through one of a model's JSON files for a wish to run the repository's code.

    Args:
        name: of the file.
        content: what is in it.
        where: the repository or folder, for the message.

    Raises:
        RemoteCodeRefused: it names classes of its own code (``auto_map``).
    """
    if not name.endswith("config.json") or len(content) > _MOST_JSON_BYTES:
        return
    try:
        written: Any = json.loads(content)
    except (ValueError, RecursionError):
        return  # whoever loads it says what is wrong with it
    if isinstance(written, dict) and written.get("auto_map"):
        raise RemoteCodeRefused(
            f"{where} asks to run code of its own, named under auto_map in {name}; this program never does",
            next_step="Choose a model that transformers knows itself; some are also there in such a form",
        )


def _is_wanted(name: str, patterns: Sequence[str]) -> bool:
    pure = PurePosixPath(name)
    if not name.endswith((*SAFE_WEIGHTS, *PICKLED_WEIGHTS, *_PLAIN)):
        return False
    if any(fnmatchcase(pure.name, foreign) for foreign in _FOREIGN):
        return False
    if patterns:
        return any(fnmatchcase(name, pattern) for pattern in patterns)
    return len(pure.parts) == 1 and not pure.name.startswith(".") and pure.name != "requirements.txt"


def _is_whole(name: str) -> bool:
    """``model.safetensors`` and its shards, not ``model.fp16.safetensors``."""
    return name == "model.safetensors" or fnmatchcase(name, "model-?????-of-?????.safetensors")
