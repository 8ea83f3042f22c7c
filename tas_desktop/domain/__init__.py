"""The nouns of TAS Desktop: frozen values over numpy, without input or output.

One word per concept, here, in the window and in files: an *expression* (text) is ranked against the
*proposals* (class-agnostic masks) of an image; a proposal with its scores for one expression is a
*candidate*; the ordered candidates are a *ranking*. What the annotator does is a *decision*; the
accepted object with its mask and expressions is a *referent*, and an *annotation* once exported.
"""
