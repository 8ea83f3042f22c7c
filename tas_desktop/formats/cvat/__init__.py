"""COCO folders as CVAT and datumaro take them: a file per subset, texts as attributes of the annotations."""
