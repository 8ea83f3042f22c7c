"""Translations from ``resources/i18n``, chosen by the system's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from tas_desktop.config.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


def install_translation(application: QCoreApplication, locale: QLocale | None = None) -> bool:
    """Install Qt's and our texts for a locale; False when we have none and English stays.

    Args:
        application: gets the translators.
        locale: the system's where omitted.
    """
    locale = locale or QLocale.system()
    ours = QTranslator(application)
    found = ours.load(locale, "tas-desktop", "_", str(resource_path("i18n")))
    if not found:
        return False
    qt = QTranslator(application)
    if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
    return application.installTranslator(ours)
