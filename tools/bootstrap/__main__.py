"""``python -m bootstrap run|test``: make ``.venv`` ready for the main job or for the tests."""

from __future__ import annotations

import sys

from bootstrap.console import give_up

OLDEST_PYTHON = (3, 11)
# What each purpose asks for: with the test tools, or without.
PURPOSES = {"run": False, "test": True}


def main() -> None:
    """Read the one argument and prepare."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        give_up(f"Python {wanted} or newer is needed; name one with: make PYTHON=/path/to/python3.x")
    if len(sys.argv) != 2 or sys.argv[1] not in PURPOSES:
        give_up(f"Usage: python -m bootstrap {'|'.join(PURPOSES)}")
    # Only now: an older Python could not even read these.
    from bootstrap.preparation import prepare

    prepare(with_tests=PURPOSES[sys.argv[1]])


if __name__ == "__main__":
    main()
