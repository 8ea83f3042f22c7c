"""The review queue in the window: filter, its help and its complaints, order, next undecided, pace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tas_desktop.session.annotation_session import Prompt
from tas_desktop.session.review.live_rankings import LiveRankings
from tas_desktop.session.review.orders import QueueOrder
from tas_desktop.storage.errors import ProjectBusy
from tas_desktop.storage.prediction_rows import Prediction, Setup
from tas_desktop.storage.project import ProjectStore
from tas_desktop.ui.images.filter_help import FilterHelp
from tas_desktop.ui.images.filter_wording import EXAMPLES
from tests.ui.driving import WAIT_MS, type_and_wait, wait_painted, wait_ready, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXTS = [("one.png", "red block"), ("one.png", "blue block"), ("two.png", "green block")]
MARGINS = (0.3, 0.02, 0.01)


@pytest.fixture(autouse=True)
def whose_numbers(request, monkeypatch):
    """The queue has the batch's numbers alone, but where a test is about those at the screen."""
    if "live" not in request.fixturenames:
        monkeypatch.setattr(LiveRankings, "_find", lambda self: None)


@pytest.fixture
def live():
    """Rankings at the screen count."""


@pytest.fixture
def predicted(qtbot, window, folder):
    """The window on a project whose expressions a batch has ranked."""
    with ProjectStore.create(folder) as store:
        store.add_images([folder / name for name in ("one.png", "two.png", "three.png")], annotator="batch")
        ids = {row.path: row.image_id for row in store.list_images()}
        numbers = store.add_expressions([(ids[name], text) for name, text in TEXTS], annotator="batch")
        ranked = [
            Prediction(number, "r", text, None, (), margin)
            for number, (_, text), margin in zip(numbers, TEXTS, MARGINS, strict=True)
        ]
        store.predictions.write(Setup("tas", "colours"), ranked)
    project = window.workspace.project
    with qtbot.waitSignals([project.opened, project.queue.shown], timeout=WAIT_MS):
        window.workspace.open_path(folder)
    wait_ready(qtbot, window)
    return window


def shown(window):
    model = window.workspace.project.images
    return [model.image_at(row).path for row in range(model.rowCount())]


def wait_shown(qtbot, window, *names):
    qtbot.waitUntil(lambda: shown(window) == list(names), timeout=WAIT_MS)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def accept(qtbot, window):
    """Enter, and once more where the candidate had only just come."""
    press(qtbot, Qt.Key.Key_Return)
    if window.workspace.session.prompt is Prompt.NEWCOMER:
        press(qtbot, Qt.Key.Key_Return)


def type_filter(qtbot, window, text):
    press(qtbot, Qt.Key.Key_F, CONTROL)
    window.images.filter_box.clear()
    qtbot.keyClicks(window.images.filter_box, text)


def test_the_order_is_chosen_from_the_palettes_actions_and_shown_above_the_list(qtbot, predicted):
    predicted.actions_by_name["order-margin"].trigger()
    wait_shown(qtbot, predicted, "two.png", "one.png", "three.png")
    button = predicted.images.order_button
    assert button.text() == "Smallest margin first ▾"
    assert "Smallest margin first" in button.accessibleName()
    button.menu().actions()[0].trigger()
    wait_shown(qtbot, predicted, "one.png", "two.png", "three.png")
    assert predicted.actions_by_name["order-dataset"].isChecked()


def test_next_undecided_follows_the_queue_and_brings_its_most_doubtful_expression(qtbot, predicted):
    queue = predicted.workspace.project.queue
    predicted.actions_by_name["order-margin"].trigger()
    wait_shown(qtbot, predicted, "two.png", "one.png", "three.png")
    assert queue.order is QueueOrder.MARGIN
    session = predicted.workspace.session
    press(qtbot, Qt.Key.Key_PageUp)
    assert session.image.path == "two.png"
    wait_painted(qtbot, predicted, "green block")
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    assert session.image.path == "one.png"
    wait_painted(qtbot, predicted, "blue block")
    accept(qtbot, predicted)
    wait_painted(qtbot, predicted, "red block")


def test_deciding_walks_through_what_the_filter_shows(qtbot, predicted):
    type_filter(qtbot, predicted, "margin<0.1")
    wait_shown(qtbot, predicted, "one.png", "two.png")
    predicted.box.setFocus()
    predicted.workspace.session.go_to_image(1)
    wait_painted(qtbot, predicted, "blue block")
    accept(qtbot, predicted)
    wait_painted(qtbot, predicted, "green block")
    assert predicted.workspace.session.image.path == "two.png", "the red block is no doubtful one"


def test_a_filter_that_cannot_be_read_says_why_and_keeps_the_list(qtbot, predicted):
    type_filter(qtbot, predicted, "status:todo")
    wait_shown(qtbot, predicted, "one.png", "two.png", "three.png")
    type_filter(qtbot, predicted, "margin<a")
    label = predicted.images.refusal
    assert label.isVisible()
    assert label.text() == "⚠ “margin<a” wants a number. For instance margin<0.05."
    assert shown(predicted) == ["one.png", "two.png", "three.png"]
    type_filter(qtbot, predicted, "colr:red")
    assert "colr" in label.text()
    predicted.images.filter_box.clear()
    assert not label.isVisible()


def test_help_is_reached_by_keyboard_and_puts_an_example_into_the_box(qtbot, predicted):
    press(qtbot, Qt.Key.Key_F, CONTROL)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is predicted.images.help_button
    press(qtbot, Qt.Key.Key_Space)
    page = predicted.findChild(FilterHelp)
    qtbot.waitUntil(page.isActiveWindow, timeout=WAIT_MS)
    assert page.table.hasFocus()
    row = [example for example, _ in EXAMPLES].index("margin<0.05")
    for _ in range(row):
        press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert predicted.images.filter_box.text() == "margin<0.05"
    wait_shown(qtbot, predicted, "one.png", "two.png")


def test_every_example_of_the_help_can_be_read(qtbot, predicted):
    queue = predicted.workspace.project.queue
    for example, _ in EXAMPLES:
        queue.set_filter(example)
        assert queue.refused is None, example


def test_the_pace_appears_under_the_list_once_there_is_one(qtbot, opened):
    line = opened.images.pace_line
    assert not line.isVisible()
    for decided, text in enumerate(("red block", "blue block", "red block on the left"), start=1):
        type_and_wait(qtbot, opened, text)
        press(qtbot, Qt.Key.Key_Return)
        wait_saved(qtbot, opened, decided=decided)
    assert line.isVisible()
    assert "per minute" in line.text()
    assert "over the session" in line.toolTip()


def test_the_box_has_the_focus_once_a_project_is_open(qtbot, opened):
    assert opened.box.hasFocus()


def margin_of(window, expression_id):
    columns = window.workspace.project.queue.columns
    (row,) = (columns.expressions.expression_ids == expression_id).nonzero()[0]
    return float(columns.expressions.margins[row])


def test_what_is_ranked_at_the_screen_gives_the_queue_its_numbers(qtbot, live, predicted):
    session = predicted.workspace.session
    session.go_to_image(2)
    wait_painted(qtbot, predicted, "green block")
    qtbot.waitUntil(lambda: session.ranking.is_current and session.ranking.ranking.complete, timeout=WAIT_MS)
    margin = session.ranking.ranking.margin
    assert margin > MARGINS[2] + 0.01
    qtbot.waitUntil(lambda: margin_of(predicted, 3) == pytest.approx(margin), timeout=WAIT_MS)
    assert shown(predicted) == ["one.png", "two.png", "three.png"], "nothing jumps"
    type_filter(qtbot, predicted, f"green margin>{margin - 1e-3:.6f}")
    wait_shown(qtbot, predicted, "two.png")


def test_chips_and_texts_under_way_leave_the_queues_numbers_alone(qtbot, live, predicted):
    queue = predicted.workspace.project.queue
    session = predicted.workspace.session
    session.go_to_image(1)
    session.go_to_expression(1)
    wait_painted(qtbot, predicted, "red block")
    qtbot.waitUntil(lambda: margin_of(predicted, 1) != pytest.approx(MARGINS[0]), timeout=WAIT_MS)
    before = margin_of(predicted, 1)
    session.ranking.toggle_target()
    wait_painted(qtbot, predicted, "red block")
    qtbot.waitUntil(lambda: session.ranking.is_current, timeout=WAIT_MS)
    type_and_wait(qtbot, predicted, "red block on the right")
    with qtbot.waitSignal(queue.columns_changed, timeout=WAIT_MS):
        queue.read_again(1)
    assert margin_of(predicted, 1) == before


def test_a_queue_that_cannot_be_read_is_a_notice_with_a_way_on(qtbot, predicted, monkeypatch):
    store = predicted.workspace.project.store

    def refuse(*_arguments):
        raise ProjectBusy("The project is being written", next_step="Wait a moment")

    monkeypatch.setattr(store.review, "read", refuse)
    predicted.workspace.project.queue.read_again(1)

    def found():
        return [message for message in predicted.notices.messages if message.key == "queue"]

    qtbot.waitUntil(lambda: found() != [], timeout=WAIT_MS)
    (message,) = found()
    assert (message.text, message.next_step) == ("The project is being written", "Wait a moment")
    monkeypatch.undo()
    predicted.actions_by_name[message.action].trigger()
    qtbot.waitUntil(lambda: found() == [], timeout=WAIT_MS)


def test_filter_and_order_come_back_with_their_project(qtbot, predicted, tmp_path, folder):
    type_filter(qtbot, predicted, "one")
    predicted.actions_by_name["order-margin"].trigger()
    wait_shown(qtbot, predicted, "one.png")
    other = tmp_path / "other"
    other.mkdir()
    (other / "four.png").write_bytes((folder / "one.png").read_bytes())
    project = predicted.workspace.project
    for place, text, button, names in (
        (other, "", "As added ▾", ["four.png"]),
        (folder, "one", "Smallest margin first ▾", ["one.png"]),
    ):
        with qtbot.waitSignal(project.opened, timeout=WAIT_MS):
            predicted.workspace.open_path(place)
        wait_shown(qtbot, predicted, *names)
        assert predicted.images.filter_box.text() == text
        assert predicted.images.order_button.text() == button
