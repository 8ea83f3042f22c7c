"""RefCOCO and its kin in REFER's layout, and gRefCOCO's (formats.md sections 0, 1 and 3)."""
