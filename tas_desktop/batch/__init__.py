"""Proposing for a whole project: every picture analysed, every undecided expression ranked."""
