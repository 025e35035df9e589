"""Search: what of the finished pages can be found, and the index that the reader's browser searches."""
