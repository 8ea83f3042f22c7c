"""Schema versions of project files: create, recognise, migrate after copying."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from tas_desktop.storage.database import back_up

if TYPE_CHECKING:
    from sqlalchemy import Engine

SCHEMA_HEAD = "0005"  # a test holds it equal to the newest migration; spares opening the cost of Alembic
_MIGRATIONS = Path(__file__).with_name("migrations")


def schema_version(engine: Engine) -> str | None:
    """Revision the file is at, or None when it carries none."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def known_versions() -> tuple[str, ...]:
    """All revisions this program knows, oldest first."""
    from alembic.script import ScriptDirectory

    revisions = ScriptDirectory(str(_MIGRATIONS)).walk_revisions()
    return tuple(reversed([script.revision for script in revisions]))


def migrate(engine: Engine) -> None:
    """Bring the file to ``SCHEMA_HEAD`` in one transaction; an empty file gets all tables."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, SCHEMA_HEAD)


def copy_before_migration(project_file: Path, *, version: str) -> Path:
    """Copy the project beside itself through SQLite's backup, log included, and name the copy."""
    copy = _free_name(project_file, version=version)
    try:
        with closing(sqlite3.connect(copy)) as target:
            back_up(project_file, target)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def _free_name(project_file: Path, *, version: str) -> Path:
    """First unused ``name.tas.<version>[.n].bak``: an older copy is never overwritten."""
    copy = project_file.with_name(f"{project_file.name}.{version}.bak")
    number = 2
    while copy.exists():
        copy = project_file.with_name(f"{project_file.name}.{version}.{number}.bak")
        number += 1
    return copy
