"""Procedural scenes and the training recipes of the starter pack."""
