"""What the window shows of a batch: how far it is, and what came of it."""
