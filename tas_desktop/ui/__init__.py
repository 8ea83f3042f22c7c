"""The window: Qt widgets."""
