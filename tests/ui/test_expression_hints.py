"""What is said about a text before Enter: joins, doubles, sides, spelling, position words, margin."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tas_desktop.domain.lint import LintCode
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_painted, wait_saved
from tests.ui.expressing import CONTROL, keep


def codes(window):
    return [finding.code for finding in window.workspace.session.help.checks.findings]


def walk_down(qtbot, window, reached):
    """Press Down until the selected candidate is the one that is wanted."""
    ranking = window.workspace.session.ranking
    for _ in ranking.ranking.candidates:
        if reached(ranking.selected):
            return
        qtbot.keyClick(window.box, Qt.Key.Key_Down)
    assert reached(ranking.selected), "no candidate is the wanted one"


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
    walk_down(qtbot, opened, lambda candidate: candidate.proposal.mask != first)
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
    walk_down(qtbot, opened, lambda candidate: candidate.proposal.mask.box_xywh[0] == 150)
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
