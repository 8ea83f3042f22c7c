"""Label Studio's tasks: brush regions in its own byte encoding, expressions in text areas of the same id."""
