"""Exports of a project: what will be in them, and writing them; without Qt, for any process."""
