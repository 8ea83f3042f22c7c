"""What the line under the box says while a mask is repaired or several are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession


def choice_prompt(session: AnnotationSession) -> str:
    """What Enter and Esc do now."""
    translate = QCoreApplication.translate
    if session.repair.is_active:
        if not session.ranking.text:
            return translate("ChoicePrompt", "Say what the mask shows; ⏎ accepts it, Esc cancels")
        beside = len(session.repair.subject.companions) if session.repair.subject is not None else 0
        if beside:
            return translate("ChoicePrompt", "⏎ accepts the repaired mask and {0} more   Esc cancels").format(
                beside
            )
        return translate("ChoicePrompt", "⏎ accepts the repaired mask   Esc cancels")
    if session.choice.is_kept:
        return translate("ChoicePrompt", "✓ decided   ⏎ goes on   Ctrl+E repairs it again   ↑↓ choose anew")
    count = len(session.several.chosen)
    if count == 1:
        return translate("ChoicePrompt", "⏎ accepts 1 mask   Space adds or drops   Esc ends")
    return translate("ChoicePrompt", "⏎ accepts {0} masks   Space adds or drops   Esc ends").format(count)
