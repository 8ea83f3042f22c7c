"""Damaged files for the importers: made from sound ones, imported in a process of their own, looked at."""
