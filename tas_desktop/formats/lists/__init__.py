"""Plain lists: JSON lines that hold everything, CSV with a row for each expression and object, text."""
