"""Alembic migrations of project files."""
