"""What the annotator chose about ranking and hints, remembered from one run to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from tas_desktop.session.expressions.checks import ExpressionChecks
    from tas_desktop.session.method_choice import MethodChoice
    from tas_desktop.session.preferences import Preferences


class RankingPreferences(QObject):
    """Carries settings to the method and the checks at the start and whenever either side changes."""

    def __init__(
        self,
        preferences: Preferences,
        *,
        method: MethodChoice,
        checks: ExpressionChecks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._method, self._checks = preferences, method, checks
        settings = preferences.settings
        method.restore(settings.ranking.method, settings.ranking.params)
        self._apply_checks()
        method.chosen.connect(self._on_chosen)
        preferences.changed.connect(self._on_changed)

    def set_position_words(self, wanted: bool) -> None:
        """Allow places in the picture, or hint at each, from now on."""
        self._preferences.keep("expressions", "position_words", wanted)

    @Slot(str, object)
    def _on_chosen(self, name: str, differing: dict[str, float | bool]) -> None:
        self._preferences.keep("ranking", "params", differing)
        self._preferences.keep("ranking", "method", name)

    @Slot(str, str, object)
    def _on_changed(self, section: str, name: str, value: object) -> None:
        if section == "expressions":
            self._apply_checks()
        elif (section, name) == ("ranking", "method"):
            self._method.choose(str(value))

    def _apply_checks(self) -> None:
        wanted = self._preferences.settings.expressions
        self._checks.set_spelling(wanted.check_spelling)
        self._checks.set_position_words(wanted.position_words)
