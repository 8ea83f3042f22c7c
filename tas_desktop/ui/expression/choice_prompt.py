"""What the line under the box says while a mask is repaired or several are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from tas_desktop.session.annotation_session import AnnotationSession

_LONGEST_NAME = 40


def choice_prompt(session: AnnotationSession) -> str:
    """What Enter and Esc do now; keys that can be changed are named by their commands."""
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
    kept = session.choice.kept.masks
    if session.choice.is_kept and kept is not None and kept.answered_by:
        text = translate(
            "ChoicePrompt", "Answer of {0}   ⏎ accepts it   ‹edit-mask› repairs it   ↑↓ choose another"
        )
        return text.replace("{0}", kept.answered_by[:_LONGEST_NAME])
    if session.choice.is_kept:
        return translate(
            "ChoicePrompt", "✓ decided   ⏎ goes on   ‹edit-mask› repairs it again   ↑↓ choose anew"
        )
    count = len(session.several.chosen)
    text = (
        translate("ChoicePrompt", "⏎ accepts 1 mask   Space chooses   Esc ends")
        if count == 1
        else translate("ChoicePrompt", "⏎ accepts {0} masks   Space chooses   Esc ends")
    )
    return text.format(count)
