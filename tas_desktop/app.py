"""The composition root: builds settings, storage, backends, session and window."""
