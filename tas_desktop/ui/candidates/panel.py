"""The ranked candidates with their head line and the why-view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.session.image_desk import Phase
from tas_desktop.ui.candidates.bars import BarScale
from tas_desktop.ui.candidates.delegate import CandidateDelegate, row_height
from tas_desktop.ui.candidates.method_button import MethodButton
from tas_desktop.ui.candidates.why import WhyArea, WhyView
from tas_desktop.ui.eliding_label import ElidingLabel
from tas_desktop.ui.empty_hint import EmptyHint
from tas_desktop.ui.row_list import RowList

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession
    from tas_desktop.session.method_choice import MethodChoice
    from tas_desktop.ui.actions import KeyTexts
    from tas_desktop.ui.theme import Theme

STRESS_MS = 900
ROOMY_LINES = 52  # lines of text in the window's height from which the why-view is open
ROWS_KEPT = 2  # candidates that can always be seen


class CandidatesPanel(QWidget):
    """Lower right of the window."""

    previewed = Signal(int)  # proposal index under the pointer, -1 for none

    def __init__(
        self,
        session: AnnotationSession,
        theme: Theme,
        *,
        method: MethodChoice,
        keys: KeyTexts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._keys = session, keys
        self._model = session.ranking.candidates
        self.view = RowList("candidate-list", self)
        self.view.setModel(self._model)
        self.view.setAccessibleName(self.tr("Ranked candidates"))
        # A click chooses and the typing goes on: only the keyboard brings the focus here.
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._delegate = CandidateDelegate(session, theme, self)
        self.view.setItemDelegate(self._delegate)
        self._heading = QLabel(self.tr("Candidates"), self)
        self._heading.setObjectName("heading")
        self.method_button = MethodButton(method, keys, self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = ElidingLabel(self)  # what it says must not widen the panel
        self._facts.setObjectName("muted")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._hint = EmptyHint(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        self.why = WhyView(session.ranking, theme, self)
        self.why_area = WhyArea(self.why, self)
        self._line = QFrame(self)
        self._line.setFrameShape(QFrame.Shape.HLine)
        self.why_button = QToolButton(self)
        self.why_button.setObjectName("why-button")
        self.why_button.setText(self.tr("Why this rank"))
        self.why_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.why_button.setCheckable(True)
        self.why_button.setAutoRaise(True)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(STRESS_MS)
        self._roomy: bool | None = None
        self._stack.setMinimumHeight(ROWS_KEPT * row_height(self.fontMetrics()))
        self.why_button.toggled.connect(self._show_why)
        self._lay_out()
        self._connect(theme)
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._heading)
        head.addWidget(self._facts, 1)
        head.addWidget(self.method_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._line)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self.why_button)
        below.addWidget(self.why_area)
        layout.addLayout(below)

    def _connect(self, theme: Theme) -> None:
        session = self._session
        session.ranking.ranking_changed.connect(self._refresh)
        session.ranking.selection_changed.connect(self._select)
        session.ranking.pending_changed.connect(self._refresh)
        session.desk.phase_changed.connect(self._refresh)
        session.desk.outlines_changed.connect(self._on_outlines)
        session.candidate_highlighted.connect(self._on_highlighted)
        self._calm.timeout.connect(self._on_calm)
        self.view.clicked.connect(self._on_clicked)
        self.view.entered.connect(self._on_entered)
        self.view.viewportEntered.connect(self._on_left)
        self.view.enter_pressed.connect(session.press_enter)
        self.view.space_pressed.connect(session.making.toggle_selected)
        self.view.escape_pressed.connect(session.escape)
        session.several.changed.connect(self._on_several)
        session.choice.kept.changed.connect(self._on_several)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._on_theme)
        self._keys.changed.connect(self._say_absence)

    def retranslate(self, _retranslation: object) -> None:
        """Another language: what has keys filled in."""
        self._say_absence()

    def mark_hovered(self, proposal_index: int) -> None:
        """Mark the row of the proposal under the mouse on the canvas; -1 for none."""
        self._delegate.hovered = proposal_index
        self.view.viewport().update()

    @Slot()
    def _refresh(self) -> None:
        ranking = self._session.ranking.ranking
        candidates = () if ranking is None else ranking.candidates
        self._delegate.scale = BarScale.of(candidates)
        self._stack.setCurrentWidget(self.view if candidates else self._hint)
        self._say_absence()
        if self._session.ranking.is_blind:
            self._delegate.stressed = -1  # a mark from before would give an order away
        explained = bool(candidates) and not self._session.ranking.is_blind
        self._line.setVisible(explained)
        self.why_button.setVisible(explained)
        self._show_why()
        self._facts.setText(self._name_facts())
        self.view.viewport().update()
        self._select()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the why-view opens only on demand."""
        super().resizeEvent(event)
        roomy = self.window().height() >= ROOMY_LINES * self.fontMetrics().height()
        if roomy != self._roomy:
            self._roomy = roomy
            self.why_button.setChecked(roomy)

    @Slot()
    def _show_why(self) -> None:
        wanted = self.why_button.isChecked()
        self.why_button.setArrowType(Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow)
        explained = self._model.rowCount() > 0 and not self._session.ranking.is_blind
        self.why_area.setVisible(wanted and explained)

    def _name_facts(self) -> str:
        ranking = self._session.ranking.ranking
        if ranking is None or not ranking.candidates:
            return ""
        if self._session.ranking.is_blind:
            return self.tr("order hidden")
        facts = []  # what matters most comes first: the line may be cut
        if not ranking.complete:
            facts.append(self.tr("V only so far"))
        if len(ranking.candidates) > 1:
            facts.append(self.tr("margin {0}").format(f"{ranking.margin:.3f}"))
        if ranking.rivals:
            facts.append(self.tr("rivals {0}").format(len(ranking.rivals)))
        facts.append(self.tr("{0} masks").format(len(ranking.candidates)))
        return " · ".join(facts)

    @Slot()
    def _say_absence(self) -> None:
        title, detail = self._explain_absence()
        self._hint.say(title, self._keys.fill(detail))

    def _explain_absence(self) -> tuple[str, str]:
        session, phase = self._session, self._session.desk.phase
        again = (self.tr("No masks"), self.tr("‹analyse-again› analyses the picture again."))
        by_phase = {
            Phase.EMPTY: (self.tr("No picture"), self.tr("Open a folder to begin.")),
            Phase.UNREADABLE: (
                self.tr("This picture cannot be read"),
                self.tr("‹next-image› goes on to the next one."),
            ),
            Phase.CANCELLED: again,
            Phase.FAILED: again,
        }
        if phase in by_phase:
            return by_phase[phase]
        if session.desk.analysis is not None and not session.desk.analysis.proposals:
            return self.tr("No masks found"), self.tr("‹no-target› says that there is no such object.")
        if phase in (Phase.READING, Phase.LOADING_MODELS, Phase.ANALYSING):
            return self.tr("Looking for masks …"), self.tr(
                "Type while you wait; they are ranked as they come."
            )
        if not session.ranking.text:
            example = self.tr("For instance: the striped red mug on the left.")
            other_way = self.tr("‹suggest›, or a click on a thing, suggests words.")
            return self.tr("Type what you mean"), f"{example}\n{other_way}"
        return self.tr("Ranking …"), ""

    @Slot()
    def _select(self) -> None:
        row = self._session.ranking.selected_row
        selection = self.view.selectionModel()
        if row is None:
            selection.clear()
            return
        index = self._model.index(row)
        if self.view.currentIndex() != index or not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    @Slot()
    def _on_outlines(self) -> None:
        self._delegate.cutouts.clear()
        self.view.viewport().update()

    @Slot()
    def _on_theme(self) -> None:
        self._delegate.cutouts.clear()
        self.view.viewport().update()

    @Slot()
    def _on_several(self) -> None:
        self.view.viewport().update()

    @Slot(int)
    def _on_highlighted(self, proposal_index: int) -> None:
        self._delegate.stressed = proposal_index
        self.view.viewport().update()
        self._calm.start()

    @Slot()
    def _on_calm(self) -> None:
        self._delegate.stressed = -1
        self.view.viewport().update()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        candidate = self._model.candidate_at(index.row())
        if candidate is not None:
            self._session.walk.select(candidate.proposal_index)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        candidate = self._model.candidate_at(index.row())
        if candidate is not None and self.view.hasFocus():
            self._session.walk.reach(candidate.proposal_index)

    @Slot(QModelIndex)
    def _on_entered(self, index: QModelIndex) -> None:
        candidate = self._model.candidate_at(index.row())
        self.previewed.emit(-1 if candidate is None else candidate.proposal_index)

    @Slot()
    def _on_left(self) -> None:
        self.previewed.emit(-1)
