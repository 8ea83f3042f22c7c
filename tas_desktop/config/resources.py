"""Where the files that ship with the application lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# The wheel carries the folder inside the package; a checkout keeps it beside the package.
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder, which need not exist.

    Args:
        parts: path components below ``resources/``, such as ``"starter", "manifest.json"``.

    Returns:
        An absolute path: inside the installed package where its resources folder exists, else
        beside the checkout.
    """
    root = next((root for root in _ROOTS if root.is_dir()), _ROOTS[-1])
    return root.joinpath(*parts)
