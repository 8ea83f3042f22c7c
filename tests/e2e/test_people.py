"""Two people at the real window: one who has just installed it, one who works through 200 expressions."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tas_desktop.domain.decision import DecisionAction
from tas_desktop.formats.format import MaskForm
from tas_desktop.session.annotation_session import Prompt
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.rows import ExpressionStatus
from tas_desktop.ui.exchange.export_dialog import ExportDialog
from tests.support.colour_pipeline import COLOURS, block_picture
from tests.ui.driving import WAIT_MS, type_and_wait, wait_painted, wait_ready, wait_saved

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
IMAGES, EACH = 20, 10


def key(code, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key to whatever has the focus, as from a keyboard."""
    QTest.keyClick(QApplication.focusWidget(), code, modifiers)


@pytest.fixture
def pictures(tmp_path):
    """Pictures of six blocks, one of each colour, in places that differ from picture to picture."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    rng = np.random.default_rng(11)
    for number in range(IMAGES):
        cells = rng.permutation(12)[:6]
        blocks = [
            (colour, int(cell % 4) * 60 + 6, int(cell // 4) * 52 + 6, 30 + 3 * place, 24 + 3 * place)
            for place, (colour, cell) in enumerate(zip(COLOURS, cells, strict=False))
        ]
        Image.fromarray(block_picture(blocks)).save(folder / f"p{number:02d}.png")
    return folder


@pytest.fixture
def project(pictures):
    """A project with ten imported expressions for each picture."""
    with ProjectStore.create(pictures) as store:
        store.add_images(sorted(pictures.glob("*.png")), annotator="importer")
        texts = [
            (image, f"the {colour} block {n}")
            for image in range(1, IMAGES + 1)
            for n, colour in enumerate([*COLOURS, "red", "blue", "green", "yellow"])
        ]
        store.add_expressions(texts, annotator="importer")
        return store.file


@pytest.mark.slow
def test_an_annotator_decides_200_expressions_by_keyboard_alone(qtbot, window, project):
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(project)
    session = window.workspace.session
    expected = {}
    for number in range(IMAGES * EACH):
        qtbot.waitUntil(
            lambda number=number: (
                session.expression is not None and session.expression.expression_id == number + 1
            ),
            timeout=WAIT_MS,
        )
        text = session.expression.text
        wait_painted(qtbot, window, text)
        path = session.image.path
        expected[text, path] = decide(qtbot, window, number % EACH)
    wait_saved(qtbot, window, decided=IMAGES * EACH)
    store = window.workspace.project.store
    for image in store.list_images():
        for row in store.list_expressions(image.image_id):
            decision = store.list_decisions(row.expression_id)[-1].decision
            action, counts = expected[row.text, image.path]
            assert (decision.action, decision.text) == (action, row.text)
            assert tuple(chosen.mask.counts for chosen in decision.masks) == counts
    assert store.counts().decided == IMAGES * EACH
    assert store.counts().images_done == IMAGES


def decide(qtbot, window, kind):
    """One decision with the keys of the loop; returns the action and the mask that was on the screen."""
    session = window.workspace.session
    assert QApplication.focusWidget() is window.box, "typing would go elsewhere"
    if kind == 6:
        third = session.ranking.candidates.candidate_at(2)
        key(Qt.Key.Key_3, ALT)
        return DecisionAction.PICK, (third.proposal.mask.counts,)
    if kind == 7:
        key(Qt.Key.Key_N, CONTROL | SHIFT)
        return DecisionAction.NO_TARGET, ()
    if kind == 8:
        key(Qt.Key.Key_K, CONTROL | SHIFT)
        return DecisionAction.SKIP, ()
    if kind == 9:
        key(Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: session.painted == session.to_paint, timeout=WAIT_MS)
        assert session.ranking.selected.rank == 2
    shown = session.ranking.selected.proposal.mask.counts
    key(Qt.Key.Key_Return)
    if session.prompt is Prompt.NEWCOMER:
        key(Qt.Key.Key_Return)
    return DecisionAction.ACCEPT, (shown,)


def test_a_new_user_gets_from_a_folder_to_a_coco_file(qtbot, window, pictures, tmp_path, monkeypatch):
    from pycocotools.coco import COCO

    target = tmp_path / "mine.json"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(pictures))
    key(Qt.Key.Key_O, CONTROL)
    qtbot.waitUntil(lambda: window.workspace.project.store is not None, timeout=WAIT_MS)
    wait_ready(qtbot, window)
    assert QApplication.focusWidget() is window.box, "typing begins at once"
    accepted = {}
    for number, text in enumerate(("the red block", "the blue block")):
        type_and_wait(qtbot, window, text)
        accepted[text] = accept(window)
        wait_saved(qtbot, window, decided=number + 1)
    accepted["the green block"] = repair(qtbot, window, "the green block")
    wait_saved(qtbot, window, decided=3)
    with qtbot.waitSignal(window.workspace.exports.done, timeout=WAIT_MS):
        export(qtbot, window, target)
    coco = COCO(str(target))
    found = {row["attributes"]["expression"]: coco.annToMask(row) for row in coco.loadAnns(coco.getAnnIds())}
    assert set(found) == set(accepted)
    for text, mask in accepted.items():
        assert (found[text] == mask.to_array()).all()
    assert all("counts" in row["segmentation"] for row in coco.loadAnns(coco.getAnnIds())), MaskForm.RLE
    rows = window.workspace.project.store.list_expressions(1)
    assert [row.status for row in rows] == [ExpressionStatus.ACCEPTED] * 3


def export(qtbot, window, target):
    """As COCO with run lengths, through the dialog."""
    key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = window.findChild(ExportDialog)
    assert dialog.chosen.name == "coco"
    dialog.options.masks.setCurrentIndex(dialog.options.masks.findData(MaskForm.RLE))
    dialog.target.selectAll()
    qtbot.keyClicks(dialog.target, str(target))
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)


def accept(window):
    """Enter, twice where the mask has only just come; returns the mask that was shown."""
    session = window.workspace.session
    mask = session.ranking.selected.proposal.mask
    key(Qt.Key.Key_Return)
    if session.prompt is Prompt.NEWCOMER:
        key(Qt.Key.Key_Return)
    return mask


def repair(qtbot, window, text):
    """Type, open the mask for repair, add a stroke of the brush, Enter; returns the repaired mask."""
    type_and_wait(qtbot, window, text)
    session, view = window.workspace.session, window.canvas.view
    proposed = session.ranking.selected.proposal.mask
    key(Qt.Key.Key_E, CONTROL)
    key(Qt.Key.Key_B)
    x, y, w, h = proposed.box_xywh
    here, there = (view.mapFromScene(QPointF(x + dx, y + h / 2)) for dx in (w - 2, w + 12))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseMove(view.viewport(), there)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    repaired = session.repair.buffer.to_mask()
    assert repaired.area > proposed.area
    key(Qt.Key.Key_Return)
    return repaired
