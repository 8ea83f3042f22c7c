"""ReasonSeg, LISA's set: a JSON file and a picture for each query (formats.md section 3)."""
