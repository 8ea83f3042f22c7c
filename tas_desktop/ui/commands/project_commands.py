"""The project as a whole: parts, splits, and pictures that were replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.session.notices import Message, Severity
from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.projects.bringing_back import BroughtBack
    from tas_desktop.ui.main_window import MainWindow
    from tas_desktop.ui.project.bring_back_dialog import BringBackDialog
    from tas_desktop.ui.project.replaced_dialog import ReplacedDialog

_NEED_A_PROJECT = ("hand-out", "bring-back", "deal-splits", "replaced-pictures")


class ProjectCommands(CommandGroup):
    """Opens the dialogs, each once and imported then, and closes all dialogs about a project with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._parts, self._replaced = self._workspace.parts, self._workspace.replaced
        self._parts.brought_back.connect(self._on_brought_back)
        self._replaced.taken.connect(self._on_taken)
        self._session.project.opening.connect(self._close_all)
        self._session.project.unsaved.changed.connect(self.refresh)

    def refresh(self) -> None:
        """All of it takes a project; the report a merge."""
        self._actions.enable(_NEED_A_PROJECT, on=self._session.project.project is not None)
        self._actions["save-again"].setEnabled(self._session.project.unsaved.count > 0)
        self._actions["merge-report"].setEnabled(self._parts.last is not None)

    @Slot()
    def hand_out(self) -> None:
        """Hand the project out in parts."""
        from tas_desktop.ui.project.hand_out_dialog import HandOutDialog

        self.show_once(HandOutDialog, lambda: HandOutDialog(self._parts, self._session.project, self._window))

    @Slot()
    def bring_back(self) -> None:
        """Bring the work of a part back."""
        self._bring_back_dialog()

    @Slot()
    def merge_report(self) -> None:
        """What the last merge did."""
        self._bring_back_dialog().show_report()

    @Slot()
    def deal_splits(self) -> None:
        """Deal the pictures into the parts of a dataset."""
        from tas_desktop.ui.project.deal_dialog import DealDialog

        dealing, project = self._workspace.dealing, self._session.project
        self.show_once(DealDialog, lambda: DealDialog(dealing, project, self._window))

    @Slot()
    def save_again(self) -> None:
        """Try what the disk or another process did not let through."""
        self._session.project.unsaved.retry()

    @Slot()
    def replaced_pictures(self) -> None:
        """Pictures whose files are others than those that were annotated."""
        from tas_desktop.ui.project.replaced_dialog import ReplacedDialog

        def make() -> ReplacedDialog:
            dialog = ReplacedDialog(self._replaced, self._window)
            dialog.wanted.connect(self._go_to_image)
            return dialog

        self.show_once(ReplacedDialog, make)
        self._replaced.look_at_noticed()

    def _bring_back_dialog(self) -> BringBackDialog:
        from tas_desktop.ui.project.bring_back_dialog import BringBackDialog

        def make() -> BringBackDialog:
            dialog = BringBackDialog(self._parts, self._workspace.batch, self._window)
            dialog.wanted.connect(self._go_to_expression)
            return dialog

        return self.show_once(BringBackDialog, make)

    @Slot(int, object)
    def _go_to_expression(self, image_id: int, expression_id: int | None) -> None:
        self._session.go_to_image(image_id, expression_id=expression_id)

    @Slot(int)
    def _go_to_image(self, image_id: int) -> None:
        self._session.go_to_image(image_id)

    @Slot(object)
    def _on_brought_back(self, brought: BroughtBack) -> None:
        """Say so in the window too: the dialog may be closed by now."""
        self.refresh()
        report = brought.report
        text = self.tr("Work brought back from {0}: {1} decisions, {2} conflicts.")
        said = text.format(brought.other.name, f"{report.decisions:,}", f"{len(report.conflicts):,}")
        severity = Severity.WARNING if report.conflicts else Severity.INFO
        lasting = bool(report.conflicts)
        self._workspace.notices.post(
            Message(said, severity, key="merge", action="merge-report", lasting=lasting)
        )

    @Slot(object)
    def _on_taken(self, image_ids: frozenset[int]) -> None:
        """Show the picture in front of the annotator anew, if it was among them."""
        self._workspace.notices.withdraw("replaced")
        self._workspace.forget_pictures()
        image = self._session.image
        if image is not None and image.image_id in image_ids:
            self._session.go_to_image(image.image_id)

    @Slot()
    def _close_all(self) -> None:
        """Another project: these are about the one before."""
        self.close_shown()
