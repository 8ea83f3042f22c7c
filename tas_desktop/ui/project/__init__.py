"""Dialogs about the whole project: parts, splits, and pictures that were replaced."""
