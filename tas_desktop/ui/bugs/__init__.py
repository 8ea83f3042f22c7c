"""What happens when the program itself fails: one report dialog, and the log."""
