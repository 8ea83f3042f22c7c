"""Prepare a checkout: system libraries, ``.venv`` and packages. Standard library only."""
