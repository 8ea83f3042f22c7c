"""Training of the starter pack's mask network on drawn scenes."""
