"""The model's words for a mask, and for a folder without any."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from tas_desktop.session.expressions.suggestions import SuggestionState
from tas_desktop.storage.rows import ExpressionSource, ExpressionStatus
from tests.ui.driving import WAIT_MS, type_and_wait, wait_painted, wait_saved
from tests.ui.expressing import CONTROL, keep


def ask(qtbot, window):
    qtbot.keyClick(window.box, Qt.Key.Key_G, CONTROL)
    suggestions = window.workspace.session.help.suggestions
    qtbot.waitUntil(lambda: suggestions.state is SuggestionState.READY, timeout=WAIT_MS)
    return suggestions


def test_a_suggestion_goes_into_the_box_and_a_person_accepts_it(qtbot, opened):
    suggestions = ask(qtbot, opened)
    target, offered = suggestions.target, suggestions.rows
    assert 1 <= len(offered) <= 3
    first = opened.expression.suggestions.rows[0]
    qtbot.waitUntil(first.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert opened.box.text() == offered[0].text
    assert opened.workspace.project.counts.expressions == 0, "nothing is stored by itself"
    wait_painted(qtbot, opened, offered[0].text)
    assert opened.workspace.session.ranking.selected.proposal_index == target
    assert opened.box.hasFocus()
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert opened.workspace.session.expressions.rows[0].source is ExpressionSource.MODEL
    assert ask(qtbot, opened).target != target, "the next thing that has no expression"


def test_a_suggestion_that_was_changed_is_the_persons(qtbot, opened):
    ask(qtbot, opened)
    qtbot.keyClick(opened.expression.suggestions.rows[0], Qt.Key.Key_Return)
    qtbot.keyClicks(opened.box, " there")
    wait_painted(qtbot, opened, opened.box.text())
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert opened.workspace.session.expressions.rows[0].source is ExpressionSource.PERSON


def test_a_kept_suggestion_is_model_written(qtbot, opened):
    ask(qtbot, opened)
    qtbot.keyClick(opened.expression.suggestions.rows[0], Qt.Key.Key_Return)
    qtbot.keyClick(opened.box, Qt.Key.Key_Return, CONTROL)
    rows = opened.workspace.session.expressions
    qtbot.waitUntil(lambda: rows.rowCount() == 1, timeout=WAIT_MS)
    assert rows.rows[0].source is ExpressionSource.MODEL
    assert rows.rows[0].status is ExpressionStatus.UNDECIDED
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=WAIT_MS)


def test_better_words_are_offered_for_the_typed_text(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    suggestions = ask(qtbot, opened)
    rewrite = suggestions.rows[0]
    assert rewrite.rewrites
    assert rewrite.text.replace(rewrite.added, "").split() == ["red", "block"]
    assert rewrite.margin > rewrite.margin_before


def test_typing_on_closes_what_is_offered(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    suggestions = ask(qtbot, opened)
    qtbot.keyClick(opened.expression.suggestions.rows[0], Qt.Key.Key_Escape)
    assert suggestions.state is SuggestionState.CLOSED
    assert opened.box.hasFocus()
    ask(qtbot, opened)
    type_and_wait(qtbot, opened, "blue block")
    assert suggestions.state is SuggestionState.CLOSED
    assert not opened.expression.suggestions.isVisible()


def test_a_click_on_a_thing_without_a_text_asks_for_words(qtbot, opened):
    point = opened.canvas.view.mapFromScene(QPointF(180, 70))
    qtbot.mouseClick(opened.canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    suggestions = opened.workspace.session.help.suggestions
    qtbot.waitUntil(lambda: suggestions.state is SuggestionState.READY, timeout=WAIT_MS)
    assert all("blue" in suggestion.text for suggestion in suggestions.rows)
    assert not opened.expression.suggestions.rows[0].hasFocus(), "who has clicked may go on typing"
    qtbot.keyClick(opened.box, Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(opened.expression.suggestions.rows[0].hasFocus, timeout=WAIT_MS)


def test_who_types_while_words_are_offered_writes_their_own(qtbot, opened):
    suggestions = ask(qtbot, opened)
    row = opened.expression.suggestions.rows[0]
    qtbot.waitUntil(row.hasFocus, timeout=WAIT_MS)
    qtbot.keyClick(row, Qt.Key.Key_B)
    assert opened.box.text() == "b"
    assert opened.box.hasFocus()
    qtbot.waitUntil(lambda: suggestions.state is SuggestionState.CLOSED, timeout=WAIT_MS)


def test_a_folder_without_text_gets_undecided_words_of_the_model(qtbot, opened):
    keep(qtbot, opened, "mine")
    with qtbot.waitSignal(opened.workspace.session.help.bootstrap.done, timeout=WAIT_MS) as finished:
        opened.actions_by_name["suggest-all"].trigger()
    report = finished.args[0]
    assert report.pictures == 2, "the picture that has a text is left alone"
    store = opened.workspace.project.store
    rows = {image.path: store.list_expressions(image.image_id) for image in store.list_images()}
    assert [row.text for row in rows["one.png"]] == ["mine"]
    assert len(rows["two.png"]) == 2
    assert len(rows["three.png"]) == 3
    for row in (*rows["two.png"], *rows["three.png"]):
        assert (row.source, row.status) == (ExpressionSource.MODEL, ExpressionStatus.UNDECIDED)
    images = opened.workspace.project.images
    qtbot.waitUntil(lambda: images.image(rows["two.png"][0].image_id).expression_count == 2, timeout=WAIT_MS)
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: store.list_expressions(rows["one.png"][0].image_id) == [], timeout=WAIT_MS)
    assert len(store.list_expressions(rows["two.png"][0].image_id)) == 2, "no doing of this person"


def test_suggesting_for_all_is_stopped(qtbot, opened, monkeypatch):
    bootstrap = opened.workspace.session.help.bootstrap
    monkeypatch.setattr(bootstrap, "_describe", lambda *_args, **_options: bootstrap.cancel() or [])
    with qtbot.waitSignal(bootstrap.done, timeout=WAIT_MS) as finished:
        opened.actions_by_name["suggest-all"].trigger()
    assert finished.args[0].cancelled
    assert finished.args[0].expressions == 0
    qtbot.waitUntil(opened.actions_by_name["suggest-all"].isEnabled, timeout=WAIT_MS)
