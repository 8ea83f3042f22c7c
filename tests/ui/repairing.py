"""The gestures of repair on the canvas, and what has come of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tas_desktop.domain.mask import Mask
from tests.ui.conftest import PICTURES
from tests.ui.driving import WAIT_MS

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
HEIGHT, WIDTH = 160, 240


def block(index, name="one.png"):
    _, x, y, w, h = PICTURES[name][index]
    return Mask.from_window(np.ones((h, w), bool), x=x, y=y, height=HEIGHT, width=WIDTH)


def at(window, x, y):
    """A pixel of the picture on the viewport."""
    return window.canvas.view.mapFromScene(QPointF(x, y))


def click(window, x, y, button=LEFT, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(window.canvas.view.viewport(), button, modifiers, at(window, x, y))


def drag(window, points, button=LEFT):
    viewport = window.canvas.view.viewport()
    QTest.mousePress(viewport, button, Qt.KeyboardModifier.NoModifier, at(window, *points[0]))
    for point in points[1:]:
        QTest.mouseMove(viewport, at(window, *point))
    QTest.mouseRelease(viewport, button, Qt.KeyboardModifier.NoModifier, at(window, *points[-1]))


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.canvas.view, key, modifiers)


def mask_of(window):
    return window.workspace.session.repair.buffer.to_mask()


def wait_answered(qtbot, window):
    pointing = window.workspace.session.repair.pointing
    qtbot.waitUntil(lambda: not pointing.is_pending, timeout=WAIT_MS)
