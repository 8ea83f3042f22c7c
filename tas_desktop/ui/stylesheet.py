"""The few details that Fusion and the palette leave open."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from tas_desktop.config.resources import resource_path
from tas_desktop.ui.control_styles import CONTROLS

if TYPE_CHECKING:
    from tas_desktop.ui.theme import Tones

_SHEET = Template(
    CONTROLS
    + """
QMainWindow, QDialog { background: $window; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QFrame[frameShape="4"] { color: $line; background: $line; border: none; max-height: 1px; }
#panel { background: $panel; }
#heading { color: $muted; font-weight: 600; }
#muted { color: $muted; }
#strong { color: $text; font-weight: 600; }
#title { font-weight: 600; }
#refusal { color: $warning; }
QToolButton#queue-order { color: $muted; padding: 3px 4px; }
QToolButton#queue-order::menu-indicator { image: none; }
QToolButton#queue-order:hover, QToolButton#method-button:hover { color: $text; background: transparent; }

QScrollArea#why-area, #why { background: transparent; }
QScrollArea#why-area { border: 1px solid transparent; border-radius: 6px; }
QScrollArea#why-area:focus { border-color: $accent; }
QTableWidget { background: $panel; border: 1px solid $line; border-radius: 6px; outline: 0;
               selection-background-color: $accent_soft; selection-color: $text; }
QTableWidget:focus { border-color: $accent; }
QTableWidget::item { padding: 5px 8px; }
QTableWidget::item:focus { background: $accent_soft; border: none; color: $text; }
QTableWidget QHeaderView, QTableWidget QHeaderView::section { background: $panel; border: none; }
QTableWidget QHeaderView::section { color: $muted; padding: 6px 8px; }
QListView, QTableView[rows="true"] { background: transparent; border: none; outline: 0; }
QDialog#command-palette { background: $panel; border: 1px solid $line; }
QListView:focus, QTableView[rows="true"]:focus { border: none; }
QGraphicsView#canvas { border: 2px solid $canvas; }
QGraphicsView#canvas:focus { border-color: $accent; }

QLineEdit#expression-box { padding: 9px 11px; border-radius: 8px; }
QLineEdit#expression-box:focus { padding: 8px 10px; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px;
              background: transparent; color: $text; }
QToolButton:hover { background: $accent_soft; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $muted; }

QToolButton#why-button { color: $muted; font-weight: 600; padding: 3px 2px 3px 0; }
QToolButton#why-button:checked { background: transparent; border-color: transparent; }
QToolButton#why-button:hover { color: $text; background: transparent; }
QToolButton#why-button:focus { border-color: $accent; }

QPushButton { border: 1px solid $edge; border-radius: 7px; padding: 7px 14px;
              background: $panel; color: $text; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:default, QPushButton#primary { background: $accent; color: $on_accent; border-color: $accent;
                                           font-weight: 600; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#recent { text-align: left; padding: 7px 12px; }
QPushButton#recent:focus { padding: 6px 11px; }
QPushButton:disabled, QPushButton#primary:disabled { color: $muted; background: $window;
                                                     border-color: $line; }

QPushButton#chip { border: 1px dashed $edge; color: $muted; border-radius: 10px;
                   padding: 3px 10px; min-height: 16px; background: $raised; }
QPushButton#chip:checked { background: $accent_soft; border: 1px solid $accent; color: $text; }
QPushButton#chip[kind="negative"]:checked { background: $panel; border-color: $edge; }
QPushButton#chip[kind="category"] { border: 1px solid $edge; color: $text; }
QPushButton#chip:hover, QPushButton#chip[kind="negative"]:checked:hover { background: $accent_soft; }
QPushButton#more { border: none; padding: 3px 6px; min-height: 16px; background: transparent;
                   color: $accent; }
QPushButton#more:focus { border: 2px solid $accent; border-radius: 10px; padding: 1px 4px; }
QPushButton#chip:focus, QPushButton#chip[kind]:focus, QPushButton#chip[kind]:checked:focus {
    border: 2px solid $accent; padding: 2px 9px; }

QDialog#batch-report QTableView, QDialog#categories QTableView, QTableView#report-table {
    background: $panel; border: 1px solid $line; outline: 0; }
QDialog#batch-report QTableView::item, QTableView#report-table::item { padding: 5px 8px; }
QDialog#categories QTableView::item { padding: 0 8px; }
QDialog#categories QTableView::item:selected { background: $accent_soft; color: $text; }
QDialog#categories QTableView QLineEdit { border-radius: 0; padding: 0 6px; min-height: 0; }
QTableView#report-table::item:selected { background: $accent_soft; color: $text; }
QTableView#report-table QHeaderView::section,
QDialog#batch-report QHeaderView::section, QDialog#categories QHeaderView::section {
    background: $raised; color: $muted; font-weight: 600; border: none;
    border-bottom: 1px solid $line; padding: 5px 8px; }

#page-title { color: $text; font-size: 15pt; font-weight: 600; }
#part { background: $panel; border: 1px solid $line; border-radius: 8px; }
#parts { background: transparent; }
QScrollArea#parts-area { background: transparent; }
QPushButton#small { padding: 3px 10px; border-radius: 6px; }
QPushButton#small:focus { padding: 2px 9px; }
QPushButton#link { border: 1px solid transparent; background: transparent; color: $accent; padding: 1px 4px; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border: 2px solid $accent; padding: 0 3px; }
QPushButton#link:disabled { color: $muted; border-color: transparent; background: transparent; }

QToolButton#status-models, QToolButton#status-button { color: $muted; padding: 1px 6px; }
QToolButton#status-models:hover, QToolButton#status-button:hover { color: $text; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; padding: 0 6px; }

QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; color: $text; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $panel; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 5px; color: $text; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QProgressBar { border: none; border-radius: 3px; background: $line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: $accent; }

QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
                             background: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $text; width: 10px; height: 10px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }

#notice[severity="info"] { background: $accent_soft; }
#notice[severity="warning"] { background: $warning_soft; }
#notice[severity="error"] { background: $error_soft; }
#notice QLabel { color: $text; }

#ranking-notices { background: $warning_soft; color: $text; border-radius: 6px; padding: 5px 8px; }
QScrollArea#below-the-box, #below { background: transparent; }
#hints { background: $warning_soft; border-radius: 6px; }
#hints QLabel { color: $text; }
QListWidget#category-list::item, QListWidget#choices::item {
    padding: 5px 8px; border-left: 3px solid transparent; }
QListWidget#category-list::item:hover, QListWidget#choices::item:hover { background: $raised; }
QListWidget#category-list::item:selected, QListWidget#choices::item:selected {
    background: $accent_soft; color: $text; border-left-color: $accent; }
#suggestions { background: $raised; border: 1px solid $line; border-radius: 8px; }
QPushButton#suggestion { border: 1px solid $edge; border-radius: 6px; padding: 0; background: $panel; }
QPushButton#suggestion:hover { background: $accent_soft; }
QPushButton#suggestion:focus { background: $accent_soft; border: 2px solid $accent; }
QToolButton#method-button { color: $muted; padding: 2px 0 2px 4px; }
QLineEdit#in-place { border-radius: 3px; padding: 1px 4px; }
#whole-expression { color: $text; padding: 0 2px; }
#warning-text { color: $warning; font-weight: 600; }
#key-cap { background: $panel; color: $text; border: 1px solid $edge; border-radius: 4px; padding: 1px 6px; }
#step-mark { background: $accent_soft; border-radius: 10px; }
#prompt { color: $muted; }
#prompt[urgent="true"] { color: $warning; font-weight: 600; }
"""
)


def style_sheet(tones: Tones) -> str:
    """The application's style sheet in these tones."""
    marks = resource_path("icons", "controls", "dark" if tones.is_dark else "light").as_posix()
    return _SHEET.substitute({name: str(value) for name, value in asdict(tones).items()}, marks=marks)
