"""Bringing a dataset from files into a project."""
