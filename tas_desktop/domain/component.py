"""Identity of the parts that made a result: the ground of cache keys and provenance."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class ComponentId:
    """A model, parser or word source that took part.

    Attributes:
        role: what it does: ``proposals``, ``encoder``, ``captioner``, ``parser``, ``synonyms``.
        name: which one, such as ``starter-sam`` or ``wordnet-3.0``.
        revision: weights checksum or version; two components with equal ids give equal results.
    """

    role: str
    name: str
    revision: str


def fingerprint(*parts: object) -> str:
    """Hash JSON-able parts (dataclass fields as dicts, tuples as lists) to 32 hex digits."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
