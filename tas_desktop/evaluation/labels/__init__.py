"""What is known to be true, wherever it comes from: images, sentences about them, and their masks."""
