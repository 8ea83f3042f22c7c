"""The ranking method in the window, and what the loop says where a key can do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tas_desktop.engine.methods import METHODS
from tas_desktop.ui.candidates.method_panel import MethodPanel
from tests.ui.driving import (
    WAIT_MS,
    decisions,
    type_and_wait,
    type_text,
    wait_painted,
    wait_ready,
    wait_saved,
)

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot, opened):
    """The method's panel, opened by its key."""
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_M, CONTROL | SHIFT)
    return opened.findChild(MethodPanel)


def wait_ranked_by(qtbot, window, name):
    desk = window.workspace.ranking
    qtbot.waitUntil(lambda: desk.is_current and desk.ranking.method == name, timeout=WAIT_MS)


def test_another_method_ranks_at_once_and_stands_in_the_decision(qtbot, opened, panel):
    panel.methods["tas-code"].click()
    panel.close()
    wait_ready(qtbot, opened)
    wait_ranked_by(qtbot, opened, "tas-code")
    assert opened.candidates.method_button.text().startswith("tas-code")
    assert {"alpha", "lam", "trust"} <= opened.workspace.method.acting
    assert not {"spatial", "exclusion"} & opened.workspace.method.acting
    wait_painted(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    provenance = decisions(opened)[0].provenance
    assert provenance.method == "tas-code"
    assert provenance.params == METHODS["tas-code"].params


def test_a_weight_ranks_at_once_and_is_stored_and_remembered(qtbot, opened, panel):
    before = opened.workspace.ranking.ranking.ranking_id
    panel.form.weights["alpha"].setValue(0.5)
    desk = opened.workspace.ranking
    qtbot.waitUntil(lambda: desk.is_current and desk.ranking.ranking_id != before, timeout=WAIT_MS)
    assert opened.candidates.method_button.text().startswith("tas*")
    panel.close()
    wait_painted(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert dict(decisions(opened)[0].provenance.params)["alpha"] == 0.5
    assert opened.workspace.preferences.settings.ranking.params == {"alpha": 0.5}


def test_a_term_is_switched_off_and_the_methods_own_values_come_back(qtbot, opened, panel):
    desk = opened.workspace.ranking
    panel.form.switches["use_p"].click()
    qtbot.waitUntil(lambda: desk.is_current and desk.ranking.candidates[0].p == 0.0, timeout=WAIT_MS)
    assert panel.reset.isEnabled()
    panel.reset.click()
    qtbot.waitUntil(lambda: desk.is_current and desk.ranking.candidates[0].p != 0.0, timeout=WAIT_MS)
    assert opened.workspace.method.method == METHODS["tas"]
    assert not panel.reset.isEnabled()


def test_enter_right_after_another_method_waits_for_its_ranking(qtbot, opened, panel):
    panel.form.weights["lam"].setValue(0.9)
    panel.close()
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    assert dict(decisions(opened)[0].provenance.params)["lam"] == 0.9


def test_a_method_that_the_models_cannot_serve_is_greyed_with_the_reason(opened, panel):
    grey = panel.methods["grad-cam"]
    assert not grey.isEnabled()
    assert "gradients" in grey.toolTip()
    assert panel.methods["text-only"].isEnabled()


def test_each_method_shows_its_own_parameters(qtbot, opened, panel):
    assert "alpha" in panel.form.weights
    panel.methods["largest-k"].click()
    assert "alpha" not in panel.form.weights
    panel.form.weights["keep_largest"].setValue(2)
    panel.form.choices["rectifier"].textActivated.emit("tas")
    wait_ranked_by(qtbot, opened, "largest-k")
    ranking = opened.workspace.method.method.ranking
    assert ranking.keep_largest == 2
    assert ranking.rectifier.value == "tas"
    assert opened.workspace.preferences.settings.ranking.params == {"keep_largest": 2, "rectifier": "tas"}


def test_what_is_remembered_but_unusable_is_said_and_left_out(opened):
    refused = []
    opened.workspace.method.refused.connect(refused.append)
    opened.workspace.method.restore("tas", {"alpha": -1.0})
    opened.workspace.method.restore("tas", {"method": "x"})
    opened.workspace.method.restore("no such", {})
    assert len(refused) == 3
    assert opened.workspace.method.method == METHODS["tas"]


@pytest.fixture
def posted(opened):
    """What the notice bar was told."""
    messages = []
    opened.workspace.notices.posted.connect(messages.append)
    return messages


def test_alt_digit_before_the_ranking_says_why_nothing_happens(qtbot, opened, posted):
    type_text(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_1, ALT)
    assert "not been ranked" in posted[-1].text
    wait_saved(qtbot, opened, decided=0)


def test_alt_digit_beyond_the_list_says_how_long_it_is(qtbot, opened, posted):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_9, ALT)
    assert "3" in posted[-1].text


def test_enter_on_an_unreadable_picture_says_what_to_do(qtbot, window, folder):
    (folder / "one.png").write_bytes(b"no picture")
    window.workspace.open_path(folder)
    desk = window.workspace.desk
    qtbot.waitUntil(lambda: desk.phase.name == "UNREADABLE", timeout=WAIT_MS)
    posted = []
    window.workspace.notices.posted.connect(posted.append)
    type_text(qtbot, window, "red block")
    qtbot.keyClick(window.box, Qt.Key.Key_Return)
    assert "cannot be read" in posted[-1].text
    assert "‹next-image›" in posted[-1].next_step
    assert window.workspace.session.prompt.name == "NONE"
