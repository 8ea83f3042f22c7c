"""The window around the loop: panels, chips, filter, palette, notices, themes, closing."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import QEvent, Qt, QThread
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tas_desktop.formats.format import MaskForm
from tas_desktop.formats.image_reading import read_image
from tas_desktop.ui.actions import ACTIONS, Menu
from tas_desktop.ui.expression.chips import Chip
from tas_desktop.ui.key_sheet import KeySheet
from tas_desktop.ui.palette_dialog import PaletteDialog
from tests.ui.driving import WAIT_MS, type_and_wait, wait_painted, wait_ready, wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier


def chips(window) -> dict[str, Chip]:
    return {chip.face.text: chip for chip in window.expression.chips.findChildren(Chip) if chip.isVisible()}


def test_before_a_project_the_window_offers_two_ways_to_begin(window):
    assert window.welcome.isVisible()
    assert window.welcome.open_button.isEnabled()
    assert window.welcome.sample_button.isEnabled()
    assert not window.box.isVisible()


def test_the_sample_project_is_copied_and_opened(qtbot, window, folder, tmp_path):
    folder.rename(tmp_path / "samples")
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        qtbot.mouseClick(window.welcome.sample_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "sample project" / "one.png").exists()
    wait_ready(qtbot, window)


def test_an_empty_folder_is_refused_in_the_notice_bar(qtbot, window, tmp_path):
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(window.workspace.project.open_failed, timeout=WAIT_MS):
        window.workspace.open_path(tmp_path / "empty")
    (message,) = window.notices.messages
    assert "no pictures" in message.text
    assert message.next_step


def test_chips_show_what_was_understood_and_switch_off_by_a_click(qtbot, opened):
    type_and_wait(qtbot, opened, "red block on the left")
    ranking = opened.workspace.ranking
    assert ranking.ranking.rectified
    shown = chips(opened)
    direction = next(chip for text, chip in shown.items() if "left" in text)
    assert direction.isChecked()
    qtbot.mouseClick(direction, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ranking.is_current and not ranking.ranking.rectified, timeout=WAIT_MS)
    direction = next(chip for text, chip in chips(opened).items() if "left" in text)
    assert not direction.isChecked()
    qtbot.mouseClick(direction, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ranking.is_current and ranking.ranking.rectified, timeout=WAIT_MS)


def test_a_negative_switched_off_costs_nothing_any_more(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    ranking = opened.workspace.ranking
    (negative,) = ranking.ranking.negatives
    assert any(candidate.n != 0 for candidate in ranking.ranking.candidates)
    chip = next(chip for text, chip in chips(opened).items() if negative.removeprefix("a ") in text)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ranking.is_current and not ranking.ranking.negatives, timeout=WAIT_MS)
    assert all(candidate.n == 0 for candidate in ranking.ranking.candidates)
    assert any(negative.removeprefix("a ") in text for text in chips(opened)), "it can be switched on again"


def test_the_filter_narrows_the_list_by_name_and_status(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    model = opened.workspace.project.images

    def shown():
        return [model.image_at(row).path for row in range(model.rowCount())]

    qtbot.keyClick(opened.box, Qt.Key.Key_F, CONTROL)
    assert opened.images.filter_box.hasFocus()
    qtbot.keyClicks(opened.images.filter_box, "status:done")
    qtbot.waitUntil(lambda: shown() == ["one.png"], timeout=WAIT_MS)
    opened.images.filter_box.clear()
    qtbot.keyClicks(opened.images.filter_box, "thr")
    qtbot.waitUntil(lambda: shown() == ["three.png"], timeout=WAIT_MS)
    opened.images.filter_box.clear()
    qtbot.keyClicks(opened.images.filter_box, "red status:done")
    qtbot.waitUntil(lambda: shown() == ["one.png"], timeout=WAIT_MS)
    opened.images.filter_box.clear()
    qtbot.keyClicks(opened.images.filter_box, "nosuchpicture")
    qtbot.waitUntil(lambda: shown() == [] and not opened.images.list.isVisible(), timeout=WAIT_MS)
    said = [label.text() for label in opened.images.findChildren(QLabel) if label.isVisible()]
    assert "No picture matches the filter" in said
    opened.images.filter_box.clear()
    qtbot.waitUntil(opened.images.list.isVisible, timeout=WAIT_MS)


def test_thumbnails_arrive_for_what_is_seen(qtbot, opened):
    from tas_desktop.session.image_list import ImageRole

    model = opened.workspace.project.images
    qtbot.waitUntil(lambda: model.data(model.index(0), ImageRole.THUMBNAIL) is not None, timeout=WAIT_MS)
    assert max(model.data(model.index(0), ImageRole.THUMBNAIL).shape[:2]) == 96


def test_an_unreadable_picture_is_named_and_passed_over(qtbot, window, folder):
    (folder / "broken.png").write_bytes((folder / "one.png").read_bytes()[:200])
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    qtbot.waitUntil(lambda: window.workspace.desk.phase.name == "UNREADABLE", timeout=WAIT_MS)
    assert any("broken.png" in message.text for message in window.notices.messages)
    qtbot.keyClick(window.box, Qt.Key.Key_PageDown)
    wait_ready(qtbot, window)
    assert window.workspace.session.image.path == "one.png"
    assert not any("broken.png" in message.text for message in window.notices.messages)


def test_the_command_palette_finds_and_runs_a_command_by_keyboard(qtbot, opened):
    qtbot.keyClick(opened.box, Qt.Key.Key_K, CONTROL)
    palette = opened.findChild(PaletteDialog)
    assert palette.isVisible()
    assert opened.box.text() == ""
    qtbot.keyClicks(palette.search, "next pict")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert opened.workspace.session.image.path == "three.png"
    wait_ready(qtbot, opened)


def test_the_palette_puts_commands_that_begin_with_the_typed_words_first(qtbot, opened):
    qtbot.keyClick(opened.box, Qt.Key.Key_K, CONTROL)
    palette = opened.findChild(PaletteDialog)
    qtbot.keyClicks(palette.search, "re")
    names = [palette.list.item(row).text() for row in range(palette.list.count())]
    beginning = [name for name in names if name.startswith("Re")]
    assert {"Redo", "Remove this expression"} <= set(beginning)
    assert names[: len(beginning)] == beginning
    assert "Open folder of pictures" in names[len(beginning) :]
    palette.close()


def test_of_commands_alike_the_palette_puts_those_first_that_can_be_run(qtbot, opened):
    qtbot.keyClick(opened.box, Qt.Key.Key_K, CONTROL)
    palette = opened.findChild(PaletteDialog)
    rows = [palette.list.item(row) for row in range(palette.list.count())]
    can_run = [bool(item.flags() & Qt.ItemFlag.ItemIsEnabled) for item in rows]
    assert any(can_run)
    assert not all(can_run)
    assert can_run == sorted(can_run, reverse=True)
    palette.close()


def test_the_key_sheet_lists_every_shortcut_of_the_table(qtbot, opened):
    qtbot.keyClick(opened.box, Qt.Key.Key_F1)
    sheet = opened.findChild(KeySheet)
    assert sheet.isVisible()
    shown = "\n".join(label.text() for label in sheet.findChildren(QLabel))
    for row in ACTIONS:
        if row.keys and not row.hidden:
            assert QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in shown
    sheet.close()


def test_every_action_is_in_its_menu_and_no_shortcut_is_taken_twice(window):
    in_menus = {a.objectName() for menu in window.menuBar().actions() for a in menu.menu().actions()}
    assert {row.name for row in ACTIONS if not row.hidden} <= in_menus
    assert [a.text() for a in window.menuBar().actions()] == [menu.value for menu in Menu]
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(keys) == len(set(keys))
    assert not any("&H" in menu.value for menu in Menu), "Alt+H shows the bare picture"


def test_imported_markup_is_shown_as_text(qtbot, opened):
    markup = "<b>red</b> <img src='file:///etc/passwd'>"
    type_and_wait(qtbot, opened, markup)
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    for label in opened.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText


def test_labels_that_show_data_are_plain_text(opened):
    texts = [label for label in opened.findChildren(QLabel) if label.text()]
    headings = {"Images", "Expressions", "Candidates"}
    rich = {label.text() for label in texts if label.textFormat() is not Qt.TextFormat.PlainText}
    assert rich <= headings


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_the_colours_follow_the_scheme_live(qtbot, opened, scheme):
    opened.theme.choose(scheme)
    dark = scheme is Qt.ColorScheme.Dark
    assert opened.theme.tones.is_dark is dark
    ground = opened.images.grab().toImage().pixelColor(3, 3)
    assert (ground.lightness() < 128) is dark
    opened.theme.choose(Qt.ColorScheme.Unknown)


def test_export_is_read_by_pycocotools(qtbot, opened, tmp_path):
    from pycocotools.coco import COCO

    type_and_wait(qtbot, opened, "blue block")
    mask = opened.workspace.session.ranking.selected.proposal.mask
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    target = tmp_path / "out.json"
    with qtbot.waitSignal(opened.workspace.exports.done, timeout=WAIT_MS):
        opened.workspace.exports.export_coco(target, masks=MaskForm.POLYGONS)
    coco = COCO(str(target))
    (annotation,) = coco.loadAnns(coco.getAnnIds())
    assert annotation["attributes"]["expression"] == "blue block"
    assert (coco.annToMask(annotation) == mask.to_array()).all()
    assert json.loads(target.read_text())["images"][0]["file_name"] == "one.png"
    assert any("Exported 1 object" in message.text for message in opened.notices.messages)


def test_export_to_a_place_that_cannot_be_written_is_said(qtbot, opened, tmp_path):
    with qtbot.waitSignal(opened.workspace.exports.failed, timeout=WAIT_MS):
        opened.workspace.exports.export_coco(tmp_path, masks=MaskForm.RLE)
    assert opened.notices.messages[-1].severity.value == "error"


def test_closing_in_the_middle_of_an_analysis_leaves_no_thread(qtbot, no_work_ahead, opened, caption_gate):
    caption_gate.clear()
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: opened.workspace.desk.phase.name == "REFINING", timeout=WAIT_MS)
    threading.Timer(0.05, caption_gate.set).start()
    opened.close()
    assert opened.workspace.close()
    assert not [t for t in opened.workspace.findChildren(QThread) if t.isRunning()]


def test_cancel_stops_the_analysis_and_f5_starts_it_again(qtbot, no_work_ahead, opened, caption_gate):
    caption_gate.clear()
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    desk = opened.workspace.desk
    qtbot.waitUntil(lambda: desk.phase.name == "REFINING", timeout=WAIT_MS)
    opened.actions_by_name["cancel"].trigger()
    caption_gate.set()
    qtbot.waitUntil(lambda: desk.phase.name == "CANCELLED", timeout=WAIT_MS)
    qtbot.keyClick(opened.box, Qt.Key.Key_F5)
    wait_ready(qtbot, opened)


def test_the_next_pictures_are_analysed_ahead(qtbot, opened, folder):
    analyses = opened.workspace.analyses
    hashes = [read_image(path).content_hash for path in folder.glob("*.png")]
    qtbot.waitUntil(lambda: all(analyses.peek(one) is not None for one in hashes), timeout=WAIT_MS)
    started = []
    analyses.started.connect(started.append)
    qtbot.keyClick(opened.box, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: opened.workspace.desk.phase.name == "READY", timeout=WAIT_MS)
    assert started == [], "it was in memory"


def test_decisions_are_there_when_the_project_is_opened_again(qtbot, opened, folder):
    type_and_wait(qtbot, opened, "red block on the left")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    with qtbot.waitSignal(opened.workspace.project.opened, timeout=WAIT_MS):
        opened.workspace.open_path(folder)
    project = opened.workspace.project
    assert project.counts.decided == 1
    assert "red block" in opened.actions_by_name["undo"].text(), "undo reaches across restarts"
    assert opened.workspace.session.image.path == "three.png", "the first with something left to do"
    wait_ready(qtbot, opened)


def test_geometry_is_remembered(qtbot, window, tmp_path):
    window.resize(900, 700)  # the offscreen screen is small
    window.close()
    again = type(window)(
        window.workspace,
        window.theme,
        application=QApplication.instance(),
        settings=window._settings,
        paths=window.paths,
    )
    qtbot.addWidget(again)
    assert again.height() == 700
    QApplication.instance().removeEventFilter(again)


def test_tab_reaches_filter_list_canvas_box_and_candidates(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    reached = set()
    opened.images.filter_box.setFocus()
    for _ in range(24):
        reached.add(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {"image-filter", "image-list", "canvas", "expression-box", "candidate-list"} <= reached


def test_a_picture_that_shows_the_whole_window_with_a_small_size(qtbot, opened):
    opened.resize(1024, 640)
    type_and_wait(qtbot, opened, "red block on the left")
    assert opened.width() == 1024
    assert opened.box.width() > 200
    assert opened.canvas.view.width() > 300
    wait_painted(qtbot, opened, "red block on the left")
    assert not [b for b in opened.findChildren(QPushButton) if b.isVisible() and b.width() < 16]


def test_leaving_the_window_ends_the_bare_picture(qtbot, opened):
    type_and_wait(qtbot, opened, "red block")
    qtbot.keyPress(opened.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert opened.canvas.shown is None
    QApplication.sendEvent(opened, QEvent(QEvent.Type.WindowDeactivate))
    assert opened.canvas.shown is not None


def test_choices_made_in_the_window_are_kept(qtbot, opened, tmp_path):
    from tas_desktop.config.paths import find_paths
    from tas_desktop.config.settings import load_settings

    file = find_paths(tmp_path / "home").settings_file
    opened.actions_by_name["theme-dark"].trigger()
    assert opened.theme.tones.is_dark
    opened.canvas_bar.opacity.setValue(73)
    qtbot.waitUntil(
        lambda: (
            load_settings(file).settings.general.theme.value == "dark"
            and load_settings(file).settings.canvas.mask_opacity == pytest.approx(0.73)
        ),
        timeout=WAIT_MS,
    )
    opened.actions_by_name["theme-system"].trigger()
