"""Datasets out of the project and into it, through the dialogs."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tas_desktop.formats.registry import readable_formats, writable_formats
from tas_desktop.projects.importing.options import ImportKind
from tas_desktop.ui.exchange.export_dialog import ExportDialog
from tas_desktop.ui.exchange.format_wording import purpose_of, title_of
from tas_desktop.ui.exchange.import_dialog import ImportDialog
from tests.ui.driving import WAIT_MS, type_and_wait, wait_saved

pytestmark = pytest.mark.gui


@pytest.fixture
def decided(qtbot, opened):
    """A window with one accepted and one undecided expression."""
    type_and_wait(qtbot, opened, "blue block")
    qtbot.keyClick(opened.box, Qt.Key.Key_Return)
    wait_saved(qtbot, opened, decided=1)
    return opened


@pytest.fixture
def export_dialog(qtbot, decided):
    decided.actions_by_name["export-dataset"].trigger()
    dialog = decided.findChild(ExportDialog)
    qtbot.waitUntil(dialog.start_button.isEnabled, timeout=WAIT_MS)
    return dialog


@pytest.fixture
def import_dialog(decided):
    decided.actions_by_name["import-dataset"].trigger()
    return decided.findChild(ImportDialog)


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog, name):
    row = next(row for row, known in enumerate(writable_formats()) if known.name == name)
    dialog.formats.setCurrentRow(row)


def losses_of(dialog):
    model = dialog.losses.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_format_says_what_it_is_good_for():
    for known in {*writable_formats(), *readable_formats()}:
        assert purpose_of(known), known.name
        assert title_of(known), known.name


def test_the_preview_counts_before_anything_is_written(export_dialog, decided):
    assert "objects: 1, decided expressions: 1" in export_dialog.counted.text()
    assert not [path for path in decided.workspace.project.store.folder.iterdir() if path.suffix == ".json"]


def test_what_a_format_has_no_place_for_is_listed_at_once(qtbot, export_dialog, decided):
    store = decided.workspace.project.store
    store.add_expression(1, text="the sky", annotator="ann")
    export_dialog._count()
    choose(export_dialog, "coco")
    qtbot.waitUntil(
        lambda: any("nobody decided" in text for text in losses_of(export_dialog)), timeout=WAIT_MS
    )
    choose(export_dialog, "jsonl")
    assert losses_of(export_dialog) == []


def test_options_that_a_format_does_not_heed_are_greyed(export_dialog):
    choose(export_dialog, "coco")
    assert export_dialog.options.masks.isEnabled()
    assert not export_dialog.options.files.isEnabled()
    choose(export_dialog, "refcoco")
    assert not export_dialog.options.masks.isEnabled()
    assert export_dialog.options.files.isEnabled()


def test_the_target_follows_the_format_until_somebody_types_one(qtbot, export_dialog, tmp_path):
    choose(export_dialog, "refcoco")
    assert export_dialog.target.text().endswith("-refcoco")
    export_dialog.target.selectAll()
    qtbot.keyClicks(export_dialog.target, str(tmp_path / "mine"))
    choose(export_dialog, "coco")
    assert export_dialog.target.text() == str(tmp_path / "mine")


@pytest.mark.parametrize("name", ["jsonl", "refcoco"])
def test_an_export_is_written_and_said(qtbot, export_dialog, decided, tmp_path, name):
    choose(export_dialog, name)
    target = tmp_path / f"out{export_dialog.chosen.suffix}"
    export_dialog.target.setText(str(target))
    with qtbot.waitSignal(decided.workspace.exports.done, timeout=WAIT_MS):
        click(qtbot, export_dialog.start_button)
    assert target.exists()
    assert any(str(target) in message.text for message in decided.notices.messages)


def test_splits_dealt_for_an_export_leave_the_project_as_it_is(qtbot, export_dialog, decided, tmp_path):
    export_dialog.splits.source.setCurrentIndex(1)
    export_dialog.splits.shares["train"].setValue(100)
    export_dialog.splits.shares["val"].setValue(0)
    export_dialog.splits.shares["test"].setValue(0)
    qtbot.waitUntil(lambda: "train 1" in export_dialog.counted.text(), timeout=WAIT_MS)
    target = tmp_path / "out.jsonl"
    choose(export_dialog, "jsonl")
    export_dialog.target.setText(str(target))
    with qtbot.waitSignal(decided.workspace.exports.done, timeout=WAIT_MS):
        click(qtbot, export_dialog.start_button)
    assert '"train"' in target.read_text()
    assert {row.split for row in decided.workspace.project.store.list_images()} == {""}


def test_shares_that_deal_nothing_are_refused_in_the_dialog(qtbot, export_dialog):
    for share in export_dialog.splits.shares.values():
        share.setValue(0)
    export_dialog.splits.source.setCurrentIndex(1)
    qtbot.waitUntil(lambda: export_dialog.said.text() != "", timeout=WAIT_MS)
    assert not export_dialog.start_button.isEnabled()


def write_list(tmp_path):
    file = tmp_path / "more.jsonl"
    lines = [{"image": "one.png", "expression": text} for text in ("the red block", "the green block")]
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return file


def test_looking_first_writes_nothing_and_says_what_would_come(qtbot, import_dialog, decided, tmp_path):
    import_dialog.take_path(write_list(tmp_path))
    assert import_dialog.format.currentData().name == "jsonl"
    events = decided.workspace.project.store.last_event_seq()
    click(qtbot, import_dialog.look_button)
    qtbot.waitUntil(lambda: "new expressions: 2" in import_dialog.outlook.text(), timeout=WAIT_MS)
    assert decided.workspace.project.store.last_event_seq() == events


def test_an_import_shows_in_the_lists_and_is_taken_back_as_one_step(qtbot, import_dialog, decided, tmp_path):
    import_dialog.take_path(write_list(tmp_path))
    import_dialog.kind.setCurrentIndex(import_dialog.kind.findData(ImportKind.EXPRESSIONS))
    project = decided.workspace.project
    with qtbot.waitSignal(decided.workspace.imports.imported, timeout=WAIT_MS):
        click(qtbot, import_dialog.start_button)
    assert not import_dialog.start_button.isEnabled(), "a second press would import it again"
    qtbot.waitUntil(lambda: project.counts.expressions == 3, timeout=WAIT_MS)
    import_dialog.close()
    decided.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: project.counts.expressions == 1, timeout=WAIT_MS)
    assert project.counts.decided == 1


def test_a_damaged_file_is_refused_in_the_dialog(qtbot, import_dialog, decided, tmp_path, monkeypatch):
    file = tmp_path / "broken.json"
    file.write_text('{"images": [', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    import_dialog._from_file.trigger()
    assert import_dialog.path.text() == str(file)
    click(qtbot, import_dialog.start_button)
    qtbot.waitUntil(lambda: "broken.json" in import_dialog.said.text(), timeout=WAIT_MS)
    assert decided.workspace.project.counts.expressions == 1
