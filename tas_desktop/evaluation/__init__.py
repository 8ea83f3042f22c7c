"""Quality measures of a method on labelled scenes, and their reports."""
