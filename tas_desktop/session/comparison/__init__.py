"""Two methods, or a method and imported predictions, on what has been accepted in the open project."""
