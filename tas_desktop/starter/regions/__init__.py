"""Labelled crops of drawn scenes, with the faults that real proposals have: food for two networks."""
