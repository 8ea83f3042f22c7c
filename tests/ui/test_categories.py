"""The table of categories in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit

from tas_desktop.session.category_table import Column
from tas_desktop.ui.categories.dialog import CategoryDialog
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

pytestmark = pytest.mark.gui


@pytest.fixture
def dialog(qtbot, opened):
    opened.actions_by_name["categories"].trigger()
    shown = opened.findChild(CategoryDialog)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 81, timeout=WAIT_MS)
    return shown


def write_cell(qtbot, dialog, name, column, text):
    """Edit a cell as a person does: F2, type, Enter."""
    index = dialog.model.index(dialog.model.row_of(name), column)
    dialog.table.setCurrentIndex(index)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.viewport().findChildren(QLineEdit)[-1]  # an older one may wait to be deleted
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def table_of(opened):
    return opened.workspace.project.store.categories.table()


def test_a_category_is_added_found_and_removed(qtbot, opened, dialog):
    qtbot.keyClicks(dialog.name, "Rubber  Duck")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.model.row_of("rubber duck") is not None, timeout=WAIT_MS)
    assert dialog.model.category_at(dialog.table.currentIndex().row()).name == "rubber duck"
    assert dialog.name.text() == ""
    qtbot.keyClicks(dialog.search, "rubber d")
    assert dialog.model.rowCount() == 1
    dialog.table.selectRow(0)
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0, timeout=WAIT_MS)
    assert table_of(opened).named("rubber duck") is None


def test_a_rename_reaches_the_objects_and_undo_takes_it_back(qtbot, opened, dialog):
    type_and_wait(qtbot, opened, "the red cup")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    store, image = opened.workspace.project.store, opened.workspace.session.image
    (referent,) = store.list_referents(image.image_id)
    store.set_category(referent.referent_id, category="cup", annotator="tester")
    write_cell(qtbot, dialog, "cup", Column.WORDS, "mug, beaker")
    qtbot.waitUntil(lambda: table_of(opened).find("beakers").name == "cup", timeout=WAIT_MS)
    write_cell(qtbot, dialog, "cup", Column.NAME, "Vessel")
    qtbot.waitUntil(lambda: dialog.model.row_of("vessel") is not None, timeout=WAIT_MS)
    assert store.list_referents(image.image_id)[0].category == "vessel"
    undo = opened.actions_by_name["undo"]
    qtbot.waitUntil(lambda: "editing a category" in undo.text(), timeout=WAIT_MS)
    with qtbot.waitSignal(opened.workspace.project.reverted, timeout=WAIT_MS):
        undo.trigger()
    qtbot.waitUntil(lambda: dialog.model.row_of("cup") is not None, timeout=WAIT_MS)
    assert store.list_referents(image.image_id)[0].category == "cup"
    assert opened.workspace.session.image.image_id == image.image_id


def test_a_category_changes_its_group_and_undo_takes_it_back(qtbot, opened, dialog):
    write_cell(qtbot, dialog, "cup", Column.GROUP, "Table  Ware")
    qtbot.waitUntil(lambda: table_of(opened).named("cup").supercategory == "table ware", timeout=WAIT_MS)
    qtbot.keyClicks(dialog.search, "table ware")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=WAIT_MS)
    dialog.search.clear()
    write_cell(qtbot, dialog, "cup", Column.GROUP, " ")
    qtbot.waitUntil(lambda: table_of(opened).named("cup").supercategory == "", timeout=WAIT_MS)
    for before in ("table ware", "kitchen"):
        with qtbot.waitSignal(opened.workspace.project.reverted, timeout=WAIT_MS):
            opened.actions_by_name["undo"].trigger()
        assert table_of(opened).named("cup").supercategory == before


def test_what_is_refused_is_said_and_nothing_changes(qtbot, opened, dialog):
    qtbot.keyClicks(dialog.name, "kayak")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already leads to the category 'boat'" in dialog.said.text(), timeout=WAIT_MS)
    write_cell(qtbot, dialog, "cup", Column.NAME, "bowl")
    qtbot.waitUntil(lambda: "'bowl'" in dialog.said.text(), timeout=WAIT_MS)
    assert dialog.model.row_of("cup") is not None
    keeps = dialog.model.index(dialog.model.row_of("object"), Column.NAME)
    assert not dialog.model.flags(keeps) & Qt.ItemFlag.ItemIsEditable
    dialog.table.setCurrentIndex(keeps)
    assert not dialog.remove_button.isEnabled()


def test_the_table_is_a_sound_model(qtmodeltester, dialog):
    qtmodeltester.check(dialog.model)
    assert dialog.model.data(QModelIndex()) is None


def test_the_dialog_opens_once_and_goes_with_the_window(qtbot, opened, dialog):
    opened.actions_by_name["categories"].trigger()
    assert len(opened.findChildren(CategoryDialog)) == 1
