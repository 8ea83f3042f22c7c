"""Work on whole projects: made of folders and lists, handed out in parts, brought back; no Qt."""
