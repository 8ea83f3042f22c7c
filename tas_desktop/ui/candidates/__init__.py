"""The ranked candidates."""
