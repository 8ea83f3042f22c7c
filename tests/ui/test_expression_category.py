"""The category of an object: from the head noun, changed by one key, added to the project's table."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tas_desktop.storage.rows import EventKind
from tas_desktop.ui.expression.category_picker import CategoryPicker
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_painted, wait_saved
from tests.ui.expressing import CONTROL


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
