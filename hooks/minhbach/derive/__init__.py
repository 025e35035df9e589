"""Numbers that follow from others: pure functions of the site, never written back into data files."""
