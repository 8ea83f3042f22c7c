"""Counting what a batch has done, and saying so every now and then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from tas_desktop.batch.pace import Pace
from tas_desktop.batch.progress import BatchFailure, BatchProgress, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_EVERY_S: Final = 0.1


class Tally:
    """The figures of one run.

    Args:
        total: images of the project.
        to_work: those of them that take work, as far as the project can tell.
        report: takes the progress; at most ten times a second, and once at the end.
    """

    def __init__(self, total: int, *, to_work: int, report: Callable[[BatchProgress], None]) -> None:
        self.counts = dict.fromkeys(Outcome, 0)
        self.expressions = 0
        self.failures: list[BatchFailure] = []
        self._total, self._to_work = total, to_work
        self._report = report
        self._pace = Pace()
        self._finished: list[int] = []
        self._told_failures = 0
        self._told_at = float("-inf")

    def note_proposed(self, image_id: int, *, expressions: int) -> None:
        """An image is written."""
        self.counts[Outcome.PROPOSED] += 1
        self.expressions += expressions
        self._finished.append(image_id)
        self._worked()

    def note_known(self) -> None:
        """An image had nothing left to do."""
        self.counts[Outcome.KNOWN] += 1
        self._tell_sometimes()

    def note_failed(self, failure: BatchFailure) -> None:
        """An image is passed over."""
        self.counts[Outcome.FAILED] += 1
        self.failures.append(failure)
        self._worked()

    def tell(self) -> None:
        """Report now."""
        self._told_at = time.monotonic()
        done = sum(self.counts.values())
        finished, self._finished = tuple(self._finished), []
        failures, self._told_failures = tuple(self.failures[self._told_failures :]), len(self.failures)
        self._report(
            BatchProgress(
                done=done,
                total=self._total,
                proposed=self.counts[Outcome.PROPOSED],
                known=self.counts[Outcome.KNOWN],
                failed=self.counts[Outcome.FAILED],
                expressions=self.expressions,
                images_per_second=self._pace.images_per_second,
                seconds_left=self._pace.seconds_left(self._to_work),
                finished=finished,
                failures=failures,
            )
        )

    def _worked(self) -> None:
        self._to_work = max(self._to_work - 1, 0)
        self._pace.note_done()
        self._tell_sometimes()

    def _tell_sometimes(self) -> None:
        if time.monotonic() - self._told_at >= REPORT_EVERY_S:
            self.tell()
