"""How profiles, models and downloads are put into words, in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from tas_desktop.config.disk_use import readable_size
from tas_desktop.config.profile_file import Speed
from tas_desktop.models.inventory import Presence
from tas_desktop.session.models.upkeep import Chore
from tas_desktop.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tas_desktop.models.profile_needs import NeededPart, ProfileNeeds
    from tas_desktop.session.models.transfer import Transfer

_CONTEXT: Final = "Models"
_ROLES: Final = {
    "proposals": QT_TRANSLATE_NOOP("Models", "draws masks"),
    "encoder": QT_TRANSLATE_NOOP("Models", "compares masks with texts"),
    "captioner": QT_TRANSLATE_NOOP("Models", "writes captions"),
    "parser": QT_TRANSLATE_NOOP("Models", "reads expressions"),
    "synonyms": QT_TRANSLATE_NOOP("Models", "knows synonyms"),
}
_SPEEDS: Final = {
    Speed.FAST: QT_TRANSLATE_NOOP("Models", "quick on any computer"),
    Speed.MEDIUM: QT_TRANSLATE_NOOP("Models", "seconds with a GPU, else a minute"),
    Speed.SLOW: QT_TRANSLATE_NOOP("Models", "slow without a GPU"),
}
_STEPS: Final = {
    "list": QT_TRANSLATE_NOOP("Models", "Asking for it …"),
    "check": QT_TRANSLATE_NOOP("Models", "Checking what has come …"),
    "wait": QT_TRANSLATE_NOOP("Models", "The server is busy; trying again soon …"),
}
_CHORES: Final = {
    Chore.VERIFY: QT_TRANSLATE_NOOP("Models", "Reading it through …"),
    Chore.REMOVE: QT_TRANSLATE_NOOP("Models", "Removing …"),
    Chore.BRING_IN: QT_TRANSLATE_NOOP("Models", "Looking at the local copy …"),
}
_MINUTE, _HOUR = 60, 3600


def translated(text: str) -> str:
    """A text of a profile or of the catalogue; unknown ones as they are."""
    return QCoreApplication.translate(_CONTEXT, text)


def role_text(role: str) -> str:
    """What a part does."""
    return translated(_ROLES[role])


def state_text(part: NeededPart) -> str:
    """Whether a part is here, with a sign that says it without colour."""
    if part.state is Presence.HERE:
        is_shipped = not part.choice.model and part.choice.path is None
        return "✓ " + (
            _say(QT_TRANSLATE_NOOP("Models", "ships with the program"))
            if is_shipped
            else _say(QT_TRANSLATE_NOOP("Models", "on this computer"))
        )
    if part.state is Presence.PARTLY:
        share = part.received_bytes / part.size_bytes if part.size_bytes else 0
        return "◐ " + _say(QT_TRANSLATE_NOOP("Models", "partly downloaded: {0}")).format(
            f"{min(share, 0.99):.0%}"
        )
    if part.state is Presence.CHANGED:
        return "⚠ " + _say(QT_TRANSLATE_NOOP("Models", "its files have changed"))
    if part.choice.model and part.entry is None:
        return "⚠ " + _say(QT_TRANSLATE_NOOP("Models", "no model is called that"))
    return "○ " + _say(QT_TRANSLATE_NOOP("Models", "not on this computer"))


def transfer_text(transfer: Transfer) -> str:
    """How far a download is: share, speed, time left."""
    if transfer.is_stopping:
        return _say(QT_TRANSLATE_NOOP("Models", "Stopping …"))
    if transfer.is_waiting:
        return _say(QT_TRANSLATE_NOOP("Models", "Waits for its turn"))
    if transfer.step in _STEPS:
        return translated(_STEPS[transfer.step])
    share = transfer.share
    got = readable_size(transfer.done_bytes) if share is None else f"{share:.0%}"
    parts = [got]
    if transfer.bytes_per_second > 0:
        parts.append(
            _say(QT_TRANSLATE_NOOP("Models", "{0} MB/s")).format(f"{transfer.bytes_per_second / 2**20:.1f}")
        )
    if transfer.seconds_left is not None:
        parts.append(time_left_text(transfer.seconds_left))
    return " · ".join(parts)


def chore_text(chore: Chore) -> str:
    """What is being done with a model."""
    return translated(_CHORES[chore])


def time_left_text(seconds: float) -> str:
    """Such as ``3 min left``."""
    if seconds < _MINUTE:
        return _say(QT_TRANSLATE_NOOP("Models", "{0} s left")).format(max(round(seconds), 1))
    if seconds < _HOUR:
        return _say(QT_TRANSLATE_NOOP("Models", "{0} min left")).format(round(seconds / _MINUTE))
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return _say(QT_TRANSLATE_NOOP("Models", "{0} h {1} min left")).format(hours, minutes)


def readiness_text(needs: ProfileNeeds) -> str:
    """Whether a profile can be used now."""
    count = len(needs.missing)
    if not count:
        return "✓ " + _say(QT_TRANSLATE_NOOP("Models", "ready"))
    return "○ " + (
        _say(QT_TRANSLATE_NOOP("Models", "1 model missing"))
        if count == 1
        else _say(QT_TRANSLATE_NOOP("Models", "{0} models missing")).format(count)
    )


def needs_text(needs: ProfileNeeds) -> str:
    """Size on disk and memory."""
    profile = needs.profile
    parts = [_say(QT_TRANSLATE_NOOP("Models", "{0} on disk")).format(readable_size(needs.size_bytes))]
    if profile.gpu_gb:
        parts.append(_say(QT_TRANSLATE_NOOP("Models", "{0} GB on a GPU")).format(f"{profile.gpu_gb:g}"))
    if profile.ram_gb:
        parts.append(_say(QT_TRANSLATE_NOOP("Models", "{0} GB of memory")).format(f"{profile.ram_gb:g}"))
    return " · ".join(parts)


def short_needs_text(needs: ProfileNeeds) -> str:
    """Size on disk and the GPU's memory, or the computer's, for a narrow place."""
    profile = needs.profile
    parts = [readable_size(needs.size_bytes)]
    if profile.gpu_gb:
        parts.append(_say(QT_TRANSLATE_NOOP("Models", "{0} GB GPU")).format(f"{profile.gpu_gb:g}"))
    return " · ".join(parts)


def speed_text(needs: ProfileNeeds) -> str:
    """How long a picture takes, roughly."""
    return translated(_SPEEDS[needs.profile.speed])


def terms_text(needs: ProfileNeeds) -> str:
    """The strictest licence among the parts."""
    title = translated(needs.strictest.title)
    return (
        title
        if needs.strictest.commercial
        else _say(QT_TRANSLATE_NOOP("Models", "{0}: not for commercial use")).format(title)
    )


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
