"""The project's category table."""
