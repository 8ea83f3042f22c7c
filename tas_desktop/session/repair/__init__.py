"""Repairing a mask by hand: the buffer, its strokes, the prompts, and what Enter accepts of it."""
