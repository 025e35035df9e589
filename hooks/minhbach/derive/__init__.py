"""Numbers that follow from others. Pure functions of the site; nothing here is ever written into data files."""
