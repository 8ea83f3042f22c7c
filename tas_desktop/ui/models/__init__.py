"""The dialog of models and profiles, and their place in the status bar."""
