"""Run migrations on the connection that ``storage.migration`` hands in; there is no other mode."""

from __future__ import annotations

from alembic import context

from tas_desktop.storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
