"""The About box."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tas_desktop import __version__
from tas_desktop.ui.about_dialog import AboutDialog


def test_about_names_version_and_the_licence_of_every_library(qtbot, window):
    window.actions_by_name["about"].trigger()
    box = window.findChild(AboutDialog)
    assert box.isVisible()
    assert not box.isModal()
    listed = box.libraries.toPlainText().splitlines()
    assert any(line.startswith("PySide6 ") and line.endswith("LGPL-3.0-only") for line in listed)
    assert any(line.startswith("numpy ") and "BSD-3-Clause" in line for line in listed)
    assert not [line for line in listed if line.endswith("?")]
    copy_button = next(button for button in box.findChildren(QPushButton) if button.text() == "Copy")
    copy_button.click()
    assert __version__ in QGuiApplication.clipboard().text()
    box.close()
