"""Giving an open window another language.

Widgets set their texts once, with ``tr()``, and nobody has to write each of them down a second time: before
the change, every text of ours is looked up as the window says it; after it, what stands on a label, button,
menu or list head is found among those and said anew. A text belongs to the class that says it, so that data
which happen to read the same are left alone. Gaps are carried over: ``12 masks`` becomes ``12 个掩码``.
What a widget composes from several texts it composes again in ``retranslate(retranslation)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTabBar, QWidget

from tas_desktop.config.resources import resource_path
from tas_desktop.ui.language.template import Template, fill, has_gaps
from tas_desktop.ui.wording import as_plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QApplication

PROPERTIES = (
    *("text", "title", "windowTitle", "placeholderText", "toolTip", "statusTip", "whatsThis"),
    *("accessibleName", "accessibleDescription", "prefix", "suffix", "specialValueText", "iconText"),
)
EVERYWHERE = ("Actions", "Settings", "Known")  # texts of tables, shown by whoever has use for them
_SEPARATORS = ("\n", " · ", "   ")
_TIP_START, _TIP_END = "<p>", "</p>"


@dataclass(frozen=True, slots=True)
class _Said:
    """One text: what it is in the source, and the template of how the window says it."""

    source: str
    template: Template


@dataclass(slots=True)
class Retranslation:
    """How the window says everything at this moment, ready to say it anew."""

    _exact: dict[str, dict[str, str]] = field(init=False)  # context -> shown -> source
    _gapped: dict[str, list[_Said]] = field(init=False)

    def __post_init__(self) -> None:
        self._exact, self._gapped = {}, {}
        for context, source in _all_texts():
            shown = QCoreApplication.translate(context, source)
            self._exact.setdefault(context, {})[shown] = source
            if has_gaps(source):
                template = Template.of(shown)
                if template.letters:
                    self._gapped.setdefault(context, []).append(_Said(source, template))
        for said in self._gapped.values():
            said.sort(key=lambda one: -one.template.letters)

    def apply(self, application: QApplication) -> None:
        """Say everything anew that stands in any window of the application."""
        windows = application.topLevelWidgets()
        everything = dict.fromkeys(chain(windows, *(window.findChildren(QObject) for window in windows)))
        for thing in everything:
            if isinstance(thing, QWidget | QAction):
                self._renew(thing)
        for thing in everything:
            if callable(again := getattr(thing, "retranslate", None)):
                again(self)
            if isinstance(thing, QAbstractItemView):
                thing.viewport().update()

    def render(self, shown: str, contexts: Iterable[str] = ()) -> str | None:
        """The text in the language that is spoken now; None where it is none of ours.

        Args:
            shown: the text as it stands in the window.
            contexts: classes that may have said it; any where none is given.
        """
        names = tuple(contexts) or tuple(self._exact)
        for context in names:
            source = self._exact.get(context, {}).get(shown)
            if source is not None:
                return QCoreApplication.translate(context, source)
        for context in names:
            for said in self._gapped.get(context, ()):
                values = said.template.read(shown)
                if values is not None:
                    return fill(QCoreApplication.translate(context, said.source), values)
        return None

    def _renew(self, thing: QWidget | QAction) -> None:
        contexts = tuple(dict.fromkeys(chain(_speakers(thing), EVERYWHERE)))
        for name in PROPERTIES:
            if name == "text" and isinstance(thing, QLineEdit):
                continue  # what a person has typed
            if thing.metaObject().indexOfProperty(name) < 0:
                continue
            shown: str = getattr(thing, name)()  # not property(): a label may elide what it was given
            anew = self._render_whole(shown, contexts) if shown else None
            if anew is not None and anew != shown:
                getattr(thing, f"set{name[0].upper()}{name[1:]}")(anew)
        if isinstance(thing, QComboBox):
            self._renew_items(thing, contexts)
        elif isinstance(thing, QTabBar):
            for tab in range(thing.count()):
                thing.setTabText(tab, self.render(thing.tabText(tab), contexts) or thing.tabText(tab))
        elif isinstance(thing, QHeaderView):
            self._renew_heads(thing, contexts)

    def _render_whole(self, shown: str, contexts: tuple[str, ...]) -> str | None:
        """A text or a tool tip, which wraps its text into a paragraph."""
        if shown.startswith(_TIP_START) and shown.endswith(_TIP_END):
            plain = unescape(shown[len(_TIP_START) : -len(_TIP_END)].replace("<br>", "\n"))
            anew = self.render(plain, contexts)
            return None if anew is None else as_plain_tool_tip(anew)
        return self._render_parts(shown, contexts) or self.render(shown, contexts)

    def _render_parts(self, shown: str, contexts: tuple[str, ...]) -> str | None:
        """Several texts in one line or in lines below each other, unless all of it is one text of ours."""
        if any(shown in self._exact.get(context, ()) for context in contexts):
            return None
        for separator in _SEPARATORS:
            if separator in shown:
                parts = shown.split(separator)
                anew = [self._render_whole(part, contexts) or part for part in parts]
                return None if anew == parts else separator.join(anew)
        return None

    def _renew_items(self, box: QComboBox, contexts: tuple[str, ...]) -> None:
        blocked = box.blockSignals(True)
        for row in range(box.count()):
            anew = self.render(box.itemText(row), contexts)
            if anew is not None:
                box.setItemText(row, anew)
        box.blockSignals(blocked)

    def _renew_heads(self, head: QHeaderView, contexts: tuple[str, ...]) -> None:
        model = head.model()
        for section in range(head.count()):
            shown = model.headerData(section, head.orientation(), Qt.ItemDataRole.DisplayRole)
            anew = self.render(shown, contexts) if isinstance(shown, str) else None
            if anew is not None:
                model.setHeaderData(section, head.orientation(), anew)


def _speakers(thing: QObject) -> Iterator[str]:
    """Names of the classes that may have said what stands on it: its own, its owners' and their bases'."""
    owner: QObject | None = thing
    while owner is not None:
        for kind in type(owner).__mro__:
            if kind.__module__.startswith("tas_desktop"):
                yield kind.__name__
        owner = owner.parent()


def _all_texts() -> Iterator[tuple[str, str]]:
    """Context and source of every text of ours, from any one of the translators' files."""
    files = sorted(resource_path("i18n").glob("*.ts"))
    for context in ET.parse(files[0]).iter("context"):  # noqa: S314 - a file that ships with the program
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message.findtext("source", "")
