"""What the annotator's session says in the notice bar.

Keys that can be changed are named by their commands, as in ``‹skip›``; the bar fills in the key of the day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tas_desktop.session.notices import Message, Severity

if TYPE_CHECKING:
    from tas_desktop.projects.relocating import Relocation
    from tas_desktop.session.notices import NoticeBoard
    from tas_desktop.session.project_opening import OpenedProject


class SessionMessages(QObject):
    """One method for each thing that is said."""

    def __init__(self, notices: NoticeBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices

    def tell_opened(self, project: OpenedProject) -> None:
        """Where the project is kept and whether it can be written, if either is out of the ordinary."""
        if project.apart:
            text = self.tr("The folder cannot be written to; the project is kept in {0}.").format(
                project.store.folder
            )
            self._notices.post(Message(text, Severity.WARNING, key="project-apart", lasting=True))
        if project.store.read_only_reason is not None:
            self.tell_read_only(project.store.read_only_reason)
        if project.moved is not None:
            self.tell_moved(project.moved)

    def tell_moved(self, moved: Relocation) -> None:
        """Pictures were not where the project looked for them; found again, or not."""
        if moved.found:
            text = self.tr("Moved pictures found again: {0}.")
            self._notices.post(Message(text.format(len(moved.found)), key="moved", lasting=True))
        if moved.missing:
            text = self.tr("Pictures that are not where they were: {0}.").format(len(moved.missing))
            step = self.tr("Choose the folder where they may be now.")
            self._notices.post(
                Message(text, Severity.WARNING, step, key="missing", action="find-pictures", lasting=True)
            )
        elif not moved.found:
            self._notices.post(Message(self.tr("Every picture is in its place."), key="moved"))
        if not moved.missing:
            self._notices.withdraw("missing")

    def tell_replaced(self, name: str) -> None:
        """The file under this name is not the one that was annotated."""
        self._notices.post(
            Message(
                self.tr("{0} is not the picture it was: the file has been replaced.").format(name),
                Severity.WARNING,
                self.tr("Its decisions belong to the old file: take the new one, or put the old one back."),
                key="replaced",
                action="replaced-pictures",
                lasting=True,
            )
        )

    def tell_read_only(self, reason: str) -> None:
        """Nothing can be decided in this project."""
        self._notices.post(
            Message(
                self.tr("Nothing can be decided: the project is open for reading only ({0}).").format(reason),
                Severity.WARNING,
                self.tr("Copy the folder to a place you may write to and open it there."),
                key="read-only",
                lasting=True,
            )
        )

    def tell_nothing_to_accept(self) -> None:
        """Enter was pressed and the picture has no mask."""
        self._notices.post(
            Message(
                self.tr("There is no mask to accept in this picture."),
                Severity.WARNING,
                self.tr("Say that there is no such object with ‹no-target›, or skip with ‹skip›."),
                key="nothing-to-accept",
            )
        )

    def tell_no_analysis(self, *, unreadable: bool) -> None:
        """Enter was pressed on a picture without any analysis, and none is on its way."""
        if unreadable:
            text = self.tr("There is nothing to accept: this picture cannot be read.")
            step = self.tr("Skip with ‹skip›, flag with ‹flag›, or go on with ‹next-image›.")
        else:
            text = self.tr("There is nothing to accept: this picture has not been analysed.")
            step = self.tr("‹analyse-again› analyses it again.")
        self._notices.post(Message(text, Severity.WARNING, step, key="nothing-to-accept"))

    def tell_nothing_chosen(self) -> None:
        """Enter was pressed while several are chosen, and none is."""
        text = self.tr("No candidate is chosen.")
        step = self.tr("Choose with Space or a click; Esc goes back to one candidate.")
        self._notices.post(Message(text, Severity.WARNING, step, key="nothing-chosen"))

    def tell_empty_repair(self) -> None:
        """Enter was pressed on a mask under repair without a pixel."""
        text = self.tr("The mask is empty.")
        step = self.tr("Paint the object, or say that there is none with ‹no-target›; Esc goes back.")
        self._notices.post(Message(text, Severity.WARNING, step, key="repair"))

    def tell_text_wanted(self) -> None:
        """Enter was pressed on a mask that no text describes yet."""
        text = self.tr("Say what this mask shows; Enter then accepts it.")
        self._notices.post(Message(text, key="repair"))

    def tell_repair_left(self) -> None:
        """The annotator went elsewhere with an unfinished repair."""
        text = self.tr("The repair was left unfinished: ‹edit-mask› at that expression takes it up again.")
        self._notices.post(Message(text, key="repair"))

    def tell_cannot_pick(self, number: int, *, candidates: int) -> None:
        """A candidate was picked by number that is not on the screen."""
        if candidates:
            text = self.tr("There is no candidate {0}: the list has {1}.").format(number, candidates)
            self._notices.post(Message(text, key="cannot-pick"))
            return
        text = self.tr("Candidate {0} cannot be picked yet: this text has not been ranked.").format(number)
        step = self.tr("Type what you mean and wait for the list.")
        self._notices.post(Message(text, Severity.WARNING, step, key="cannot-pick"))

    def tell_choose_yourself(self) -> None:
        """Enter was pressed in a blind back-check before anything was chosen."""
        text = self.tr("Nothing is chosen yet: in a back-check the choice is yours.")
        step = self.tr("Click the object or walk with the arrow keys.")
        self._notices.post(Message(text, Severity.WARNING, step, key="nothing-chosen"))

    def tell_joined(self) -> None:
        """The accepted mask is one that another expression of the image has."""
        text = self.tr("Same object as before: both expressions now name one referent.")
        self._notices.post(Message(text, key="joined"))

    def tell_end_of_list(self) -> None:
        """There is no further image."""
        self._notices.post(Message(self.tr("This was the last picture of the list."), key="end-of-list"))
