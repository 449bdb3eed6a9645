"""Files to documents: readers, blocks and sentences."""
