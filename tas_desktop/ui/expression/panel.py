"""Expressions of the image, the expression box, what it says about Enter, and the chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tas_desktop.session.annotation_session import Prompt
from tas_desktop.session.image_desk import Phase
from tas_desktop.storage.rows import ExpressionStatus
from tas_desktop.ui.expression.box import ExpressionBox
from tas_desktop.ui.expression.category_chip import CategoryChip
from tas_desktop.ui.expression.chips import ChipBar
from tas_desktop.ui.expression.choice_prompt import choice_prompt
from tas_desktop.ui.expression.hints import HintList
from tas_desktop.ui.expression.list_view import ExpressionListView
from tas_desktop.ui.expression.suggestion_list import SuggestionList
from tas_desktop.ui.fitting_area import FittingArea
from tas_desktop.ui.ranking_notices import warnings_of
from tas_desktop.ui.wording import kept_together, shortened

if TYPE_CHECKING:
    from tas_desktop.domain.lint import Finding
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.ui.actions import KeyTexts
    from tas_desktop.ui.theme import Theme

AREA_LINES = 4  # of text below the box that can always be seen
LINES_BESIDE = 31  # list, box, two candidates and the bars of the window
WHOLE_LONGEST = 240  # characters; what is longer loses its middle


class ExpressionPanel(QWidget):
    """Upper right of the window."""

    def __init__(
        self, session: AnnotationSession, theme: Theme, keys: KeyTexts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._keys = session, keys
        self._model = session.expressions
        self.list = ExpressionListView(theme, self)
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Expressions of this image"))
        self.box = ExpressionBox(self)
        self.box.setAccessibleName(self.tr("Expression"))
        self.category = CategoryChip(session.help.category, keys, self)
        self.chips = ChipBar(session.ranking, after=(self.box, self.category), parent=self)
        self.hints = HintList(session.help.checks, keys, self)
        self.suggestions = SuggestionList(session.help.suggestions, self)
        self._heading = QLabel(self.tr("Expressions"), self)
        self._heading.setObjectName("heading")
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._prompt = QLabel(self)
        self._prompt.setObjectName("prompt")
        self._whole = QLabel(self)
        self._whole.setObjectName("whole-expression")
        self._notices = QLabel(self)
        self._notices.setObjectName("ranking-notices")
        for label in (self._heading, self._count, self._prompt, self._whole, self._notices):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._area = FittingArea(
            self._below_the_box(), lines=AREA_LINES, name="below-the-box", beside=LINES_BESIDE, parent=self
        )
        self._lay_out()
        self._connect()
        self._refresh_list()
        self._refresh_prompt()
        self._refresh_notices()
        self._refresh_whole()

    def _below_the_box(self) -> QWidget:
        """What comes and goes with the text: in a low window it scrolls, so that list and box stay whole."""
        content = QWidget(self)
        content.setObjectName("below")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        for widget in (self.suggestions, self.hints, self._notices, self.chips):
            layout.addWidget(widget)
        return content

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 4)
        layout.setSpacing(7)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self.box)
        layout.addWidget(self._whole)
        below = QHBoxLayout()
        below.addWidget(self._prompt, 1)
        below.addWidget(self.category, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(below)
        layout.addWidget(self._area)
        # Not Maximum: that is the height before texts wrap, and would cut them.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        session = self._session
        self.box.textChanged.connect(session.type_text)
        self.box.textChanged.connect(self._refresh_whole)
        self.box.enter_pressed.connect(session.press_enter)
        self.box.escape_pressed.connect(session.escape)
        self.box.escape_pressed.connect(session.help.suggestions.dismiss)
        self.box.walked.connect(session.walk.step)
        self.box.undo_decision.connect(session.undo)
        self.box.redo_decision.connect(session.redo)
        self.list.clicked.connect(self._on_chosen)
        self.list.enter_pressed.connect(self._on_list_enter)
        self.list.moved.connect(self._on_moved)
        self.list.remove_pressed.connect(self._on_remove)
        self.list.edited.connect(self.box.setFocus)
        self.category.done.connect(self.box.setFocus)
        self.hints.mend_wanted.connect(self.mend)
        session.help.suggestions.changed.connect(self._show_suggestions)
        self.suggestions.taken.connect(session.take_suggestion)
        self.suggestions.left.connect(self.box.setFocus)
        self.suggestions.typed.connect(self._on_typed)
        self._model.modelReset.connect(self._refresh_list)
        self._model.dataChanged.connect(self._refresh_list)
        session.expression_changed.connect(self._refresh_list)
        session.desk.image_changed.connect(self._refresh_list)  # before the window gives the box its focus
        session.ranking.text_changed.connect(self._on_text)
        session.prompt_changed.connect(self._refresh_prompt)
        session.expression_changed.connect(self._refresh_prompt)
        session.ranking.pending_changed.connect(self._refresh_prompt)
        session.ranking.ranking_changed.connect(self._refresh_prompt)
        session.ranking.ranking_changed.connect(self._refresh_notices)
        session.help.checks.changed.connect(self._refresh_notices)
        session.desk.phase_changed.connect(self._refresh_prompt)
        session.choice.changed.connect(self._refresh_prompt)
        self._keys.changed.connect(self._refresh_prompt)

    def retranslate(self, _retranslation: object) -> None:
        """Another language: what has keys filled in."""
        self._refresh_prompt()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Words of one's own, begun while suggestions had the focus."""
        self.box.setFocus()
        self.box.insert(text)

    @Slot()
    def _show_suggestions(self) -> None:
        """They stand at the top of what scrolls."""
        self._area.verticalScrollBar().setValue(0)

    @Slot(object)
    def mend(self, finding: Finding) -> None:
        """Put a hint's replacement into the box, as if it had been typed: Ctrl+Z takes it back."""
        self.box.selectAll()
        self.box.insert(self._session.help.checks.mended(finding))
        self.box.setFocus()

    @Slot(int, int)
    def _on_moved(self, row: int, by: int) -> None:
        expression = self._model.row_at(row)
        if expression is not None:
            self._session.help.editing.move(expression, by=by)

    @Slot()
    def _on_remove(self) -> None:
        expression = self._model.row_at(self.list.currentIndex().row())
        if expression is not None:
            self._session.help.editing.remove(expression)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if text != self.box.text():
            blocked = self.box.blockSignals(True)
            self.box.setText(text)
            self.box.blockSignals(blocked)
            self._refresh_whole()
        self._refresh_prompt()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self._session.go_to_expression(row.expression_id)
            self.box.setFocus()

    @Slot()
    def _on_list_enter(self) -> None:
        self._on_chosen(self.list.currentIndex())

    @Slot()
    def _refresh_list(self) -> None:
        rows = self._model.rows
        decided = sum(row.decision_id is not None for row in rows)
        self._count.setText(f"{decided} / {len(rows)}" if rows else "")
        self.list.setVisible(bool(rows))
        self.list.updateGeometry()
        current = self._session.expression
        row = None if current is None else self._model.row_of(current.expression_id)
        selection = self.list.selectionModel()
        if row is None:
            selection.clear()
        else:
            selection.setCurrentIndex(
                self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(self._model.index(row))
        has_image = self._session.image is not None
        self.box.setEnabled(has_image)
        self.box.setPlaceholderText(self._placeholder(has_image=has_image, any_rows=bool(rows)))

    def _placeholder(self, *, has_image: bool, any_rows: bool) -> str:
        if not has_image:
            return self.tr("Open pictures first")
        if any_rows:
            return self.tr("Another one, or ⏎ to go on")
        return self.tr("What do you mean?")

    @Slot()
    def _refresh_prompt(self) -> None:
        text, urgent = self._prompt_text()
        self._prompt.setText(kept_together(self._keys.fill(text)))
        if self._prompt.property("urgent") != urgent:
            self._prompt.setProperty("urgent", urgent)
            self._prompt.style().polish(self._prompt)

    def _prompt_text(self) -> tuple[str, bool]:
        session = self._session
        if session.prompt is Prompt.HOLDING:
            return self.tr("⏎ held: will accept when the ranking of this text is there (Esc lets go)"), True
        if session.prompt is Prompt.NEWCOMER:
            return self.tr("The first candidate has just changed. Enter once more accepts it."), True
        if not session.choice.is_ranked or session.ranking.is_pending:
            return self.tr("Ranking …") if session.choice.is_ranked else choice_prompt(session), False
        if session.ranking.selected is not None and session.ranking.is_current:
            anew = self.tr("✓ decided   ⏎ decides anew   ↑↓ choose")
            return anew if self._is_decided() else self.tr("⏎ accepts   ↑↓ choose   Alt+1…9 pick"), False
        if (
            session.image is not None
            and session.ranking.text
            and session.desk.phase in (Phase.READING, Phase.LOADING_MODELS, Phase.ANALYSING)
        ):
            return self.tr("Waiting for the masks …"), False
        return self.tr("‹command-palette› commands   ‹key-sheet› keys"), False

    def _is_decided(self) -> bool:
        """Whether Enter would decide anew what the list shows as decided."""
        row = self._session.expression
        return (
            row is not None
            and row.status is not ExpressionStatus.UNDECIDED
            and row.text == self._session.ranking.text
        )

    @Slot()
    def _refresh_whole(self) -> None:
        """Under the box the whole text, while the box can show only a part of it."""
        text = self.box.text().strip()
        self._whole.setText(shortened(text, WHOLE_LONGEST))
        self._whole.setVisible(not self.box.shows_all())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower box shows less."""
        super().resizeEvent(event)
        self._refresh_whole()

    @Slot()
    def _refresh_notices(self) -> None:
        hinted = tuple(finding.subject for finding in self._session.help.checks.findings)
        said = warnings_of(self._session.ranking.ranking, hinted=hinted)
        marks = "\n".join(f"⚠ {text}" for text in said)
        self._notices.setText(marks)
        self._notices.setVisible(bool(marks))
