"""Social cards: the picture that is shown where a page is shared. ``model`` says what stands on one."""
