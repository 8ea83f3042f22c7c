"""Files to domain values and back: images, COCO, REFER. Pure, round-trip tested."""
