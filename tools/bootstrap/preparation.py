"""The preparation as a whole: say what it takes, complete the system, fill the environment."""

from __future__ import annotations

from bootstrap.console import say
from bootstrap.environment import CHECKOUT, Environment, announce_footprint
from bootstrap.system_step import complete_system


def prepare(*, with_tests: bool) -> None:
    """Install whatever is missing; return at once where nothing changed since the last time."""
    environment = Environment(CHECKOUT / ".venv", with_tests=with_tests)
    if environment.is_current():
        return
    if environment.stamp.exists():
        say(f"Bringing {environment.folder} up to date with what is needed now")
    else:
        announce_footprint(environment)
    complete_system(with_tests=with_tests)
    environment.install()
    say("Ready.")
