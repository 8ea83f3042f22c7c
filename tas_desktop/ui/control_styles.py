"""Fields, boxes, lists of choices and tabs: one look for all of them, with an edge that can be seen.

An edge (`Tones.edge`) has a contrast of at least 3 to the ground it stands on (WCAG 2.2, 1.4.11). The marks
are files: a style sheet has no other way to them.
"""

from __future__ import annotations

CONTROLS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $panel; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { placeholder-text-color: $muted; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $muted; background: $window; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    border: none; border-radius: 0; padding: 0; background: transparent; }

QAbstractSpinBox { padding: 2px 6px; }
QAbstractSpinBox:focus { padding: 1px 5px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent; border-radius: 4px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $accent_soft; }
QAbstractSpinBox::up-arrow { image: url("$marks/up.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("$marks/down.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: url("$marks/up-off.svg"); }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off { image: url("$marks/down-off.svg"); }

QComboBox { padding-right: 26px; combobox-popup: 0; }
QComboBox:hover { border-color: $accent; }
QComboBox::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; width: 26px; border: none; }
QComboBox::down-arrow { image: url("$marks/down.svg"); width: 13px; height: 13px; }
QComboBox::down-arrow:disabled { image: url("$marks/down-off.svg"); }
QComboBox QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $edge; padding: 3px; outline: 0;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 1px 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QCheckBox, QRadioButton { spacing: 8px; color: $text; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $edge; background: $panel; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; background: $accent_soft; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; image: url("$marks/check.svg"); }
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:focus { width: 12px; height: 12px; border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QRadioButton::indicator:focus { width: 12px; height: 12px; border: 2px solid $accent; }
QRadioButton::indicator:checked:focus {
    width: 6px; height: 6px; border: 5px solid $text; background: $panel; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $window; }
QCheckBox::indicator:checked:disabled { image: url("$marks/check-off.svg"); }
QRadioButton::indicator:checked:disabled { border: 5px solid $line; background: $muted; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: $muted; background: transparent; border: 2px solid transparent; border-radius: 5px;
               padding: 6px 12px; margin: 0 2px 2px 0; }
QTabBar::tab:hover { color: $text; background: $accent_soft; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent;
                        border-bottom-left-radius: 0; border-bottom-right-radius: 0; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 5px; }

QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::indicator:checked { image: url("$marks/tick.svg"); }
"""
