"""Ways into a project: the recent ones, and what is dropped onto the window."""
