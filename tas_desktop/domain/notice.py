"""Things the user should know although the work went on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoticeLevel(StrEnum):
    """How loudly a notice is said."""

    INFO = "info"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Notice:
    """An assumption made or a limit met on the way to a result.

    Attributes:
        code: stable machine word with dashes, such as ``image-alpha-flattened``.
        text: one sentence for people.
        level: how loudly to say it.
    """

    code: str
    text: str
    level: NoticeLevel = NoticeLevel.INFO
