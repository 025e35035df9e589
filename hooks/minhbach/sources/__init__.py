"""Content files as they were written: text and YAML with the position of every value."""
