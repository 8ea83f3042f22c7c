"""The window's language: the system's or a chosen one, changed while the window is open.

Texts come from ``resources/i18n``; Qt's own (standard buttons, menus of text fields) from Qt's folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from tas_desktop.config.resources import resource_path
from tas_desktop.ui.language.retranslation import Retranslation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ENGLISH = "en"
LANGUAGES: tuple[tuple[str, str], ...] = (("en", "English"), ("de", "Deutsch"), ("zh_CN", "简体中文"))
"""Code and own name of each; a person who has landed in the wrong one finds the way back."""


class Language(QObject):
    """Installs the translators of one language at a time and takes every open window along.

    Signals:
        changed: everything on the screen speaks another language now.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []

    def choose(self, code: str) -> None:
        """Speak the language of that code from now on; empty follows the system.

        Args:
            code: as in `LANGUAGES`; what there are no texts for is English.
        """
        wanted = _load(QLocale(code) if code else QLocale.system(), self)
        if not wanted and not self._translators:
            return  # the window speaks English as it is
        retranslation = Retranslation()
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = wanted
        for translator in self._translators:
            self._application.installTranslator(translator)
        retranslation.apply(self._application)
        self.changed.emit()


def _load(locale: QLocale, parent: QObject) -> list[QTranslator]:
    """Qt's texts and ours; none where ours are missing, lest half a window speak another language."""
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return []
    ours = QTranslator(parent)
    if not ours.load(locale, "tas-desktop", "_", str(resource_path("i18n"))):
        return []
    qt = QTranslator(parent)
    found = qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [qt, ours] if found else [ours]


def translated(context: str, text: str) -> str:
    """A text marked elsewhere, in the language of the window."""
    return QCoreApplication.translate(context, text)
