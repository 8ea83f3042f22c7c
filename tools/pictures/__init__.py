"""Pictures of every screen, taken from the running program."""
