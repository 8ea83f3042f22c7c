"""How scores are written."""

from __future__ import annotations


def signed(value: float) -> str:
    """Three decimals with a true minus sign; what rounds to nothing has no sign."""
    text = f"{value:+.3f}"
    if float(text) == 0.0:
        return "0.000"
    return text.replace("-", "\N{MINUS SIGN}")
