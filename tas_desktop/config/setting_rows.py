"""The table of settings: what each is called, what it takes and what it does.

The settings dialog, ``tas-desktop settings`` and ``docs/settings.md`` are made from these rows; types, ranges
and defaults come from the settings themselves, so that no number stands in two places.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from tas_desktop.config.marking import QT_TRANSLATE_NOOP
from tas_desktop.config.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo


class Kind(Enum):
    """How a setting is edited."""

    TEXT = auto()
    SWITCH = auto()
    CHOICE = auto()
    NUMBER = auto()  # whole or with decimals, as the setting's type says
    PERCENT = auto()  # kept as 0 to 1


class Applied(Enum):
    """When another value takes effect."""

    AT_ONCE = auto()
    AT_NEXT_START = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose from, and what it is called; names of things are not translated."""

    value: str
    text: str
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One row of the table.

    Attributes:
        section, name: where the setting is kept.
        text: what the dialog calls it.
        help: one or two sentences on what it does.
        kind: how it is edited.
        unit: shown behind a number.
        step: of a number's arrows.
        choices: what can be chosen, looked up when the dialog opens or the list is printed.
        applied: when another value takes effect.
    """

    section: str
    name: str
    text: str
    help: str
    kind: Kind
    unit: str = ""
    step: float = 1
    choices: Callable[[], tuple[Choice, ...]] = tuple
    applied: Applied = Applied.AT_ONCE

    @property
    def key(self) -> str:
        """Section and name, as the command line has them."""
        return f"{self.section}.{self.name}"

    def value_in(self, settings: Settings) -> Any:
        """The value that these settings have; of a choice its text."""
        return settings.model_dump(mode="json")[self.section][self.name]

    @property
    def default(self) -> Any:
        """The value of somebody who has chosen nothing."""
        return self.value_in(Settings())

    @property
    def is_whole(self) -> bool:
        """Whether a number has no decimals."""
        return self._field.annotation is int

    @property
    def limits(self) -> tuple[float, float] | None:
        """Smallest and largest number, or None where the setting is none."""
        lowest, highest = self._rule("ge"), self._rule("le")
        return None if lowest is None or highest is None else (float(lowest), float(highest))

    @property
    def longest(self) -> int | None:
        """Most characters of a text."""
        longest: int | None = self._rule("max_length")
        return longest

    def _rule(self, name: str) -> Any:
        """What the setting's type demands: ``ge``, ``le``, ``max_length``; None where nothing."""
        found = (getattr(rule, name, None) for rule in self._field.metadata)
        return next((value for value in found if value is not None), None)

    @property
    def _field(self) -> FieldInfo:
        section = Settings.model_fields[self.section].annotation
        field: FieldInfo = section.model_fields[self.name]  # type: ignore[union-attr]
        return field


def _languages() -> tuple[Choice, ...]:
    return (
        Choice("", QT_TRANSLATE_NOOP("Settings", "as the system")),
        Choice("en", "English", is_name=True),
        Choice("de", "Deutsch", is_name=True),
        Choice("zh_CN", "简体中文", is_name=True),
    )


def _themes() -> tuple[Choice, ...]:
    return (
        Choice("system", QT_TRANSLATE_NOOP("Settings", "as the system")),
        Choice("light", QT_TRANSLATE_NOOP("Settings", "light")),
        Choice("dark", QT_TRANSLATE_NOOP("Settings", "dark")),
    )


def _profiles() -> tuple[Choice, ...]:
    from tas_desktop.config.profiles import profile_names

    return tuple(Choice(name, name, is_name=True) for name in profile_names())


def _methods() -> tuple[Choice, ...]:
    from tas_desktop.engine.methods import METHODS

    return tuple(Choice(name, name, is_name=True) for name in METHODS)


def _devices() -> tuple[Choice, ...]:
    return (
        Choice("auto", QT_TRANSLATE_NOOP("Settings", "the fastest there is")),
        Choice("cuda", "CUDA", is_name=True),
        Choice("mps", "Apple Metal", is_name=True),
        Choice("cpu", "CPU", is_name=True),
    )


def _precisions() -> tuple[Choice, ...]:
    return (
        Choice("auto", QT_TRANSLATE_NOOP("Settings", "half where it is as good")),
        *(Choice(name, name, is_name=True) for name in ("float32", "float16", "bfloat16")),
    )


SECTIONS: dict[str, str] = {
    "general": QT_TRANSLATE_NOOP("Settings", "General"),
    "ranking": QT_TRANSLATE_NOOP("Settings", "Ranking"),
    "models": QT_TRANSLATE_NOOP("Settings", "Models"),
    "expressions": QT_TRANSLATE_NOOP("Settings", "Expressions"),
    "review": QT_TRANSLATE_NOOP("Settings", "Review"),
    "canvas": QT_TRANSLATE_NOOP("Settings", "Picture"),
    "cache": QT_TRANSLATE_NOOP("Settings", "Storage"),
}
"""Titles of the sections, in the dialog's order."""

SETTINGS: tuple[SettingRow, ...] = (
    SettingRow(
        "general",
        "annotator",
        QT_TRANSLATE_NOOP("Settings", "Your name"),
        QT_TRANSLATE_NOOP(
            "Settings", "Stored with each decision you make, and the owner of your undo history."
        ),
        Kind.TEXT,
    ),
    SettingRow(
        "general",
        "language",
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Of menus, messages and dialogs; expressions may be in any language."),
        Kind.CHOICE,
        choices=_languages,
    ),
    SettingRow(
        "general",
        "theme",
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "Light or dark; “as the system” follows it while the window is open."),
        Kind.CHOICE,
        choices=_themes,
    ),
    SettingRow(
        "general",
        "text_percent",
        QT_TRANSLATE_NOOP("Settings", "Text size"),
        QT_TRANSLATE_NOOP("Settings", "Relative to the system's text size."),
        Kind.NUMBER,
        unit="%",
        step=5,
    ),
    SettingRow(
        "ranking",
        "profile",
        QT_TRANSLATE_NOOP("Settings", "Profile"),
        QT_TRANSLATE_NOOP("Settings", "Which models look at the pictures, and with which parameters."),
        Kind.CHOICE,
        choices=_profiles,
    ),
    SettingRow(
        "ranking",
        "method",
        QT_TRANSLATE_NOOP("Settings", "Method"),
        QT_TRANSLATE_NOOP("Settings", "How the scores are put together and ordered."),
        Kind.CHOICE,
        choices=_methods,
    ),
    SettingRow(
        "ranking",
        "debounce_ms",
        QT_TRANSLATE_NOOP("Settings", "Rank after a pause of"),
        QT_TRANSLATE_NOOP(
            "Settings", "How long typing must rest before the masks are ranked anew; 0 ranks on each key."
        ),
        Kind.NUMBER,
        unit="ms",
        step=10,
    ),
    SettingRow(
        "models",
        "device",
        QT_TRANSLATE_NOOP("Settings", "Device"),
        QT_TRANSLATE_NOOP("Settings", "Where the models run; the status bar says where each does."),
        Kind.CHOICE,
        choices=_devices,
    ),
    SettingRow(
        "models",
        "precision",
        QT_TRANSLATE_NOOP("Settings", "Precision"),
        QT_TRANSLATE_NOOP("Settings", "Half precision takes half the memory; on a CPU it is slower."),
        Kind.CHOICE,
        choices=_precisions,
    ),
    SettingRow(
        "expressions",
        "check_spelling",
        QT_TRANSLATE_NOOP("Settings", "Check the spelling"),
        QT_TRANSLATE_NOOP("Settings", "Hints at English words that no dictionary knows; never blocks."),
        Kind.SWITCH,
    ),
    SettingRow(
        "expressions",
        "position_words",
        QT_TRANSLATE_NOOP("Settings", "Places in the picture are welcome"),
        QT_TRANSLATE_NOOP(
            "Settings", "When off, words such as “left” are hinted at, as RefCOCO+ does without."
        ),
        Kind.SWITCH,
    ),
    SettingRow(
        "review",
        "back_check_share",
        QT_TRANSLATE_NOOP("Settings", "Check decisions again"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "This share of the decisions comes again between others, without the first choice or the order; "
            "the statistics say how well both agree. 0 checks none.",
        ),
        Kind.PERCENT,
        step=5,
    ),
    SettingRow(
        "review",
        "back_check_minutes",
        QT_TRANSLATE_NOOP("Settings", "Check again after"),
        QT_TRANSLATE_NOOP("Settings", "How long a decision rests before it may come again."),
        Kind.NUMBER,
        unit="min",
        step=5,
    ),
    SettingRow(
        "canvas",
        "mask_opacity",
        QT_TRANSLATE_NOOP("Settings", "Opacity of the mask"),
        QT_TRANSLATE_NOOP("Settings", "Tint of the selected candidate; its outline is always opaque."),
        Kind.PERCENT,
        step=5,
    ),
    SettingRow(
        "canvas",
        "show_outlines",
        QT_TRANSLATE_NOOP("Settings", "Outlines of the other candidates"),
        QT_TRANSLATE_NOOP("Settings", "Thin lines around every mask that could be selected by a click."),
        Kind.SWITCH,
    ),
    SettingRow(
        "cache",
        "limit_gb",
        QT_TRANSLATE_NOOP("Settings", "Room for kept analyses"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Pictures seen before need no models again. The oldest analyses go first; 0 keeps none.",
        ),
        Kind.NUMBER,
        unit="GB",
        step=0.5,
        applied=Applied.AT_NEXT_START,
    ),
)


def row_of(key: str) -> SettingRow | None:
    """The row of ``section.name``, or None."""
    return next((row for row in SETTINGS if row.key == key), None)
