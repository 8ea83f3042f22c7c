"""The statistics page in the window."""

from __future__ import annotations

import json

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tas_desktop.evaluation.statistics.plot_style import Plot
from tas_desktop.ui.statistics.page import StatisticsPage
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot, opened):
    """The page of a project with one acceptance at rank 1, one at rank 2 and one without an object."""
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    type_and_wait(qtbot, opened, "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    wait_saved(qtbot, opened, decided=2)
    type_and_wait(qtbot, opened, "green block")
    qtbot.keyClick(opened.box, Qt.Key.Key_N, CONTROL | SHIFT)
    wait_saved(qtbot, opened, decided=3)
    qtbot.keyClick(opened.box, Qt.Key.Key_T, CONTROL | SHIFT)
    page = opened.findChild(StatisticsPage)
    wait_drawn(qtbot, page)
    return page


def wait_drawn(qtbot, page):
    qtbot.waitUntil(lambda: not page.state.text() and page.save_plots.isEnabled(), timeout=WAIT_MS)


def values(page):
    return [label.text() for label in page.key_figures.findChildren(type(page.state), "strong")]


def rows(page):
    table = page.table
    return {
        table.item(row, 0).text(): [table.item(row, column).text() for column in range(1, 9)]
        for row in range(table.rowCount())
    }


def test_figures_plots_and_table_are_of_what_was_decided(page):
    assert values(page)[:5] == ["3", "50 %", "100 %", "0 %", "33 %"]
    assert all(picture.is_drawn and picture.accessibleName() for picture in page.pictures.values())
    table = rows(page)
    assert table["All"][:4] == ["3", "50.0 %", "100.0 %", "100.0 %"]
    assert table["Kind: position"][0] == "1"
    assert table["Kind: attribute"][0] == "2"
    assert table["Method: tas"][0] == "3"
    assert table["Annotator: tester"][0] == "3"


def test_it_counts_again_when_asked(qtbot, opened, page):
    page.hide()
    opened.activateWindow()
    type_and_wait(qtbot, opened, "the red block on the right")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=4)
    assert values(page)[0] == "3"
    page.show()
    qtbot.waitUntil(lambda: values(page)[0] == "4", timeout=WAIT_MS)
    wait_drawn(qtbot, page)
    opened.actions_by_name["statistics"].trigger()
    assert opened.findChildren(StatisticsPage) == [page], "there is one page"


def test_plots_are_drawn_anew_in_the_windows_colours(qtbot, opened, page):
    picture = page.pictures[Plot.OUTCOMES]
    light = picture.grab().toImage().pixelColor(5, 5).lightness()
    opened.theme.choose(Qt.ColorScheme.Dark)
    qtbot.waitUntil(lambda: picture.grab().toImage().pixelColor(5, 5).lightness() < 80, timeout=WAIT_MS)
    assert light > 200
    opened.theme.choose(Qt.ColorScheme.Light)
    wait_drawn(qtbot, page)


def test_plots_and_figures_are_saved(qtbot, opened, page, tmp_path, monkeypatch):
    folder, table = tmp_path / "plots", tmp_path / "figures"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    statistics = opened.workspace.statistics
    with qtbot.waitSignal(statistics.written, timeout=WAIT_MS):
        page.save_plots.click()
    with Image.open(folder / "seconds-by-kind.png") as picture:
        assert picture.width == 1024
    assert (folder / "seconds-by-kind.svg").exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(table), "JSON (*.json)"))
    with qtbot.waitSignal(statistics.written, timeout=WAIT_MS):
        page.save_figures.click()
    assert json.loads(table.with_suffix(".json").read_text())["overall"]["decisions"] == 3


def test_a_place_that_cannot_be_written_is_said_in_the_window(qtbot, opened, page, tmp_path, monkeypatch):
    (tmp_path / "taken").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "taken"), ""))
    posted = []
    opened.workspace.notices.posted.connect(posted.append)
    statistics = opened.workspace.statistics
    statistics.write_figures(tmp_path / "taken")
    with qtbot.waitSignal(statistics.failed, timeout=WAIT_MS):
        pass
    assert "taken" in posted[-1].text


def test_the_page_is_worked_by_keyboard(qtbot, page):
    page.activateWindow()
    assert page.again.hasFocus()
    reached = set()
    for _ in range(6):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {page.again, page.save_plots, page.save_figures, page.table} <= reached
