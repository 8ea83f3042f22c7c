"""Models and profiles in the window: downloads from a server on this machine, terms, putting one to work."""

from __future__ import annotations

import hashlib
from collections import deque
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QToolButton

from tas_desktop.config.settings import load_settings
from tas_desktop.models.catalogue import catalogue
from tas_desktop.models.consent import accepted_licences
from tas_desktop.models.entry import UrlSource
from tas_desktop.models.inventory import Presence, state_of
from tas_desktop.models.places import find_model
from tas_desktop.models.profile_needs import OWN_TERMS, SHIPPED_TERMS
from tas_desktop.models.pull_settings import PullSettings
from tas_desktop.models.pulling import pull
from tas_desktop.ui.models.dialog import ModelsDialog
from tas_desktop.ui.models.shipped_texts import SHIPPED_TEXTS
from tas_desktop.ui.models.strip import DownloadStrip
from tests.support.colour_pipeline import colour_pipeline
from tests.support.model_server import Fault, serving
from tests.ui.driving import WAIT_MS, wait_ready

LIGHT = ("sam-vit-b", "clip-vit-b-16", "blip-base")
CONTENT = hashlib.shake_256(b"weights").digest(400_000)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def home(monkeypatch, tmp_path):
    """The window's own folder, also for profiles and models, which look for it in the environment."""
    monkeypatch.setenv("TAS_DESKTOP_DATA_DIR", str(tmp_path / "home"))
    monkeypatch.setenv("HF_TOKEN_PATH", str(tmp_path / "no-token"))
    return tmp_path / "home"


@pytest.fixture
def server():
    with serving() as one:
        yield one


@pytest.fixture
def dialog(qtbot, home, window, server, caption_gate):
    """The open dialog; models come from the server, small, under their own names."""

    def load(token):
        token.check()
        pipeline = colour_pipeline(caption_gate=caption_gate)
        pipeline.profile = load_settings(window.paths.settings_file).settings.ranking.profile
        return pipeline

    window.workspace.source._load = load
    impatient = PullSettings(endpoint=server.url, connect_s=5.0, stall_s=2.0, tries=2, backoff_s=0.01)
    for model_id in (*LIGHT, "sam-vit-h", "clip-vit-b-32", "blip2-opt-2.7b"):
        server.add(f"/{model_id}.safetensors", CONTENT)

    def pull_small(entry, control):
        digest = hashlib.sha256(CONTENT).hexdigest()
        source = UrlSource(f"{server.url}/{entry.model_id}.safetensors", digest, len(CONTENT))
        return pull(
            replace(entry, source=source, size_bytes=len(CONTENT)), control=control, settings=impatient
        )

    window.workspace.models.downloads._pull = pull_small
    window.actions_by_name["models-and-profiles"].trigger()
    shown = window.findChild(ModelsDialog)
    qtbot.waitUntil(lambda: len(window.workspace.models.shelf.profiles) >= 4, timeout=WAIT_MS)
    return shown


def show(qtbot, dialog, name):
    dialog.choose(name)
    qtbot.waitUntil(lambda: dialog.list.currentIndex().isValid(), timeout=WAIT_MS)
    assert dialog.page._shelved.name == name
    return dialog.page


def row(page, model_id):
    return next(row for row in page.rows if row.part.choice.model == model_id)


def test_it_shows_what_each_profile_takes_and_lacks(qtbot, window, dialog):
    assert not dialog.isModal()
    page = dialog.page
    assert page.title.text() == "Starter pack", "the one in use comes up"
    assert page.use_button.text() == "In use"
    assert all(not button.isVisible() for row in page.rows for button in row.buttons)
    page = show(qtbot, dialog, "tas-light")
    assert page.title.text() == "Light, for photographs"
    assert "1.8 GB on disk" in page.needs.text()
    assert [row.title.text() for row in page.rows][:3] == ["SAM ViT-B", "CLIP ViT-B/16", "BLIP base"]
    assert row(page, "sam-vit-b").state.text() == "○ not on this computer"
    assert row(page, "sam-vit-b").licence_button.text() == "Apache-2.0"
    assert not page.use_button.isEnabled()
    assert "have to be here first" in page.reason.text()
    assert not page.agree.isVisible()


def test_nothing_is_asked_of_any_server_until_a_download_is(qtbot, dialog, server):
    for name in ("tas-light", "tas-paper", "tas-2026", "starter"):
        show(qtbot, dialog, name)
    assert server.requests == []


def test_all_models_are_downloaded_and_put_to_work(qtbot, opened, dialog, server):
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(page.download_button, LEFT)
    assert not page.download_button.isEnabled()
    qtbot.waitUntil(page.use_button.isEnabled, timeout=WAIT_MS)
    assert all(find_model(model_id) is not None for model_id in LIGHT)
    assert row(page, "sam-vit-b").state.text() == "✓ on this computer"
    qtbot.mouseClick(page.use_button, LEFT)
    assert page.use_button.text() == "In use"
    source = opened.workspace.source
    qtbot.waitUntil(
        lambda: source.loaded is not None and source.loaded.profile == "tas-light", timeout=WAIT_MS
    )
    wait_ready(qtbot, opened)
    assert opened.findChild(QToolButton, "status-models").text().startswith("tas-light · ")
    assert load_settings(opened.paths.settings_file).settings.ranking.profile == "tas-light"


def test_a_download_goes_on_without_the_dialog_and_can_be_stopped_and_gone_on_with(
    qtbot, window, dialog, server
):
    server.files["/sam-vit-b.safetensors"].faults = deque([Fault(stall_after=150_000)])
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(row(page, "sam-vit-b").download_button, LEFT)
    strip = window.findChild(DownloadStrip)
    state = catalogue()["sam-vit-b"]
    qtbot.waitUntil(lambda: state_of(state).bytes_here >= 100_000, timeout=WAIT_MS)
    assert row(page, "sam-vit-b").cancel_button.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ModelsDialog) is None, timeout=WAIT_MS)
    assert strip.isVisible()
    assert "SAM ViT-B" in strip.label.text()
    qtbot.mouseClick(strip.cancel, LEFT)
    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=WAIT_MS)
    qtbot.mouseClick(window.findChild(QToolButton, "status-models"), LEFT)
    again = window.findChild(ModelsDialog)
    page = show(qtbot, again, "tas-light")
    qtbot.waitUntil(lambda: row(page, "sam-vit-b").part.state is Presence.PARTLY, timeout=WAIT_MS)
    part = row(page, "sam-vit-b")
    assert "partly downloaded" in part.state.text()
    assert part.download_button.text() == "Go on downloading"
    with qtbot.waitSignal(window.workspace.models.downloads.arrived, timeout=WAIT_MS):
        qtbot.mouseClick(part.download_button, LEFT)
    assert server.asked_for("sam-vit-b.safetensors")[-1].first_byte >= 100_000
    assert find_model("sam-vit-b").path.read_bytes() == CONTENT


def test_those_that_wait_can_be_taken_out_of_the_line(qtbot, window, dialog, server):
    server.files["/sam-vit-b.safetensors"].faults = deque([Fault(stall_after=1000)])
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(page.download_button, LEFT)
    waiting = row(page, "blip-base")
    assert waiting.state.text() == "Waits for its turn"
    qtbot.mouseClick(waiting.cancel_button, LEFT)
    assert waiting.state.text() == "○ not on this computer"
    downloads = window.workspace.models.downloads
    qtbot.waitUntil(lambda: not downloads.under_way, timeout=WAIT_MS)
    assert find_model("clip-vit-b-16") is not None
    assert find_model("blip-base") is None
    assert server.asked_for("blip-base.safetensors") == []


def test_a_refusal_is_said_where_it_can_be_seen(qtbot, window, dialog, server):
    server.files["/sam-vit-b.safetensors"].faults = deque([Fault(status=404)] * 5)
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(row(page, "sam-vit-b").download_button, LEFT)
    qtbot.waitUntil(dialog.said.isVisible, timeout=WAIT_MS)
    assert "⚠" in dialog.said.text()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ModelsDialog) is None, timeout=WAIT_MS)
    server.files["/blip-base.safetensors"].faults = deque([Fault(status=404)] * 5)
    window.workspace.models.downloads.start(catalogue()["blip-base"])
    qtbot.waitUntil(lambda: any(m.key == "models" for m in window.notices.messages), timeout=WAIT_MS)
    (message,) = (m for m in window.notices.messages if m.key == "models")
    assert message.action == "models-and-profiles"


def test_what_is_not_for_commercial_use_needs_a_tick_once(qtbot, window, dialog, server):
    page = show(qtbot, dialog, "tas-paper")
    assert page.agree.isVisible()
    assert "not for commercial use" in page.terms.text()
    part = row(page, "blip2-opt-2.7b")
    assert not part.download_button.isEnabled()
    assert not page.download_button.isEnabled()
    assert row(page, "sam-vit-h").download_button.isEnabled(), "its own terms are free"
    page.agree.setChecked(True)
    qtbot.waitUntil(part.download_button.isEnabled, timeout=WAIT_MS)
    assert accepted_licences() == {catalogue()["blip2-opt-2.7b"].terms.licence_id}
    assert not page.agree.isEnabled()
    qtbot.mouseClick(page.download_button, LEFT)
    qtbot.waitUntil(page.use_button.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(page.use_button, LEFT)
    settings = window.workspace.preferences.settings
    assert (settings.ranking.profile, settings.ranking.method) == ("tas-paper", "tas-paper")


def test_a_model_is_verified_and_removed_only_when_asked_twice(qtbot, window, dialog):
    page = show(qtbot, dialog, "tas-light")
    part = row(page, "sam-vit-b")
    qtbot.mouseClick(part.download_button, LEFT)
    qtbot.waitUntil(part.verify_button.isVisible, timeout=WAIT_MS)
    upkeep = window.workspace.models.upkeep
    with qtbot.waitSignal(upkeep.done, timeout=WAIT_MS):
        qtbot.mouseClick(part.verify_button, LEFT)
    file = find_model("sam-vit-b").path
    file.write_bytes(bytes([file.read_bytes()[0] ^ 1]) + file.read_bytes()[1:])
    qtbot.waitUntil(part.verify_button.isVisible, timeout=WAIT_MS)
    with qtbot.waitSignal(upkeep.failed, timeout=WAIT_MS):
        qtbot.mouseClick(part.verify_button, LEFT)
    assert "damaged" in dialog.said.text()
    qtbot.waitUntil(part.remove_button.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(part.remove_button, LEFT)
    assert "again" in part.remove_button.text()
    assert file.exists()
    with qtbot.waitSignal(upkeep.done, timeout=WAIT_MS):
        qtbot.mouseClick(part.remove_button, LEFT)
    assert not file.exists()
    qtbot.waitUntil(part.download_button.isVisible, timeout=WAIT_MS)


def test_a_local_copy_is_used_where_it_lies(qtbot, monkeypatch, tmp_path, window, dialog):
    folder = tmp_path / "blip"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(CONTENT)
    (folder / "config.json").write_text("{}")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page = show(qtbot, dialog, "tas-light")
    with qtbot.waitSignal(window.workspace.models.upkeep.done, timeout=WAIT_MS):
        qtbot.mouseClick(row(page, "blip-base").local_button, LEFT)
    place = find_model("blip-base")
    assert place.in_place
    assert place.path == folder
    wrong = tmp_path / "sam.pth"
    wrong.write_bytes(b"something else")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wrong), ""))
    with qtbot.waitSignal(window.workspace.models.upkeep.failed, timeout=WAIT_MS):
        qtbot.mouseClick(row(page, "sam-vit-b").local_button, LEFT)
    assert find_model("sam-vit-b") is None
    assert dialog.said.isVisible()


def test_a_copy_of_ones_own_is_made_shown_and_opened(qtbot, monkeypatch, home, dialog):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(page.copy_button, LEFT)
    qtbot.waitUntil(lambda: dialog.page._shelved.name == "my-tas-light", timeout=WAIT_MS)
    (file,) = opened
    assert file.endswith("profiles/my-tas-light.toml")
    assert str(home) in file


def test_a_profile_in_use_that_was_edited_is_loaded_again(qtbot, monkeypatch, home, window, dialog):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    page = show(qtbot, dialog, "starter")
    qtbot.mouseClick(page.copy_button, LEFT)
    qtbot.waitUntil(lambda: dialog.page._shelved.name == "my-starter", timeout=WAIT_MS)
    qtbot.mouseClick(dialog.page.use_button, LEFT)
    source = window.workspace.source
    qtbot.waitUntil(
        lambda: source.loaded is not None and source.loaded.profile == "my-starter", timeout=WAIT_MS
    )
    shelf = window.workspace.models.shelf
    with qtbot.waitSignal(shelf.surveyed, timeout=WAIT_MS):
        shelf.survey()
    before = source.loaded
    file = home / "data" / "profiles" / "my-starter.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('backend = "joined"', 'backend = "sam"'), encoding="utf-8")
    with qtbot.waitSignal(shelf.surveyed, timeout=WAIT_MS):
        shelf.survey()
    qtbot.waitUntil(lambda: source.loaded not in {None, before}, timeout=WAIT_MS)


def test_a_profile_with_a_slip_in_it_is_listed_with_the_slip(qtbot, home, window, dialog):
    own = home / "data" / "profiles"
    own.mkdir(parents=True)
    (own / "slip.toml").write_text('schema_version = 1\nname = "slip"\ntitle = "<b>Slip</b>"\n')
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(ModelsDialog) is None, timeout=WAIT_MS)
    window.actions_by_name["models-and-profiles"].trigger()
    again = window.findChild(ModelsDialog)
    qtbot.waitUntil(lambda: window.workspace.models.shelf.profile("slip") is not None, timeout=WAIT_MS)
    page = show(qtbot, again, "slip")
    assert "proposals" in page.description.text()
    assert not page.use_button.isEnabled()


def test_the_last_model_that_was_lacking_loads_the_chosen_profile(qtbot, home, window, dialog):
    source = window.workspace.source
    load = source._load

    def refuse_without_models(token):
        from tas_desktop.models.profile_needs import load_usable

        load_usable(load_settings(window.paths.settings_file).settings.ranking.profile)
        return load(token)

    source._load = refuse_without_models
    window.workspace.preferences.keep("ranking", "profile", "tas-light")
    qtbot.waitUntil(lambda: source.loaded is None, timeout=WAIT_MS)
    qtbot.waitUntil(
        lambda: any("tas-light" in message.text for message in window.notices.messages), timeout=WAIT_MS
    )
    (message,) = (message for message in window.notices.messages if "tas-light" in message.text)
    assert message.action == "models-and-profiles"
    page = show(qtbot, dialog, "tas-light")
    qtbot.mouseClick(page.download_button, LEFT)
    qtbot.waitUntil(
        lambda: source.loaded is not None and source.loaded.profile == "tas-light", timeout=WAIT_MS
    )


def test_every_shipped_text_is_marked_for_the_translators(window, home):
    from tas_desktop.config.profiles import load_profile, profile_names

    profiles = [load_profile(name) for name in profile_names()]
    terms = {entry.terms for entry in catalogue().values()} | {SHIPPED_TERMS, OWN_TERMS}
    sentences = {text for profile in profiles for text in (profile.title, profile.description)}
    sentences |= {one.labels for one in terms} | {one.title for one in terms if " " in one.title}
    assert sentences <= set(SHIPPED_TEXTS)
