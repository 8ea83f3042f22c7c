"""Other models put to work while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tas_desktop.config.settings import load_settings
from tas_desktop.session.image_desk import Phase
from tests.support.colour_pipeline import colour_pipeline
from tests.ui.driving import WAIT_MS, type_and_wait, wait_painted, wait_ready, wait_saved


@pytest.fixture
def loads(window, caption_gate):
    """Names of the profiles that were loaded, read from the settings file as the model process does."""
    loaded = []

    def load(token):
        token.check()
        pipeline = colour_pipeline(caption_gate=caption_gate)
        pipeline.profile = load_settings(window.paths.settings_file).settings.ranking.profile
        loaded.append(pipeline.profile)
        return pipeline

    window.workspace.source._load = load
    return loaded


def loaded_profile(window):
    pipeline = window.workspace.source.loaded
    return None if pipeline is None else pipeline.profile


def test_another_profile_is_loaded_and_the_picture_analysed_anew(qtbot, window, loads, request):
    opened = request.getfixturevalue("opened")
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    before = opened.workspace.desk.analysis
    opened.workspace.preferences.keep("ranking", "profile", "mine")
    qtbot.waitUntil(lambda: loaded_profile(opened) == "mine", timeout=WAIT_MS)
    wait_ready(qtbot, opened)
    assert opened.workspace.desk.analysis is not before
    type_and_wait(qtbot, opened, "blue block")
    assert opened.workspace.project.counts.decided == 1, "what was decided stays"
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=2)
    store = opened.workspace.project.store
    profiles = {
        made.decision.provenance.profile
        for image in store.list_images()
        for row in store.list_expressions(image.image_id)
        for made in store.list_decisions(row.expression_id)
    }
    assert profiles == {"starter", "mine"}


def test_the_last_of_several_quick_changes_counts(qtbot, window, loads, request):
    opened = request.getfixturevalue("opened")
    for name in ("one", "two", "three"):
        opened.workspace.preferences.keep("ranking", "profile", name)
    opened.workspace.preferences.keep("models", "precision", "float32")
    qtbot.waitUntil(lambda: loaded_profile(opened) == "three", timeout=WAIT_MS)
    wait_ready(qtbot, opened)
    assert loads[-1] == "three"


def test_there_and_back_again_loads_nothing(qtbot, window, loads, request):
    opened = request.getfixturevalue("opened")
    counted = len(loads)
    opened.workspace.preferences.keep("ranking", "profile", "mine")
    opened.workspace.preferences.keep("ranking", "profile", "starter")
    with qtbot.waitSignal(opened.workspace.preferences.written, timeout=WAIT_MS):
        opened.workspace.preferences.keep("canvas", "mask_opacity", 0.5)
    assert len(loads) == counted


def test_a_batch_is_stopped_and_nothing_of_it_is_of_the_other_models(
    qtbot, window, loads, caption_gate, request
):
    opened = request.getfixturevalue("opened")
    store = opened.workspace.project.store
    ids = [row.image_id for row in store.list_images()]
    store.add_expressions([(image_id, "blue block") for image_id in ids], annotator="import")
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    qtbot.waitUntil(lambda: opened.workspace.batch.progress is not None, timeout=WAIT_MS)
    with qtbot.waitSignal(opened.workspace.preferences.written, timeout=WAIT_MS):
        opened.workspace.preferences.keep("ranking", "profile", "mine")
    caption_gate.set()
    qtbot.waitUntil(lambda: not opened.workspace.batch.is_running, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: loaded_profile(opened) == "mine", timeout=WAIT_MS)
    made = [row.setup.profile for image_id in ids for row in store.predictions.of_image(image_id)]
    assert set(made) <= {"starter"}
    assert any("stopped" in message.text.lower() for message in opened.notices.messages)


def test_models_that_cannot_be_loaded_are_said_and_others_can_be_chosen(qtbot, window, loads, request):
    from tas_desktop.domain.errors import WeightsDamaged

    opened = request.getfixturevalue("opened")
    load = opened.workspace.source._load

    def refuse(_token):
        raise WeightsDamaged("The model SAM is not on this machine", next_step="Download it")

    opened.workspace.source._load = refuse
    opened.workspace.preferences.keep("ranking", "profile", "mine")
    qtbot.waitUntil(lambda: opened.workspace.desk.phase is Phase.FAILED, timeout=WAIT_MS)
    assert any("not on this machine" in message.text for message in opened.notices.messages)
    opened.workspace.source._load = load
    opened.workspace.preferences.keep("ranking", "profile", "starter")
    wait_ready(qtbot, opened)
    type_and_wait(qtbot, opened, "blue block")
    wait_painted(qtbot, opened, "blue block")
