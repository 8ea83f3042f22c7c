"""Choosing ranking methods and their parameters on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tas_desktop.engine.methods import Method

METHOD_HELP: Final = "How to rank; “tas-desktop methods” lists them."
PARAM_HELP: Final = (
    "A parameter of the method, NAME=VALUE, such as alpha=0.2; may be given several times. "
    "“tas-desktop methods NAME” lists them."
)


def choose_method(name: str, params: Sequence[str] | None = None, *, lam: float | None = None) -> Method:
    """A method with parameters as typed.

    Args:
        name: of the method.
        params: ``NAME=VALUE`` each.
        lam: weight of N, by its own option.

    Raises:
        InputRefused: there is no such method or parameter, or a value is out of range.
    """
    from tas_desktop.engine.methods import method_named

    own = [] if lam is None else [f"lam={lam}"]
    return method_named(name).with_assignments([*own, *(params or ())])


def choose_methods(names: Sequence[str], params: Sequence[str] | None = None) -> list[Method]:
    """Several methods; a parameter goes to each that has it, or to one: ``METHOD.NAME=VALUE``.

    Raises:
        InputRefused: there is no such method, a value is out of range, or no method has the parameter.
    """
    from tas_desktop.domain.errors import InputRefused
    from tas_desktop.engine.methods import method_named

    methods = [method_named(name) for name in dict.fromkeys(names)]
    for text in params or ():
        target, dot, rest = text.partition("=")[0].partition(".")
        name, assignment = (rest, text.removeprefix(f"{target}.")) if dot else (target, text)
        meant = [m for m in methods if not dot or m.name == target]
        able = {m.name for m in meant if any(p.name == name.strip() for p in m.parameters)}
        if not able:
            raise InputRefused(
                f"None of the methods has a parameter {text.partition('=')[0]!r}",
                next_step="“tas-desktop methods NAME” lists those of a method.",
            )
        methods = [m.with_assignments([assignment]) if m.name in able else m for m in methods]
    return methods
