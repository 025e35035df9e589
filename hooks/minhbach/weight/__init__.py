"""The weight of pages: what a reader's browser transfers for each, and what it may be at most."""
