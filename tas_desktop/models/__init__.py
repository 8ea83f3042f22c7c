"""Models that do not ship with the program: which there are, where they lie, how they get there.

Nothing here imports a network library, and nothing but :mod:`tas_desktop.models.pulling` opens a connection.
"""
