"""What the user chose: typed settings, kept as a sparse TOML file of overrides.

Only values that differ from the defaults are written, so a better default of a later version reaches
everybody who did not choose otherwise. Comments and unknown keys in the file survive a save.
"""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tomlkit.exceptions import TOMLKitError

from tas_desktop.config.writing import replace_file
from tas_desktop.domain.errors import KnownError
from tas_desktop.domain.notice import Notice, NoticeLevel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SCHEMA_VERSION = 1
_VERSION_KEY = "schema_version"


class SettingsNewer(KnownError):
    """The settings file was written by a newer version and is left alone."""


class Theme(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


def _user_name() -> str:
    """Name of the account, or ``annotator`` where the system knows none (containers)."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "annotator"


class GeneralSettings(_Section):
    """Who works, in what language and colours."""

    annotator: Annotated[str, Field(min_length=1, max_length=100)] = Field(default_factory=_user_name)
    language: Annotated[str, Field(max_length=20)] = ""  # empty follows the system
    theme: Theme = Theme.SYSTEM
    text_percent: Annotated[int, Field(ge=75, le=200)] = 100


class RankingSettings(_Section):
    """How expressions are ranked."""

    profile: str = "starter"
    method: str = "tas"
    params: dict[str, bool | float | str] = Field(default_factory=dict)  # those not the method's own
    debounce_ms: Annotated[int, Field(ge=0, le=2000)] = 80


class ModelSettings(_Section):
    """Where models run."""

    device: Literal["auto", "cuda", "mps", "cpu"] = "auto"
    precision: Literal["auto", "float32", "float16", "bfloat16"] = "auto"


class ExpressionSettings(_Section):
    """What is hinted at in an expression."""

    check_spelling: bool = True
    position_words: bool = True  # False hints at each place in the picture, as RefCOCO+ does without


class ReviewSettings(_Section):
    """How decisions are checked."""

    back_check_share: Annotated[float, Field(ge=0, le=1)] = 0.0
    back_check_minutes: Annotated[int, Field(ge=0, le=100_000)] = 30


class CanvasSettings(_Section):
    """How masks are painted."""

    mask_opacity: Annotated[float, Field(ge=0, le=1)] = 0.25
    show_outlines: bool = True


class CacheSettings(_Section):
    """What may be kept on disk."""

    limit_gb: Annotated[float, Field(ge=0, le=10_000)] = 5.0


class ShortcutSettings(_Section):
    """Keys that differ from the action table's: by action, written as in Qt's portable form."""

    keys: dict[str, list[str]] = Field(default_factory=dict)


class Settings(_Section):
    """All settings; frozen: change by ``model_copy(update=…)`` or ``with_value``."""

    general: GeneralSettings = Field(default_factory=GeneralSettings)
    ranking: RankingSettings = Field(default_factory=RankingSettings)
    models: ModelSettings = Field(default_factory=ModelSettings)
    expressions: ExpressionSettings = Field(default_factory=ExpressionSettings)
    review: ReviewSettings = Field(default_factory=ReviewSettings)
    canvas: CanvasSettings = Field(default_factory=CanvasSettings)
    cache: CacheSettings = Field(default_factory=CacheSettings)
    shortcuts: ShortcutSettings = Field(default_factory=ShortcutSettings)

    def with_value(self, section: str, name: str, value: Any) -> Settings:
        """The same settings with one value changed.

        Raises:
            ValidationError: the value is out of range (a ``ValueError``).
        """
        values = self.model_dump()
        values[section][name] = value
        return Settings.model_validate(values)


class LoadedSettings(NamedTuple):
    """Settings, and what had to be left out of the file."""

    settings: Settings
    notices: tuple[Notice, ...]


def load_settings(file: Path) -> LoadedSettings:
    """Read the overrides; what cannot be used is left out and said, never a reason not to start."""
    document, notices = _read_document(file)
    values = document.unwrap() if document is not None else {}
    if values.get(_VERSION_KEY, SCHEMA_VERSION) != SCHEMA_VERSION:
        notices.append(_notice(f"{file} is of another version; what this one understands is used"))
    while True:
        try:
            return LoadedSettings(Settings.model_validate(values), tuple(notices))
        except ValidationError as error:
            for detail in error.errors():
                _drop(values, detail["loc"])
                place = ".".join(map(str, detail["loc"]))
                notices.append(
                    _notice(f"{place} in {file} is not usable ({detail['msg']}); the default is used")
                )


def save_settings(file: Path, settings: Settings) -> None:
    """Write what differs from the defaults, keeping the file's comments and unknown keys.

    A file that is no TOML is kept beside as ``*.damaged`` and replaced.

    Raises:
        SettingsNewer: the file is of a newer version; it stays as it is.
        TargetNotWritable: the folder cannot be written.
    """
    document, notices = _read_document(file)
    if document is None:
        if notices and file.is_file():
            replace_file(file.with_name(file.name + ".damaged"), file.read_bytes())
        document = tomlkit.document()
    version = document.get(_VERSION_KEY, SCHEMA_VERSION)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise SettingsNewer(
            f"{file} was written by a newer version of this program",
            next_step="Update, or move that file away",
        )
    document[_VERSION_KEY] = SCHEMA_VERSION
    defaults = Settings().model_dump(mode="json")
    for section, values in settings.model_dump(mode="json").items():
        _write_section(document, section, values=values, defaults=defaults[section])
    replace_file(file, tomlkit.dumps(document).encode("utf-8"))


def _write_section(
    document: tomlkit.TOMLDocument, section: str, *, values: dict[str, Any], defaults: dict[str, Any]
) -> None:
    table = document.get(section)
    if not isinstance(table, dict):
        table = tomlkit.table()
    for name, value in values.items():
        if value != defaults[name]:
            table[name] = value
        elif name in table:
            del table[name]
    if table:
        document[section] = table
    elif section in document:
        del document[section]


def _read_document(file: Path) -> tuple[tomlkit.TOMLDocument | None, list[Notice]]:
    try:
        return tomlkit.parse(file.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return None, []
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        return None, [_notice(f"{file} cannot be read ({error}); the defaults are used")]


def _drop(values: dict[str, Any], place: Sequence[int | str]) -> None:
    """Remove the offending key; a section that is no table goes as a whole."""
    owner: Any = values
    for key in place[:-1]:
        owner = owner[key]
    owner.pop(place[-1], None)


def _notice(text: str) -> Notice:
    return Notice("settings-not-usable", text, NoticeLevel.WARNING)
