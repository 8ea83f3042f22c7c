"""Referring image segmentation as pure functions over features: analyse once, rank on each keystroke."""
