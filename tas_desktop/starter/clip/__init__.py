"""Training of the starter pack's image-text encoder on crops and pictures of drawn scenes."""
