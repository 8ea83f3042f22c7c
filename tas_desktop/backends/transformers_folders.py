"""Folders as the Hugging Face hub has them, opened by the installed transformers and nothing else.

No connection is opened (``local_files_only``), no code of the folder is run (``trust_remote_code`` is never
true, and a folder that asks for it is refused even where transformers has a network of that name: its
weights belong to the other code), weights are safetensors or read as weights only.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from tas_desktop.backends.failures import is_out_of_memory
from tas_desktop.backends.refusals import damaged, misfit, missing, needs, runs_code, would_run_code
from tas_desktop.backends.torchvision_ops import ensure_torchvision
from tas_desktop.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import torch
    from torch import nn

CONFIG: Final = "config.json"
_DESCRIPTIONS: Final = (
    CONFIG,
    "tokenizer_config.json",
    "processor_config.json",
    "preprocessor_config.json",
    "image_processor_config.json",
    "generation_config.json",
)
_LIBRARY: Final = "transformers"


def read_model_type(folder: Path) -> str:
    """Which of transformers' networks a folder holds, such as ``blip-2``.

    Raises:
        WeightsDamaged: the folder or its description is missing or unreadable.
        ModelRefused: it wants code of its own, or a newer transformers.
    """
    config = _read_json(folder / CONFIG)
    check_no_code(folder)
    ensure_torchvision()
    import transformers
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING

    model_type = config.get("model_type")
    if not isinstance(model_type, str):
        raise damaged(folder / CONFIG, how="names no model type")
    if model_type not in CONFIG_MAPPING:
        written = str(config.get("transformers_version", "another version"))[:20]
        detail = f"{transformers.__version__} does not know {model_type[:60]!r}, which {written} wrote"
        raise needs(folder, library=_LIBRARY, detail=detail)
    return model_type


def check_no_code(folder: Path) -> None:
    """Make sure that no description in a folder names code of its own.

    Raises:
        ModelRefused: one does.
        WeightsDamaged: one is no JSON.
    """
    for name in _DESCRIPTIONS:
        if (folder / name).is_file() and _asks_for_code(_read_json(folder / name)):
            raise runs_code(folder, how=f"its {name} names code to run (auto_map or a kernel)")


def load_network(folder: Path, *, auto: str, dtype: torch.dtype) -> nn.Module:
    """A network with the folder's weights, for inference, in the computer's memory.

    Args:
        folder: as downloaded from the hub.
        auto: which of transformers' auto classes opens it, such as ``AutoModelForImageTextToText``.
        dtype: floating type of the weights; parts that transformers keeps in float32 stay in it.

    Raises:
        WeightsDamaged: a file is missing or cut off.
        ModelRefused: the weights are another network's, or not all of them are there; or the class
            has no such network; or a library is missing.
    """
    model_type = read_model_type(folder)
    import transformers

    with refusing(folder, what=f"a {model_type} network"):
        network, told = getattr(transformers, auto).from_pretrained(
            str(folder),
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=any(folder.glob("*.safetensors")),
            weights_only=True,
            dtype=dtype,
            output_loading_info=True,
        )
    lacking = sorted(map(str, told.get("missing_keys", ())))
    if lacking:
        raise misfit(
            folder,
            what=f"a {model_type} network",
            detail=f"{len(lacking)} tensors are missing, such as {lacking[0]}",
        )
    return network.eval().requires_grad_(requires_grad=False)


def load_processor(folder: Path) -> Any:
    """What prepares pictures and texts for the folder's network, transformers' own.

    Raises:
        WeightsDamaged, ModelRefused: its files cannot be used.
    """
    read_model_type(folder)
    from transformers import AutoProcessor

    with refusing(folder, what="its processor"):
        return AutoProcessor.from_pretrained(str(folder), local_files_only=True, trust_remote_code=False)


@contextmanager
def refusing(place: Path, *, what: str) -> Iterator[None]:
    """Around what a library reads from files: everything but lacking memory is the files' fault.

    Libraries raise nearly every type there is for files that they cannot read.

    Args:
        place: the folder or file.
        what: what is read, such as "its tokenizer".

    Raises:
        WeightsDamaged: it cannot be read.
        ModelRefused: it is another network's, or needs a library that is not there.
    """
    try:
        with quietly():
            yield
    except Exception as error:
        if isinstance(error, KnownError) or is_out_of_memory(error):
            raise
        raise _refusal(place, error, what=what) from error


def _refusal(place: Path, error: Exception, *, what: str) -> KnownError:
    said = " ".join(str(error).split())[:200]
    if isinstance(error, ImportError):
        return needs(place, library=_LIBRARY, detail=said)
    if would_run_code(error):
        return runs_code(place, how="reading its weights would run code that is stored in them")
    if "Unrecognized configuration class" in said:
        return misfit(place, what=what.replace("a ", "a network of this role, but ", 1), detail=said[:80])
    if "size mismatch" in said or "mismatched" in said:
        return misfit(place, what=what, detail=said)
    return damaged(place, how=f"cannot be opened as {what}: {type(error).__name__}: {said}")


@contextmanager
def quietly() -> Iterator[None]:
    """Keep transformers' progress bars and advice off the terminal."""
    from transformers.utils import logging

    level = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)


def _read_json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise missing(file) from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise damaged(file, how="is no JSON") from error
    if not isinstance(content, dict):
        raise damaged(file, how="describes no model")
    return content


def _asks_for_code(value: Any) -> bool:
    """Whether a tree of JSON names code: its own (``auto_map``), or a kernel that the hub has."""
    if isinstance(value, dict):
        if any(value.get(key) for key in ("auto_map", "trust_remote_code", "custom_generate")):
            return True
        kernels = (str(value.get(key, "")) for key in ("attn_implementation", "_attn_implementation"))
        return any("/" in name for name in kernels) or any(map(_asks_for_code, value.values()))
    return isinstance(value, list) and any(map(_asks_for_code, value))
