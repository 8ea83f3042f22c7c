"""``python -m bootstrap run|test``: make ``.venv`` ready for the main job or for the tests."""

from __future__ import annotations

import sys

from bootstrap.console import give_up, say
from bootstrap.environment import CHECKOUT, Environment, announce_footprint
from bootstrap.system_step import complete_system
from tas_desktop.config.system_libraries import Need

OLDEST_PYTHON = (3, 11)


def prepare(*, with_tests: bool) -> None:
    """Install whatever is missing; return at once where nothing changed since the last time."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        give_up(f"Python {wanted} or newer is needed; name one with: make PYTHON=/path/to/python3.x")
    environment = Environment(CHECKOUT / ".venv", with_tests=with_tests)
    if environment.is_current():
        return
    announce_footprint(environment)
    needs = {Need.START, Need.WINDOW} | ({Need.TESTS} if with_tests else set())
    complete_system(needs)
    environment.install()
    say("Ready.")


def main() -> None:
    """Read the one argument and prepare."""
    purposes = {"run": False, "test": True}
    if len(sys.argv) != 2 or sys.argv[1] not in purposes:
        give_up("Usage: python -m bootstrap run|test")
    prepare(with_tests=purposes[sys.argv[1]])


if __name__ == "__main__":
    main()
