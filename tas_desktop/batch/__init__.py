"""Proposing for a whole project: every image analysed, every undecided expression ranked.

``run_batch`` does it; the command line calls it in its own process, the window in the models' process.
"""
