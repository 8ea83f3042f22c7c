"""The language of an open window is switched, with everything that stands in it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from tas_desktop.domain.errors import ImageRefused
from tas_desktop.session.notices import Message
from tas_desktop.ui.language.language import LANGUAGES, Language
from tests.ui.dialogs import OPENERS, POPUPS, open_dialog
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

TWO_WORDS = re.compile(r"[A-Za-z]{3,}[ ,.]+[A-Za-z]{2,}")
NAMES = re.compile(
    r"TAS Desktop|red block on the left|the striped red mug on the left|Page Down|Apache License|Ctrl\+\S+"
    r"|(/[\w.-]+)+|\w+\.(png|log|tas)|RefCOCO\+?|Qt Project|(red|blue) block"
    r"|untouched, proposed.*|person, import, model|same, none"
)
"""What is called so in every language: names, keys, expressions and words of the filter."""


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    for language in qapp.findChildren(Language):
        language.choose("en")


def switch(window, code):
    window.workspace.preferences.keep("general", "language", code)


def texts(root: QWidget) -> dict[str, str]:
    """Every text that is shown or read out, by where it stands."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is gone says nothing
    found = {}
    seen = [each for each in root.findChildren(QWidget) if each.isVisible() or isinstance(each, QMenu)]
    for number, thing in enumerate((root, *seen, *root.findChildren(QAction))):
        shown = {
            "tip": thing.toolTip(),
            "text": thing.text() if isinstance(thing, QLabel | QAbstractButton | QAction) else "",
            "title": thing.title() if isinstance(thing, QMenu) else "",
            "placeholder": thing.placeholderText() if isinstance(thing, QLineEdit) else "",
            "name": thing.accessibleName() if isinstance(thing, QWidget) else "",
            "window": thing.windowTitle() if isinstance(thing, QWidget) else "",
        }
        place = f"{number} {type(thing).__name__} {thing.objectName()}"
        found.update({f"{place} {kind}": text for kind, text in shown.items() if text})
    return found


def english_left(root: QWidget) -> dict[str, str]:
    left = {place: text for place, text in texts(root).items() if TWO_WORDS.search(NAMES.sub("", text))}
    return {
        place: text
        for place, text in left.items()
        if "ScrollLeft" not in place and "ScrollRight" not in place
    }


def test_the_open_window_speaks_chinese_at_once(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    assert english_left(opened), "it spoke English before"
    switch(opened, "zh_CN")
    assert english_left(opened) == {}
    assert opened.actions_by_name["quit"].text() == "退出"
    assert opened.menuBar().findChild(QMenu, "menu-file").title().startswith("文件")
    assert opened.box.text() == "red block on the left", "what a person has typed stays"


def test_it_comes_back_to_english_text_for_text(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    before = without_memory(opened)
    for code in ("de", "zh_CN", "de", "en"):
        switch(opened, code)
    assert without_memory(opened) == before


def without_memory(window) -> Counter:
    """All texts, however often, wherever; but the memory in use, which goes on changing."""
    return Counter(text for place, text in texts(window).items() if "status-memory text" not in place)


@pytest.mark.parametrize("name", [name for name in OPENERS if name not in POPUPS])
def test_an_open_dialog_is_taken_along(qtbot, opened, name):
    opened.paths.log_file.unlink(missing_ok=True)
    with open_dialog(qtbot, opened, name) as dialog:
        switch(opened, "zh_CN")
        assert english_left(dialog) == {}
        switch(opened, "en")
        assert any(TWO_WORDS.search(text) for text in texts(dialog).values())


def test_what_appears_later_is_in_the_new_language(qtbot, opened):
    switch(opened, "zh_CN")
    type_and_wait(qtbot, opened, "red block on the left")
    opened.box.returnPressed.emit()
    opened.workspace.session.press_enter()
    wait_saved(qtbot, opened, decided=1)
    assert english_left(opened) == {}
    assert "✓" in opened.findChild(QLabel, "status-saved").text()
    assert "撤销" in opened.actions_by_name["undo"].text()


def test_notices_that_stand_there_are_said_again(qtbot, window):
    window.workspace.notices.post_error(
        ImageRefused("a.png is empty", next_step="Copy the image again from where it came from")
    )
    window.workspace.notices.post(Message(window.tr("Opening {0} …").format("x"), key="other"))
    switch(window, "zh_CN")
    shown = " ".join(label.text() for label in window.notices.findChildren(QLabel) if label.isVisible())
    assert "a.png 为空" in shown
    assert "请从来源处重新复制该图片" in shown


def test_data_that_read_like_a_text_of_ours_stay(qtbot, opened):
    opened.box.setText("Quit")
    opened.setWindowTitle("Images – TAS Desktop")
    switch(opened, "zh_CN")
    assert opened.box.text() == "Quit"
    assert opened.windowTitle() == "Images – TAS Desktop"


def test_the_chosen_language_is_kept_for_the_next_start(qtbot, window):
    from tas_desktop.config.settings import load_settings

    switch(window, "de")
    file = window.paths.settings_file
    qtbot.waitUntil(lambda: load_settings(file).settings.general.language == "de", timeout=WAIT_MS)


def test_commands_are_found_by_their_chinese_and_their_english_names(qtbot, opened):
    from tas_desktop.ui.palette_dialog import PaletteDialog

    switch(opened, "zh_CN")
    opened.actions_by_name["command-palette"].trigger()
    palette = opened.findChild(PaletteDialog)
    for typed in ("下一张图片", "next picture"):
        palette.search.setText(typed)
        assert palette.list.item(0).text() == "下一张图片"
    palette.close()


@pytest.mark.parametrize("code", [code for code, _ in LANGUAGES])
def test_every_language_of_the_list_has_its_texts(qapp, code):
    language = Language(qapp)
    language.choose(code)
    expected = {"en": "Quit", "de": "Beenden", "zh_CN": "退出"}[code]
    assert QApplication.translate("Actions", "Quit") == expected
    language.choose("en")


def test_a_language_without_texts_is_english_altogether(qapp):
    language = Language(qapp)
    language.choose("fi")
    assert QApplication.translate("Actions", "Quit") == "Quit"
    assert QApplication.translate("QDialogButtonBox", "Close") == "Close"


def test_chinese_names_are_written_as_chinese_write_them():
    assert QLocale("zh_CN").nativeLanguageName() in {"简体中文", "中文"}
    assert dict(LANGUAGES)["zh_CN"] == "简体中文"
