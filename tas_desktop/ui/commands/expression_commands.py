"""Working on the texts themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from tas_desktop.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from tas_desktop.ui.main_window import MainWindow


class ExpressionCommands(CommandGroup):
    """Keeping, changing, ordering and describing expressions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._help = self._session.help
        self._help.checks.changed.connect(self._on_checks)
        self._help.suggestions.target_changed.connect(window.canvas.preview)
        self._session.expressions.modelReset.connect(self.refresh)
        self._on_checks()

    def refresh(self) -> None:
        """What can be done depends on the expression in the box."""
        session, actions = self._session, self._actions
        row = session.expression
        at = None if row is None else session.expressions.row_of(row.expression_id)
        last = session.expressions.rowCount() - 1
        actions["new-expression"].setEnabled(session.image is not None)
        actions["keep-expression"].setEnabled(self._help.editing.can_keep)
        actions.enable(("rename-expression", "remove-expression"), on=row is not None)
        actions["move-expression-up"].setEnabled(at is not None and at > 0)
        actions["move-expression-down"].setEnabled(at is not None and at < last)
        actions["change-category"].setEnabled(session.image is not None and bool(session.ranking.text))
        actions["suggest"].setEnabled(self._help.suggestions.can_suggest)
        actions.enable(("previous-expression", "next-expression"), on=last >= 0)

    @Slot()
    def new_expression(self) -> None:
        """Empty the box for another expression."""
        self._session.go_to_expression(None)
        self._window.box.setFocus()

    @Slot()
    def keep_expression(self) -> None:
        """Put the text on the list without deciding."""
        self._session.keep_text()

    @Slot()
    def rename_expression(self) -> None:
        """Edit the text where it stands in the list."""
        self._window.expression.list.edit_current()

    @Slot()
    def remove_expression(self) -> None:
        """Take the expression in the box off the list."""
        row = self._session.expression
        if row is not None:
            self._help.editing.remove(row)

    @Slot()
    def move_expression_up(self) -> None:
        """One place up."""
        self._move(-1)

    @Slot()
    def move_expression_down(self) -> None:
        """One place down."""
        self._move(1)

    @Slot()
    def previous_expression(self) -> None:
        """The one above, from the list's end where a new one is in the box."""
        self._step(-1)

    @Slot()
    def next_expression(self) -> None:
        """The one below; after the last a new one."""
        self._step(1)

    @Slot()
    def change_category(self) -> None:
        """Choose another category than the head noun's."""
        self._window.expression.category.open_picker()

    @Slot()
    def apply_hint(self) -> None:
        """Put the first hint's replacement into the text."""
        finding = self._help.checks.mendable
        if finding is not None:
            self._window.expression.mend(finding)

    @Slot()
    def hint_position_words(self) -> None:
        """On or off, remembered."""
        on = self._actions["hint-position-words"].isChecked()
        self._workspace.preferences.keep("expressions", "position_words", not on)

    @Slot()
    def suggest(self) -> None:
        """Words of the model for the selected mask, or for the next thing that has none."""
        self._help.suggestions.suggest()

    @Slot()
    def choose_method(self) -> None:
        """Open the method's panel."""
        self._window.candidates.method_button.open_panel()

    def _move(self, by: int) -> None:
        row = self._session.expression
        if row is not None:
            self._help.editing.move(row, by=by)

    def _step(self, by: int) -> None:
        model, row = self._session.expressions, self._session.expression
        count = model.rowCount()
        at = None if row is None else model.row_of(row.expression_id)
        to = (count - 1 if by < 0 else 0) if at is None else at + by
        following = model.row_at(to)
        if following is not None or to >= count:
            self._session.go_to_expression(None if following is None else following.expression_id)
        self._window.box.setFocus()

    @Slot()
    def _on_checks(self) -> None:
        self._actions["apply-hint"].setEnabled(self._help.checks.mendable is not None)
        self._actions["hint-position-words"].setChecked(not self._help.checks.wants_position_words)
