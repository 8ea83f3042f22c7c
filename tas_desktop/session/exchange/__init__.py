"""Datasets into the open project and out of it, before and while they are written."""
