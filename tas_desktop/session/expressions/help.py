"""Everything that helps with the expression in the box, built and closed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tas_desktop.session.expressions.bootstrap import Bootstrap
from tas_desktop.session.expressions.category import CategoryChoice
from tas_desktop.session.expressions.checks import ExpressionChecks
from tas_desktop.session.expressions.editing import ExpressionEditing
from tas_desktop.session.expressions.referents import ImageReferents
from tas_desktop.session.expressions.suggestions import Suggestions

if TYPE_CHECKING:
    from tas_desktop.session.image_desk import ImageDesk
    from tas_desktop.session.navigation import Navigation
    from tas_desktop.session.pipeline import PipelineSource
    from tas_desktop.session.project_session import ProjectSession
    from tas_desktop.session.ranking_desk import RankingDesk
    from tas_desktop.session.session_messages import SessionMessages


class ExpressionHelp(QObject):
    """The image's referents, the checks, the suggestions, the category and the editing of the list."""

    def __init__(
        self,
        *,
        project: ProjectSession,
        desk: ImageDesk,
        ranking: RankingDesk,
        navigation: Navigation,
        source: PipelineSource,
        messages: SessionMessages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.referents = ImageReferents(project, desk, self)
        self.checks = ExpressionChecks(
            desk=desk, ranking=ranking, navigation=navigation, referents=self.referents, parent=self
        )
        self.suggestions = Suggestions(
            source=source, desk=desk, ranking=ranking, referents=self.referents, parent=self
        )
        self.bootstrap = Bootstrap(project, source, method=lambda: ranking.method, parent=self)
        self.category = CategoryChoice(
            project=project, navigation=navigation, ranking=ranking, referents=self.referents, parent=self
        )
        self.editing = ExpressionEditing(
            project=project, navigation=navigation, ranking=ranking, messages=messages, parent=self
        )

    def close(self) -> bool:
        """End the lanes."""
        return all([self.checks.close(), self.suggestions.close(), self.bootstrap.close()])
