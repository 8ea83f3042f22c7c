"""Where networks run: devices, precisions, the memory they share, batches that fit into it."""
