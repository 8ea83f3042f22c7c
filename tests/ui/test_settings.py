"""The settings dialog: made from the table, applied at once, kept, searched and reset."""

from __future__ import annotations

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox
from shiboken6 import isValid

from tas_desktop.config.paths import find_paths
from tas_desktop.config.setting_rows import SETTINGS, Applied
from tas_desktop.config.settings import Settings, Theme, load_settings
from tas_desktop.session.models.model_switch import WATCHED
from tas_desktop.ui.settings.dialog import SettingsDialog
from tests.ui.driving import WAIT_MS, type_and_wait


@pytest.fixture
def dialog(qtbot, window):
    window.actions_by_name["settings"].trigger()
    shown = window.findChild(SettingsDialog)
    yield shown
    window.live_settings._set_text_size(100)
    if isValid(shown):
        shown.close()


def line(dialog, key):
    return next(line for line in dialog.settings_page.lines if line.row.key == key)


def on_disk(qtbot, window, check):
    file = window.paths.settings_file
    qtbot.waitUntil(lambda: check(load_settings(file).settings), timeout=WAIT_MS)


def test_every_row_of_the_table_has_a_line_with_its_value(dialog):
    assert [line.row for line in dialog.settings_page.lines] == list(SETTINGS)


def test_every_setting_that_holds_at_once_changes_something(window):
    in_the_session = {"ranking.method", "expressions.check_spelling", "expressions.position_words"}
    in_the_session |= {".".join(key) for key in WATCHED}
    at_once = {row.key for row in SETTINGS if row.applied is Applied.AT_ONCE}
    assert at_once == window.live_settings.keys | in_the_session


def test_a_number_is_applied_and_kept_at_once(qtbot, window, dialog):
    box = line(dialog, "ranking.debounce_ms").findChild(QSpinBox)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "250")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.workspace.ranking._debounce.interval() == 250
    assert dialog.isVisible(), "Enter belongs to the field"
    on_disk(qtbot, window, lambda settings: settings.ranking.debounce_ms == 250)


def test_colours_follow_at_once_in_window_and_menu(window, dialog):
    box = line(dialog, "general.theme").findChild(QComboBox)
    box.setCurrentIndex(box.findData("dark"))
    assert window.theme.tones.is_dark
    assert window.actions_by_name["theme-dark"].isChecked()
    window.actions_by_name["theme-light"].trigger()
    assert not window.theme.tones.is_dark
    assert box.currentData() == "light", "chosen elsewhere, shown here"
    assert window.workspace.preferences.settings.general.theme is Theme.LIGHT


def test_text_size_reaches_every_text_at_once_and_stays_with_other_colours(window, dialog):
    def sizes():
        texts = (window.box, window.images.filter_box, window.menuBar(), window.expression.findChild(QLabel))
        return [text.fontInfo().pointSizeF() for text in (*texts, dialog.search, dialog.pages)]

    before = sizes()
    window.workspace.preferences.keep("general", "text_percent", 150)
    larger = pytest.approx([1.5 * size for size in before], rel=0.06)  # whole pixels
    assert sizes() == larger
    for theme in ("dark", "light"):
        window.workspace.preferences.keep("general", "theme", theme)
        assert sizes() == larger
    window.workspace.preferences.keep("general", "text_percent", 100)
    assert sizes() == before


def test_outlines_can_be_left_out(window, dialog):
    line(dialog, "canvas.show_outlines").findChild(QCheckBox).click()
    assert window.canvas._outlines.opacity() == 0
    assert not window.workspace.preferences.settings.canvas.show_outlines


def test_an_empty_name_goes_back_to_what_it_was(qtbot, window, dialog):
    field = line(dialog, "general.annotator").findChild(QLineEdit)
    before = field.text()
    assert before
    field.clear()
    field.editingFinished.emit()
    assert field.text() == before
    field.setText("  Ada ")
    field.editingFinished.emit()
    assert window.workspace.project.annotator == "Ada"


def test_a_setting_can_be_reset(qtbot, window, dialog):
    shown = line(dialog, "canvas.mask_opacity")
    assert not shown.reset_button.isEnabled()
    window.workspace.preferences.keep("canvas", "mask_opacity", 0.8)
    assert shown.findChild(QSpinBox).value() == 80
    assert window.canvas_bar.opacity.value() == 80
    shown.reset_button.click()
    assert shown.findChild(QSpinBox).value() == round(100 * Settings().canvas.mask_opacity)
    assert window.workspace.preferences.close(), "everything is written"
    assert "canvas" not in tomllib.loads(window.paths.settings_file.read_text()), "sparse again"


def test_the_search_leaves_what_matches_and_goes_to_the_keys_where_only_they_do(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "opacity")
    assert [line.row.name for line in dialog.settings_page.lines if line.isVisibleTo(dialog)] == [
        "mask_opacity"
    ]
    dialog.search.clear()
    assert all(line.isVisibleTo(dialog) for line in dialog.settings_page.lines)
    qtbot.keyClicks(dialog.search, "flag note")
    assert dialog.pages.currentWidget() is dialog.keys_page
    table = dialog.keys_page.table
    assert [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)] == [
        "Flag with a note"
    ]


def test_one_dialog_at_a_time(qtbot, window, dialog):
    window.actions_by_name["settings"].trigger()
    assert len(window.findChildren(SettingsDialog)) == 1
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog), timeout=WAIT_MS)
    window.actions_by_name["settings"].trigger()
    assert len(window.findChildren(SettingsDialog)) == 1
    window.findChild(SettingsDialog).close()


def test_what_is_wrong_with_the_file_is_said_and_the_rest_of_it_holds(tmp_path, request):
    file = find_paths(tmp_path / "home").settings_file
    file.parent.mkdir(parents=True)
    file.write_text(
        '[general]\ntheme = "pink"\n[ranking]\ndebounce_ms = 300\n[shortcuts.keys]\nfit = ["F9"]\n'
    )
    window = request.getfixturevalue("window")
    (message,) = window.notices.messages
    assert "general.theme" in message.text
    assert window.workspace.ranking._debounce.interval() == 300
    assert window.actions_by_name["fit"].shortcut() == QKeySequence("F9")
    shown = [label.text() for label in window.notices.findChildren(QLabel) if label.isVisible()]
    assert any("general.theme" in text for text in shown)


class TestKeys:
    """Editable shortcuts."""

    def press(self, qtbot, dialog, name, key, modifier):
        dialog.pages.setCurrentWidget(dialog.keys_page)
        dialog.keys_page.select(name)
        edit = dialog.keys_page.edit
        edit.setFocus()
        edit.setKeySequence(QKeySequence(modifier | key))

    def test_a_free_key_is_taken_at_once_and_shown_everywhere(self, qtbot, window, dialog):
        self.press(qtbot, dialog, "next-image", Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier)
        action = window.actions_by_name["next-image"]
        assert action.shortcut() == QKeySequence("F7")
        assert "F7" in action.toolTip()
        on_disk(qtbot, window, lambda settings: settings.shortcuts.keys == {"next-image": ["F7"]})
        window.actions_by_name["key-sheet"].trigger()
        from tas_desktop.ui.key_sheet import KeySheet

        sheet = window.findChild(KeySheet)
        assert "F7" in [label.text() for label in sheet.findChildren(QLabel)]
        window.shortcuts.reset_all()
        assert "F7" not in [label.text() for label in sheet.findChildren(QLabel)]
        assert action.shortcuts() == [QKeySequence("PgDown"), QKeySequence("D")]
        sheet.close()

    def test_a_taken_key_is_warned_of_and_can_be_taken_over(self, qtbot, window, dialog):
        self.press(qtbot, dialog, "fit", Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        page = dialog.keys_page
        assert "Flag with a note" in page._warning.text()
        assert window.actions_by_name["fit"].shortcut() == QKeySequence("Ctrl+0"), "nothing has changed yet"
        page.take_button.click()
        assert window.actions_by_name["fit"].shortcut() == QKeySequence("Ctrl+J")
        assert window.actions_by_name["flag"].shortcuts() == []
        page.restore_button.click()
        assert window.actions_by_name["flag"].shortcut() == QKeySequence("Ctrl+J")
        assert window.workspace.preferences.settings.shortcuts.keys == {}

    @pytest.mark.parametrize("key", ["Return", "Up", "Esc", "Alt+H", "Ctrl+C", "Ctrl+Space", "Alt+F"])
    def test_keys_of_the_loop_and_of_text_cannot_be_taken(self, window, dialog, key):
        conflict = window.shortcuts.conflict_of(QKeySequence(key), name="fit")
        assert conflict is not None
        assert conflict.reason
        assert not conflict.action

    def test_a_chosen_key_works_from_inside_the_focused_box(self, qtbot, opened):
        type_and_wait(qtbot, opened, "red block")
        opened.shortcuts.assign("next-image", [QKeySequence("Ctrl+Right")])  # moves by words otherwise
        before = opened.workspace.session.image.image_id
        opened.box.setFocus()
        qtbot.keyClick(opened.box, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert opened.workspace.session.image.image_id != before

    def test_undo_under_another_key_takes_back_typing_first(self, qtbot, opened):
        type_and_wait(qtbot, opened, "red block")
        opened.shortcuts.assign("undo", [QKeySequence("Ctrl+U")])
        qtbot.keyClick(opened.box, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
        assert opened.box.text() != "red block"

    def test_a_letter_as_a_key_is_still_typed_into_the_box(self, qtbot, opened):
        opened.shortcuts.assign("skip", [QKeySequence("R")])
        opened.box.setFocus()
        qtbot.keyClicks(opened.box, "rR")
        assert opened.box.text() == "rR"
        assert opened.workspace.project.counts.decided == 0


def test_keys_in_the_file_are_taken_over_at_the_start(qtbot, qapp, window):
    preferences = window.workspace.preferences
    preferences.keep("shortcuts", "keys", {"fit": ["F9"], "no-such-action": ["F10"]})
    assert window.actions_by_name["fit"].shortcut() == QKeySequence("F9")
    preferences.reset("shortcuts", "keys")
    assert window.actions_by_name["fit"].shortcut() == QKeySequence("Ctrl+0")
