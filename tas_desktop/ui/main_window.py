"""The main window: three panels around the canvas, menus from the action table, nothing modal."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tas_desktop.ui.actions import KeyTexts, Shortcuts, build_actions
from tas_desktop.ui.candidates.panel import CandidatesPanel
from tas_desktop.ui.canvas.canvas import Canvas
from tas_desktop.ui.canvas_bar import CanvasBar
from tas_desktop.ui.commands import Commands
from tas_desktop.ui.expression.panel import ExpressionPanel
from tas_desktop.ui.images.panel import ImagesPanel
from tas_desktop.ui.notice_bar import NoticeBar
from tas_desktop.ui.opening.drop_target import DropTarget
from tas_desktop.ui.repair.bar import RepairBar
from tas_desktop.ui.status_bar import StatusBar
from tas_desktop.ui.welcome import Welcome

if TYPE_CHECKING:
    from tas_desktop.config.paths import AppPaths
    from tas_desktop.session.workspace import Workspace
    from tas_desktop.ui.settings.live import LiveSettings
    from tas_desktop.ui.theme import Theme

LEFT, CENTRE, RIGHT = 250, 780, 370
FIRST_SIZE = (1400, 860)
SMALLEST = (860, 560)


class MainWindow(QMainWindow):
    """Puts the panels together; what they do is in the session and in `Commands`."""

    live_settings: LiveSettings  # given by who puts window and language together
    shown_first = Signal()  # the window has been painted once
    closing = Signal()

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        *,
        application: QApplication,
        settings: QSettings,
        paths: AppPaths,
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("TAS Desktop")
        self.setMinimumSize(*SMALLEST)
        self.workspace, self._settings, self.theme, self.paths = workspace, settings, theme, paths
        session = workspace.session
        self.actions_by_name = build_actions(self)
        self.shortcuts = Shortcuts(self.actions_by_name, workspace.preferences, self)
        self.canvas = Canvas(session, theme, self)
        self.images = ImagesPanel(session, theme, self)
        keys = KeyTexts(self.shortcuts, self)
        self.expression = ExpressionPanel(session, theme, keys, self)
        self.candidates = CandidatesPanel(session, theme, method=workspace.method, keys=keys, parent=self)
        self.notices = NoticeBar(workspace.notices, theme, self.actions_by_name, keys, self)
        self.welcome = Welcome(self.actions_by_name, workspace.recent, theme, self)
        self.canvas_bar = CanvasBar(self.actions_by_name, self.canvas, session, self)
        self.repair_bar = RepairBar(self.actions_by_name, session, self)
        self._lay_out()
        self.setStatusBar(StatusBar(workspace, theme, self))
        self.commands = Commands(self)
        self.drops = DropTarget(self)
        self.canvas.hovered_proposal.connect(self._on_canvas_hover)
        self.candidates.previewed.connect(self.canvas.preview)
        self.canvas.view.enter_pressed.connect(session.press_enter)
        self.canvas.view.walked.connect(session.walk.step)
        self.images.work_wanted.connect(self.box.setFocus)
        self.closing.connect(session.choice.end)
        session.accepted.connect(self._on_accepted)
        session.project.previewed.connect(self._on_previewed)
        session.project.opened.connect(self._on_opened)
        session.project.opening.connect(self._on_opening)
        session.project.open_failed.connect(self._on_open_failed)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._restore()
        self._application = application
        application.installEventFilter(self)
        self._painted_once = False

    @property
    def box(self) -> QLineEdit:
        """The expression box."""
        return self.expression.box

    def _lay_out(self) -> None:
        right = QWidget(self)
        right.setObjectName("panel")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.expression)
        column.addWidget(self.candidates, 1)
        centre = QWidget(self)
        middle = QVBoxLayout(centre)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.canvas_bar)
        middle.addWidget(self.repair_bar)
        middle.addWidget(self.canvas, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("panels")
        self._splitter.setChildrenCollapsible(False)
        for widget, stretch in ((self.images, 0), (centre, 1), (right, 0)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._splitter.setSizes([LEFT, CENTRE, RIGHT])
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._splitter)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        stops = (
            *self.images.stops,
            *(*self.canvas_bar.stops, *self.repair_bar.stops, self.canvas.view),
            *(self.expression.list, self.box, self.candidates.view),
            *(self.candidates.why_button, self.candidates.why_area, self.candidates.method_button),
        )
        for before, following in pairwise(stops):
            QWidget.setTabOrder(before, following)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+H held, or H outside text, shows the bare picture wherever the focus is."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_H and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress and self._asks_for_bare(event):
                self.canvas.set_bare(True)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                self.canvas.set_bare(False)
        elif event.type() == QEvent.Type.WindowDeactivate and watched is self:
            self.canvas.set_bare(False)
            self.canvas.view.set_space_held(False)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: object) -> None:
        """Say once that the window can be seen."""
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self._painted_once:
            self._painted_once = True
            self.shown_first.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the geometry; what was decided is saved already."""
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("panels", self._splitter.saveState())
        self._settings.sync()  # not at some time after the window is gone
        self._application.removeEventFilter(self)
        self.closing.emit()
        event.accept()

    def _restore(self) -> None:
        geometry, panels = self._settings.value("geometry"), self._settings.value("panels")
        if geometry is None or not self.restoreGeometry(geometry):
            available = self.screen().availableSize()
            self.resize(min(FIRST_SIZE[0], available.width()), min(FIRST_SIZE[1], available.height()))
        if panels is not None:
            self._splitter.restoreState(panels)

    def _asks_for_bare(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return self.isActiveWindow()
        in_text = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        return not modifiers and not in_text and self.isActiveWindow()

    @Slot()
    def _on_theme(self) -> None:
        self.actions_by_name.colour(self.theme.tones)

    @Slot()
    def _on_previewed(self) -> None:
        self._pages.setCurrentWidget(self._splitter)
        self.box.setFocus()

    @Slot(object)
    def _on_opened(self, project: object) -> None:
        name = getattr(project, "name", "")
        self.setWindowTitle(f"{name} – TAS Desktop")
        self._pages.setCurrentWidget(self._splitter)
        self.welcome.state.setText("")
        self.box.setFocus()

    @Slot(str)
    def _on_opening(self, name: str) -> None:
        self.welcome.state.setText(self.tr("Opening {0} …").format(name))

    @Slot(object)
    def _on_open_failed(self, _error: object) -> None:
        self.welcome.state.setText("")

    @Slot(int)
    def _on_accepted(self, _proposal_index: int) -> None:
        """After a decision the next expression is typed, wherever the key was pressed."""
        self.box.setFocus()

    @Slot(int)
    def _on_canvas_hover(self, proposal_index: int) -> None:
        self.candidates.mark_hovered(proposal_index)
