"""Reading models through: are they still what was published, or at least what came?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tas_desktop.engine.control import WorkControl
from tas_desktop.models.digests import sha256_of
from tas_desktop.models.errors import ModelMissing
from tas_desktop.models.places import base_of
from tas_desktop.models.receipts import read_receipt

if TYPE_CHECKING:
    from tas_desktop.models.entry import ModelEntry


class Verdict(StrEnum):
    """What reading a file through has shown."""

    PUBLISHED = "matches its published checksum"
    UNCHANGED = "unchanged since it came; no checksum of it is published"
    DIFFERS = "differs from what came"
    MISSING = "missing"

    @property
    def is_good(self) -> bool:
        return self in {Verdict.PUBLISHED, Verdict.UNCHANGED}


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """One file of a model and what is to be said of it."""

    name: str
    size_bytes: int
    verdict: Verdict


def verify(entry: ModelEntry, *, control: WorkControl | None = None) -> tuple[VerifiedFile, ...]:
    """Hash all files of a model.

    Raises:
        ModelMissing: nothing of it, or only a part, is here.
        Cancelled: asked to stop.
    """
    control = control or WorkControl()
    receipt = read_receipt(entry.model_id)
    if receipt is None:
        raise ModelMissing(
            f"The model {entry.title} is not on this machine",
            next_step=f"Download it: tas-desktop models pull {entry.model_id}",
        )
    base, total, done = base_of(receipt), sum(file.size_bytes for file in receipt.files.values()), 0
    verified = []
    for name, known in sorted(receipt.files.items()):
        try:
            found = sha256_of(base / name, control=control, done=done, total=total)
        except OSError:
            verdict = Verdict.MISSING
        else:
            good = Verdict.PUBLISHED if known.published else Verdict.UNCHANGED
            verdict = good if found == known.sha256 else Verdict.DIFFERS
        done += known.size_bytes
        verified.append(VerifiedFile(name, known.size_bytes, verdict))
    return tuple(verified)
