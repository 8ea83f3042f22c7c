"""What each action of the table does: one method per row, found by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

from tas_desktop import __version__
from tas_desktop.domain.decision import DecisionAction
from tas_desktop.session.image_desk import Phase
from tas_desktop.session.notices import Message
from tas_desktop.storage.rows import EventKind
from tas_desktop.ui.actions import ACTIONS
from tas_desktop.ui.key_sheet import KeySheet
from tas_desktop.ui.palette_dialog import PaletteDialog

if TYPE_CHECKING:
    from tas_desktop.formats.coco import CocoReport
    from tas_desktop.storage.rows import EventRow
    from tas_desktop.ui.main_window import MainWindow

NEEDS_PROJECT = (
    "export-coco",
    "next-image",
    "previous-image",
    "next-undecided",
    "focus-expression",
    "focus-filter",
)
NEEDS_IMAGE = ("fit", "actual-size", "zoom-in", "zoom-out", "new-expression")
SHORTEST_SHOWN = 30
SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Commands(QObject):
    """Connects the window's actions and keeps them enabled, named and checked."""

    theme_chosen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_by_name
        self._workspace = window.workspace
        self._session = window.workspace.session
        for row in ACTIONS:
            if row.name.startswith("pick-"):
                self._actions[row.name].triggered.connect(self._on_pick)
            else:
                self._actions[row.name].triggered.connect(getattr(self, row.name.replace("-", "_")))
        self._group_themes()
        session = self._session
        session.project.history_changed.connect(self._refresh_undo)
        session.project.opened.connect(self._refresh)
        session.desk.image_changed.connect(self._refresh)
        session.desk.phase_changed.connect(self._refresh)
        session.expression_changed.connect(self._refresh)
        session.ranking.selection_changed.connect(self._refresh)
        session.ranking.pending_changed.connect(self._refresh)
        self._workspace.exports.done.connect(self._on_exported)
        self._workspace.exports.failed.connect(self._on_export_failed)
        self._workspace.exports.cancelled.connect(self._on_export_cancelled)
        self._refresh()
        self._refresh_undo()

    # File

    @Slot()
    def open_folder(self) -> None:
        """Choose a folder of pictures."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder of pictures"))
        if folder:
            self._workspace.open_path(Path(folder))

    @Slot()
    def open_project(self) -> None:
        """Choose a project file."""
        file, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), "", self.tr("TAS projects (*.tas)")
        )
        if file:
            self._workspace.open_path(Path(file))

    @Slot()
    def open_sample(self) -> None:
        """Open the pictures that ship with the program."""
        self._workspace.open_sample()

    @Slot()
    def export_coco(self) -> None:
        """Choose a file and a form of masks, then export."""
        from tas_desktop.formats.coco import MaskForm

        forms = {
            self.tr("COCO, polygons exact to the pixel (*.json)"): MaskForm.POLYGONS,
            self.tr("COCO, run lengths (*.json)"): MaskForm.RLE,
        }
        project = self._session.project.project
        start = "" if project is None else str(project.store.folder / f"{project.name}-coco.json")
        file, chosen = QFileDialog.getSaveFileName(
            self._window, self.tr("Export COCO"), start, ";;".join(forms)
        )
        if file:
            target = Path(file)
            if not target.suffix:
                target = target.with_suffix(".json")
            self._workspace.exports.export_coco(target, masks=forms.get(chosen, MaskForm.POLYGONS))

    @Slot()
    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # Edit

    @Slot()
    def undo(self) -> None:
        """Take back the newest decision."""
        self._session.undo()

    @Slot()
    def redo(self) -> None:
        """Make the decision undone last stand again."""
        self._session.redo()

    @Slot()
    def accept(self) -> None:
        """As Enter in the box."""
        self._session.press_enter()

    @Slot()
    def no_target(self) -> None:
        """There is no such object."""
        self._session.decide_without_mask(DecisionAction.NO_TARGET)

    @Slot()
    def skip(self) -> None:
        """Leave the expression for later."""
        self._session.decide_without_mask(DecisionAction.SKIP)

    @Slot()
    def flag(self) -> None:
        """Ask for a note, then flag."""
        note, said = QInputDialog.getText(
            self._window, self.tr("Flag"), self.tr("What should someone look at?")
        )
        if said:
            self._session.decide_without_mask(DecisionAction.FLAG, note=note)

    @Slot()
    def new_expression(self) -> None:
        """Empty the box for another expression."""
        self._session.go_to_expression(None)
        self._window.box.setFocus()

    @Slot()
    def remove_expression(self) -> None:
        """Take the expression in the box off the list."""
        image, expression = self._session.image, self._session.expression
        if image is not None and expression is not None:
            self._session.project.remove_expression(image.image_id, expression.expression_id)
            self._session.go_to_expression(None)

    # View

    @Slot()
    def fit(self) -> None:
        """The whole picture."""
        self._window.canvas.view.fit()

    @Slot()
    def actual_size(self) -> None:
        """Pixel for pixel."""
        self._window.canvas.view.show_actual_size()

    @Slot()
    def zoom_in(self) -> None:
        """One step nearer."""
        self._window.canvas.view.zoom_by(1.25)

    @Slot()
    def zoom_out(self) -> None:
        """One step away."""
        self._window.canvas.view.zoom_by(0.8)

    @Slot()
    def theme_system(self) -> None:
        """Follow the system."""
        self._on_theme_action("system")

    @Slot()
    def theme_light(self) -> None:
        """Always light."""
        self._on_theme_action("light")

    @Slot()
    def theme_dark(self) -> None:
        """Always dark."""
        self._on_theme_action("dark")

    def choose_theme(self, name: str) -> None:
        """Show the window in the colours of that name: system, light or dark."""
        self._actions[f"theme-{name}"].setChecked(True)
        self._window.theme.choose(SCHEMES[name])

    def _on_theme_action(self, name: str) -> None:
        self.choose_theme(name)
        self.theme_chosen.emit(name)

    # Go

    @Slot()
    def next_image(self) -> None:
        """The next picture of the list."""
        self._session.step_image(1)

    @Slot()
    def previous_image(self) -> None:
        """The picture before."""
        self._session.step_image(-1)

    @Slot()
    def next_undecided(self) -> None:
        """The next picture with something left to decide."""
        if not self._session.step_image(1, undecided=True):
            text = self.tr("No picture further down has anything left to decide.")
            self._workspace.notices.post(Message(text, key="end-of-list"))

    @Slot()
    def focus_expression(self) -> None:
        """Into the expression box."""
        self._window.box.setFocus()
        self._window.box.selectAll()

    @Slot()
    def focus_filter(self) -> None:
        """Into the filter."""
        self._window.images.filter_box.setFocus()
        self._window.images.filter_box.selectAll()

    # Model, Tools, Help

    @Slot()
    def analyse_again(self) -> None:
        """After a failure or a cancel."""
        self._session.desk.analyse_again()

    @Slot()
    def cancel(self) -> None:
        """Stop the analysis."""
        self._session.desk.cancel()

    @Slot()
    def command_palette(self) -> None:
        """Find a command by its name."""
        window = self._window
        palette = PaletteDialog(
            (self._actions[row.name] for row in ACTIONS if not row.hidden), window.theme.tones, window
        )
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = window.mapToGlobal(window.rect().topLeft())
        palette.move(corner.x() + (window.width() - palette.minimumWidth()) // 2, corner.y() + 90)
        palette.show()
        palette.search.setFocus()

    @Slot()
    def key_sheet(self) -> None:
        """All keys on one page."""
        sheet = KeySheet(self._actions, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    @Slot()
    def about(self) -> None:
        """Version and licence."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About TAS Desktop"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"TAS Desktop {__version__}")
        box.setInformativeText(self.tr("Type what you mean, pick the mask, export.\nApache License 2.0."))
        box.open()

    # Keeping actions true

    @Slot()
    def _on_pick(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._session.pick(int(sender.objectName().removeprefix("pick-")))

    @Slot()
    def _refresh(self) -> None:
        session, actions = self._session, self._actions
        phase = session.desk.phase
        project, image = session.project.project, session.image
        actions.enable(NEEDS_PROJECT, on=project is not None)
        actions.enable(NEEDS_IMAGE, on=image is not None)
        undecided_text = image is not None and bool(session.ranking.text)
        actions.enable(("no-target", "skip", "flag", "accept"), on=undecided_text)
        actions["remove-expression"].setEnabled(session.expression is not None)
        actions["analyse-again"].setEnabled(phase in (Phase.CANCELLED, Phase.FAILED))
        actions["cancel"].setEnabled(phase in (Phase.LOADING_MODELS, Phase.ANALYSING, Phase.REFINING))

    @Slot()
    def _refresh_undo(self) -> None:
        history = self._session.project.history
        self._name_undo("undo", self.tr("Undo"), history.done[-1] if history.done else None)
        self._name_undo("redo", self.tr("Redo"), history.undone[-1] if history.undone else None)

    def _name_undo(self, name: str, verb: str, event: EventRow | None) -> None:
        action = self._actions[name]
        action.setEnabled(event is not None)
        action.setText(verb if event is None else f"{verb}: {self._describe(event)}".replace("&", "&&"))

    def _describe(self, event: EventRow) -> str:
        names = {
            EventKind.DECIDED: self.tr("decision on “{0}”"),
            EventKind.EXPRESSION_ADDED: self.tr("adding “{0}”"),
            EventKind.EXPRESSION_EDITED: self.tr("editing “{0}”"),
            EventKind.EXPRESSION_REMOVED: self.tr("removing an expression"),
            EventKind.CATEGORY_SET: self.tr("category {0}"),
        }
        value = event.value or ""
        shown = value if len(value) <= SHORTEST_SHOWN else value[: SHORTEST_SHOWN - 1] + "…"
        return names.get(event.kind, event.kind.value).replace("{0}", shown)

    def _group_themes(self) -> None:
        group = QActionGroup(self)
        for name in ("theme-system", "theme-light", "theme-dark"):
            group.addAction(self._actions[name])
        self._actions["theme-system"].setChecked(True)

    @Slot(object)
    def _on_exported(self, report: CocoReport) -> None:
        text = self.tr("Exported {0} annotations with {1} expressions to {2}.")
        counted = text.format(report.annotations, report.expressions, report.file)
        self._workspace.notices.post(Message(counted, key="export"))

    @Slot(object)
    def _on_export_failed(self, error: BaseException) -> None:
        self._workspace.notices.post_error(error, key="export", action="export-coco")

    @Slot()
    def _on_export_cancelled(self) -> None:
        self._workspace.notices.post(Message(self.tr("Export cancelled; nothing was written."), key="export"))
