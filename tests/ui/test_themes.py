"""Light and dark, followed by every dialog while it is open."""

from __future__ import annotations

import numpy as np
import pytest

from tests.ui.dialogs import OPENERS, POPUPS, open_dialog
from tests.ui.driving import type_and_wait


def brightness(widget) -> float:
    """Median of what is painted, 0 to 255: the ground, whatever stands on it."""
    picture = widget.grab().toImage()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return float(np.median(rows[:, : picture.width() * 4].reshape(-1, 4)[:, :3]))


def choose(window, theme):
    window.workspace.preferences.keep("general", "theme", theme)


@pytest.mark.parametrize("name", OPENERS)
def test_an_open_dialog_follows_the_colours(qtbot, opened, name):
    type_and_wait(qtbot, opened, "red block")
    choose(opened, "light")
    with open_dialog(qtbot, opened, name) as dialog:
        assert brightness(dialog) > 200
        if name in POPUPS:  # a click anywhere else closes them: the colours cannot change meanwhile
            return
        choose(opened, "dark")
        assert brightness(dialog) < 60
        choose(opened, "light")
        assert brightness(dialog) > 200


def test_the_window_follows_too(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    for theme, is_right in (("dark", lambda value: value < 60), ("light", lambda value: value > 200)):
        choose(opened, theme)
        for panel in (opened.images, opened.expression, opened.candidates, opened.statusBar()):
            assert is_right(brightness(panel)), panel
