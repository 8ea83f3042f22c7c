"""COCO instances with referring expressions, as formats.md sections 0 and 2 demand.

Per annotation: the category, the mask, ``attributes`` with ``expression`` and ``ref_id`` (what CVAT and
datumaro read), and beside them ``ref_id`` and ``expressions`` with all texts that name this object alone.
Beside the annotations ``references`` says the same once more and completely: sentences that name several
objects or none, and ids. No client known looks at it.
"""
