"""Bringing one project's work into another: what both share is recognised, the rest told again."""
