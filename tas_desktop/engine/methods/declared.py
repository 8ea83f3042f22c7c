"""Parameters of ranking methods, declared once.

A method's parameters are fields of a frozen dataclass; each field made by `number`, `whole`, `switch` or
`choice` says what it takes and what it means. The window's panel, ``--param name=value``, the settings and
the check of every value read these declarations.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from math import isfinite
from typing import Any, Final

from tas_desktop.domain.errors import InputRefused

_KEY: Final = "parameter"

Value = str | int | float | bool


class ParameterKind(StrEnum):
    """What a parameter takes."""

    NUMBER = "number"
    WHOLE = "whole number"
    SWITCH = "switch"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter.

    Attributes:
        name: as on the command line and in provenance.
        kind: what it takes.
        label: a few words, for the window; translated there in the context ``Methods``.
        meaning: a sentence, likewise.
        low, high: least and greatest value of a number; None without a bound.
        choices: the words of a choice.
        default: of the class of parameters; a method may start from another value.
        is_offered: whether the window shows it; the command line takes all.
    """

    name: str
    kind: ParameterKind
    label: str
    meaning: str
    low: float | None
    high: float | None
    choices: tuple[str, ...]
    default: Value
    is_offered: bool

    @property
    def takes(self) -> str:
        """What may be given, in words: ``0 to 1``, ``at least 0``, ``yes or no``, or the choices."""
        if self.kind is ParameterKind.SWITCH:
            return "yes or no"
        if self.kind is ParameterKind.CHOICE:
            return ", ".join(self.choices)
        if self.low is None or self.high is None:
            return "any number" if self.low is None else f"at least {self.low:g}"
        return f"{self.low:g} to {self.high:g}"

    def check(self, value: Any) -> Value:
        """The value in the parameter's own type.

        Raises:
            InputRefused: it is of another kind or out of range.
        """
        if self.kind is ParameterKind.SWITCH:
            if isinstance(value, bool):
                return value
        elif self.kind is ParameterKind.CHOICE:
            if value in self.choices:
                return str(value)
        elif isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
            is_whole = float(value).is_integer()
            if self._is_within(value) and (is_whole or self.kind is ParameterKind.NUMBER):
                return float(value) if self.kind is ParameterKind.NUMBER else int(value)
        raise InputRefused(f"{self.name} = {value!r} is out of range", next_step=f"It takes: {self.takes}.")

    def read(self, text: str) -> Value:
        """The value that a text stands for, as it is typed after ``--param name=``.

        Raises:
            InputRefused: it stands for none.
        """
        word = text.strip().lower()
        if self.kind is ParameterKind.CHOICE:
            return self.check(word)
        if self.kind is ParameterKind.SWITCH:
            return self.check(_SWITCHES.get(word, text))
        try:
            return self.check(float(word))
        except ValueError:
            return self.check(text)

    def _is_within(self, value: float) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


_SWITCHES: Final = {"yes": True, "true": True, "on": True, "1": True} | {
    "no": False,
    "false": False,
    "off": False,
    "0": False,
}


@dataclass(frozen=True, slots=True)
class _Declared:
    kind: ParameterKind
    label: str
    meaning: str
    low: float | None = None
    high: float | None = None
    is_offered: bool = True


def number(
    default: float,
    *,
    label: str,
    meaning: str,
    low: float | None = 0.0,
    high: float | None = None,
    is_offered: bool = True,
) -> Any:
    """A field that takes a finite number between two bounds, both allowed."""
    return _field(default, _Declared(ParameterKind.NUMBER, label, meaning, low, high, is_offered))


def whole(
    default: int,
    *,
    label: str,
    meaning: str,
    low: int | None = 0,
    high: int | None = None,
    is_offered: bool = True,
) -> Any:
    """A field that takes a whole number between two bounds, both allowed."""
    return _field(default, _Declared(ParameterKind.WHOLE, label, meaning, low, high, is_offered))


def switch(default: bool, *, label: str, meaning: str, is_offered: bool = True) -> Any:  # noqa: FBT001
    """A field that is on or off."""
    return _field(default, _Declared(ParameterKind.SWITCH, label, meaning, is_offered=is_offered))


def choice(default: StrEnum, *, label: str, meaning: str, is_offered: bool = False) -> Any:
    """A field that takes a member of an enumeration; its words are the members' values."""
    return _field(default, _Declared(ParameterKind.CHOICE, label, meaning, is_offered=is_offered))


def _field(default: Any, declared: _Declared) -> Any:
    return field(default=default, metadata={_KEY: declared})


def parameters_of(kind: type[Any]) -> tuple[Parameter, ...]:
    """Declared parameters of a class of parameters, in the order of its fields."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _read_declared(kind)
    return _KNOWN[kind]


_KNOWN: Final[dict[type[Any], tuple[Parameter, ...]]] = {}


def _read_declared(kind: type[Any]) -> tuple[Parameter, ...]:
    found = []
    for one in fields(kind):
        declared = one.metadata.get(_KEY)
        if declared is None or one.default is MISSING:
            continue
        words = tuple(m.value for m in type(one.default)) if isinstance(one.default, StrEnum) else ()
        found.append(
            Parameter(
                one.name,
                declared.kind,
                declared.label,
                declared.meaning,
                declared.low,
                declared.high,
                words,
                one.default,
                declared.is_offered,
            )
        )
    return tuple(found)


def check_declared(params: Any) -> None:
    """Check every declared field of a frozen dataclass and give it its own type; for ``__post_init__``.

    Raises:
        InputRefused: a value is of another kind or out of range.
    """
    for parameter in parameters_of(type(params)):
        value = parameter.check(getattr(params, parameter.name))
        kind = type(parameter.default)
        object.__setattr__(params, parameter.name, kind(value))
