"""Every row of the action table finds its slot here, and is enabled while it can act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tas_desktop.ui.actions import ACTIONS
from tas_desktop.ui.commands.batch_commands import BatchCommands
from tas_desktop.ui.commands.bootstrap_commands import BootstrapCommands
from tas_desktop.ui.commands.cache_commands import CacheCommands
from tas_desktop.ui.commands.category_commands import CategoryCommands
from tas_desktop.ui.commands.comparison_commands import ComparisonCommands
from tas_desktop.ui.commands.edit_commands import EditCommands
from tas_desktop.ui.commands.exchange_commands import ExchangeCommands
from tas_desktop.ui.commands.expression_commands import ExpressionCommands
from tas_desktop.ui.commands.file_commands import FileCommands
from tas_desktop.ui.commands.go_commands import GoCommands
from tas_desktop.ui.commands.help_commands import HelpCommands
from tas_desktop.ui.commands.log_commands import LogCommands
from tas_desktop.ui.commands.mask_commands import MaskCommands
from tas_desktop.ui.commands.model_commands import ModelCommands
from tas_desktop.ui.commands.picture_commands import PictureCommands
from tas_desktop.ui.commands.profile_commands import ProfileCommands
from tas_desktop.ui.commands.project_commands import ProjectCommands
from tas_desktop.ui.commands.queue_commands import QueueCommands
from tas_desktop.ui.commands.settings_commands import SettingsCommands
from tas_desktop.ui.commands.statistics_commands import StatisticsCommands
from tas_desktop.ui.commands.undo_names import UndoNames
from tas_desktop.ui.commands.view_commands import ViewCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from tas_desktop.ui.main_window import MainWindow


class Commands(QObject):
    """Connects the window's actions with the groups that know what they do.

    Attributes:
        view: where the colours of the window are chosen.
        log: what the program has written down about itself.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view, self.log = ViewCommands(window), LogCommands(window)
        self._groups = (
            FileCommands(window),
            ExchangeCommands(window),
            EditCommands(window),
            ExpressionCommands(window),
            BootstrapCommands(window),
            MaskCommands(window),
            self.view,
            GoCommands(window),
            QueueCommands(window),
            StatisticsCommands(window),
            ComparisonCommands(window),
            ModelCommands(window),
            BatchCommands(window),
            CacheCommands(window),
            ProfileCommands(window),
            HelpCommands(window),
            self.log,
            SettingsCommands(window),
            PictureCommands(window),
            ProjectCommands(window),
            CategoryCommands(window),
            UndoNames(window),
        )
        for row in ACTIONS:
            window.actions_by_name[row.name].triggered.connect(self._slot(row.name))
        session = window.workspace.session
        for signal in (
            session.project.opened,
            session.desk.image_changed,
            session.desk.phase_changed,
            session.expression_changed,
            session.ranking.selection_changed,
            session.ranking.pending_changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Enable what can act now."""
        for group in self._groups:
            group.refresh()

    def _slot(self, name: str) -> Callable[[], None]:
        """The slot of an action; the nine actions "pick-1" … share one."""
        slot = "pick" if name.startswith("pick-") else name.replace("-", "_")
        found = [getattr(group, slot) for group in self._groups if hasattr(group, slot)]
        if len(found) != 1:
            raise LookupError(f"the action {name!r} has {len(found)} slots")
        only: Callable[[], None] = found[0]
        return only
