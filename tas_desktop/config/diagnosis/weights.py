"""The starter pack's weights: all there, and unharmed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State
from tas_desktop.config.manifest import read_manifest, verify_file
from tas_desktop.domain.errors import WeightsDamaged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MIB = 1024**2


def survey_weights(pack: Path) -> Iterator[Finding]:
    """Yield a finding for each damaged file of a pack, or one for the pack as a whole.

    Args:
        pack: the folder that holds ``manifest.json``.
    """
    name = f"{pack.name} pack"
    try:
        shipped_files = read_manifest(pack)
    except WeightsDamaged as error:
        yield Finding(Area.WEIGHTS, name, State.PROBLEM, error.message, error.next_step)
        return
    harmed = False
    for shipped in shipped_files:
        try:
            verify_file(pack, shipped)
        except WeightsDamaged as error:
            harmed = True
            yield Finding(Area.WEIGHTS, shipped.path, State.PROBLEM, error.message, error.next_step)
    if not harmed:
        size = sum(shipped.size_bytes for shipped in shipped_files) / _MIB
        text = f"{len(shipped_files)} files, {size:.1f} MiB, checksums match ({pack})"
        yield Finding(Area.WEIGHTS, name, State.OK, text)
