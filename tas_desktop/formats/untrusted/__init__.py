"""Guards for files that anybody may have written: every reader takes its values through them.

What is not as it should be leaves as ``ItemRefused``, which names the item; ``in_file`` adds the file.
"""
