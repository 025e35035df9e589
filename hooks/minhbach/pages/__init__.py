"""Pages: what readers see, from the linked site. Each module makes one kind of page."""
