"""Image files that leave with an export."""
