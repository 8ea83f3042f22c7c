"""An image analysis as the bytes of one safetensors file.

Arrays are tensors; everything else is JSON in the file's metadata, beside a checksum of both and the
names of the fields, so that a program with other fields takes the file for a miss.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.engine.analysis import ImageAnalysis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

_VERSION = 1
_FIELDS = [field.name for field in fields(ImageAnalysis)]
_EXTRA = "extras/"


def encode_analysis(analysis: ImageAnalysis, *, made_by: str = "") -> bytes:
    """Return the file's bytes; ``made_by`` names the program that made the analysis."""
    values = {field.name: getattr(analysis, field.name) for field in fields(analysis)}
    arrays = {name: np.ascontiguousarray(v) for name, v in values.items() if isinstance(v, np.ndarray)}
    rest = {name: value for name, value in values.items() if name not in arrays and name != "extras"}
    arrays |= {_EXTRA + name: np.ascontiguousarray(array) for name, array in analysis.extras.items()}
    rest["proposals"] = [
        [p.mask.height, p.mask.width, p.mask.counts, p.quality, p.source] for p in analysis.proposals
    ]
    rest["components"] = [[c.role, c.name, c.revision] for c in analysis.components]
    rest["notices"] = [[n.code, n.text, n.level] for n in analysis.notices]
    text = json.dumps(rest)
    metadata = {"layout": _layout(made_by), "analysis": text, "sha256": _checksum(text, arrays)}
    return save(arrays, metadata=metadata)


def decode_analysis(content: bytes, *, made_by: str = "") -> ImageAnalysis | None:
    """Read the bytes back, arrays read-only; None when they are damaged or another program's."""
    try:
        metadata = _metadata(content)
        arrays = load(content)
        text = metadata["analysis"]
        if metadata["layout"] != _layout(made_by) or metadata["sha256"] != _checksum(text, arrays):
            return None
        return _analysis(json.loads(text), arrays)
    except (SafetensorError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _analysis(rest: dict[str, Any], arrays: Mapping[str, NDArray[Any]]) -> ImageAnalysis:
    rest["proposals"] = tuple(
        Proposal(Mask(height, width, counts), quality, ProposalSource(source))
        for height, width, counts, quality, source in rest["proposals"]
    )
    rest["components"] = tuple(ComponentId(*parts) for parts in rest["components"])
    rest["notices"] = tuple(Notice(code, text, NoticeLevel(level)) for code, text, level in rest["notices"])
    rest["seconds"] = tuple((stage, seconds) for stage, seconds in rest["seconds"])
    rest["captions"], rest["phrases"] = tuple(rest["captions"]), tuple(rest["phrases"])
    for array in arrays.values():
        array.setflags(write=False)
    extras = {name.removeprefix(_EXTRA): arrays[name] for name in arrays if name.startswith(_EXTRA)}
    own = {name: array for name, array in arrays.items() if not name.startswith(_EXTRA)}
    values: dict[str, Any] = {**rest, **own, "extras": extras}
    return ImageAnalysis(**values)


def _layout(made_by: str) -> str:
    return json.dumps([_VERSION, made_by, _FIELDS])


def _metadata(content: bytes) -> dict[str, str]:
    """The ``__metadata__`` of a safetensors file: 8 bytes of header length, then a JSON header."""
    length = int.from_bytes(content[:8], "little")
    header: dict[str, Any] = json.loads(content[8 : 8 + length])
    return dict(header["__metadata__"])


def _checksum(text: str, arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256(text.encode("utf-8"))
    for name in sorted(arrays):
        array = arrays[name]
        digest.update(f"{name}{array.dtype}{array.shape}".encode())
        digest.update(array.tobytes())
    return digest.hexdigest()
