"""The picture with its masks."""
