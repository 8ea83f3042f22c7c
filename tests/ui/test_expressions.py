"""An image's expressions in the real window: kept, changed, ordered, hinted at, suggested, categorised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit

from tas_desktop.domain.lint import LintCode
from tas_desktop.session.expressions.suggestions import SuggestionState
from tas_desktop.storage.rows import EventKind, ExpressionSource, ExpressionStatus
from tas_desktop.ui.expression.category_picker import CategoryPicker
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, type_text, wait_painted, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def texts(window):
    return [row.text for row in window.workspace.session.expressions.rows]


def stored(window):
    image = window.workspace.session.image
    return [row.text for row in window.workspace.project.store.list_expressions(image.image_id)]


def keep(qtbot, window, *several):
    """Put texts on the list without deciding, by Ctrl+Enter."""
    for text in several:
        before = texts(window)
        type_text(qtbot, window, text)
        qtbot.keyClick(window.box, Qt.Key.Key_Return, CONTROL)
        qtbot.waitUntil(lambda before=before, text=text: texts(window) == [*before, text], timeout=WAIT_MS)
        assert window.box.text() == ""


def codes(window):
    return [finding.code for finding in window.workspace.session.help.checks.findings]


def test_texts_are_kept_undecided_by_control_enter(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    assert stored(opened) == ["red block", "blue block"]
    rows = opened.workspace.session.expressions.rows
    assert {row.status for row in rows} == {ExpressionStatus.UNDECIDED}
    assert {row.source for row in rows} == {ExpressionSource.PERSON}
    assert opened.workspace.project.counts.decided == 0


def test_keeping_is_undone_and_redone(qtbot, opened):
    keep(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: texts(opened) == [], timeout=WAIT_MS)
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: texts(opened) == ["red block"], timeout=WAIT_MS)


def test_control_up_and_down_walk_the_expressions_from_inside_the_box(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    assert opened.box.text() == "blue block"
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    assert opened.box.text() == "red block"
    qtbot.keyClick(opened.box, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Down, CONTROL)
    assert opened.box.text() == "", "after the last comes a new one"


def test_another_text_for_an_expression_without_deciding(qtbot, opened):
    keep(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    type_text(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: stored(opened) == ["red block on the left"], timeout=WAIT_MS)
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: stored(opened) == ["red block"], timeout=WAIT_MS)


def test_f2_edits_in_the_list(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_F2)
    editor = opened.expression.list.findChild(QLineEdit, "in-place")
    assert editor.text() == "blue block"
    qtbot.keyClicks(editor, "the blue block on the right")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stored(opened) == ["red block", "the blue block on the right"], timeout=WAIT_MS)
    qtbot.waitUntil(lambda: opened.box.text() == "the blue block on the right", timeout=WAIT_MS)


def test_an_empty_text_is_refused_in_the_list(qtbot, opened):
    keep(qtbot, opened, "red block")
    posted = []
    opened.workspace.notices.posted.connect(posted.append)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_F2)
    editor = opened.expression.list.findChild(QLineEdit, "in-place")
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(posted), timeout=WAIT_MS)
    assert "empty" in posted[-1].text
    assert stored(opened) == ["red block"]


def test_removing_goes_on_to_the_neighbour(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Delete, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: stored(opened) == ["red block"], timeout=WAIT_MS)
    assert opened.box.text() == "red block"
    opened.expression.list.setFocus()
    qtbot.keyClick(opened.expression.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(opened) == [], timeout=WAIT_MS)


def test_alt_up_and_down_order_the_list_and_undo_takes_it_back(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block", "the left block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, ALT)
    assert texts(opened) == ["red block", "the left block", "blue block"], "at once"
    qtbot.waitUntil(lambda: stored(opened) == ["red block", "the left block", "blue block"], timeout=WAIT_MS)
    assert opened.box.text() == "the left block"
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: texts(opened) == ["red block", "blue block", "the left block"], timeout=WAIT_MS)


def test_a_row_is_dragged_to_another_place(qtbot, opened):
    keep(qtbot, opened, "red block", "blue block", "the left block")
    view, model = opened.expression.list, opened.workspace.session.expressions
    view.setCurrentIndex(model.index(0))
    place = QPointF(view.visualRect(model.index(2)).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, QMimeData(), buttons, keys))
    qtbot.waitUntil(lambda: stored(opened) == ["blue block", "the left block", "red block"], timeout=WAIT_MS)


def test_the_join_is_announced_before_enter(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    type_and_wait(qtbot, opened, "left red thing")
    qtbot.waitUntil(lambda: LintCode.SAME_REFERENT in codes(opened), timeout=WAIT_MS)
    assert any("red block on the left" in text for text in opened.expression.hints.texts)
    assert opened.expression.hints.isVisible()
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=2)
    image = opened.workspace.session.image
    assert len(opened.workspace.project.store.list_referents(image.image_id)) == 1


def test_one_text_for_two_objects_is_flagged_before_and_after(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    type_and_wait(qtbot, opened, "Red  block")
    session = opened.workspace.session
    first = decisions(opened)[0].masks[0].mask
    while session.ranking.selected.proposal.mask == first:
        qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: codes(opened)[:1] == [LintCode.AMBIGUOUS], timeout=WAIT_MS)
    wait_painted(qtbot, opened, "Red  block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=2)
    from tas_desktop.session.expression_list import ExpressionRole

    model = session.expressions
    marks = [model.index(row).data(ExpressionRole.AMBIGUOUS) for row in range(model.rowCount())]
    assert marks == [True, True]


def test_a_text_that_the_image_has_already_is_hinted_at_and_not_blocked(qtbot, opened):
    keep(qtbot, opened, "the blue block")
    type_and_wait(qtbot, opened, "blue block")
    qtbot.waitUntil(lambda: LintCode.NEAR_DUPLICATE in codes(opened), timeout=WAIT_MS)
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)


def test_a_side_against_the_masks_place(qtbot, opened):
    type_and_wait(qtbot, opened, "blue block on the left")
    while opened.workspace.session.ranking.selected.proposal.mask.box_xywh[0] != 150:
        qtbot.keyClick(opened.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: LintCode.WRONG_SIDE in codes(opened), timeout=WAIT_MS)


def test_spelling_is_mended_by_a_key_and_undone_as_typing(qtbot, opened):
    type_and_wait(qtbot, opened, "the bleu block")
    checks = opened.workspace.session.help.checks
    qtbot.waitUntil(lambda: checks.mendable is not None, timeout=WAIT_MS)
    assert opened.actions_by_name["apply-hint"].isEnabled()
    mended = checks.mended(checks.mendable)
    qtbot.keyClick(opened.box, Qt.Key.Key_Period, CONTROL)
    assert opened.box.text() == mended != "the bleu block"
    qtbot.keyClick(opened.box, Qt.Key.Key_Z, CONTROL)
    assert opened.box.text() == "the bleu block"


def test_position_words_are_hinted_at_where_wanted_and_that_is_remembered(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    assert LintCode.POSITION_WORD not in codes(opened)
    opened.actions_by_name["hint-position-words"].trigger()
    assert LintCode.POSITION_WORD in codes(opened)
    assert not opened.workspace.preferences.settings.expressions.position_words
    opened.actions_by_name["hint-position-words"].trigger()
    assert LintCode.POSITION_WORD not in codes(opened)


def test_margin_and_rivals_are_in_sight(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    ranking = opened.workspace.session.ranking.ranking
    facts = opened.candidates._facts.text()
    assert f"{ranking.margin:.3f}" in facts
    assert ranking.rivals
    assert f"rivals {len(ranking.rivals)}" in facts


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


def choose_category(qtbot, window, word):
    qtbot.keyClick(window.box, Qt.Key.Key_T, CONTROL)
    picker = window.findChild(CategoryPicker)
    qtbot.keyClicks(picker.search, word)
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(CategoryPicker) is None, timeout=WAIT_MS)


def test_the_category_follows_the_head_noun_and_one_key_changes_it(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    chip = opened.expression.category
    assert chip.text().startswith("object"), "no category has a block"
    choose_category(qtbot, opened, "mug")
    assert chip.text().startswith("cup")
    assert chip.isChecked()
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert decisions(opened)[0].category == "cup"
    type_and_wait(qtbot, opened, "blue block")
    assert chip.text().startswith("object"), "chosen for one text only"


def test_the_category_of_an_accepted_object_is_changed_and_undone(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    qtbot.keyClick(opened.box, Qt.Key.Key_Up, CONTROL)
    wait_painted(qtbot, opened, "red block on the left")
    choose_category(qtbot, opened, "book")
    project = opened.workspace.project
    image = opened.workspace.session.image

    def category():
        (referent,) = project.store.list_referents(image.image_id)
        return referent.category

    qtbot.waitUntil(lambda: category() == "book", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: opened.expression.category.text().startswith("book"), timeout=WAIT_MS)
    assert project.history.done[-1].kind is EventKind.CATEGORY_SET
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: category() == "object", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: opened.expression.category.text().startswith("object"), timeout=WAIT_MS)


def test_a_category_that_the_table_lacks_is_added(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    choose_category(qtbot, opened, "toy block")
    chip, project = opened.expression.category, opened.workspace.project
    qtbot.waitUntil(lambda: chip.text().startswith("toy block"), timeout=WAIT_MS)
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert project.store.categories.table().named("toy block") is not None
    assert decisions(opened)[0].category == "toy block"


def test_escape_leaves_the_category_as_it_is(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_T, CONTROL)
    picker = opened.findChild(CategoryPicker)
    qtbot.keyClick(picker.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.findChild(CategoryPicker) is None, timeout=WAIT_MS)
    assert opened.expression.category.text().startswith("object")


@pytest.mark.parametrize("name", ["move-expression-up", "rename-expression", "remove-expression"])
def test_actions_on_an_expression_wait_for_one(opened, name):
    assert not opened.actions_by_name[name].isEnabled()


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
