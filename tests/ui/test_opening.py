"""Ways into a project: recent ones from menu and first page, and what is dropped onto the window."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tas_desktop.config.recent import MOST_KEPT, RecentProject, load_recent, save_recent, with_newest
from tas_desktop.ui.opening.dropped import Dropped, sort_out
from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS, wait_ready


def recent_menu(window) -> QMenu:
    return window.menuBar().findChild(QMenu, "menu-recent")


def texts(menu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def mime_of(*paths) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def hold_over(window, *paths) -> bool:
    """Drag over the window without letting go; whether the window would take it."""
    mime = mime_of(*paths)  # the event does not keep it
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window, *paths):
    """Drag over the window and let go."""
    hold_over(window, *paths)
    mime = mime_of(*paths)
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert event.isAccepted()


def open_and_wait(qtbot, window, act):
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        act()
    wait_ready(qtbot, window)


@pytest.fixture
def other(tmp_path) -> Path:
    place = tmp_path / "other & more"
    place.mkdir()
    Image.fromarray(block_picture([("red", 20, 30, 50, 40)])).save(place / "a.png")
    return place


class TestRecent:
    """The list of recent projects."""

    def test_an_opened_project_comes_first_and_is_kept(self, qtbot, window, folder, other):
        recent = window.workspace.recent
        assert not recent_menu(window).menuAction().isEnabled()
        open_and_wait(qtbot, window, lambda: window.workspace.open_path(folder))
        open_and_wait(qtbot, window, lambda: window.workspace.open_path(other))
        open_and_wait(qtbot, window, lambda: window.workspace.open_path(folder))
        qtbot.waitUntil(lambda: len(recent.entries) == 2 and recent.entries[0].project.name == "blocks")
        assert [text.split("  ")[0] for text in texts(recent_menu(window))[:2]] == ["blocks", "other && more"]
        assert [entry["name"] for entry in json.loads(recent._file.read_text())] == ["blocks", "other & more"]

    def test_a_recent_project_opens_from_the_menu(self, qtbot, window, folder, other):
        for place in (folder, other):
            open_and_wait(qtbot, window, lambda place=place: window.workspace.open_path(place))
        qtbot.waitUntil(lambda: len(window.workspace.recent.entries) == 2, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: texts(recent_menu(window))[0].startswith("other"), timeout=WAIT_MS)
        open_and_wait(qtbot, window, recent_menu(window).actions()[1].trigger)
        assert window.workspace.project.project.name == "blocks"

    def test_missing_ones_are_marked_and_can_be_forgotten(self, qtbot, window, folder, other):
        recent = window.workspace.recent
        for place in (folder, other):
            open_and_wait(qtbot, window, lambda place=place: window.workspace.open_path(place))
        shutil.rmtree(folder)
        recent.refresh()
        qtbot.waitUntil(lambda: any(not entry.is_there for entry in recent.entries), timeout=WAIT_MS)
        missing = next(action for action in recent_menu(window).actions() if "missing" in action.text())
        assert "blocks" in missing.text()
        assert not missing.isEnabled()
        shown = window.welcome.recent.buttons
        assert [button.isEnabled() for button in shown] == [True, False]
        assert "missing" in shown[1].text()
        recent.forget_missing()
        qtbot.waitUntil(lambda: len(recent.entries) == 1, timeout=WAIT_MS)
        recent.clear()
        qtbot.waitUntil(lambda: not recent.entries, timeout=WAIT_MS)
        assert not recent_menu(window).menuAction().isEnabled()
        assert not window.welcome.recent.isVisibleTo(window.welcome)

    def test_the_first_page_opens_one_by_a_click(self, qtbot, window, folder, tmp_path):
        open_and_wait(qtbot, window, lambda: window.workspace.open_path(folder))
        qtbot.waitUntil(lambda: len(window.welcome.recent.buttons) == 1, timeout=WAIT_MS)
        open_and_wait(qtbot, window, window.welcome.recent.buttons[0].click)

    @pytest.mark.parametrize("content", ["", "{", "{}", "[1, {}]", '[{"file": 3, "name": "x"}]', "\x00"])
    def test_a_damaged_list_is_empty(self, tmp_path, content):
        (tmp_path / "recent.json").write_text(content)
        assert load_recent(tmp_path / "recent.json") == ()

    def test_the_list_has_an_end(self, tmp_path):
        listed: tuple[RecentProject, ...] = ()
        for number in range(MOST_KEPT + 3):
            listed = with_newest(listed, RecentProject(tmp_path / f"{number}.tas", str(number)))
        save_recent(tmp_path / "recent.json", listed)
        assert [one.name for one in load_recent(tmp_path / "recent.json")] == [
            str(number) for number in range(MOST_KEPT + 2, 2, -1)
        ]


class TestDrops:
    """Dropping onto the window."""

    def test_the_window_says_what_letting_go_will_do(self, window, folder):
        assert hold_over(window, folder)
        hint = window.drops.hint
        assert hint.isVisible()
        assert hint.geometry() == window.rect()
        assert "blocks" in hint.text
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert not hint.isVisible()

    def test_text_is_not_taken(self, window):
        mime = QMimeData()
        mime.setText("the red mug")
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()
        assert not window.drops.hint.isVisible()

    def test_a_picture_opens_its_folder_at_that_picture(self, qtbot, window, folder):
        open_and_wait(qtbot, window, lambda: drop(window, folder / "two.png"))
        image = window.workspace.session
        qtbot.waitUntil(lambda: image.image is not None and image.image.path == "two.png", timeout=WAIT_MS)
        assert not window.drops.hint.isVisible()

    def test_a_folder_opens(self, qtbot, window, folder):
        open_and_wait(qtbot, window, lambda: drop(window, folder))
        assert window.workspace.project.images.total == 3

    def test_a_project_file_opens(self, qtbot, window, folder):
        open_and_wait(qtbot, window, lambda: window.workspace.open_path(folder))
        file = window.workspace.project.store.file
        open_and_wait(qtbot, window, lambda: drop(window, file))

    def test_what_cannot_be_opened_is_said(self, window, tmp_path):
        (tmp_path / "notes.txt").write_text("x")
        drop(window, tmp_path / "notes.txt")
        (message,) = window.notices.messages
        assert message.next_step

    def test_fields_leave_drops_to_the_window(self, window):
        assert not window.box.acceptDrops()
        assert not window.images.filter_box.acceptDrops()
        assert not window.canvas.view.acceptDrops()

    def test_pictures_of_two_neighbouring_folders_open_the_one_above(self, tmp_path):
        files = [tmp_path / "pictures" / name / "x.png" for name in ("train", "test")]
        for file in files:
            file.parent.mkdir(parents=True)
            file.touch()
        assert sort_out(files) == Dropped(tmp_path / "pictures", files[0])

    def test_pictures_from_all_over_open_the_first_ones_folder(self, tmp_path):
        files = [tmp_path / "a" / "b" / "c" / "x.png", tmp_path / "d" / "y.png"]
        for file in files:
            file.parent.mkdir(parents=True)
            file.touch()
        assert sort_out(files) == Dropped(files[0].parent, files[0], left_out=1)

    def test_a_folder_goes_before_pictures_and_counts_what_is_left(self, tmp_path):
        (tmp_path / "inside").mkdir()
        for file in (tmp_path / "inside" / "x.png", tmp_path / "y.png"):
            file.touch()
        assert sort_out([tmp_path / "y.png", tmp_path / "inside"]) == Dropped(tmp_path / "inside", left_out=1)
        assert sort_out([tmp_path / "inside", tmp_path / "inside" / "x.png"]) == Dropped(
            tmp_path / "inside", tmp_path / "inside" / "x.png"
        )

    def test_leaving_the_window_is_no_drop(self, window, folder):
        hold_over(window, folder)
        QApplication.sendEvent(window, QEvent(QEvent.Type.DragLeave))
        assert window.workspace.project.project is None
