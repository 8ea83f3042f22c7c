"""Folders that ``datasets`` loads: parquet with the images inside, or image files with ``metadata.jsonl``.

A row is an image with all its objects, references and undecided sentences, so that no image is there twice.
"""
