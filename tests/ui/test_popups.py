from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tas_desktop.ui.popups import place_below


@pytest.mark.parametrize(("x", "y"), [(0, 0), (400, 300), (5000, 5000), (-50, 200)])
def test_a_popup_is_whole_on_the_screen(qtbot, x, y):
    anchor, popup = QLabel("anchor"), QWidget(None, Qt.WindowType.Popup)
    qtbot.addWidget(anchor)
    qtbot.addWidget(popup)
    popup.setFixedSize(300, 200)
    anchor.show()
    anchor.move(x, y)
    place_below(popup, anchor)
    room = anchor.screen().availableGeometry()
    assert room.contains(popup.geometry())


def test_where_there_is_room_it_hangs_below_at_the_right_edge(qtbot):
    anchor, popup = QLabel("anchor"), QWidget(None, Qt.WindowType.Popup)
    qtbot.addWidget(anchor)
    qtbot.addWidget(popup)
    popup.setFixedSize(100, 80)
    anchor.resize(120, 20)
    anchor.show()
    anchor.move(300, 100)
    place_below(popup, anchor)
    assert popup.geometry().right() == anchor.geometry().right()
    assert popup.y() > anchor.geometry().bottom()
