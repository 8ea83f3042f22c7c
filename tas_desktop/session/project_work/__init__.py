"""Work on the whole project from the window: parts, splits and pictures; beside the annotator's own."""
