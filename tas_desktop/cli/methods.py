"""``tas-desktop methods``: which ranking methods there are, and what their parameters do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from tas_desktop.engine.methods import Method, Parameter


def methods(
    name: Annotated[str, typer.Argument(help="List the parameters of this method.", show_default=False)] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the ranking methods, or one method's parameters with their values and ranges."""
    from tas_desktop.engine.methods import METHODS, method_named

    chosen = [method_named(name)] if name else list(METHODS.values())
    if as_json:
        typer.echo(json.dumps([_as_json(method) for method in chosen]))
    elif name:
        _print_parameters(chosen[0])
    else:
        width = max(len(method.name) for method in chosen)
        for method in chosen:
            typer.echo(f"{method.name:<{width}}  {method.summary}")


def _print_parameters(method: Method) -> None:
    typer.echo(f"{method.name}: {method.summary}")
    if method.needs:
        typer.echo(f"It needs {', '.join(sorted(need.value for need in method.needs))}.")
    width = max(len(f"{p.name}={_value(method, p)}") for p in method.parameters)
    for parameter in method.parameters:
        assigned = f"{parameter.name}={_value(method, parameter)}"
        typer.echo(f"  {assigned:<{width}}  {parameter.meaning} ({parameter.takes})")


def _value(method: Method, parameter: Parameter) -> str:
    value = getattr(method.ranking, parameter.name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _as_json(method: Method) -> dict[str, object]:
    return {
        "name": method.name,
        "summary": method.summary,
        "needs": sorted(need.value for need in method.needs),
        "params": [
            {
                "name": p.name,
                "kind": p.kind.value,
                "value": getattr(method.ranking, p.name),
                "low": p.low,
                "high": p.high,
                "choices": list(p.choices),
                "meaning": p.meaning,
            }
            for p in method.parameters
        ],
    }
