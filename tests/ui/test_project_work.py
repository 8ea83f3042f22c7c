"""The project as a whole from the window: parts, splits, moved and replaced pictures, each with undo."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tas_desktop.domain.decision import Decision, DecisionAction
from tas_desktop.projects.splitting import split_project
from tas_desktop.storage import drives
from tas_desktop.storage.project import ProjectStore
from tas_desktop.ui.project.bring_back_dialog import BringBackDialog
from tas_desktop.ui.project.deal_dialog import DealDialog
from tas_desktop.ui.project.hand_out_dialog import HandOutDialog
from tas_desktop.ui.project.replaced_dialog import ReplacedDialog
from tests.support.colour_pipeline import block_picture
from tests.ui.driving import WAIT_MS, decisions, type_and_wait, wait_ready, wait_saved

pytestmark = pytest.mark.gui
APART_MS = 30_000  # a process of its own has to start


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_dialog(window, name, kind):
    window.actions_by_name[name].trigger()
    dialog = window.findChild(kind)
    assert dialog.isVisible()
    return dialog


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def keys(window):
    return {message.key for message in window.notices.messages}


@pytest.fixture
def decided(qtbot, opened):
    """One expression accepted on the first picture."""
    type_and_wait(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    return opened


def hand_out(qtbot, window, out):
    dialog = open_dialog(window, "hand-out", HandOutDialog)
    dialog.count.setValue(2)
    dialog.shared.setValue(100)
    dialog.out.setText(str(out))
    with qtbot.waitSignal(window.workspace.parts.handed_out, timeout=APART_MS) as written:
        click(qtbot, dialog.start_button)
    return dialog, written.args[0]


def test_parts_are_handed_out_and_come_back_with_a_conflict_that_is_a_click_away(qtbot, decided, tmp_path):
    window, project = decided, decided.workspace.project
    image = window.workspace.session.image
    (row,) = project.store.list_expressions(image.image_id)
    dialog, written = hand_out(qtbot, window, tmp_path / "parts")
    assert [cell[1:] for cell in cells(dialog.table)] == [["3", "0"], ["3", "0"]]
    with ProjectStore.open(written[0].file) as part:
        part.record_decision(Decision(row.expression_id, DecisionAction.NO_TARGET, "the red one", "bob"))
        part.add_expression(1, text="from the part", annotator="bob")
    project.store.record_decision(Decision(row.expression_id, DecisionAction.SKIP, "the red one", "tester"))
    before = project.store.last_event_seq()

    back = open_dialog(window, "bring-back", BringBackDialog)
    back.file.setText(str(written[0].file))
    with qtbot.waitSignal(window.workspace.parts.foreseen, timeout=APART_MS):
        click(qtbot, back.look_button)
    assert "1 expressions and 1 decisions would come in. Conflicts: 1" in back.summary.text()
    assert project.store.last_event_seq() == before  # nothing was written

    with qtbot.waitSignal(window.workspace.parts.brought_back, timeout=APART_MS):
        click(qtbot, back.start_button)
    (conflict,) = cells(back.conflicts)
    assert conflict[1:] == ["the red one", "tester: skipped", "bob: no target", "other decision"]
    assert cells(back.pairs) == [["tester", "bob", "1", "0", "–", "–"]]
    assert not back.start_button.isEnabled()
    qtbot.waitUntil(lambda: project.counts.expressions == 2, timeout=WAIT_MS)
    assert "merge" in keys(window)
    back.close()

    report = open_dialog(window, "merge-report", BringBackDialog)
    window.actions_by_name["next-image"].trigger()
    report.conflicts.selectRow(0)
    report.conflicts.setFocus()
    qtbot.keyClick(report.conflicts, Qt.Key.Key_Return)
    session = window.workspace.session
    qtbot.waitUntil(
        lambda: session.expression is not None and session.expression.expression_id == row.expression_id,
        timeout=WAIT_MS,
    )
    assert project.store.list_expressions(image.image_id)[0].status.value == "flagged"


def test_work_comes_back_once_a_batch_has_ended(qtbot, opened, tmp_path, caption_gate):
    batch, parts = opened.workspace.batch, opened.workspace.parts
    part = split_project(opened.workspace.project.store, 2, out=tmp_path / "parts", shared=1)[0].file
    with ProjectStore.open(part) as store:
        store.add_expression(1, text="from the part", annotator="bob")
    caption_gate.clear()
    opened.actions_by_name["propose-all"].trigger()
    assert batch.is_running
    back = open_dialog(opened, "bring-back", BringBackDialog)
    back.file.setText(str(part))
    with qtbot.waitSignal(parts.foreseen, timeout=APART_MS):
        click(qtbot, back.look_button)
    assert not back.start_button.isEnabled()
    assert "A batch is writing" in back.said.text()
    caption_gate.set()
    qtbot.waitUntil(back.start_button.isEnabled, timeout=WAIT_MS)
    assert back.said.text() == ""


def test_while_a_merge_writes_one_can_go_about_and_decide(qtbot, opened):
    project, session = opened.workspace.project, opened.workspace.session
    file = project.store.file
    project.hold_writes()
    type_and_wait(qtbot, opened, "the red one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert project.is_saving
    opened.actions_by_name["next-image"].trigger()
    wait_ready(qtbot, opened)
    with qtbot.waitSignal(project.expressions_loaded, timeout=WAIT_MS):
        project.load_expressions(session.image.image_id)
    assert project.store.counts().expressions == 0
    project.release_writes()
    wait_saved(qtbot, opened, decided=1)
    project.hold_writes()
    type_and_wait(qtbot, opened, "the green one")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    assert opened.workspace.close()
    with ProjectStore.open(file) as store:
        assert store.counts().decided == 2


def test_on_a_network_drive_work_comes_back_through_the_window_s_own_process(
    qtbot, window, folder, tmp_path, monkeypatch
):
    with ProjectStore.create(folder) as store:
        store.add_images(sorted(folder.glob("*.png")), annotator="ann")
        part = split_project(store, 2, out=tmp_path / "parts", shared=1)[0].file
    with ProjectStore.open(part) as store:
        store.add_expression(1, text="from the part", annotator="bob")
    monkeypatch.setattr(drives, "network_kind", lambda place: "nfs4" if place == folder else None)
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(folder / "blocks.tas")
    assert window.workspace.project.store.keeps_others_out
    back = open_dialog(window, "bring-back", BringBackDialog)
    back.file.setText(str(part))
    with qtbot.waitSignal(window.workspace.parts.foreseen, timeout=WAIT_MS):
        click(qtbot, back.look_button)
    with qtbot.waitSignal(window.workspace.parts.brought_back, timeout=WAIT_MS):
        click(qtbot, back.start_button)
    qtbot.waitUntil(lambda: window.workspace.project.counts.expressions == 1, timeout=WAIT_MS)


def test_what_cannot_be_handed_out_or_brought_back_is_said(qtbot, opened, tmp_path):
    dialog = open_dialog(opened, "hand-out", HandOutDialog)
    dialog.count.setValue(4)
    assert "3 pictures cannot be handed out in 4 parts" in dialog.outlook.text()
    assert not dialog.start_button.isEnabled()
    dialog.count.setValue(2)
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    dialog.out.setText(str(taken))
    with qtbot.waitSignal(opened.workspace.parts.work.failed, timeout=APART_MS):
        click(qtbot, dialog.start_button)
    assert dialog.said.text().startswith("⚠")
    assert dialog.start_button.isEnabled()
    back = open_dialog(opened, "bring-back", BringBackDialog)
    back.file.setText(str(opened.workspace.project.store.file))
    with qtbot.waitSignal(opened.workspace.parts.work.failed, timeout=APART_MS):
        click(qtbot, back.look_button)
    assert "cannot be merged into itself" in back.said.text()


def test_handing_out_can_be_cancelled_and_leaves_nothing(qtbot, opened, tmp_path):
    dialog = open_dialog(opened, "hand-out", HandOutDialog)
    dialog.out.setText(str(tmp_path / "parts"))
    click(qtbot, dialog.start_button)
    with qtbot.waitSignal(opened.workspace.parts.work.cancelled, timeout=APART_MS):
        click(qtbot, dialog.strip.cancel_button)
    assert not list(tmp_path.rglob("*-1.tas"))
    assert "Cancelled" in dialog.said.text()


def test_pictures_are_dealt_and_undo_takes_it_back(qtbot, opened):
    project, dealing = opened.workspace.project, opened.workspace.dealing
    dialog = open_dialog(opened, "deal-splits", DealDialog)
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=WAIT_MS)
    assert "3 pictures come into another split" in dialog.outlook.text()
    with qtbot.waitSignal(dealing.dealt, timeout=WAIT_MS):
        click(qtbot, dialog.start_button)
    splits = [row.split for row in project.store.list_images()]
    assert all(splits)
    assert [project.images.image(n).split for n in (1, 2, 3)] == splits
    undo = opened.actions_by_name["undo"]
    qtbot.waitUntil(lambda: "3 pictures into splits" in undo.text(), timeout=WAIT_MS)
    opened.images.filter_box.setText(f"split:{splits[0]}")
    qtbot.waitUntil(lambda: project.images.rowCount() == splits.count(splits[0]), timeout=WAIT_MS)
    with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
        undo.trigger()
    assert [project.images.image(n).split for n in (1, 2, 3)] == ["", "", ""]
    opened.images.filter_box.setText("split:none")
    qtbot.waitUntil(lambda: project.images.rowCount() == 3, timeout=WAIT_MS)


def test_shares_that_are_none_are_said_and_nothing_can_be_dealt(qtbot, opened):
    dialog = open_dialog(opened, "deal-splits", DealDialog)
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=WAIT_MS)
    dialog.names[0].setText("not a name")
    qtbot.waitUntil(lambda: "'not a name=80'" in dialog.said.text(), timeout=WAIT_MS)
    assert not dialog.start_button.isEnabled()


def test_finding_moved_pictures_is_a_step_that_undo_takes_back(qtbot, opened, folder, tmp_path, monkeypatch):
    project, image = opened.workspace.project, opened.workspace.session.image
    store = project.store
    qtbot.waitUntil(lambda: store.read_images([image.image_id])[0].content_hash is not None, timeout=WAIT_MS)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(folder / image.path, elsewhere / "found.png")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    with qtbot.waitSignal(opened.workspace.picture_search.ended, timeout=WAIT_MS):
        opened.actions_by_name["find-pictures"].trigger()
    assert project.images.image(image.image_id).path == "../elsewhere/found.png"
    with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
        opened.actions_by_name["undo"].trigger()
    assert project.images.image(image.image_id).path == image.path


def replace_shown(qtbot, window, folder, *, size=None):
    """Put another picture in the place of the one at hand, and open the project again."""
    image, store = window.workspace.session.image, window.workspace.project.store
    qtbot.waitUntil(lambda: store.read_images([image.image_id])[0].content_hash is not None, timeout=WAIT_MS)
    picture = Image.fromarray(block_picture([("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60)]))
    (picture if size is None else picture.resize(size)).save(folder / image.path)
    with qtbot.waitSignal(window.workspace.project.opened, timeout=WAIT_MS):
        window.workspace.open_path(folder)
    window.workspace.session.go_to_image(image.image_id)
    qtbot.waitUntil(lambda: "replaced" in keys(window), timeout=WAIT_MS)
    return image


def take_from_notice(qtbot, window):
    """Press the button of the notice, wait for what it means, take the picture."""
    (message,) = [message for message in window.notices.messages if message.key == "replaced"]
    dialog = open_dialog(window, message.action, ReplacedDialog)
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 1, timeout=APART_MS)
    texts = cells(dialog.table)[0]
    with qtbot.waitSignal(window.workspace.replaced.taken, timeout=WAIT_MS):
        click(qtbot, dialog.take_button)
    assert dialog.table.model().rowCount() == 0
    return texts


def test_a_replaced_picture_of_the_same_size_is_taken_and_its_mask_reviewed(qtbot, decided, folder):
    image = replace_shown(qtbot, decided, folder)
    texts = take_from_notice(qtbot, decided)
    assert texts[2] == "Decisions that stay, to be looked at: 1"
    assert "replaced" not in keys(decided)
    project = decided.workspace.project
    decided.images.filter_box.setText("check:replaced")
    qtbot.waitUntil(lambda: project.images.rowCount() == 1, timeout=WAIT_MS)
    wait_ready(qtbot, decided)
    session = decided.workspace.session
    (row,) = project.store.list_expressions(image.image_id)
    session.go_to_image(image.image_id, expression_id=row.expression_id)
    qtbot.waitUntil(lambda: session.painted is not None and session.expression is not None, timeout=WAIT_MS)
    type_and_wait(qtbot, decided, "the red one")
    qtbot.keyClick(decided.box, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: len(project.store.list_decisions(row.expression_id)) == 2 and not project.is_saving,
        timeout=WAIT_MS,
    )
    decided.actions_by_name["refresh-list"].trigger()
    qtbot.waitUntil(lambda: project.images.rowCount() == 0, timeout=WAIT_MS)


def test_a_replaced_picture_of_another_size_opens_its_expressions_until_undo(qtbot, decided, folder):
    image = replace_shown(qtbot, decided, folder, size=(120, 80))
    texts = take_from_notice(qtbot, decided)
    assert texts[1].endswith("→ 120×80")
    assert texts[2] == "Decisions that are open again: 1"
    project = decided.workspace.project
    qtbot.waitUntil(lambda: project.counts.decided == 0, timeout=WAIT_MS)
    assert decisions(decided) == []
    with qtbot.waitSignal(project.reverted, timeout=WAIT_MS):
        decided.actions_by_name["undo"].trigger()
    assert project.counts.decided == 1
    assert project.images.image(image.image_id).earlier_decisions == 0


def test_all_files_are_looked_through(qtbot, decided, folder):
    dialog = open_dialog(decided, "replaced-pictures", ReplacedDialog)
    with qtbot.waitSignal(decided.workspace.replaced.changed, timeout=APART_MS):
        click(qtbot, dialog.look_button)
    assert cells(dialog.table) == []
    assert decided.workspace.replaced.has_looked
    assert not dialog.take_all_button.isEnabled()
