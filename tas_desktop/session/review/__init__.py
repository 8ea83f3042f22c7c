"""The review queue: which pictures and expressions come next, and in what order.

``filter_terms`` reads what was typed, ``columns`` holds what it is asked about, ``selecting`` answers;
none of the three knows Qt. ``review_queue`` runs them off the GUI thread.
"""
