"""Polygons, holes, and other proposals added or cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.repairing import (
    LEFT,
    SHIFT,
    at,
    block,
    click,
    mask_of,
    press,
)


def test_polygons_add_and_cut_holes_which_can_be_filled(repairing):
    press(repairing, Qt.Key.Key_G, SHIFT)
    for point in ((30, 40), (60, 40), (60, 60), (30, 60)):
        click(repairing, *point)
    press(repairing, Qt.Key.Key_Return)
    hollow = mask_of(repairing)
    assert hollow.area == pytest.approx(block(0).area - 600, abs=40)
    assert repairing.workspace.session.repair.is_active, "Enter has closed the polygon, not the repair"
    press(repairing, Qt.Key.Key_F)
    assert mask_of(repairing) == block(0)
    press(repairing, Qt.Key.Key_G)
    for point in ((100, 100), (140, 100), (140, 140)):
        click(repairing, *point)
    QTest.mouseDClick(
        repairing.canvas.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at(repairing, 140, 140)
    )
    assert mask_of(repairing).area == pytest.approx(block(0).area + 800, abs=60)


def test_esc_drops_the_polygon_before_the_repair(repairing):
    press(repairing, Qt.Key.Key_G)
    click(repairing, 100, 100)
    click(repairing, 140, 100)
    press(repairing, Qt.Key.Key_Backspace)
    press(repairing, Qt.Key.Key_Escape)
    assert repairing.workspace.session.repair.is_active
    press(repairing, Qt.Key.Key_Escape)
    assert not repairing.workspace.session.repair.is_active


def test_other_proposals_are_added_and_cut_by_a_click(repairing):
    press(repairing, Qt.Key.Key_U)
    click(repairing, 180, 70)
    assert mask_of(repairing).area == block(0).area + block(1).area
    press(repairing, Qt.Key.Key_C)
    click(repairing, 40, 50)
    assert mask_of(repairing) == block(1)
