"""Where things are and what the user chose: paths, settings, profiles, logging."""
