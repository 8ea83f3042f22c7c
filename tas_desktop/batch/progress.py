"""What a batch is asked to do, how far it is, and how it ended; all of it frozen and picklable."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Propose for all of one project.

    Attributes:
        project: the ``*.tas`` file.
        again: rank also what is done; nothing of a person's is touched either way.
        workers: processes that analyse side by side; 1 works in the process that asks.
    """

    project: Path
    again: bool = False
    workers: int = 1


class Outcome(StrEnum):
    """What became of one image."""

    PROPOSED = "proposed"
    KNOWN = "known"  # nothing was left to do
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class BatchFailure:
    """An image that was passed over, and why.

    Attributes:
        image_id: which one.
        path: as the project stores it.
        cause: one sentence for people.
        next_step: what can be done about it; may be empty.
    """

    image_id: int
    path: str
    cause: str
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class ChangedTop:
    """An undecided expression for which another mask came first than before.

    Attributes:
        iou: of the two masks, in [0, 1]; 0 where there is no mask any more.
    """

    image_id: int
    expression_id: int
    path: str
    text: str
    iou: float


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is.

    Attributes:
        done, total: images looked at, and all images of the project.
        proposed, known, failed: what became of those looked at.
        expressions: ranked so far.
        images_per_second: over the last minute or so of images that took work; 0 before the first.
        seconds_left: for what is left, at that pace; None while nobody can say.
        finished: images proposed for since the last report.
        failures: images passed over since the last report.
    """

    done: int
    total: int
    proposed: int = 0
    known: int = 0
    failed: int = 0
    expressions: int = 0
    images_per_second: float = 0.0
    seconds_left: float | None = None
    finished: tuple[int, ...] = ()
    failures: tuple[BatchFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchReport:
    """How a batch ended.

    Attributes:
        project: its file.
        method, profile: what it ranked with.
        images: of the project.
        proposed: images analysed or ranked anew.
        known: images with nothing left to do.
        expressions: ranked.
        failures: images passed over.
        changed: expressions that had a prediction and for which another mask is first now.
        cancelled: it was stopped; what it did is kept, and another run goes on from there.
        seconds: wall time.
    """

    project: str
    method: str
    profile: str
    images: int
    proposed: int
    known: int
    expressions: int
    failures: tuple[BatchFailure, ...] = ()
    changed: tuple[ChangedTop, ...] = ()
    cancelled: bool = False
    seconds: float = 0.0

    @property
    def left(self) -> int:
        """Images not looked at, because it was stopped before."""
        return self.images - self.proposed - self.known - len(self.failures)

    def to_json(self) -> dict[str, Any]:
        """The same for machines."""
        return asdict(self) | {"left": self.left, "seconds": round(self.seconds, 3)}
