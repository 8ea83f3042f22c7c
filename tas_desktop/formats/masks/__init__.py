"""Masks as PNG files, one for each object, and ``index.csv`` that says what they are."""
