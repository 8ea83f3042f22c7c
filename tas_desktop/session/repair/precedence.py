"""Prompts first: long work beside them pauses at its next step while one is answered."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tas_desktop.engine.control import Control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tas_desktop.engine.control import Progress

LOOK_S = 0.05
LONGEST_PAUSE_S = 2.0
"""An annotator who points without end must not starve the analysis of the next picture."""


class Precedence:
    """Networks share cores: whoever has just clicked gets them all."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._answering = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """A prompt is being answered."""
        with self._condition:
            self._answering += 1
        try:
            yield
        finally:
            with self._condition:
                self._answering -= 1
                self._condition.notify_all()

    def pausing(self, control: Control) -> Control:
        """A control for long work, whose steps wait while prompts are answered."""

        def report(progress: Progress) -> None:
            with self._condition:
                waited = 0.0
                while self._answering and waited < LONGEST_PAUSE_S and not control.token.is_cancelled:
                    self._condition.wait(LOOK_S)
                    waited += LOOK_S
            control.token.check()
            control.report(progress)

        return Control(control.token, report)
