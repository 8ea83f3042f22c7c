"""PhraseCut: a task for each phrase, instances as polygons of points (formats.md section 3)."""
