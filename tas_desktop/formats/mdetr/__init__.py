"""MDETR's fine-tuning files: one image record per sentence (formats.md section 3)."""
