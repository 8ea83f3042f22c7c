"""What a run has measured so far, image by image, so that one that was stopped or killed can go on.

One line of JSON for each image and contender, written and synced before the next image begins. A line names
what it was made from by fingerprints: of the sentences and true masks, and of the method with its parameters
and models. So nothing is ever counted twice or mixed: lines of other parameters or labels are not looked at,
and a further method in the same folder costs that method only.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tas_desktop.config.writing import not_writable
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.rle import is_sound_rle
from tas_desktop.evaluation.metrics import Sample
from tas_desktop.storage.signed_lock import SignedLock, read_holder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tas_desktop.evaluation.labels.labels import LabelledImage

FILE_NAME: Final = "samples.jsonl"
LOCK_NAME: Final = ".samples.lock"
_LARGEST_BYTES: Final = 8 * 2**30
_LONGEST_LINE: Final = 64 * 2**20

_Share = Annotated[float, Field(ge=0.0, le=1.0)]
_Count = Annotated[int, Field(ge=0)]
_Seconds = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]


class _StoredSample(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    intersection: _Count
    union: _Count
    oracle: _Share | None
    rectified: bool
    seconds: _Seconds
    counts: str | None


class MeasuredImage(BaseModel):
    """What one contender has of one image.

    Attributes:
        labels: fingerprint of the sentences and true masks.
        contender: fingerprint of the contender and of what shapes its samples.
        image_id: of the image.
        samples: one for each unit, in their order.
        proposals: how many candidates there were; None where that is unknown.
        analysis_seconds: of its analysis; None where that was kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    labels: str
    contender: str
    image_id: int
    samples: tuple[_StoredSample, ...]
    proposals: _Count | None = None
    analysis_seconds: _Seconds | None = None

    @classmethod
    def of(
        cls,
        samples: Sequence[Sample],
        *,
        labels: str,
        contender: str,
        image_id: int,
        proposals: int | None,
        analysis_seconds: float | None,
    ) -> MeasuredImage:
        """Pack samples; their units are known by their order."""
        stored = tuple(
            _StoredSample(
                intersection=sample.intersection_px,
                union=sample.union_px,
                oracle=sample.oracle_iou,
                rectified=sample.rectified,
                seconds=sample.method_seconds,
                counts=None if sample.predicted is None else sample.predicted.counts,
            )
            for sample in samples
        )
        return cls(
            labels=labels,
            contender=contender,
            image_id=image_id,
            samples=stored,
            proposals=proposals,
            analysis_seconds=analysis_seconds,
        )

    def unpack(self, image: LabelledImage) -> tuple[Sample, ...] | None:
        """The samples; None where a mask is none of this image, or their number is not that of the units."""
        if len(self.samples) != len(image.units):
            return None
        masks = [_mask(stored.counts, image) for stored in self.samples]
        if any(
            mask is None and stored.counts is not None
            for mask, stored in zip(masks, self.samples, strict=True)
        ):
            return None
        return tuple(
            Sample(
                intersection_px=stored.intersection,
                union_px=stored.union,
                oracle_iou=stored.oracle,
                kind=unit.kind,
                unseen=unit.unseen,
                rectified=stored.rectified,
                method_seconds=stored.seconds,
                image_id=image.image_id,
                unit_id=unit.unit_id,
                predicted=mask,
            )
            for stored, unit, mask in zip(self.samples, image.units, masks, strict=True)
        )


class RunFolder:
    """The lines of one folder; `opened_run` makes it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[tuple[str, str, int], MeasuredImage] = {}
        self._read()

    def find(self, labels: str, contender: str, image_id: int) -> MeasuredImage | None:
        """What was measured before, by whatever run."""
        return self._known.get((labels, contender, image_id))

    def add(self, measured: MeasuredImage) -> None:
        """Write a line and see it on the disk.

        Raises:
            TargetNotWritable: the folder is read-only or the disk full.
        """
        try:
            with self._file.open("ab") as stream:
                stream.write(measured.model_dump_json().encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise not_writable(self._file, error) from error
        self._take(measured)

    def _read(self) -> None:
        """Take what whole lines there are; a line that a kill has cut short is cut off."""
        try:
            if not self._file.exists():
                return
            whole = 0
            with self._file.open("rb") as stream:
                while line := stream.readline(_LONGEST_LINE):
                    if not line.endswith(b"\n"):
                        break
                    whole += len(line)
                    self._take_line(line)
            if whole < self._file.stat().st_size:
                os.truncate(self._file, whole)
        except OSError as error:
            raise not_writable(self._file, error) from error

    def _take_line(self, line: bytes) -> None:
        try:
            self._take(MeasuredImage.model_validate_json(line))
        except ValidationError:
            return  # of another version, or not ours: measured anew

    def _take(self, measured: MeasuredImage) -> None:
        self._known.setdefault((measured.labels, measured.contender, measured.image_id), measured)


@contextmanager
def opened_run(folder: Path) -> Iterator[RunFolder]:
    """Open or make a run folder; nobody else writes to it while the block lasts.

    Raises:
        TargetNotWritable: it cannot be written, or another run is at work in it.
    """
    lock = SignedLock(folder / LOCK_NAME)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = lock.try_take()
    except OSError as error:
        raise not_writable(folder, error) from error
    if handle is None:
        raise TargetNotWritable(
            f"{folder} is being written by {read_holder(lock.file) or 'another program'}",
            next_step="Wait for it to end, or choose another folder",
        )
    try:
        yield RunFolder(folder / FILE_NAME)
    finally:
        os.close(handle)
        lock.remove_unless_held()


def _mask(counts: str | None, image: LabelledImage) -> Mask | None:
    if counts is None or not is_sound_rle(counts, height=image.height, width=image.width):
        return None
    return Mask(image.height, image.width, counts)
