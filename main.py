"""Start TAS Desktop from a checkout: ``python main.py``.

Uses the standard library only until everything the application needs is known to be there.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

OLDEST_PYTHON = (3, 11)
# Import names of what every start needs; doctor looks at the rest.
REQUIRED_MODULES = (
    "PySide6", "alembic", "cv2", "nltk", "numpy", "open_clip", "PIL", "platformdirs", "pycocotools",
    "pydantic", "rich", "safetensors", "segment_anything", "shapely", "skimage", "spacy", "sqlalchemy",
    "tomlkit", "torch", "torchvision", "transformers", "typer",
)  # fmt: skip


def find_obstacle() -> str | None:
    """Return why the application cannot start here and what to do, or None where it can."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        present = sys.version.split()[0]
        return f"TAS Desktop needs Python {wanted} or newer; this is {present} ({sys.executable})."
    missing = [name for name in REQUIRED_MODULES if find_spec(name) is None]
    if not missing:
        return None
    return (
        f"This Python ({sys.executable}) lacks: {', '.join(missing)}.\n"
        "  On Linux and macOS:  make run          (makes .venv, installs everything, starts)\n"
        "  Anywhere:            python -m venv .venv, activate it, then\n"
        "                       python -m pip install -c constraints.txt -e .\n"
        "                       python main.py"
    )


def main() -> int:
    """Start the application, or say what is missing; returns the exit code."""
    obstacle = find_obstacle()
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 1
    from tas_desktop.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
