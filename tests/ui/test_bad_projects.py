"""Projects that are damaged, held up, taken away or read-only: told so that a person knows what to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from tas_desktop.storage import log, opening, writer_lock
from tas_desktop.storage.project import ProjectStore
from tas_desktop.ui.categories.dialog import CategoryDialog
from tas_desktop.ui.project.deal_dialog import DealDialog
from tests.support.patience import PATIENCE_S, ended_after
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_ready, wait_saved

pytestmark = pytest.mark.gui


def messages(window, key):
    return [message for message in window.notices.messages if message.key == key]


def accept(qtbot, window, text):
    type_and_wait(qtbot, window, text)
    qtbot.keyClick(window.box, Qt.Key.Key_Return)


def damage(file):
    """Zero the middle of the file, as a bad disk does."""
    content = bytearray(file.read_bytes())
    content[4096 : len(content) - 4096] = bytes(len(content) - 8192)
    file.write_bytes(content)


def test_a_damaged_project_is_named_and_what_is_open_stays_open(qtbot, opened, tmp_path):
    project = opened.workspace.project
    for name, content in (("text.tas", b"no database"), ("empty.tas", b"")):
        (tmp_path / name).write_bytes(content)
        with qtbot.waitSignal(project.open_failed, timeout=WAIT_MS):
            opened.workspace.open_path(tmp_path / name)
        (message,) = messages(opened, "project")
        assert name in message.text
        assert "copy" in message.next_step
    accept(qtbot, opened, "the red one")
    wait_saved(qtbot, opened, decided=1)
    assert [decision.text for decision in decisions(opened)] == ["the red one"]


def test_a_project_that_the_disk_has_changed_is_named_when_it_is_opened(qtbot, window, folder):
    with ProjectStore.create(folder) as store:
        store.add_images(sorted(folder.glob("*.png")), annotator="ann")
        store.add_expressions([(n % 3 + 1, f"thing {n}") for n in range(200)], annotator="ann")
    damage(store.file)
    with qtbot.waitSignal(window.workspace.project.open_failed, timeout=WAIT_MS):
        window.workspace.open_path(store.file)
    (message,) = messages(window, "project")
    assert "not a readable project file" in message.text


def test_damage_under_an_open_project_is_said_and_does_not_end_the_window(qtbot, opened):
    store = opened.workspace.project.store
    with closing(sqlite3.connect(store.file)) as connection:
        connection.execute("UPDATE categories SET synonyms = 'no list' WHERE id = 1")
        connection.commit()
    opened.actions_by_name["categories"].trigger()
    dialog = opened.findChild(CategoryDialog)
    qtbot.waitUntil(lambda: "not a readable project file" in dialog.said.text(), timeout=WAIT_MS)


def test_a_project_that_was_moved_away_takes_what_was_decided_once_it_is_back(qtbot, opened):
    project = opened.workspace.project
    file = project.store.file
    away = file.with_name("elsewhere.moved")
    file.rename(away)
    accept(qtbot, opened, "the red one")
    qtbot.waitUntil(lambda: project.unsaved.count == 1, timeout=WAIT_MS)
    (message,) = messages(opened, "project")
    assert "was moved, deleted or replaced" in message.text
    away.rename(file)
    opened.actions_by_name["save-again"].trigger()
    wait_saved(qtbot, opened, decided=1)
    assert messages(opened, "project") == []


HOLDER = """
import sys
from pathlib import Path
from tas_desktop.storage.project import ProjectStore

with ProjectStore.open(Path(sys.argv[1])) as store, store.begin_writing():
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_another_writer_that_holds_the_project_is_named_and_nothing_is_lost(
    qtbot, opened, checkout, monkeypatch
):
    project = opened.workspace.project
    monkeypatch.setattr(writer_lock, "WAIT_SECONDS", 0.2)
    command = [sys.executable, "-c", HOLDER, str(project.store.file)]
    holder = subprocess.Popen(command, cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with ended_after(holder):
        assert holder.stdout.readline() == "held\n"
        accept(qtbot, opened, "the red one")
        qtbot.waitUntil(lambda: project.unsaved.count == 1, timeout=WAIT_MS)
        (message,) = messages(opened, "project")
        assert f"process {holder.pid}" in message.text
        holder.communicate("go\n", timeout=PATIENCE_S)
    opened.actions_by_name["save-again"].trigger()
    wait_saved(qtbot, opened, decided=1)


@pytest.fixture
def read_only(qtbot, window, folder, monkeypatch):
    """The folder's project, opened where the system lets nothing be written."""
    with ProjectStore.create(folder) as store:
        store.add_images(sorted(folder.glob("*.png")), annotator="ann")
    monkeypatch.setattr(opening, "why_not_writable", lambda _file: "blocks.tas is read-only")
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(store.file)
    wait_ready(qtbot, window)
    return window


def test_everything_that_writes_says_that_the_project_is_read_only(qtbot, read_only):
    (message,) = messages(read_only, "read-only")
    assert "blocks.tas is read-only" in message.text
    read_only.workspace.notices.withdraw("read-only")
    accept(qtbot, read_only, "the red one")
    assert messages(read_only, "read-only")
    assert read_only.box.text() == "the red one"
    assert read_only.workspace.project.unsaved.count == 0
    project = read_only.workspace.project
    with qtbot.waitSignal(project.write_failed, timeout=WAIT_MS):
        project.write(1, lambda store: store.add_expression(1, text="a cup", annotator="tester"))
    assert project.unsaved.count == 0  # trying again would not help
    read_only.actions_by_name["deal-splits"].trigger()
    dialog = read_only.findChild(DealDialog)
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "opened for reading only" in dialog.said.text(), timeout=WAIT_MS)
    read_only.actions_by_name["categories"].trigger()
    categories = read_only.findChild(CategoryDialog)
    qtbot.waitUntil(lambda: categories.model.rowCount() == 81, timeout=WAIT_MS)
    assert not categories.model.flags(categories.model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
def test_a_clock_that_jumps_changes_neither_undo_nor_what_is_shown(qtbot, opened, monkeypatch, jump):
    accept(qtbot, opened, "the red one")
    wait_saved(qtbot, opened, decided=1)

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(UTC) + jump

    monkeypatch.setattr(log, "datetime", Clock)
    accept(qtbot, opened, "the blue one")
    wait_saved(qtbot, opened, decided=2)
    undo, project = opened.actions_by_name["undo"], opened.workspace.project
    # A typed text is two steps: it was added, then decided.
    for left in (["the red one"], ["the red one"], [], []):
        with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
            undo.trigger()
        standing = [row.text for row in project.store.list_expressions(1) if row.decision_id is not None]
        assert standing == left
