"""The canvas: zoom at the cursor, pan, what a click selects, what is painted where."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.support.colour_pipeline import COLOURS, block_picture
from tests.ui.driving import type_and_wait, wait_painted, wait_ready

CONTROL = Qt.KeyboardModifier.ControlModifier


def colour_at(window, x, y) -> QColor:
    """Colour on the screen at a pixel of the picture."""
    view = window.canvas.view
    return view.viewport().grab().toImage().pixelColor(view.mapFromScene(QPointF(x, y)))


def wheel(view, at: QPoint, *, steps: int, modifiers=CONTROL):
    event = QWheelEvent(
        QPointF(at),
        view.viewport().mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_picture_fits_at_first_and_after_ctrl_0(qtbot, opened):
    view = opened.canvas.view
    shown = view.mapToScene(view.viewport().rect()).boundingRect()
    assert shown.contains(view.sceneRect())
    wheel(view, QPoint(200, 200), steps=5)
    assert not view.fits
    qtbot.keyClick(opened.box, Qt.Key.Key_0, CONTROL)
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(view.sceneRect())


def test_ctrl_wheel_zooms_at_the_cursor(opened):
    view = opened.canvas.view
    at = view.mapFromScene(QPointF(180, 70))
    before, scale = view.mapToScene(at), view.scale_factor
    wheel(view, at, steps=3)
    after = view.mapToScene(at)
    assert view.scale_factor > 1.5 * scale
    assert (after - before).manhattanLength() < 1.5


def test_the_wheel_alone_scrolls(opened):
    view = opened.canvas.view
    wheel(view, QPoint(200, 200), steps=6)
    scale, top = view.scale_factor, view.mapToScene(QPoint(0, 0)).y()
    wheel(view, QPoint(200, 200), steps=-1, modifiers=Qt.KeyboardModifier.NoModifier)
    assert view.scale_factor == scale
    assert view.mapToScene(QPoint(0, 0)).y() > top


@pytest.mark.parametrize(
    ("button", "space"), [(Qt.MouseButton.MiddleButton, False), (Qt.MouseButton.LeftButton, True)]
)
def test_middle_drag_and_space_drag_pan(qtbot, opened, button, space):
    view = opened.canvas.view
    wheel(view, QPoint(200, 200), steps=6)
    view.setFocus()
    if space:
        qtbot.keyPress(view, Qt.Key.Key_Space)
    start = view.mapToScene(QPoint(100, 100))
    qtbot.mousePress(view.viewport(), button, pos=QPoint(200, 200))
    qtbot.mouseMove(view.viewport(), QPoint(170, 180))
    qtbot.mouseRelease(view.viewport(), button, pos=QPoint(170, 180))
    if space:
        qtbot.keyRelease(view, Qt.Key.Key_Space)
    moved = view.mapToScene(QPoint(100, 100)) - start
    assert moved.x() == pytest.approx(30 / view.scale_factor, abs=0.6)
    assert moved.y() == pytest.approx(20 / view.scale_factor, abs=0.6)


def test_a_click_selects_the_smallest_proposal_under_the_cursor(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    session, view = opened.workspace.session, opened.canvas.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(QPointF(180, 70)))
    assert session.ranking.selected.proposal.mask.box_xywh == (150, 40, 60, 60)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(QPointF(5, 5)))
    assert session.ranking.selected.proposal.mask.box_xywh == (150, 40, 60, 60), "the ground selects nothing"


def test_the_selected_mask_is_tinted_inside_and_only_there(qtbot, opened):
    plain_inside, plain_outside = colour_at(opened, 45, 50), colour_at(opened, 120, 120)
    type_and_wait(qtbot, opened, "red block on the left")
    tinted = colour_at(opened, 45, 50)
    assert tinted.blue() > plain_inside.blue() + 40
    outside = colour_at(opened, 120, 120)
    assert outside.blue() <= plain_outside.blue()
    opened.canvas_bar.opacity.setValue(100)
    assert colour_at(opened, 45, 50).blue() > tinted.blue()


def test_the_place_the_text_names_is_shaded_when_the_rectifier_acted(qtbot, opened):
    before = colour_at(opened, 120, 20).lightness()
    type_and_wait(qtbot, opened, "red block on the left")
    assert opened.workspace.session.ranking.ranking.rectified
    assert colour_at(opened, 120, 20).lightness() < before - 10
    type_and_wait(qtbot, opened, "red block")
    assert colour_at(opened, 120, 20).lightness() == before


def test_alt_h_held_in_the_box_shows_the_bare_picture(qtbot, opened):
    bare = colour_at(opened, 45, 50)
    type_and_wait(qtbot, opened, "red block on the left")
    assert colour_at(opened, 45, 50) != bare
    qtbot.keyPress(opened.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert colour_at(opened, 45, 50) == bare
    qtbot.keyRelease(opened.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert colour_at(opened, 45, 50) != bare
    assert opened.box.text() == "red block on the left"


def test_what_is_hidden_by_alt_h_cannot_be_accepted(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    session = opened.workspace.session
    qtbot.keyPress(opened.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: session.painted is None)
    session.press_enter()
    assert not opened.workspace.project.is_saving
    qtbot.keyRelease(opened.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened.workspace.project.counts.decided == 1)


def test_hovering_previews_a_proposal(qtbot, opened):
    view = opened.canvas.view
    before = colour_at(opened, 180, 70)
    qtbot.mouseMove(view.viewport(), QPoint(0, 0))
    qtbot.mouseMove(view.viewport(), view.mapFromScene(QPointF(175, 75)))
    assert colour_at(opened, 180, 70).lightness() > before.lightness()


def test_large_pictures_are_painted_from_a_smaller_level(qtbot, window, tmp_path):
    from PIL import Image

    folder = tmp_path / "large"
    folder.mkdir()
    pixels = block_picture([("red", 900, 700, 800, 600)], width=2600, height=2000)
    Image.fromarray(pixels).save(folder / "large.png", compress_level=1)
    window.workspace.open_path(folder)
    qtbot.waitUntil(lambda: window.workspace.desk.picture is not None, timeout=15000)
    assert len(window.workspace.desk.picture.pyramid.levels_bgrx) == 3
    assert colour_at(window, 1300, 1000).red() == pytest.approx(COLOURS["red"][0], abs=4)
    wait_ready(qtbot, window)


def test_a_new_text_takes_the_old_tint_away(qtbot, opened):
    type_and_wait(qtbot, opened, "blue block")
    tinted = colour_at(opened, 180, 50)
    opened.box.clear()
    qtbot.waitUntil(lambda: opened.workspace.session.painted is None)
    assert colour_at(opened, 180, 50) != tinted
    qtbot.keyClicks(opened.box, "blue block")
    wait_painted(qtbot, opened, "blue block")
    assert colour_at(opened, 180, 50) == tinted
