"""The comparison page: who, how far, figures, and the expressions about which the two differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.comparison.case_table import CaseTable
from tas_desktop.ui.comparison.case_view import CaseView
from tas_desktop.ui.comparison.contender_box import ContenderBox
from tas_desktop.ui.comparison.figures_table import FiguresTable
from tas_desktop.ui.dialog_size import fit_dialog
from tas_desktop.ui.empty_table import EmptyTableHint

if TYPE_CHECKING:
    from tas_desktop.session.comparison.comparison_session import Case, DrawnCase
    from tas_desktop.session.workspace import Workspace

WIDTH, HEIGHT = 1080, 780
SMALLEST = 720, 540  # some rows of each table, and a picture beside the list
FIRST, SECOND = "tas", "tas-code"


class ComparisonPage(QDialog):
    """Beside the work, never in its way; a row leads to its picture.

    Signals:
        wanted: go to the picture and the expression of this ``Case``.
        outlined: the ``DrawnCase`` of the one that was wanted last.
    """

    wanted = Signal(object)
    outlined = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._comparing, self._project = workspace.comparing, workspace.project
        self._case: Case | None = None
        self._drawn: DrawnCase | None = None
        self._wanted: Case | None = None
        first, second = (ContenderBox(name, workspace.method, self) for name in (FIRST, SECOND))
        self.boxes = first, second
        self._with = _plain_label(self)
        self.run_button, self.save_button = QPushButton(self), QPushButton(self)
        self.run_button.setObjectName("primary")
        self.scope, self.state = _plain_label(self, muted=True), _plain_label(self, muted=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.figures = FiguresTable(self)
        self.cases = CaseTable(self)
        self.view = CaseView(self)
        self._no_figures, self._no_cases = EmptyTableHint(self.figures), EmptyTableHint(self.cases)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setMinimumSize(*SMALLEST)
        fit_dialog(self, width=WIDTH, height=HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what is accepted when it opens."""
        super().showEvent(event)
        if not event.spontaneous():
            self._comparing.look()
            self.show_last()

    def retranslate(self, _retranslation: object = None) -> None:
        """Everything here is composed."""
        self.setWindowTitle(self.tr("Compare methods"))
        self._with.setText(self.tr("with"))
        for box, name in zip(self.boxes, (self.tr("First"), self.tr("Second")), strict=True):
            box.setAccessibleName(name)
        self.save_button.setText(self.tr("Save report …"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cases.setAccessibleName(self.tr("Expressions, those first about which the two differ most"))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show what is known now."""
        scope, comparison = self._comparing.scope, self._comparing.comparison
        running = self._comparing.is_running
        self.run_button.setText(self.tr("Stop") if running else self.tr("Compare"))
        self.scope.setText(self._scope_text())
        same = self.boxes[0].contender == self.boxes[1].contender
        can_run = scope is not None and scope.sentences > 0 and not same
        self.run_button.setEnabled(running or can_run)
        self.save_button.setEnabled(comparison is not None)
        self.bar.setVisible(running)
        for box in self.boxes:
            box.setEnabled(not running)
        self.figures.show_comparison(comparison)
        names = comparison.names if comparison is not None else ("", "")
        self.cases.rows.set_headings([self.tr("Expression"), self.tr("Picture"), *names, self.tr("Overlap")])
        self._say_what_is_missing(nothing=scope is not None and scope.sentences == 0)
        self._name_case()

    def _scope_text(self) -> str:
        scope = self._comparing.scope
        if scope is None:
            return self.tr("Counting what is accepted …")
        return self.tr("On {0} accepted expressions").format(f"{scope.sentences:,}")

    def _say_what_is_missing(self, *, nothing: bool) -> None:
        if nothing:
            self._no_figures.say(
                self.tr("Nothing is accepted yet"),
                self.tr(
                    "Methods are compared on what people accepted. Accept masks for some expressions first."
                ),
            )
            self._no_cases.say("")
            return
        self._no_figures.say(
            self.tr("Nothing has been compared yet"),
            self.tr("Each ranks the accepted expressions; its first mask is held against the accepted one."),
        )
        self._no_cases.say(
            self.tr("The expressions are listed here"),
            self.tr("Those first about which the two differ most; a click leads to the picture."),
        )

    def _name_case(self) -> None:
        comparison, case = self._comparing.comparison, self._case
        if comparison is None or case is None:
            self.view.setVisible(False)
            return
        self.view.setVisible(True)
        first, second = (
            self.tr("{0}, IoU {1}").format(name, f"{sample.iou:.2f}")
            for name, sample in zip(comparison.names, case.verdict.samples, strict=True)
        )
        self.view.name((self.tr("accepted"), first, second))

    def _connect(self) -> None:
        comparing = self._comparing
        self.run_button.clicked.connect(self._on_run)
        self.save_button.clicked.connect(self._on_save)
        for box in self.boxes:
            box.currentIndexChanged.connect(self._refresh)
        comparing.scope_read.connect(self._on_scope)
        comparing.running_changed.connect(self._on_running)
        comparing.progressed.connect(self._on_progressed)
        comparing.done.connect(self.show_last)
        comparing.drawn.connect(self._on_drawn)
        self._project.opened.connect(self._on_opened)
        self.cases.walked.connect(self._on_case)
        self.cases.chosen.connect(self._on_chosen)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(10)
        for widget in (self.boxes[0], self._with, self.boxes[1], self.run_button):
            who.addWidget(widget)
        who.addWidget(self.scope, 1)
        below = QSplitter(Qt.Orientation.Horizontal, self)
        below.setChildrenCollapsible(False)
        below.addWidget(_spaced(self.cases, above=2, right=12))
        below.addWidget(self.view)
        below.setStretchFactor(0, 3)
        below.setStretchFactor(1, 2)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(_spaced(self.figures, below=10))
        both.addWidget(below)
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        last = QHBoxLayout()
        last.setSpacing(10)
        self.state.setWordWrap(True)
        last.addWidget(self.state, 1)
        last.addWidget(self.bar, 1)
        last.addWidget(self.save_button)
        for button in (self.run_button, self.save_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(who)
        layout.addWidget(both, 1)
        layout.addLayout(last)

    @Slot()
    def _on_run(self) -> None:
        if self._comparing.is_running:
            self._comparing.cancel()
            self.state.setText(self.tr("Stopping …"))
            self.run_button.setEnabled(False)
            return
        self.cases.show_cases(())
        self.bar.setRange(0, 0)
        self._comparing.start(self.boxes[0].contender, self.boxes[1].contender)
        self.state.setText(self.tr("Starting …"))

    @Slot()
    def _on_scope(self) -> None:
        scope = self._comparing.scope
        for box in self.boxes:
            box.offer(() if scope is None else scope.imported)
        self._refresh()

    @Slot(bool)
    def _on_running(self, running: bool) -> None:
        if not running:
            self.state.setText(self._caveats())
        self._refresh()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if done < total:
            text = self.tr("Picture {0} of {1}")
            self.state.setText(text.format(f"{done + 1:,}", f"{total:,}"))
        else:
            self.state.setText(self.tr("Drawing intervals …"))

    @Slot()
    def show_last(self) -> None:
        """Show the last comparison of this project, where there is one."""
        self._refresh()
        self.cases.show_cases(self._comparing.cases)

    def _caveats(self) -> str:
        comparison = self._comparing.comparison
        if comparison is None:
            return ""
        said = []
        count = sum(loss.count for loss in comparison.run.left_out)
        if count:
            text = self.tr("{0} expressions could not be used; the report names them.")
            said.append(text.format(f"{count:,}"))
        text = self.tr("{0} accepted masks were proposed by {1} itself, which favours it.")
        counts = dict(comparison.run.labels.favoured)
        said += [text.format(f"{counts[name]:,}", name) for name in comparison.names if counts.get(name)]
        return " ".join(said)

    @Slot(object)
    def _on_case(self, case: Case | None) -> None:
        """Keys and clicks alike: whoever walks the list sees each case at once."""
        self._case, self._drawn = case, None
        self.view.picture.show_pixels(None)
        self._name_case()
        if case is not None:
            self._comparing.draw(case)

    @Slot(object)
    def _on_drawn(self, drawn: DrawnCase) -> None:
        if drawn.case is self._case:
            self._drawn = drawn
            self.view.picture.show_pixels(drawn.pixels_rgb)
            self._tell_outlines()

    @Slot(object)
    def _on_chosen(self, case: Case) -> None:
        self._wanted = case
        self.wanted.emit(case)
        self._tell_outlines()

    def _tell_outlines(self) -> None:
        """Once both the click and the outlines are there, in whatever order."""
        if self._drawn is not None and self._drawn.case is self._wanted:
            self.outlined.emit(self._drawn)

    @Slot()
    def _on_opened(self) -> None:
        """Another project: nothing of the one before is shown."""
        self.cases.show_cases(())
        self._refresh()
        self._comparing.look()

    @Slot()
    def _on_save(self) -> None:
        store = self._project.store
        start = "" if store is None else str(store.folder)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save the report in this folder"), start)
        if folder:
            self._comparing.write_report(Path(folder), title=self._title())

    def _title(self) -> str:
        comparison, project = self._comparing.comparison, self._project.project
        names = " – ".join(comparison.names) if comparison is not None else ""
        return f"{project.name if project is not None else ''}: {names}"


def _spaced(widget: QWidget, *, above: int = 0, right: int = 0, below: int = 0) -> QWidget:
    """A widget with room around it, so that a splitter's parts do not touch."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, above, right, below)
    layout.addWidget(widget)
    return holder


def _plain_label(parent: QWidget, *, muted: bool = False) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setObjectName("muted")
    return label
