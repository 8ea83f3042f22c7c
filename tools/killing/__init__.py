"""The kill test: real processes, killed at chosen and at random moments, and what they left behind."""
