"""Python's cycle collector, made to work in the GUI thread and at its own pace.

Left to itself it runs in whichever thread has just made a container too many. A dialog with its timers
that is part of a cycle would then be taken down by a lane's thread, which Qt answers with a crash. And it
would look through everything alive while 100,000 rows are read, which makes reading three times as slow.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 250
# Containers made since the last look at the young, then looks at the young before one at the older ones, and
# looks at those before one at everything.
YOUNG, OLDER, ALL = 20_000, 10, 10


class GuiCollector(QObject):
    """Collects garbage cycles in the GUI thread, where it lives; no other thread does any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled, self._thresholds = True, gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over from Python; what the program has built so far is never looked at again.

        Libraries turn Python's collector off and on again without asking whether it was on (spaCy's do while
        they load a model); with a threshold of 0 it stays away all the same.
        """
        self._was_enabled, self._thresholds = gc.isenabled(), gc.get_threshold()
        gc.disable()
        gc.set_threshold(0)
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to whoever did it before."""
        self._timer.stop()
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)
        if self._was_enabled:
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect the youngest generation that is due, and those before it."""
        young, older, everything = gc.get_count()
        if young < YOUNG:
            return
        if older < OLDER:
            gc.collect(0)
        elif everything < ALL:
            gc.collect(1)
        else:
            gc.collect(2)
