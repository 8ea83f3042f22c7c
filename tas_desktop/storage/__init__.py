"""The project database: one SQLite file per project folder, its event log the truth."""
