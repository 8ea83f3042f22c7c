"""Who answers an evaluation's sentences: ranking methods, or predictions that somebody else made."""
