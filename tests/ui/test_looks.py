"""How things are laid out: the key sheet's columns, the size of dialogs, empty tables, the first page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QStringListModel
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QDialog, QLabel, QTableView, QVBoxLayout

from tas_desktop.ui.canvas.mask_items import RegionItem, screen_pen
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint
from tas_desktop.ui.key_columns import KeyColumns, KeySection


def sections(*lengths):
    return [
        KeySection(f"part {number}", tuple((("Ctrl+K",), "does something") for _ in range(length)))
        for number, length in enumerate(lengths)
    ]


class TestKeyColumns:
    def test_as_many_columns_as_there_is_room_for(self, qtbot):
        wide = KeyColumns(sections(3, 3, 3), width=10_000)
        qtbot.addWidget(wide)
        assert wide.count == 3
        assert wide.most_within(wide.sizeHint().width()) == 3
        assert wide.most_within(wide.sizeHint().width() - 60) == 2
        assert wide.most_within(10) == 1

    def test_no_column_is_longer_than_it_must_be(self, qtbot):
        columns = KeyColumns(sections(9, 1, 1, 1), width=10_000)
        alone = KeyColumns(sections(9), width=10_000)
        for widget in (columns, alone):
            qtbot.addWidget(widget)
        assert columns.sizeHint().height() == alone.sizeHint().height()

    def test_words_of_a_column_begin_in_one_line(self, qtbot):
        long = KeySection("long", ((("Ctrl+Shift+Delete", "Ctrl+Shift+Backspace"), "words"),))
        columns = KeyColumns([long, *sections(2)], width=10)
        qtbot.addWidget(columns)
        columns.show()
        words = [
            label for label in columns.findChildren(QLabel) if label.text() in ("words", "does something")
        ]
        assert len({label.mapTo(columns, label.rect().topLeft()).x() for label in words}) == 1


def test_a_dialog_opens_with_room_for_texts_that_wrap(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label = QLabel("word " * 200, dialog)
    label.setWordWrap(True)
    QVBoxLayout(dialog).addWidget(label)
    fit_dialog(dialog, width=300, height=40)
    dialog.show()
    assert label.height() >= label.heightForWidth(label.width())


def test_a_table_without_rows_says_so_until_it_has_some(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    model = QStringListModel([], view)
    view.setModel(model)
    hint = EmptyTableHint(view)
    view.resize(300, 200)
    view.show()
    assert hint.isVisible()
    assert hint.size() == view.viewport().size()
    model.setStringList(["a row"])
    assert not hint.isVisible()
    model.setStringList([])
    assert hint.isVisible()


def test_the_first_page_shows_the_steps_until_there_are_projects(qtbot, window, folder):
    assert window.welcome.steps.isVisible()
    window.workspace.open_path(folder)
    qtbot.waitUntil(lambda: bool(window.workspace.recent.entries))
    assert window.welcome.steps.isHidden()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_lines_are_as_wide_on_a_screen_of_any_scale(ratio):
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setTransform(QTransform.fromScale(7, 7))
    assert screen_pen(painter, QColor("red"), 2.0).widthF() == 2.0 * ratio
    painter.end()


def test_a_place_that_is_all_of_the_picture_is_not_marked(qapp):
    item, picture = RegionItem(), QRectF(0, 0, 100, 80)
    item.show_regions(picture, [QRectF(0, 0, 50, 80)])
    assert item.boundingRect() == picture
    item.show_regions(picture, [QRectF(0, 0, 100, 80)])
    assert item.boundingRect().isNull()
