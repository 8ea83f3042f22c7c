"""Hints on the text of an expression, from the text alone; what the mask says is the engine's."""
