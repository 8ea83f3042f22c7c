"""What may be wrong with the expression: said below the box, mended by a click or a key, never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tas_desktop.domain.lint import Finding, LintCode
from tas_desktop.ui.wording import shortened

if TYPE_CHECKING:
    from tas_desktop.session.expressions.checks import ExpressionChecks
    from tas_desktop.ui.actions import KeyTexts

MOST_SHOWN = 3
LONGEST = 60
_QUIET = (LintCode.MISSPELLED, LintCode.GLUED, LintCode.REPEATED_WORD, LintCode.POSITION_WORD)


class HintRow(QWidget):
    """One finding in words, with a button for what mends it."""

    mended = Signal(object)  # Finding

    def __init__(self, finding: Finding, text: str, fix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        mark = QLabel("•" if finding.code in _QUIET else "⚠", self)
        mark.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel(text, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(mark, 0)
        layout.addWidget(self.words, 1)
        if fix:
            button = QPushButton(fix.replace("&", "&&"), self)
            button.setObjectName("more")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(fix)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button, 0)

    @Slot()
    def _on_clicked(self) -> None:
        self.mended.emit(self.finding)


class HintList(QWidget):
    """The first few findings."""

    mend_wanted = Signal(object)  # Finding

    def __init__(self, checks: ExpressionChecks, keys: KeyTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hints")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._checks, self._keys = checks, keys
        self._rows: list[HintRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 5, 8, 5)
        self._layout.setSpacing(3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        checks.changed.connect(self.refresh)
        keys.changed.connect(self.refresh)
        self.refresh()

    @property
    def texts(self) -> list[str]:
        """What is said now."""
        return [row.words.text() for row in self._rows]

    def retranslate(self, _retranslation: object) -> None:
        """Say it in another language."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the findings."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        found = self._checks.findings[:MOST_SHOWN]
        self._rows = [HintRow(f, self._word(f), self._fix(f), self) for f in found]
        for row in self._rows:
            row.mended.connect(self._on_mended)
            self._layout.addWidget(row)
        self.setVisible(bool(self._rows))
        self.setAccessibleName("\n".join(self.texts))

    @Slot(object)
    def _on_mended(self, finding: Finding) -> None:
        self.mend_wanted.emit(finding)

    def _fix(self, finding: Finding) -> str:
        if not finding.better or finding.code is LintCode.WRONG_SIDE:
            return ""
        key = self._keys.key_of("apply-hint") if finding is self._checks.mendable else ""
        return f"→ {shortened(finding.better[0], 24)}   {key}".rstrip()

    def _word(self, finding: Finding) -> str:
        subject = shortened(finding.subject, LONGEST)
        texts = {
            LintCode.MISSPELLED: self.tr("“{0}” is not in the word list"),
            LintCode.GLUED: self.tr("“{0}” is run together"),
            LintCode.REPEATED_WORD: self.tr("“{0}” says a word twice"),
            LintCode.ONLY_PRONOUN: self.tr("It names no kind of thing, only points"),
            LintCode.POSITION_WORD: self.tr("“{0}” says where in the picture it is"),
            LintCode.DUPLICATE: self.tr("This picture has “{0}” already"),
            LintCode.NEAR_DUPLICATE: self.tr("It says the same as “{0}”"),
            LintCode.AMBIGUOUS: self.tr("“{0}” names another object of this picture too"),
            LintCode.SAME_REFERENT: self.tr("Same object as “{0}”, by {1} of the mask: ⏎ joins them"),
        }
        if finding.code is LintCode.WRONG_SIDE:
            return self._word_side(finding.subject)
        share = f"{finding.value:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
        return texts[finding.code].replace("{0}", subject).replace("{1}", share)

    def _word_side(self, side: str) -> str:
        return {
            "left": self.tr("It says left, and the mask lies on the right"),
            "right": self.tr("It says right, and the mask lies on the left"),
            "top": self.tr("It says top, and the mask lies at the bottom"),
            "bottom": self.tr("It says bottom, and the mask lies at the top"),
        }[side]
