"""From a typed expression to an exported mask, through the real window and the shipped networks."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from PySide6.QtCore import Qt

from tas_desktop.formats.format import MaskForm
from tests.ui.driving import type_text, wait_painted, wait_saved

WAIT_MS = 120_000
TEXT = "the striped red mug on the left"


def open_sample(qtbot, window, name="mugs.jpg"):
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        qtbot.mouseClick(window.welcome.sample_button, Qt.MouseButton.LeftButton)
    images = window.workspace.project.images
    image = next(r for row in range(images.rowCount()) if (r := images.image_at(row)).path == name)
    window.workspace.session.go_to_image(image.image_id)
    wait_analysed(qtbot, window)


def wait_analysed(qtbot, window):
    desk = window.workspace.desk
    qtbot.waitUntil(lambda: desk.phase.name == "READY" and len(desk.outlines) > 0, timeout=WAIT_MS)


@pytest.mark.slow
def test_a_typed_expression_becomes_an_exported_mask(qtbot, real_window, tmp_path):
    from pycocotools.coco import COCO

    window = real_window
    assert "torch" not in sys.modules or window.workspace.source.loaded.process_id != os.getpid()
    open_sample(qtbot, window)
    session = window.workspace.session
    firsts, started = set(), []
    window.workspace.analyses.started.connect(started.append)
    for text in ("the umbrella", "the pink cup"):
        type_text(qtbot, window, text)
        wait_painted(qtbot, window, text)
        firsts.add(session.ranking.selected.proposal_index)
    type_text(qtbot, window, TEXT)
    wait_painted(qtbot, window, TEXT)
    firsts.add(session.ranking.selected.proposal_index)
    assert len(firsts) > 1, "the text makes no difference"
    assert started == [], "typing ran a vision model"
    qtbot.waitUntil(lambda: session.ranking.is_current and session.ranking.ranking.complete, timeout=WAIT_MS)
    ranking = session.ranking.ranking
    totals = {round(candidate.total, 6) for candidate in ranking.candidates}
    assert len(totals) > 3, "the scores are constant"
    assert any(candidate.p != 0 for candidate in ranking.candidates)
    assert all(candidate.caption for candidate in ranking.candidates)
    assert ranking.understood.head == "mug"
    assert any(direction.text == "left" for direction in ranking.understood.directions)
    wait_painted(qtbot, window, TEXT)
    chosen = session.ranking.selected.proposal.mask
    press_enter_until_accepted(qtbot, window)
    wait_saved(qtbot, window, decided=1)
    target = tmp_path / "mugs.json"
    with qtbot.waitSignal(window.workspace.exports.done, timeout=WAIT_MS):
        window.workspace.exports.export_coco(target, masks=MaskForm.RLE)
    coco = COCO(str(target))
    (annotation,) = coco.loadAnns(coco.getAnnIds())
    assert annotation["attributes"]["expression"] == TEXT
    assert (coco.annToMask(annotation) == chosen.to_array()).all()
    assert coco.loadCats(annotation["category_id"])[0]["name"] == "cup"


def press_enter_until_accepted(qtbot, window):
    """Enter, and once more where the captions have just moved the first candidate."""
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    if window.workspace.session.prompt.name == "NEWCOMER":
        qtbot.keyClick(window.box, Qt.Key.Key_Return)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_model_process_is_said_and_f5_starts_another(qtbot, real_window):
    window = real_window
    open_sample(qtbot, window)
    window.workspace.analyses.forget_all()
    pipeline = window.workspace.source.loaded
    os.kill(pipeline.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: not pipeline.is_alive, timeout=WAIT_MS)
    window.workspace.session.go_to_image(1)
    wait_analysed(qtbot, window)
    assert window.workspace.source.loaded.process_id != pipeline.process_id
