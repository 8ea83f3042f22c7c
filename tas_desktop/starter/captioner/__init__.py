"""Training of the starter pack's captioner on crops of drawn scenes."""
