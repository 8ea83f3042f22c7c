"""What an evaluation is written as: a page, plots, pictures of cases, and JSON."""
