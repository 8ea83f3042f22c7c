"""Profiles and their models as the window shows them: what is here, what is under way, which are at work."""
