"""The comparison page in the window."""

from __future__ import annotations

import json

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tas_desktop.engine.methods import METHODS
from tas_desktop.projects.importing.options import ImportKind, ImportOptions
from tas_desktop.projects.importing.running import import_files
from tas_desktop.session.comparison.comparison_session import Contender
from tas_desktop.ui.comparison.case_rows import CaseRole
from tas_desktop.ui.comparison.page import ComparisonPage
from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def open_page(window):
    window.actions_by_name["compare-methods"].trigger()
    return window.findChild(ComparisonPage)


@pytest.fixture
def accepted(qtbot, opened):
    """Two pictures' expressions accepted: the first candidate of one, the second of another."""
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    type_and_wait(qtbot, opened, "red block on the right")
    qtbot.keyClick(opened.box, Qt.Key.Key_2, ALT)
    wait_saved(qtbot, opened, decided=2)
    return opened


@pytest.fixture
def page(qtbot, accepted):
    page = open_page(accepted)
    qtbot.waitUntil(page.run_button.isEnabled, timeout=WAIT_MS)
    return page


def compare(qtbot, window, page):
    with qtbot.waitSignal(window.workspace.comparing.done, timeout=WAIT_MS):
        page.run_button.click()
    qtbot.waitUntil(lambda: not page.bar.isVisible(), timeout=WAIT_MS)


def figures(page):
    table = page.figures
    return {
        table.item(row, 0).text(): [table.item(row, column).text() for column in range(1, 5)]
        for row in range(table.rowCount())
    }


def test_two_methods_are_compared_on_what_was_accepted(qtbot, accepted, page):
    assert page.scope.text() == "On 2 accepted expressions"
    compare(qtbot, accepted, page)
    told = figures(page)
    assert told["mIoU"][0] == "2"
    assert told["mIoU"][1] == "0.500", "of a single picture there is no interval"
    assert set(told) >= {"mIoU", "oIoU", "P@.5", "P@.9", "mIoU, kind: position"}
    assert page.figures.horizontalHeaderItem(4).text() == "tas − tas-code"
    assert page.cases.rows.rowCount() == 2
    qtbot.waitUntil(lambda: page.view.picture.is_drawn, timeout=WAIT_MS)
    assert page.view.labels[1].text().startswith("tas, IoU ")
    assert page.state.text() == "2 accepted masks were proposed by tas itself, which favours it."


def test_a_row_leads_to_its_picture_and_expression(qtbot, accepted, page):
    compare(qtbot, accepted, page)
    accepted.workspace.session.step_image(1)
    qtbot.waitUntil(lambda: accepted.workspace.session.image.path.endswith("three.png"), timeout=WAIT_MS)
    index = page.cases.rows.index(0, 0)
    case = index.data(CaseRole.CASE)
    qtbot.mouseClick(
        page.cases.viewport(), Qt.MouseButton.LeftButton, pos=page.cases.visualRect(index).center()
    )
    session = accepted.workspace.session
    qtbot.waitUntil(
        lambda: (
            session.expression is not None
            and session.expression.expression_id == case.unit.sentence_id
            and session.image.image_id == case.image.image_id
        ),
        timeout=WAIT_MS,
    )
    assert accepted.box.text() == case.unit.raw
    qtbot.waitUntil(lambda: accepted.canvas.compared.is_shown, timeout=WAIT_MS)
    session.step_image(1)
    assert not accepted.canvas.compared.is_shown


def test_nothing_accepted_is_said_and_cannot_be_compared(qtbot, opened):
    page = open_page(opened)
    qtbot.waitUntil(lambda: page.scope.text().startswith("On 0"), timeout=WAIT_MS)
    assert not page.run_button.isEnabled()
    assert not page.save_button.isEnabled()
    assert page._no_figures.isVisible()
    assert page._no_figures._title.text() == "Nothing is accepted yet"


def test_a_method_is_not_compared_with_itself(page):
    page.boxes[1].choose(page.boxes[0].contender)
    assert not page.run_button.isEnabled()
    page.boxes[1].choose(Contender("tas-paper"))
    assert page.run_button.isEnabled()


def test_imported_predictions_are_contenders(qtbot, accepted, tmp_path):
    project = accepted.workspace.project
    content = {
        "images": [{"id": 1, "file_name": "one.png", "height": 180, "width": 240}],
        "categories": [{"id": 1, "name": "block"}],
        "annotations": [
            {
                "id": 1,
                "image_id": 1,
                "category_id": 1,
                "segmentation": [[20, 30, 70, 30, 70, 70, 20, 70]],
                "bbox": [20, 30, 50, 40],
                "area": 2000,
                "iscrowd": 0,
                "expressions": ["red block on the left"],
            }
        ],
    }
    picture = project.images.image(accepted.workspace.session.image.image_id)
    content["images"][0] |= {"height": picture.height, "width": picture.width}
    file = tmp_path / "peer.json"
    file.write_text(json.dumps(content))
    import_files(project.store, ImportOptions(file, "coco", ImportKind.PREDICTIONS, "tester", name="peer"))
    page = open_page(accepted)
    qtbot.waitUntil(lambda: page.boxes[1].count() > len(METHODS), timeout=WAIT_MS)
    page.boxes[1].choose(Contender("peer", is_imported=True))
    compare(qtbot, accepted, page)
    assert figures(page)["mIoU"][2].startswith("0.500")
    assert "1 expressions could not be used" in page.state.text()


def test_a_comparison_is_stopped(qtbot, accepted, page, caption_gate):
    comparing = accepted.workspace.comparing
    caption_gate.clear()
    page.boxes[1].choose(Contender("tas-paper"))
    page.run_button.click()
    assert page.run_button.text() == "Stop"
    qtbot.waitUntil(page.bar.isVisible, timeout=WAIT_MS)
    page.run_button.click()
    caption_gate.set()
    qtbot.waitUntil(lambda: not comparing.is_running, timeout=WAIT_MS)
    assert comparing.comparison is None
    assert page.run_button.text() == "Compare"
    compare(qtbot, accepted, page)


def test_the_report_is_saved(qtbot, accepted, page, tmp_path, monkeypatch):
    compare(qtbot, accepted, page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "report"))
    with qtbot.waitSignal(accepted.workspace.comparing.written, timeout=WAIT_MS):
        page.save_button.click()
    assert "tas – tas-code" in (tmp_path / "report" / "report.md").read_text(encoding="utf-8").replace(
        "\\", ""
    )
    assert list((tmp_path / "report" / "cases").glob("*.png"))


def test_the_page_is_worked_by_keyboard(qtbot, accepted, page):
    compare(qtbot, accepted, page)
    page.activateWindow()
    page.boxes[0].setFocus()
    reached = set()
    for _ in range(8):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {*page.boxes, page.run_button, page.figures, page.cases, page.save_button} <= reached
    page.cases.setFocus()
    first = page.view.labels[1].text(), page._case.unit.unit_id
    qtbot.keyClick(page.cases, Qt.Key.Key_Down)
    assert page._case.unit.unit_id != first[1]


def test_the_last_comparison_is_there_when_the_page_opens_again(qtbot, accepted, page):
    compare(qtbot, accepted, page)
    with qtbot.waitSignal(page.destroyed, timeout=WAIT_MS):
        page.close()
    again = open_page(accepted)
    assert again.cases.rows.rowCount() == 2
    assert figures(again)["mIoU"][0] == "2"


def test_what_the_models_cannot_serve_cannot_be_chosen(page):
    box = page.boxes[1]
    row = list(METHODS).index("grad-cam")
    assert not box.model().item(row).isEnabled()
    assert "gradients" in box.itemData(row, Qt.ItemDataRole.ToolTipRole)


def test_another_project_has_no_comparison_yet(qtbot, accepted, page, tmp_path, caption_gate):
    compare(qtbot, accepted, page)
    caption_gate.clear()
    page.boxes[1].choose(Contender("tas-paper"))
    page.run_button.click()
    other = tmp_path / "other"
    other.mkdir()
    Image.fromarray(block_picture([("green", 30, 30, 60, 60)])).save(other / "one.png")
    with qtbot.waitSignal(accepted.workspace.project.opened, timeout=WAIT_MS):
        accepted.workspace.open_path(other)
    caption_gate.set()
    comparing = accepted.workspace.comparing
    assert not comparing.is_running
    assert comparing.comparison is None
    assert page.figures.rowCount() == page.cases.rows.rowCount() == 0
    assert not page.view.isVisible()
    qtbot.waitUntil(lambda: page.scope.text() == "On 0 accepted expressions", timeout=WAIT_MS)
