"""How the work on a project goes: what was accepted, at which rank, how fast, and how reliably.

``counting`` makes figures of decisions, ``tables`` writes them as JSON and CSV, ``plots`` draws them.
"""
