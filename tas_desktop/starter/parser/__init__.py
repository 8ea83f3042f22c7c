"""The recipe of the starter parser: a small spaCy pipeline distilled from a larger one."""
