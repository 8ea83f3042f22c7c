"""Help with expressions: keeping and ordering them, hints, suggestions, their category."""
