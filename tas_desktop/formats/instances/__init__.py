"""COCO instances (formats.md sections 0 and 2), which several formats keep their objects in."""
