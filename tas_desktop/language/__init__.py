"""What an expression means: its parse, the target phrase, directions, noun phrases and synonyms.

spaCy and NLTK are imported inside the functions that need them, so that ``--help`` never pays for them.
"""
