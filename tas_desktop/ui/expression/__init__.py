"""The expression box, its chips and the image's expressions."""
