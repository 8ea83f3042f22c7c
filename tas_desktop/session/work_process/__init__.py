"""Long work on a project's files in a process of its own, so that the window keeps the interpreter."""
