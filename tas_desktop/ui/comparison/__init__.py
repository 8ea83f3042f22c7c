"""The page on which two methods are compared on what has been accepted."""
