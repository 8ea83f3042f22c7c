"""Answers of another program, imported as predictions: shown first, accepted by Enter or passed by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tas_desktop.domain.dataset import DatasetImage, DatasetObject, Reference, Sentence
from tas_desktop.domain.decision import DecisionAction
from tas_desktop.projects.importing.options import ImportKind, ImportOptions
from tas_desktop.projects.importing.running import import_dataset
from tas_desktop.session.enter_key import Prompt
from tas_desktop.storage.rows import ExpressionStatus
from tests.support.datasets import coco_dataset
from tests.ui.driving import WAIT_MS, decisions, wait_saved
from tests.ui.repairing import CONTROL, HEIGHT, SHIFT, WIDTH, block, mask_of

TEXT = "red block on the left"


def import_labels(window, tmp_path, kind, *targets):
    """Import one sentence that names these blocks of the first picture."""
    store = window.workspace.project.store
    objects = tuple(
        DatasetObject(n, "object", block(target), 0.75) for n, target in enumerate(targets, start=1)
    )
    reference = Reference(1, tuple(known.object_id for known in objects), (Sentence(1, TEXT),))
    image = DatasetImage(1, "one.png", HEIGHT, WIDTH, objects, (reference,))
    options = ImportOptions(
        tmp_path / "x.json", "coco", kind, window.workspace.project.annotator, name="LAVT"
    )
    return import_dataset(store, coco_dataset([image]), options)


@pytest.fixture
def answered(qtbot, opened, tmp_path):
    """The window on an expression for which another program gave the other block."""
    import_labels(opened, tmp_path, ImportKind.PREDICTIONS, 1)
    session = opened.workspace.session
    opened.workspace.project.load_expressions(session.image.image_id)
    qtbot.waitUntil(lambda: session.expressions.rowCount() == 1, timeout=WAIT_MS)
    session.go_to_expression(session.expressions.rows[0].expression_id)
    qtbot.waitUntil(lambda: session.choice.kept.masks is not None, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: session.painted is not None and session.painted == session.to_paint, timeout=WAIT_MS
    )
    return opened


def test_enter_accepts_the_answer(qtbot, answered):
    session = answered.workspace.session
    expression_id = session.expression.expression_id
    assert session.painted.ranking_id == "answer of LAVT"
    assert not session.choice.is_decided
    assert "LAVT" in answered.findChild(QLabel, "prompt").text()
    QTest.keyClick(answered.box, Qt.Key.Key_Return)
    if session.prompt is Prompt.NEWCOMER:  # it came less than 200 ms before the key
        QTest.keyClick(answered.box, Qt.Key.Key_Return)
    wait_saved(qtbot, answered, decided=1)
    (decision,) = decisions(answered, expression_id)
    assert decision.action is DecisionAction.ACCEPT
    assert decision.masks[0].mask == block(1)
    assert dict(decision.masks[0].scores) == {"answer": 0.75}


def test_the_arrows_choose_a_candidate_instead(qtbot, answered):
    session = answered.workspace.session
    expression_id = session.expression.expression_id
    QTest.keyClick(answered.box, Qt.Key.Key_Down)
    assert session.choice.is_ranked
    QTest.keyClick(answered.box, Qt.Key.Key_Up)
    QTest.keyClick(answered.box, Qt.Key.Key_Return)
    wait_saved(qtbot, answered, decided=1)
    assert decisions(answered, expression_id)[0].masks[0].mask == block(0)


def test_the_answer_can_be_repaired(qtbot, answered):
    QTest.keyClick(answered.box, Qt.Key.Key_E, CONTROL)
    assert mask_of(answered) == block(1)


def test_undo_takes_an_import_back_and_redo_brings_it_again(qtbot, opened, tmp_path):
    import_labels(opened, tmp_path, ImportKind.ACCEPTED, 0, 1)
    window, session, project = opened, opened.workspace.session, opened.workspace.project
    store, undo = project.store, window.actions_by_name["undo"]
    project.ask(
        lambda: store.undo_history(project.annotator), then=project.take_history, otherwise=pytest.fail
    )
    project.load_expressions(session.image.image_id)
    qtbot.waitUntil(lambda: session.expressions.rowCount() == 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: undo.text() == "Undo: importing LAVT", timeout=WAIT_MS)
    QTest.keyClick(window.canvas.view, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: session.expressions.rowCount() == 0, timeout=WAIT_MS)
    assert project.counts.decided == 0
    QTest.keyClick(window.canvas.view, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: session.expressions.rowCount() == 1, timeout=WAIT_MS)
    assert session.expressions.rows[0].status is ExpressionStatus.ACCEPTED
    assert len(project.store.list_referents(1)) == 2
