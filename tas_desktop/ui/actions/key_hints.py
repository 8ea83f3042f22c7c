"""Keys that are no actions."""

from __future__ import annotations

from tas_desktop.ui.actions.rows import KeyHint
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

KEY_HINTS: tuple[KeyHint, ...] = (
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Up / Down"), QT_TRANSLATE_NOOP("Actions", "Walk the ranked candidates")
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Enter"),
        QT_TRANSLATE_NOOP("Actions", "Accept what is painted; next expression or picture"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Alt+1 … Alt+9"), QT_TRANSLATE_NOOP("Actions", "Accept that candidate")
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Esc"),
        QT_TRANSLATE_NOOP("Actions", "Let go of a held Enter; cancel a repair, end several"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Right button"),
        QT_TRANSLATE_NOOP("Actions", "While a mask is repaired: the opposite of the tool (Shift too)"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Arrows, X"),
        QT_TRANSLATE_NOOP("Actions", "While a mask is repaired: point and click by keys (Shift: finer)"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Space"),
        QT_TRANSLATE_NOOP("Actions", "While several are chosen: choose the candidate in the list"),
    ),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Alt+H"),
        QT_TRANSLATE_NOOP("Actions", "Hold for the bare picture (H outside text)"),
    ),
    KeyHint(QT_TRANSLATE_NOOP("Actions", "Ctrl+wheel"), QT_TRANSLATE_NOOP("Actions", "Zoom at the cursor")),
    KeyHint(
        QT_TRANSLATE_NOOP("Actions", "Space+drag"),
        QT_TRANSLATE_NOOP("Actions", "Move the picture (middle button too)"),
    ),
)
